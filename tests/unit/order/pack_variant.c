/* SPDX-License-Identifier: MIT */
#include "order/pack_variant.h"

#include "base/memory.h"
#include "intake/contract.h"
#include "reader/csv_reader.h"
#include "support.h"

#include <check.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A file taken apart; everything borrows from its bytes. */
struct records {
    bool is_utf8;
    struct slice header; /* with what stands before it and blank lines behind it */
    struct slice *rows;  /* each with the end of its last line, if it has one */
    size_t count, room;
    bool last_is_open; /* it has an unclosed quote, and so runs to the end of the file */
};

/* Where lines begin, counted from 1 as the reader does. */
struct line_finder {
    struct slice text;
    size_t at;
    long line;
};

static size_t begin_of_line(struct line_finder *f, long line)
{
    for (; f->line < line; f->line++) {
        const char *end = memchr(f->text.bytes + f->at, '\n', f->text.length - f->at);
        if (!end) /* not ck_assert, which writes a file each time */
            ck_abort_msg("no line %ld", line);
        f->at = (size_t)(end - f->text.bytes) + 1;
    }
    return f->at;
}

/* The reader says on which line each row begins; a row ends where the next one begins. */
static struct records take_apart(const char *path, struct slice text)
{
    struct records r = {.header = text};
    struct error err = {0};
    struct csv_reader *reader = NULL;
    ck_assert_msg(csv_reader_open(path, text, &reader, &err), "%s: %s", path, err.what);
    r.is_utf8 = strcmp(csv_reader_encoding(reader), "UTF-8") == 0;
    ck_assert_msg(r.is_utf8 || strcmp(csv_reader_encoding(reader), "Windows-1252") == 0,
                  "%s: rows are found by the byte LF", path);
    struct line_finder finder = {text, 0, 1};
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event != CSV_END; csv_reader_next(reader, &row)) {
        size_t begin = begin_of_line(&finder, row.line);
        struct slice *before = r.count ? &r.rows[r.count - 1] : &r.header;
        before->length = (size_t)(text.bytes + begin - before->bytes);
        if (before->length == 0)
            ck_abort_msg("%s: two rows on line %ld", path, row.line);
        r.rows = memory_grow(r.rows, r.count, &r.room, sizeof *r.rows);
        r.rows[r.count++] = (struct slice){text.bytes + begin, text.length - begin};
        r.last_is_open = row.event == CSV_BAD_ROW && strcmp(row.fault.code, "unclosed-quote") == 0;
    }
    csv_reader_free(reader);
    return r;
}

static void swap(struct slice *a, struct slice *b)
{
    struct slice kept = *a;
    *a = *b;
    *b = kept;
}

static void reverse(struct slice *rows, size_t count)
{
    for (size_t i = 0; i < count / 2; i++)
        swap(&rows[i], &rows[count - 1 - i]);
}

static int compare_bytes(const void *a, const void *b)
{
    const struct slice *x = a, *y = b;
    size_t shorter = x->length < y->length ? x->length : y->length;
    int order = memcmp(x->bytes, y->bytes, shorter);
    return order ? order : (x->length > y->length) - (x->length < y->length);
}

/* SplitMix64 (Steele, Lea and Flood 2014): the same everywhere. */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

static void shuffle(struct slice *rows, size_t count, uint64_t state)
{
    for (size_t i = count; i > 1; i--)
        swap(&rows[i - 1], &rows[next_random(&state) % i]);
}

static struct slice first_cell(struct slice row)
{
    const char *end = memchr(row.bytes, ',', row.length);
    return end ? (struct slice){row.bytes, (size_t)(end - row.bytes)} : row;
}

/* Of rows that contradict each other under one identity the first of the file is the one that is
 * taken (case 44), so those keep their places among each other. Small files alone have such. */
