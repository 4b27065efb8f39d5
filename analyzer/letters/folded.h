/* SPDX-License-Identifier: MIT
 * A copy of a letter in one spelling, for patterns, with a map back to the bytes it was made from:
 * small letters without marks, one kind of space, dash, quote and bullet, nothing that cannot be
 * seen, words that a hyphen cut at the end of a line whole again.
 */
#ifndef CONCORD_LETTERS_FOLDED_H
#define CONCORD_LETTERS_FOLDED_H

#include "base/arena.h"
#include "letters/letter_text.h"

#include <stdint.h>

struct folded_line {
    size_t begin, end;    /* in the folded text, without the newline; equal: a blank line */
    uint32_t quote_depth; /* how many > stood before it */
    uint32_t indent;      /* blanks before it */
    uint32_t column;      /* of a table: 0 the first cell of a row, or no table */
    bool is_bullet;       /* begins with "* " */
    bool has_capital;     /* begins with one in the letter */
    bool is_shouted;      /* all its letters are capitals in the letter */
};

struct folded {
    struct slice source;
    char *text; /* valid UTF-8, NUL-terminated */
    size_t length;
    uint32_t *origins; /* of each byte, and of the end: the first byte of its character */
    struct folded_line *lines;
    size_t line_count, line_room;
    bool has_capitals; /* anywhere */
};

/* All memory is the arena's. The text is at most 8 MiB of valid UTF-8. */
void fold_letter(struct arena *arena, struct slice text, struct folded *ret);

/* The same, and the cells of two columns one below the other: then origins do not only rise. */
void fold_columns(struct arena *arena, struct slice text, struct folded *ret);

/* The bytes of the letter that a part of the copy was made from. */
struct letter_span folded_origin(const struct folded *folded, size_t begin, size_t end);

#endif
