/* SPDX-License-Identifier: MIT */
#include "letters/reading/archive.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "letters/reading/tree.h"
#include "letters/reading/unreadable.h"

#include <minizip/unzip.h>
#include <stdlib.h>
#include <sys/stat.h>

/* A small archive may hold anything: nothing comes of it. */
enum { PARTS_MAX = 10000, HARMLESS_BYTES = 1 << 20, ENCRYPTED = 1, MODE_SHIFT = 16 };
enum { NAME_SHOWN_BYTES = 60 };

struct archive {
    struct slice bytes;
    ZPOS64_T at; /* where minizip reads next */
    unzFile zip;
    char **names;
    size_t count, room;
    size_t most; /* of one part */
    const char *instead;
};

static voidpf open_memory(voidpf opaque, const void *name, int mode)
{
    (void)name, (void)mode;
    return opaque;
}

static uLong read_memory(voidpf opaque, voidpf stream, void *out, uLong size)
{
    struct archive *a = stream;
    (void)opaque;
    size_t left = a->bytes.length - (size_t)a->at;
    size_t length = size < left ? size : left;
    memcpy(out, a->bytes.bytes + a->at, length);
    a->at += length;
    return length;
}

static ZPOS64_T tell_memory(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((struct archive *)stream)->at;
}

static long seek_memory(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin)
{
    struct archive *a = stream;
    (void)opaque;
    ZPOS64_T base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? a->at
                    : origin == ZLIB_FILEFUNC_SEEK_END ? a->bytes.length
                                                       : 0;
    if (offset > a->bytes.length - base)
        return -1;
    a->at = base + offset;
    return 0;
}

static int no_matter(voidpf opaque, voidpf stream)
{
    (void)opaque, (void)stream;
    return 0;
}

static unzFile open_zip(struct archive *a)
{
    zlib_filefunc64_def functions = {.zopen64_file = open_memory,
                                     .zread_file = read_memory,
                                     .ztell64_file = tell_memory,
                                     .zseek64_file = seek_memory,
                                     .zclose_file = no_matter,
                                     .zerror_file = no_matter,
                                     .opaque = a};
    return unzOpen2_64("", &functions);
}

/* A part of it is "..", or it begins at the root of a disk. */
static bool leads_out(const char *name)
{
    struct slice rest = slice_of(name), folder;
    bool has_drive = rest.length > 1 && name[1] == ':';
    bool leads = name[0] == '/' || has_drive || strchr(name, '\\') != NULL;
    while (!leads && slice_next_part(&rest, '/', &folder))
        leads = slice_is(folder, "..");
    return leads;
}

static bool check_part(struct archive *a, const unz_file_info64 *info, const char *name,
                       char **ret_reason)
{
    if (leads_out(name) || strlen(name) != info->size_filename)
        return unreadable(ret_reason,
                          "a name in the archive leads out of its folder, %s: get it from its "
                          "author again, or %s",
                          SHOWN(name, NAME_SHOWN_BYTES), a->instead);
    if (S_ISLNK((mode_t)(info->external_fa >> MODE_SHIFT)))
        return unreadable(ret_reason,
                          "the archive holds a link, %s: get it from its author again, or %s",
                          SHOWN(name, NAME_SHOWN_BYTES), a->instead);
    if (info->flag & ENCRYPTED)
        return unreadable(ret_reason, "it needs a password: save it without one");
    return a->count < PARTS_MAX ||
           unreadable(ret_reason, "the archive holds more than %d parts", PARTS_MAX);
}

