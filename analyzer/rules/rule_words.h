/* SPDX-License-Identifier: MIT
 * The words that a rule's header and the placeholders of its message are made of, as codes:
 * each list is written once here, and docs/writing-rules.md says what the words mean.
 */
#ifndef CONCORD_RULES_RULE_WORDS_H
#define CONCORD_RULES_RULE_WORDS_H

#include "domain/vocabulary.h"

enum severity {
    SEVERITY_NONE, /* no word of the list */
    SEVERITY_INFO,
    SEVERITY_LOW,
    SEVERITY_MEDIUM,
    SEVERITY_HIGH,
    SEVERITY_CRITICAL,
};

/* What a departure departs from. */
enum basis { BASIS_STATUTE, BASIS_REGULATOR, BASIS_ADVICE, BASIS_CONSISTENCY, BASIS_DATA };

/* What the runner adds to each answer found, in the order in which it is added. The first three
 * are levels of acknowledgement. */
enum context {
    CONTEXT_OWN,
    CONTEXT_COLLABORATION,
    CONTEXT_THIRD_PARTY,
    CONTEXT_MEMBERSHIP,
    CONTEXT_STATUTE,
    CONTEXT_GUIDANCE,
    CONTEXTS,
};

/* What a rule reads beyond meaning. */
enum rule_input { INPUT_FINDINGS };

/* Without what a rule finds nothing, whatever the answers say: advice that speaks for the question,
 * or such advice in force on the day of the answer. */
enum rule_need { NEED_GUIDANCE, NEED_GUIDANCE_IN_FORCE, RULE_NEEDS };

enum key_part {
    KEY_FORCE,
    KEY_TOOL,
    KEY_REQUEST,
    KEY_QUESTION,
    KEY_COLLABORATION,
    KEY_OTHER_TOOL,
    KEY_POSITION,
    KEY_PARTS
};

/* How a message shows the evidence in one role. */
enum list_style {
    AS_FORCE,
    AS_LETTER,
    AS_ACKNOWLEDGEMENT,
    AS_TITLE,
    AS_BASIS,
    AS_STANCE,
    AS_TOPIC,
    AS_COUNT,
    AS_RULING,
};

/* rule_subjects: what a rule's findings are all about, for the tables and sentences that gather
 * them. */
extern const struct vocabulary bases, contexts, rule_inputs, rule_needs, rule_subjects, key_parts,
    list_styles;

/* The severity of a word of any case; SEVERITY_NONE for any other. */
enum severity severity_rank(const char *word);

/* The word of a severity that is not SEVERITY_NONE. */
const char *severity_word(enum severity severity);

enum severity severity_of_code(int code);

/* A role is a word of at most 23 letters, digits, hyphens and underscores. */
enum { ROLE_BYTES = 24 };
bool is_role(struct slice text);

/* Words without a list of their own: roles, ids of rules. */
struct word_list {
    char **words;
    size_t count, room;
};

void word_list_add(struct word_list *list, struct slice word);
bool word_list_has(const struct word_list *list, struct slice word);

/* One text of all of them; the caller frees. */
char *word_list_join(const struct word_list *list, const char *separator);
void word_list_done(struct word_list *list);

/* The next word of a text in which they stand apart by commas or white space; false when none is
 * left. */
bool next_word(struct slice *rest, struct slice *ret_word);

#endif
