/* SPDX-License-Identifier: MIT
 * Names in a form in which different spellings are equal (SEMANTICS 5), and how
 * near two names are, for suggestions.
 */
#ifndef CONCORD_DOMAIN_NAME_H
#define CONCORD_DOMAIN_NAME_H

#include "base/slice.h"

enum { NAME_BYTES = 512 };

/* Writes the folded name: NFKC, case folded, every kind of space, dash and
 * apostrophe as one, runs of spaces as one, "&" as "and", ends trimmed. Of what
 * does not fit the end is replaced by a digest of the whole, so that two long names
 * are one only where they are equal. The text must be valid UTF-8. */
void name_fold(struct slice text, char out[NAME_BYTES]);

/* Writes the text with every kind and run of spaces as one space and without what cannot be
 * seen, nothing else changed: no longer than the text. Returns its length. */
size_t name_one_space(struct slice text, char *out);

/* The same name without a trailing parenthesis, "(MPS)": true if it had one.
 * Works in place on a folded name. */
bool name_drop_parenthesis(char folded[NAME_BYTES]);

/* Edit distance between two folded names, in bytes; at most `limit` + 1. Takes time
 * by length times limit, and none where the lengths differ by more than the limit. */
int name_distance(const char *a, const char *b, int limit);

/* The nearest of several names, which are offered one after the other. */
struct nearest_name {
    const char *wanted;
    int limit;        /* the greatest distance at which a further name is taken */
    const char *name; /* borrowed from who offered it; NULL: none is near */
};

/* Begins with the distance that is near for a text of that length. */
struct nearest_name nearest_begin(const char *wanted);

/* Takes the name where it is nearer than those before it. */
bool nearest_offer(struct nearest_name *nearest, const char *name);

#endif
