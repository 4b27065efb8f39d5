/* SPDX-License-Identifier: MIT
 * The files that are part of the program: schema, rules, report templates,
 * queries, chart scripts and reference data. scripts/embed makes the table.
 */
#ifndef CONCORD_BASE_EMBEDDED_H
#define CONCORD_BASE_EMBEDDED_H

#include "base/slice.h"

struct embedded_file {
    const char *path;           /* as in the repository, e.g. "datasets/reference/forces.csv" */
    const unsigned char *bytes; /* followed by a NUL that size does not count */
    size_t size;
};

/* Sorted by path, in byte order; embedded_count entries. */
extern const struct embedded_file embedded_files[];
extern const size_t embedded_count;

/* The file of that path, or NULL. */
const struct embedded_file *embedded_find(const char *path);

/* The text of a file that must be there; a missing one is a fault. */
const char *embedded_text(const char *path);

#endif
