/* SPDX-License-Identifier: MIT */
#include "letters/literals.h"

#include <string.h>

int literal_number(struct literal_set *set, struct slice text)
{
    for (size_t i = 0; i < set->count; i++)
        if (slice_is(text, set->texts[i]))
            return (int)i;
    if (set->count == LITERALS_MAX || text.length < 2)
        return -1;
    set->texts[set->count] = arena_copy(&set->arena, text);
    set->lengths[set->count] = text.length;
    return (int)set->count++;
}

static unsigned pair_at(const char *bytes)
{
    return (unsigned)(unsigned char)bytes[0] << 8 | (unsigned char)bytes[1];
}

/* Two neighbouring bytes rule most literals out before the text is searched. */
static bool may_have(const uint64_t *pairs, const char *literal, size_t length)
{
    for (size_t i = 0; i + 1 < length; i++) {
        unsigned pair = pair_at(literal + i);
        if (!(pairs[pair / 64] >> (pair % 64) & 1))
            return false;
    }
    return true;
}

void literals_find(const struct literal_set *set, struct slice text, struct literal_hits *ret)
{
    uint64_t pairs[65536 / 64];
    memset(pairs, 0, sizeof pairs);
    *ret = (struct literal_hits){0};
    for (size_t i = 0; i + 1 < text.length; i++) {
        unsigned pair = pair_at(text.bytes + i);
        pairs[pair / 64] |= (uint64_t)1 << (pair % 64);
    }
    for (size_t i = 0; i < set->count; i++)
        if (may_have(pairs, set->texts[i], set->lengths[i]) &&
            memmem(text.bytes, text.length, set->texts[i], set->lengths[i]))
            ret->bits[i / 64] |= (uint64_t)1 << (i % 64);
}
