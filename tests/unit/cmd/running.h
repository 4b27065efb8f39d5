/* SPDX-License-Identifier: MIT
 * The program run as a user runs it, each test in a fresh folder.
 */
#ifndef CONCORD_TESTS_UNIT_CMD_RUNNING_H
#define CONCORD_TESTS_UNIT_CMD_RUNNING_H

#include "support.h"

extern char running_work[64]; /* the folder of the test at hand */

/* As a checked fixture of a test case. */
void running_begin(void);
void running_end(void);

/* The path of a name in the folder; in a buffer that the next call reuses. */
const char *running_path(const char *name);

/* Writes text into a file of the folder. */
void running_write(const char *name, const char *text);

#define RUN(...)            support_concord(NULL, NULL, (const char *const[]){__VA_ARGS__, NULL})
#define RUN_IN(folder, ...) support_concord(folder, NULL, (const char *const[]){__VA_ARGS__, NULL})

/* The exit code, and parts of what it printed (NULL: not looked at). Frees the output. */
void running_check(struct support_output output, int code, const char *out, const char *err);

/* Nothing at all in the folder but what is named. */
void running_check_only(const char *name);

/* One value from a database of the folder; the caller frees. */
char *running_query(const char *database, const char *sql);

/* The same from the audit.db of an output folder; the test fails where it is another. */
void running_check_query(const char *out, const char *sql, const char *expected);

#endif
