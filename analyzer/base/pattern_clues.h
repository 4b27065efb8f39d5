/* SPDX-License-Identifier: MIT
 * What a match of a pattern cannot do without, told from the words of the pattern: so a text can be
 * looked through for many patterns at once, and each tried only where a match of it may begin.
 */
#ifndef CONCORD_BASE_PATTERN_CLUES_H
#define CONCORD_BASE_PATTERN_CLUES_H

#include "base/arena.h"

enum pattern_clue_place {
    CLUE_ANYWHERE,
    CLUE_WORD_START, /* a letter, digit or _ of ASCII, behind a byte that is none of these */
    CLUE_TEXT_START
};

enum {
    CLUE_BYTES = 7,
    CLUE_BEYOND_ASCII = 0xff /* for the first byte of any character from U+0080 */
};

/* Bytes that stand there. */
struct pattern_clue {
    unsigned char bytes[CLUE_BYTES]; /* zeros behind the last */
    unsigned char length;            /* 0: any, at the start of the text */
    enum pattern_clue_place place;
};

struct pattern_clue_list {
    struct pattern_clue *items;
    size_t count;
};

enum { PATTERN_NEEDS = 3 };

struct pattern_clues {
    struct pattern_clue_list starts; /* each match begins with one; none: it may with anything */
    struct pattern_clue_list needs[PATTERN_NEEDS]; /* and has one of each list that is not empty */
};

/* Of a pattern that PCRE2 takes, of UTF-8, without options. Memory is the arena's, more than the
 * clues themselves take. */
void pattern_clues_of(struct slice pattern, struct arena *arena, struct pattern_clues *ret);

#endif
