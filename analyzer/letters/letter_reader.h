/* SPDX-License-Identifier: MIT
 * Reads one letter (docs/design/LETTERS.md): zones, acts, rows. Nothing here knows files, packs or
 * SQL. A reader is made once, from the tables of datasets/reference; it may read any number of
 * letters, one at a time, and the same letter always gives the same reading.
 */
#ifndef CONCORD_LETTERS_LETTER_READER_H
#define CONCORD_LETTERS_LETTER_READER_H

#include "base/error.h"
#include "letters/letter_reading.h"

struct letter_reader;

enum { LETTER_BYTES_MAX = 8 << 20 };

/* A question as the pack knows it; text may be empty. */
struct letter_question {
    const char *id, *text;
};

/* What is known of a letter without reading it. Borrowed for the time of letter_read. */
struct letter_context {
    const char *const *own_names; /* of the force that is "we": its name, aliases, abbreviation */
    size_t own_name_count;
    const char *const *partner_names; /* of a force that sends the letter together with it */
    size_t partner_name_count;
    const char *const *other_names; /* of other forces */
    size_t other_name_count;
    const char *const *tools; /* names of the tool asked about */
    size_t tool_count;
    const struct letter_question *questions; /* of the request, in their order */
    size_t question_count;
    enum act regime;       /* ACT_FOIA, ACT_FOISA, or ACT_NONE for another */
    const char *reference; /* of the force, where it is known; else NULL */
};

/* Reads the reference tables that are part of the program. Errors, kind INPUT: a fault in one of
 * them, with file and line. */
MUST_CHECK bool letter_reader_new(struct letter_reader **ret_reader, struct error *err);
void letter_reader_free(struct letter_reader *reader);

/* Fills *ret_reading, which letter_reading_done frees, also after an error. Errors, kind INPUT: a
 * text over LETTER_BYTES_MAX. */
MUST_CHECK bool letter_read(struct letter_reader *reader, const struct letter_text *text,
                            const struct letter_context *context,
                            struct letter_reading *ret_reading, struct error *err);

/* Version of the program and digest of the tables: "0.1.0 3f2a9c01d4e5". Lives as the reader. */
const char *letter_reader_version(const struct letter_reader *reader);

#endif
