/* SPDX-License-Identifier: MIT */
#include "report/tree.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

struct tree_name {
    char *name;
    enum tree_kind kind;
    char digest[DIGEST_BYTES];
};

struct tree_entry {
    char *name;
    enum tree_kind kind;
    struct stat status;
};

static bool is_plain(struct slice name)
{
    if (name.length == 0 || memchr(name.bytes, '\0', name.length))
        return false;
    struct slice rest = name, part;
    while (slice_next_part(&rest, '/', &part))
        if (part.length == 0 || slice_is(part, ".") || slice_is(part, ".."))
            return false;
    return name.bytes[name.length - 1] != '/';
}

bool tree_list_add(struct tree_list *list, enum tree_kind kind, struct slice name,
                   struct slice digest)
{
    if (!is_plain(name) || (digest.length != 0 && digest.length != DIGEST_BYTES - 1))
        return false;
    list->names = memory_grow(list->names, list->count, &list->room, sizeof *list->names);
    struct tree_name *added = &list->names[list->count++];
    *added = (struct tree_name){.name = slice_copy(name), .kind = kind};
    memcpy(added->digest, digest.bytes, digest.length);
    return true;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const struct tree_name *)a)->name, ((const struct tree_name *)b)->name);
}

void tree_list_sort(struct tree_list *list)
{
    if (list->count > 0)
        qsort(list->names, list->count, sizeof *list->names, compare_names);
}

