/* SPDX-License-Identifier: MIT
 * A ZIP file in memory whose author may mean harm (LETTERS 6.3): it is looked at whole before
 * anything of it is unpacked.
 */
#ifndef CONCORD_LETTERS_READING_ARCHIVE_H
#define CONCORD_LETTERS_READING_ARCHIVE_H

#include "base/slice.h"
#include "letters/reading/limits.h"

#include <libxml/tree.h>
#include <stdbool.h>

struct archive;

/* False with the reason where it is damaged, needs a password, unpacks to too much, or holds names
 * that lead out of a folder, or links. *ret_archive is NULL then. The bytes are borrowed. */
bool archive_open(struct slice bytes, const struct letter_limits *limits,
                  struct archive **ret_archive, char **ret_reason);

bool archive_has(const struct archive *archive, const char *name);

/* The n-th name, in byte order, that begins and ends so: "word/header", ".xml"; NULL: no more. */
const char *archive_name(const struct archive *archive, const char *beginning, const char *ending,
                         size_t n);

/* The bytes of that part, which the caller frees. False with the reason where they cannot be
 * unpacked, or where two parts have the name. */
bool archive_read(struct archive *archive, const char *name, char **ret_bytes, size_t *ret_length,
                  char **ret_reason);

/* The same as XML (tree_read_xml), which the caller frees; NULL with the reason. */
xmlDoc *archive_read_xml(struct archive *archive, const char *name, char **ret_reason);

/* The same of a part that the document can do without: NULL also where it is absent or damaged. */
xmlDoc *archive_try_xml(struct archive *archive, const char *name);

/* NULL: none. */
void archive_close(struct archive *archive);

#endif
