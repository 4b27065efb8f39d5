/* SPDX-License-Identifier: MIT
 * The message of a rule, taken apart: texts with placeholders between them.
 *
 * {force} {tool} {request} {question} {collaboration}   parts of the key
 * {ROLE.forces}            names and dates of the evidence in that role
 * {ROLE.letters}           "the answer R01 of 9 December 2024"
 * {ROLE.acknowledgements}  "A01 (contract notice, 9 December 2024)"
 * {ROLE.titles} {ROLE.bases} {ROLE.stances}
 * {ROLE.topics}            each once, where the rule's rows come in order of topic
 * {ROLE.count}             "3 forces"
 * {positions}              who confirmed, denied, neither confirmed nor denied
 * {COLUMN} {COLUMN:day}    a column of the rule's SELECT; a day as a date
 */
#ifndef CONCORD_RULES_MESSAGE_TEMPLATE_H
#define CONCORD_RULES_MESSAGE_TEMPLATE_H

#include "rules/rule_words.h"

enum placeholder {
    PLACEHOLDER_NONE, /* behind the last text */
    PLACEHOLDER_KEY,
    PLACEHOLDER_POSITIONS,
    PLACEHOLDER_LIST,
    PLACEHOLDER_COLUMN,
};

/* A text and the placeholder behind it. */
struct message_piece {
    struct slice text;
    enum placeholder placeholder;
    enum key_part key_part; /* of PLACEHOLDER_KEY */
    enum list_style style;  /* of PLACEHOLDER_LIST */
    struct slice name;      /* the role of a list, the name of a column */
    bool is_day;            /* of PLACEHOLDER_COLUMN */
};

struct message_template {
    struct message_piece *pieces;
    size_t count, room;
};

/* Why a message cannot be used. */
struct message_fault {
    const char *at; /* in its text: what is wrong begins here */
    char reason[400];
};

/* Takes a template apart, from whose text the pieces borrow. False, with the fault, where a
 * brace stands alone, or a placeholder can be none of the above; then there is nothing to free. */
bool message_template_parse(const char *text, struct message_template *ret,
                            struct message_fault *ret_fault);
void message_template_done(struct message_template *template);

/* Is each column that it asks for among those, which end with NULL? Else false, with the fault. */
bool message_template_check(const struct message_template *template, const char *const columns[],
                            struct message_fault *ret_fault);

/* Does each list have a role that evidence can have? Else false, with the fault. */
bool message_template_check_roles(const struct message_template *template,
                                  const struct word_list *roles, struct message_fault *ret_fault);

/* Does it say something even where no placeholder does? */
bool message_template_has_words(const struct message_template *template);

/* How often it asks for the column. */
size_t message_template_uses(const struct message_template *template, const char *column);

#endif
