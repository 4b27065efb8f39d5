/* SPDX-License-Identifier: MIT
 * One rule as a text: a header of "-- key: value" lines (continued by "--   more")
 * and one SELECT. docs/writing-rules.md says which keys there are, runner.h which
 * columns the SELECT gives.
 */
#ifndef CONCORD_RULES_RULE_FILE_H
#define CONCORD_RULES_RULE_FILE_H

#include "rules/message_template.h"

/* Where the value of a key of the header goes on, in the line that has the key first. */
struct rule_place {
    const char *key; /* as the documentation has it */
    size_t offset;   /* in the value */
    long line;       /* of the file */
};

struct rule_places {
    struct rule_place *items;
    size_t count, room;
};

/* All texts are NUL-terminated and owned by the rule. */
struct rule {
    const char *path; /* of the file, as it is shown */
    const char *id;   /* G01 */
    const char *name; /* ncnd-despite-acknowledgement */
    const char *title;
    const char *rationale;
    const char *source;
    const char *remedy;
    enum severity severity; /* unless a row says otherwise */
    enum basis basis;
    const char *message_text; /* from which message borrows */
    struct message_template message;
    bool adds[CONTEXTS];                /* to the rows, by the runner */
    bool reads_findings;                /* runs after all rules that do not */
    bool needs[RULE_NEEDS];             /* without which it finds nothing */
    const char *about;                  /* of rule_subjects; NULL: nothing gathers its findings */
    struct word_list shares_cause_with; /* ids of rules whose findings about the same letter may
                                           report the same fact (RISK.md section 2) */
    struct word_list party_roles;       /* roles whose forces are the parties of a finding without a
                                           force; none: all */
    const char *sql;                    /* the whole file */
    char sha256[65];                    /* of it */
    bool is_users;                      /* from --rules, not from the catalogue */
    struct rule_places places;
    long *shares_lines, *party_lines; /* of the words of shares_cause_with and party_roles */
};

/* Why a rule cannot be used, and where. */
struct rule_fault {
    char *file; /* owned; NULL: there is no fault */
    long line;  /* 0: the file as a whole */
    char reason[400];
    char rule_id[8]; /* of the rule, where that much was read; else "" */
};

/* Takes a rule from the text of its file, which is copied. False, with *ret_fault
 * filled, where it is none: an unknown, repeated, missing or empty key, a word that its key does
 * not know. On true the caller frees with rule_done. */
bool rule_parse(const char *path, struct slice text, struct rule *ret_rule,
                struct rule_fault *ret_fault);
void rule_done(struct rule *rule);

/* The line of the file in which byte `offset` stands. */
long rule_line_of(const struct rule *rule, size_t offset);

/* The line on which byte `offset` of the value of a key of its header stands; 0: no such key. */
long rule_line_of_value(const struct rule *rule, const char *key, size_t offset);

void rule_fault_done(struct rule_fault *fault);

/* Fills a zeroed fault, which rule_fault_done empties; always false. */
bool rule_fault_set(struct rule_fault *fault, const char *file, long line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same with what is wrong with the rule's message. */
bool rule_fault_of_message(const struct rule *rule, const struct message_fault *message,
                           struct rule_fault *ret_fault);

#endif
