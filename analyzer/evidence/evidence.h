/* SPDX-License-Identifier: MIT
 * A bag of evidence about a force, for an internal review or a complaint, from the database of an
 * audit that is done: the dossier, the letters, the tables behind it and where all of it comes from
 * (OUTPUTS.md, "The evidence bag").
 */
#ifndef CONCORD_EVIDENCE_EVIDENCE_H
#define CONCORD_EVIDENCE_EVIDENCE_H

#include "base/error.h"

#include <sqlite3.h>
#include <stddef.h>

struct evidence_plan {
    const char *force, *request, *tool; /* as typed; the last two may be NULL */
    const char *pack;                   /* the pack that was audited; NULL: none was given */
    const char *output; /* a folder, or a file that ends in .zip; NULL: by the force */
    bool is_unmasked;   /* --no-mask */
    bool has_pdf;
    bool is_internal;    /* with figures about the force that the public is not told */
    const char *command; /* as typed, without paths of the machine */
};

/* For whoever asked. */
struct evidence_told {
    char *path; /* owned */
    size_t letters, missing, masks, findings, answers;
};

/* Writes the bag, whole or not at all. Once per connection. Errors: USAGE for what the audit does
 * not know, INPUT for the pack, OUTPUT. evidence_told_done in every case. */
MUST_CHECK bool evidence_write(sqlite3 *db, const struct evidence_plan *plan,
                               struct evidence_told *ret, struct error *err);
void evidence_told_done(struct evidence_told *told);

#endif
