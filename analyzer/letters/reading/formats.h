/* SPDX-License-Identifier: MIT
 * The readers of the kinds. Each fills the part, which is new, or returns false with the reason.
 */
#ifndef CONCORD_LETTERS_READING_FORMATS_H
#define CONCORD_LETTERS_READING_FORMATS_H

#include "letters/reading/archive.h"
#include "letters/reading/parts.h"
#include "letters/reading/writer.h"

/* Text in UTF-8, as plain_decode gives it, of a page; also title and address. */
bool html_read(struct slice text, struct letter_writer *w, char **ret_reason);

bool pdf_read(struct slice bytes, const struct letter_limits *limits, struct letter_part *part,
              char **ret_reason);

/* Of an archive with a part word/document.xml (or document2.xml, as some programs have it). */
bool docx_read(struct archive *archive, struct letter_writer *w, char **ret_reason);
/* Of one with a part content.xml. */
bool odt_read(struct archive *archive, struct letter_writer *w, char **ret_reason);

/* One e-mail, or a file of several: adds its messages and attachments. */
void mail_read(struct letter_parts *parts, const char *part_name, struct slice bytes);

#endif
