/* SPDX-License-Identifier: MIT
 * The options of `concord audit` that say what the numbers assume.
 */
#ifndef CONCORD_CMD_NUMBER_OPTIONS_H
#define CONCORD_CMD_NUMBER_OPTIONS_H

#include "cmd/options.h"
#include "measure/settings.h"

/* Each fills a struct measure_options from the value of one option, or ends the program with
 * what is wrong, as argp does. */
option_setter number_options_prior;    /* p=1,1 */
option_setter number_options_ratio;    /* third-party=3 */
option_setter number_options_users;    /* 5-20 */
option_setter number_options_seed;     /* 1 */
option_setter number_options_audience; /* public */

/* And prints what was asked for by it. */
option_printer number_options_print_prior, number_options_print_ratio, number_options_print_users,
    number_options_print_seed, number_options_print_audience;

#endif
