/* SPDX-License-Identifier: MIT
 * What the beginning of a file tells: the delimiter, and whether this is a CSV
 * file at all. Errors are of kind INPUT and name the file.
 */
#ifndef CONCORD_READER_FILE_START_H
#define CONCORD_READER_FILE_START_H

#include "base/error.h"
#include "base/slice.h"

/* A first line that only tells a spreadsheet the delimiter, "sep=;", in quotes or with further
 * separators: its length, with its end, and the delimiter. 0: there is none. */
size_t file_start_separator(struct slice text, unsigned char *ret_delimiter);

/* The one of comma, semicolon, bar and tab that occurs most in the first line that is
 * not blank, outside quotes, at most `limit` bytes of it; comma where they tie. */
unsigned char file_start_delimiter(struct slice text, size_t limit);

/* The one that divides most of the first lines into equally many parts, so that a title above the
 * columns, and commas in wording, decide nothing; comma where there is none. */
unsigned char file_start_delimiter_of_rows(struct slice text, size_t limit);

/* "comma", "semicolon", "tab", "bar" */
const char *file_start_delimiter_name(unsigned char delimiter);

/* False for the well-known beginnings of workbooks, archives, PDF files, web pages ... */
MUST_CHECK bool file_start_is_no_other_format(const char *name, struct slice file,
                                              struct error *err);

/* False where the row holds control bytes, which no text has. */
MUST_CHECK bool file_start_is_text(const char *name, struct slice row, struct error *err);

/* Always false: an empty file, one of white space, a header without a name. */
bool file_start_is_missing(const char *name, struct error *err);

/* Always false. */
bool file_start_is_too_large(const char *name, int limit_mib, struct error *err);

#endif
