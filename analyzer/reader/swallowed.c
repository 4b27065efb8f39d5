/* SPDX-License-Identifier: MIT */
#include "reader/swallowed.h"

#include <string.h>

static bool has_as_many(struct slice line, char delimiter, size_t wanted)
{
    const char *at = line.bytes, *end = line.bytes + line.length;
    size_t found = 0;
    while (found < wanted && (at = memchr(at, delimiter, (size_t)(end - at))) != NULL) {
        found++;
        at++;
    }
    return found == wanted;
}

/* As many delimiters as the header has, quoted or not; in a narrow file none of them as in
 * prose, with a space behind it. */
static bool looks_like_row(struct slice line, const struct swallowed_look *look)
{
    enum { FEWEST = 3, FEW = 6 };
    size_t wanted = look->columns - 1, all = 0, unquoted = 0, spaced = 0;
    bool is_quoted = false;
    if (wanted < FEWEST || !has_as_many(line, look->delimiter, wanted))
        return false;
    for (size_t i = 0; i < line.length; i++) {
        is_quoted = is_quoted != (line.bytes[i] == '"');
        if (line.bytes[i] != look->delimiter)
            continue;
        all++;
        unquoted += !is_quoted;
        spaced += i + 1 < line.length && line.bytes[i + 1] == ' ';
    }
    bool is_as_many = all == wanted || unquoted == wanted;
    return is_as_many && (wanted >= FEW || spaced == 0);
}

struct swallowed swallowed_lines(struct slice row, long number, const struct swallowed_look *look)
{
    struct swallowed found = {0, 0};
    struct slice line;
    for (bool is_first = true; slice_next_part(&row, look->line_end, &line); number++) {
        bool is_row = !is_first && looks_like_row(line, look);
        is_first = false;
        if (!is_row)
            continue;
        found.first = found.first ? found.first : number;
        found.last = number;
    }
    return found;
}
