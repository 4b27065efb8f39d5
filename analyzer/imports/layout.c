/* SPDX-License-Identifier: MIT */
#include "imports/layout.h"

#include "base/memory.h"
#include "imports/table_heading.h"
#include "imports/two_dates.h"
#include "intake/contract.h"
#include "store/query.h"

#include <stdlib.h>
#include <strings.h>

/* What the headings above say, until others do. */
struct said {
    char *force, *tool, *request, *heading; /* NULL: nothing */
};

struct layout {
    sqlite3 *db;
    const struct layout_given *given;
    struct table_rows rows;
    struct table_columns columns;
    struct said said;
    bool is_run; /* the row before was a heading too */
    sqlite3_stmt *insert_row, *insert_column, *insert_field;
};

static void put(char **text, struct slice words)
{
    free(*text);
    *text = words.length ? slice_copy(words) : NULL;
}

static void forget(struct said *said)
{
    put(&said->force, slice_of(""));
    put(&said->tool, slice_of(""));
    put(&said->request, slice_of(""));
    put(&said->heading, slice_of(""));
}

static bool find_request(const struct layout *l, const char *words,
                         char number[NAMED_REQUEST_BYTES])
{
    return named_request_find(l->given->request, slice_of(words), number) ||
           (l->given->bare_request &&
            named_request_find(l->given->bare_request, slice_of(words), number));
}

/* What a title or heading names replaces what one above it named; one that names nothing known
 * ends what the headings before it said, unless it goes on with them. */
static void hear(struct layout *l, const char *words, bool is_title)
{
    char number[NAMED_REQUEST_BYTES];
    const char *tools[TOOL_WORDS_MAX];
    int32_t force = bodies_of_title(l->given->bodies, slice_of(words));
    size_t count = tool_words_find(l->given->tools, slice_of(words), tools);
    bool is_request = find_request(l, words, number);
    if (!force && count != 1 && !is_request && !is_title && !l->is_run) {
        put(&l->said.tool, slice_of(""));
        put(&l->said.request, slice_of(""));
    }
    if (force)
        put(&l->said.force, bodies_force_id(l->given->bodies, force));
    if (count == 1)
        put(&l->said.tool, slice_of(tools[0]));
    if (is_request)
        put(&l->said.request, slice_of(number));
    put(&l->said.heading, slice_of(words));
}

static const struct table_cell *first_filled(const struct table_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (*row->cells[i].words)
            return &row->cells[i];
    return NULL;
}

/* Do all filled cells say the same? A merged cell stands in each column that it covers. */
static bool is_lone(const struct table_row *row, bool *ret_is_merged)
{
    const struct table_cell *first = first_filled(row);
    *ret_is_merged = false;
    for (size_t i = 0; first && i < row->count; i++) {
        if (&row->cells[i] == first || !*row->cells[i].words)
            continue;
        if (!row->cells[i].is_filled || strcmp(row->cells[i].words, first->words) != 0)
            return false;
        *ret_is_merged = true;
    }
    return first != NULL;
}

static bool is_again(const struct layout *l, const struct table_row *row)
{
    size_t alike = 0;
    for (size_t i = 0; i < row->count; i++)
        for (size_t j = 0; j < l->columns.count; j++)
            if (l->columns.list[j].column_no == row->cells[i].column_no &&
                contract_same_header(slice_of(l->columns.list[j].heading),
                                     slice_of(row->cells[i].words)))
                alike++;
    return alike && alike == row->count;
}

static bool begins_total(const char *words)
{
    static const char *const begins[] = {"total",     "grand total",   "sub-total", "subtotal",
                                         "sub total", "overall total", "count",     "sum",
                                         "average",   "mean",          "median"};
    for (size_t i = 0; i < sizeof begins / sizeof *begins; i++) {
        size_t length = strlen(begins[i]);
        if (strncasecmp(words, begins[i], length) == 0 &&
            (!words[length] || strchr(" s:(-=.", words[length])))
            return true;
    }
    return false;
}

