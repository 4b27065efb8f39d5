/* SPDX-License-Identifier: MIT
 * `concord schema stance`: the words of a column, what each means, which words of others are read
 * as one of them, and which say too little.
 */
#ifndef CONCORD_CMD_SCHEMA_WORDS_H
#define CONCORD_CMD_SCHEMA_WORDS_H

#include "base/error.h"

/* Prints the words of the columns of that name, however it is spelt; *ret_found is false where no
 * column with a list of words is called so. */
MUST_CHECK bool schema_words_print(const char *name, bool *ret_found, struct error *err);

#endif
