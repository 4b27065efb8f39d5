/* SPDX-License-Identifier: MIT
 * The text of a letter from one text file.
 */
#ifndef CONCORD_CMD_LETTER_FILE_H
#define CONCORD_CMD_LETTER_FILE_H

#include "base/error.h"
#include "letters/letter_text.h"

/* Decoded as SEMANTICS 6 says; ends of lines are '\n', NUL is a space. The caller frees it with
 * letter_text_free. Errors, kind INPUT: a file that cannot be read, bytes that are no text. */
MUST_CHECK bool letter_file_read(const char *path, struct letter_text *ret_text, struct error *err);

#endif
