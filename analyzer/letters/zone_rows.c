/* SPDX-License-Identifier: MIT
 * Rows of a table with a number, what was asked, and the answer: "4. Minutes | Exempt".
 */
#include "letters/asked.h"
#include "letters/zone_walk.h"

enum { ROWS_LEAST = 2 };

/* A row of the table: the unit with which its line begins, and where its answer does. */
struct asked_row {
    size_t first, end;        /* its units */
    size_t asked_end, answer; /* in the folded text; equal: the answer is in cells of their own */
    bool asks;
};

static size_t line_end(const struct unit_list *units, size_t at)
{
    size_t end = at + 1;
    while (end < units->count && !units->items[end].begins_line)
        end++;
    return end;
}

static bool is_tab(const struct folded *folded, size_t at)
{
    return folded->text[at] == ' ' && folded->source.bytes[folded->origins[at]] == '\t';
}

/* Is the line that begins with the unit the row of that number? */
static bool is_row_of(const struct walk *w, size_t at, int number, struct asked_row *ret)
{
    const struct unit_list *units = w->z->units;
    const struct unit *first = &units->items[at];
    struct slice text = unit_text(w->z->folded, first);
    struct number_list numbers;
    if (!first->begins_line || first->is_quoted || first->is_chrome || first->column ||
        text.length > UNIT_BYTES_MAX ||
        (!numbers_at_start(text, &numbers) && !numbers_of_row(text, &numbers)) ||
        numbers.count != 1 || numbers.items[0].number != number || numbers.items[0].letter ||
        numbers.is_answer || numbers.end >= text.length)
        return false;
    *ret = (struct asked_row){.first = at, .end = line_end(units, at)};
    size_t begin = first->begin + numbers.end, end = units->items[ret->end - 1].end;
    size_t tab = begin;
    while (tab < end && !is_tab(w->z->folded, tab))
        tab++;
    bool is_beside = first->is_row && ret->end < units->count &&
                     units->items[ret->end].column == first->column + 1;
    if (tab >= end && !is_beside)
        return false;
    ret->asked_end = ret->answer = tab;
    if (tab < end)
        ret->answer++;
    ret->asks = asked_looks((struct slice){w->z->folded->text + begin, tab - begin});
    return ret->asked_end > begin;
}

static size_t find_row(const struct walk *w, size_t from, int number, struct asked_row *ret)
{
    while (from < w->z->units->count && !is_row_of(w, from, number, ret))
        from++;
    return from;
}

/* Rows 1, 2, 3, one of which asks: then each does. */
static bool has_rows(const struct walk *w)
{
    struct asked_row row;
    int rows = 0;
    bool asks = false;
    for (size_t at = 0; (at = find_row(w, at, rows + 1, &row)) < w->z->units->count; at = row.end) {
        rows++;
        asks |= row.asks;
    }
    return asks && rows >= ROWS_LEAST;
}

static void add(struct walk *w, struct unit_list *list, struct unit unit)
{
    list->items = arena_grow(w->z->arena, list->items, list->count, &list->room, sizeof unit);
    list->items[list->count++] = unit;
}

/* The units of a row, and the one that goes over the border as two. */
static void add_row(struct walk *w, struct unit_list *list, const struct asked_row *row)
{
    bool is_behind = false;
    for (size_t i = row->first; i < row->end; i++) {
        struct unit unit = w->z->units->items[i], answer = unit;
        unit.asks_in_row = i == row->first;
        bool is_over =
            row->asked_end < row->answer && unit.begin < row->asked_end && unit.end > row->answer;
        if (is_over) {
            unit.end = row->asked_end;
            answer.begin = row->answer;
            while (answer.begin + 1 < answer.end && w->z->folded->text[answer.begin] == ' ')
                answer.begin++;
        }
        bool is_answer = unit.begin >= row->answer && !is_behind;
        unit.is_behind |= is_answer;
        is_behind |= is_answer || is_over;
        unit.heading = unit.asks_in_row || unit.is_behind ? NULL : unit.heading;
        unit.is_line &= !is_over;
        add(w, list, unit);
        if (!is_over)
            continue;
        answer.heading = NULL;
        answer.begins_line = answer.is_line = false;
        answer.is_behind = true;
        add(w, list, answer);
    }
}

void walk_part_rows(struct walk *w)
{
    struct unit_list parted = {0};
    struct asked_row row;
    size_t count = w->z->units->count, next;
    int number = 1;
    if (!has_rows(w))
        return;
    for (size_t at = 0; at < count; at = next) {
        next = find_row(w, at, number, &row);
        for (size_t i = at; i < next; i++)
            add(w, &parted, w->z->units->items[i]);
        if (next == count)
            break;
        add_row(w, &parted, &row);
        number++;
        next = row.end;
        if (row.asked_end == row.answer && next < count) { /* in a cell of its own */
            struct unit answer = w->z->units->items[next++];
            answer.is_behind = true;
            answer.heading = NULL;
            add(w, &parted, answer);
        }
    }
    *w->z->units = parted;
}
