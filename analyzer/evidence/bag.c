/* SPDX-License-Identifier: MIT */
#include "evidence/bag.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DATA     "data/"
#define MANIFEST "manifest-sha256.txt"

enum { LINE_MOST = 79 };

const char *const bag_tag_files[] = {"bag-info.txt", "bagit.txt", MANIFEST, BAG_CRATE, NULL};

bool bag_begin(struct bag *bag, struct outdir *outdir, struct error *err)
{
    *bag = (struct bag){.outdir = outdir};
    outdir_has_own_manifest(outdir);
    return outdir_make_folder(outdir, "data", err);
}

void bag_done(struct bag *bag)
{
    for (size_t i = 0; i < bag->count; i++)
        free(bag->files[i].name);
    free(bag->files);
}

bool bag_make_folder(struct bag *bag, const char *name, struct error *err)
{
    SCOPED_TEXT path = memory_print(DATA "%s", name);
    return outdir_make_folder(bag->outdir, path, err);
}

void bag_note(struct bag *bag, const char *name, const char *about)
{
    bag->files = memory_grow(bag->files, bag->count, &bag->room, sizeof *bag->files);
    bag->files[bag->count++] = (struct bag_file){.name = memory_copy(name), .about = about};
}

bool bag_open(struct bag *bag, const char *name, const char *about, FILE **ret_file,
              struct error *err)
{
    SCOPED_TEXT path = memory_print(DATA "%s", name);
    bag_note(bag, name, about);
    return outdir_open(bag->outdir, path, ret_file, err);
}

static bool write_text(struct outdir *o, const char *name, struct slice text, struct error *err)
{
    FILE *out;
    if (!outdir_open(o, name, &out, err))
        return false;
    fwrite(text.bytes, 1, text.length, out);
    return outdir_close(out, name, err);
}

bool bag_write(struct bag *bag, const char *name, const char *about, struct slice text,
               struct error *err)
{
    SCOPED_TEXT path = memory_print(DATA "%s", name);
    bag_note(bag, name, about);
    return write_text(bag->outdir, path, text, err);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const struct bag_file *)a)->name, ((const struct bag_file *)b)->name);
}

static bool weigh(const char *folder, struct bag_file *file, struct error *err)
{
    SCOPED_TEXT path = memory_print("%s/" DATA "%s", folder, file->name);
    struct stat status;
    if (stat(path, &status) != 0)
        return error_set(err, ERROR_OUTPUT, file->name, 0, NULL, "cannot be read again: %s",
                         strerror(errno));
    file->bytes = (size_t)status.st_size;
    return digest_file(path, file->digest, err);
}

bool bag_weigh(struct bag *bag, struct error *err)
{
    bool ok = true;
    if (bag->count)
        qsort(bag->files, bag->count, sizeof *bag->files, compare_names);
    for (size_t i = 0; ok && i < bag->count; i++)
        ok = weigh(outdir_path(bag->outdir), &bag->files[i], err);
    return ok;
}

size_t bag_bytes(const struct bag *bag)
{
    size_t sum = 0;
    for (size_t i = 0; i < bag->count; i++)
        sum += bag->files[i].bytes;
    return sum;
}

/* "Label: value", in lines of 79 characters at most, the later ones indented. Control characters of
 * a value are blanks. */
static void write_word(FILE *out, const struct bag_word *word)
{
    struct slice rest = slice_of(word->value), part;
    SCOPED_TEXT plain = memory_copy(word->value);
    for (char *c = plain; *c; c++)
        *c = (unsigned char)*c < ' ' ? ' ' : *c;
    size_t column = strlen(word->label) + 1;
    fprintf(out, "%s:", word->label);
    rest.bytes = plain;
    for (bool is_first = true; slice_next_part(&rest, ' ', &part); is_first = false) {
        if (!part.length)
            continue;
        if (!is_first && column + 1 + part.length > LINE_MOST) {
            fputs("\n ", out);
            column = 1;
        }
        fprintf(out, " %.*s", (int)part.length, part.bytes);
        column += 1 + part.length;
    }
    fputc('\n', out);
}

static bool write_info(struct bag *bag, const struct bag_word *words, struct error *err)
{
    FILE *out;
    if (!outdir_open(bag->outdir, "bag-info.txt", &out, err))
        return false;
    for (; words->label; words++)
        if (words->value && *words->value)
            write_word(out, words);
    fprintf(out, "Payload-Oxum: %zu.%zu\n", bag_bytes(bag), bag->count);
    return outdir_close(out, "bag-info.txt", err);
}

static bool write_manifest(struct bag *bag, struct error *err)
{
    FILE *out;
    if (!outdir_open(bag->outdir, MANIFEST, &out, err))
        return false;
    for (size_t i = 0; i < bag->count; i++)
        fprintf(out, "%s  " DATA "%s\n", bag->files[i].digest, bag->files[i].name);
    return outdir_close(out, MANIFEST, err);
}

static bool write_tag_manifest(struct bag *bag, struct error *err)
{
    static const char name[] = "tagmanifest-sha256.txt";
    FILE *out;
    if (!outdir_open(bag->outdir, name, &out, err))
        return false;
    bool ok = true;
    for (const char *const *tag = bag_tag_files; ok && *tag; tag++) {
        char digest[DIGEST_BYTES];
        SCOPED_TEXT path = memory_print("%s/%s", outdir_path(bag->outdir), *tag);
        ok = digest_file(path, digest, err);
        if (ok)
            fprintf(out, "%s  %s\n", digest, *tag);
    }
    return outdir_close(out, name, err) && ok;
}

bool bag_finish(struct bag *bag, const struct bag_word *words, struct error *err)
{
    static const char bagit[] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    return write_text(bag->outdir, "bagit.txt", slice_of(bagit), err) && write_manifest(bag, err) &&
           write_info(bag, words, err) && write_tag_manifest(bag, err);
}
