/* SPDX-License-Identifier: MIT */
#include "base/memory_file.h"

#include "base/memory.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(const char *next, struct error *err)
{
    return error_set(err, ERROR_OUTPUT, "", 0, next, "there can be no file in memory: %s",
                     strerror(errno));
}

bool memory_file_open(int *ret_file, struct error *err)
{
    *ret_file = memfd_create("concord", 0);
    return *ret_file >= 0 || fail("Allow more open files (ulimit -n), then run again.", err);
}

bool memory_file_open_with(struct slice bytes, int *ret_file, struct error *err)
{
    if (!memory_file_open(ret_file, err))
        return false;
    size_t done = 0;
    while (done < bytes.length) {
        ssize_t more = write(*ret_file, bytes.bytes + done, bytes.length - done);
        if (more < 0 && errno != EINTR)
            return fail("Run again when the machine has more memory.", err);
        done += more > 0 ? (size_t)more : 0;
    }
    return true;
}

char *memory_file_path(int file)
{
    return memory_print("/proc/self/fd/%d", file);
}

char *memory_file_read(int file, size_t *ret_length)
{
    struct stat status;
    if (fstat(file, &status) != 0)
        internal_fault("a file in memory is lost: %s", strerror(errno));
    char *bytes = memory_new((size_t)status.st_size + 1, 1);
    *ret_length = 0;
    ssize_t more = 0;
    while ((more = pread(file, bytes + *ret_length, (size_t)status.st_size - *ret_length,
                         (off_t)*ret_length)) > 0)
        *ret_length += (size_t)more;
    return bytes;
}

void memory_file_close(int file)
{
    if (file >= 0)
        close(file);
}
