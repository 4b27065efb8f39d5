/* SPDX-License-Identifier: MIT */
#include "stats/agreement.h"

#include "stats/agreement_testing.h"
#include "suites.h"
#include "table.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <string.h>

enum { TABLES = 500 };

static gsl_rng *random_numbers;

static void start_random_numbers(void)
{
    random_numbers = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random_numbers, 20260730);
}

static void end_random_numbers(void)
{
    gsl_rng_free(random_numbers);
}

static void agreement_of_table(const struct ratings_table *t,
                               struct agreement ret[AGREEMENT_STATISTICS])
{
    struct ratings r = ratings_of(t);
    agreement_of(&r, ret);
}

static void assert_value(const struct agreement *actual, double value, double tolerance)
{
    ck_assert_msg(!actual->undefined, "%s", actual->undefined);
    ck_assert_double_eq_tol(actual->value, value, tolerance);
}

/* Published and pinned tables; values to six figures (recomputed pair by pair in
 * fractions). Published: of the first alpha 0.743 and AC1 0.775, of the second 0.430, of
 * the third AC1 0.94 and pi -0.03; LAW.md e.3: the rest. */
static const struct {
    const char *letters, *raters, *units; /* either one word a rater or one a unit */
    size_t paired, complete, ratings;
    double percent, alpha, fleiss, ac1;
} examples[] = {
    /* Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C; Gwet,
     * Handbook of Inter-Rater Reliability (2014), in R irrCAC::cac.raw4raters. */
    {"12345", "123321412... 1233224125.3 .3332342251. 12332441251.", NULL, 11, 8, 40, 0.818182,
     0.743421, 0.641457, 0.775444},
    /* LAW.md e.3: 12 forces in 3 waves, the units once the forces, once the waves. */
    {"NCD", NULL, "NNN NNN NNN DNN NNC CNC NN- DDN NNN -NN CCC NNN", 12, 10, 34, 0.777778, 0.456790,
     0.420290, 0.721739},
    {"NCD", "NNN NNN NNN DNN NNC CNC NN- DDN NNN -NN CCC NNN", NULL, 3, 1, 34, 0.554545, -0.019753,
     (double)NAN, 0.434794},
    /* LAW.md e.3, the prevalence paradox: 45 forces in 3 waves. */
    {"NC", NULL,
     "NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN "
     "NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN NNN CNN NCN NNC",
     45, 45, 135, 0.955556, -0.015152, -0.022727, 0.953536},
};

START_TEST(published_tables)
{
    struct ratings_table t, by_rater;
    if (examples[_i].units) {
        read_ratings(examples[_i].units, examples[_i].letters, &t);
    } else {
        read_ratings(examples[_i].raters, examples[_i].letters, &by_rater);
        transpose_ratings(&by_rater, &t);
    }
    struct agreement a[AGREEMENT_STATISTICS];
    agreement_of_table(&t, a);
    assert_value(&a[AGREEMENT_PERCENT], examples[_i].percent, 5.1e-7);
    assert_value(&a[AGREEMENT_ALPHA], examples[_i].alpha, 5.1e-7);
    assert_value(&a[AGREEMENT_AC1], examples[_i].ac1, 5.1e-7);
    if (isnan(examples[_i].fleiss))
        ck_assert_ptr_nonnull(a[AGREEMENT_FLEISS].undefined);
    else
        assert_value(&a[AGREEMENT_FLEISS], examples[_i].fleiss, 5.1e-7);
    ck_assert_uint_eq(a[AGREEMENT_ALPHA].units, examples[_i].paired);
    ck_assert_uint_eq(a[AGREEMENT_ALPHA].ratings, examples[_i].ratings);
    ck_assert_uint_eq(a[AGREEMENT_FLEISS].units, examples[_i].complete);
    ck_assert_uint_eq(a[AGREEMENT_FLEISS].ratings, examples[_i].complete * t.raters);
}
END_TEST

/* Adds a unit to the table: so many ratings in each category, 0 to 9. */
static void add_unit(struct ratings_table *t, const char *counts)
{
    size_t at = t->units++ * t->raters;
    for (int k = 0; k < t->categories; k++)
        for (int i = counts[k] - '0'; i > 0; i--)
            t->values[at++] = (uint8_t)(k + 1);
    ck_assert_uint_eq(at, t->units * t->raters);
}

/* Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin
 * 76 (1971) 378-382, table 1: 30 patients, 6 psychiatrists, 5 diagnoses; kappa 0.430. */
START_TEST(psychiatrists)
{
    static const char counts[][6] = {
        "00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006",
        "10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203",
        "00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006"};
    struct ratings_table t = {.raters = 6, .categories = 5};
    for (size_t i = 0; i < LENGTH_OF(counts); i++)
        add_unit(&t, counts[i]);
    struct agreement a[AGREEMENT_STATISTICS];
    agreement_of_table(&t, a);
    assert_value(&a[AGREEMENT_FLEISS], 0.430245, 5.1e-7);
    assert_value(&a[AGREEMENT_PERCENT], 0.555556, 5.1e-7);
    assert_value(&a[AGREEMENT_ALPHA], 0.433410, 5.1e-7);
    ck_assert_uint_eq(a[AGREEMENT_FLEISS].units, 30);
    ck_assert_uint_eq(a[AGREEMENT_FLEISS].ratings, 180);
}
END_TEST

/* Gwet, "Computing inter-rater reliability and its variance in the presence of high
 * agreement" (2008), table 1: two raters, 118 and 0 times alike, 5 and 2 times not. Scott's
 * pi is Fleiss' kappa of two raters. */
START_TEST(two_raters)
{
    struct ratings_table t = {.raters = 2, .categories = 2};
    for (int i = 0; i < 118; i++)
        add_unit(&t, "20");
    for (int i = 0; i < 7; i++)
        add_unit(&t, "11");
    struct agreement a[AGREEMENT_STATISTICS];
    agreement_of_table(&t, a);
    assert_value(&a[AGREEMENT_PERCENT], 0.944, 1e-12);
    assert_value(&a[AGREEMENT_AC1], 0.940776, 5.1e-7);
    assert_value(&a[AGREEMENT_FLEISS], -0.028807, 5.1e-7);
    assert_value(&a[AGREEMENT_ALPHA], -0.024691, 5.1e-7);
}
END_TEST

START_TEST(as_by_definition)
{
    size_t defined[AGREEMENT_STATISTICS] = {0};
    for (size_t i = 0; i < TABLES; i++) {
        struct ratings_table t;
        random_ratings(random_numbers, &t);
        struct agreement actual[AGREEMENT_STATISTICS], expected[AGREEMENT_STATISTICS];
        agreement_of_table(&t, actual);
        agreement_by_definition(&t, expected);
        assert_same_agreement(actual, expected);
        for (size_t k = 0; k < AGREEMENT_STATISTICS; k++)
            defined[k] += !actual[k].undefined;
    }
    /* The tables are of both kinds. */
    for (size_t k = 0; k < AGREEMENT_STATISTICS; k++) {
        ck_assert_uint_gt(defined[k], TABLES / 10);
        ck_assert_uint_lt(defined[k], TABLES - TABLES / 10);
    }
}
END_TEST

static void shuffled(size_t count, size_t *ret_order)
{
    for (size_t i = 0; i < count; i++)
        ret_order[i] = i;
    if (count)
        gsl_ran_shuffle(random_numbers, ret_order, count, sizeof *ret_order);
}

/* Units, raters and categories in another order. */
static void shuffle_ratings(const struct ratings_table *t, struct ratings_table *ret)
{
    enum { ORDER_MAX = 16 };
    size_t units[ORDER_MAX], raters[ORDER_MAX], categories[CATEGORIES_MAX];
    shuffled(t->units, units);
    shuffled(t->raters, raters);
    shuffled((size_t)t->categories, categories);
    *ret = *t;
    for (size_t unit = 0; unit < t->units; unit++)
        for (size_t i = 0; i < t->raters; i++) {
            uint8_t rating = t->values[units[unit] * t->raters + raters[i]];
            ret->values[unit * t->raters + i] = rating ? (uint8_t)(categories[rating - 1] + 1) : 0;
        }
}

