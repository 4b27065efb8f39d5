/* SPDX-License-Identifier: MIT */
#include "cmd/layout.h"

#include "base/memory.h"
#include "intake/heading.h"
#include "report/csvout.h"

#include <stdint.h>
#include <stdlib.h>

struct layout layout_of(const struct contract_file *contract, const struct csv_reader *reader,
                        unsigned added)
{
    struct layout l = {.contract = contract};
    l.heading_count = csv_reader_header(reader, &l.headings);
    l.width = l.heading_count;
    enum heading_match matches[CONTRACT_COLUMNS] = {HEADING_UNKNOWN};
    for (size_t i = 0; i < l.heading_count; i++) {
        enum heading_match match;
        int column = heading_column(contract, l.headings[i], &match);
        if (column < 0 || match <= matches[column])
            continue;
        matches[column] = match;
        l.place[column] = i;
    }
    for (size_t i = 0; i < contract->count; i++)
        if (matches[i] == HEADING_UNKNOWN)
            l.place[i] = (added & 1u << i) ? l.width++ : SIZE_MAX;
    l.cells = memory_new(l.width, sizeof *l.cells);
    return l;
}

void layout_done(struct layout *l)
{
    free(l->cells);
    *l = (struct layout){0};
}

struct slice layout_cell(const struct layout *l, const struct csv_row *row, size_t column)
{
    size_t place = l->place[column];
    return place < row->count ? slice_trim(row->fields[place]) : (struct slice){"", 0};
}

void layout_take(struct layout *l, const struct slice *fields, size_t count)
{
    for (size_t i = 0; i < l->width; i++)
        l->cells[i] = i < count ? fields[i] : (struct slice){"", 0};
}

void layout_set(struct layout *l, size_t column, struct slice value)
{
    if (l->place[column] < l->width)
        l->cells[l->place[column]] = value;
}

void layout_write_header(struct layout *l, FILE *out)
{
    layout_take(l, l->headings, l->heading_count);
    for (size_t i = 0; i < l->contract->count; i++)
        if (l->place[i] >= l->heading_count)
            layout_set(l, i, slice_of(l->contract->columns[i].name));
    layout_write(l, out);
}

void layout_write(const struct layout *l, FILE *out)
{
    for (size_t i = 0; i < l->width; i++) {
        csvout_write_field(out, l->cells[i]);
        putc(i + 1 < l->width ? ',' : '\n', out);
    }
}
