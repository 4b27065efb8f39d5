/* SPDX-License-Identifier: MIT
 * The numbers of questions as letters write them (LETTERS 1.2): "Q1", "Qs 2 & 3", "Response 1 - 5",
 * "part three", "the first question", "1)", "a)". Works on folded text.
 */
#ifndef CONCORD_LETTERS_NUMBERS_H
#define CONCORD_LETTERS_NUMBERS_H

#include "base/slice.h"

enum { NUMBERS_MAX = 64, NUMBER_GREATEST = 199 };

/* 2A is {2, 'a'}; a letter alone {0, 'a'}; the last one {-1, 0}, the last but one {-2, 0}. */
struct question_number {
    int number;
    char letter; /* 0: none */
};

struct number_list {
    struct question_number items[NUMBERS_MAX];
    size_t count;
    size_t begin, end; /* where it stands in the text, with its word and its sign */
    bool is_named;     /* "question 2", not "2." */
    bool is_answer;    /* "response 2", "answer 2" */
    bool is_others;    /* all others: "all but question 2" */
    bool is_remaining; /* what is still open, and no number: "the remaining questions" */
    bool is_ordinal;   /* "the third," without a word for what */
    bool is_signed;    /* a sign or the end of the line follows: it is a label */
};

/* The numbers with which a line begins. False: with none. */
bool numbers_at_start(struct slice text, struct number_list *ret);

/* The number with which a row of a table begins: it needs no sign. */
bool numbers_of_row(struct slice text, struct number_list *ret);

/* The next named numbers at or after `from`: "questions 2 and 3", "the second question". */
bool numbers_next(struct slice text, size_t from, struct number_list *ret);

/* "Q2", "2", "2a", "Q2(a)" of a pack: false where it is no number. */
bool number_of_id(const char *id, struct question_number *ret);

#endif