static bool take_part(struct archive *a, ZPOS64_T *total, char **ret_reason)
{
    unz_file_info64 info;
    if (unzGetCurrentFileInfo64(a->zip, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
        return unreadable(ret_reason, "the archive is damaged");
    char *name = memory_new(info.size_filename + 1, 1);
    unzGetCurrentFileInfo64(a->zip, NULL, name, info.size_filename, NULL, 0, NULL, 0);
    bool ok = check_part(a, &info, name, ret_reason);
    a->names = memory_grow(a->names, a->count, &a->room, sizeof *a->names);
    a->names[a->count++] = name;
    *total += info.uncompressed_size < a->most ? info.uncompressed_size : a->most + 1;
    return ok;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool survey(struct archive *a, const struct letter_limits *limits, char **ret_reason)
{
    ZPOS64_T total = 0;
    int found = unzGoToFirstFile(a->zip);
    bool ok = true;
    for (; ok && found == UNZ_OK; found = unzGoToNextFile(a->zip))
        ok = take_part(a, &total, ret_reason);
    if (ok && found != UNZ_END_OF_LIST_OF_FILE)
        return unreadable(ret_reason, "the archive is damaged: get it again");
    if (ok && total > HARMLESS_BYTES && total > (ZPOS64_T)limits->expansion * a->bytes.length)
        return unreadable(ret_reason, "it unpacks to more than %zu times its size: %s",
                          limits->expansion, a->instead);
    if (a->count)
        qsort(a->names, a->count, sizeof *a->names, compare_names);
    return ok;
}

bool archive_open(struct slice bytes, const struct letter_limits *limits,
                  struct archive **ret_archive, char **ret_reason)
{
    struct archive *a = memory_new(1, sizeof *a);
    *a = (struct archive){.bytes = bytes, .most = limits->file_bytes, .instead = limits->instead};
    a->zip = open_zip(a);
    bool ok = a->zip ? survey(a, limits, ret_reason)
                     : unreadable(ret_reason, "the archive is damaged: get it again");
    *ret_archive = ok ? a : NULL;
    if (!ok)
        archive_close(a);
    return ok;
}

bool archive_has(const struct archive *archive, const char *name)
{
    for (size_t i = 0; i < archive->count; i++)
        if (strcmp(archive->names[i], name) == 0)
            return true;
    return false;
}

const char *archive_name(const struct archive *archive, const char *beginning, const char *ending,
                         size_t n)
{
    for (size_t i = 0; i < archive->count; i++)
        if (strncmp(archive->names[i], beginning, strlen(beginning)) == 0 &&
            slice_ends_with(slice_of(archive->names[i]), ending) && n-- == 0)
            return archive->names[i];
    return NULL;
}

static bool is_twice(const struct archive *a, const char *name)
{
    size_t count = 0;
    for (size_t i = 0; i < a->count; i++)
        count += strcmp(a->names[i], name) == 0;
    return count > 1;
}

/* As many bytes as the part says, and the checksum right. */
static bool unpack(struct archive *a, size_t size, char *out)
{
    if (unzOpenCurrentFile(a->zip) != UNZ_OK)
        return false;
    size_t done = 0;
    int length = 0;
    while (done < size &&
           (length = unzReadCurrentFile(a->zip, out + done, (unsigned)(size - done))) > 0)
        done += (size_t)length;
    return unzCloseCurrentFile(a->zip) == UNZ_OK && done == size;
}

bool archive_read(struct archive *archive, const char *name, char **ret_bytes, size_t *ret_length,
                  char **ret_reason)
{
    unz_file_info64 info;
    *ret_bytes = NULL;
    if (is_twice(archive, name) || unzLocateFile(archive->zip, name, 1) != UNZ_OK ||
        unzGetCurrentFileInfo64(archive->zip, &info, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
        return unreadable(ret_reason,
                          "its part %s is not there, or there twice: open it in the program that "
                          "made it and save it again, or %s",
                          SHOWN(name, NAME_SHOWN_BYTES), archive->instead);
    if (info.uncompressed_size > archive->most)
        return unreadable(ret_reason, "its part %s is larger than %zu MiB: %s",
                          SHOWN(name, NAME_SHOWN_BYTES), archive->most >> 20, archive->instead);
    *ret_length = (size_t)info.uncompressed_size;
    *ret_bytes = memory_new(*ret_length + 1, 1);
    if (unpack(archive, *ret_length, *ret_bytes))
        return true;
    free(*ret_bytes);
    *ret_bytes = NULL;
    return unreadable(ret_reason, "the archive is damaged: get it again");
}

xmlDoc *archive_read_xml(struct archive *archive, const char *name, char **ret_reason)
{
    char *bytes = NULL;
    size_t length = 0;
    xmlDoc *doc = NULL;
    if (archive_read(archive, name, &bytes, &length, ret_reason))
        doc = tree_read_xml((struct slice){bytes, length}, name, archive->instead, ret_reason);
    free(bytes);
    return doc;
}

xmlDoc *archive_try_xml(struct archive *archive, const char *name)
{
    char *no_matter = NULL;
    xmlDoc *doc = archive_has(archive, name) ? archive_read_xml(archive, name, &no_matter) : NULL;
    free(no_matter);
    return doc;
}

void archive_close(struct archive *archive)
{
    if (!archive)
        return;
    if (archive->zip)
        unzClose(archive->zip);
    for (size_t i = 0; i < archive->count; i++)
        free(archive->names[i]);
    free(archive->names);
    free(archive);
}
