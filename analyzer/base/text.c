/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include "base/error.h"

#include <string.h>

size_t text_fit(char *out, size_t size, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(out, size, format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t)length >= size)
        internal_fault("a text of %d bytes in the place of %zu: \"%s\"", length, size, format);
    return (size_t)length;
}

/* `out` is full: makes room for "..." in front of the character it would cut. */
static void end_with_ellipsis(char *out, size_t size)
{
    static const char ellipsis[] = "...";
    size_t end = size - sizeof ellipsis;
    while (end > 0 && ((unsigned char)out[end] & 0xc0) == 0x80)
        end--;
    memcpy(out + end, ellipsis, sizeof ellipsis);
}

void text_cut_list(char *out, size_t size, const char *format, va_list arguments)
{
    int length = vsnprintf(out, size, format, arguments);
    if (length < 0)
        internal_fault("a text cannot be printed: \"%s\"", format);
    if ((size_t)length >= size)
        end_with_ellipsis(out, size);
}

void text_cut(char *out, size_t size, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_cut_list(out, size, format, arguments);
    va_end(arguments);
}

void text_add(char *out, size_t size, const char *format, ...)
{
    size_t used = strlen(out);
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(out + used, size - used, format, arguments);
    va_end(arguments);
    if (length < 0)
        internal_fault("a text cannot be printed: \"%s\"", format);
    if ((size_t)length >= size - used)
        end_with_ellipsis(out, size);
}

const char *text_plural(int64_t n, const char *one, const char *many)
{
    return n == 1 ? one : many;
}
