/* SPDX-License-Identifier: MIT
 * Options that take a list of words with commas: --format svg,png.
 */
#ifndef CONCORD_CMD_LIST_OPTION_H
#define CONCORD_CMD_LIST_OPTION_H

#include <argp.h>

struct list_word {
    const char *word; /* NULL ends a table of these */
    unsigned bit;
};

/* The bits of the words of `value` together. Ends the program with a message that names
 * the option (without its dashes) and its words where one is not known or there is none. */
unsigned list_option(const char *option, const char *value, const struct list_word *words,
                     struct argp_state *state);

#endif
