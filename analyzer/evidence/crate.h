/* SPDX-License-Identifier: MIT
 * ro-crate-metadata.json (RO-Crate 1.1): what is in a bag, and how it was made, for programs.
 */
#ifndef CONCORD_EVIDENCE_CRATE_H
#define CONCORD_EVIDENCE_CRATE_H

#include "evidence/bag.h"

struct crate_words {
    const char *name, *description; /* of the bag */
    const char *date;               /* as of which it is; NULL: not known */
    const char *force, *force_id;
    const char *command;
};

/* The bag is weighed. Errors: OUTPUT. */
MUST_CHECK bool crate_write(struct bag *bag, const struct crate_words *words, struct error *err);

#endif
