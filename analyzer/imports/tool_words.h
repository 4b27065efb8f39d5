/* SPDX-License-Identifier: MIT
 * Tools that words name: the name or an alias of a tool as whole words somewhere in a title.
 */
#ifndef CONCORD_IMPORTS_TOOL_WORDS_H
#define CONCORD_IMPORTS_TOOL_WORDS_H

#include "base/error.h"
#include "base/slice.h"

#include <sqlite3.h>

struct tool_words;

enum { TOOL_WORDS_MAX = 16 };

/* Reads the tools of the database. tool_words_close in every case. */
MUST_CHECK bool tool_words_open(sqlite3 *db, struct tool_words **ret, struct error *err);
void tool_words_close(struct tool_words *t);

/* The identifiers of the tools that the text names, in its order, without those of which another
 * one named is a part. Where it names none, the one tool of a vendor that it names. They live as
 * long as `t`. */
size_t tool_words_find(struct tool_words *t, struct slice text,
                       const char *ret_ids[TOOL_WORDS_MAX]);

/* Do these words, of a tool that no list may know, stand in the text as they would be found there?
 */
bool tool_words_stand_in(struct slice words, struct slice text);

#endif
