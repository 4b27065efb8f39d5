/* SPDX-License-Identifier: MIT
 * A draft, or the answers that could be given, against what is published and advised
 * (docs/design/PRECHECK.md): the pack is audited in memory as it is and with the draft's rows, by
 * the ordinary intake, passes and rules, and the two sets of findings are compared. Nothing here
 * asks or infers whether anything is held.
 *
 * What comes of it is one document; precheck_page prints it for people.
 */
#ifndef CONCORD_PRECHECK_PRECHECK_H
#define CONCORD_PRECHECK_PRECHECK_H

#include "base/error.h"

#include <jansson.h>
#include <sqlite3.h>
#include <stdio.h>

/* As typed; NULL: not given. */
struct precheck_options {
    const char *letter, *pack;
    const char *force, *request, *tool, *date, *stage, *received;
    size_t part;  /* of the letter's file, from 1; 0: not given */
    bool no_text; /* without words of the draft */
};

/* The caller owns the document. Errors: USAGE (names, dates), INPUT (the pack, the letter),
 * OUTPUT. */
MUST_CHECK bool precheck_letter(const struct precheck_options *options, json_t **ret_document,
                                struct error *err);
MUST_CHECK bool precheck_options_of_force(const struct precheck_options *options,
                                          json_t **ret_document, struct error *err);

/* The same without the pack, by an audit that is done: precheck_replay audits the facts of its
 * database anew, in memory, as often as answers are asked for then; the caller closes *ret_base
 * with sqlite3_close_v2, whatever comes of it. Rules of the user's take no part. options->pack is
 * passed over. */
MUST_CHECK bool precheck_replay(sqlite3 *audit, sqlite3 **ret_base, struct error *err);
MUST_CHECK bool precheck_options_of_audit(sqlite3 *base, const struct precheck_options *options,
                                          json_t **ret_document, struct error *err);

/* In lines of 80 columns. */
void precheck_page(const json_t *document, FILE *out);

#endif
