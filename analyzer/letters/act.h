/* SPDX-License-Identifier: MIT
 * What the clauses of a letter do (LETTERS 2): matches of phrases.csv, each with its mood, scope,
 * subject and the questions it is about, and whether it counts.
 */
#ifndef CONCORD_LETTERS_ACT_H
#define CONCORD_LETTERS_ACT_H

#include "letters/question.h"

enum act_scope { SCOPE_ALL, SCOPE_QUESTIONS, SCOPE_RESIDUAL, SCOPE_COVERT };
enum act_mood { MOOD_PLAIN, MOOD_CONDITIONAL, MOOD_REPORTED, MOOD_ASKING };
enum act_weight { WEIGHT_DECISIVE, WEIGHT_SUPPORTING, WEIGHT_BOILERPLATE };

struct found_act {
    enum act_word word;
    const struct phrase *phrase;
    enum act_mood mood;
    enum act_scope scope;
    enum act_weight weight;
    const char *why_not; /* NULL: it counts */
    bool is_beaten;      /* by another act of its clause */
    bool is_behind_no;   /* a negative stands before it that no phrase has read */
    bool is_plain;       /* nothing asks, tells, or lays down a condition, wherever it stands */
    struct question_set questions;
    struct question_set same; /* SAME: those whose answer it points to; none: the one before */
    bool names_questions;     /* its questions are those that it names */
    size_t unit;
    size_t begin, end;               /* in the folded text */
    size_t clause_begin, clause_end; /* likewise */
};

struct act_list {
    struct found_act *items;
    size_t count, room;
    bool gave_up; /* a pattern did, somewhere */
};

struct act_search {
    struct arena *arena;
    struct phrase_search *search;        /* in units */
    struct phrase_search *clause_search; /* in clauses of them */
    const struct folded *folded;
    const char *masked;
    const struct unit_list *units;
    const struct question_list *questions;
    enum act regime;
    bool is_lenient; /* also in zones that are not the force's own decision */
};

/* Adds all acts of the letter in the order of the text. */
void acts_find(const struct act_search *search, struct act_list *ret);

/* The acts of one clause of text that stands for itself: for tests of the table. */
void acts_of_text(const struct phrase_book *book, struct slice masked, struct arena *arena,
                  struct act_list *ret);

#endif
