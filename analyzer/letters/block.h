/* SPDX-License-Identifier: MIT
 * What holds of one question, or of the whole letter: the acts and citations that count for it, as
 * facts that the coding table reads.
 */
#ifndef CONCORD_LETTERS_BLOCK_H
#define CONCORD_LETTERS_BLOCK_H

#include "letters/state.h"

enum { WHOLE_LETTER = -1, BLOCK_CITED_MAX = 48 };

struct block {
    int question; /* or WHOLE_LETTER */
    int asked;    /* the question of its row, which may point to the answer of another */
    fact_set facts, decisive;
    const struct found_act *first[FACT_COUNT]; /* the best act of each fact */
    size_t acts_of[FACT_COUNT];
    const struct cited
        *cited[BLOCK_CITED_MAX]; /* relied on, in the order of the letter, each once */
    size_t cited_count;
    enum position use; /* what is said of use; POSITION_SILENT: nothing */
    const struct found_act *use_act;
    uint64_t flags;
    bool has_words; /* something is said here, be it no act */
    size_t words_unit;
};

/* The acts of the force's own decision. */
void block_collect(const struct letter_state *state, int question, struct block *ret);

/* The question whose answer that of the question points to ("as above"), else the same. */
int block_source(const struct letter_state *state, int question);

/* Is something said in answer to the question, be it no act? */
bool block_has_words(const struct letter_state *state, int question);

/* What the letter tells of an earlier answer: false where it tells nothing. */
bool block_collect_earlier(const struct letter_state *state, struct block *ret);

/* The best act of those that the rule needs, which is borrowed, or NULL. */
const struct found_act *block_deciding(const struct block *block, const struct coding_rule *rule);

/* Where harm and public interest are set out for what the block relies on; NULL: nowhere. */
struct block_tests {
    const struct unit *harm, *public_interest;
    struct exemption_needs needs; /* what is relied on asks for */
    bool is_elsewhere;            /* in another file */
};
struct block_tests block_tests_of(const struct letter_state *state, const struct block *block);

#endif
