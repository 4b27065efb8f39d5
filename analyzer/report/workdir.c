/* SPDX-License-Identifier: MIT */
#include "report/workdir.h"

#include "base/file.h"
#include "base/memory.h"
#include "report/doomed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { NAME_BYTES = 200 }; /* of a name that may have 255, with what stands around it */

struct workdir {
    char *path;
    int lock;   /* the open folder */
    FILE *mark; /* NULL where the folder cannot be locked: then nobody may remove it */
};

static const char signature[] = "concord is making something here, or was when it was ended.\n"
                                "The next run removes this folder: file, folder, tree by name.\n";

char *workdir_prefix(const char *name, const char *purpose)
{
    return memory_print(".%.*s.%s-", NAME_BYTES, name, purpose);
}

bool workdir_cuts(const char *name)
{
    return strlen(name) > NAME_BYTES;
}

int workdir_lock(int folder)
{
    if (flock(folder, LOCK_EX | LOCK_NB) == 0)
        return 1;
    return errno == EWOULDBLOCK ? 0 : -1;
}

char *workdir_make_sibling(const char *parent, const char *name, const char *purpose,
                           const char *advice, struct error *err)
{
    SCOPED_TEXT prefix = workdir_prefix(name, purpose);
    char *path = memory_print("%s/%sXXXXXX", parent, prefix);
    if (mkdtemp(path))
        return path;
    error_set(err, ERROR_OUTPUT, parent, 0, advice, "no folder can be made there: %s",
              strerror(errno));
    free(path);
    return NULL;
}

