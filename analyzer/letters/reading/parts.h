/* SPDX-License-Identifier: MIT
 * A document while it is being read: what readers of kinds add to, and how one kind hands what it
 * holds to the reader of another.
 */
#ifndef CONCORD_LETTERS_READING_PARTS_H
#define CONCORD_LETTERS_READING_PARTS_H

#include "letters/reading/document.h"

struct letter_parts {
    struct letter_document *document;
    const struct letter_limits *limits;
    size_t room;
    size_t level; /* how many e-mails what is read is in */
};

/* A new part; the name is copied. Lives until the next is added. */
struct letter_part *parts_add(struct letter_parts *parts, const char *name, enum letter_kind kind);

/* A part that cannot be read; takes the reason over. */
void parts_add_reason(struct letter_parts *parts, const char *name, enum letter_kind kind,
                      char *reason);

/* Reads bytes of any kind as a part of that name, or as several. */
void parts_add_bytes(struct letter_parts *parts, const char *part_name, const char *file_name,
                     struct slice bytes);

/* Is there room for one more? Else a reason is added, once. */
bool parts_may_grow(struct letter_parts *parts);

#endif
