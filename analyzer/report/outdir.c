/* SPDX-License-Identifier: MIT */
#include "report/outdir.h"

#include "base/memory.h"
#include "report/doomed.h"
#include "report/leftovers.h"
#include "report/manifest.h"
#include "report/replace.h"
#include "report/workdir.h"

#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct outdir {
    char *final_path;
    char *parent;
    struct former_terms terms;
    struct workdir *work;
    char *database;
    char **names;
    size_t count, room;
    char **folders;
    size_t folder_count, folder_room;
    bool has_own_manifest;
};

static const char choose_another[] = "Choose another folder with -o, or free some space.";

static char *join(const char *folder, const char *name)
{
    return memory_print("%s/%s", folder, name);
}

static char *in_work(const struct outdir *o, const char *name)
{
    return join(workdir_path(o->work), name);
}

/* All but the hidden folder. */
static void outdir_free(struct outdir *o)
{
    for (size_t i = 0; i < o->count; i++)
        free(o->names[i]);
    for (size_t i = 0; i < o->folder_count; i++)
        free(o->folders[i]);
    free(o->names);
    free(o->folders);
    free(o->final_path);
    free(o->parent);
    free(o->database);
    free(o);
}

static bool ends_in_dots(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* The path as given, without trailing slashes; links and "." followed, so that
 * what is replaced is the folder itself. */
static bool settle_path(struct outdir *o, const char *given, struct error *err)
{
    o->final_path = memory_copy(given);
    size_t length = strlen(o->final_path);
    while (length > 1 && o->final_path[length - 1] == '/')
        o->final_path[--length] = '\0';
    if (length == 0)
        return error_set(err, ERROR_OUTPUT, "", 0, choose_another, "the output folder has no name");
    struct stat status;
    bool is_there = lstat(o->final_path, &status) == 0;
    if (!is_there && errno == ENAMETOOLONG)
        return error_set(err, ERROR_OUTPUT, given, 0, "Choose a shorter name with -o.",
                         "the output folder cannot have this name: %s", strerror(errno));
    bool is_link = is_there && S_ISLNK(status.st_mode);
    if (is_link || ends_in_dots(o->final_path)) {
        free(o->final_path);
        o->final_path = realpath(given, NULL);
    }
    if (!o->final_path || strcmp(o->final_path, "/") == 0)
        return error_set(err, ERROR_OUTPUT, given, 0, choose_another,
                         "the output path cannot be used");
    char *scratch = memory_copy(o->final_path);
    o->parent = memory_copy(dirname(scratch));
    free(scratch);
    return true;
}

static bool check_parent(const struct outdir *o, const char *advice, struct error *err)
{
    struct stat status;
    if (stat(o->parent, &status) != 0)
        return error_set(err, ERROR_OUTPUT, o->final_path, 0, advice,
                         "the folder that should hold the output does not exist");
    if (!S_ISDIR(status.st_mode))
        return error_set(err, ERROR_OUTPUT, o->final_path, 0, advice,
                         "the path that should hold the output is no folder");
    if (access(o->parent, W_OK | X_OK) != 0)
        return error_set(err, ERROR_OUTPUT, o->final_path, 0, advice,
                         "the folder that should hold the output cannot be written: %s",
                         strerror(errno));
    return true;
}

static bool check_final(const struct outdir *o, struct error *err)
{
    struct stat status;
    if (lstat(o->final_path, &status) != 0)
        return true;
    if (!S_ISDIR(status.st_mode))
        return error_set(err, ERROR_OUTPUT, o->final_path, 0, "Choose another folder with -o.",
                         "the output path exists and is no folder");
    struct tree_seen seen;
    bool ok = former_check(o->final_path, &o->terms, &seen, err);
    tree_seen_done(&seen);
    return ok;
}

/* Leftovers go first: a former output may come back. */
static bool settle(struct outdir *o, const char *given, bool is_final, struct error *err)
{
    static const char advice[] = "Make that folder first, or choose another one with -o.";
    if (!settle_path(o, given, err) || !check_parent(o, advice, err))
        return false;
    SCOPED_TEXT scratch = memory_copy(o->final_path);
    leftovers_remove(o->parent, basename(scratch), is_final);
    return !is_final || check_final(o, err);
}

bool outdir_rename(struct outdir *o, const char *final_path, struct error *err)
{
    char *old_path = o->final_path, *old_parent = o->parent;
    o->parent = NULL;
    bool ok = settle(o, final_path, true, err);
    if (ok && strcmp(o->parent, old_parent) != 0)
        ok = error_set(err, ERROR_OUTPUT, final_path, 0, choose_another,
                       "the output folder cannot move to another parent folder");
    free(old_path);
    free(old_parent);
    return ok;
}

static bool make_work(struct outdir *o, const char *name, const char *advice, struct error *err)
{
    if (!workdir_make(o->parent, name, advice, &o->work, err))
        return false;
    o->database = in_work(o, DATABASE_NAME);
    outdir_note(o, DATABASE_NAME);
    return true;
}

bool outdir_begin(const char *final_path, const struct former_terms *terms,
                  struct outdir **ret_outdir, struct error *err)
{
    *ret_outdir = NULL;
    struct outdir *o = memory_new(1, sizeof *o);
    o->terms = *terms;
    bool ok = settle(o, final_path ? final_path : "concord", final_path != NULL, err);
    if (ok) {
        SCOPED_TEXT scratch = memory_copy(o->final_path);
        ok = make_work(o, basename(scratch), choose_another, err);
    }
    if (ok)
        *ret_outdir = o;
    else
        outdir_free(o);
    return ok;
}

bool outdir_begin_scratch(const char *parent, const char *name, const char *advice,
                          struct outdir **ret_outdir, struct error *err)
{
    *ret_outdir = NULL;
    struct outdir *o = memory_new(1, sizeof *o);
    o->parent = memory_copy(parent);
    o->final_path = join(parent, name);
    bool ok = check_parent(o, advice, err);
    if (ok) {
        leftovers_remove(parent, name, false);
        ok = make_work(o, name, advice, err);
    }
    if (ok)
        *ret_outdir = o;
    else
        outdir_free(o);
    return ok;
}

const char *outdir_temporary(void)
{
    const char *given = getenv("TMPDIR");
    return given && *given ? given : "/tmp";
}

const char *outdir_path(const struct outdir *o)
{
    return workdir_path(o->work);
}

const char *outdir_database_path(const struct outdir *o)
{
    return o->database;
}

const char *outdir_final_path(const struct outdir *o)
{
    return o->final_path;
}

static bool make_folder(struct outdir *o, enum tree_kind kind, const char *name, struct error *err)
{
    SCOPED_TEXT path = in_work(o, name);
    workdir_note(o->work, kind, name);
    return mkdir(path, 0777) == 0 || error_set(err, ERROR_OUTPUT, name, 0, choose_another,
                                               "the folder cannot be made: %s", strerror(errno));
}

bool outdir_make_folder(struct outdir *o, const char *name, struct error *err)
{
    if (!make_folder(o, TREE_FOLDER, name, err))
        return false;
    o->folders = memory_grow(o->folders, o->folder_count, &o->folder_room, sizeof *o->folders);
    o->folders[o->folder_count++] = memory_copy(name);
    return true;
}

bool outdir_make_tree(struct outdir *o, const char *name, struct error *err)
{
    return make_folder(o, TREE_WHOLE, name, err);
}

static void forget(char **names, size_t *count, size_t i)
{
    free(names[i]);
    names[i] = names[--*count];
}

void outdir_remove_folder(struct outdir *o, const char *name)
{
    SCOPED_TEXT path = in_work(o, name);
    for (size_t i = 0; i < o->folder_count; i++)
        if (strcmp(o->folders[i], name) == 0 && rmdir(path) == 0) {
            workdir_forget(o->work, name);
            forget(o->folders, &o->folder_count, i);
            return;
        }
}

void outdir_note(struct outdir *o, const char *name)
{
    workdir_note(o->work, TREE_FILE, name);
    o->names = memory_grow(o->names, o->count, &o->room, sizeof *o->names);
    o->names[o->count++] = memory_copy(name);
}

static void leave_out(struct outdir *o, size_t i)
{
    workdir_forget(o->work, o->names[i]);
    forget(o->names, &o->count, i);
}

void outdir_discard(struct outdir *o, const char *name)
{
    for (size_t i = 0; i < o->count; i++)
        if (strcmp(o->names[i], name) == 0) {
            SCOPED_TEXT path = in_work(o, name);
            unlink(path);
            leave_out(o, i);
            return;
        }
}

void outdir_discard_folder(struct outdir *o, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = o->count; i > 0; i--)
        if (strncmp(o->names[i - 1], name, length) == 0 && o->names[i - 1][length] == '/') {
            SCOPED_TEXT path = in_work(o, o->names[i - 1]);
            unlink(path);
            leave_out(o, i - 1);
        }
    outdir_remove_folder(o, name);
}