static bool is_figure(const struct table_cell *cell)
{
    return cell->is_number || strspn(cell->words, "0123456789.,%/ -:") == strlen(cell->words);
}

/* "Total | 43", "Total forces: 43". */
static bool is_total(const struct table_row *row)
{
    const struct table_cell *first = first_filled(row);
    if (!first || !begins_total(first->words))
        return false;
    for (size_t i = 0; i < row->count; i++)
        if (&row->cells[i] != first && !row->cells[i].is_filled && !is_figure(&row->cells[i]) &&
            !begins_total(row->cells[i].words))
            return false;
    return true;
}

/* A lone cell that is a force in the column of forces, or a title with its link, says something. */
static bool is_short_row(const struct layout *l, const struct table_row *row)
{
    const struct table_cell *cell = first_filled(row);
    struct body bodies[BODIES_MAX];
    const char *field = cell ? table_columns_field(&l->columns, cell->column_no) : NULL;
    if (!field)
        return false;
    if (cell->has_link)
        return true;
    return strcmp(field, "force_id") == 0 &&
           bodies_read(l->given->bodies, slice_of(cell->words), bodies) == 1 &&
           bodies[0].kind == BODY_FORCE;
}

static const char *part_of(const struct layout *l, const struct table_row *row)
{
    bool is_merged;
    if (row->count == 1 && row->cells[0].is_error)
        return "data"; /* a line that could not be read */
    if (is_again(l, row))
        return "header";
    if (is_total(row))
        return "total";
    if (is_lone(row, &is_merged) && l->columns.count > 1 &&
        (is_merged || row->is_marked || !is_short_row(l, row)))
        return "heading";
    return row->is_marked ? "heading" : "data";
}

static bool store_row(struct layout *l, int64_t row_no, const char *part, struct error *err)
{
    query_bind_int(l->insert_row, "row_no", row_no);
    query_bind_text(l->insert_row, "part", slice_of(part));
    return query_run(l->insert_row, err);
}

static bool store_said(struct layout *l, int64_t row_no, const char *field, const char *words,
                       struct error *err)
{
    if (!words)
        return true;
    query_bind_int(l->insert_field, "row_no", row_no);
    query_bind_text(l->insert_field, "field", slice_of(field));
    query_bind_text(l->insert_field, "words", slice_of(words));
    return query_run(l->insert_field, err);
}

static bool take_row(struct layout *l, const struct table_row *row, struct error *err)
{
    const char *part = part_of(l, row);
    bool is_heading = strcmp(part, "heading") == 0;
    if (is_heading && first_filled(row))
        hear(l, first_filled(row)->words, false);
    l->is_run = is_heading;
    return store_row(l, row->row_no, part, err) &&
           (strcmp(part, "data") != 0 ||
            (store_said(l, row->row_no, "heading_force", l->said.force, err) &&
             store_said(l, row->row_no, "heading_tool", l->said.tool, err) &&
             store_said(l, row->row_no, "heading_request", l->said.request, err) &&
             store_said(l, row->row_no, "heading", l->said.heading, err)));
}

static bool store_columns(struct layout *l, int64_t table_no, struct error *err)
{
    for (size_t i = 0; i < l->columns.count; i++) {
        const struct table_column *c = &l->columns.list[i];
        query_bind_int(l->insert_column, "table_no", table_no);
        query_bind_int(l->insert_column, "column_no", c->column_no);
        query_bind_text(l->insert_column, "heading", slice_of(c->heading));
        query_bind_text(l->insert_column, "field", slice_of(c->field ? c->field : ""));
        query_bind_int(l->insert_column, "is_known", c->is_known);
        if (!query_run(l->insert_column, err))
            return false;
    }
    return true;
}

static bool take_rows(struct layout *l, size_t heading, struct error *err)
{
    for (size_t i = 0; i < l->rows.count; i++) {
        const struct table_row *row = &l->rows.rows[i];
        if (i < heading && first_filled(row))
            hear(l, first_filled(row)->words, true);
        bool ok = i > heading ? take_row(l, row, err)
                              : store_row(l, row->row_no, i < heading ? "title" : "columns", err);
        if (!ok)
            return false;
    }
    return true;
}

