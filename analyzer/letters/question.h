/* SPDX-License-Identifier: MIT
 * The questions of a letter: those that the pack knows, else those that its own request numbers.
 * A number of the letter is mapped to a question by number and by words (LETTERS 1.2).
 */
#ifndef CONCORD_LETTERS_QUESTION_H
#define CONCORD_LETTERS_QUESTION_H

#include "letters/letter_reader.h"
#include "letters/unit.h"

enum { BAG_WORDS = 48 };

/* The content words of a text, each once. */
struct word_bag {
    uint64_t hashes[BAG_WORDS];
    size_t count;
};

struct question {
    const char *id; /* as the pack spells it, else "Q2A" */
    struct question_number number;
    struct word_bag words;     /* of its content */
    struct word_bag all_words; /* but those of asking */
    struct slice text;         /* folded; empty: not known */
    bool is_seen;              /* in the request of this letter */
    bool is_mapped_apart;      /* the letter's own number for it is another */
};

struct question_list {
    struct question items[QUESTIONS_MAX];
    size_t count;
    bool is_given; /* by the pack */
    /* What the letter's numbers mean where that is another question of the pack; -1: as numbered.
     */
    int remapped[NUMBER_GREATEST + 1];
};

void questions_begin(struct arena *arena, const struct letter_context *context,
                     struct question_list *ret);

/* A numbered part of the letter's request. */
void questions_ask(struct arena *arena, struct question_list *list, struct question_number number,
                   struct slice text);

/* Writes "the last" and "all but" as the numbers that they mean; false where that is not known. */
bool questions_resolve(const struct question_list *list, struct number_list *numbers);

/* Adds those that the numbers mean; false where they mean none that is known. */
bool questions_find(const struct question_list *list, const struct number_list *numbers,
                    struct question_set *ret);

/* The question that has most of the content of the text, and it most of its, or -1. */
int questions_by_words(const struct question_list *list, struct slice text);

/* The question of which the text is a copy, be it longer by a word or two, or -1. Of two copies
 * that with the number. *ret_common, if not NULL: how many of its words. */
int questions_copied(const struct question_list *list, struct slice text,
                     struct question_number number, size_t *ret_common);

/* How many words of the question the text has. */
size_t questions_common(const struct question_list *list, int question, struct slice text);

/* The only question that has all content of a label, or -1. */
int questions_of_topic(const struct question_list *list, struct slice label);

/* The question of the number, else of the number without its letter, or -1. */
int questions_number(const struct question_list *list, struct question_number number);

/* Is there one of that very number? */
bool questions_has_number(const struct question_list *list, struct question_number number);
/* Are its words known, and most of the text others? */
bool questions_are_others(const struct question_list *list, struct question_number number,
                          struct slice text);

/* Is it in the request of this letter? */
bool questions_has_seen(const struct question_list *list, struct question_number number);

void questions_see(struct question_list *list, const struct question_set *set);

static inline bool question_set_is_empty(const struct question_set *set)
{
    return !set->bits[0] && !set->bits[1];
}

static inline bool question_set_has(const struct question_set *set, size_t question)
{
    return set->bits[question / 64] >> (question % 64) & 1;
}

/* Is it more than one? */
static inline bool question_set_is_several(const struct question_set *set)
{
    return (set->bits[0] && set->bits[1]) || (set->bits[0] & (set->bits[0] - 1)) ||
           (set->bits[1] & (set->bits[1] - 1));
}

static inline bool question_sets_meet(const struct question_set *a, const struct question_set *b)
{
    return (a->bits[0] & b->bits[0]) || (a->bits[1] & b->bits[1]);
}

static inline void question_set_add(struct question_set *set, size_t question)
{
    set->bits[question / 64] |= (uint64_t)1 << (question % 64);
}

#endif
