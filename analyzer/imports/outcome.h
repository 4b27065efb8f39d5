/* SPDX-License-Identifier: MIT
 * What somebody wrote down as the outcome of a request: decision words and citations together,
 * "NCND s31(3)/24(2)", "Refused - s.31", "Disclosed, s40(2) redactions".
 */
#ifndef CONCORD_IMPORTS_OUTCOME_H
#define CONCORD_IMPORTS_OUTCOME_H

#include "imports/bodies.h"
#include "imports/import_record.h"
#include "letters/exemption_table.h"
#include "letters/letter_reader.h"
#include "letters/pattern_table.h"

struct outcome_reader {
    const struct mapping *mapping;
    const struct word_book *book;
    struct exemption_table exemptions;
    struct pattern_table words;
    struct letter_reader *letters;
    struct pattern *citation;
};

MUST_CHECK bool outcome_reader_open(const struct mapping *mapping, const struct word_book *book,
                                    struct outcome_reader *ret, struct error *err);
void outcome_reader_close(struct outcome_reader *o);

/* Does it say anything of an answer? */
bool outcome_is_known(struct outcome_reader *o, const char *text);

/* Fills stance, exemptions, partial_ncnd and their like in the record from its field `outcome`,
 * and `review` with the reason where a person must look, `other_stance` with what it may be else.
 * Where nothing can be read the stance is `unread` and *ret_is_known false. Errors: a letter over
 * the limit. */
MUST_CHECK bool outcome_read(struct outcome_reader *o, struct import_record *r,
                             const struct speaker *force, bool *ret_is_known, struct error *err);

#endif
