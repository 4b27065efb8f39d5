/* SPDX-License-Identifier: MIT
 * The steps of finding acts: for act.c and act_scope.c alone.
 */
#ifndef CONCORD_LETTERS_ACT_STEPS_H
#define CONCORD_LETTERS_ACT_STEPS_H

#include "letters/act.h"
#include "letters/clause.h"

/* The clause at hand. */
struct looking {
    const struct act_search *s;
    struct act_list *acts;
    size_t unit;
    struct clause clause;
    struct slice text;
    size_t first; /* of the acts of this clause */
    struct slot_list slots;
    bool has_slots;            /* not only those that part clauses */
    struct question_set named; /* questions that the clause names */
    struct question_set same;  /* those whose answer it points to */
    size_t named_end;          /* in the folded text, behind the first of them */
};

bool act_is_about_holding(enum act_word word);
bool act_is_refusal_to_say(enum act_word word);

/* The first slot of that kind that reaches the act, or NULL. */
const struct slot *act_slot(const struct looking *l, const struct found_act *act,
                            enum act_word kind);

/* The questions that the clause names. */
void act_name_questions(struct looking *l);

void act_set_scope(const struct looking *l, struct found_act *act);

/* "It is used in none of them": says no behind its verb. */
void act_turn(const struct looking *l, struct found_act *act);

/* "For question 6 and for anything else": of a question, and of the rest as another act. */
bool act_is_split(const struct looking *l, struct found_act *act, struct found_act *ret_rest);

#endif
