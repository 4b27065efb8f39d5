/* SPDX-License-Identifier: MIT
 * Names that are not in the registry as they are written: which force may be meant, which other
 * body it is, and what a bracket behind a force's name says (SEMANTICS 5).
 */
#ifndef CONCORD_INTAKE_FORCE_HINTS_H
#define CONCORD_INTAKE_FORCE_HINTS_H

#include "intake/names.h"
#include "intake/word_book.h"

enum { HINT_BYTES = 400 };

/* What to tell whoever wrote an unknown name, as far as it is sure: a body that is no force, or
 * the things whose names it contains, whose names contain it (abbreviations written out), or
 * whose area has that code. False where nothing of this holds. */
bool hint_for_name(const struct names *names, const struct word_book *book, struct slice text,
                   char out[HINT_BYTES]);

/* What is known of a body that is no force and stands somewhere in the text; NULL: nothing. */
const char *hint_of_body(const struct word_book *book, struct slice text);

/* The one force whose name stands as words in the text, 0 where there is none or are several. */
int32_t hint_of_force_within(const struct names *names, struct slice text);

/* The other body that the bracket behind a force's name tells of: another force of the registry,
 * or one that is no force (*ret_advice then says so). NULL: none, or the name is known with its
 * bracket. Lives as long as names and book. */
const char *bracket_names_other(const struct names *names, const struct word_book *book,
                                struct slice text, int32_t number, const char **ret_advice);

#endif
