/* SPDX-License-Identifier: MIT */
#include "intake/heading_row.h"

#include "base/text.h"
#include "intake/heading.h"

#include <ctype.h>

enum { SHOWN_BYTES = 64 };

static const char remedy[] = "Put the rows below that heading into a file of their own, or bring "
                             "their columns into the order of the first.";

/* Must a row have something in this column that no heading is? */
static bool refuses_headings(const struct column *column)
{
    switch ((int)column->type) {
    case COLUMN_FORCE:
    case COLUMN_FORCE_OR_ANY:
    case COLUMN_DATE:
    case COLUMN_YES_NO:
    case COLUMN_WORD:
    case COLUMN_WORDS:
    case COLUMN_CITATION:
        return column->need == NEED_VALUE;
    default:
        return false;
    }
}

void heading_rows_begin(struct heading_rows *rows, const struct contract_file *contract,
                        const struct header *header, const struct slice *headings, size_t count)
{
    *rows = (struct heading_rows){.contract = contract,
                                  .header = header,
                                  .headings = headings,
                                  .count = count,
                                  .is_each_asked = true};
    for (size_t i = 0; i < contract->count; i++)
        if (refuses_headings(&contract->columns[i]))
            rows->is_each_asked = false;
}

/* Cell by cell as the first heading. */
static bool is_the_same(const struct heading_rows *rows, const struct csv_row *row)
{
    bool has_any = false;
    for (size_t i = 0; i < row->count; i++) {
        struct slice cell = slice_trim(row->fields[i]);
        if (!contract_same_header(cell, rows->headings[i]))
            return false;
        has_any = has_any || cell.length > 0;
    }
    return has_any;
}

/* Most rows are refuted by a byte. */
static bool may_be_the_same(const struct heading_rows *rows, const struct csv_row *row)
{
    struct slice heading = rows->headings[0], cell = slice_trim(row->fields[0]);
    return cell.length == heading.length &&
           (cell.length == 0 || (cell.bytes[0] | 0x20) == (heading.bytes[0] | 0x20));
}

static int column_of_field(const struct header *header, size_t field)
{
    for (int i = 0; i < CONTRACT_COLUMNS; i++)
        if (header->fields[i] == (int)field)
            return i;
    return -1;
}

/* Is that column of the second heading another than the first has there, or elsewhere? */
static bool is_moved(const struct header *header, size_t field, int column)
{
    int first = column_of_field(header, field);
    return first >= 0 ? first != column : header->fields[column] >= 0;
}

/* What a row looks like as a heading. */
struct look {
    size_t cells, headings; /* that are not empty; of them columns of the contract */
    int moved;              /* the first field whose column stands elsewhere; -1: none */
};

/* Or -1. Most cells are told by a digit, which hardly a heading has, or by their length; what is
 * only like a heading is looked for where there was one before. */
static int column_of_cell(const struct contract_file *file, struct slice cell, bool with_alike)
{
    enum { LONGEST = 40 };
    if (!cell.length || cell.length > LONGEST)
        return -1;
    for (size_t i = 0; i < cell.length; i++)
        if (isdigit((unsigned char)cell.bytes[i]))
            return -1;
    char folded[HEADER_BYTES];
    bool is_exact;
    enum heading_match match;
    if (with_alike)
        return heading_column(file, cell, &match);
    contract_fold_header(cell, folded);
    return contract_column(file, folded, &is_exact);
}

static struct look look_at(const struct heading_rows *rows, const struct csv_row *row)
{
    enum { STRANGERS = 4 }; /* then it is no heading */
    struct look look = {.moved = -1};
    bool is_there[CONTRACT_COLUMNS] = {false};
    for (size_t i = 0; i < row->count && (look.headings || look.cells < STRANGERS) &&
                       (look.cells - look.headings) * 2 < row->count;
         i++) {
        struct slice cell = slice_trim(row->fields[i]);
        int column = column_of_cell(rows->contract, cell, look.headings > 0);
        look.cells += cell.length > 0;
        if (column < 0 || is_there[column])
            continue;
        is_there[column] = true;
        look.headings++;
        if (look.moved < 0 && is_moved(rows->header, i, column))
            look.moved = (int)i;
    }
    return look;
}

