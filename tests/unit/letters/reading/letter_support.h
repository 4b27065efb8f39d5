/* SPDX-License-Identifier: MIT
 * What the tests of reading files share: documents as text to compare with, and small files of
 * kinds that nobody writes by hand.
 */
#ifndef CONCORD_TESTS_LETTERS_READING_LETTER_SUPPORT_H
#define CONCORD_TESTS_LETTERS_READING_LETTER_SUPPORT_H

#include "letters/reading/document.h"

#include <stdbool.h>

/* Bytes may hold NULs, so that their length is counted by the compiler. */
#define BYTES(text)                                                                                \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

/* The text of each part, behind "[part NAME KIND]\n" where it has a name, then what else was seen:
 * "[bold words]\n", "[link words = address]\n", "[sent 2024-12-04]\n", "[pages 3]\n"; "[reason
 * ...]\n" where there is one. The caller frees. */
char *describe_letters(const struct letter_document *document);

/* Reads the bytes under the usual limits and compares. */
void assert_letters(const char *name, struct slice bytes, enum letter_kind kind,
                    const char *description);

/* Reads them and looks for words in the one reason. */
void assert_unreadable(const char *name, struct slice bytes, const struct letter_limits *limits,
                       const char *reason);

/* Cut anywhere, or with any byte altered, the file is read or told of. */
void assert_survives_damage(const char *name, struct slice bytes);

/* A part of an archive. */
struct letter_entry {
    const char *name, *text;
    unsigned long mode; /* of the file it was, shifted as ZIP has it; 0: none */
};

/* A ZIP file with those, up to one without a name. The caller frees the bytes. */
struct slice make_archive(const struct letter_entry entries[]);

/* A line of a page, from the lower left corner, in points. */
struct pdf_line {
    int page, x, y;
    const char *text;
};

/* A PDF with those lines in that order, up to one without text; at least one page. The caller frees
 * the bytes. */
struct slice make_pdf(const struct pdf_line lines[], int pages);

/* A folder with a program of that name, which is the shell script; it is found before all others
 * until forget_program. */
void pretend_program(const char *name, const char *script);
void hide_programs(void);
void forget_program(void);

#endif
