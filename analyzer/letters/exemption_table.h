/* SPDX-License-Identifier: MIT
 * datasets/reference/exemptions.csv, as far as a letter is read by it.
 */
#ifndef CONCORD_LETTERS_EXEMPTION_TABLE_H
#define CONCORD_LETTERS_EXEMPTION_TABLE_H

#include "base/arena.h"
#include "base/error.h"
#include "domain/citation.h"

struct exemption_row {
    enum act act;
    const char *citation;
    bool is_ncnd, needs_harm, needs_balance;
};

struct exemption_table {
    struct arena arena;
    struct exemption_row *rows;
    size_t count, room;
};

MUST_CHECK bool exemption_table_load(struct exemption_table *ret, struct error *err);
void exemption_table_done(struct exemption_table *table);

/* The longest row that a citation in normal form begins with, or NULL. */
const struct exemption_row *exemption_row_of(const struct exemption_table *table,
                                             const char *citation, enum act own);

/* Which tests a citation asks for: its row's, or those of any row of its section. */
struct exemption_needs {
    bool harm, balance;
};
struct exemption_needs exemption_needs_of(const struct exemption_table *table, const char *citation,
                                          enum act own);

#endif
