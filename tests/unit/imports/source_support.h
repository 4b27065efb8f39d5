/* SPDX-License-Identifier: MIT
 * What the tests of other people's files share: files made at test time, and what was read of them
 * as text to compare with.
 */
#ifndef CONCORD_TESTS_IMPORTS_SOURCE_SUPPORT_H
#define CONCORD_TESTS_IMPORTS_SOURCE_SUPPORT_H

#include "letters/reading/letter_support.h"

/* What stands in the tables after that file was read:
 *     [csv]                         the kind; [none: reason]
 *     [table name | title | address | headings hidden]
 *     3 Sheet1!3 hidden marked: 1=words; 2=~filled; 4=2024-12-31(day) <link> {comment}
 *     ! 3 code: words               a notice
 * The caller frees. */
char *describe_source(const char *name, struct slice bytes);

/* The same of a text. */
void assert_source(const char *name, const char *text, const char *description);

/* The same of an archive of those parts, up to one without a name. */
void assert_workbook(const struct letter_entry parts[], const char *description);

/* Nothing of it can be read, and the reason holds those words. */
void assert_no_source(const char *name, struct slice bytes, const char *reason);

#endif
