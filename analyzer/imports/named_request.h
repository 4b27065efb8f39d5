/* SPDX-License-Identifier: MIT
 * The circulation number that a title or a heading names.
 */
#ifndef CONCORD_IMPORTS_NAMED_REQUEST_H
#define CONCORD_IMPORTS_NAMED_REQUEST_H

#include "base/pattern.h"

enum { NAMED_REQUEST_BYTES = 32 };

/* The caller frees it with pattern_free. may_be_bare: such a number needs no words before it, for
 * headings of exports that have columns of requests, where it is no force's own reference. */
struct pattern *named_request_pattern(bool may_be_bare);

/* "995/24" of "CRU Log No. 995/24 - Palantir"; nothing else than such a number needs no words.
 * False for a year, "2024/25", and a force's own reference. */
bool named_request_find(struct pattern *pattern, struct slice words, char out[NAMED_REQUEST_BYTES]);

#endif
