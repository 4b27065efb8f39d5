/* SPDX-License-Identifier: MIT */
#include "intake/commitment_scope.h"

#include "base/utf8.h"
#include "domain/name.h"
#include "store/statements.h"

struct commitment_row {
    int32_t commitment_no;
    int64_t file_no, line;
    const char *commitment_id;
    struct slice applies_to;
};
static const struct field commitment_fields[] = {
    FIELD(struct commitment_row, commitment_no), FIELD(struct commitment_row, file_no),
    FIELD(struct commitment_row, line),          FIELD(struct commitment_row, commitment_id),
    FIELD(struct commitment_row, applies_to),
};

/* tool_no 0: every tool that uses AI. */
struct scope_row {
    int32_t commitment_no, tool_no;
};
static const struct field scope_fields[] = {
    FIELD(struct scope_row, commitment_no),
    FIELD_OPTIONAL(struct scope_row, tool_no),
};

bool commitment_scope_ambiguity(const struct registry *r, struct slice list, struct slice *ret_item)
{
    while (slice_next_part(&list, ';', ret_item)) {
        *ret_item = slice_trim(*ret_item);
        if (ret_item->length && registry_find_tool(r, *ret_item) == NAMES_AMBIGUOUS)
            return true;
    }
    return false;
}

static bool is_every_ai(struct slice item)
{
    static const char *const words[] = {"uses_ai", NULL};
    static const struct vocabulary scope = {.name = "applies_to", .words = words};
    return vocabulary_code(&scope, item) == 0;
}

static bool tell_unknown(struct intake *intake, const struct commitment_row *row, struct slice item,
                         struct error *err)
{
    struct account account = {.ledger = &intake->ledger, .file_no = row->file_no};
    struct ledger_notice notice = {"unknown-scope", (long)row->line, 1};
    char shown[100];
    utf8_show(item, shown, sizeof shown);
    return ledger_notice(&intake->ledger, &account, &notice, err,
                         "applies_to of \"%s\": \"%s\" is neither a tool nor uses_ai, and the "
                         "commitment covers nothing by it; write the tool as tools.csv lists it",
                         SHOWN(row->commitment_id, 80), shown);
}

static bool store_item(struct intake *intake, const struct commitment_row *row, struct slice item,
                       struct row_map *insert, struct error *err)
{
    int32_t tool = is_every_ai(item) ? 0 : registry_find_tool(&intake->registry, item);
    bool is_unknown = !is_every_ai(item) && tool <= 0;
    if (is_unknown)
        return tell_unknown(intake, row, item, err);
    return row_write(insert, &(struct scope_row){row->commitment_no, tool}, err);
}

bool commitment_scope_store(struct intake *intake, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(intake->db, "commitments_with_scope", commitment_fields);
    SCOPED_ROW_MAP insert = row_writer(intake->db, "insert_commitment_scope", scope_fields);
    struct commitment_row row;
    while (row_next(&rows, &row)) {
        struct slice rest = row.applies_to, item;
        while (slice_next_part(&rest, ';', &item)) {
            item = slice_trim(item);
            if (item.length && !store_item(intake, &row, item, &insert, err))
                return false;
        }
    }
    return row_done(&rows, err);
}
