/* SPDX-License-Identifier: MIT
 * What the tests of `concord precheck` need to run programs and to read what they print.
 */
#ifndef CONCORD_TESTS_UNIT_CMD_PRECHECK_SUPPORT_H
#define CONCORD_TESTS_UNIT_CMD_PRECHECK_SUPPORT_H

#include "support.h"

#include <jansson.h>

/* The caller owns the value; what is no JSON fails the test. */
json_t *support_json_file(const char *path);
json_t *support_json(const char *text);

/* What a command printed, where its exit code is that and its messages hold that; the caller
 * frees. */
char *support_printed(struct support_output output, int code, const char *err);

/* The same of a script in the folder of the test, which must end with 0. */
char *support_shell(const char *script);

#endif
