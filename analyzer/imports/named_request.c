/* SPDX-License-Identifier: MIT */
#include "imports/named_request.h"

#include "base/error.h"
#include "base/memory.h"
#include "domain/request_id.h"

#include <stdlib.h>

/* \K: what counts begins behind it. */
static const char with_words[] = "(?i)(?:\\b(?:cru|npcc|log|circular|circulation)\\b[^0-9\\n]{0,24}"
                                 "|\\A\\s*(?=\\d+\\s*/\\s*\\d\\d\\s*\\z))"
                                 "\\K\\d{2,6}\\s*/\\s*\\d{2}(?![0-9/])";
static const char bare[] = "(?<![\\p{L}\\p{N}/.-])\\d{3,5}/\\d{2}(?![\\p{L}\\p{N}/])";

struct pattern *named_request_pattern(bool may_be_bare)
{
    char reason[120];
    struct pattern *pattern =
        pattern_new(slice_of(may_be_bare ? bare : with_words), NULL, reason, sizeof reason);
    if (!pattern)
        internal_fault("the pattern of circulation numbers: %s", reason);
    return pattern;
}

/* 2024/25 */
static bool is_year(const char *number)
{
    char *end;
    long first = strtol(number, &end, 10);
    return first >= 2000 && first < 2100 && *end == '/' &&
           strtol(end + 1, NULL, 10) == (first + 1) % 100;
}

bool named_request_find(struct pattern *pattern, struct slice words, char out[NAMED_REQUEST_BYTES])
{
    struct pattern_match match;
    if (pattern_find(pattern, words, 0, &match) != PATTERN_FOUND)
        return false;
    struct slice number = {words.bytes + match.begin, match.end - match.begin};
    return request_id_normalise(number, out, NAMED_REQUEST_BYTES) && !is_year(out);
}
