/* SPDX-License-Identifier: MIT
 * Numbers of an audit in memory: the steps of `concord audit`, without its files.
 */
#ifndef CONCORD_TESTS_MEASURE_MEASURING_H
#define CONCORD_TESTS_MEASURE_MEASURING_H

#include "measure/measure.h"

#include <sqlite3.h>

/* A file of a pack. */
struct measuring_file {
    const char *name, *text;
};

/* Writes the files into a folder of the test's own folder (cmd/running.h). */
void measuring_write(const char *folder, const struct measuring_file *files, size_t count);

/* Loads, derives, measures, runs the rules and measures again; options NULL: the defaults,
 * as_of NULL: the latest date. The folder as running_path takes it. The caller closes. */
sqlite3 *measuring_audit(const char *folder, const char *as_of,
                         const struct measure_options *options);

/* The rows of a query, columns set apart by "|" and rows by newlines. The caller frees. */
char *measuring_rows(sqlite3 *db, const char *sql);

/* The first column of the only row; NaN for NULL. */
double measuring_number(sqlite3 *db, const char *sql);

/* The rows of a query must be these. */
void measuring_check(sqlite3 *db, const char *sql, const char *expected);

/* Within 1e-9, or both NaN. */
void measuring_near(double found, double expected, const char *what);

#endif
