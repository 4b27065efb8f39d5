/* SPDX-License-Identifier: MIT
 * Where in a letter a name may begin or end, as the tables say, and what stands there.
 */
#ifndef CONCORD_CLASSIFY_LETTER_PLACES_H
#define CONCORD_CLASSIFY_LETTER_PLACES_H

#include "classify/person_name.h"
#include "letters/pattern_table.h"

/* Called for each name of a person that was read; `found` may have no words where nothing can be
 * learned of it ("dear jane smith"). */
typedef void person_found(const struct name_found *found, void *context);

struct place_search {
    const struct pattern_table *table;
    const struct name_grammar *grammar;
    struct slice text;
    person_found *found;
    void *context;
};

void letter_places_search(const struct place_search *search);

/* Called for each match of the rows of a kind. */
typedef void row_match(size_t begin, size_t end, void *context);
void letter_rows_search(const struct pattern_table *table, const char *kind, struct slice text,
                        row_match *match, void *context);

#endif
