/* SPDX-License-Identifier: MIT
 * The signs of a citation, read one behind the other: for cited_scan.c alone.
 */
#ifndef CONCORD_LETTERS_CITED_CURSOR_H
#define CONCORD_LETTERS_CITED_CURSOR_H

#include "base/slice.h"

struct scan {
    struct slice text;
    size_t at;
};

/* The number as it is spelled at last. */
struct writing {
    char *out;
    size_t used, size;
    bool may_be_words; /* of the section */
};

char scan_peek(const struct scan *s, size_t ahead);
void scan_skip_spaces(struct scan *s);
bool scan_take_text(struct scan *s, const char *text);
bool scan_take_word_of(struct scan *s, const char *word); /* and nothing goes on behind it */

/* "thirty-one", "twelve": a number in words that a section may have, else 0. */
int scan_take_cardinal(struct scan *s);

bool writing_put(struct writing *w, char c);
bool scan_is_open(char c);
bool scan_is_closed(char c);

/* "and b" in "(a and b)". */
bool scan_take_further_letter(struct scan *s, struct writing *w);

/* "( 3 )", "3)" behind a bracket, "(a)": the content of one bracket. */
bool scan_take_bracket(struct scan *s, struct writing *w);

#endif
