/* SPDX-License-Identifier: MIT
 * The encoding of a file (SEMANTICS 6, 42) and its way to UTF-8.
 */
#ifndef CONCORD_READER_ENCODING_H
#define CONCORD_READER_ENCODING_H

#include "base/slice.h"

enum encoding { ENCODING_UTF8, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_WINDOWS1252 };

struct decoded {
    enum encoding encoding;
    struct slice text;  /* without a mark: UTF-8, or still Windows-1252 */
    char *owned;        /* what text lies in where it is no part of the file, or NULL */
    bool has_bad_bytes; /* text is meant to be UTF-8 and somewhere is not */
};

/* "UTF-8", "UTF-16LE", "UTF-16BE" or "Windows-1252". */
const char *encoding_name(enum encoding encoding);

/* Finds out what a file is. UTF-16 is turned into UTF-8, a bad sequence into the
 * byte FF, which is no UTF-8 either. text borrows from file or from owned, which
 * the caller frees. */
void encoding_decode(struct slice file, struct decoded *ret);

/* Lines, counted from 1, that do not go with the encoding of the file. */
struct encoding_doubt {
    long not_utf8;   /* of a Windows-1252 file the first line that is no UTF-8 */
    long other_utf8; /* and how many lines beyond ASCII are */
    long twice;      /* of a UTF-8 file the first line that looks encoded twice; 0: none */
    long lost;       /* and the first with U+FFFD, which stands for a letter that was lost */
};

struct encoding_doubt encoding_survey(const struct decoded *file);

/* The upper half of Windows-1252 as UTF-8, by iconv. */
struct windows1252 {
    unsigned char lengths[128]; /* 0: the byte is not defined */
    char characters[128][4];
};

void windows1252_init(struct windows1252 *table);

/* Appends the text to out, which has room for three times its length. Returns
 * the bytes written, or -1 where a byte is not defined. */
ptrdiff_t windows1252_decode(const struct windows1252 *table, struct slice text, char *out);

#endif
