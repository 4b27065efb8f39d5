/* SPDX-License-Identifier: MIT */
#include "imports/sources/source_writer.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdlib.h>

void source_writer_open(struct source_writer *w, sqlite3 *db, struct error *err)
{
    *w = (struct source_writer){.db = db, .err = err, .is_ok = true};
    w->insert_file = query_prepare(db, "insert_source_file");
    w->insert_table = query_prepare(db, "insert_source_table");
    w->insert_row = query_prepare(db, "insert_source_row");
    w->insert_cell = query_prepare(db, "insert_source_cell");
    w->insert_notice = query_prepare(db, "insert_source_notice");
}

bool source_writer_close(struct source_writer *w)
{
    query_finalize(&w->insert_file);
    query_finalize(&w->insert_table);
    query_finalize(&w->insert_row);
    query_finalize(&w->insert_cell);
    query_finalize(&w->insert_notice);
    return w->is_ok;
}

static void run(struct source_writer *w, sqlite3_stmt *s)
{
    w->is_ok = w->is_ok && query_run(s, w->err);
}

static struct slice text_of(const char *text)
{
    return slice_of(text ? text : "");
}

static void run_once(struct source_writer *w, sqlite3_stmt *s)
{
    run(w, s);
    query_finalize(&s);
}

void source_begin_file(struct source_writer *w, const char *in_file, const char *sha256)
{
    w->file_no++;
    query_bind_int(w->insert_file, "file_no", w->file_no);
    query_bind_text(w->insert_file, "in_file", slice_of(in_file));
    query_bind_text(w->insert_file, "sha256", text_of(sha256));
    run(w, w->insert_file);
    run_once(w, query_prepare(w->db, "begin_source_file"));
}

void source_end_file(struct source_writer *w, const char *kind, const char *reason)
{
    if (reason)
        run_once(w, query_prepare(w->db, "undo_source_file"));
    run_once(w, query_prepare(w->db, "end_source_file"));
    SCOPED_QUERY s = query_prepare(w->db, "update_source_file");
    query_bind_int(s, "file_no", w->file_no);
    query_bind_text(s, "kind", slice_of(kind));
    query_bind_text(s, "reason", text_of(reason));
    run(w, s);
}

/* What is stored of words: no NUL, which ends a text for many, and no spaces at the ends. The
 * caller frees *ret_owned. */
static struct slice stored_words(struct slice words, char **ret_owned)
{
    *ret_owned = NULL;
    words = slice_trim(words);
    bool is_sound = utf8_valid_length(words) == words.length &&
                    (words.length == 0 || !memchr(words.bytes, '\0', words.length));
    if (is_sound)
        return words;
    char *out = *ret_owned = memory_new(words.length * 3 + 1, 1);
    size_t used = 0;
    for (size_t at = 0; at < words.length;) {
        int32_t character;
        size_t length = utf8_next(words, at, &character);
        if (character > 0)
            memcpy(out + used, words.bytes + at, length);
        else
            memcpy(out + used, "\xef\xbf\xbd", 3);
        used += character > 0 ? length : 3;
        at += length;
    }
    return (struct slice){out, used};
}

static void bind_words(sqlite3_stmt *s, const char *parameter, const char *text, char **ret_owned)
{
    query_bind_text(s, parameter, stored_words(text_of(text), ret_owned));
}

void source_begin_table(struct source_writer *w, const struct source_table *table)
{
    char *owned[3];
    sqlite3_stmt *s = w->insert_table;
    query_bind_int(s, "file_no", w->file_no);
    bind_words(s, "name", table->name, &owned[0]);
    bind_words(s, "title", table->title, &owned[1]);
    bind_words(s, "address", table->address, &owned[2]);
    query_bind_int(s, "has_headings", table->has_headings);
    query_bind_int(s, "is_hidden", table->is_hidden);
    run(w, s);
    w->table_no = sqlite3_last_insert_rowid(w->db);
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        free(owned[i]);
}

void source_begin_row(struct source_writer *w, const struct source_place *place)
{
    w->place = *place;
    w->has_row = false;
}

static void store_row(struct source_writer *w)
{
    char *owned;
    sqlite3_stmt *s = w->insert_row;
    query_bind_int(s, "table_no", w->table_no);
    if (w->place.line)
        query_bind_int(s, "line", w->place.line);
    else
        query_bind_null(s, "line");
    bind_words(s, "record", w->place.record, &owned);
    query_bind_int(s, "is_hidden", w->place.is_hidden);
    query_bind_int(s, "is_marked", w->place.is_marked);
    run(w, s);
    w->row_no = sqlite3_last_insert_rowid(w->db);
    w->has_row = true;
    free(owned);
}

void source_add_cell(struct source_writer *w, int column_no, const struct source_cell *cell)
{
    char *owned[3] = {NULL, NULL, NULL};
    struct slice words = stored_words(cell->words, &owned[0]);
    struct slice comment = stored_words(text_of(cell->comment), &owned[2]);
    struct slice link = stored_words(text_of(cell->link), &owned[1]);
    if (w->is_ok && words.length + link.length + comment.length) {
        if (!w->has_row)
            store_row(w);
        sqlite3_stmt *s = w->insert_cell;
        query_bind_int(s, "row_no", w->row_no);
        query_bind_int(s, "column_no", column_no);
        query_bind_text(s, "words", words);
        query_bind_text(s, "kind", slice_of(cell->kind ? cell->kind : "text"));
        query_bind_text(s, "link", link);
        query_bind_text(s, "comment", comment);
        query_bind_int(s, "is_filled", cell->is_filled);
        run(w, s);
    }
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        free(owned[i]);
}

void source_add_words(struct source_writer *w, int column_no, struct slice words)
{
    source_add_cell(w, column_no, &(struct source_cell){.words = words});
}

void source_notice(struct source_writer *w, long line, const char *code, const char *format, ...)
{
    char *words = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&words, &length);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(out, format, arguments);
    va_end(arguments);
    memory_stream_end(out);
    sqlite3_stmt *s = w->insert_notice;
    query_bind_int(s, "file_no", w->file_no);
    if (line)
        query_bind_int(s, "line", line);
    else
        query_bind_null(s, "line");
    query_bind_text(s, "code", slice_of(code));
    query_bind_text(s, "words", (struct slice){words, length});
    run(w, s);
    free(words);
}
