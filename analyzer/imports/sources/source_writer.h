/* SPDX-License-Identifier: MIT
 * Fills the tables of 1-sources.sql: what the readers of the kinds share. The first failure of the
 * database is kept, and nothing is written after it, so that readers need not ask each time.
 */
#ifndef CONCORD_IMPORTS_SOURCES_SOURCE_WRITER_H
#define CONCORD_IMPORTS_SOURCES_SOURCE_WRITER_H

#include "base/slice.h"
#include "store/row_map.h"

struct source_cell {
    struct slice
        words; /* any bytes that are UTF-8: trimmed, and without NUL, where they are stored */
    const char *kind;           /* NULL: text */
    const char *link, *comment; /* NULL: none */
    bool is_filled;
};

struct source_table {
    const char *name, *title, *address; /* NULL: none */
    bool has_headings, is_hidden;
};

struct source_place {
    long line;          /* 0: none */
    const char *record; /* NULL: none */
    bool is_hidden, is_marked;
};

struct source_writer {
    sqlite3 *db;
    int64_t file_no, table_no, row_no;
    struct source_place place; /* of the row, which is stored with its first cell */
    bool has_row;
    sqlite3_stmt *insert_file, *insert_table, *insert_row, *insert_cell, *insert_notice;
    struct error *err;
    bool is_ok;
};

/* err lives as long as the writer. */
void source_writer_open(struct source_writer *w, sqlite3 *db, struct error *err);

/* False where something could not be stored, with err. */
MUST_CHECK bool source_writer_close(struct source_writer *w);

/* The next file; what follows is in it. sha256 NULL: there were no bytes; reason NULL: it was
 * read. */
void source_begin_file(struct source_writer *w, const char *in_file, const char *sha256);
void source_end_file(struct source_writer *w, const char *kind, const char *reason);

void source_begin_table(struct source_writer *w, const struct source_table *table);

/* A row; it is stored when it gets a cell that is not empty. The record is copied by none: it lives
 * until the row's last cell. */
void source_begin_row(struct source_writer *w, const struct source_place *place);

/* Stores nothing where the cell holds neither words nor a link nor a comment. */
void source_add_cell(struct source_writer *w, int column_no, const struct source_cell *cell);
void source_add_words(struct source_writer *w, int column_no, struct slice words);

void source_notice(struct source_writer *w, long line, const char *code, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
