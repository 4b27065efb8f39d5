/* SPDX-License-Identifier: MIT */
#include "report/manifest.h"

#include "base/digest.h"
#include "base/memory.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HEX_LENGTH = DIGEST_BYTES - 1, NAME_COLUMN = HEX_LENGTH + 2 };

bool manifest_write(const char *folder, char *const *names, size_t count, FILE *out,
                    struct error *err)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(names[i], DATABASE_NAME) == 0)
            continue;
        char *path = memory_print("%s/%s", folder, names[i]);
        char hex[DIGEST_BYTES];
        bool ok = digest_file(path, hex, err);
        free(path);
        if (!ok)
            return false;
        fprintf(out, "%s  %s\n", hex, names[i]);
    }
    return true;
}

/* A plain file that is no link; -1 for anything else, which is not even waited for. */
static int open_plain(const char *folder, const char *name)
{
    SCOPED_TEXT path = memory_print("%s/%s", folder, name);
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat status;
    if (fd < 0 || (fstat(fd, &status) == 0 && S_ISREG(status.st_mode)))
        return fd;
    close(fd);
    return -1;
}

/* What stands before the line: the mark some editors put at the head of a file. */
static struct slice strip(struct slice line)
{
    static const char mark[] = "\xEF\xBB\xBF";
    if (line.length >= 3 && memcmp(line.bytes, mark, 3) == 0)
        line = (struct slice){line.bytes + 3, line.length - 3};
    while (line.length > 0 &&
           (line.bytes[line.length - 1] == '\n' || line.bytes[line.length - 1] == '\r'))
        line.length--;
    return line;
}

/* Adds the file that the line names. An empty line names none. */
static bool add_line(struct tree_list *list, struct slice line)
{
    line = strip(line);
    if (line.length == 0)
        return true;
    if (line.length <= NAME_COLUMN)
        return false;
    for (size_t i = 0; i < HEX_LENGTH; i++)
        if (!isxdigit((unsigned char)line.bytes[i]))
            return false;
    char form = line.bytes[HEX_LENGTH + 1];
    if (line.bytes[HEX_LENGTH] != ' ' || (form != ' ' && form != '*'))
        return false;
    return tree_list_add(list, TREE_FILE,
                         (struct slice){line.bytes + NAME_COLUMN, line.length - NAME_COLUMN},
                         (struct slice){line.bytes, HEX_LENGTH});
}

static bool read_lines(FILE *in, struct tree_list *list)
{
    char *line = NULL;
    size_t room = 0;
    bool ok = true;
    for (ssize_t n; ok && (n = getline(&line, &room, in)) > 0;)
        ok = add_line(list, (struct slice){line, (size_t)n});
    free(line);
    return ok && !ferror(in);
}

/* Does the file begin as SQLite's do: with these bytes, with as many zeros (a journal that is
 * done with), or is it empty? */
static bool begins_like(const char *folder, const char *name, const char *magic, size_t length)
{
    static const char zeros[8];
    char bytes[8];
    int fd = open_plain(folder, name);
    if (fd < 0)
        return false;
    ssize_t n = read(fd, bytes, length);
    close(fd);
    return n == 0 || (n == (ssize_t)length &&
                      (memcmp(bytes, magic, length) == 0 || memcmp(bytes, zeros, length) == 0));
}

/* A file that has no digest in the manifest, unless somebody has made the manifest again. */
static void add_undigested(struct tree_list *list, const char *name)
{
    tree_list_sort(list);
    if (!tree_list_holds(list, name) &&
        !tree_list_add(list, TREE_FILE, slice_of(name), slice_of("")))
        internal_fault("no name for a file: %s", name);
}

/* The companions of a database are named for it, and mean nothing without it. */
static void add_companions(const char *folder, struct tree_list *list)
{
    static const struct {
        const char *name, *magic;
        size_t length;
    } companions[] = {{DATABASE_NAME "-journal", "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8},
                      {DATABASE_NAME "-wal", "\x37\x7f\x06", 3},
                      {DATABASE_NAME "-shm", "\x18\xe2\x2d\x00", 4}};
    int database = open_plain(folder, DATABASE_NAME);
    if (database < 0)
        return;
    close(database);
    for (size_t i = 0; i < sizeof companions / sizeof *companions; i++)
        if (begins_like(folder, companions[i].name, companions[i].magic, companions[i].length))
            add_undigested(list, companions[i].name);
}

bool manifest_read(const char *folder, struct tree_list *ret_list)
{
    *ret_list = (struct tree_list){.last = MANIFEST_NAME};
    int fd = open_plain(folder, MANIFEST_NAME);
    FILE *in = fd >= 0 ? fdopen(fd, "r") : NULL;
    if (!in)
        return false;
    bool ok = read_lines(in, ret_list);
    fclose(in);
    tree_list_sort(ret_list);
    if (!ok || !tree_list_holds(ret_list, SUMMARY_NAME))
        return false;
    add_undigested(ret_list, MANIFEST_NAME);
    add_undigested(ret_list, DATABASE_NAME);
    add_companions(folder, ret_list);
    tree_list_sort(ret_list);
    return true;
}
