/* SPDX-License-Identifier: MIT
 * Tools, requests and questions that nearly agree (SEMANTICS 2, 3): they are two, and nothing
 * compares their answers. This asks whether one was meant.
 */
#ifndef CONCORD_INTAKE_ALIKE_H
#define CONCORD_INTAKE_ALIKE_H

#include "intake/table.h"

/* Once all files are read: a notice ("alike-names") for each pair, with how many responses hang
 * on either, at most ALIKE_TOLD of a kind and one more that counts the rest; and one
 * ("odd-question") for each label that says the whole letter or names several questions. */
enum { ALIKE_TOLD = 20 };
MUST_CHECK bool alike_names_tell(struct intake *intake, struct error *err);

#endif
