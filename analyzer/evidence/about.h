/* SPDX-License-Identifier: MIT
 * about.txt: what a bag holds, how it was made, what is masked and what is not in it, for people.
 */
#ifndef CONCORD_EVIDENCE_ABOUT_H
#define CONCORD_EVIDENCE_ABOUT_H

#include "evidence/bag.h"
#include "evidence/evidence.h"
#include "evidence/letters.h"
#include "evidence/scope.h"

/* The audit, as bag_audit gives it; texts owned. */
struct about_audit {
    char *version, *pack, *label, *as_of, *options, *marking; /* NULL where there is none */
    int32_t as_of_day;
    bool is_public;
    size_t answers, findings, without_letter, by_machine;
};

/* Takes the paths of the machine out of the options of the audit, in a copy of it. */
MUST_CHECK bool about_forget_paths(sqlite3 *db, struct error *err);

MUST_CHECK bool about_audit_read(sqlite3 *db, struct about_audit *ret, struct error *err);
void about_audit_done(struct about_audit *audit);

struct about_order {
    const struct evidence_plan *plan;
    const struct scope *scope;
    const struct about_audit *audit;
    const struct letters_told *letters;
    size_t masks;
};

/* "North Yorkshire Police, request 157/25"; the caller frees. */
char *about_subject(const struct scope *scope);
/* What of the bag says that nothing was masked, or that persons are; lives as the process. */
const char *about_masking(bool is_unmasked);
/* The same, for the margin of each page. */
const char *about_masking_short(bool is_unmasked);

/* What the dates of a bag are, and what of paths is told; live as the process. */
const char *about_dates(void);
const char *about_paths(void);

MUST_CHECK bool about_write(struct bag *bag, const struct about_order *order, struct error *err);

#endif
