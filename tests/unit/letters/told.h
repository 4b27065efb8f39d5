/* SPDX-License-Identifier: MIT
 * What is read otherwise than people read it, row by row, for whoever improves the reading. Only
 * of the letters to develop with: nobody who writes patterns may know those held back.
 */
#ifndef CONCORD_TESTS_LETTERS_TOLD_H
#define CONCORD_TESTS_LETTERS_TOLD_H

#include "outcome.h"

#include <stdio.h>

/* `which` is a style, or a letter of it as "typed-letter/07", of which zones and acts are told too;
 * NULL: all. */
void tell_wrong_rows(const char *which, FILE *out);

#endif
