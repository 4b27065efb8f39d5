/* SPDX-License-Identifier: MIT */
#include "letters/literals.h"

#include <string.h>

enum { PAIRS = 1 << 16 };

static unsigned pair_at(const char *bytes)
{
    return (unsigned)(unsigned char)bytes[0] << 8 | (unsigned char)bytes[1];
}

int literal_number(struct literal_set *set, struct slice text)
{
    for (size_t i = 0; i < set->count; i++)
        if (slice_is(text, set->texts[i]))
            return (int)i;
    if (set->count == LITERALS_MAX || text.length < 2)
        return -1;
    if (!set->first)
        set->first = arena_new(&set->arena, PAIRS, sizeof *set->first);
    set->texts[set->count] = arena_copy(&set->arena, text);
    set->lengths[set->count] = text.length;
    set->next[set->count] = set->first[pair_at(text.bytes)];
    set->first[pair_at(text.bytes)] = (uint16_t)(set->count + 1);
    return (int)set->count++;
}

void literals_find(const struct literal_set *set, struct slice text, struct literal_hits *ret)
{
    *ret = (struct literal_hits){0};
    for (size_t at = 0; at + 1 < text.length && set->first; at++) {
        for (unsigned i = set->first[pair_at(text.bytes + at)]; i; i = set->next[i - 1]) {
            unsigned number = i - 1;
            if (set->lengths[number] <= text.length - at && !literal_is_hit(ret, number) &&
                memcmp(text.bytes + at, set->texts[number], set->lengths[number]) == 0)
                ret->bits[number / 64] |= (uint64_t)1 << (number % 64);
        }
    }
}
