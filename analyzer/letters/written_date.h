/* SPDX-License-Identifier: MIT
 * A date as letters write it, in folded text, as responses.csv has it.
 */
#ifndef CONCORD_LETTERS_WRITTEN_DATE_H
#define CONCORD_LETTERS_WRITTEN_DATE_H

#include "base/slice.h"

/* "9th december 2024", "9.12.24", "december 9, 2024" give 2024-12-09; "december 2024" 2024-12.
 * False and "" for anything else. */
bool written_date(struct slice text, char out[16]);

/* The same, and what lacks its year or its month: "28 october" is the last such day up to `latest`,
 * "the 30th" the first from `before` on, or without one the last up to `latest`. Both are days as
 * written here, or "" where they are not known. */
bool written_date_near(struct slice text, const char *latest, const char *before, char out[16]);

#endif
