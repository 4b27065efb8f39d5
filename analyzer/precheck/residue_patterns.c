/* SPDX-License-Identifier: MIT */
#include "precheck/residue_patterns.h"

#include <string.h>

void residue_search(struct pattern *pattern, struct slice text, residue_visitor *visitor,
                    void *context)
{
    struct pattern_match match;
    for (size_t from = 0; from<text.length; from = match.end> from ? match.end : from + 1) {
        if (pattern_find(pattern, text, from, &match) != PATTERN_FOUND)
            break;
        if (match.end > match.begin)
            visitor(text, match.begin, match.end, match.mark, context);
    }
}

void residue_search_kind(const struct pattern_table *patterns, const char *kind, struct slice text,
                         residue_visitor *visitor, void *context)
{
    for (size_t i = 0; i < patterns->count; i++)
        if (strcmp(patterns->list[i].kind, kind) == 0)
            residue_search(patterns->list[i].pattern, text, visitor, context);
}
