/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "letters/confidence.h"

#include <string.h>

static struct confidence_count counts[] = {
    {"A", 40, 60, 50, 40},
    {"A C06", 20, 22, 20, 18},
    {"A C06 decisive", 12, 12, 12, 9},
    {"A C06 decisive one", 8, 9, 9, 6},
    {"A C06 decisive one none", 7, 7, 7, 7},
    {"A C22", 7, 7, 7, 7},
    {"B", 6, 6, 1, 1},
};

static const struct {
    char reading;
    const char *class;
    int n; /* 0: nothing is said */
    double stance, row;
} given[] = {
    {'A', "C06 decisive one flag", 9, 10.0 / 11, 7.0 / 11},       /* never counted: the parent */
    {'A', "C06 decisive one none", 9, 10.0 / 11, 7.0 / 11},       /* seven letters: the parent */
    {'A', "C06 decisive several none", 12, 13.0 / 14, 10.0 / 14}, /* its parent lacks too */
    {'A', "C06 supporting one none", 22, 21.0 / 24, 19.0 / 24},
    {'A', "C22 decisive one none", 60, 51.0 / 62, 41.0 / 62}, /* that of all */
    {'A', "C0", 60, 51.0 / 62, 41.0 / 62},                    /* C06 does not begin with it */
    {'B', "C06 decisive one none", 0, 0, 0},                  /* six letters are too few */
};

START_TEST(next_parent_with_eight_letters_speaks)
{
    const struct confidence_book book = {.counts = counts, .count = LENGTH_OF(counts)};
    struct letter_row row = {.reading = given[_i].reading,
                             .confidence = {.class = given[_i].class}};
    confidence_give(&book, &row);
    ck_assert_int_eq(row.confidence.n, given[_i].n);
    ck_assert_double_eq_tol(row.confidence.stance, given[_i].stance, 1e-12);
    ck_assert_double_eq_tol(row.confidence.row, given[_i].row, 1e-12);
}
END_TEST

START_TEST(counts_that_are_part_of_the_program_are_read)
{
    struct confidence_book book;
    struct error err = {0};
    ck_assert_msg(confidence_load(&book, &err), "%s", err.what);
    ck_assert_uint_gt(book.count, 0);
    for (size_t i = 0; i < book.count; i++) {
        const struct confidence_count *c = &book.counts[i];
        ck_assert_int_ge(c->rows, c->letters);
        ck_assert_int_ge(c->rows, c->stance_right);
        ck_assert_int_ge(c->stance_right, c->row_right);
    }
    confidence_done(&book);
}
END_TEST

Suite *suite_letters_confidence(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/confidence", &tcase);
    ADD_TABLE_TEST(tcase, next_parent_with_eight_letters_speaks, given);
    tcase_add_test(tcase, counts_that_are_part_of_the_program_are_read);
    return suite;
}
