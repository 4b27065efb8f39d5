/* SPDX-License-Identifier: MIT
 * The named numbers at one place of a text: "questions 2, 3 and 5 - 7", "the first two questions".
 * For numbers.c alone.
 */
#ifndef CONCORD_LETTERS_NUMBER_MENTION_H
#define CONCORD_LETTERS_NUMBER_MENTION_H

#include "letters/number_cursor.h"

/* Nothing of a list that is full. */
void number_list_add(struct number_list *list, struct question_number number);

/* From the last one of the list on: 2 - 5, 2a to 2c. */
void number_list_add_range(struct number_list *list, struct question_number last);

/* What joins two numbers: "and", "&", ","; "to", "-". */
enum joint { JOINT_NONE, JOINT_LIST, JOINT_RANGE };
enum joint joint_take(struct number_cursor *c);

/* False, with the cursor where it was: none stands there. */
bool mention_take(struct number_cursor *c, struct number_list *ret);

/* "as to (2),", "regarding 2:": a number without its word behind words that lead to one. */
bool mention_take_led(struct number_cursor *c, struct number_list *ret);

/* "question", "points", "rows"; also "answer", "reply" where that is asked for. 0: none. */
int mention_take_name(struct number_cursor *c, bool *ret_is_answer);

/* "(the) first question", "the first two questions", "the third of your questions", "the last". */
bool mention_take_place(struct number_cursor *c, struct number_list *list);

/* "save for", "all but the": what is named behind it is what is left out. */
bool mention_take_exception(struct number_cursor *c);

#endif
