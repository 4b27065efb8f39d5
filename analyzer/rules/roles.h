/* SPDX-License-Identifier: MIT
 * The roles that the evidence of a rule can have, and whether its header asks for others.
 *
 * A role is known where a row has it, where `evidence` adds it, or where it stands in quotes in the
 * SELECT ('answer' AS role). A SELECT may take roles from a column, too: where it gives no rows, or
 * one with a role that it does not spell, the roles that the catalogue's headers name are known as
 * well, and the words of the contract, since those are what the columns of the views hold.
 */
#ifndef CONCORD_RULES_ROLES_H
#define CONCORD_RULES_ROLES_H

#include "rules/catalogue.h"

/* What `evidence` of its header adds. */
void roles_add_evidence(const struct rule *rule, struct word_list *roles);

/* The words in quotes in its SELECT that can be roles; one may come twice. */
void roles_add_spelt(const struct rule *rule, struct word_list *roles);

/* Those that the headers of the catalogue's own rules name, and the words of the contract. */
void roles_add_usual(const struct catalogue *catalogue, struct word_list *roles);

/* Is each role of its message and of `parties` among those? Else a fault with its line, and
 * false. */
bool roles_check(const struct rule *rule, const struct word_list *roles,
                 struct rule_fault *ret_fault);

#endif
