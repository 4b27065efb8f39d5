/* SPDX-License-Identifier: MIT */
#include "stats/accounting.h"

#include "suites.h"
#include "table.h"

#include <math.h>

/* RISK.md section 0 and LAW.md d.4: 45 forces, 12 users. */
static const struct {
    size_t confirming, denying, undetermined;
    double p_use, map_bits;
} pinned[] = {
    {4, 0, 41, 0.1951, 26.51}, {4, 1, 40, 0.2000, 26.20},  {4, 3, 38, 0.2105, 25.54},
    {4, 6, 35, 0.2286, 24.49}, {4, 20, 21, 0.3810, 17.63}, {11, 0, 34, 0.0294, 5.09},
    {11, 6, 28, 0.0357, 4.81},
};

START_TEST(test_pinned_values)
{
    struct map_counts counts = {45, pinned[_i].confirming, pinned[_i].denying};
    struct accounting a = accounting_of(counts, 12);
    ck_assert_uint_eq(a.users, 12);
    ck_assert_uint_eq(a.undetermined, pinned[_i].undetermined);
    ck_assert_double_eq_tol(a.p_use, pinned[_i].p_use, 5e-5);
    ck_assert_double_eq_tol(a.map_bits, pinned[_i].map_bits, 5e-3);
    ck_assert_double_eq_tol(a.all_bits, 34.74, 5e-3);
}
END_TEST

/* The what-if formulas of section 0 are differences of two accountings. */
START_TEST(test_what_one_answer_changes)
{
    struct map_counts before = {45, 4, 6}, denied = {45, 4, 7}, confirmed = {45, 5, 6};
    double p = accounting_of(before, 12).p_use;
    ck_assert_double_eq_tol(accounting_of(denied, 12).p_use - p, (12. - 4) / (35. * 34), 1e-15);
    ck_assert_double_eq_tol(accounting_of(confirmed, 12).p_use, (12. - 4 - 1) / 34, 1e-15);
}
END_TEST

START_TEST(test_scenario_stays_possible)
{
    struct map_counts many_confirm = {45, 15, 0}, many_deny = {45, 0, 38}, all = {10, 4, 6};
    ck_assert_uint_eq(accounting_of(many_confirm, 12).users, 15);
    ck_assert_double_eq(accounting_of(many_confirm, 12).p_use, 0);
    ck_assert_double_eq(accounting_of(many_confirm, 12).map_bits, 0);
    ck_assert_uint_eq(accounting_of(many_deny, 12).users, 7);
    ck_assert_double_eq(accounting_of(many_deny, 12).p_use, 1);
    ck_assert_uint_eq(accounting_of(all, 12).undetermined, 0);
    ck_assert_double_nan(accounting_of(all, 12).p_use);
    ck_assert_double_eq(accounting_of(all, 12).map_bits, 0);
}
END_TEST

Suite *suite_stats_accounting(void)
{
    TCase *tcase = NULL;
    Suite *suite = suite_with_case("stats/accounting", &tcase);
    ADD_TABLE_TEST(tcase, test_pinned_values, pinned);
    tcase_add_test(tcase, test_what_one_answer_changes);
    tcase_add_test(tcase, test_scenario_stays_possible);
    return suite;
}
