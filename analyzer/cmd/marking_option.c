/* SPDX-License-Identifier: MIT */
#include "cmd/marking_option.h"

#include "base/utf8.h"

#include <string.h>

enum { MARKING_BYTES = 60 };

void marking_option_set(void *member, char *value, struct argp_state *state)
{
    struct slice marking = slice_trim(slice_of(value));
    char shown[8 * MARKING_BYTES];
    utf8_show(marking, shown, sizeof shown);
    if (marking.length == 0 || marking.length > MARKING_BYTES || !slice_is(marking, shown))
        argp_error(state, "--marking takes one line of 1 to %d printable bytes, not \"%s\"",
                   MARKING_BYTES, shown);
    value[marking.bytes - value + (ptrdiff_t)marking.length] = '\0';
    *(const char **)member = marking.bytes;
}
