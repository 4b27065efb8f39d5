/* SPDX-License-Identifier: MIT
 * Within this folder: one text with what is known about it on its way into the tables.
 */
#ifndef CONCORD_CLASSIFY_LETTERS_IN_H
#define CONCORD_CLASSIFY_LETTERS_IN_H

#include "base/digest.h"
#include "classify/classification.h"
#include "classify/masks.h"
#include "classify/speakers.h"
#include "letters/letter_reader.h"
#include "letters/reading/document.h"
#include "store/row_map.h"

/* A row of read_letter; texts are borrowed. */
struct read_letter {
    int32_t letter_no, part_no, response_no, force_no;
    char letter_id_bytes[DIGEST_BYTES], text_sha256_bytes[DIGEST_BYTES], text_file_bytes[32];
    const char *letter_id, *text_sha256;
    const char *response_id, *source_file, *source_sha256, *part, *text_file, *force_from;
    const char *force_id, *request_id, *tool_id, *question_id, *topic, *stage, *reference,
        *date_received, *date_responded, *notes;
    struct slice text;
    bool is_undecided; /* an earlier reading left it for a person */
    bool is_disputed;  /* the letter, its file and its sender name different forces */
};

struct classification {
    sqlite3 *db;
    struct letter_reader *reader;
    struct masks *masks;
    struct speakers speakers;
    struct row_map insert_letter, insert_proposal, insert_zone, insert_act;
    sqlite3_stmt *insert_file, *insert_part, *tools, *questions, *force_of_file;
    int32_t letters, files, parts;
};

/* Reads the text, and `other` (NULL: none; the same words in another order), and stores the letter
 * with its proposals. letter_no, letter_id, text_sha256 and text are filled here. */
MUST_CHECK bool classification_read(struct classification *c, struct read_letter *letter,
                                    const struct letter_text *text, const struct letter_text *other,
                                    struct error *err);

/* Rows of letter_file and letter_part, which become those at hand. */
MUST_CHECK bool classification_store_file(struct classification *c, const struct letter_document *d,
                                          struct error *err);
MUST_CHECK bool classification_store_part(struct classification *c, const struct letter_part *part,
                                          struct error *err);

#endif
