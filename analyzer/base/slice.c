/* SPDX-License-Identifier: MIT */
#include "base/slice.h"

#include "base/memory.h"

static bool is_white(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct slice slice_trim(struct slice s)
{
    while (s.length && is_white(s.bytes[0])) {
        s.bytes++;
        s.length--;
    }
    while (s.length && is_white(s.bytes[s.length - 1]))
        s.length--;
    return s;
}

char *slice_copy(struct slice s)
{
    char *copy = memory_new(s.length + 1, 1);
    if (s.length)
        memcpy(copy, s.bytes, s.length);
    return copy;
}

bool slice_next_part(struct slice *rest, char separator, struct slice *ret_part)
{
    *ret_part = *rest;
    if (rest->length == 0)
        return false;
    const char *end = memchr(rest->bytes, separator, rest->length);
    if (!end) {
        *rest = (struct slice){rest->bytes + rest->length, 0};
        return true;
    }
    ret_part->length = (size_t)(end - rest->bytes);
    rest->bytes = end + 1;
    rest->length -= ret_part->length + 1;
    return true;
}

int slice_compare(struct slice a, struct slice b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared ? memcmp(a.bytes, b.bytes, shared) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}
