/* SPDX-License-Identifier: MIT */
#include "intake/contract.h"

static const char *const statute_words[] = {"FOIA", "FOISA", "EIR", NULL};
static const struct vocabulary statutes = {.name = "statute", .words = statute_words};
static const char *const review_decision_words[] = {"accept_a", "accept_b", "change",
                                                    "not_a_response", NULL};
static const char *const review_decision_shown[] = {"accept A", "accept B", "change",
                                                    "not a response", NULL};
static const struct vocabulary review_decisions = {"decision", review_decision_words,
                                                   review_decision_shown};
static const char *const exemption_kind_words[] = {"absolute", "qualified", "procedural", NULL};
static const struct vocabulary exemption_kinds = {.name = "kind of exemption",
                                                  .words = exemption_kind_words};

#define COLUMN(constant, name, type, need, words, aliases, description)                            \
    [constant] = {#name, COLUMN_##type, NEED_##need, words, aliases, description},
#define COLUMN_ARRAY(number, kind, prefix, columns, key, title)                                    \
    static const struct column kind##_columns[prefix##_COLUMNS] = {columns(COLUMN)};
CONTRACT_FILES(COLUMN_ARRAY)
COLUMN_ARRAY(, review, REVIEW, COLUMNS_OF_REVIEW, , )

#define KEY(column) (1u << (column))
const struct contract_file contract_files[FILE_COUNT] = {
#define CONTRACT_FILE(number, kind, prefix, columns, key, title)                                   \
    [number] = {#kind ".csv", #kind, title, kind##_columns, prefix##_COLUMNS, key},
    CONTRACT_FILES(CONTRACT_FILE)
#undef CONTRACT_FILE
};

const struct contract_file review_file = {
    "proposals.csv", "proposals",    "what was read, and what somebody decided about it",
    review_columns,  REVIEW_COLUMNS, KEY(REVIEW_LETTER)};