static bool fault(struct row_fault *out, const char *code, struct slice value, const char *next)
{
    *out = (struct row_fault){.code = code, .value = value};
    text_cut(out->suggestion, sizeof out->suggestion, "%s", next);
    return true;
}

static bool is_again(struct heading_rows *rows, const struct csv_row *row, const char *how,
                     struct row_fault *ret_fault)
{
    rows->other_line = 0;
    fault(ret_fault, "heading-again", row->fields[0], "Delete the row.");
    text_cut(ret_fault->message, sizeof ret_fault->message, "this row is the heading again%s", how);
    return true;
}

static bool is_another(struct heading_rows *rows, const struct csv_row *row,
                       const struct look *look, struct row_fault *ret_fault)
{
    rows->other_line = row->line;
    fault(ret_fault, "other-heading", row->fields[0], remedy);
    if (row->count != rows->count) {
        text_cut(ret_fault->message, sizeof ret_fault->message,
                 "this row is another heading, with %zu columns where the first has %zu",
                 row->count, rows->count);
        return true;
    }
    char cell[SHOWN_BYTES], heading[SHOWN_BYTES];
    csv_show_value(slice_trim(row->fields[look->moved]), cell, sizeof cell);
    csv_show_value(rows->headings[look->moved], heading, sizeof heading);
    text_cut(
        ret_fault->message, sizeof ret_fault->message,
        "this row is another heading, with the columns in another order: \"%s\" stands where the "
        "first has \"%s\"",
        cell, heading);
    return true;
}

/* The name of a sheet, a title, a note or a source stands alone in its row. */
static bool is_lone_cell(const struct csv_row *row, struct row_fault *ret_fault)
{
    enum { FEWEST_COLUMNS = 3 };
    struct slice cell = {"", 0};
    size_t filled = 0;
    for (size_t i = 0; i < row->count; i++) {
        struct slice text = slice_trim(row->fields[i]);
        filled += text.length > 0;
        cell = text.length ? text : cell;
    }
    if (filled != 1 || row->count < FEWEST_COLUMNS)
        return false;
    char shown[SHOWN_BYTES];
    csv_show_value(cell, shown, sizeof shown);
    fault(ret_fault, "lone-cell", cell,
          "Delete the row where it is a title, a note or the name of a sheet; a note on an answer "
          "belongs into its own row.");
    text_cut(ret_fault->message, sizeof ret_fault->message, "nothing but \"%s\" stands in this row",
             shown);
    return true;
}

/* The first cell of most rows is an identifier. */
static bool begins_as_heading(const struct heading_rows *rows, const struct csv_row *row)
{
    struct slice cell = slice_trim(row->fields[0]);
    return !cell.length || column_of_cell(rows->contract, cell, true) >= 0;
}

static bool is_spelt_otherwise(struct heading_rows *rows, const struct csv_row *row,
                               struct row_fault *ret_fault)
{
    enum { FEWEST = 2 };
    struct look look = look_at(rows, row);
    if (look.headings < FEWEST || look.headings * 2 <= look.cells)
        return false;
    if (look.moved >= 0 || row->count != rows->count)
        return is_another(rows, row, &look, ret_fault);
    return is_again(rows, row, is_the_same(rows, row) ? "" : ", with other names for its columns",
                    ret_fault);
}

bool heading_rows_judge(struct heading_rows *rows, const struct csv_row *row, bool is_refused,
                        struct row_fault *ret_fault)
{
    bool has_other_count = row->event == CSV_BAD_ROW && strcmp(row->fault.code, "field-count") == 0;
    if (!row->count || (row->event == CSV_BAD_ROW && !has_other_count))
        return false;
    if (!has_other_count && may_be_the_same(rows, row) && is_the_same(rows, row))
        return is_again(rows, row, "", ret_fault);
    bool is_asked = is_refused || has_other_count || rows->other_line ||
                    (rows->is_each_asked && begins_as_heading(rows, row));
    if (is_asked && is_spelt_otherwise(rows, row, ret_fault))
        return true;
    if (!rows->other_line)
        return is_refused && is_lone_cell(row, ret_fault);
    fault(ret_fault, "below-other-heading", row->fields[0], remedy);
    text_cut(ret_fault->message, sizeof ret_fault->message,
             "this row stands below the heading of line %ld, whose columns are not those of the "
             "first: it is not read",
             rows->other_line);
    return true;
}
