/* SPDX-License-Identifier: MIT */
#include "report/leftovers.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "report/former.h"
#include "report/manifest.h"
#include "report/workdir.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LETTERS = 6 }; /* that mkdtemp puts in place of the X's */

static bool is_called(const char *name, const char *prefix)
{
    size_t length = strlen(prefix);
    if (strncmp(name, prefix, length) != 0 || strlen(name + length) != LETTERS)
        return false;
    for (const char *c = name + length; *c; c++)
        if (!isalnum((unsigned char)*c))
            return false;
    return true;
}

/* Is the open folder still what stands there, and this user's? */
static bool is_at_hand(const char *path, int folder)
{
    struct stat opened, named;
    return fstat(folder, &opened) == 0 && lstat(path, &named) == 0 && opened.st_uid == geteuid() &&
           named.st_ino == opened.st_ino && named.st_dev == opened.st_dev;
}

/* The open folder, locked, or -1 where it is another user's, or a living run's. */
static int claim(const char *path)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return -1;
    int state = is_at_hand(path, folder) ? workdir_lock(folder) : 0;
    if (state == 1 && is_at_hand(path, folder))
        return folder;
    if (state < 0)
        terminal_warn(path, 0,
                      "a run works in this folder, or left it when it was ended: this file system "
                      "has no locks that would tell. Remove it yourself if no run is left");
    close(folder);
    return -1;
}

static bool remove_marked(const char *path, bool *ret_is_marked)
{
    struct tree_list list;
    *ret_is_marked = workdir_read_mark(path, &list);
    bool is_gone = false;
    if (*ret_is_marked) {
        struct tree_seen seen;
        struct tree_oddity odd = tree_look(path, &list, &seen);
        is_gone = odd.state == TREE_AS_LISTED && tree_remove(path, &seen);
        free(odd.name);
        tree_seen_done(&seen);
    }
    tree_list_done(&list);
    return is_gone;
}

static bool remove_output(const char *path)
{
    static const struct former_terms as_written = {.is_audit = true};
    struct tree_seen seen;
    struct error why = {0};
    bool is_gone = former_check(path, &as_written, &seen, &why) && tree_remove(path, &seen);
    tree_seen_done(&seen);
    return is_gone;
}

static void remove_one(const char *path)
{
    bool is_marked = false;
    if (rmdir(path) == 0 || errno == ENOENT || remove_marked(path, &is_marked) ||
        (!is_marked && remove_output(path)))
        return;
    terminal_warn(path, 0,
                  "an earlier run was ended and left this folder. It stays, since it holds what "
                  "no run of ours wrote there, or what was changed since: look into it, then "
                  "remove it yourself");
}

/* A former output that stands aside while nothing is in its place. */
static void put_back(const char *path, const char *final_path)
{
    if (rename(path, final_path) == 0)
        terminal_warn(final_path, 0,
                      "an earlier run was ended while it replaced this folder: what was here "
                      "before it is back");
    else
        terminal_warn(path, 0,
                      "an earlier run was ended while it replaced an output. This is what was "
                      "there, and it cannot be moved back");
}

static bool is_only_copy(const char *path, const char *final_path)
{
    struct stat status;
    return final_path && lstat(final_path, &status) != 0 && former_is_output(path);
}

/* final_path: the place of a former output, NULL where the folders are none. */
static void search(const char *parent, const char *prefix, const char *final_path)
{
    DIR *entries = opendir(parent);
    if (!entries)
        return;
    for (const struct dirent *e = readdir(entries); e; e = readdir(entries)) {
        if (!is_called(e->d_name, prefix))
            continue;
        SCOPED_TEXT path = memory_print("%s/%s", parent, e->d_name);
        int folder = claim(path);
        if (folder < 0)
            continue;
        if (is_only_copy(path, final_path))
            put_back(path, final_path);
        else
            remove_one(path);
        close(folder);
    }
    closedir(entries);
}

void leftovers_remove(const char *parent, const char *name, bool has_output)
{
    /* Whose a former output was is not known where the name is cut. */
    if (has_output && !workdir_cuts(name)) {
        SCOPED_TEXT final_path = memory_print("%s/%s", parent, name);
        SCOPED_TEXT aside = workdir_prefix(name, PURPOSE_REPLACED);
        search(parent, aside, final_path);
    }
    SCOPED_TEXT partial = workdir_prefix(name, PURPOSE_PARTIAL);
    search(parent, partial, NULL);
}
