/* SPDX-License-Identifier: MIT
 * One citation in folded text, also as a scanner for paper misreads it.
 */
#ifndef CONCORD_LETTERS_CITED_SCAN_H
#define CONCORD_LETTERS_CITED_SCAN_H

#include "base/slice.h"

struct scanned_citation {
    char number[32]; /* "31(1)(a)(b)" */
    size_t begin, end;
    bool has_word;      /* "section" stands before it, or before a list of which it is one */
    bool is_regulation; /* "regulation" does */
    bool has_bracket;
};

/* The next at or after `from`. `last` is the one before, or NULL: numbers behind "sections 24 and"
 * need no word. */
bool citation_scan(struct slice text, size_t from, const struct scanned_citation *last,
                   struct scanned_citation *ret);

#endif
