/* SPDX-License-Identifier: MIT */
#include "report/chart_labels.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <utf8proc.h>

/* As reports/charts/quadrant.gp draws: a label's characters are narrower than this. */
static const double drawing_width = 640, drawing_height = 420;
static const double character_width = 8, line_height = 16, gap = 6;

struct box {
    double left, top, right, bottom;
};

static struct box box_around(double x, double y, double width, double height)
{
    return (struct box){x - width / 2, y - height / 2, x + width / 2, y + height / 2};
}

static bool overlap(struct box a, struct box b)
{
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

static struct box label_box(const struct labelled_point *p)
{
    return box_around(p->label_x, p->label_y, p->label_width + gap, p->label_height);
}

static struct box point_box(const struct labelled_point *p)
{
    return box_around(p->x, p->y, 2 * p->radius + gap, 2 * p->radius + gap);
}

static bool is_free(const struct labelled_point *points, size_t count, size_t index,
                    struct box drawing)
{
    struct box mine = label_box(&points[index]);
    if (mine.left < drawing.left || mine.right > drawing.right || mine.top < drawing.top ||
        mine.bottom > drawing.bottom)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (overlap(mine, point_box(&points[i])))
            return false;
        if (i != index && points[i].is_placed && overlap(mine, label_box(&points[i])))
            return false;
    }
    return true;
}

/* Right, left, above, below, then the corners; each ring of places a step further out. */
static void try_places(struct labelled_point *points, size_t count, size_t index,
                       struct box drawing)
{
    static const double ways[][2] = {{1, 0},  {-1, 0}, {0, -1},  {0, 1},
                                     {1, -1}, {1, 1},  {-1, -1}, {-1, 1}};
    enum { WAYS = sizeof ways / sizeof *ways, RINGS = 12 };
    static const double step = 10;
    struct labelled_point *p = &points[index];
    for (int ring = 0; ring < RINGS && !p->is_placed; ring++)
        for (size_t w = 0; w < WAYS && !p->is_placed; w++) {
            double away = p->radius + gap + ring * step;
            p->label_x = p->x + ways[w][0] * (away + p->label_width / 2);
            p->label_y = p->y + ways[w][1] * (away + p->label_height / 2);
            p->is_placed = is_free(points, count, index, drawing);
        }
}

void chart_labels_place(struct labelled_point *points, size_t count, double width, double height)
{
    const struct box drawing = {0, 0, width, height};
    for (size_t i = 0; i < count; i++)
        points[i].is_placed = false;
    for (size_t i = 0; i < count; i++)
        if (points[i].label_width > 0)
            try_places(points, count, i, drawing);
}

static double text_width(struct slice text)
{
    double width = 0;
    for (size_t at = 0; at < text.length;) {
        utf8proc_int32_t c = 0;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + at,
                                              (utf8proc_ssize_t)(text.length - at), &c);
        at += n > 0 ? (size_t)n : 1;
        width += character_width * (n > 0 ? fmax(utf8proc_charwidth(c), 1) : 1);
    }
    return width;
}

static struct labelled_point read_point(sqlite3_stmt *rows)
{
    return (struct labelled_point){.x = sqlite3_column_double(rows, 2),
                                   .y = sqlite3_column_double(rows, 3),
                                   .radius = sqlite3_column_double(rows, 4),
                                   .label_width = text_width(query_column(rows, 5)),
                                   .label_height = line_height};
}

static bool write_places(sqlite3 *db, const struct labelled_point *points, const int64_t *numbers,
                         size_t count, struct error *err)
{
    SCOPED_QUERY update = query_prepare(db, "reports/tables/place_label.sql");
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        if (!points[i].is_placed)
            continue;
        query_int(update, 1, numbers[i]);
        query_real(update, 2, points[i].label_x);
        query_real(update, 3, points[i].label_y);
        ok = query_run(update, err);
    }
    return ok;
}

bool chart_labels_place_all(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY rows = query_prepare(db, "reports/queries/points_to_label.sql");
    struct labelled_point *points = NULL;
    int64_t *numbers = NULL;
    size_t count = 0, first = 0, room = 0, number_room = 0;
    int64_t tool_no = 0;
    bool ok = true, row = true;
    while (ok && row) {
        if (!(ok = query_step(rows, &row, err)))
            break;
        int64_t next_tool = row ? sqlite3_column_int64(rows, 0) : -1;
        if (next_tool != tool_no) {
            chart_labels_place(points + first, count - first, drawing_width, drawing_height);
            first = count;
            tool_no = next_tool;
        }
        if (row) {
            points = memory_grow(points, count, &room, sizeof *points);
            numbers = memory_grow(numbers, count, &number_room, sizeof *numbers);
            numbers[count] = sqlite3_column_int64(rows, 1);
            points[count++] = read_point(rows);
        }
    }
    ok = ok && write_places(db, points, numbers, count, err);
    free(points);
    free(numbers);
    return ok;
}
