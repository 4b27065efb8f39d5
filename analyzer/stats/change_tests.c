/* SPDX-License-Identifier: MIT */
#include "stats/change_tests.h"

#include "stats/change_result.h"

#include <assert.h>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <limits.h>
#include <math.h>
#include <stdbool.h>

static const char nobody_changed[] = "nobody changed position";

static size_t sum(const size_t *counts, size_t count)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++)
        total += counts[i];
    return total;
}

/* Categories between which there was movement, directly or through others, make a
 * block; it is named after one of its categories. A category in which nobody moved is a
 * block of its own. */
static void find_blocks(const size_t *pairs, size_t categories, size_t *ret_block)
{
    for (size_t i = 0; i < categories; i++)
        ret_block[i] = i;
    for (size_t cell = 0; cell < categories * categories; cell++) {
        if (pairs[cell] == 0)
            continue;
        size_t from = ret_block[cell / categories], to = ret_block[cell % categories];
        for (size_t i = 0; i < categories; i++) {
            if (ret_block[i] == to)
                ret_block[i] = from;
        }
    }
}

/* The differences of the margins of a block add up to nothing, so that one category of
 * each says nothing new, and the covariance matrix of the others has an inverse. */
static size_t find_kept(const size_t *pairs, size_t categories, size_t *ret_kept)
{
    size_t block[CHANGE_CATEGORIES_MAX], count = 0;
    find_blocks(pairs, categories, block);
    for (size_t i = 0; i < categories; i++) {
        if (block[i] != i)
            ret_kept[count++] = i;
    }
    return count;
}

/* Row `from` of the covariance matrix, for all categories, and the difference of its
 * margins. */
static void count_moves(const size_t *pairs, size_t categories, size_t from, double *ret_row,
                        double *ret_difference)
{
    double left = 0, came = 0;
    for (size_t to = 0; to < categories; to++) {
        if (to == from)
            continue;
        double out = (double)pairs[from * categories + to];
        double in = (double)pairs[to * categories + from];
        ret_row[to] = -(out + in);
        left += out;
        came += in;
    }
    ret_row[from] = left + came;
    *ret_difference = left - came;
}

/* d' V^-1 d as the square of L^-1 d, where V = L L'. False: the counts are so uneven
 * that V is singular in double precision. */
static bool quadratic_form(gsl_matrix *v, gsl_vector *d, double *ret_value)
{
    gsl_error_handler_t *handler = gsl_set_error_handler_off();
    bool is_done = gsl_linalg_cholesky_decomp1(v) == GSL_SUCCESS;
    gsl_set_error_handler(handler);
    if (!is_done)
        return false;
    gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, v, d);
    gsl_blas_ddot(d, d, ret_value);
    return true;
}

static bool marginal_chi_square(const size_t *pairs, size_t categories, double *ret_value,
                                int *ret_degrees)
{
    enum { MAX = CHANGE_CATEGORIES_MAX };
    size_t kept[MAX];
    double v[MAX * MAX], d[MAX], row[MAX];
    size_t count = find_kept(pairs, categories, kept);
    for (size_t i = 0; i < count; i++) {
        count_moves(pairs, categories, kept[i], row, &d[i]);
        for (size_t j = 0; j < count; j++)
            v[i * count + j] = row[kept[j]];
    }
    gsl_matrix_view covariance = gsl_matrix_view_array(v, count, count);
    gsl_vector_view differences = gsl_vector_view_array(d, count);
    *ret_degrees = (int)count;
    return quadratic_form(&covariance.matrix, &differences.vector, ret_value);
}

struct change_test stuart_maxwell(const size_t *pairs, size_t categories)
{
    assert(categories <= CHANGE_CATEGORIES_MAX);
    size_t n = sum(pairs, categories * categories), stayed = 0;
    for (size_t i = 0; i < categories; i++)
        stayed += pairs[i * categories + i];
    if (n == 0)
        return change_result("there is no pair of answers", n);
    if (stayed == n)
        return change_result(nobody_changed, n);
    if (n - stayed == 1)
        return change_result(too_few_to_test, n);
    double chi_square;
    int degrees;
    if (!marginal_chi_square(pairs, categories, &chi_square, &degrees))
        return change_result("the counts are too uneven to work it out", n);

