/* SPDX-License-Identifier: MIT */
#include "stats/exposure.h"

#include "base/memory.h"

#include <gsl/gsl_math.h>

double binary_entropy_bits(double p)
{
    if (p <= 0 || p >= 1)
        return 0;
    return -(p * log2(p) + (1 - p) * log2(1 - p));
}

/* log P(k + 1) - log P(k). RISK.md's terms are Beta functions and a binomial
 * coefficient, whose ratios are rational: B(x + 1, y) / B(x, y) = x / (x + y). */
static double log_step(const struct exposure_model *m, struct position_counts counts, size_t k)
{
    double c = (double)counts.confirming, d = (double)counts.denying;
    double users = (double)k, others = (double)(counts.ncnd - k);
    double choose = others / (users + 1);
    double use = (m->of[PARAMETER_A_P] + c + users) / (m->of[PARAMETER_B_P] + d + others - 1);
    double user_ncnd =
        (m->of[PARAMETER_A_1] + users) / (m->of[PARAMETER_A_1] + m->of[PARAMETER_B_1] + c + users);
    double other_ncnd = (m->of[PARAMETER_A_0] + m->of[PARAMETER_B_0] + d + others - 1) /
                        (m->of[PARAMETER_A_0] + others - 1);
    return log(choose * use * user_ncnd * other_ncnd);
}

/* Leaves probabilities in p[0..ncnd]. */
static void fill_probabilities(const struct exposure_model *model, struct position_counts counts,
                               double *p)
{
    double largest = 0;
    p[0] = 0;
    for (size_t k = 0; k < counts.ncnd; k++) {
        p[k + 1] = p[k] + log_step(model, counts, k);
        largest = GSL_MAX(largest, p[k + 1]);
    }
    double sum = 0;
    for (size_t k = 0; k <= counts.ncnd; k++)
        sum += p[k] = exp(p[k] - largest);
    for (size_t k = 0; k <= counts.ncnd; k++)
        p[k] /= sum;
}

static size_t first_reaching(const double *p, size_t last, double share)
{
    double sum = 0;
    for (size_t k = 0; k < last; k++)
        if ((sum += p[k]) >= share)
            return k;
    return last;
}

struct users_posterior exposure_posterior(const struct exposure_model *model,
                                          struct position_counts counts)
{
    double *p __attribute__((cleanup(memory_release))) = memory_new(counts.ncnd + 1, sizeof *p);
    fill_probabilities(model, counts, p);
    struct users_posterior result = {.low = first_reaching(p, counts.ncnd, 0.025),
                                     .high = first_reaching(p, counts.ncnd, 0.975)};
    for (size_t k = 1; k <= counts.ncnd; k++)
        result.expected += (double)k * p[k];
    return result;
}

double exposure_with_evidence(const struct exposure_model *model, double p_use,
                              struct evidence_count evidence)
{
    double ratio = pow(model->of[PARAMETER_THIRD_PARTY], (double)evidence.third_party) *
                   pow(model->of[PARAMETER_COLLABORATION], (double)evidence.collaboration);
    double odds = p_use / (1 - p_use) * ratio;
    return isinf(odds) ? 1 : odds / (1 + odds);
}

static double odds_ratio(double p, double q)
{
    return p / (1 - p) / (q / (1 - q));
}

/* Sums over the NCND forces: each with evidence of its own, and the rest alike. */
static void add_ncnd_forces(const struct exposure_model *model, const struct answers *a,
                            struct exposure *e, double *ret_certainty)
{
    double alike = (double)(a->counts.ncnd - a->evidence_count);
    *ret_certainty = alike * GSL_MAX(e->p_use, 1 - e->p_use);
    e->posterior_bits = alike * binary_entropy_bits(e->p_use);
    for (size_t i = 0; i < a->evidence_count; i++) {
        double p = exposure_with_evidence(model, e->p_use, a->evidence[i]);
        e->posterior_bits += binary_entropy_bits(p);
        *ret_certainty += GSL_MAX(p, 1 - p);
    }
}

struct exposure exposure_of(const struct exposure_model *model, const struct answers *a)
{
    struct position_counts n = a->counts;
    double forces = (double)(n.confirming + n.denying + n.ncnd);
    if (n.confirming + n.denying + n.ncnd == 0)
        return (struct exposure){
            .p_use = (double)NAN, .decodability = (double)NAN, .min_entropy_leakage = (double)NAN};
    struct exposure e = {
        .users = exposure_posterior(model, n), .p_use = (double)NAN, .decodability = (double)NAN};
    double certainty = 0;
    if (n.ncnd) {
        e.p_use = e.users.expected / (double)n.ncnd;
        e.decodability = odds_ratio(e.p_use, ((double)n.confirming + e.users.expected) / forces);
        add_ncnd_forces(model, a, &e, &certainty);
    }
    double prior = model->of[PARAMETER_A_P] / (model->of[PARAMETER_A_P] + model->of[PARAMETER_B_P]);
    e.prior_bits = forces * binary_entropy_bits(prior);
    e.leaked_bits = e.prior_bits - e.posterior_bits;
    certainty += (double)(n.confirming + n.denying);
    e.min_entropy_leakage = log2(certainty / forces / GSL_MAX(prior, 1 - prior));
    return e;
}
