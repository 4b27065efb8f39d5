/* SPDX-License-Identifier: MIT */
#include "cmd/private_file.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char advice[] = "Choose another name with -o, or free some space.";

static bool fail(const char *path, int reason, struct error *err)
{
    return error_set(err, ERROR_OUTPUT, path, 0, advice, "could not be written: %s",
                     strerror(reason));
}

/* A name beside the file that nobody else has: "FOLDER/.concord-XXXXXX". */
static char *name_beside(const char *path)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;
    return memory_print("%.*s.concord-XXXXXX", folder, path);
}

static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return memory_copy(".");
    return memory_print("%.*s", slash == path ? 1 : (int)(slash - path), path);
}

/* Where it has a name already, `beside` is it. */
static int open_new(const char *path, char *beside)
{
    SCOPED_TEXT folder = folder_of(path);
    int fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (fd >= 0) {
        beside[0] = '\0';
        return fd;
    }
    bool is_unknown = errno == EOPNOTSUPP || errno == EINVAL || errno == EISDIR;
    return is_unknown ? mkostemp(beside, O_CLOEXEC) : -1;
}

/* A link cannot take the place of a file: it gets a name beside it first, and that is moved. */
static bool give_name(int fd, const char *path)
{
    SCOPED_TEXT open_file = memory_print("/proc/self/fd/%d", fd);
    if (linkat(AT_FDCWD, open_file, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0)
        return true;
    SCOPED_TEXT beside = name_beside(path);
    int taken = errno == EEXIST ? mkostemp(beside, O_CLOEXEC) : -1;
    if (taken < 0)
        return false;
    close(taken);
    bool ok = unlink(beside) == 0 &&
              linkat(AT_FDCWD, open_file, AT_FDCWD, beside, AT_SYMLINK_FOLLOW) == 0;
    if (ok && rename(beside, path) == 0)
        return true;
    int reason = errno;
    unlink(beside);
    errno = reason;
    return false;
}

static bool move_into_place(int fd, const char *beside, const char *path)
{
    return *beside ? rename(beside, path) == 0 : give_name(fd, path);
}

static bool is_whole(FILE *out)
{
    return fflush(out) == 0 && !ferror(out) && fsync(fileno(out)) == 0;
}

static bool check_place(const char *path, struct error *err)
{
    struct stat status;
    return lstat(path, &status) != 0 || S_ISREG(status.st_mode) ||
           error_set(err, ERROR_OUTPUT, path, 0, advice, "could not be written: it is no file");
}

bool private_file_write(const char *path, private_file_writer *write, const void *context,
                        struct error *err)
{
    if (!check_place(path, err))
        return false;
    SCOPED_TEXT beside = name_beside(path);
    int fd = open_new(path, beside);
    FILE *out = fd >= 0 ? fdopen(fd, "w") : NULL;
    if (!out)
        return fail(path, errno, err);
    write(context, out);
    errno = 0;
    bool ok = is_whole(out) && move_into_place(fd, beside, path);
    int reason = errno ? errno : EIO;
    if (!ok && *beside)
        unlink(beside);
    fclose(out);
    return ok || fail(path, reason, err);
}
