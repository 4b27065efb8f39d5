/* SPDX-License-Identifier: MIT
 * Runs the rules over the meaning tables and stores what they find.
 *
 * The SELECT of a rule gives one row per piece of evidence, with these columns
 * by name (a missing one is empty):
 *   force_no tool_no request_no question_no collaboration_no   the key
 *   severity certainty                    else the rule's severity, and certain
 *   role                                  the part the evidence plays in the message
 *   response_no acknowledgement_no guidance_no circulation_no commitment_no
 *   membership_no exemption_no            the evidence
 *   responded_earliest responded_latest   its date, as days
 *   anything else                         a detail for the message
 * ordered by the key. Rows with one key are one finding, with the worst severity,
 * the more certain certainty and all the evidence (SEMANTICS 40).
 */
#ifndef CONCORD_RULES_RUNNER_H
#define CONCORD_RULES_RUNNER_H

#include "rules/catalogue.h"

#include <sqlite3.h>

/* Runs the catalogue's own rules: fills rule, finding and finding_evidence.
 * Errors: OUTPUT, where the database cannot be written. */
MUST_CHECK bool rules_run(sqlite3 *db, const struct catalogue *catalogue, struct error *err);

#endif
