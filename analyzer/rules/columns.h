/* SPDX-License-Identifier: MIT
 * The columns of a rule's SELECT (runner.h lists them) and the rows it gives.
 */
#ifndef CONCORD_RULES_COLUMNS_H
#define CONCORD_RULES_COLUMNS_H

#include "rules/finding.h"

enum { MAX_DETAILS = 16 };

/* Where each column stands in the SELECT; -1: not there. */
struct columns {
    int key[KEY_PARTS], evidence[EVIDENCE_KINDS];
    int severity, certainty, role, earliest, latest;
    int details[MAX_DETAILS];
    int detail_count;
};

/* One row but for its details. */
struct rule_row {
    int32_t key[KEY_PARTS];
    enum severity severity; /* SEVERITY_NONE: a word that is none */
    bool is_certain;
    struct evidence evidence;
    struct date_interval date; /* DAY_MIN..DAY_MAX: none */
};

/* False, with a reason, where "role" is missing or there are too many columns. */
bool columns_of(sqlite3_stmt *s, struct columns *ret, char *ret_reason, size_t size);

/* False, with a fault, where the rule's message asks for something that is no column, or for one
 * that the program takes for itself. */
bool columns_check_message(const struct columns *columns, const struct rule *rule, sqlite3_stmt *s,
                           struct message_fault *ret_fault);

/* False, with a reason, where a number of the statement's row is none: another type than a
 * whole number, one that no row and no day can have, or a date that ends before it begins. */
bool columns_check_numbers(const struct columns *columns, sqlite3_stmt *s, char *ret_reason,
                           size_t size);

struct rule_row columns_row(const struct columns *columns, const struct rule *rule,
                            sqlite3_stmt *s);

/* Adds the details of the statement's row to a finding. */
void columns_add_details(const struct columns *columns, sqlite3_stmt *s, struct finding *f);

int columns_compare_keys(const int32_t a[KEY_PARTS], const int32_t b[KEY_PARTS]);

#endif
