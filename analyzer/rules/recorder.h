/* SPDX-License-Identifier: MIT
 * Puts the rows of a rule together into findings and stores them: id, message,
 * evidence (with what the rule's header asks to add), rule by rule.
 *
 *     recorder_begin_rule(r, rule, err)
 *     recorder_begin_finding, recorder_take ...     for each key, in order of the key
 *     recorder_end_rule(r, err)
 */
#ifndef CONCORD_RULES_RECORDER_H
#define CONCORD_RULES_RECORDER_H

#include "rules/columns.h"
#include "rules/lookups.h"

/* A statement that gives the rows of one kind about a response. */
struct context_query {
    struct row_map rows;
    int response_no, level, collaboration_no; /* where they are bound; 0: nowhere */
};

struct recorder {
    struct lookups lookups;
    struct row_map insert_rule, insert_finding, insert_evidence;
    struct context_query contexts[CONTEXTS];
    struct finding finding;
    int64_t finding_count;
};

/* Counts on from the findings that are there. Ended by recorder_close. */
MUST_CHECK bool recorder_open(sqlite3 *db, struct recorder **ret, struct error *err);
void recorder_close(struct recorder *r);

/* Enters the rule. Errors, here and below: OUTPUT. */
MUST_CHECK bool recorder_begin_rule(struct recorder *r, const struct rule *rule, struct error *err);

/* Stores the finding at hand, and begins one with another key; its details may then
 * be added to r->finding. */
MUST_CHECK bool recorder_begin_finding(struct recorder *r, const int32_t key[KEY_PARTS],
                                       struct error *err);
void recorder_take(struct recorder *r, const struct rule_row *row);

/* Stores the last finding. */
MUST_CHECK bool recorder_end_rule(struct recorder *r, struct error *err);

#endif
