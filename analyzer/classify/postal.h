/* SPDX-License-Identifier: MIT
 * Postal addresses in a letter: what stands before a postcode, and around a house number and a
 * street.
 */
#ifndef CONCORD_CLASSIFY_POSTAL_H
#define CONCORD_CLASSIFY_POSTAL_H

#include "classify/person_name.h"
#include "letters/pattern_table.h"

struct postal_patterns {
    struct pattern *piece, *tail; /* owned by their table */
};

/* Does something that is never masked stand between these bytes? */
typedef bool postal_is_kept(size_t begin, size_t end, void *context);

/* What the address around an anchor (postcode or street) covers. */
struct slice postal_around(const struct postal_patterns *patterns,
                           const struct name_grammar *grammar, struct slice text, size_t begin,
                           size_t end, bool is_postcode, postal_is_kept *is_kept, void *context);

#endif
