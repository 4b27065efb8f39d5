/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "report/chart_labels.h"

#include <stdlib.h>
#include <string.h>

enum { POINTS = 40, WIDTH = 640, HEIGHT = 420 };

/* Points that crowd into a few places, as forces of one kind do. */
static void crowd(struct labelled_point *points, unsigned seed)
{
    for (int i = 0; i < POINTS; i++) {
        seed = seed * 1103515245u + 12345u;
        points[i] = (struct labelled_point){.x = (seed >> 16) % 8 * 91.0,
                                            .y = (seed >> 8) % 9 * 52.0,
                                            .radius = 7 + i % 3,
                                            .label_width = 24 + 8 * (i % 6),
                                            .label_height = 16};
    }
}

static bool apart(double a, double a_size, double b, double b_size)
{
    double distance = a > b ? a - b : b - a;
    return distance >= (a_size + b_size) / 2 - 1e-9;
}

static void check_pair(const struct labelled_point *a, const struct labelled_point *b)
{
    ck_assert_msg(apart(a->label_x, a->label_width, b->x, 2 * b->radius) ||
                      apart(a->label_y, a->label_height, b->y, 2 * b->radius),
                  "a label covers a point");
    ck_assert_msg(a == b || !b->is_placed ||
                      apart(a->label_x, a->label_width, b->label_x, b->label_width) ||
                      apart(a->label_y, a->label_height, b->label_y, b->label_height),
                  "two labels overlap");
}

START_TEST(labels_cover_nothing)
{
    struct labelled_point points[POINTS];
    crowd(points, (unsigned)_i + 1);
    chart_labels_place(points, POINTS, WIDTH, HEIGHT);
    int placed = 0;
    for (int i = 0; i < POINTS; i++) {
        const struct labelled_point *p = &points[i];
        if (!p->is_placed)
            continue;
        placed++;
        ck_assert(p->label_x - p->label_width / 2 >= 0 && p->label_y - p->label_height / 2 >= 0);
        ck_assert(p->label_x + p->label_width / 2 <= WIDTH &&
                  p->label_y + p->label_height / 2 <= HEIGHT);
        for (int k = 0; k < POINTS; k++)
            check_pair(p, &points[k]);
    }
    ck_assert_int_ge(placed, POINTS / 2);
}
END_TEST

START_TEST(the_same_points_give_the_same_places)
{
    struct labelled_point first[POINTS], second[POINTS];
    crowd(first, 7);
    crowd(second, 7);
    chart_labels_place(first, POINTS, WIDTH, HEIGHT);
    chart_labels_place(second, POINTS, WIDTH, HEIGHT);
    for (int i = 0; i < POINTS; i++)
        ck_assert(first[i].label_x == second[i].label_x && first[i].label_y == second[i].label_y);
}
END_TEST

START_TEST(a_point_alone_has_its_label_at_its_right)
{
    struct labelled_point p = {
        .x = 100, .y = 100, .radius = 8, .label_width = 30, .label_height = 16};
    chart_labels_place(&p, 1, WIDTH, HEIGHT);
    ck_assert(p.is_placed && p.label_x > p.x && p.label_y == p.y);
}
END_TEST

START_TEST(what_fits_nowhere_is_left_out)
{
    struct labelled_point points[2] = {
        {.x = 100, .y = 100, .radius = 8, .label_width = 900, .label_height = 16},
        {.x = 300, .y = 100, .radius = 8, .label_width = 0, .label_height = 16}};
    chart_labels_place(points, 2, WIDTH, HEIGHT);
    ck_assert(!points[0].is_placed && !points[1].is_placed);
    chart_labels_place(NULL, 0, WIDTH, HEIGHT);
}
END_TEST

Suite *suite_report_chart_labels(void)
{
    TCase *c;
    Suite *suite = suite_with_case("report/chart_labels", &c);
    tcase_add_loop_test(c, labels_cover_nothing, 0, 40);
    tcase_add_test(c, the_same_points_give_the_same_places);
    tcase_add_test(c, a_point_alone_has_its_label_at_its_right);
    tcase_add_test(c, what_fits_nowhere_is_left_out);
    return suite;
}
