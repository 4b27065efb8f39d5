/* SPDX-License-Identifier: MIT */
#include "support.h"

#include "base/memory.h"

#include <check.h>
#include <stdio.h>
#include <unistd.h>

char *support_read_file(const char *path, size_t *ret_size)
{
    FILE *in = fopen(path, "rb");
    ck_assert_msg(in != NULL, "%s cannot be read", path);
    fseek(in, 0, SEEK_END);
    size_t size = (size_t)ftell(in);
    rewind(in);
    char *bytes = memory_new(size + 1, 1);
    ck_assert_uint_eq(fread(bytes, 1, size, in), size);
    fclose(in);
    *ret_size = size;
    return bytes;
}

bool support_exists(const char *path)
{
    return access(path, F_OK) == 0;
}
