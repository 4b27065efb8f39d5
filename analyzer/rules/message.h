/* SPDX-License-Identifier: MIT
 * Turns a rule's message template (rules/message_template.h) into the sentence of one finding.
 * Lists stop after twelve names and say how many more there are. The sentence of a
 * finding that is only possible begins with "Possibly: ".
 */
#ifndef CONCORD_RULES_MESSAGE_H
#define CONCORD_RULES_MESSAGE_H

#include "rules/lookups.h"

/* The caller frees *ret_message. The template must have passed message_template_check: a
 * column that the finding does not have is a fault. */
MUST_CHECK bool message_render(struct lookups *lookups, const struct finding *finding,
                               char **ret_message, struct error *err);

#endif
