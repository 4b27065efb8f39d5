/* SPDX-License-Identifier: MIT
 * --old-after YEARS, of `concord audit` and `concord map`.
 */
#ifndef CONCORD_CMD_AGE_OPTION_H
#define CONCORD_CMD_AGE_OPTION_H

#include "cmd/options.h"

/* Into an int32_t: whole years from 1 to 100; 0 is left where the option is not given. */
option_setter age_option_set;
option_printer age_option_print;

#endif