START_TEST(order_does_not_matter)
{
    size_t moved = 0;
    for (size_t i = 0; i < TABLES; i++) {
        struct ratings_table t, other;
        random_ratings(random_numbers, &t);
        shuffle_ratings(&t, &other);
        struct agreement a[AGREEMENT_STATISTICS], b[AGREEMENT_STATISTICS];
        agreement_of_table(&t, a);
        agreement_of_table(&other, b);
        assert_same_agreement(b, a);
        moved += memcmp(t.values, other.values, sizeof t.values) != 0;
    }
    ck_assert_uint_gt(moved, TABLES / 2);
}
END_TEST

/* A scale may have categories that nobody uses; AC1 counts those that occur. */
START_TEST(unused_categories_do_not_matter)
{
    struct ratings_table narrow, wide;
    read_ratings("NNN DNN NNC CNC DDN -NN", "NCD", &narrow);
    read_ratings("NNN DNN NNC CNC DDN -NN", "?N?C??D?", &wide);
    struct agreement a[AGREEMENT_STATISTICS], b[AGREEMENT_STATISTICS];
    agreement_of_table(&narrow, a);
    agreement_of_table(&wide, b);
    assert_same_agreement(b, a);
}
END_TEST

/* Perfect agreement over two categories or more. */
static const char *const perfect[] = {"NN CC", "NNN CCC NNN", "NNNN CCCC DDDD NNNN"};

START_TEST(perfect_agreement_is_1)
{
    struct ratings_table t;
    read_ratings(perfect[_i], "NCD", &t);
    struct agreement a[AGREEMENT_STATISTICS];
    agreement_of_table(&t, a);
    for (int k = 0; k < AGREEMENT_STATISTICS; k++)
        assert_value(&a[k], 1, 1e-12);
}
END_TEST

#define NO_PAIRS      "no unit has two ratings"
#define ONE_UNIT      "only one unit has two ratings"
#define ALIKE         "all ratings are alike"
#define ONE_RATER     "there is only one rater"
#define NONE_COMPLETE "no unit was rated by every rater"
#define ONE_COMPLETE  "only one unit was rated by every rater"

/* Why alpha and AC1 are undefined, and why kappa is. NaN: so is percent agreement. */
static const struct {
    const char *units, *why, *why_kappa;
    double percent;
} undefined_examples[] = {
    {"NNN NNN NNN", ALIKE, ALIKE, 1},
    {"CC CC", ALIKE, ALIKE, 1},
    {"NN- -NN N-N", ALIKE, NONE_COMPLETE, 1},
    {"NNN NN- C--", ALIKE, ONE_COMPLETE, 1}, /* C meets no other rating */
    {"NNCN", ONE_UNIT, ONE_COMPLETE, 0.5},
    {"NC- N-- --C", ONE_UNIT, NONE_COMPLETE, 0},
    {"N- -C N-", NO_PAIRS, NONE_COMPLETE, (double)NAN},
    {"--- ---", NO_PAIRS, NONE_COMPLETE, (double)NAN},
    {"N C N", NO_PAIRS, ONE_RATER, (double)NAN},
    {"NCN NC- -NC", NULL, ONE_COMPLETE, 1.0 / 9},
    {"NC- -NC N-N", NULL, NONE_COMPLETE, 1.0 / 3},
    {"NNN NNN NC-", NULL, ALIKE, 2.0 / 3}, /* alike in the complete units */
};

static void assert_undefined_as(const struct agreement *actual, const char *why)
{
    if (!why) {
        ck_assert_ptr_null(actual->undefined);
        ck_assert(isfinite(actual->value));
        return;
    }
    ck_assert_ptr_nonnull(actual->undefined);
    ck_assert_str_eq(actual->undefined, why);
    ck_assert_double_nan(actual->value);
}

