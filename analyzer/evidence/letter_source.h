/* SPDX-License-Identifier: MIT
 * The pack that was audited, as the place where letters lie whose words the audit has not.
 */
#ifndef CONCORD_EVIDENCE_LETTER_SOURCE_H
#define CONCORD_EVIDENCE_LETTER_SOURCE_H

#include "base/file.h"
#include "intake/pack.h"

#include <sqlite3.h>

struct letter_source {
    struct pack pack;
    bool is_open;
};

/* path NULL: there is none. Errors: INPUT, also where its responses.csv is not the one that was
 * audited. letter_source_done in every case. */
MUST_CHECK bool letter_source_open(sqlite3 *db, const char *path, struct letter_source *ret,
                                   struct error *err);
void letter_source_done(struct letter_source *source);

/* The bytes of a file of the pack; file_text_done ends them. False with the reason. */
bool letter_source_read(const struct letter_source *source, struct slice name,
                        struct file_text *ret_bytes, struct file_reason *ret_reason);

/* The words of such a file, of whatever kind; the caller frees. NULL: there are none, and
 * *ret_reason (owned by the caller) says why. */
char *letter_source_words(struct slice name, const struct file_text *bytes, char **ret_reason);

#endif
