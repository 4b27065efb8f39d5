/* SPDX-License-Identifier: MIT */
#include "rules/roles.h"

#include "base/memory.h"
#include "base/text.h"
#include "domain/name.h"

#include <ctype.h>

void roles_add_evidence(const struct rule *rule, struct word_list *roles)
{
    for (int i = 0; i < CONTEXTS; i++)
        if (rule->adds[i])
            word_list_add(roles, slice_of(contexts.words[i]));
}

/* Between any two quotes: a word too many does less harm than one too few. */
void roles_add_spelt(const struct rule *rule, struct word_list *roles)
{
    struct slice rest = slice_of(rule->sql), word;
    while (slice_next_part(&rest, '\'', &word))
        if (is_role(word))
            word_list_add(roles, word);
}

/* The words that columns of the views hold. */
static void add_vocabularies(struct word_list *roles)
{
    static const struct vocabulary *const all[] = {
        &stances,     &topics,     &stages,         &held_statements,       &applicant_kinds,
        &positions,   &publishers, &request_scopes, &acknowledgement_kinds, &guidance_conditions,
        &force_kinds, &regimes,
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        for (size_t k = 0; all[i]->words[k]; k++)
            word_list_add(roles, slice_of(all[i]->words[k]));
}

void roles_add_usual(const struct catalogue *catalogue, struct word_list *roles)
{
    add_vocabularies(roles);
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct rule *rule = &catalogue->rules[i];
        if (rule->is_users)
            continue;
        roles_add_evidence(rule, roles);
        for (size_t k = 0; k < rule->party_roles.count; k++)
            word_list_add(roles, slice_of(rule->party_roles.words[k]));
        for (size_t k = 0; k < rule->message.count; k++)
            if (rule->message.pieces[k].placeholder == PLACEHOLDER_LIST)
                word_list_add(roles, rule->message.pieces[k].name);
    }
}

/* The role that was probably meant, or NULL. */
static const char *meant_by(const char *role, const struct word_list *roles)
{
    SCOPED_TEXT small = memory_copy(role);
    for (char *p = small; *p; p++)
        *p = (char)tolower((unsigned char)*p);
    struct nearest_name nearest = nearest_begin(small);
    for (size_t i = 0; i < roles->count; i++)
        nearest_offer(&nearest, roles->words[i]);
    return nearest.name;
}

static bool check_parties(const struct rule *rule, const struct word_list *roles,
                          struct rule_fault *ret_fault)
{
    for (size_t i = 0; i < rule->party_roles.count; i++) {
        const char *role = rule->party_roles.words[i];
        if (word_list_has(roles, slice_of(role)))
            continue;
        const char *meant = meant_by(role, roles);
        return rule_fault_set(ret_fault, rule->path, rule->party_lines[i],
                              "parties names the role \"%s\", and no row has it%s%s%s", role,
                              meant ? "; did you mean " : "; name one that the SELECT gives",
                              meant ? meant : "", meant ? "?" : "");
    }
    return true;
}

bool roles_check(const struct rule *rule, const struct word_list *roles,
                 struct rule_fault *ret_fault)
{
    struct message_fault fault;
    if (!message_template_check_roles(&rule->message, roles, &fault))
        return rule_fault_of_message(rule, &fault, ret_fault);
    return check_parties(rule, roles, ret_fault);
}
