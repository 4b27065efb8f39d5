/* SPDX-License-Identifier: MIT
 * What the cases of tests/precheck expect of an output (see the README there).
 */
#ifndef CONCORD_TESTS_UNIT_CMD_PRECHECK_EXPECT_H
#define CONCORD_TESTS_UNIT_CMD_PRECHECK_EXPECT_H

#include <jansson.h>

/* "" where it lacks or is no text. */
const char *expect_text(const json_t *object, const char *key);

/* One or two members of each item, sorted: "G03 critical; X02 high". The caller frees. */
char *expect_list(const json_t *list, const char *first, const char *second);

/* "findings.A.create" */
const json_t *expect_follow(const json_t *document, const char *path);

/* Fails the test where the document is not as `expect` of the case says. */
void expect_check(const json_t *test, const json_t *document);

#endif
