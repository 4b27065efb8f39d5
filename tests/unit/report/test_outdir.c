/* SPDX-License-Identifier: MIT */
#include "report/outdir.h"

#include "fixture.h"
#include "report/manifest.h"
#include "suites.h"
#include "support.h"

#include <check.h>
#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct outdir *begin(const char *path)
{
    struct error err = {0};
    struct outdir *o = NULL;
    ck_assert_msg(outdir_begin(path, &o, &err), "%s", err.what);
    return o;
}

static void refuse(const char *path, const char *why)
{
    struct error err = {0};
    struct outdir *o = NULL;
    ck_assert(!outdir_begin(path, &o, &err));
    ck_assert_ptr_null(o);
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
    ck_assert_msg(strstr(err.what, why) != NULL, "%s", err.what);
    ck_assert_msg(err.next[0] != '\0', "no word on what to do");
}

static void put(struct outdir *o, const char *name, const char *text)
{
    struct error err = {0};
    FILE *out = NULL;
    ck_assert_msg(outdir_open(o, name, &out, &err), "%s", err.what);
    fputs(text, out);
    ck_assert_msg(outdir_close(out, name, &err), "%s", err.what);
}

/* A folder such as an audit leaves, with that text in its summary. */
static void make_output(const char *path, const char *text)
{
    struct outdir *o = begin(path);
    struct error err = {0};
    ck_assert(outdir_make_folder(o, "charts", &err));
    put(o, "charts/a.svg", "<svg/>");
    put(o, "report.html", "<html>");
    put(o, "summary.json", text);
    FILE *database = fopen(outdir_database_path(o), "w");
    fputs("database", database);
    ck_assert_int_eq(fclose(database), 0);
    ck_assert_msg(outdir_commit(o, &err), "%s", err.what);
}

static void check_content(const char *path, const char *expected)
{
    size_t size = 0;
    char *text = support_read_file(path, &size);
    ck_assert_str_eq(text, expected);
    free(text);
}

static int count_entries(const char *path)
{
    int count = 0;
    DIR *entries = opendir(path);
    ck_assert_ptr_nonnull(entries);
    for (const struct dirent *e = readdir(entries); e; e = readdir(entries))
        count += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(entries);
    return count;
}

static void touch(const char *path)
{
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(fclose(file), 0);
}

START_TEST(test_appears_whole)
{
    struct outdir *o = begin("out/");
    put(o, "summary.json", "1");
    ck_assert(!support_exists("out"));
    struct error err = {0};
    ck_assert_msg(outdir_commit(o, &err), "%s", err.what);
    check_content("out/summary.json", "1");
    ck_assert_int_eq(count_entries("."), 1);
}
END_TEST

START_TEST(test_manifest_verifies)
{
    make_output("out", "{}");
    ck_assert_int_eq(chdir("out"), 0);
    const char *const argv[] = {"sha256sum", "--check", "--strict", "--quiet", MANIFEST_NAME, NULL};
    ck_assert_int_eq(fixture_program(argv), 0);
    size_t size = 0;
    char *text = support_read_file(MANIFEST_NAME, &size);
    const char *first = strstr(text, "  charts/a.svg\n"), *last = strstr(text, "  summary.json\n");
    ck_assert(first && last && first < last);
    ck_assert_ptr_null(strstr(text, "audit.db"));
    ck_assert_ptr_null(strstr(text, MANIFEST_NAME));
    free(text);
    ck_assert_int_eq(chdir(".."), 0);
}
END_TEST

START_TEST(test_replaces_its_own)
{
    make_output("out", "old");
    touch("out/audit.db-journal");
    touch("out/.hidden");
    make_output("out", "new");
    check_content("out/summary.json", "new");
    ck_assert(!support_exists("out/.hidden"));
    ck_assert_int_eq(count_entries("."), 1);
}
END_TEST

START_TEST(test_follows_a_link)
{
    ck_assert_int_eq(mkdir("real", 0777), 0);
    make_output("real/out", "old");
    ck_assert_int_eq(symlink("real/out", "link"), 0);
    make_output("link", "new");
    check_content("real/out/summary.json", "new");
    struct stat status;
    ck_assert(lstat("link", &status) == 0 && S_ISLNK(status.st_mode));
}
END_TEST