static bool fill_fields(struct layout *l, int64_t table_no, struct error *err)
{
    SCOPED_QUERY s = query_prepare(l->db, "fill_import_fields");
    query_bind_int(s, "table_no", table_no);
    return query_run(s, err);
}

static bool leave_out(struct layout *l, int64_t table_no, const struct profile_fit *fit,
                      struct error *err)
{
    SCOPED_QUERY s = query_prepare(l->db, "leave_table_out");
    SCOPED_TEXT other =
        fit->best
            ? memory_print("its columns are those of the profile \"%s\": %zu of %zu are known "
                           "there, and %zu here",
                           fit->best, fit->best_known, fit->headings, fit->known)
            : memory_copy("no row of this table names the columns that the profile needs");
    query_bind_int(s, "table_no", table_no);
    query_bind_text(s, "reason", slice_of(other));
    return query_run(s, err);
}

/* Another profile knows more of the columns, and this one knows many. */
static bool tell_fit(struct layout *l, int64_t table_no, const struct profile_fit *fit,
                     struct error *err)
{
    if (!fit->best)
        return true;
    SCOPED_TEXT words =
        memory_print("the profile \"%s\" knows %zu of its %zu columns, this one %zu", fit->best,
                     fit->best_known, fit->headings, fit->known);
    return table_notice(l->db, table_no, "profile", words, err);
}

/* The force of a page often stands in its title and its address alone. */
static void hear_table(struct layout *l, sqlite3_stmt *table)
{
    forget(&l->said);
    l->is_run = false;
    int32_t force = bodies_of_address(l->given->bodies, query_get_text(table, "address"));
    if (force)
        put(&l->said.force, bodies_force_id(l->given->bodies, force));
    if (query_get_text(table, "title").length)
        hear(l, query_get_text(table, "title").bytes, true);
    if (query_get_text(table, "name").length)
        hear(l, query_get_text(table, "name").bytes, true);
}

static bool take_table(struct layout *l, sqlite3_stmt *table, struct error *err)
{
    int64_t table_no = query_get_int(table, "table_no");
    if (!table_rows_read(l->db, table_no, &l->rows, err))
        return false;
    hear_table(l, table);
    int64_t heading =
        table_heading_find(l->given->mapping, &l->rows, query_get_int(table, "has_headings") != 0);
    bool ok = true;
    struct profile_fit fit =
        heading < 0 ? profile_fit_within(l->given->others, l->given->mapping, &l->rows)
                    : profile_fit_of(l->given->others, l->given->mapping, &l->rows.rows[heading]);
    if (heading < 0 || profile_fit_is_other(&fit))
        ok = leave_out(l, table_no, &fit, err);
    else {
        l->columns = table_heading_columns(l->given->mapping, &l->rows.rows[heading]);
        ok = two_dates_settle(l->db, table_no, l->given->mapping, &l->rows, (size_t)heading,
                              &l->columns, err) &&
             tell_fit(l, table_no, &fit, err) && store_columns(l, table_no, err) &&
             take_rows(l, (size_t)heading, err) && fill_fields(l, table_no, err);
        free(l->columns.list);
    }
    table_rows_done(&l->rows);
    return ok;
}

bool layout_find(sqlite3 *db, const struct layout_given *given, struct error *err)
{
    struct layout l = {.db = db,
                       .given = given,
                       .insert_row = query_prepare(db, "insert_import_row"),
                       .insert_column = query_prepare(db, "insert_import_column"),
                       .insert_field = query_prepare(db, "insert_heading_field")};
    SCOPED_QUERY tables = query_prepare(db, "layout_tables");
    bool ok = true;
    while (ok && query_next(tables))
        ok = take_table(&l, tables, err);
    forget(&l.said);
    sqlite3_finalize(l.insert_row);
    sqlite3_finalize(l.insert_column);
    sqlite3_finalize(l.insert_field);
    return query_done(tables, err) && ok;
}