bool outdir_open(struct outdir *o, const char *name, FILE **ret_file, struct error *err)
{
    SCOPED_TEXT path = in_work(o, name);
    outdir_note(o, name);
    *ret_file = fopen(path, "we");
    if (*ret_file)
        return true;
    return error_set(err, ERROR_OUTPUT, name, 0, choose_another, "cannot be written: %s",
                     strerror(errno));
}

bool outdir_close(FILE *file, const char *name, struct error *err)
{
    bool failed = ferror(file) != 0;
    int reason = failed ? errno : 0;
    if (fclose(file) != 0) {
        reason = failed ? reason : errno;
        failed = true;
    }
    if (!failed)
        return true;
    return error_set(err, ERROR_OUTPUT, name, 0, choose_another, "could not be written whole: %s",
                     reason ? strerror(reason) : "a write failed");
}

bool outdir_move_out(struct outdir *o, const char *name, const char *to, struct error *err)
{
    SCOPED_TEXT from = in_work(o, name);
    bool ok = replace_sync(from, err) &&
              (rename(from, to) == 0 || error_set(err, ERROR_OUTPUT, to, 0, choose_another,
                                                  "cannot be written: %s", strerror(errno)));
    if (ok)
        outdir_discard(o, name);
    return ok;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The list in byte order. */
static bool write_manifest(struct outdir *o, struct error *err)
{
    qsort(o->names, o->count, sizeof *o->names, compare_names);
    size_t count = o->count;
    FILE *out = NULL;
    if (!outdir_open(o, MANIFEST_NAME, &out, err))
        return false;
    bool ok = manifest_write(workdir_path(o->work), o->names, count, out, err);
    return outdir_close(out, MANIFEST_NAME, err) && ok;
}

static bool sync_all(const struct outdir *o, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < o->count; i++) {
        SCOPED_TEXT path = in_work(o, o->names[i]);
        ok = access(path, F_OK) != 0 || replace_sync(path, err);
    }
    for (size_t i = 0; ok && i < o->folder_count; i++) {
        SCOPED_TEXT path = in_work(o, o->folders[i]);
        ok = replace_sync(path, err);
    }
    return ok;
}

/* Signals wait until it is done or undone. */
static bool put_in_place(struct outdir *o, struct error *err)
{
    const char *work = workdir_path(o->work);
    return check_final(o, err) && workdir_finish(o->work, err) && replace_sync(work, err) &&
           replace_folder(work, o->final_path, o->parent, &o->terms, err);
}

void outdir_has_own_manifest(struct outdir *o)
{
    o->has_own_manifest = true;
}

bool outdir_commit(struct outdir *o, struct error *err)
{
    bool ok = (o->has_own_manifest || write_manifest(o, err)) && sync_all(o, err);
    sigset_t before;
    doomed_hold(&before);
    ok = ok && put_in_place(o, err);
    if (ok) {
        workdir_release(o->work);
        outdir_free(o);
    } else {
        outdir_abandon(o);
    }
    doomed_let_go(&before);
    return ok;
}

void outdir_abandon(struct outdir *o)
{
    if (!o)
        return;
    workdir_remove(o->work);
    outdir_free(o);
}
