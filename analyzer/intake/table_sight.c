/* SPDX-License-Identifier: MIT */
#include "intake/table_sight.h"

#include "base/memory.h"
#include "domain/likeness.h"
#include "domain/request_id.h"
#include "intake/heading.h"

#include <ctype.h>
#include <stdlib.h>

enum { ROWS_LOOKED_AT = 20, FEWEST_HEADINGS = 3, LONGEST_LABEL = 3 };

bool says_answer(const struct word_book *book, struct slice text)
{
    return vocabulary_code(&stances, text) >= 0 || word_book_find(book, stances.name, text);
}

bool mostly(int64_t some, const struct column_sight *column)
{
    return some * 2 > column->cells;
}

/* Yes and no, and what stands for them in a table of ticks. */
static bool is_tick(struct slice text)
{
    static const char *const marks[] = {"\xe2\x9c\x93",
                                        "\xe2\x9c\x94",
                                        "\xe2\x9c\x97",
                                        "\xe2\x9c\x98",
                                        "\xe2\x9c\x85",
                                        "\xe2\x9d\x8c",
                                        "x",
                                        "X"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_is(text, marks[i]))
            return true;
    return yes_no_parse(text) >= 0;
}

/* Longer than a label, with spaces between. */
static bool is_wording(struct slice text)
{
    enum { LONG = 40, FEWEST_SPACES = 5 };
    size_t spaces = 0;
    for (size_t i = 0; i < text.length; i++)
        spaces += text.bytes[i] == ' ';
    return text.length > LONG && spaces >= FEWEST_SPACES;
}

static bool is_filled(struct slice text)
{
    return text.length && !means_unknown(text);
}

static struct column_sight name_heading(const struct table *t, struct slice heading)
{
    const struct registry *r = &t->intake->registry;
    enum heading_match match;
    char label[NAME_BYTES];
    struct date_interval date;
    struct column_sight c = {.column = heading_column(t->contract, heading, &match)};
    csv_show_value(heading, c.heading, sizeof c.heading);
    likeness_of_question(heading, label);
    c.names_force = names_find(&r->forces, heading, true) > 0;
    c.names_tool = registry_find_tool(r, heading) > 0;
    c.names_request = request_id_is_number(heading);
    /* "Q1", "Question 2a", "3" */
    c.names_question = isdigit((unsigned char)*label) && strlen(label) <= LONGEST_LABEL;
    c.names_answer = heading.length && says_answer(&r->book, heading);
    c.is_date = date_parse(heading, &date) == DATE_OK;
    return c;
}

static void look_at_cell(const struct table *t, struct column_sight *c, struct slice cell)
{
    enum heading_match match;
    if (!is_filled(cell))
        return;
    bool is_answer = says_answer(&t->intake->registry.book, cell);
    bool is_mark = !is_answer && is_tick(cell);
    c->cells++;
    c->answers += is_answer;
    c->ticks += is_mark;
    c->wordings += is_wording(cell);
    c->headings += heading_column(t->contract, cell, &match) >= 0;
    if ((is_answer || is_mark) && !*c->example)
        csv_show_value(cell, c->example, sizeof c->example);
}

static size_t filled_cells(const struct slice *cells, size_t count)
{
    size_t filled = 0;
    for (size_t i = 0; i < count; i++)
        filled += is_filled(slice_trim(cells[i]));
    return filled;
}

static void take_headings(const struct table *t, const struct slice *cells, size_t count,
                          struct table_sight *sight)
{
    free(sight->columns);
    sight->columns = memory_new(count, sizeof *sight->columns);
    sight->count = count;
    for (size_t i = 0; i < count; i++)
        sight->columns[i] = name_heading(t, slice_trim(cells[i]));
}

struct table_sight table_sight_look(const struct table *t)
{
    const struct pack_file *file = t->account.file;
    struct table_sight sight = {0};
    struct csv_reader *reader = NULL;
    struct error unused = {0};
    if (!csv_reader_open(file->path, file->bytes, &reader, &unused))
        return sight;
    const struct slice *cells;
    size_t count = csv_reader_header(reader, &cells);
    bool has_heading = filled_cells(cells, count) >= FEWEST_HEADINGS;
    take_headings(t, cells, count, &sight);
    struct csv_row row;
    for (int i = 0; i < ROWS_LOOKED_AT; i++) {
        csv_reader_next(reader, &row);
        if (row.event == CSV_END)
            break;
        bool is_heading = !has_heading && filled_cells(row.fields, row.count) >= FEWEST_HEADINGS;
        if (is_heading)
            take_headings(t, row.fields, row.count, &sight);
        for (size_t c = 0; has_heading && c < row.count && c < sight.count; c++)
            look_at_cell(t, &sight.columns[c], slice_trim(row.fields[c]));
        has_heading = has_heading || is_heading;
    }
    csv_reader_free(reader);
    return sight;
}

void table_sight_done(struct table_sight *sight)
{
    free(sight->columns);
    *sight = (struct table_sight){0};
}
