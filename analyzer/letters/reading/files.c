/* SPDX-License-Identifier: MIT */
#include "letters/reading/files.h"

#include "base/memory.h"

#include <dirent.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEPTH_MAX = 16 };

/* Takes the path over. */
static void add(struct letter_files *files, char *path)
{
    if (text_index_find(&files->seen, slice_of(path)) >= 0) {
        free(path);
        return;
    }
    text_index_add(&files->seen, slice_of(path), 0);
    files->paths = memory_grow(files->paths, files->count, &files->room, sizeof *files->paths);
    files->paths[files->count++] = path;
}

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void sort(char **names, size_t count)
{
    if (count)
        qsort(names, count, sizeof *names, compare);
}

static bool is_folder(const char *path, int (*look)(const char *path, struct stat *status))
{
    struct stat status;
    return look(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static char **names_in(DIR *folder, size_t *ret_count)
{
    char **names = NULL;
    size_t room = 0;
    *ret_count = 0;
    for (const struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        names = memory_grow(names, *ret_count, &room, sizeof *names);
        names[(*ret_count)++] = memory_copy(entry->d_name);
    }
    sort(names, *ret_count);
    return names;
}

/* A folder that cannot be listed stands in the list itself: reading it says why. */
static void add_folder(struct letter_files *files, const char *path, int depth)
{
    DIR *folder = depth < DEPTH_MAX ? opendir(path) : NULL;
    if (!folder) {
        add(files, memory_copy(path));
        return;
    }
    size_t count = 0;
    char **names = names_in(folder, &count);
    closedir(folder);
    const char *slash = slice_ends_with(slice_of(path), "/") ? "" : "/";
    for (size_t i = 0; i < count; i++) {
        char *inner = memory_print("%s%s%s", path, slash, names[i]);
        free(names[i]);
        if (!is_folder(inner, lstat)) {
            add(files, inner);
            continue;
        }
        add_folder(files, inner, depth + 1);
        free(inner);
    }
    free(names);
}

static void add_named(struct letter_files *files, const char *name)
{
    if (is_folder(name, stat))
        add_folder(files, name, 0);
    else
        add(files, memory_copy(name));
}

void letter_files_add(struct letter_files *files, const char *name)
{
    glob_t found = {0};
    struct stat status;
    bool is_pattern = lstat(name, &status) != 0 && glob(name, GLOB_NOSORT, NULL, &found) == 0;
    if (is_pattern)
        sort(found.gl_pathv, found.gl_pathc);
    for (size_t i = 0; is_pattern && i < found.gl_pathc; i++)
        add_named(files, found.gl_pathv[i]);
    if (!is_pattern)
        add_named(files, name);
    globfree(&found);
}

void letter_files_done(struct letter_files *files)
{
    for (size_t i = 0; i < files->count; i++)
        free(files->paths[i]);
    free(files->paths);
    text_index_done(&files->seen);
    *files = (struct letter_files){0};
}
