/* SPDX-License-Identifier: MIT
 * The allocation functions of the whole process: those of the C library, but that a refusal
 * ends the program (memory_exhausted). glibc lets a program replace them ("Replacing malloc"
 * in its manual), and then all libraries use these. The sanitizers have their own, which end
 * the program too.
 */
#include "base/error.h"

#include <errno.h>
#include <malloc.h>
#include <stdlib.h>

#if !defined(SANITIZED) && defined(__GLIBC__)

#pragma GCC diagnostic ignored "-Wredundant-decls"

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *pointer);

static void *demand(void *pointer)
{
    if (!pointer)
        memory_exhausted();
    return pointer;
}

void *malloc(size_t size)
{
    return demand(__libc_malloc(size));
}

void *calloc(size_t count, size_t size)
{
    return demand(__libc_calloc(count, size));
}

/* With size 0 it frees, and gives NULL. */
void *realloc(void *old, size_t size)
{
    void *pointer = __libc_realloc(old, size);
    return size == 0 ? pointer : demand(pointer);
}

void *memalign(size_t alignment, size_t size)
{
    return demand(__libc_memalign(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return demand(__libc_memalign(alignment, size));
}

int posix_memalign(void **ret, size_t alignment, size_t size)
{
    if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0)
        return EINVAL;
    *ret = demand(__libc_memalign(alignment, size));
    return 0;
}

void free(void *pointer)
{
    __libc_free(pointer);
}

#endif
