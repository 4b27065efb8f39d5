/* SPDX-License-Identifier: MIT */
#include "letters/exemption_table.h"

#include "letters/table_file.h"

bool exemption_table_load(struct exemption_table *ret, struct error *err)
{
    enum column { REGIME, CITATION, IS_NCND, HARM, PIT };
    static const char *const columns[] = {"regime",           "citation",   "is_ncnd",
                                          "harm_test_needed", "pit_needed", NULL};
    struct table_file table;
    bool ok = table_file_open("datasets/reference/exemptions.csv", columns, &table, err);
    while (ok && table_file_next(&table, err)) {
        ret->rows = arena_grow(&ret->arena, ret->rows, ret->count, &ret->room, sizeof *ret->rows);
        ret->rows[ret->count++] = (struct exemption_row){
            .act = act_find(table_file_cell(&table, REGIME)),
            .citation = arena_copy(&ret->arena, table_file_cell(&table, CITATION)),
            .is_ncnd = slice_is(table_file_cell(&table, IS_NCND), "1"),
            .needs_harm = slice_is(table_file_cell(&table, HARM), "1"),
            .needs_balance = slice_is(table_file_cell(&table, PIT), "1")};
    }
    ok = ok && table.row.event == CSV_END;
    table_file_close(&table);
    return ok;
}

void exemption_table_done(struct exemption_table *table)
{
    arena_done(&table->arena);
}

const struct exemption_row *exemption_row_of(const struct exemption_table *table,
                                             const char *citation, enum act own)
{
    struct slice number = slice_of(citation);
    enum act act = citation_act(&number, own);
    const struct exemption_row *best = NULL;
    for (size_t i = 0; i < table->count; i++) {
        const struct exemption_row *row = &table->rows[i];
        if (row->act == act && citation_begins_with(number, slice_of(row->citation)) &&
            (!best || strlen(row->citation) > strlen(best->citation)))
            best = row;
    }
    return best;
}

struct exemption_needs exemption_needs_of(const struct exemption_table *table, const char *citation,
                                          enum act own)
{
    struct exemption_needs needs = {0};
    struct slice number = slice_of(citation);
    enum act act = citation_act(&number, own);
    const struct exemption_row *row = exemption_row_of(table, citation, own);
    if (row)
        return (struct exemption_needs){row->needs_harm, row->needs_balance};
    for (size_t i = 0; i < table->count; i++) {
        row = &table->rows[i];
        if (row->act != act || !citation_begins_with(slice_of(row->citation), number))
            continue;
        needs.harm |= row->needs_harm;
        needs.balance |= row->needs_balance;
    }
    return needs;
}
