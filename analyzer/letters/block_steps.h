/* SPDX-License-Identifier: MIT
 * The steps of making a block: for block.c and its neighbours alone.
 */
#ifndef CONCORD_LETTERS_BLOCK_STEPS_H
#define CONCORD_LETTERS_BLOCK_STEPS_H

#include "letters/block.h"

/* Facts that are an outcome, those that speak of holding, those that a rest could be the rest of.
 */
fact_set block_outcomes(void);
fact_set block_words_on_holding(void);
fact_set block_bases(void);

static inline bool block_has(const struct block *b, int fact)
{
    return b->facts >> fact & 1;
}

static inline bool block_has_decisive(const struct block *b, int fact)
{
    return b->decisive >> fact & 1;
}

void block_drop(struct block *b, int fact);
/* act may be NULL where no words say it. */
void block_add(struct block *b, int fact, const struct found_act *act);

/* Is it one of the question's own, or is the whole letter one block? */
bool block_is_own_act(const struct found_act *act, int question);

bool block_is_outcome(const struct found_act *act);

/* An answer in words that are no act: in which unit? */
bool block_find_words(const struct letter_state *s, int question, size_t *ret_unit);
/* Flags those that may be a decision which was not read. */
void block_judge_words(const struct letter_state *s, struct block *b);

/* Does the question, or else the request, ask whether it is used? */
bool block_asks_use(const struct letter_state *s, int question);
/* What is said of use, into use and use_act. */
void block_find_use(const struct letter_state *s, struct block *b);
/* One paragraph answers several questions, and in it one sentence denies and another does not:
 * which is whose? */
bool block_is_mixed(const struct letter_state *s, const struct block *b);

bool block_is_relied(const struct cited *cited);
/* Adds a citation, each once, a section not beside its subsection. */
void block_add_cited(struct block *b, const struct cited *cited);
void block_collect_cited(const struct letter_state *s, struct block *b);
/* Facts that follow from sections alone. */
void block_cite_facts(const struct letter_state *s, struct block *b);

/* What is said by being said beside something else; then flags and derived facts. */
void block_derive(const struct letter_state *s, struct block *b);
void block_settle_no_duty(const struct letter_state *s, struct block *b);
void block_settle(const struct letter_state *s, struct block *b);
void block_set_derived(struct block *b);

#endif
