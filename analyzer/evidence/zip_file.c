/* SPDX-License-Identifier: MIT */
#include "evidence/zip_file.h"

#include "base/memory.h"

#include <minizip/zip.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum {
    MADE_BY_UNIX = 3 << 8 | 30, /* version 3.0 of the format */
    NAMES_ARE_UTF8 = 1 << 11,
    LEVEL = 9,
    WINDOW_BITS = 15,
    MEMORY_LEVEL = 8,
    FIRST_DAY = 3652, /* 1 January 1980: a zip file knows no earlier one */
    LAST_DAY = 49672, /* 31 December 2105 */
    PIECE = 8192,
};

/* Not before the first day that such a file knows. */
static zip_fileinfo stamp(int32_t day)
{
    zip_fileinfo info = {.external_fa = (uLong)(S_IFREG | 0644) << 16};
    day = day < FIRST_DAY ? FIRST_DAY : day > LAST_DAY ? LAST_DAY : day;
    const time_t seconds = (time_t)day * 24 * 60 * 60;
    struct tm date;
    gmtime_r(&seconds, &date);
    info.tmz_date.tm_mday = (uInt)date.tm_mday;
    info.tmz_date.tm_mon = (uInt)date.tm_mon;
    info.tmz_date.tm_year = (uInt)(date.tm_year + 1900);
    return info;
}

static bool failed(const char *name, struct error *err)
{
    return error_set(err, ERROR_OUTPUT, name, 0, "Choose another file with -o, or free some space.",
                     "could not be written whole");
}

static bool copy(zipFile zip, const char *path, const char *name, struct error *err)
{
    char piece[PIECE];
    FILE *in = fopen(path, "re");
    bool ok = in != NULL;
    for (size_t n; ok && (n = fread(piece, 1, sizeof piece, in)) > 0;)
        ok = zipWriteInFileInZip(zip, piece, (unsigned)n) == ZIP_OK;
    ok = ok && !ferror(in);
    if (in)
        fclose(in);
    return ok || failed(name, err);
}

struct packing {
    zipFile zip;
    const char *folder, *top, *name; /* name: of the archive, for messages */
    zip_fileinfo info;
};

static bool add(const struct packing *p, const char *member, struct error *err)
{
    SCOPED_TEXT path = memory_print("%s/%s", p->folder, member);
    SCOPED_TEXT inside = memory_print("%s/%s", p->top, member);
    if (zipOpenNewFileInZip4_64(p->zip, inside, &p->info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, LEVEL,
                                0, -WINDOW_BITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY, NULL, 0,
                                MADE_BY_UNIX, NAMES_ARE_UTF8, 0) != ZIP_OK)
        return failed(p->name, err);
    bool ok = copy(p->zip, path, p->name, err);
    return (zipCloseFileInZip(p->zip) == ZIP_OK && ok) || failed(p->name, err);
}

bool zip_file_write(struct bag *bag, const char *top, int32_t day, const char *name,
                    struct error *err)
{
    const char *folder = outdir_path(bag->outdir);
    SCOPED_TEXT path = memory_print("%s/%s", folder, name);
    outdir_note(bag->outdir, name);
    const struct packing p = {zipOpen64(path, APPEND_STATUS_CREATE), folder, top, name, stamp(day)};
    if (!p.zip)
        return failed(name, err);
    bool ok = true;
    for (const char *const *tag = bag_tag_files; ok && *tag; tag++)
        ok = add(&p, *tag, err);
    ok = ok && add(&p, "tagmanifest-sha256.txt", err);
    for (size_t i = 0; ok && i < bag->count; i++) {
        SCOPED_TEXT member = memory_print("data/%s", bag->files[i].name);
        ok = add(&p, member, err);
    }
    return (zipClose(p.zip, NULL) == ZIP_OK || failed(name, err)) && ok;
}
