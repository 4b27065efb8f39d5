/* SPDX-License-Identifier: MIT
 * Short letters for tests: a body in the furniture of a letter of Northmere Constabulary about
 * Osprey Lens.
 */
#ifndef CONCORD_TESTS_LETTERS_SHORT_LETTER_H
#define CONCORD_TESTS_LETTERS_SHORT_LETTER_H

#include "letters/letter_reader.h"

/* One reader for all tests of a process. */
struct letter_reader *short_reader(void);

/* Reads a text as it is, under an Act, with that many questions. End with letter_reading_done. */
void short_read(const char *text, enum act regime, size_t questions, struct letter_reading *ret);

/* Reads the body between a request and the right to complain. */
void short_read_body(const char *body, struct letter_reading *ret);

/* The row of a question ("" for the whole letter) and reading, or NULL. */
const struct letter_row *short_row(const struct letter_reading *reading, const char *question,
                                   char which);

/* "stance partial held use exemptions", with - for what is empty, of reading A. */
void short_summary(const struct letter_reading *reading, const char *question, char *out,
                   size_t size);

#endif
