/* SPDX-License-Identifier: MIT
 * What the numbers assume: the options of an audit, and the settings in force, which stand
 * in its database (tables parameter and measure_setting).
 */
#ifndef CONCORD_MEASURE_SETTINGS_H
#define CONCORD_MEASURE_SETTINGS_H

#include "base/error.h"
#include "stats/exposure.h"
#include "stats/sensitivity.h"

#include <sqlite3.h>
#include <stdint.h>

/* What the user asked for; zero is not asked, and leaves the default. */
struct measure_options {
    double parameters[EXPOSURE_PARAMETERS];
    int64_t seed;
    int64_t users_low, users_high; /* both or neither */
    bool is_public;
};

struct measure_settings {
    struct exposure_model model;
    struct exposure_ranges ranges;
    bool is_public;
    unsigned long seed;
    size_t users_low, users_high;
    size_t draws, resamples, permutations;
    size_t least_cohort;
};

/* A value outside the range of its parameter widens the range. Errors: OUTPUT. */
MUST_CHECK bool measure_settings_store(sqlite3 *db, const struct measure_options *options,
                                       struct error *err);
/* Errors: of the database; INPUT where the settings are missing. */
MUST_CHECK bool measure_settings_load(sqlite3 *db, struct measure_settings *ret, struct error *err);

#endif
