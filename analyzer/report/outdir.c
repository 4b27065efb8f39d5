/* SPDX-License-Identifier: MIT */
#include "report/outdir.h"

#include "base/memory.h"
#include "base/process.h"
#include "report/doomed_tree.h"
#include "report/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_FILES = 1024, MAX_FOLDERS = 4 };

struct outdir {
    char *final_path;
    char *parent;
    char *work;
    char *database;
    char *names[MAX_FILES];
    size_t count;
    char *folders[MAX_FOLDERS];
    size_t folder_count;
    struct sigaction old_int, old_term, old_hup;
};

static const char choose_another[] = "Choose another folder with -o, or free some space.";

/* What a signal handler must remove: it may only call what is safe there, so it
 * walks this list and not the folder. */
static char *volatile doomed_files[MAX_FILES];
static volatile sig_atomic_t doomed_count;
static char *volatile doomed_folders[MAX_FOLDERS + 1];
static volatile sig_atomic_t doomed_folder_count;

static void remove_and_die(int signal_number)
{
    process_end_running();
    doomed_tree_remove();
    for (int i = 0; i < doomed_count; i++)
        unlink(doomed_files[i]);
    for (int i = doomed_folder_count; i > 0; i--)
        rmdir(doomed_folders[i - 1]);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static char *join(const char *folder, const char *name)
{
    char *path = memory_print("%s/%s", folder, name);
    return path;
}

static void block_signals(sigset_t *ret_old)
{
    sigset_t both;
    sigemptyset(&both);
    sigaddset(&both, SIGINT);
    sigaddset(&both, SIGTERM);
    sigaddset(&both, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &both, ret_old);
}

static void unblock_signals(const sigset_t *old)
{
    pthread_sigmask(SIG_SETMASK, old, NULL);
}

static void catch_signals(struct outdir *o)
{
    struct sigaction action = {.sa_handler = remove_and_die};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &o->old_int);
    sigaction(SIGTERM, &action, &o->old_term);
    sigaction(SIGHUP, &action, &o->old_hup);
    /* Somebody who ignores a signal (nohup) keeps ignoring it. */
    if (o->old_int.sa_handler == SIG_IGN)
        sigaction(SIGINT, &o->old_int, NULL);
    if (o->old_term.sa_handler == SIG_IGN)
        sigaction(SIGTERM, &o->old_term, NULL);
    if (o->old_hup.sa_handler == SIG_IGN)
        sigaction(SIGHUP, &o->old_hup, NULL);
}

