/* SPDX-License-Identifier: MIT */
#include "intake/contract.h"

static const char *const statute_words[] = {"FOIA", "FOISA", "EIR", NULL};
static const struct vocabulary statutes = {"statute", statute_words};
static const char *const exemption_kind_words[] = {"absolute", "qualified", "procedural", NULL};
static const struct vocabulary exemption_kinds = {"kind of exemption", exemption_kind_words};

#define COLUMN(constant, name, type, need, words, aliases, description)                            \
    [constant] = {#name, COLUMN_##type, NEED_##need, words, aliases, description},
#define COLUMN_ARRAY(number, kind, prefix, columns, key, title)                                    \
    static const struct column kind##_columns[prefix##_COLUMNS] = {columns(COLUMN)};
CONTRACT_FILES(COLUMN_ARRAY)

#define KEY(column) (1u << (column))
const struct contract_file contract_files[FILE_COUNT] = {
#define CONTRACT_FILE(number, kind, prefix, columns, key, title)                                   \
    [number] = {#kind ".csv", #kind, title, kind##_columns, prefix##_COLUMNS, key},
    CONTRACT_FILES(CONTRACT_FILE)
#undef CONTRACT_FILE
};
