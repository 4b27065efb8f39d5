/* SPDX-License-Identifier: MIT
 * What the words of an outcome cell say, by the patterns of datasets/reference/outcome-words.csv:
 * each word is of the longest pattern that begins there.
 */
#ifndef CONCORD_IMPORTS_OUTCOME_WORDS_H
#define CONCORD_IMPORTS_OUTCOME_WORDS_H

#include "letters/pattern_table.h"

#include <stdint.h>

/* SAYS_FILLER says nothing. A kind with "?" behind it is what the words often mean. */
#define OUTCOME_KINDS(_)                                                                           \
    _(SAYS_NCND, "ncnd")                                                                           \
    _(SAYS_PARTIAL_NCND, "partial_ncnd")                                                           \
    _(SAYS_NOT_HELD, "not_held")                                                                   \
    _(SAYS_DENIED, "denied")                                                                       \
    _(SAYS_HELD, "held")                                                                           \
    _(SAYS_HELD_EXEMPT, "held_exempt")                                                             \
    _(SAYS_DISCLOSED, "disclosed")                                                                 \
    _(SAYS_PARTIAL, "partial")                                                                     \
    _(SAYS_REDACTED, "redacted")                                                                   \
    _(SAYS_REFUSED, "refused")                                                                     \
    _(SAYS_COST, "cost")                                                                           \
    _(SAYS_VEXATIOUS, "vexatious")                                                                 \
    _(SAYS_S21, "s21")                                                                             \
    _(SAYS_FUTURE, "future")                                                                       \
    _(SAYS_CLARIFICATION, "clarification")                                                         \
    _(SAYS_EXTENDED, "extended")                                                                   \
    _(SAYS_PIT, "pit")                                                                             \
    _(SAYS_TRANSFERRED, "transferred")                                                             \
    _(SAYS_NO_RESPONSE, "no_response")                                                             \
    _(SAYS_WAITING, "waiting")                                                                     \
    _(SAYS_WITHDRAWN, "withdrawn")                                                                 \
    _(SAYS_UNDELIVERED, "undelivered")                                                             \
    _(SAYS_OTHER, "other")                                                                         \
    _(SAYS_ANSWERED, "answered")                                                                   \
    _(SAYS_REVIEW, "review")                                                                       \
    _(SAYS_FILLER, "filler")

enum outcome_kind {
#define OUTCOME_KIND(code, word) code,
    OUTCOME_KINDS(OUTCOME_KIND)
#undef OUTCOME_KIND
        OUTCOME_KIND_COUNT
};

struct outcome_words {
    enum outcome_kind said[OUTCOME_KIND_COUNT]; /* each once, in the order of the words */
    size_t count;
    size_t unknown;   /* words that no pattern knows */
    bool is_reversed; /* one of them may turn what stands beside it: not, never, if */
    bool is_often[OUTCOME_KIND_COUNT]; /* by kind: it is only what the words often mean */
};

/* Of folded words with one space between (outcome_cell.h). */
void outcome_words_read(const struct pattern_table *table, const char *words,
                        struct outcome_words *ret);

bool outcome_words_say(const struct outcome_words *words, enum outcome_kind kind);
/* Puts `by` in the place of `kind`, where that is said. */
void outcome_words_replace(struct outcome_words *words, enum outcome_kind kind,
                           enum outcome_kind by);
/* Is any of what is said only what the words often mean? */
bool outcome_words_are_uncertain(const struct outcome_words *words);
void outcome_words_drop(struct outcome_words *words, enum outcome_kind kind);

#endif
