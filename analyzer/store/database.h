/* SPDX-License-Identifier: MIT
 * The SQLite database of a run: opening, the schema, transactions and a small
 * statement layer. Every table and view is documented in store/schema/. No SQL
 * text stands in C but the few pragmas here: statements are embedded .sql files.
 */
#ifndef CONCORD_STORE_DATABASE_H
#define CONCORD_STORE_DATABASE_H

#include "base/error.h"
#include "base/slice.h"

#include <sqlite3.h>
#include <stdint.h>

/* Creates a new database file with the whole schema, in one open transaction
 * and without journal (a failed run throws the file away). The caller closes
 * it. Errors: OUTPUT, where the file cannot be made. */
MUST_CHECK bool database_create(const char *path, sqlite3 **ret_db, struct error *err);

/* Opens an existing audit.db read-only; the caller closes it. Errors: INPUT, where the file is
 * missing, is no database, was not written by this schema version, or has other tables
 * or views. */
MUST_CHECK bool database_open_existing(const char *path, sqlite3 **ret_db, struct error *err);

/* The same, without the clock and the time zone of the machine (store/clockless.h). */
MUST_CHECK bool database_open_clockless(const char *path, sqlite3 **ret_db, struct error *err);

/* Runs an embedded file of several statements. Errors: OUTPUT (disk full ...). */
MUST_CHECK bool database_run_file(sqlite3 *db, const char *embedded_path, struct error *err);

/* The same over data of another file, `input`: what is wrong there is its fault (INPUT). */
MUST_CHECK bool database_run_on_input(sqlite3 *db, const char *embedded_path, const char *input,
                                      struct error *err);

/* Copies a database into memory, inside an open transaction as database_create leaves it; the
 * caller closes it. Temporary tables stay behind. Errors: as database_failed. */
MUST_CHECK bool database_copy(sqlite3 *from, sqlite3 **ret_db, struct error *err);

/* The version that database_create writes and database_open_existing accepts. */
int database_schema_version(void);

/* Errors of these and of all below: as database_failed, and what is said of each. */
MUST_CHECK bool database_begin(sqlite3 *db, struct error *err);
MUST_CHECK bool database_commit(sqlite3 *db, struct error *err);

/* Attaches another audit, which is only read, as the schema `old`; not inside a
 * transaction. Errors: as database_open_existing. */
MUST_CHECK bool database_attach_old(sqlite3 *db, const char *path, struct error *err);
MUST_CHECK bool database_detach_old(sqlite3 *db, struct error *err);

/* Commits, and lets another connection read the file until database_resume. */
MUST_CHECK bool database_release(sqlite3 *db, struct error *err);
MUST_CHECK bool database_resume(sqlite3 *db, struct error *err);

/* Commits, and closes, also after an error: nothing is written after this. */
MUST_CHECK bool database_finish(sqlite3 *db, struct error *err);

/* Fills err from the connection's last failure, and returns false: OUTPUT for a full disk, an
 * input/output error or a file that may not be written, INPUT for a damaged database, a fault for
 * everything else, which can only be our bug. Exhausted memory ends the program
 * (memory_exhausted). */
bool database_failed(sqlite3 *db, struct error *err);

#endif
