/* SPDX-License-Identifier: MIT
 * The numbers that Word shows before paragraphs, and that stand nowhere in their text.
 */
#ifndef CONCORD_LETTERS_READING_DOCX_NUMBERING_H
#define CONCORD_LETTERS_READING_DOCX_NUMBERING_H

#include "letters/reading/archive.h"

#include <libxml/tree.h>

struct docx_numbering;

/* From word/numbering.xml and word/styles.xml, where they are there and whole; a document without
 * them has no numbers. */
struct docx_numbering *docx_numbering_new(struct archive *archive);
void docx_numbering_free(struct docx_numbering *numbering);

/* What stands before that paragraph, "2. " or "* ", and counts it; NULL where it has no number. The
 * caller frees. */
char *docx_numbering_next(struct docx_numbering *numbering, const xmlNode *paragraph);

#endif
