/* SPDX-License-Identifier: MIT
 * A file of somebody's as letters: its text with what the text alone does not show (LETTERS 6).
 * Nothing that a file holds makes the program fail: it is read, or there is a reason why not.
 * The same bytes always give the same document.
 */
#ifndef CONCORD_LETTERS_READING_DOCUMENT_H
#define CONCORD_LETTERS_READING_DOCUMENT_H

#include "base/digest.h"
#include "letters/letter_text.h"
#include "letters/reading/kind.h"
#include "letters/reading/limits.h"

/* What may be a letter: the document as a whole, a message in it, an attachment. */
struct letter_part {
    char *name; /* "" for the document as a whole, "message 2", "attachment 1: reply.pdf" */
    enum letter_kind kind;
    struct letter_text text;   /* empty where there is a reason */
    struct letter_text *other; /* of a PDF the same words in the other order of its columns, or NULL
                                  where both orders are one */
    size_t *pages;             /* where each page begins in the text; NULL where nothing tells */
    size_t page_count;
    char *reason; /* why this part cannot be read, and what to do; NULL: it was read */
};

struct letter_document {
    char *name;
    enum letter_kind kind;
    char sha256[DIGEST_BYTES]; /* of the bytes; "" where there are none */
    struct letter_part *parts;
    size_t part_count;
    char *reason; /* why nothing of it can be read, and what to do: there are no parts. Else NULL */
};

/* Always fills *ret_document, which letter_document_done empties. Waits for no pipe. */
void letter_document_read(const char *path, const struct letter_limits *limits,
                          struct letter_document *ret_document);

/* The same of bytes that are here already; `name` may tell their kind where they do not. */
void letter_document_read_bytes(const char *name, struct slice bytes,
                                const struct letter_limits *limits,
                                struct letter_document *ret_document);

void letter_document_done(struct letter_document *document);

/* The page, counted from 1, that a byte of the part's text stands on; 0 where nothing tells. */
size_t letter_part_page(const struct letter_part *part, size_t byte);

/* What was read of a number of files: files = read + unreadable, parts = those with text +
 * unreadable_parts. */
struct letter_tally {
    size_t files, read, unreadable, parts, unreadable_parts;
};
void letter_tally_add(struct letter_tally *tally, const struct letter_document *document);

#endif
