/* SPDX-License-Identifier: MIT
 * Headings with a letter of another script, which look like a column of the contract and are none.
 */
#ifndef CONCORD_INTAKE_HEADING_LETTERS_H
#define CONCORD_INTAKE_HEADING_LETTERS_H

#include "intake/contract.h"
#include "intake/lookalikes.h"

/* A heading, and what of it cannot be seen. */
struct heading_letters {
    char others[LOOKALIKES_BYTES + 4]; /* " (character 2, "o", is Cyrillic (U+043E))", or "" */
    char latin[2 * HEADER_BYTES];      /* with Latin letters for these; else the heading */
};

/* Cuts what does not fit. Errors: OUTPUT. */
MUST_CHECK bool heading_letters_read(struct slice heading, struct heading_letters *ret,
                                     struct error *err);

/* Is it the column that lacks Latin letters only, or does it resemble it (heading.h)? */
bool heading_letters_may_mean(const struct heading_letters *letters,
                              const struct contract_file *file, size_t column);

#endif
