/* SPDX-License-Identifier: MIT */
#include "evidence/letters.h"

#include "base/memory.h"
#include "base/text.h"
#include "evidence/letter_source.h"
#include "store/query.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

enum { STEM_MOST = 80, ENDING_MOST = 8 };

static const char about_letter[] = "The words of a letter.";
static const char about_original[] = "The file of a letter, byte for byte.";

struct row {
    int64_t response_no;
    char *id, *text_file, *words; /* words NULL: there are none here, and reason says why */
    char *reason;
    char *source_file, *source_line, *source_sha256, *coded_by, *source_url, *retrieved_on;
    struct file_text original;
    size_t same; /* the row whose letter it is too: its own number where it is the first */
    char *stem;  /* of its file in the bag */
};

struct letters {
    const struct letters_order *order;
    struct letter_source source;
    struct row *rows;
    size_t count, room;
};

static void row_done(struct row *row)
{
    char *owned[] = {row->id,          row->text_file,    row->words,         row->reason,
                     row->source_file, row->source_line,  row->source_sha256, row->coded_by,
                     row->source_url,  row->retrieved_on, row->stem};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        free(owned[i]);
    file_text_done(&row->original);
}

static void letters_done(struct letters *l)
{
    for (size_t i = 0; i < l->count; i++)
        row_done(&l->rows[i]);
    free(l->rows);
    letter_source_done(&l->source);
}

/* The words that the audit has not, and the file where it may be shown. */
static void read_source(struct letters *l, struct row *row)
{
    struct file_reason reason;
    if (!row->text_file || !l->source.is_open) {
        row->reason = memory_copy("its words are not in the audit; --pack PACK has them read");
        return;
    }
    if (!letter_source_read(&l->source, slice_of(row->text_file), &row->original, &reason)) {
        row->reason = memory_copy(reason.text);
        return;
    }
    if (!row->words)
        row->words = letter_source_words(slice_of(row->text_file), &row->original, &row->reason);
}

/* What the pack says now must be what the audit read. */
static bool check_words(const struct letters *l, const struct row *row, struct error *err)
{
    if (!row->original.length)
        return true;
    SCOPED_TEXT reason = NULL;
    SCOPED_TEXT now = letter_source_words(slice_of(row->text_file), &row->original, &reason);
    return (now && strcmp(now, row->words) == 0) ||
           error_set(err, ERROR_INPUT, l->order->pack, 0,
                     "Give the pack as it was audited, or audit it again.",
                     "the letter of %.100s (%.200s) has other words than those that were audited",
                     row->id, row->text_file);
}

static bool read_row(struct letters *l, sqlite3_stmt *s, struct error *err)
{
    struct row row = {.response_no = query_get_int(s, "response_no"),
                      .id = slice_copy(query_get_text(s, "response_id")),
                      .source_file = slice_copy(query_get_text(s, "source_file")),
                      .source_line = slice_copy(query_get_text(s, "line")),
                      .source_sha256 = slice_copy(query_get_text(s, "sha256")),
                      .coded_by = slice_copy(query_get_text(s, "coded_by")),
                      .source_url = slice_copy(query_get_text(s, "source_url")),
                      .retrieved_on = slice_copy(query_get_text(s, "retrieved_on")),
                      .same = l->count};
    bool has_words = !query_is_null(s, "text");
    bool shows_files = !l->order->masking->masks;
    if (!query_is_null(s, "text_file"))
        row.text_file = slice_copy(query_get_text(s, "text_file"));
    if (has_words)
        row.words = slice_copy(query_get_text(s, "text"));
    bool ok = true;
    if (!has_words || (row.text_file && l->source.is_open && shows_files)) {
        read_source(l, &row);
        ok = !has_words || check_words(l, &row, err);
    }
    l->rows = memory_grow(l->rows, l->count, &l->room, sizeof *l->rows);
    l->rows[l->count++] = row;
    return ok;
}

/* Rows that say the same are of one letter: each question of it is a row. */
static void find_same(struct letters *l)
{
    for (size_t i = 0; i < l->count; i++)
        for (size_t k = 0; k < i && l->rows[i].words; k++)
            if (l->rows[k].same == k && l->rows[k].words &&
                strcmp(l->rows[k].words, l->rows[i].words) == 0) {
                l->rows[i].same = k;
                break;
            }
}

static bool is_taken(const struct letters *l, size_t before, const char *stem)
{
    for (size_t i = 0; i < before; i++)
        if (l->rows[i].stem && strcasecmp(l->rows[i].stem, stem) == 0)
            return true;
    return false;
}

/* What no file system and no manifest minds: letters, digits, hyphens, full stops within. Where
 * it would be a name of a device or nothing, "letter-" stands before it. */
static char *plain_stem(const char *id)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", "com", "lpt", NULL};
    char *stem = memory_print("letter-%.*s", (int)STEM_MOST, id);
    char *from = stem + strlen("letter-");
    for (char *c = from; *c; c++)
        if (!isalnum((unsigned char)*c) && !(strchr("._-", *c) && c > from && c[1]))
            *c = '-';
    for (char *c = from; (c = strstr(c, "..")) != NULL;)
        *c = '-';
    bool is_plain = isalnum((unsigned char)*from) != 0;
    for (const char *const *device = devices; *device; device++)
        is_plain &= strncasecmp(from, *device, 3) != 0 || isalpha((unsigned char)from[3]);
    if (is_plain)
        memmove(stem, from, strlen(from) + 1);
    return stem;
}

