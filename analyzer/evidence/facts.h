/* SPDX-License-Identifier: MIT
 * The tables of a bag: what the force answered, what others did, findings and what they rest on,
 * the public record, advice, rulings, commitments and waivers.
 */
#ifndef CONCORD_EVIDENCE_FACTS_H
#define CONCORD_EVIDENCE_FACTS_H

#include "evidence/bag.h"
#include "evidence/custody.h"
#include "evidence/masking.h"

struct facts_order {
    sqlite3 *db;
    struct bag *bag;
    struct masking *masking;
    struct custody *custody;
    bool is_internal;     /* with figures that the public is not told */
    struct slice marking; /* of the audit, above and below each table; empty: none */
};

/* Writes them all. Errors: OUTPUT, as database_failed. */
MUST_CHECK bool facts_write(const struct facts_order *order, struct error *err);

#endif
