/* SPDX-License-Identifier: MIT
 * What kind of file something is, told by its content: names lie, and copies lose their endings.
 */
#ifndef CONCORD_LETTERS_READING_KIND_H
#define CONCORD_LETTERS_READING_KIND_H

#include "base/slice.h"

#define LETTER_KINDS(_)                                                                            \
    _(LETTER_KIND_UNKNOWN, "unknown")                                                              \
    _(LETTER_KIND_TEXT, "text")                                                                    \
    _(LETTER_KIND_HTML, "html")                                                                    \
    _(LETTER_KIND_PDF, "pdf")                                                                      \
    _(LETTER_KIND_ARCHIVE, "archive")                                                              \
    _(LETTER_KIND_DOCX, "docx")                                                                    \
    _(LETTER_KIND_ODT, "odt")                                                                      \
    _(LETTER_KIND_MAIL, "eml")                                                                     \
    _(LETTER_KIND_MSG, "msg")                                                                      \
    _(LETTER_KIND_DOC, "doc")                                                                      \
    _(LETTER_KIND_LOCKED, "locked")                                                                \
    _(LETTER_KIND_RTF, "rtf")                                                                      \
    _(LETTER_KIND_PICTURE, "picture")                                                              \
    _(LETTER_KIND_OTHER, "other")

enum letter_kind {
#define KIND_CODE(code, word) code,
    LETTER_KINDS(KIND_CODE)
#undef KIND_CODE
};

/* "html" */
const char *letter_kind_name(enum letter_kind kind);

/* By the bytes. An archive is told to be DOCX or ODT where it is opened; TEXT may still be HTML,
 * which kind_is_html tells when it is decoded. The name only helps where the content fits. */
enum letter_kind kind_tell(struct slice bytes, const char *name);

bool kind_is_html(struct slice text, const char *name);

/* Why files of that kind are not read, and what to do; NULL of those that are. */
const char *kind_refusal(enum letter_kind kind);

#endif