static void name_files(struct letters *l)
{
    for (size_t i = 0; i < l->count; i++) {
        struct row *row = &l->rows[i];
        if (!row->words || row->same != i)
            continue;
        SCOPED_TEXT plain = plain_stem(row->id);
        row->stem = memory_copy(plain);
        for (unsigned n = 2; is_taken(l, i, row->stem); n++) {
            free(row->stem);
            row->stem = memory_print("%s-%u", plain, n);
        }
    }
}

/* ".pdf", or "" where it is no plain one. */
static const char *ending_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    size_t length = dot ? strlen(dot) : 0;
    if (length < 2 || length > ENDING_MOST)
        return "";
    for (const char *c = dot + 1; *c; c++)
        if (!isalnum((unsigned char)*c))
            return "";
    return dot;
}

static struct custody_entry entry_of(const struct row *row, const char *fact, const char *file)
{
    return (struct custody_entry){.fact = slice_of(fact),
                                  .id = slice_of(row->id),
                                  .file = slice_of(file),
                                  .source_file = slice_of(row->source_file),
                                  .source_line = slice_of(row->source_line),
                                  .source_sha256 = slice_of(row->source_sha256),
                                  .coded_by = slice_of(row->coded_by),
                                  .source_url = slice_of(row->source_url),
                                  .retrieved_on = slice_of(row->retrieved_on)};
}

static bool write_words(const struct letters *l, const struct row *row, struct error *err)
{
    SCOPED_TEXT file = memory_print("letters/%s.txt", row->stem);
    const struct masking_place place = {file, 1, ""};
    struct custody_entry entry = entry_of(row, "letter", file);
    SCOPED_TEXT masked = masking_apply(l->order->masking, slice_of(row->words), MASKING_LETTER,
                                       &place, &entry.masks);
    SCOPED_TEXT url =
        masking_apply(l->order->masking, slice_of(row->source_url), MASKING_CODE, NULL, NULL);
    digest_slice(slice_of(row->words), entry.before);
    digest_slice(slice_of(masked), entry.after);
    entry.source_url = slice_of(url);
    if (row->text_file) {
        entry.source_file = slice_of(row->text_file);
        entry.source_line = entry.source_sha256 = slice_of("");
    }
    custody_add(l->order->custody, &entry);
    return bag_write(l->order->bag, file, about_letter, slice_of(masked), err);
}

static bool write_original(const struct letters *l, const struct row *row, struct error *err)
{
    SCOPED_TEXT file = memory_print("letters/originals/%s%s", row->stem, ending_of(row->text_file));
    const struct slice bytes = {row->original.bytes, row->original.length};
    struct custody_entry entry = entry_of(row, "file of a letter", file);
    digest_slice(bytes, entry.before);
    digest_slice(bytes, entry.after);
    entry.source_file = slice_of(row->text_file);
    entry.source_line = slice_of("");
    entry.source_sha256 = slice_of(entry.before);
    custody_add(l->order->custody, &entry);
    return bag_write(l->order->bag, file, about_original, bytes, err);
}

static bool insert(const struct letters *l, sqlite3_stmt *s, const struct row *row,
                   struct error *err)
{
    const struct row *first = &l->rows[row->same];
    SCOPED_TEXT file = first->stem ? memory_print("letters/%s.txt", first->stem) : NULL;
    query_bind_int(s, "response_no", row->response_no);
    query_bind_text(s, "file", slice_of(file ? file : ""));
    query_bind_text(s, "state", slice_of(file ? "in the bag" : "not in the bag"));
    return query_run(s, err);
}

static bool write_all(const struct letters *l, struct letters_told *told, struct error *err)
{
    SCOPED_QUERY s = query_prepare(l->order->db, "insert_bag_letter");
    bool ok = true, has_folder = false, has_originals = false;
    for (size_t i = 0; ok && i < l->count; i++) {
        const struct row *row = &l->rows[i];
        bool shows_file = row->stem && row->original.length && !l->order->masking->masks;
        if (row->stem && !has_folder)
            ok = has_folder = bag_make_folder(l->order->bag, "letters", err);
        if (ok && shows_file && !has_originals)
            ok = has_originals = bag_make_folder(l->order->bag, "letters/originals", err);
        ok = ok && insert(l, s, row, err) && (!row->stem || write_words(l, row, err)) &&
             (!shows_file || write_original(l, row, err));
        told->letters += row->stem != NULL;
        told->originals += shows_file;
    }
    return ok;
}

static void tell_missing(const struct letters *l, struct letters_told *told)
{
    size_t length;
    FILE *out = memory_stream(&told->missing, &length);
    for (size_t i = 0; i < l->count; i++) {
        const struct row *row = &l->rows[i];
        if (row->words)
            continue;
        told->missing_count++;
        fprintf(out, "  %s (%s): %s\n", row->id, row->text_file ? row->text_file : "no file",
                row->reason);
    }
    memory_stream_end(out);
}

bool letters_write(const struct letters_order *order, struct letters_told *ret, struct error *err)
{
    struct letters l = {.order = order};
    *ret = (struct letters_told){.missing = NULL};
    bool ok = letter_source_open(order->db, order->pack, &l.source, err);
    SCOPED_QUERY s = query_prepare(order->db, "bag_letters");
    while (ok && query_next(s))
        ok = read_row(&l, s, err);
    ok = ok && query_done(s, err);
    if (ok) {
        find_same(&l);
        name_files(&l);
        for (size_t i = 0; i < l.count; i++)
            if (l.rows[i].words && l.rows[i].same == i)
                masking_learn(order->masking, slice_of(l.rows[i].words));
        ok = write_all(&l, ret, err);
        ret->rows = l.count;
        tell_missing(&l, ret);
    }
    letters_done(&l);
    return ok;
}

void letters_told_done(struct letters_told *told)
{
    free(told->missing);
}