START_TEST(test_refuses)
{
    ck_assert_int_eq(mkdir("empty", 0777), 0);
    ck_assert_int_eq(mkdir("foreign", 0777), 0);
    FILE *file = fopen("foreign/" MANIFEST_NAME, "w");
    fputs("not a manifest\n", file);
    ck_assert_int_eq(fclose(file), 0);
    touch("file");
    ck_assert_int_eq(symlink("nowhere", "dangling"), 0);
    refuse("empty", "was not written by an audit");
    refuse("foreign", "was not written by an audit");
    refuse("file", "is no folder");
    refuse("missing/out", "does not exist");
    refuse("file/out", "is no folder");
    refuse("dangling", "cannot be used");
    refuse("", "no name");
    refuse("/", "cannot be used");
    ck_assert_int_eq(count_entries("."), 4);
}
END_TEST

START_TEST(test_never_loses_a_file)
{
    make_output("out", "old");
    touch("out/my-notes.txt");
    refuse("out", "my-notes.txt");
    check_content("out/summary.json", "old");
    ck_assert_int_eq(count_entries("."), 1);
}
END_TEST

START_TEST(test_checks_again_before_replacing)
{
    struct outdir *o = begin("out");
    put(o, "summary.json", "1");
    ck_assert_int_eq(mkdir("out", 0777), 0);
    touch("out/somebody-else");
    struct error err = {0};
    ck_assert(!outdir_commit(o, &err));
    ck_assert(support_exists("out/somebody-else"));
    ck_assert_int_eq(count_entries("."), 1);
}
END_TEST

START_TEST(test_takes_its_name_later)
{
    struct outdir *o = begin(NULL);
    put(o, "summary.json", "1");
    struct error err = {0};
    ck_assert(outdir_rename(o, "pack-2024-12-09", &err));
    ck_assert_str_eq(outdir_final_path(o), "pack-2024-12-09");
    ck_assert_msg(outdir_commit(o, &err), "%s", err.what);
    check_content("pack-2024-12-09/summary.json", "1");
    o = begin(NULL);
    touch("taken");
    ck_assert(!outdir_rename(o, "taken", &err));
    outdir_abandon(o);
    ck_assert_int_eq(count_entries("."), 2);
}
END_TEST

START_TEST(test_abandons)
{
    struct outdir *o = begin("out");
    struct error err = {0};
    ck_assert(outdir_make_folder(o, "charts", &err));
    put(o, "charts/a.csv", "1");
    touch(outdir_database_path(o));
    outdir_abandon(o);
    outdir_abandon(NULL);
    ck_assert_int_eq(count_entries("."), 0);
}
END_TEST

START_TEST(test_discards_a_file)
{
    struct outdir *o = begin("out");
    put(o, "a", "1");
    put(o, "b", "2");
    outdir_discard(o, "a");
    outdir_discard(o, "never there");
    struct error err = {0};
    ck_assert(outdir_commit(o, &err));
    ck_assert(!support_exists("out/a") && support_exists("out/b"));
}
END_TEST

/* A device that is always full stands for a full disk. */
START_TEST(test_tells_of_a_full_disk)
{
    struct error err = {0};
    FILE *full = fopen("/dev/full", "w");
    ck_assert_ptr_nonnull(full);
    fputs("lost", full);
    ck_assert(!outdir_close(full, "findings.csv", &err));
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
    ck_assert_str_eq(err.source, "findings.csv");
    ck_assert_ptr_nonnull(strstr(err.what, "No space left"));
}
END_TEST

START_TEST(test_cleans_up_on_a_signal)
{
    int signal_number = _i == 0 ? SIGINT : SIGTERM;
    pid_t pid = fork();
    ck_assert_int_ge(pid, 0);
    if (pid == 0) {
        struct error err = {0};
        struct outdir *o = begin("out");
        if (outdir_make_folder(o, "charts", &err))
            put(o, "charts/a.csv", "1");
        touch(outdir_database_path(o));
        raise(signal_number);
        _exit(0);
    }
    int status = 0;
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), signal_number);
    ck_assert_int_eq(count_entries("."), 0);
}
END_TEST

Suite *suite_report_outdir(void)
{
    Suite *s = suite_create("report/outdir");
    TCase *c = tcase_create("outdir");
    tcase_add_checked_fixture(c, fixture_enter, fixture_leave);
    tcase_add_test(c, test_appears_whole);
    tcase_add_test(c, test_manifest_verifies);
    tcase_add_test(c, test_replaces_its_own);
    tcase_add_test(c, test_follows_a_link);
    tcase_add_test(c, test_refuses);
    tcase_add_test(c, test_never_loses_a_file);
    tcase_add_test(c, test_checks_again_before_replacing);
    tcase_add_test(c, test_takes_its_name_later);
    tcase_add_test(c, test_abandons);
    tcase_add_test(c, test_discards_a_file);
    tcase_add_test(c, test_tells_of_a_full_disk);
    tcase_add_loop_test(c, test_cleans_up_on_a_signal, 0, 2);
    suite_add_tcase(s, c);
    return s;
}
