/* SPDX-License-Identifier: MIT
 * Regular expressions over UTF-8 text, by PCRE2 and nowhere else. Classes such as
 * \w know Unicode. A match that needs too many steps gives up, so that no text and
 * no pattern can hold up a run.
 */
#ifndef CONCORD_BASE_PATTERN_H
#define CONCORD_BASE_PATTERN_H

#include "base/slice.h"

struct pattern;

/* NULL where the text is no pattern: *ret_reason (of `size` bytes) then says why,
 * with the place. The caller frees with pattern_free. */
struct pattern *pattern_new(struct slice text, char *ret_reason, size_t size);
void pattern_free(struct pattern *pattern);

enum pattern_result { PATTERN_NONE, PATTERN_FOUND, PATTERN_GAVE_UP };

struct pattern_match {
    size_t begin, end; /* in bytes, end exclusive */
    const char *mark;  /* the last (*MARK:name) passed, or NULL; valid until the next search */
};

/* Finds the first match at or after byte `from`. The subject must be valid UTF-8. */
enum pattern_result pattern_find(struct pattern *pattern, struct slice subject, size_t from,
                                 struct pattern_match *ret);

#endif
