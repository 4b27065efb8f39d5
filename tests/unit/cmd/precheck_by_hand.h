/* SPDX-License-Identifier: MIT
 * The rows of a draft put into the pack by a person, both audited, and compared by `concord diff`.
 */
#ifndef CONCORD_TESTS_UNIT_CMD_PRECHECK_BY_HAND_H
#define CONCORD_TESTS_UNIT_CMD_PRECHECK_BY_HAND_H

#include <jansson.h>

/* Of each reading of the document: create, resolve, join and change are what the comparison has,
 * and something is, unless the case expects that nothing is created. The folder is left as it
 * was. */
void by_hand_check(const json_t *test, const json_t *document, const char *letter);

#endif
