/* SPDX-License-Identifier: MIT */
#include "report/manifest.h"

#include "base/digest.h"
#include "base/memory.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HEX_LENGTH = 64, NAME_COLUMN = HEX_LENGTH + 2, LINE_BYTES = 4096, MAX_NAMES = 256 };

bool manifest_write(const char *folder, char *const *names, size_t count, FILE *out,
                    struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], DATABASE_NAME) == 0)
            continue;
        char *path = memory_print("%s/%s", folder, names[i]);
        char hex[HEX_LENGTH + 1];
        bool ok = digest_file(path, hex, err);
        free(path);
        if (!ok)
            return false;
        fprintf(out, "%s  %s\n", hex, names[i]);
    }
    return true;
}

/* The file name of a manifest line, cut to the top level ("charts/x.svg" gives
 * "charts"); NULL where the line is none. Works in place. */
static const char *line_name(char *line)
{
    for (size_t i = 0; i < HEX_LENGTH; i++)
        if (!isxdigit((unsigned char)line[i]))
            return NULL;
    if (strncmp(line + HEX_LENGTH, "  ", 2) != 0)
        return NULL;
    char *name = line + NAME_COLUMN;
    name[strcspn(name, "/\n")] = '\0';
    return *name ? name : NULL;
}

struct name_list {
    char *names[MAX_NAMES];
    size_t count;
};

static bool list_holds(const struct name_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->names[i], name) == 0)
            return true;
    return false;
}

static void list_done(struct name_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->names[i]);
}

static bool has_database(const char *folder)
{
    char *path = memory_print("%s/%s", folder, DATABASE_NAME);
    bool is_there = access(path, F_OK) == 0;
    free(path);
    return is_there;
}

/* False where the file is missing or is no manifest of ours. */
static bool read_manifest(const char *folder, struct name_list *ret_list)
{
    char *path = memory_print("%s/%s", folder, MANIFEST_NAME);
    FILE *in = fopen(path, "re");
    free(path);
    if (!in)
        return false;
    char line[LINE_BYTES];
    bool ok = true;
    while (ok && fgets(line, sizeof line, in)) {
        const char *name = line_name(line);
        ok = name != NULL && ret_list->count < MAX_NAMES;
        if (ok && !list_holds(ret_list, name))
            ret_list->names[ret_list->count++] = memory_copy(name);
    }
    fclose(in);
    return ok && list_holds(ret_list, "summary.json") && has_database(folder);
}

static bool is_expected(const struct name_list *list, const char *name)
{
    return name[0] == '.' || strcmp(name, MANIFEST_NAME) == 0 ||
           strncmp(name, DATABASE_NAME, strlen(DATABASE_NAME)) == 0 || list_holds(list, name);
}

static bool check_entries(const char *folder, const struct name_list *list, struct error *err)
{
    DIR *entries = opendir(folder);
    if (!entries)
        return error_set(err, ERROR_OUTPUT, folder, 0, "Choose another folder with -o.",
                         "the existing folder cannot be read: %s", strerror(errno));
    bool ok = true;
    for (const struct dirent *e = readdir(entries); ok && e; e = readdir(entries))
        if (!is_expected(list, e->d_name))
            ok = error_set(err, ERROR_OUTPUT, folder, 0,
                           "Move that file away, or choose another folder with -o.",
                           "the existing folder holds \"%.200s\", which no audit wrote; it is not "
                           "replaced",
                           e->d_name);
    closedir(entries);
    return ok;
}

bool manifest_check_folder(const char *folder, struct error *err)
{
    struct name_list list = {0};
    bool ours = read_manifest(folder, &list);
    bool ok = ours ? check_entries(folder, &list, err)
                   : error_set(err, ERROR_OUTPUT, folder, 0,
                               "Choose another folder with -o, or remove this one yourself.",
                               "the folder exists and was not written by an audit; it is not "
                               "replaced");
    list_done(&list);
    return ok;
}
