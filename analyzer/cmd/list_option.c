/* SPDX-License-Identifier: MIT */
#include "cmd/list_option.h"

#include "base/slice.h"
#include "base/text.h"

#include <stdio.h>

static unsigned find(const struct list_word *words, struct slice word)
{
    for (; words->word; words++)
        if (slice_is(word, words->word))
            return words->bit;
    return 0;
}

static void refuse(const char *option, const char *value, const struct list_word *words,
                   struct argp_state *state)
{
    char known[128] = "";
    for (const struct list_word *w = words; w->word; w++)
        text_add(known, sizeof known, "%s%s", w == words ? "" : ", ", w->word);
    argp_error(state, "--%s takes a list of these, with commas: %s; not \"%s\"", option, known,
               value);
}

unsigned list_option(const char *option, const char *value, const struct list_word *words,
                     struct argp_state *state)
{
    unsigned bits = 0;
    struct slice rest = slice_of(value), part;
    while (slice_next_part(&rest, ',', &part)) {
        unsigned bit = find(words, slice_trim(part));
        if (!bit)
            refuse(option, value, words, state);
        bits |= bit;
    }
    if (!bits)
        refuse(option, value, words, state);
    return bits;
}
