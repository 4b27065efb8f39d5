/* SPDX-License-Identifier: MIT
 * A borrowed run of bytes: the unit in which input text travels. A slice never
 * owns its bytes and is not NUL-terminated; whoever made it says how long the
 * bytes live. Not for text that the program keeps: that goes to the store.
 */
#ifndef CONCORD_BASE_SLICE_H
#define CONCORD_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *bytes;
    size_t length;
};

static inline struct slice slice_of(const char *text)
{
    return (struct slice){text, strlen(text)};
}

static inline bool slice_equals(struct slice a, struct slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* Is the slice exactly this NUL-terminated text? */
static inline bool slice_is(struct slice s, const char *text)
{
    if (s.length == 0 || *s.bytes != *text)
        return s.length == 0 && *text == '\0';
    return slice_equals(s, slice_of(text));
}

static inline bool slice_ends_with(struct slice s, const char *end)
{
    size_t length = strlen(end);
    return s.length >= length && memcmp(s.bytes + s.length - length, end, length) == 0;
}

/* The slice without that end, where it has it and more before it. Borrows from s. */
static inline struct slice slice_without_end(struct slice s, const char *end)
{
    size_t length = strlen(end);
    bool has_end = s.length > length && slice_ends_with(s, end);
    return has_end ? (struct slice){s.bytes, s.length - length} : s;
}

/* The slice without blanks at either end: white space of every kind, and what cannot be seen
 * (utf8_is_blank). The one idea of what is empty. Borrows from s. */
struct slice slice_trim(struct slice s);

/* In byte order, as SQLite compares texts: below, at or above 0. */
int slice_compare(struct slice a, struct slice b);

/* A copy with a NUL behind it; the caller frees. */
char *slice_copy(struct slice s);

/* Takes the next part of *rest up to the separator byte (which is dropped) and
 * advances *rest past it. False when nothing was left. */
bool slice_next_part(struct slice *rest, char separator, struct slice *ret_part);

#endif
