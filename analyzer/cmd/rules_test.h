/* SPDX-License-Identifier: MIT
 * `concord rules test DIR`: tries the rules of a folder on their own examples.
 *
 * Beside NAME.sql stands the folder NAME, a small pack. A column `fires` in any of its
 * files says of a row whether it must be evidence of a finding (yes), must not be (no),
 * or only completes the picture (empty).
 */
#ifndef CONCORD_CMD_RULES_TEST_H
#define CONCORD_CMD_RULES_TEST_H

#include "base/error.h"

/* Prints a line for each rule and each example that comes out otherwise.
 * *ret_all_well: every rule can be used, and has examples of both kinds that come out as
 * they say. Errors: INPUT, where the folder or an example cannot be read; OUTPUT. */
MUST_CHECK bool rules_test(const char *folder, bool *ret_all_well, struct error *err);

#endif
