/* SPDX-License-Identifier: MIT
 * The clauses of a sentence, and the slots in it: words that say of its acts in which mood they
 * stand, who speaks, and about how much.
 */
#ifndef CONCORD_LETTERS_CLAUSE_H
#define CONCORD_LETTERS_CLAUSE_H

#include "letters/phrase_search.h"

struct clause {
    size_t begin, end; /* in the folded text */
};

struct slot {
    const struct phrase *phrase;
    size_t begin, end; /* in the folded text */
};

enum { SLOTS_MAX = 96 };

struct slot_list {
    struct slot items[SLOTS_MAX];
    size_t count;
};

enum slot_part { SLOTS_ALL, SLOTS_BORDERS, SLOTS_BUT_BORDERS };

/* The slots of a sentence that begins at that place of the folded text: all of them, those that
 * part clauses, or, added to these, the others. */
void slots_find(struct phrase_search *search, struct slice sentence,
                const struct phrase_sight *sight, size_t place, enum slot_part part,
                struct slot_list *ret);

/* The clause behind *clause, up to the next border. False: there is none. */
bool clause_next(const struct slot_list *slots, size_t sentence_end, struct clause *clause);

#endif
