/* SPDX-License-Identifier: MIT
 * Which lines of the user's mapping file mean nothing, before they are used, and which did nothing.
 */
#ifndef CONCORD_IMPORTS_MAPPING_CHECK_H
#define CONCORD_IMPORTS_MAPPING_CHECK_H

#include "imports/mapping.h"

/* Does the outcome reader know these words? */
typedef bool mapping_knows_outcome(void *context, const char *words);

/* Writes the fields of the user's rules as the program calls them, notes the rules that cannot be
 * understood, and takes them out of the mapping. */
void mapping_check(struct mapping *m, mapping_knows_outcome *knows, void *context);

/* Notes what never held. */
void mapping_check_use(struct mapping *m);

#endif
