/* SPDX-License-Identifier: MIT
 * Within this folder: datasets/reference/residue.csv, the shapes of what is left over in a draft.
 */
#ifndef CONCORD_PRECHECK_RESIDUE_PATTERNS_H
#define CONCORD_PRECHECK_RESIDUE_PATTERNS_H

#include "base/error.h"
#include "base/pattern.h"

struct residue_pattern {
    char *kind;
    struct pattern *pattern;
};

struct residue_patterns {
    struct residue_pattern *list;
    size_t count, room;
};

/* Ended by residue_patterns_done, whatever comes of it. Errors, kind INPUT: a fault in the table,
 * with file and line. */
MUST_CHECK bool residue_patterns_load(struct residue_patterns *ret, struct error *err);
void residue_patterns_done(struct residue_patterns *patterns);

/* Calls the visitor at each match of the pattern; empty ones are passed over. */
typedef void residue_visitor(struct slice text, size_t begin, size_t end, const char *mark,
                             void *context);
void residue_search(struct pattern *pattern, struct slice text, residue_visitor *visitor,
                    void *context);

/* The same with all patterns of that kind. */
void residue_search_kind(const struct residue_patterns *patterns, const char *kind,
                         struct slice text, residue_visitor *visitor, void *context);

#endif
