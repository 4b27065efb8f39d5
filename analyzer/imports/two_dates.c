/* SPDX-License-Identifier: MIT */
#include "imports/two_dates.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "imports/free_date.h"
#include "store/query.h"

#include <string.h>
#include <strings.h>

static const char received[] = "date_received", responded[] = "date_responded";

bool table_notice(sqlite3 *db, int64_t table_no, const char *code, const char *words,
                  struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "insert_table_notice");
    query_bind_int(s, "table_no", table_no);
    query_bind_text(s, "code", slice_of(code));
    query_bind_text(s, "words", slice_of(words));
    return query_run(s, err);
}

static bool says_received(const struct table_column *column)
{
    return strcasestr(column->heading, "receiv") != NULL;
}

/* Not the one that the user's own mapping names. */
static bool is_day_of_request(const struct mapping *m, const struct table_column *column)
{
    const char *field = column->meant ? column->meant : column->field;
    return field && strcmp(field, received) == 0 &&
           !(column->strength < m->count && m->rules[column->strength].line);
}

static const char *cell_of(const struct table_row *row, int column_no)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].column_no == column_no)
            return row->cells[i].words;
    return "";
}

/* How many rows have the first day before the second, less those that have it after. */
static int count_order(const struct mapping *m, const struct table_rows *rows, size_t heading,
                       int first, int second)
{
    const struct free_date_context context = {.is_month_first = m->is_month_first};
    int before = 0;
    for (size_t i = heading + 1; i < rows->count; i++) {
        char a[FREE_DATE_BYTES], b[FREE_DATE_BYTES];
        if (free_date_read(slice_of(cell_of(&rows->rows[i], first)), &context, a) &&
            free_date_read(slice_of(cell_of(&rows->rows[i], second)), &context, b))
            before += (strcmp(a, b) < 0) - (strcmp(a, b) > 0);
    }
    return before;
}

static void swap_fields(struct table_column *a, struct table_column *b)
{
    const struct table_column old = *a;
    a->field = b->field;
    a->meant = b->meant;
    b->field = old.field;
    b->meant = old.meant;
}

static bool has_responses(const struct table_columns *c)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->list[i].field && strcmp(c->list[i].field, responded) == 0)
            return true;
    return false;
}

static void find_two(const struct mapping *m, struct table_columns *c,
                     struct table_column **ret_sent, struct table_column **ret_received)
{
    for (size_t i = 0; i < c->count; i++) {
        struct table_column *column = &c->list[i];
        struct table_column **place = says_received(column) ? ret_received : ret_sent;
        if (is_day_of_request(m, column) && !*place)
            *place = column;
    }
}

bool two_dates_settle(sqlite3 *db, int64_t table_no, const struct mapping *m,
                      const struct table_rows *rows, size_t heading, struct table_columns *columns,
                      struct error *err)
{
    struct table_column *sent = NULL, *got = NULL;
    find_two(m, columns, &sent, &got);
    if (!sent || !got)
        return true;
    if (has_responses(columns)) {
        if (got->meant)
            swap_fields(sent, got);
        SCOPED_TEXT words = memory_print(
            "the column \"%s\" is taken for the day on which the request was received; "
            "\"%s\" goes into the note",
            SHOWN(got->heading, 60), SHOWN(sent->heading, 60));
        return table_notice(db, table_no, "two-dates", words, err);
    }
    int order = count_order(m, rows, heading, sent->column_no, got->column_no);
    struct table_column *first = order < 0 ? got : sent, *second = order < 0 ? sent : got;
    first->field = received;
    second->field = responded;
    first->meant = second->meant = NULL;
    SCOPED_TEXT words = memory_print(
        "the column \"%s\" is taken for the day of the request and \"%s\" for that of the answer, "
        "%s; --map says otherwise",
        SHOWN(first->heading, 60), SHOWN(second->heading, 60),
        order ? "which is the later one" : "though no row has both");
    return table_notice(db, table_no, "two-dates", words, err);
}
