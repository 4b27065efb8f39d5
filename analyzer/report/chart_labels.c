/* SPDX-License-Identifier: MIT */
#include "report/chart_labels.h"

#include "base/memory.h"
#include "store/row_map.h"

#include <math.h>
#include <stdlib.h>
#include <utf8proc.h>

static const double gap = 6;

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

/* From a point to what of its label is nearest to it. */
struct leader {
    double from_x, from_y, to_x, to_y;
};

static struct leader leader_of(const struct labelled_point *p)
{
    struct box label = box_around(p->label_x, p->label_y, p->label_width, p->label_height);
    return (struct leader){p->x, p->y, fmin(fmax(p->x, label.left), label.right),
                           fmin(fmax(p->y, label.top), label.bottom)};
}

/* On which side of the leader's line the place is: its sign. */
static double side_of(struct leader l, double x, double y)
{
    return (l.to_x - l.from_x) * (y - l.from_y) - (l.to_y - l.from_y) * (x - l.from_x);
}

static bool cross(struct leader a, struct leader b)
{
    return side_of(a, b.from_x, b.from_y) * side_of(a, b.to_x, b.to_y) < 0 &&
           side_of(b, a.from_x, a.from_y) * side_of(b, a.to_x, a.to_y) < 0;
}

static bool crosses_box(struct leader l, struct box b)
{
    const struct leader diagonals[] = {{b.left, b.top, b.right, b.bottom},
                                       {b.left, b.bottom, b.right, b.top}};
    bool ends_inside = l.to_x > b.left && l.to_x < b.right && l.to_y > b.top && l.to_y < b.bottom;
    return ends_inside || cross(l, diagonals[0]) || cross(l, diagonals[1]);
}

static bool leads_clear(const struct labelled_point *mine, const struct labelled_point *other)
{
    struct leader lead = leader_of(mine);
    if (crosses_box(lead, point_box(other)))
        return false;
    return !other->is_placed ||
           (!crosses_box(lead, label_box(other)) &&
            !crosses_box(leader_of(other), label_box(mine)) && !cross(lead, leader_of(other)));
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
        if (i != index && ((points[i].is_placed && overlap(mine, label_box(&points[i]))) ||
                           !leads_clear(&points[index], &points[i])))
            return false;
    }
    return true;
}

/* Right, left, above, below, then the corners; each ring of places a step further out, with
 * places between them. */
static void try_places(struct labelled_point *points, size_t count, size_t index,
                       struct box drawing)
{
    static const double ways[][2] = {{1, 0},   {-1, 0}, {0, -1},   {0, 1},   {1, -1},    {1, 1},
                                     {-1, -1}, {-1, 1}, {1, -0.5}, {1, 0.5}, {-1, -0.5}, {-1, 0.5}};
    enum { WAYS = sizeof ways / sizeof *ways, RINGS = 24 };
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

static double text_width(struct slice text, double character_width)
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

struct point_row {
    int64_t tool_no, point_no, for_slide;
    double x, y, radius, field_wide, field_high, character_wide, line_high;
    struct slice label;
};
static const struct field point_fields[] = {
    FIELD(struct point_row, tool_no),    FIELD(struct point_row, point_no),
    FIELD(struct point_row, for_slide),  FIELD(struct point_row, x),
    FIELD(struct point_row, y),          FIELD(struct point_row, radius),
    FIELD(struct point_row, label),      FIELD(struct point_row, field_wide),
    FIELD(struct point_row, field_high), FIELD(struct point_row, character_wide),
    FIELD(struct point_row, line_high),
};

struct place_row {
    int64_t point_no, for_slide;
    double label_x, label_y, label_wide;
};
static const struct field place_fields[] = {
    FIELD(struct place_row, point_no),   FIELD(struct place_row, for_slide),
    FIELD(struct place_row, label_x),    FIELD(struct place_row, label_y),
    FIELD(struct place_row, label_wide),
};

struct point_key {
    int64_t point_no, for_slide;
};

/* The points of all drawings; those from `first` are of the one at hand: a tool, on a page or on
 * a slide. */
struct drawings {
    struct labelled_point *points;
    struct point_key *keys;
    size_t first, count, room, key_room;
    int64_t tool_no, for_slide;
    double wide, high;
};

static void place_drawing(struct drawings *d)
{
    chart_labels_place(d->points + d->first, d->count - d->first, d->wide, d->high);
    d->first = d->count;
}

static void add_point(struct drawings *d, const struct point_row *row)
{
    if ((row->tool_no != d->tool_no || row->for_slide != d->for_slide) && d->count > 0)
        place_drawing(d);
    d->tool_no = row->tool_no;
    d->for_slide = row->for_slide;
    d->wide = row->field_wide;
    d->high = row->field_high;
    d->points = memory_grow(d->points, d->count, &d->room, sizeof *d->points);
    d->keys = memory_grow(d->keys, d->count, &d->key_room, sizeof *d->keys);
    d->keys[d->count] = (struct point_key){row->point_no, row->for_slide};
    d->points[d->count++] =
        (struct labelled_point){.x = row->x,
                                .y = row->y,
                                .radius = row->radius,
                                .label_width = text_width(row->label, row->character_wide),
                                .label_height = row->line_high};
}

static bool write_places(sqlite3 *db, const struct drawings *d, struct error *err)
{
    SCOPED_ROW_MAP places = row_writer(db, "place_label", place_fields);
    bool ok = true;
    for (size_t i = 0; ok && i < d->count; i++) {
        const struct labelled_point *p = &d->points[i];
        const struct place_row row = {d->keys[i].point_no, d->keys[i].for_slide, p->label_x,
                                      p->label_y, p->label_width};
        ok = !p->is_placed || row_write(&places, &row, err);
    }
    return ok;
}

bool chart_labels_place_all(sqlite3 *db, struct error *err)
{
    SCOPED_ROW_MAP points = row_reader(db, "points_to_label", point_fields);
    struct drawings d = {0};
    struct point_row row;
    while (row_next(&points, &row))
        add_point(&d, &row);
    bool ok = row_done(&points, err);
    if (ok && d.count > 0) {
        place_drawing(&d);
        ok = write_places(db, &d, err);
    }
    free(d.points);
    free(d.keys);
    return ok;
}
