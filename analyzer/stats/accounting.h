/* SPDX-License-Identifier: MIT
 * The accounting band (RISK.md section 0): what counting alone allows to say about a tool,
 * for a number of users that is a scenario and never an estimate.
 */
#ifndef CONCORD_STATS_ACCOUNTING_H
#define CONCORD_STATS_ACCOUNTING_H

#include <stddef.h>

/* `forces` are the territorial ones, those never asked too; confirming + denying <= forces. */
struct map_counts {
    size_t forces, confirming, denying;
};

/* NaN where undefined. */
struct accounting {
    size_t users;        /* the scenario, moved into [confirming, forces - denying] */
    size_t undetermined; /* forces that neither confirmed nor denied, asked or not */
    double p_use;        /* of an undetermined force: (users - confirming) / undetermined */
    double map_bits;     /* log2 C(undetermined, users - confirming) */
    double all_bits;     /* log2 C(forces, users): before anybody answered */
};

struct accounting accounting_of(struct map_counts counts, size_t users);

#endif
