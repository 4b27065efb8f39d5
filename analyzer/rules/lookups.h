/* SPDX-License-Identifier: MIT
 * Looks up what the numbers of a finding stand for, in the words of the pack.
 */
#ifndef CONCORD_RULES_LOOKUPS_H
#define CONCORD_RULES_LOOKUPS_H

#include "base/error.h"
#include "rules/finding.h"
#include "store/row_map.h"

/* A statement that looks up one row by its number. */
struct lookup {
    struct row_map row;
    int no; /* where the number is bound */
};

struct lookups {
    struct lookup of_key[KEY_PARTS];
    struct lookup of_evidence[EVIDENCE_KINDS];
};

void lookups_open(sqlite3 *db, struct lookups *ret_lookups);
void lookups_close(struct lookups *lookups);

/* The identifier and the name of one part of a key, valid until the next call
 * for that part. Empty where no is 0. */
MUST_CHECK bool lookups_of_key(struct lookups *lookups, int part, int32_t no, struct slice *ret_id,
                               struct slice *ret_name, struct error *err);

/* What a piece of evidence is, valid until the next call. */
struct description {
    struct slice id;   /* response_id ... */
    struct slice name; /* the force's or collaboration's; a guidance row's title */
    struct date_interval date;
    struct slice bounds; /* what is known of a day that is not: "received 3 March 2025" */
    bool is_bounded;     /* the date is not written: bounds give it */
    struct slice says;   /* the stance, or the kind of acknowledgement */
    struct slice basis;  /* the NCND subsections a response cites */
    struct slice topic;  /* of a response */
};
MUST_CHECK bool lookups_of_evidence(struct lookups *lookups, enum evidence_kind kind, int32_t no,
                                    struct description *ret, struct error *err);

/* Is there such a row at all? Those above may be called only for rows that are there. */
MUST_CHECK bool lookups_has_key(struct lookups *lookups, int part, int32_t no, bool *ret_has,
                                struct error *err);
MUST_CHECK bool lookups_has_evidence(struct lookups *lookups, enum evidence_kind kind, int32_t no,
                                     bool *ret_has, struct error *err);

#endif
