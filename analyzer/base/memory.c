/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include "base/error.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void *memory_new(size_t count, size_t item_size)
{
    void *items = calloc(count ? count : 1, item_size);
    if (!items)
        memory_exhausted();
    return items;
}

void *memory_grow(void *items, size_t count, size_t *room, size_t item_size)
{
    if (count < *room)
        return items;
    size_t wanted = *room ? *room * 2 : 64;
    void *moved = reallocarray(items, wanted, item_size);
    if (!moved)
        memory_exhausted();
    *room = wanted;
    return moved;
}

void *memory_resize(void *bytes, size_t size)
{
    void *moved = realloc(bytes, size ? size : 1);
    if (!moved)
        memory_exhausted();
    return moved;
}

FILE *memory_stream(char **ret_text, size_t *ret_length)
{
    FILE *stream = open_memstream(ret_text, ret_length);
    if (!stream)
        memory_exhausted();
    return stream;
}

/* Memory is all that such a stream can lack. */
void memory_stream_end(FILE *stream)
{
    if (fclose(stream) != 0)
        memory_exhausted();
}

char *memory_copy(const char *text)
{
    char *copy = strdup(text);
    if (!copy)
        memory_exhausted();
    return copy;
}

char *memory_print(const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0)
        memory_exhausted();
    return text;
}

void memory_release(void *pointer_to_pointer)
{
    void **owned = pointer_to_pointer;
    free(*owned);
    *owned = NULL;
}
