/* SPDX-License-Identifier: MIT
 * The wordings of letters as they are compared (clause 73): the runs of words in what the force
 * itself says. A text that many rows have is read once.
 */
#ifndef CONCORD_DERIVE_SPOKEN_H
#define CONCORD_DERIVE_SPOKEN_H

#include "base/error.h"
#include "letters/shingles.h"

#include <sqlite3.h>

struct spoken;

/* Reads what forces are called, and the tables that letters are read with. */
MUST_CHECK bool spoken_open(sqlite3 *db, struct spoken **ret, struct error *err);
void spoken_close(struct spoken *spoken);

/* Of a letter, for a question ("" for all of it). Lives until spoken_trim. */
const struct shingles *spoken_of_letter(struct spoken *spoken, struct slice text,
                                        struct slice question_id);

/* The text of a letter without what others say in it. The caller frees. */
char *spoken_without_others(const struct spoken *spoken, struct slice text);

/* Of a form of words, which is no letter, the whole. The caller ends it with shingles_done. */
struct shingles spoken_of_form(struct spoken *spoken, struct slice text);

/* Forgets what was read, where that is much. */
void spoken_trim(struct spoken *spoken);

#endif
