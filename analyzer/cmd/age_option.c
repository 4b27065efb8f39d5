/* SPDX-License-Identifier: MIT */
#include "cmd/age_option.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_YEARS = 100, MOST_DIGITS = 3 };

void age_option_set(void *member, char *value, struct argp_state *state)
{
    size_t digits = strspn(value, "0123456789");
    long years =
        digits > 0 && digits <= MOST_DIGITS && !value[digits] ? strtol(value, NULL, 10) : 0;
    if (years < 1 || years > MOST_YEARS)
        argp_error(state, "--old-after takes a whole number of years from 1 to %d, not \"%s\"",
                   MOST_YEARS, value);
    *(int32_t *)member = (int32_t)years;
}

void age_option_print(const void *member, FILE *out)
{
    int32_t years = *(const int32_t *)member;
    if (years)
        fprintf(out, " --old-after %" PRId32, years);
}
