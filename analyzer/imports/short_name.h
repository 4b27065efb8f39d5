/* SPDX-License-Identifier: MIT
 * Forces as people shorten them in lists: "N. Yorkshire", "Dyfed Powys", "A&S", "Cambs Constab".
 */
#ifndef CONCORD_IMPORTS_SHORT_NAME_H
#define CONCORD_IMPORTS_SHORT_NAME_H

#include "intake/names.h"
#include "intake/word_book.h"

/* The one force of which a name has the same words, abbreviations written out and words such as
 * police aside, or the same initials where signs stand between them; 0: none, or several. */
int32_t short_name_find(const struct names *forces, const struct word_book *book,
                        struct slice text);

#endif
