/* SPDX-License-Identifier: MIT
 * chain-of-custody.csv: of each fact and letter of a bag where it comes from, what it was before
 * masking and is after it, and who coded it.
 */
#ifndef CONCORD_EVIDENCE_CUSTODY_H
#define CONCORD_EVIDENCE_CUSTODY_H

#include "base/digest.h"

#include <stdio.h>

struct custody {
    char *list;
    size_t length;
    FILE *out;
};

/* Empty slices where something is not known. */
struct custody_entry {
    struct slice fact, id, file; /* "response", "nyp-0745", "rows.csv" */
    struct slice source_file, source_line, source_sha256;
    char before[DIGEST_BYTES], after[DIGEST_BYTES];
    size_t masks;
    struct slice coded_by, decided_by, decided_on, source_url, retrieved_on;
};

void custody_begin(struct custody *custody);
void custody_done(struct custody *custody);
void custody_add(struct custody *custody, const struct custody_entry *entry);
/* All of it; nothing is added afterwards. */
struct slice custody_list(struct custody *custody);

#endif
