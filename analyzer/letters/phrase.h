/* SPDX-License-Identifier: MIT
 * The patterns of letters as tables: datasets/reference/phrases.csv (what a clause does, and what
 * takes that back) and letter-headings.csv (where a zone begins). A pattern sees one clause of the
 * folded copy, in which names are masked: @@@ the force that speaks, ### another force, ~~~ the
 * tool asked about. Each row names literals without which its pattern is not tried.
 */
#ifndef CONCORD_LETTERS_PHRASE_H
#define CONCORD_LETTERS_PHRASE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/pattern.h"
#include "letters/act_words.h"
#include "letters/literals.h"

#include <stdint.h>

enum { PHRASE_STEPS = 100000 };

/* Literals of which one must be there. */
struct phrase_need {
    const uint16_t *literals;
    size_t count;
};

struct phrase {
    const char *id, *kind, *zones, *regime, *weight, *reach, *example, *counter_example;
    struct pattern *pattern;
    struct phrase_need needs[4]; /* all of them */
    size_t need_count;
    uint64_t zone_bits;    /* of enum letter_zone */
    int code;              /* what the owner of the table makes of `kind` */
    bool is_line, is_lead; /* as `reach` says: a whole line, or how one begins */
};

struct phrase_table {
    struct phrase *rows;
    size_t count, room;
};

struct phrase_book {
    struct arena arena;
    struct literal_set literals;
    struct phrase_table phrases, headings;
};

/* Errors, kind INPUT, with file and line: a pattern that is none, an unknown kind, zone or word. */
MUST_CHECK bool phrase_book_load(struct phrase_book *ret_book, struct error *err);
void phrase_book_done(struct phrase_book *book);

/* Does any row of that code match? */
bool phrase_book_has(const struct phrase_book *book, int code, struct slice text,
                     const struct literal_hits *hits);

/* The first match of the row at or after `from` (PATTERN_NONE too where a literal lacks). */
enum pattern_result phrase_find(const struct phrase *phrase, const struct literal_hits *hits,
                                struct slice text, size_t from, struct pattern_match *ret);

/* Does any row of that kind match in the text? */
bool phrase_finds_any(const struct phrase_book *book, enum act_word kind, struct slice text);

#endif