/* The place of the name, or where it would be. */
static size_t find_place(const struct tree_list *list, const char *name)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(list->names[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct tree_name *find(const struct tree_list *list, const char *name)
{
    size_t i = find_place(list, name);
    return i < list->count && strcmp(list->names[i].name, name) == 0 ? &list->names[i] : NULL;
}

bool tree_list_holds(const struct tree_list *list, const char *name)
{
    return find(list, name) != NULL;
}

static bool holds_below(const struct tree_list *list, const char *folder)
{
    SCOPED_TEXT start = memory_print("%s/", folder);
    size_t i = find_place(list, start);
    return i < list->count && strncmp(list->names[i].name, start, strlen(start)) == 0;
}

void tree_list_done(struct tree_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->names[i].name);
    free(list->names);
    *list = (struct tree_list){0};
}

void tree_seen_done(struct tree_seen *seen)
{
    for (size_t i = 0; i < seen->count; i++)
        free(seen->entries[i].name);
    free(seen->entries);
    *seen = (struct tree_seen){0};
}

/* One look at a folder. */
struct look {
    const char *folder;
    const struct tree_list *list;
    struct tree_seen *seen;
    struct tree_oddity *odd;
};

/* A changed file gives way to what is worse; of two alike the first in byte order is told,
 * whatever the order of the folder. */
static void note_oddity(const struct look *l, enum tree_state state, const char *name, int reason)
{
    struct tree_oddity *odd = l->odd;
    bool is_worse = odd->state == TREE_AS_LISTED ||
                    (odd->state == TREE_HAS_CHANGED && state != TREE_HAS_CHANGED);
    if (!is_worse && (odd->state != state || strcmp(odd->name, name) <= 0))
        return;
    free(odd->name);
    *odd = (struct tree_oddity){state, memory_copy(name), reason};
}

static void note_seen(const struct look *l, const char *name, enum tree_kind kind,
                      const struct stat *status)
{
    struct tree_seen *seen = l->seen;
    seen->entries = memory_grow(seen->entries, seen->count, &seen->room, sizeof *seen->entries);
    seen->entries[seen->count++] = (struct tree_entry){memory_copy(name), kind, *status};
}

static void check_content(const struct look *l, const struct tree_name *listed)
{
    SCOPED_TEXT path = memory_print("%s/%s", l->folder, listed->name);
    char digest[DIGEST_BYTES];
    struct error err = {0};
    if (!listed->digest[0])
        return;
    errno = 0;
    if (!digest_file(path, digest, &err)) {
        if (errno != ENOENT)
            note_oddity(l, TREE_UNREADABLE, listed->name, errno);
    } else if (strcasecmp(digest, listed->digest) != 0) {
        note_oddity(l, TREE_HAS_CHANGED, listed->name, 0);
    }
}

static void look_into(const struct look *l, int folder, const char *inside);

static void look_at(const struct look *l, int folder, const char *base, const char *name)
{
    struct stat status;
    if (fstatat(folder, base, &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (errno != ENOENT)
            note_oddity(l, TREE_UNREADABLE, name, errno);
        return;
    }
    const struct tree_name *listed = find(l->list, name);
    if (S_ISREG(status.st_mode) && listed && listed->kind == TREE_FILE) {
        note_seen(l, name, TREE_FILE, &status);
        check_content(l, listed);
    } else if (S_ISDIR(status.st_mode) && listed && listed->kind == TREE_WHOLE) {
        note_seen(l, name, TREE_WHOLE, &status);
    } else if (S_ISDIR(status.st_mode) &&
               ((listed && listed->kind == TREE_FOLDER) || holds_below(l->list, name))) {
        note_seen(l, name, TREE_FOLDER, &status);
        int inner = openat(folder, base, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        look_into(l, inner, name);
    } else {
        note_oddity(l, TREE_HAS_STRANGER, name, 0);
    }
}

/* Takes the open folder, -1 where it could not be opened. */
static void look_into(const struct look *l, int folder, const char *inside)
{
    DIR *entries = folder >= 0 ? fdopendir(folder) : NULL;
    if (!entries) {
        note_oddity(l, TREE_UNREADABLE, inside, errno);
        return;
    }
    for (const struct dirent *e = readdir(entries); e; e = readdir(entries)) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        SCOPED_TEXT name =
            *inside ? memory_print("%s/%s", inside, e->d_name) : memory_copy(e->d_name);
        look_at(l, dirfd(entries), e->d_name, name);
    }
    closedir(entries);
}

/* Removal goes from the end. */
static void put_last_first(struct tree_seen *seen, const char *last)
{
    for (size_t i = 0; last && i < seen->count; i++)
        if (strcmp(seen->entries[i].name, last) == 0) {
            struct tree_entry moved = seen->entries[i];
            memmove(seen->entries + 1, seen->entries, i * sizeof *seen->entries);
            seen->entries[0] = moved;
            return;
        }
}

struct tree_oddity tree_look(const char *folder, const struct tree_list *list,
                             struct tree_seen *ret_seen)
{
    struct tree_oddity odd = {TREE_AS_LISTED, NULL, 0};
    *ret_seen = (struct tree_seen){0};
    const struct look l = {folder, list, ret_seen, &odd};
    look_into(&l, open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "");
    put_last_first(ret_seen, list->last);
    return odd;
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino && a->st_mode == b->st_mode &&
           a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec && a->st_ctim.tv_sec == b->st_ctim.tv_sec &&
           a->st_ctim.tv_nsec == b->st_ctim.tv_nsec;
}

/* False where it is still there. */
static bool remove_seen(const char *folder, const struct tree_entry *entry)
{
    SCOPED_TEXT path = memory_print("%s/%s", folder, entry->name);
    struct stat now;
    if (lstat(path, &now) != 0)
        return errno == ENOENT;
    if (entry->kind == TREE_FOLDER)
        return rmdir(path) == 0;
    if (entry->kind == TREE_WHOLE)
        return file_remove_folder(path);
    return is_same(&entry->status, &now) && unlink(path) == 0;
}

/* What marks the folder stays where anything else does. */
bool tree_remove(const char *folder, const struct tree_seen *seen)
{
    bool is_gone = true;
    for (size_t i = seen->count; i > 0 && (is_gone || i > 1); i--)
        is_gone = remove_seen(folder, &seen->entries[i - 1]) && is_gone;
    return is_gone && (rmdir(folder) == 0 || errno == ENOENT);
}