static void keep_order_within_identities(struct slice *rows, size_t count)
{
    enum { MOST = 400 };
    for (size_t i = 0; count <= MOST && i < count; i++)
        for (size_t k = i + 1; k < count; k++)
            if (rows[k].bytes < rows[i].bytes &&
                slice_equals(first_cell(rows[i]), first_cell(rows[k])))
                swap(&rows[i], &rows[k]);
}

/* What follows an unclosed quote belongs to it, so that row stays the last. */
static void put_in_order(struct records *r, const struct pack_variant *variant, size_t file)
{
    size_t count = r->count - (r->last_is_open ? 1 : 0);
    if (count < 2)
        return;
    if (variant->order == ORDER_REVERSED)
        reverse(r->rows, count);
    else if (variant->order == ORDER_SORTED)
        qsort(r->rows, count, sizeof *r->rows, compare_bytes);
    else if (variant->order == ORDER_SHUFFLED)
        shuffle(r->rows, count, ((uint64_t)variant->seed << 32) + file);
    if (file == FILE_RESPONSES)
        keep_order_within_identities(r->rows, count);
}

/* The row, ended as the variant says. A CR LF inside quotes is the value's and stays. */
static void write_row(struct slice row, const struct pack_variant *variant, FILE *out)
{
    if (row.length && row.bytes[row.length - 1] == '\n')
        row.length--;
    if (variant->crlf && row.length && row.bytes[row.length - 1] == '\r')
        row.length--;
    fwrite(row.bytes, 1, row.length, out);
    fputs(variant->crlf ? "\r\n" : "\n", out);
}

static void write_rows(const struct records *r, const struct pack_variant *variant, FILE *out)
{
    size_t times = variant->twice ? 2 : 1, closed = r->count - (r->last_is_open ? 1 : 0);
    for (size_t i = 0; i < times; i++)
        for (size_t k = 0; k < closed; k++)
            write_row(r->rows[k], variant, out);
    if (r->last_is_open)
        write_row(r->rows[closed], variant, out);
}

static void write_file(const struct records *r, const struct pack_variant *variant,
                       const char *path)
{
    static const char mark[] = "\xef\xbb\xbf";
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    bool has_mark = r->header.length >= 3 && memcmp(r->header.bytes, mark, 3) == 0;
    if (variant->bom && r->is_utf8 && !has_mark)
        fputs(mark, out);
    write_row(r->header, variant, out);
    write_rows(r, variant, out);
    fclose(out);
    if (variant->without_final_newline)
        size -= variant->crlf ? 2 : 1;
    support_write_file(path, text, size);
    free(text);
}

static char *find_file(const char *pack, bool reference, const char *name)
{
    char *path = memory_print("%s/%s", pack, name);
    if (support_exists(path) || !reference)
        return path;
    free(path);
    return memory_print("datasets/reference/%s", name);
}

static void copy_file(const char *pack, bool reference, size_t file,
                      const struct pack_variant *variant, const char *folder)
{
    SCOPED_TEXT from = find_file(pack, reference, contract_files[file].name);
    SCOPED_TEXT to = memory_print("%s/%s", folder, contract_files[file].name);
    if (!support_exists(from))
        return;
    size_t size = 0;
    char *text = support_read_file(from, &size);
    struct records records = take_apart(from, (struct slice){text, size});
    put_in_order(&records, variant, file);
    write_file(&records, variant, to);
    free(records.rows);
    free(text);
}

static void copy_label(const char *pack, const char *folder)
{
    SCOPED_TEXT from = memory_print("%s/label.txt", pack);
    SCOPED_TEXT to = memory_print("%s/label.txt", folder);
    if (!support_exists(from))
        return;
    size_t size = 0;
    char *text = support_read_file(from, &size);
    support_write_file(to, text, size);
    free(text);
}

void pack_variant_write(const char *pack, bool reference, const struct pack_variant *variant,
                        const char *folder)
{
    copy_label(pack, folder);
    for (size_t i = 0; i < FILE_COUNT; i++)
        copy_file(pack, reference, variant->files_last_first ? FILE_COUNT - 1 - i : i, variant,
                  folder);
}
