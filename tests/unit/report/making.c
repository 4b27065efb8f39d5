/* SPDX-License-Identifier: MIT */
#include "making.h"

#include "base/memory.h"
#include "support.h"

#include <check.h>
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct outdir *making_begin(const char *path)
{
    struct error err = {0};
    struct outdir *o = NULL;
    ck_assert_msg(outdir_begin(path, &any_pack, &o, &err), "%s", err.what);
    return o;
}

void making_put(struct outdir *o, const char *name, const char *text)
{
    struct error err = {0};
    FILE *out = NULL;
    ck_assert_msg(outdir_open(o, name, &out, &err), "%s", err.what);
    fputs(text, out);
    ck_assert_msg(outdir_close(out, name, &err), "%s", err.what);
}

struct outdir *making_unfinished(const char *path, const char *summary)
{
    struct outdir *o = making_begin(path);
    struct error err = {0};
    ck_assert(outdir_make_folder(o, "charts", &err));
    making_put(o, "charts/a.svg", "<svg/>");
    making_put(o, "report.html", "<html>");
    making_put(o, "summary.json", summary);
    making_file(outdir_database_path(o), "database");
    return o;
}

void making_output(const char *path, const char *summary)
{
    struct outdir *o = making_unfinished(path, summary);
    struct error err = {0};
    ck_assert_msg(outdir_commit(o, &err), "%s", err.what);
}

void making_refused(const char *path, const struct former_terms *terms, const char *why)
{
    struct error err = {0};
    struct outdir *o = NULL;
    ck_assert_msg(!outdir_begin(path, terms, &o, &err), "not refused: %s", why);
    ck_assert_ptr_null(o);
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
    ck_assert_msg(strstr(err.what, why) != NULL, "\"%s\" is not in \"%s\"", why, err.what);
    ck_assert_msg(err.next[0] != '\0', "no word on what to do");
}

void making_file(const char *path, const char *text)
{
    support_write_file(path, text ? text : "", text ? strlen(text) : 0);
}

void making_check(const char *path, const char *text)
{
    size_t size = 0;
    char *found = support_read_file(path, &size);
    ck_assert_str_eq(found, text);
    free(found);
}

int making_count(const char *path)
{
    int count = 0;
    DIR *entries = opendir(path);
    ck_assert_ptr_nonnull(entries);
    for (const struct dirent *e = readdir(entries); e; e = readdir(entries))
        count += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(entries);
    return count;
}

char *making_tree(const char *path)
{
    const char *const argv[] = {"sh", "-c",
                                "find \"$0\" -printf '%P %y %l\\n' | sort; "
                                "find \"$0\" -type f -exec cksum {} + | sort",
                                path, NULL};
    struct support_output output = support_run(NULL, NULL, argv);
    ck_assert_int_eq(output.code, 0);
    free(output.err);
    return output.out;
}

int making_child(void (*act)(void))
{
    pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        act();
        _exit(0);
    }
    int status = 0;
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    return status;
}
