/* SPDX-License-Identifier: MIT */
#include "stats/interval.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>

const double z_95 = 1.959963984540054;

struct interval wilson_interval(double count, double n)
{
    double share = count / n, z2 = z_95 * z_95;
    double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
    double half = z_95 / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n));
    /* At the ends the limit is exact; rounding would put it beside them. */
    return (struct interval){count <= 0 ? 0 : fmax(middle - half, 0),
                             count >= n ? 1 : fmin(middle + half, 1)};
}

/* By halving: gsl_cdf_beta_Pinv does not converge for some counts of many thousands. */
static double beta_quantile(double p, double a, double b)
{
    double low = 0, high = 1;
    for (int i = 0; i < 100; i++) {
        double middle = (low + high) / 2;
        *(gsl_cdf_beta_P(middle, a, b) < p ? &low : &high) = middle;
    }
    return (low + high) / 2;
}

struct interval exact_interval(size_t count, size_t n)
{
    double yes = (double)count, no = (double)(n - count);
    return (struct interval){count == 0 ? 0 : beta_quantile(0.025, yes, no + 1),
                             count == n ? 1 : beta_quantile(0.975, yes + 1, no)};
}

struct interval percentile_interval(double *values, size_t count)
{
    gsl_sort(values, 1, count);
    return (struct interval){gsl_stats_quantile_from_sorted_data(values, 1, count, 0.025),
                             gsl_stats_quantile_from_sorted_data(values, 1, count, 0.975)};
}
