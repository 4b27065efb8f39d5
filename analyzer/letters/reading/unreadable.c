/* SPDX-License-Identifier: MIT */
#include "letters/reading/unreadable.h"

#include "base/memory.h"

#include <stdarg.h>

bool unreadable(char **ret_reason, const char *format, ...)
{
    if (*ret_reason)
        return false;
    size_t length = 0;
    FILE *out = memory_stream(ret_reason, &length);
    va_list arguments;
    va_start(arguments, format);
    vfprintf(out, format, arguments);
    va_end(arguments);
    memory_stream_end(out);
    return false;
}
