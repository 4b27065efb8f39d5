/* SPDX-License-Identifier: MIT */
#include "base/embedded.h"

#include "base/error.h"

const struct embedded_file *embedded_find(const char *path)
{
    size_t low = 0, high = embedded_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(path, embedded_files[middle].path);
        if (order == 0)
            return &embedded_files[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const char *embedded_text(const char *path)
{
    const struct embedded_file *file = embedded_find(path);
    if (!file)
        internal_fault("%s is not part of this program", path);
    return (const char *)file->bytes;
}
