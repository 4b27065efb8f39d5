/* SPDX-License-Identifier: MIT
 * A folded text read from left to right, and one number of a question at a place of it:
 * "2", "2a", "2 (a)", "(2)", "two", "iv", "b". For numbers.c alone.
 */
#ifndef CONCORD_LETTERS_NUMBER_CURSOR_H
#define CONCORD_LETTERS_NUMBER_CURSOR_H

#include "letters/numbers.h"

struct number_cursor {
    struct slice text;
    size_t at;
    bool has_lead;         /* "with regard to" stood before: "the third," is enough then */
    bool has_article;      /* "your", "the" stood before, at the start: "the third was" too */
    bool may_have_strokes; /* "Q1/2": of what is called a question, and no "request 1/24" */
};

/* NUL behind the end. */
char cursor_peek(const struct number_cursor *c, size_t ahead);
bool cursor_is_word_byte(char c);
void cursor_skip_spaces(struct number_cursor *c);
bool cursor_take(struct number_cursor *c, char byte);
bool cursor_take_text(struct number_cursor *c, const char *text);

/* The word where it stands as one of its own; digits may follow it ("q1"). */
bool cursor_take_word(struct number_cursor *c, const char *word);

/* Which of the words, from 1 on, up to a NULL; 0: none. */
int cursor_take_listed(struct number_cursor *c, const char *const *words);

/* "three" is 3, "iii" is 3; 0: none. */
int cursor_take_cardinal(struct number_cursor *c);
int cursor_take_roman(struct number_cursor *c);

/* "2", "2a", "2(a)", "2 (a)": false where no such number stands. */
bool cursor_take_digits(struct number_cursor *c, struct question_number *ret);

/* "one would have to look" */
bool cursor_is_at_pronoun(struct number_cursor c);

/* A letter alone, as a number. */
bool cursor_is_at_letter(const struct number_cursor *c);

/* Behind a word such as "question": also in words, roman, or a letter alone, but no "a" and no "I"
 * of a sentence that goes on. */
bool cursor_take_number(struct number_cursor *c, struct question_number *ret);

/* "(1) and (2)" there, behind a word that points to them. */
bool numbers_in_brackets(struct slice text, size_t at, struct number_list *ret);

#endif
