/* SPDX-License-Identifier: MIT
 * Citations of exemptions: one spelling for each section (DATA.md), without
 * saying under which Act; that is the force's regime.
 */
#ifndef CONCORD_DOMAIN_CITATION_H
#define CONCORD_DOMAIN_CITATION_H

#include "base/slice.h"

enum { CITATION_BYTES = 32 };

/* Takes the next citation of a list separated by ; , "and" or "&", from *rest,
 * which it advances, and writes its normal form to out: "31(3)", "22A(1)",
 * "38(1)(b)", "40(5B)" (a letter after a digit is capital, any other small; no
 * spaces). Accepted spellings: 31(3), s31(3), S.31(3), s 31(3), Section 31 (3),
 * sections 31(3), s.31(3) FOIA, regulation 12(4)(b), any case, with or without
 * "of the", "Act", "FOIA", "FOISA", "EIR", the name of the Act in full, a year.
 * Returns 1 for a citation, 0 at the end, -1 where the next item cannot be read
 * (*ret_bad then holds it, trimmed). */
int citation_next(struct slice *rest, char out[CITATION_BYTES], struct slice *ret_bad);

/* Does `citation` fall under `row` of the statutory table: is it that text, or
 * does it continue it with a bracket (31(3)(a) under 31(3))? */
bool citation_begins_with(struct slice citation, struct slice row);

/* The leading section with its letter, "22A" of 22A(1). Borrows from citation. */
struct slice citation_section(struct slice citation);

#endif
