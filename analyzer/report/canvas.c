/* SPDX-License-Identifier: MIT */
#include "report/canvas.h"

#include "base/memory.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

bool canvas_open(int *ret_canvas, struct error *err)
{
    *ret_canvas = memfd_create("picture", 0);
    return *ret_canvas >= 0 ||
           error_set(err, ERROR_OUTPUT, "", 0, "Allow more open files (ulimit -n), then run again.",
                     "there can be no file in memory for a picture: %s", strerror(errno));
}

char *canvas_path(int canvas)
{
    return memory_print("/proc/self/fd/%d", canvas);
}

char *canvas_read(int canvas, size_t *ret_length)
{
    struct stat status;
    if (fstat(canvas, &status) != 0)
        internal_fault("a file in memory is lost: %s", strerror(errno));
    char *bytes = memory_new((size_t)status.st_size + 1, 1);
    *ret_length = 0;
    ssize_t more = 0;
    while ((more = pread(canvas, bytes + *ret_length, (size_t)status.st_size - *ret_length,
                         (off_t)*ret_length)) > 0)
        *ret_length += (size_t)more;
    return bytes;
}

void canvas_close(int canvas)
{
    if (canvas >= 0)
        close(canvas);
}
