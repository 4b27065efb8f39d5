/* SPDX-License-Identifier: MIT */
#include "base/replacement.h"

#include "base/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool cannot_write(const char *path, int reason, struct error *err)
{
    return error_set(err, ERROR_OUTPUT, path, 0, "Choose another file with -o, or free some space.",
                     "cannot be written: %s", reason ? strerror(reason) : "a write failed");
}

static void done(struct replacement *r)
{
    free(r->place);
    free(r->partial);
    *r = (struct replacement){0};
}

bool replacement_begin(const char *path, struct replacement *ret, struct error *err)
{
    struct stat status;
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
        return error_set(err, ERROR_OUTPUT, path, 0, "Choose another file with -o.",
                         "the output path exists and is no plain file");
    char *resolved = realpath(path, NULL);
    *ret = (struct replacement){.place = resolved ? resolved : memory_copy(path)};
    ret->partial = memory_print("%s.partial-XXXXXX", ret->place);
    int fd = mkstemp(ret->partial);
    ret->out = fd < 0 ? NULL : fdopen(fd, "w");
    if (ret->out)
        return true;
    cannot_write(path, errno, err);
    done(ret);
    return false;
}

/* Those of the old file, else those that open() would give. */
static mode_t rights_for(const char *place)
{
    struct stat status;
    if (stat(place, &status) == 0)
        return status.st_mode & 07777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

bool replacement_commit(struct replacement *r, struct error *err)
{
    errno = 0;
    int fd = fileno(r->out);
    bool whole = fflush(r->out) == 0 && !ferror(r->out) && fchmod(fd, rights_for(r->place)) == 0 &&
                 fsync(fd) == 0;
    int reason = errno;
    if (fclose(r->out) != 0 && whole) {
        whole = false;
        reason = errno;
    }
    bool ok = whole && rename(r->partial, r->place) == 0;
    if (!ok) {
        cannot_write(r->place, whole ? errno : reason, err);
        unlink(r->partial);
    }
    done(r);
    return ok;
}

void replacement_abandon(struct replacement *r)
{
    fclose(r->out);
    unlink(r->partial);
    done(r);
}
