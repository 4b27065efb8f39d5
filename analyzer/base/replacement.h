/* SPDX-License-Identifier: MIT
 * A single file written whole or not at all: under another name beside its place first, then
 * renamed. A link in its place stays, and what it leads to is replaced.
 */
#ifndef CONCORD_BASE_REPLACEMENT_H
#define CONCORD_BASE_REPLACEMENT_H

#include "base/error.h"

struct replacement {
    FILE *out;     /* to write to */
    char *place;   /* where the file will stand */
    char *partial; /* where it is written */
};

/* Errors: OUTPUT, where something else than a plain file stands there, or nothing can be
 * written beside it. On true the caller ends with commit or abandon. */
MUST_CHECK bool replacement_begin(const char *path, struct replacement *ret, struct error *err);

/* Brings the file to disk and into its place, with the rights of the one it replaces. On
 * failure the old one stays. Errors: OUTPUT, also for what could not be written since begin. */
MUST_CHECK bool replacement_commit(struct replacement *r, struct error *err);

void replacement_abandon(struct replacement *r);

#endif
