/* SPDX-License-Identifier: MIT
 * Citations of exemptions: one spelling for each section (DATA.md), with the Act it belongs to
 * where that is not the one the force answers under (SEMANTICS 55).
 */
#ifndef CONCORD_DOMAIN_CITATION_H
#define CONCORD_DOMAIN_CITATION_H

#include "base/slice.h"

enum { CITATION_BYTES = 32 };

/* The Acts and Regulations under which something is cited; ACT_NONE: some other law's. */
enum act { ACT_NONE, ACT_FOIA, ACT_FOISA, ACT_EIR, ACT_EISR, ACT_DPA };

/* "EIR" */
const char *act_name(enum act act);
/* The Act of that very name, or ACT_NONE. */
enum act act_find(struct slice name);

/* Takes the next citation of a list separated by ; , "and" or "&", from *rest,
 * which it advances, and writes its normal form to out: "31(3)", "22A(1)",
 * "38(1)(b)", "40(5B)" (a letter after a digit is capital, any other small; no
 * spaces), behind its Act where words beside it name another than `own`: "EIR 12(6)".
 * Accepted spellings: 31(3), s31(3), S.31(3), s 31(3), Section 31 (3), sections 31(3),
 * s.31(3) FOIA, regulation 12(4)(b), any case, with or without "of the", "Act", "FOIA",
 * "FOISA", "EIR", "EISR", "DPA", the name of the Act in full, a year. A regulation of no named
 * Regulations is of those of the force's nation.
 * Returns 1 for a citation, 0 at the end, -1 where the next item cannot be read, as where it
 * names two Acts (*ret_bad then holds it, trimmed). */
int citation_next(struct slice *rest, enum act own, char out[CITATION_BYTES],
                  struct slice *ret_bad);

/* The Act of a citation in normal form, which it cuts down to its number. */
enum act citation_act(struct slice *citation, enum act own);

/* Is it a limb that the Acts' sections 10 to 13 lack and the Regulations' have? */
bool citation_is_of_regulations(struct slice number);

/* Does `citation` fall under `row` of the statutory table: is it that text, or
 * does it continue it with a bracket (31(3)(a) under 31(3))? */
bool citation_begins_with(struct slice citation, struct slice row);

/* The leading section with its letter, "22A" of 22A(1), of a number. Borrows from citation. */
struct slice citation_section(struct slice citation);

#endif
