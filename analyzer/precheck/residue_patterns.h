/* SPDX-License-Identifier: MIT
 * Within this folder: The shapes of what is left over in a draft, in a text.
 */
#ifndef CONCORD_PRECHECK_RESIDUE_PATTERNS_H
#define CONCORD_PRECHECK_RESIDUE_PATTERNS_H

#include "letters/pattern_table.h"

#define RESIDUE_PATTERNS "datasets/reference/residue.csv"

/* Calls the visitor at each match of the pattern; empty ones are passed over. */
typedef void residue_visitor(struct slice text, size_t begin, size_t end, const char *mark,
                             void *context);
void residue_search(struct pattern *pattern, struct slice text, residue_visitor *visitor,
                    void *context);

/* The same with all patterns of that kind. */
void residue_search_kind(const struct pattern_table *patterns, const char *kind, struct slice text,
                         residue_visitor *visitor, void *context);

#endif
