/* SPDX-License-Identifier: MIT
 * A table of datasets/reference whose rows are patterns of a kind (columns kind, needs and pattern;
 * a test runs the columns example and counter_example of each).
 */
#ifndef CONCORD_LETTERS_PATTERN_TABLE_H
#define CONCORD_LETTERS_PATTERN_TABLE_H

#include "base/error.h"
#include "base/pattern.h"

struct kind_pattern {
    char *kind;
    char *
        needs; /* literals without one of which it matches nothing, "|" between; empty: not known */
    struct pattern *pattern;
};

struct pattern_table {
    struct kind_pattern *list; /* in the order of the file */
    size_t count, room;
};

/* Ended by pattern_table_done, whatever comes of it. Errors, kind INPUT: a fault in the table, with
 * file and line. */
MUST_CHECK bool pattern_table_load(const char *path, struct pattern_table *ret, struct error *err);

/* Has the text one of its needs? Most texts have none, and need not be searched. */
bool kind_pattern_may_match(const struct kind_pattern *pattern, struct slice text);

void pattern_table_done(struct pattern_table *table);

#endif
