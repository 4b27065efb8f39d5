/* SPDX-License-Identifier: MIT
 * The options of `concord audit` that say what the numbers assume.
 */
#ifndef CONCORD_CMD_NUMBER_OPTIONS_H
#define CONCORD_CMD_NUMBER_OPTIONS_H

#include "measure/settings.h"

#include <argp.h>

/* Each fills the options from the value of one option, or ends the program with what is
 * wrong, as argp does. */
void number_options_prior(struct measure_options *options, const char *value,
                          struct argp_state *state); /* p=1,1 */
void number_options_ratio(struct measure_options *options, const char *value,
                          struct argp_state *state); /* third-party=3 */
void number_options_users(struct measure_options *options, const char *value,
                          struct argp_state *state); /* 5-20 */
void number_options_seed(struct measure_options *options, const char *value,
                         struct argp_state *state); /* 1 */
void number_options_audience(struct measure_options *options, const char *value,
                             struct argp_state *state); /* public */

/* What was asked for, as options, each with a space before it. */
void number_options_print(const struct measure_options *options, FILE *out);

#endif
