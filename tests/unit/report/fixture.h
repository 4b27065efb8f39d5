/* SPDX-License-Identifier: MIT
 * What the tests of report/ share: a folder of their own and a finished audit.
 */
#ifndef CONCORD_TESTS_REPORT_FIXTURE_H
#define CONCORD_TESTS_REPORT_FIXTURE_H

#include "store/database.h"

/* Makes an empty folder and enters it; fixture_leave goes back and removes it. */
void fixture_enter(void);
void fixture_leave(void);

/* A database of tests/unit/report/fixture.sql in a new file. */
sqlite3 *fixture_database(const char *path);

/* An empty database in memory with the whole schema. */
sqlite3 *fixture_empty_database(void);

/* Runs SQL that must work. */
void fixture_run(sqlite3 *db, const char *sql);

/* Runs a program on the current folder: its exit code. */
int fixture_program(const char *const argv[]);

#endif
