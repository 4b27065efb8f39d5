/* SPDX-License-Identifier: MIT
 * Numbers of lists as documents show them.
 */
#ifndef CONCORD_LETTERS_READING_LIST_LABEL_H
#define CONCORD_LETTERS_READING_LIST_LABEL_H

/* In the style 'a', 'A', 'i', 'I', else in digits: "c", "IV", "7". The caller frees. */
char *list_label_number(long number, char style);

#endif
