/* SPDX-License-Identifier: MIT
 * Within this folder: what a draft may have left over from where its words came from (part 8).
 */
#ifndef CONCORD_PRECHECK_RESIDUE_H
#define CONCORD_PRECHECK_RESIDUE_H

#include "precheck/draft.h"

/* Adds to the document's residue what the text, its zones and its marks show. Errors: of the
 * database; INPUT, a fault in residue.csv. */
MUST_CHECK bool residue_of_text(struct bench *b, const struct draft *d, json_t *document,
                                struct error *err);

/* And what the rules found on the draft: L09, L14, L16. Errors: of the database. */
MUST_CHECK bool residue_of_findings(const struct bench *b, sqlite3 *db, const struct draft *d,
                                    json_t *document, struct error *err);

/* In the order of the text, each once. */
void residue_sort(json_t *list);

#endif