START_TEST(undefined_with_a_reason)
{
    struct ratings_table t;
    read_ratings(undefined_examples[_i].units, "NCD", &t);
    struct agreement a[AGREEMENT_STATISTICS];
    agreement_of_table(&t, a);
    assert_undefined_as(&a[AGREEMENT_ALPHA], undefined_examples[_i].why);
    assert_undefined_as(&a[AGREEMENT_AC1], undefined_examples[_i].why);
    assert_undefined_as(&a[AGREEMENT_FLEISS], undefined_examples[_i].why_kappa);
    if (isnan(undefined_examples[_i].percent))
        assert_undefined_as(&a[AGREEMENT_PERCENT], NO_PAIRS);
    else
        assert_value(&a[AGREEMENT_PERCENT], undefined_examples[_i].percent, 1e-12);
}
END_TEST

START_TEST(no_unit)
{
    struct ratings_table t = {.raters = (size_t)_i, .categories = 3};
    struct agreement a[AGREEMENT_STATISTICS];
    agreement_of_table(&t, a);
    assert_undefined_as(&a[AGREEMENT_PERCENT], NO_PAIRS);
    assert_undefined_as(&a[AGREEMENT_ALPHA], NO_PAIRS);
    assert_undefined_as(&a[AGREEMENT_AC1], NO_PAIRS);
    ck_assert_ptr_nonnull(a[AGREEMENT_FLEISS].undefined);
    ck_assert_double_nan(a[AGREEMENT_FLEISS].value);
    ck_assert_uint_eq(a[AGREEMENT_ALPHA].units + a[AGREEMENT_FLEISS].units, 0);
}
END_TEST

/* One question's answers N, C, D, O; LAW.md e.3 to four figures, the last two by hand. */
static const struct {
    uint32_t counts[4];
    double agreement, bits;
} questions[] = {
    {{35, 3, 5, 0}, 0.6733, 0.8707},
    {{40, 3, 0, 0}, 0.8671, 0.3651},
    {{43, 0, 0, 0}, 1, 0},
    {{20, 12, 8, 3}, 0.3178, 1.7469},
    {{0, 1, 1, 0}, 0, 1},
    {{2, 2, 2, 2}, 1.0 / 7, 2},
};

START_TEST(single_questions)
{
    ck_assert_double_eq_tol(pair_agreement(questions[_i].counts, 4), questions[_i].agreement,
                            5.1e-5);
    ck_assert_double_eq_tol(entropy_bits(questions[_i].counts, 4), questions[_i].bits, 5.1e-5);
}
END_TEST

START_TEST(nothing_counted)
{
    static const uint32_t none[6] = {0};
    ck_assert_double_eq_tol(entropy_bits(none, 6), 0, 1e-15);
    ck_assert_double_eq_tol(conditional_entropy_bits(none, 2, 3), 0, 1e-15);
    ck_assert_double_eq_tol(conditional_entropy_bits(none, 0, 3), 0, 1e-15);
}
END_TEST

/* Cover and Thomas, Elements of Information Theory, example 2.2.1, in 32nds: H(X) 7/4,
 * H(Y) 2, H(X|Y) 11/8, H(Y|X) 13/8. */
START_TEST(textbook_entropies)
{
    static const uint32_t y_x[] = {4, 2, 1, 1, 2, 4, 1, 1, 2, 2, 2, 2, 8, 0, 0, 0};
    static const uint32_t x_y[] = {4, 2, 2, 8, 2, 4, 2, 0, 1, 1, 2, 0, 1, 1, 2, 0};
    static const uint32_t x[] = {16, 8, 4, 4}, y[] = {8, 8, 8, 8};
    ck_assert_double_eq_tol(entropy_bits(x, 4), 1.75, 1e-12);
    ck_assert_double_eq_tol(entropy_bits(y, 4), 2, 1e-12);
    ck_assert_double_eq_tol(conditional_entropy_bits(y_x, 4, 4), 1.375, 1e-12);
    ck_assert_double_eq_tol(conditional_entropy_bits(x_y, 4, 4), 1.625, 1e-12);
    /* Not square: acknowledged 3 N and 1 C; not acknowledged 4 N. */
    static const uint32_t by_acknowledgement[] = {3, 1, 0, 4, 0, 0};
    ck_assert_double_eq_tol(conditional_entropy_bits(by_acknowledgement, 2, 3),
                            (0.75 * log2(4.0 / 3) + 0.25 * 2) / 2, 1e-12);
}
END_TEST

enum { ROWS_MAX = 6, COLUMNS_MAX = 5 };