static void outdir_free(struct outdir *o)
{
    sigset_t old;
    block_signals(&old);
    int files = doomed_count;
    doomed_count = 0;
    doomed_folder_count = 0;
    sigaction(SIGINT, &o->old_int, NULL);
    sigaction(SIGTERM, &o->old_term, NULL);
    sigaction(SIGHUP, &o->old_hup, NULL);
    unblock_signals(&old);
    for (int i = 0; i < files; i++)
        free(doomed_files[i]);
    for (size_t i = 0; i < o->count; i++)
        free(o->names[i]);
    for (size_t i = 0; i < o->folder_count; i++)
        free(o->folders[i]);
    free(o->final_path);
    free(o->parent);
    free(o->work);
    free(o->database);
    free(o);
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

static void remove_tree(const char *path)
{
    nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
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
    bool is_link = lstat(o->final_path, &status) == 0 && S_ISLNK(status.st_mode);
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

static bool check_parent(const struct outdir *o, struct error *err)
{
    struct stat status;
    if (stat(o->parent, &status) != 0)
        return error_set(err, ERROR_OUTPUT, o->parent, 0,
                         "Make that folder first, or choose another one with -o.",
                         "the folder that should hold the output does not exist");
    if (!S_ISDIR(status.st_mode))
        return error_set(err, ERROR_OUTPUT, o->parent, 0, "Choose another folder with -o.",
                         "the path that should hold the output is no folder");
    if (access(o->parent, W_OK | X_OK) != 0)
        return error_set(err, ERROR_OUTPUT, o->parent, 0, "Choose another folder with -o.",
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
    return manifest_check_folder(o->final_path, err);
}

/* A new folder beside the final one, with the rights that mkdir would give. */
static char *make_sibling(const struct outdir *o, const char *purpose, struct error *err)
{
    char *scratch = memory_copy(o->final_path);
    char *path = memory_print("%s/.%.200s.%s-XXXXXX", o->parent, basename(scratch), purpose);
    free(scratch);
    mode_t mask = umask(0);
    umask(mask);
    if (mkdtemp(path) && chmod(path, 0777 & ~mask) == 0)
        return path;
    error_set(err, ERROR_OUTPUT, o->parent, 0, choose_another,
              "the output folder cannot be made: %s", strerror(errno));
    free(path);
    return NULL;
}

bool outdir_rename(struct outdir *o, const char *final_path, struct error *err)
{
    char *old_path = o->final_path, *old_parent = o->parent;
    o->parent = NULL;
    bool ok = settle_path(o, final_path, err) && check_parent(o, err) && check_final(o, err);
    if (ok && strcmp(o->parent, old_parent) != 0)
        ok = error_set(err, ERROR_OUTPUT, final_path, 0, choose_another,
                       "the output folder cannot move to another parent folder");
    free(old_path);
    free(old_parent);
    return ok;
}

bool outdir_begin(const char *final_path, struct outdir **ret_outdir, struct error *err)
{
    *ret_outdir = NULL;
    struct outdir *o = memory_new(1, sizeof *o);
    sigset_t old;
    block_signals(&old);
    catch_signals(o);
    bool named = final_path != NULL;
    bool ok = settle_path(o, named ? final_path : "concord", err) && check_parent(o, err) &&
              (!named || check_final(o, err)) &&
              (o->work = make_sibling(o, "partial", err)) != NULL;
    if (ok) {
        doomed_folders[0] = o->work;
        doomed_folder_count = 1;
        o->database = join(o->work, DATABASE_NAME);
        outdir_note(o, DATABASE_NAME);
        *ret_outdir = o;
    } else {
        outdir_free(o);
    }
    unblock_signals(&old);
    return ok;
}

const char *outdir_path(const struct outdir *o)
{
    return o->work;
}

const char *outdir_database_path(const struct outdir *o)
{
    return o->database;
}

const char *outdir_final_path(const struct outdir *o)
{
    return o->final_path;
}

bool outdir_make_folder(struct outdir *o, const char *name, struct error *err)
{
    if (o->folder_count == MAX_FOLDERS)
        fault("more than %d folders in the output", MAX_FOLDERS);
    char *path = join(o->work, name);
    if (mkdir(path, 0777) != 0) {
        error_set(err, ERROR_OUTPUT, name, 0, choose_another, "the folder cannot be made: %s",
                  strerror(errno));
        free(path);
        return false;
    }
    o->folders[o->folder_count++] = path;
    doomed_folders[doomed_folder_count] = path;
    doomed_folder_count++;
    return true;
}

void outdir_remove_folder(struct outdir *o, const char *name)
{
    char *path = join(o->work, name);
    sigset_t old;
    block_signals(&old);
    /* The last one made: the handler's list is walked from its end. */
    if (o->folder_count > 0 && strcmp(o->folders[o->folder_count - 1], path) == 0 &&
        rmdir(path) == 0) {
        free(o->folders[--o->folder_count]);
        doomed_folder_count--;
    }
    unblock_signals(&old);
    free(path);
}

void outdir_note(struct outdir *o, const char *name)
{
    if (o->count == MAX_FILES)
        fault("more than %d files in the output", MAX_FILES);
    o->names[o->count] = memory_copy(name);
    doomed_files[o->count] = join(o->work, name);
    o->count++;
    doomed_count = (sig_atomic_t)o->count;
}

void outdir_discard(struct outdir *o, const char *name)
{
    size_t i = 0;
    while (i < o->count && strcmp(o->names[i], name) != 0)
        i++;
    if (i == o->count)
        return;
    sigset_t old;
    block_signals(&old);
    unlink(doomed_files[i]);
    free(doomed_files[i]);
    free(o->names[i]);
    o->count--;
    o->names[i] = o->names[o->count];
    doomed_files[i] = doomed_files[o->count];
    doomed_count = (sig_atomic_t)o->count;
    unblock_signals(&old);
}

void outdir_discard_folder(struct outdir *o, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = o->count; i > 0; i--)
        if (strncmp(o->names[i - 1], name, length) == 0 && o->names[i - 1][length] == '/')
            outdir_discard(o, o->names[i - 1]);
    outdir_remove_folder(o, name);
}

bool outdir_open(struct outdir *o, const char *name, FILE **ret_file, struct error *err)
{
    outdir_note(o, name);
    *ret_file = fopen(doomed_files[o->count - 1], "we");
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

static bool sync_path(const char *path, struct error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    int reason = errno;
    if (fd >= 0)
        close(fd);
    /* Some file systems cannot sync a folder; the files were synced all the same. */
    if (ok || (fd >= 0 && reason == EINVAL))
        return true;
    return error_set(err, ERROR_OUTPUT, path, 0, choose_another, "could not be written whole: %s",
                     strerror(reason));
}

bool outdir_move_out(struct outdir *o, const char *name, const char *to, struct error *err)
{
    char *from = join(o->work, name);
    bool ok = sync_path(from, err);
    if (ok && rename(from, to) != 0)
        ok = error_set(err, ERROR_OUTPUT, to, 0, choose_another, "cannot be written: %s",
                       strerror(errno));
    free(from);
    if (ok)
        outdir_discard(o, name);
    return ok;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The list in byte order without touching the parallel list of the handler. */
static bool write_manifest(struct outdir *o, struct error *err)
{
    char *sorted[MAX_FILES];
    size_t count = o->count;
    memcpy(sorted, o->names, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, compare_names);
    FILE *out = NULL;
    if (!outdir_open(o, MANIFEST_NAME, &out, err))
        return false;
    bool ok = manifest_write(o->work, sorted, count, out, err);
    return outdir_close(out, MANIFEST_NAME, err) && ok;
}

static bool sync_all(const struct outdir *o, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < o->count; i++)
        ok = access(doomed_files[i], F_OK) != 0 || sync_path(doomed_files[i], err);
    for (size_t i = 0; ok && i < o->folder_count; i++)
        ok = sync_path(o->folders[i], err);
    return ok && sync_path(o->work, err);
}

/* An existing folder steps aside first, and comes back if the new one cannot
 * take its place. */
static bool swap_in(struct outdir *o, struct error *err)
{
    char *aside = NULL;
    if (access(o->final_path, F_OK) == 0) {
        aside = make_sibling(o, "replaced", err);
        if (!aside)
            return false;
        if (rename(o->final_path, aside) != 0) {
            error_set(err, ERROR_OUTPUT, o->final_path, 0, choose_another,
                      "the existing folder cannot be replaced: %s", strerror(errno));
            rmdir(aside);
            free(aside);
            return false;
        }
    }
    bool ok = rename(o->work, o->final_path) == 0;
    if (!ok) {
        error_set(err, ERROR_OUTPUT, o->final_path, 0, choose_another,
                  "the output cannot be moved into place: %s", strerror(errno));
        if (aside && rename(aside, o->final_path) != 0)
            error_set(err, ERROR_OUTPUT, aside, 0, NULL, "the former output is here");
    } else if (aside) {
        remove_tree(aside);
    }
    free(aside);
    return ok;
}

bool outdir_commit(struct outdir *o, struct error *err)
{
    bool ok = write_manifest(o, err) && sync_all(o, err);
    sigset_t old;
    block_signals(&old);
    ok = ok && check_final(o, err) && swap_in(o, err);
    if (ok) {
        struct error ignored = {0};
        /* The folder is in place: a parent that cannot be synced undoes nothing. */
        if (!sync_path(o->parent, &ignored))
            ignored.kind = ERROR_NONE;
        outdir_free(o);
    } else {
        outdir_abandon(o);
    }
    unblock_signals(&old);
    return ok;
}

void outdir_abandon(struct outdir *o)
{
    if (!o)
        return;
    remove_tree(o->work);
    outdir_free(o);
}
