/* SPDX-License-Identifier: MIT */
#include "measure/ratings_of_tools.h"

#include "base/memory.h"
#include "store/row_map.h"

#include <stdlib.h>

struct rating_row {
    int32_t tool_no;
    struct rating rating;
};
static const struct field rating_fields[] = {
    FIELD(struct rating_row, tool_no),
    FIELD_NAMED(struct rating_row, rating.unit_no, "unit_no"),
    FIELD_NAMED(struct rating_row, rating.rater_no, "rater_no"),
    FIELD_NAMED(struct rating_row, rating.position, "position"),
    FIELD_NAMED(struct rating_row, rating.conformance, "conformance"),
    FIELD_NAMED(struct rating_row, rating.is_acknowledged, "is_acknowledged"),
};

bool ratings_of_tools(sqlite3 *db, const char *statement, tool_ratings_use *use, void *context,
                      struct error *err)
{
    struct rating *items __attribute__((cleanup(memory_release))) = NULL;
    size_t room = 0;
    struct tool_ratings tool = {0};
    SCOPED_ROW_MAP rows = row_reader(db, statement, rating_fields);
    bool ok = true;
    for (struct rating_row row; ok && row_next(&rows, &row);) {
        if (tool.count && row.tool_no != tool.tool_no) {
            tool.items = items;
            ok = use(context, &tool, err);
            tool.count = 0;
        }
        tool.tool_no = row.tool_no;
        items = memory_grow(items, tool.count, &room, sizeof *items);
        items[tool.count++] = row.rating;
    }
    tool.items = items;
    return ok && row_done(&rows, err) && (tool.count == 0 || use(context, &tool, err));
}

static int compare_numbers(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* The distinct raters, sorted. */
static int32_t *raters_of(const struct tool_ratings *ratings, size_t *ret_count)
{
    int32_t *raters = memory_new(ratings->count, sizeof *raters);
    for (size_t i = 0; i < ratings->count; i++)
        raters[i] = ratings->items[i].rater_no;
    qsort(raters, ratings->count, sizeof *raters, compare_numbers);
    size_t count = 0;
    for (size_t i = 0; i < ratings->count; i++)
        if (count == 0 || raters[count - 1] != raters[i])
            raters[count++] = raters[i];
    *ret_count = count;
    return raters;
}

static size_t count_units(const struct tool_ratings *ratings)
{
    size_t units = 0;
    for (size_t i = 0; i < ratings->count; i++)
        units += i == 0 || ratings->items[i].unit_no != ratings->items[i - 1].unit_no;
    return units;
}

struct ratings ratings_table(const struct tool_ratings *ratings, enum measured_on on,
                             uint8_t **ret_values)
{
    struct ratings table = {.units = count_units(ratings),
                            .categories =
                                on == ON_POSITION ? POSITION_CATEGORIES : CONFORMANCE_CATEGORIES};
    int32_t *raters __attribute__((cleanup(memory_release))) = raters_of(ratings, &table.raters);
    uint8_t *values = memory_new(table.units * table.raters, 1);
    size_t unit = 0;
    for (size_t i = 0; i < ratings->count; i++) {
        const struct rating *r = &ratings->items[i];
        unit += i > 0 && r->unit_no != ratings->items[i - 1].unit_no;
        const int32_t *rater =
            bsearch(&r->rater_no, raters, table.raters, sizeof *raters, compare_numbers);
        values[unit * table.raters + (size_t)(rater - raters)] =
            on == ON_POSITION ? r->position : r->conformance;
    }
    table.values = *ret_values = values;
    return table;
}
