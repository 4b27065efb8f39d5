/* SPDX-License-Identifier: MIT */
#include "brute_force.h"

#include <check.h>
#include <math.h>
#include <stdint.h>

/* Pascal's triangle. */
static uint64_t choose(size_t n, size_t k)
{
    static uint64_t rows[BRUTE_FORCE_N_MAX + 1][BRUTE_FORCE_N_MAX + 1];
    ck_assert(k <= n && n <= BRUTE_FORCE_N_MAX);
    for (size_t i = 0; rows[n][0] == 0 && i <= n; i++) {
        rows[i][0] = rows[i][i] = 1;
        for (size_t j = 1; j < i; j++)
            rows[i][j] = rows[i - 1][j - 1] + rows[i - 1][j];
    }
    return rows[n][k];
}

double brute_force_sign_test(size_t a, size_t b)
{
    size_t n = a + b, fewer = a < b ? a : b;
    uint64_t tail = 0;
    for (size_t k = 0; k <= fewer; k++)
        tail += choose(n, k);
    double p = 2 * (double)tail / ldexp(1, (int)n);
    return p > 1 ? 1 : p;
}

double brute_force_fisher(const size_t cells[4])
{
    size_t n_1 = cells[0] + cells[1], n_2 = cells[2] + cells[3], yes = cells[0] + cells[2];
    uint64_t found = choose(n_1, cells[0]) * choose(n_2, cells[2]), extreme = 0;
    for (size_t k = 0; k <= yes; k++) {
        if (k > n_1 || yes - k > n_2)
            continue;
        uint64_t ways = choose(n_1, k) * choose(n_2, yes - k);
        extreme += ways <= found ? ways : 0;
    }
    return (double)extreme / (double)choose(n_1 + n_2, yes);
}

/* Fills in one cell after the other, and counts the ways of those that fit. */
struct search {
    size_t groups, categories;
    size_t left_in_group[BRUTE_FORCE_CELLS_MAX], left_in_category[BRUTE_FORCE_CELLS_MAX];
    uint64_t found, extreme, all;
};

/* In how many ways the individuals of the categories can fall into the groups: `ways`
 * so far, cell by cell. */
static void fill_cell(struct search *s, size_t cell, uint64_t ways)
{
    if (cell == s->groups * s->categories) {
        s->all += ways;
        s->extreme += ways <= s->found ? ways : 0;
        return;
    }
    size_t *in_group = &s->left_in_group[cell / s->categories];
    size_t *in_category = &s->left_in_category[cell % s->categories];
    size_t group = *in_group, category = *in_category;
    size_t most = group < category ? group : category, least = 0;
    if (cell % s->categories == s->categories - 1)
        least = group; /* the last cell of a group takes all that is left of it */
    for (size_t k = least; k <= most; k++) {
        *in_group = group - k;
        *in_category = category - k;
        fill_cell(s, cell + 1, ways * choose(category, k));
    }
    *in_group = group;
    *in_category = category;
}

double brute_force_freeman_halton(const size_t *cells, size_t groups, size_t categories)
{
    struct search s = {.groups = groups, .categories = categories, .found = 1};
    size_t n = 0;
    ck_assert_uint_le(groups * categories, BRUTE_FORCE_CELLS_MAX);
    for (size_t i = 0; i < groups * categories; i++) {
        s.left_in_group[i / categories] += cells[i];
        s.left_in_category[i % categories] += cells[i];
        n += cells[i];
        s.found *= choose(s.left_in_category[i % categories], cells[i]);
    }
    ck_assert_uint_le(n, BRUTE_FORCE_TABLE_N_MAX);
    fill_cell(&s, 0, 1);
    return (double)s.extreme / (double)s.all;
}
