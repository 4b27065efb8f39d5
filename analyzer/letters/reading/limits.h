/* SPDX-License-Identifier: MIT
 * What a file may ask of us (LETTERS 6.3). Files come from strangers: each of these is the end of
 * some way to make the program slow or large.
 */
#ifndef CONCORD_LETTERS_READING_LIMITS_H
#define CONCORD_LETTERS_READING_LIMITS_H

#include <stddef.h>

struct letter_limits {
    size_t file_bytes; /* of a file as it stands on the disk, and of one in an archive */
    size_t text_bytes; /* of the text of one part */
    size_t pages;      /* of a PDF */
    size_t parts;      /* messages and attachments of one file */
    size_t levels;     /* e-mails in e-mails */
    size_t expansion;  /* how many times its own size an archive may unpack to */
    size_t pdf_memory_bytes;
    const char *instead; /* what else can be done with a file: "save the letter as PDF or text" */
    int pdf_seconds;     /* for each of the two times that a PDF is read */
};

extern const struct letter_limits letter_limits_usual;

#endif
