/* SPDX-License-Identifier: MIT */
#include "report/replace.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "report/workdir.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char choose_another[] = "Choose another folder with -o, or free some space.";

bool replace_sync(const char *path, struct error *err)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;
    int reason = errno;
    if (fd >= 0)
        close(fd);
    /* Some file systems cannot sync a folder; the files were synced all the same. */
    if (ok || (fd >= 0 && reason == EINVAL))
        return true;
    return error_set(err, ERROR_OUTPUT, path, 0, choose_another, "could not be written whole: %s",
                     strerror(reason));
}

/* File systems, old kernels and sandboxes that do not know the flags of renameat2. */
static bool knows_no_flags(int reason)
{
    return reason == EINVAL || reason == ENOSYS || reason == EOPNOTSUPP || reason == EPERM;
}

static bool cannot_move(const char *final_path, int reason, struct error *err)
{
    const char *next = reason == EBUSY || reason == EXDEV
                           ? "A mount point cannot be replaced: choose a folder below it with -o."
                           : choose_another;
    return error_set(err, ERROR_OUTPUT, final_path, 0, next,
                     "the output cannot be moved into place: %s", strerror(reason));
}

/* Where nothing stands: 0, or errno. */
static int move_in(const char *work, const char *final_path)
{
    if (renameat2(AT_FDCWD, work, AT_FDCWD, final_path, RENAME_NOREPLACE) == 0)
        return 0;
    if (!knows_no_flags(errno))
        return errno;
    if (access(final_path, F_OK) == 0)
        return EEXIST;
    return rename(work, final_path) == 0 ? 0 : errno;
}

/* The former folder is in *ret_former then, and the caller frees that path. */
static bool move_in_by_two_steps(const char *work, const char *final_path, const char *parent,
                                 char **ret_former, struct error *err)
{
    SCOPED_TEXT scratch = memory_copy(final_path);
    char *aside =
        workdir_make_sibling(parent, basename(scratch), PURPOSE_REPLACED, choose_another, err);
    if (!aside)
        return false;
    bool ok = rename(final_path, aside) == 0 || cannot_move(final_path, errno, err);
    if (!ok)
        rmdir(aside);
    if (ok && rename(work, final_path) != 0) {
        ok = cannot_move(final_path, errno, err);
        if (rename(aside, final_path) != 0)
            terminal_warn(aside, 0, "the former output is here: it could not be moved back");
    }
    if (!ok) {
        free(aside);
        return false;
    }
    *ret_former = aside;
    return true;
}

static bool change_places(const char *work, const char *final_path, const char *parent,
                          char **ret_former, struct error *err)
{
    char *former = memory_copy(work);
    if (renameat2(AT_FDCWD, work, AT_FDCWD, final_path, RENAME_EXCHANGE) == 0) {
        *ret_former = former;
        return true;
    }
    int reason = errno;
    free(former);
    return knows_no_flags(reason) ? move_in_by_two_steps(work, final_path, parent, ret_former, err)
                                  : cannot_move(final_path, reason, err);
}

static void leave(const char *former, const char *why)
{
    struct stat status;
    if (lstat(former, &status) != 0)
        return; /* another run has removed it */
    SCOPED_TEXT words = memory_print("the former output stays here: %s", why);
    terminal_warn(former, 0, words);
}

/* That the new folder has its name must be on disk before the old one goes. A folder that may
 * be written and not read cannot be synced by itself. */
static bool sync_name(const char *final_path, const char *parent, struct error *err)
{
    struct error first = {0};
    if (replace_sync(parent, &first))
        return true;
    int fd = open(final_path, O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 && syncfs(fd) == 0;
    if (fd >= 0)
        close(fd);
    return ok || error_set(err, ERROR_OUTPUT, first.source, 0, NULL, "%s", first.what);
}

/* Somebody may have written there since the last look. */
static void remove_former(const char *former, const char *final_path, const char *parent,
                          const struct former_terms *terms)
{
    struct error err = {0};
    struct tree_seen seen = {0};
    if (!sync_name(final_path, parent, &err) || !former_check(former, terms, &seen, &err))
        leave(former, err.what);
    else if (!tree_remove(former, &seen))
        leave(former, "something in it was changed a moment ago, or cannot be removed");
    tree_seen_done(&seen);
}

/* While the former output is on its way out no other run may take it for a leftover. */
static int hold_former(const char *final_path)
{
    int folder = open(final_path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0)
        workdir_lock(folder);
    return folder;
}

static bool replace_former(const char *work, const char *final_path, const char *parent,
                           const struct former_terms *terms, struct error *err)
{
    struct tree_seen seen = {0};
    char *former = NULL;
    int folder = hold_former(final_path);
    bool ok = former_check(final_path, terms, &seen, err) &&
              change_places(work, final_path, parent, &former, err);
    tree_seen_done(&seen);
    if (ok)
        remove_former(former, final_path, parent, terms);
    if (folder >= 0)
        close(folder);
    free(former);
    return ok;
}

bool replace_folder(const char *work, const char *final_path, const char *parent,
                    const struct former_terms *terms, struct error *err)
{
    struct stat status;
    int reason = EEXIST;
    if (lstat(final_path, &status) != 0)
        reason = move_in(work, final_path);
    if (reason == EEXIST) /* at once, or because another run was faster */
        return replace_former(work, final_path, parent, terms, err);
    if (reason != 0)
        return cannot_move(final_path, reason, err);
    struct error unimportant = {0};
    /* It is in place: a parent that cannot be synced undoes nothing. */
    if (!sync_name(final_path, parent, &unimportant))
        unimportant.kind = ERROR_NONE;
    return true;
}
