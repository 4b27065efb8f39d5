/* SPDX-License-Identifier: MIT
 * Identifiers and names of accepted rows in which a letter of another script stands: each is one of
 * its own, which looks like another. Counted by column and value, and told once a file.
 */
#ifndef CONCORD_INTAKE_OTHER_SCRIPTS_H
#define CONCORD_INTAKE_OTHER_SCRIPTS_H

#include "intake/ledger.h"
#include "intake/lookalikes.h"

/* A zeroed one is empty. */
enum { OTHER_SCRIPTS_TOLD = 20 };
struct other_scripts {
    struct text_index index; /* the column and the value -> index into list */
    struct other_script {
        size_t column;
        char *value;
        long line; /* of the first row */
        int64_t rows;
    } * list;
    size_t count, room;
    int64_t further; /* rows with others still */
};

void other_scripts_count(struct other_scripts *all, size_t column, struct slice value, long line);

/* A notice ("other-script") for each of them in the order of the file, and one that counts the
 * further rows. */
MUST_CHECK bool other_scripts_tell(const struct other_scripts *all, const struct lookalikes *l,
                                   const struct account *account, struct error *err);
void other_scripts_done(struct other_scripts *all);

#endif
