/* SPDX-License-Identifier: MIT
 * Turns a rule's message template into the sentence of one finding.
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
 * Lists stop after twelve names and say how many more there are. The sentence of a
 * finding that is only possible begins with "Possibly: ".
 */
#ifndef CONCORD_RULES_MESSAGE_H
#define CONCORD_RULES_MESSAGE_H

#include "rules/names.h"

/* Is everything that the template asks for a word of the list above, or a column?
 * `columns` ends with NULL. False: *ret_unknown is the placeholder, cut to size. */
bool message_check(const char *template, const char *const columns[], char *ret_unknown,
                   size_t size);

/* How often the template asks for the column. */
size_t message_uses(const char *template, const char *column);

/* The caller frees *ret_message. The template must have passed message_check: an
 * unknown placeholder is a fault. */
MUST_CHECK bool message_render(struct names *names, const struct finding *finding,
                               char **ret_message, struct error *err);

#endif
