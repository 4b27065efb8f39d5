/* SPDX-License-Identifier: MIT
 * Packs written by a test, loaded into a database, and looked at.
 */
#ifndef CONCORD_TESTS_UNIT_INTAKE_LOADING_H
#define CONCORD_TESTS_UNIT_INTAKE_LOADING_H

#include "base/error.h"
#include "intake/load.h"

enum { LOADING_FILES = 6 };

struct loading_file {
    const char *name, *text;
};

struct loading {
    char folder[64];
    char database[96]; /* where it shall be written; empty: in memory */
    sqlite3 *db;
    struct intake_result result;
    struct error err;
    bool ok;
};

/* Makes a folder, and removes it with everything else in loading_end. */
void loading_begin(struct loading *l);
void loading_write(struct loading *l, const char *name, const void *bytes, size_t size);
/* Writes the rows of a text with a heading; the format puts the rest to each, and may use its
 * number after it: "1/24,%s,r%d\n". */
void loading_write_rows(struct loading *l, const char *name, const char *heading, const char *rows,
                        const char *format);
/* options->pack NULL: the folder. Sets l->ok, l->result or l->err. */
void loading_load(struct loading *l, struct intake_options options);
void loading_end(struct loading *l);

/* A query's rows as "a|b;c|d" (NULL as nothing) must be the expected text. */
void rows_assert(sqlite3 *db, const char *sql, const char *expected);
/* The same of what was loaded. */
void loading_assert(struct loading *l, const char *sql, const char *expected);

/* Read = accepted + duplicate + rejected, files and foreign keys in order. */
void loading_assert_sound(struct loading *l);

#endif
