/* SPDX-License-Identifier: MIT
 * manifest-sha256.txt: the digest of every file of an output folder but
 * audit.db, in the form that `sha256sum -c` checks. It also marks a folder as
 * ours, so that a run never replaces anything else.
 */
#ifndef CONCORD_REPORT_MANIFEST_H
#define CONCORD_REPORT_MANIFEST_H

#include "base/error.h"

#include <stddef.h>

#define MANIFEST_NAME "manifest-sha256.txt"
#define DATABASE_NAME "audit.db"

/* Writes the lines for the named files of the folder, in the order given, but
 * not for audit.db. Errors: OUTPUT, for a file that cannot be read. */
MUST_CHECK bool manifest_write(const char *folder, char *const *names, size_t count, FILE *out,
                               struct error *err);

/* Is the folder one that an audit wrote: does it hold our manifest, and no file
 * that the manifest does not name? Files whose name begins with a dot and
 * companions of audit.db do not count. Errors: OUTPUT, and says why. */
MUST_CHECK bool manifest_check_folder(const char *folder, struct error *err);

#endif
