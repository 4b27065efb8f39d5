/* SPDX-License-Identifier: MIT
 * What an outsider can infer from the published answers about one tool (RISK.md section
 * 1). Pure functions: counts and assumptions in, probabilities and bits out. It measures
 * what the answers give away under stated assumptions, and knows nothing of who uses a tool.
 */
#ifndef CONCORD_STATS_EXPOSURE_H
#define CONCORD_STATS_EXPOSURE_H

#include "stats/interval.h"

/* The assumptions: Beta(a, b) priors of the share of forces that use the tool (p), of the
 * chance that a user answers NCND (1) and that a non-user does (0), and the likelihood
 * ratio of one acknowledgement by a third party or by a collaboration. All are > 0. */
enum exposure_parameter {
    PARAMETER_A_P,
    PARAMETER_B_P,
    PARAMETER_A_1,
    PARAMETER_B_1,
    PARAMETER_A_0,
    PARAMETER_B_0,
    PARAMETER_THIRD_PARTY,
    PARAMETER_COLLABORATION,
    EXPOSURE_PARAMETERS
};

struct exposure_model {
    double of[EXPOSURE_PARAMETERS];
};

/* Forces with a public position: each in exactly one of the three. */
struct position_counts {
    size_t confirming, denying, ncnd;
};

/* Acknowledgements by others about one NCND force. */
struct evidence_count {
    size_t third_party, collaboration;
};

/* The answers about one tool; evidence has a row for each NCND force that has any. Borrowed. */
struct answers {
    struct position_counts counts;
    const struct evidence_count *evidence;
    size_t evidence_count;
};

/* The number k of users among the NCND forces. */
struct users_posterior {
    double expected;  /* E[k] */
    size_t low, high; /* first k whose cumulative probability reaches 0.025, and 0.975 */
};

/* The exact posterior, by the ratios of successive terms of the formula and log-sum-exp: no
 * sampling, no overflow, time linear in the number of NCND forces. */
struct users_posterior exposure_posterior(const struct exposure_model *model,
                                          struct position_counts counts);

/* NaN where undefined. Without an NCND force p_use and decodability are; with no force at
 * all min_entropy_leakage is too, and the bits are 0. */
struct exposure {
    struct users_posterior users;
    double p_use;        /* E[k] / ncnd: share of users expected among the NCND forces, before
                            evidence of a force's own */
    double decodability; /* odds of p_use over odds of the share of users among all forces */
    double prior_bits, posterior_bits, leaked_bits; /* about all forces, evidence included */
    double min_entropy_leakage;
};

struct exposure exposure_of(const struct exposure_model *model, const struct answers *answers);

/* P(use) of one NCND force: p_use with its odds multiplied by the ratios of its evidence. */
double exposure_with_evidence(const struct exposure_model *model, double p_use,
                              struct evidence_count evidence);

/* Entropy in bits of one yes or no; 0 at 0 and 1. */
double binary_entropy_bits(double p);

#endif
