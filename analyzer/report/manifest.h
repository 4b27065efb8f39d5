/* SPDX-License-Identifier: MIT
 * manifest-sha256.txt: the digest of every file of an output folder but
 * audit.db, in the form that `sha256sum -c` checks. It also marks a folder as
 * ours, and says what in it we wrote.
 */
#ifndef CONCORD_REPORT_MANIFEST_H
#define CONCORD_REPORT_MANIFEST_H

#include "report/tree.h"

#define MANIFEST_NAME "manifest-sha256.txt"
#define DATABASE_NAME "audit.db"
#define SUMMARY_NAME  "summary.json"

/* Writes the lines for the named files of the folder, in the order given, but
 * not for audit.db. Errors: OUTPUT, for a file that cannot be read. */
MUST_CHECK bool manifest_write(const char *folder, char *const *names, size_t count, FILE *out,
                               struct error *err);

/* What an audit wrote into the folder, sorted: the files of its manifest with their digests,
 * the manifest, audit.db, and what SQLite leaves beside audit.db while that is there. False
 * where there is no manifest of ours. Line ends of other systems and sha256sum's own form for
 * binary files will do. The caller ends the list in both cases. */
MUST_CHECK bool manifest_read(const char *folder, struct tree_list *ret_list);

#endif