/* Another run may have taken the folder for a leftover before it was locked. */
static bool is_still_there(const char *path, int folder)
{
    struct stat named, opened;
    return lstat(path, &named) == 0 && fstat(folder, &opened) == 0 &&
           named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

/* The rights that mkdir would give. */
static bool open_to_others(int folder)
{
    mode_t mask = umask(0);
    umask(mask);
    return fchmod(folder, 0777 & ~mask) == 0;
}

static bool lock_it(struct workdir *w, bool *ret_can_be_locked)
{
    w->lock = open(w->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int state = w->lock >= 0 ? workdir_lock(w->lock) : 0;
    *ret_can_be_locked = state == 1;
    if (state != 0 && is_still_there(w->path, w->lock) && open_to_others(w->lock))
        return true;
    if (w->lock >= 0)
        close(w->lock);
    return false;
}

/* Signals are held: the list of what a handler removes and the folders agree. */
static bool make_locked(struct workdir *w, const char *parent, const char *name, const char *advice,
                        bool *ret_can_be_locked, struct error *err)
{
    enum { TRIES = 10 };
    for (int i = 0; i < TRIES; i++) {
        w->path = workdir_make_sibling(parent, name, PURPOSE_PARTIAL, advice, err);
        if (!w->path)
            return false;
        if (lock_it(w, ret_can_be_locked))
            return true;
        rmdir(w->path);
        free(w->path);
    }
    return error_set(err, ERROR_OUTPUT, parent, 0, advice,
                     "no folder can be kept there: it is removed, or cannot be opened");
}

/* The mark is a help for later runs: this one goes on without it. */
static void write_mark(struct workdir *w)
{
    SCOPED_TEXT path = memory_print("%s/%s", w->path, MARK_NAME);
    doomed_add(DOOMED_FILE, path);
    w->mark = fopen(path, "wxe");
    if (w->mark)
        fputs(signature, w->mark);
    if (w->mark)
        fflush(w->mark);
}

bool workdir_make(const char *parent, const char *name, const char *advice,
                  struct workdir **ret_work, struct error *err)
{
    *ret_work = NULL;
    struct workdir *w = memory_new(1, sizeof *w);
    bool can_be_locked = false;
    doomed_begin();
    sigset_t before;
    doomed_hold(&before);
    bool ok = make_locked(w, parent, name, advice, &can_be_locked, err);
    if (ok) {
        doomed_add(DOOMED_FOLDER, w->path);
        if (can_be_locked)
            write_mark(w);
        *ret_work = w;
    } else {
        free(w);
        doomed_end();
    }
    doomed_let_go(&before);
    return ok;
}

const char *workdir_path(const struct workdir *w)
{
    return w->path;
}

static const struct {
    const char *word;
    enum doomed_kind doom;
} kinds[] = {[TREE_FILE] = {"file", DOOMED_FILE},
             [TREE_FOLDER] = {"folder", DOOMED_FOLDER},
             [TREE_WHOLE] = {"tree", DOOMED_TREE}};
enum { KINDS = sizeof kinds / sizeof *kinds };

void workdir_note(struct workdir *w, enum tree_kind kind, const char *name)
{
    SCOPED_TEXT path = memory_print("%s/%s", w->path, name);
    doomed_add(kinds[kind].doom, path);
    if (!w->mark)
        return;
    fprintf(w->mark, "%s %s\n", kinds[kind].word, name);
    fflush(w->mark);
}

void workdir_forget(struct workdir *w, const char *name)
{
    SCOPED_TEXT path = memory_print("%s/%s", w->path, name);
    doomed_forget(path);
}

bool workdir_finish(struct workdir *w, struct error *err)
{
    SCOPED_TEXT path = memory_print("%s/%s", w->path, MARK_NAME);
    if (unlink(path) != 0 && errno != ENOENT)
        return error_set(err, ERROR_OUTPUT, path, 0, NULL, "cannot be removed: %s",
                         strerror(errno));
    doomed_forget_below(w->path);
    return true;
}

void workdir_release(struct workdir *w)
{
    doomed_forget_below(w->path);
    if (w->mark)
        fclose(w->mark);
    close(w->lock);
    doomed_end();
    free(w->path);
    free(w);
}

void workdir_remove(struct workdir *w)
{
    if (!w)
        return;
    /* Never what somebody else has put under that name. */
    if (is_still_there(w->path, w->lock))
        file_remove_folder(w->path);
    workdir_release(w);
}

/* False for a line that is none of ours: the last one may be cut, and then names what was
 * never made. */
static bool add_line(struct tree_list *list, struct slice line)
{
    for (size_t i = 0; i < KINDS; i++) {
        size_t length = strlen(kinds[i].word);
        if (line.length > length + 2 && line.bytes[line.length - 1] == '\n' &&
            memcmp(line.bytes, kinds[i].word, length) == 0 && line.bytes[length] == ' ')
            return tree_list_add(list, (enum tree_kind)i,
                                 (struct slice){line.bytes + length + 1, line.length - length - 2},
                                 slice_of(""));
    }
    return false;
}

static bool read_lines(FILE *in, struct tree_list *list)
{
    char *line = NULL;
    size_t room = 0, at = 0;
    bool is_signed = true;
    for (ssize_t n; is_signed && at < sizeof signature - 1 && (n = getline(&line, &room, in)) > 0;
         at += (size_t)n)
        is_signed =
            at + (size_t)n <= sizeof signature - 1 && memcmp(line, signature + at, (size_t)n) == 0;
    for (ssize_t n; is_signed && at == sizeof signature - 1 && (n = getline(&line, &room, in)) > 0;)
        if (!add_line(list, (struct slice){line, (size_t)n}))
            break;
    free(line);
    return is_signed;
}

bool workdir_read_mark(const char *folder, struct tree_list *ret_list)
{
    *ret_list = (struct tree_list){.last = MARK_NAME};
    SCOPED_TEXT path = memory_print("%s/%s", folder, MARK_NAME);
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat status;
    bool is_file = fd >= 0 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
    FILE *in = is_file ? fdopen(fd, "r") : NULL;
    if (!in && fd >= 0)
        close(fd);
    if (!in)
        return false;
    bool is_ours = read_lines(in, ret_list) &&
                   tree_list_add(ret_list, TREE_FILE, slice_of(MARK_NAME), slice_of(""));
    fclose(in);
    tree_list_sort(ret_list);
    return is_ours;
}