    struct change_test test = change_result(NULL, n);
    test.statistic = chi_square;
    test.degrees = degrees;
    change_set_p(&test, gsl_cdf_chisq_Q(chi_square, degrees));
    test.effect = (double)(n - stayed) / (double)n;
    test.effect_interval = wilson_interval((double)(n - stayed), (double)n);
    return test;
}

struct change_test mcnemar_exact(size_t towards, size_t away, size_t n)
{
    size_t movers = towards + away, fewer = towards < away ? towards : away;
    assert(movers <= n && movers <= UINT_MAX);
    if (movers == 0)
        return change_result(n ? nobody_changed : "there is no pair of answers", n);
    if (movers == 1)
        return change_result(too_few_to_test, n);
    struct change_test test = change_result(NULL, n);
    change_set_p(&test, 2 * gsl_cdf_binomial_P((unsigned)fewer, 0.5, (unsigned)movers));
    test.effect = (double)towards / (double)movers;
    test.effect_interval = exact_interval(towards, movers);
    return test;
}

/* The mean score of those counted, the scores being 1, 2, 3 ... */
static double mean_score(const size_t *n, size_t groups)
{
    double weighted = 0;
    for (size_t i = 0; i < groups; i++)
        weighted += (double)n[i] * (double)(i + 1);
    return weighted / (double)sum(n, groups);
}

/* A group without answers keeps its place, and its score. */
static size_t groups_with_answers(const size_t *n, size_t groups)
{
    size_t count = 0;
    for (size_t i = 0; i < groups; i++)
        count += n[i] > 0;
    return count;
}

/* One answer a group shows no share. */
static bool has_a_share(const size_t *n, size_t groups)
{
    for (size_t i = 0; i < groups; i++)
        if (n[i] > 1)
            return true;
    return false;
}

struct change_test cochran_armitage(const size_t *yes, const size_t *n, size_t groups)
{
    size_t all = sum(n, groups), all_yes = sum(yes, groups);
    if (groups_with_answers(n, groups) < 3)
        return change_result("fewer than three groups have answers", all);
    if (all_yes == 0 || all_yes == all)
        return change_result("all answers are alike", all);
    if (!has_a_share(n, groups))
        return change_result(too_few_to_test, all);

    double mean = mean_score(n, groups), product = 0, squares = 0;
    for (size_t i = 0; i < groups; i++) {
        double distance = (double)(i + 1) - mean;
        product += (double)yes[i] * distance;
        squares += (double)n[i] * distance * distance;
    }
    double share = (double)all_yes / (double)all;
    double deviation = sqrt(share * (1 - share) / squares);
    struct change_test test = change_result(NULL, all);
    test.effect = product / squares;
    test.effect_interval =
        (struct interval){test.effect - z_95 * deviation, test.effect + z_95 * deviation};
    test.statistic = test.effect / deviation;
    change_set_p(&test, 2 * gsl_cdf_ugaussian_Q(fabs(test.statistic)));
    return test;
}

/* The yes answers among `count` that stand `step` apart. */
static size_t count_yes(const uint8_t *answers, size_t count, size_t step)
{
    size_t yes = 0;
    for (size_t i = 0; i < count; i++)
        yes += answers[i * step] != 0;
    return yes;
}

struct change_test cochran_q(const uint8_t *answers, size_t forces, size_t waves)
{
    if (waves < 3)
        return change_result("there are fewer than three waves", forces);
    size_t all = 0, force_squares = 0, wave_squares = 0, changed = 0;
    for (size_t i = 0; i < forces; i++) {
        size_t yes = count_yes(answers + i * waves, waves, 1);
        all += yes;
        force_squares += yes * yes;
        changed += yes > 0 && yes < waves;
    }
    /* A force that always gave the same answer adds nothing to this. */
    size_t changes = waves * all - force_squares;
    if (changes == 0)
        return change_result(forces ? nobody_changed : "nobody answered every time", forces);
    if (changed == 1)
        return change_result(too_few_to_test, forces);
    for (size_t j = 0; j < waves; j++) {
        size_t yes = count_yes(answers + j, forces, waves);
        wave_squares += yes * yes;
    }
    struct change_test test = change_result(NULL, forces);
    double freedom = (double)(waves - 1);
    test.statistic = freedom * (double)(waves * wave_squares - all * all) / (double)changes;
    test.degrees = (int)(waves - 1);
    change_set_p(&test, gsl_cdf_chisq_Q(test.statistic, freedom));
    test.effect = test.statistic / ((double)forces * freedom);
    return test;
}