struct counts_table {
    int rows, columns;
    uint32_t cells[ROWS_MAX * COLUMNS_MAX];
};

static uint32_t random_count(unsigned long below)
{
    return (uint32_t)gsl_rng_uniform_int(random_numbers, below);
}

static struct counts_table random_shape(void)
{
    return (struct counts_table){
        1 + (int)random_count(ROWS_MAX), 1 + (int)random_count(COLUMNS_MAX), {0}};
}

/* I(S;A) = H(S) - H(S|A), S the columns. */
static double explained_bits(const struct counts_table *t, double *ret_entropy)
{
    uint32_t sums[COLUMNS_MAX] = {0};
    for (int i = 0; i < t->rows * t->columns; i++)
        sums[i % t->columns] += t->cells[i];
    *ret_entropy = entropy_bits(sums, t->columns);
    return *ret_entropy - conditional_entropy_bits(t->cells, t->rows, t->columns);
}

START_TEST(knowing_the_row_never_adds_entropy)
{
    size_t between = 0;
    for (size_t i = 0; i < TABLES; i++) {
        struct counts_table t = random_shape();
        for (int cell = 0; cell < t.rows * t.columns; cell++)
            t.cells[cell] = random_count(4);
        double entropy, explained = explained_bits(&t, &entropy);
        ck_assert_double_ge(explained, -1e-12);
        ck_assert_double_le(explained, entropy + 1e-12);
        ck_assert_double_le(entropy, log2(t.columns) + 1e-12);
        between += explained > 0.01 && explained < entropy - 0.01;
    }
    ck_assert_uint_gt(between, TABLES / 4);
}
END_TEST

START_TEST(independent_rows_explain_nothing)
{
    for (size_t i = 0; i < TABLES; i++) {
        struct counts_table t = random_shape();
        uint32_t shares[COLUMNS_MAX];
        for (int k = 0; k < t.columns; k++)
            shares[k] = random_count(9);
        for (int cell = 0, times = 0; cell < t.rows * t.columns; cell++) {
            times = cell % t.columns ? times : (int)random_count(5);
            t.cells[cell] = (uint32_t)times * shares[cell % t.columns];
        }
        double entropy, explained = explained_bits(&t, &entropy);
        ck_assert_double_eq_tol(explained, 0, 1e-12);
    }
}
END_TEST

START_TEST(determining_rows_explain_all)
{
    size_t many = 0;
    for (size_t i = 0; i < TABLES; i++) {
        struct counts_table t = random_shape();
        for (int row = 0; row < t.rows; row++)
            t.cells[row * t.columns + (int)random_count((unsigned long)t.columns)] =
                random_count(9);
        double entropy, explained = explained_bits(&t, &entropy);
        ck_assert_double_eq_tol(explained, entropy, 1e-12);
        many += entropy > 0.1;
    }
    ck_assert_uint_gt(many, TABLES / 4);
}
END_TEST

Suite *suite_stats_agreement(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("stats/agreement", &tcase);
    tcase_add_checked_fixture(tcase, start_random_numbers, end_random_numbers);
    ADD_TABLE_TEST(tcase, published_tables, examples);
    tcase_add_test(tcase, psychiatrists);
    tcase_add_test(tcase, two_raters);
    tcase_add_test(tcase, as_by_definition);
    tcase_add_test(tcase, order_does_not_matter);
    tcase_add_test(tcase, unused_categories_do_not_matter);
    ADD_TABLE_TEST(tcase, perfect_agreement_is_1, perfect);
    ADD_TABLE_TEST(tcase, undefined_with_a_reason, undefined_examples);
    tcase_add_loop_test(tcase, no_unit, 0, 4);
    ADD_TABLE_TEST(tcase, single_questions, questions);
    tcase_add_test(tcase, nothing_counted);
    tcase_add_test(tcase, textbook_entropies);
    tcase_add_test(tcase, knowing_the_row_never_adds_entropy);
    tcase_add_test(tcase, independent_rows_explain_nothing);
    tcase_add_test(tcase, determining_rows_explain_all);
    add_bootstrap_tests(suite);
    return suite;
}
