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
#include "base/literal_tree.h"
#include "base/pattern.h"
#include "letters/act_words.h"

#include <stdint.h>

enum { PHRASE_STEPS = 100000 };

/* Phrases that are looked for together, in the same texts. */
enum phrase_group {
    PHRASES_LINE, /* headings, and beginnings of lines */
    PHRASES_CUE,
    PHRASES_BORDER, /* between clauses */
    PHRASES_SLOT,
    PHRASES_ACT,
    PHRASES_LAW, /* behind a citation */
    PHRASES_OF_DECISION,
    PHRASES_FIELD,
    PHRASES_ASKS_USE,
    PHRASE_GROUPS
};

struct phrase {
    const char *id, *kind, *zones, *regime, *weight, *reach, *example, *counter_example;
    const char *needs; /* literals of which one must be there, "|" between; all such sets, "+" */
    const char *text;  /* of the pattern, its parts filled in */
    long line;         /* of the table */
    struct pattern *pattern;
    uint64_t zone_bits;    /* of enum letter_zone */
    int code;              /* what the owner of the table makes of `kind` */
    bool is_line, is_lead; /* as `reach` says: a whole line, or how one begins */
    enum phrase_group group;
    uint32_t number;                 /* in its group */
    uint32_t first_need, need_count; /* numbers of its needs, likewise */
};

struct phrase_table {
    struct phrase *rows;
    size_t count, room;
};

/* The phrases of a group in the order of their table. */
struct phrase_list {
    const struct phrase **items;
    size_t count, room;
    uint32_t need_count;
    uint64_t *anywhere; /* a bit for each that may begin anywhere */
};

/* Lines are looked at before they are units; units and their clauses for all other groups. */
enum phrase_texts { TEXTS_LINES, TEXTS_UNITS, PHRASE_TEXTS };

static inline enum phrase_texts phrase_texts_of(enum phrase_group group)
{
    return group == PHRASES_LINE ? TEXTS_LINES : TEXTS_UNITS;
}

/* All that must be seen before a phrase is tried: where its match may begin, and what it needs. */
struct phrase_tree {
    struct literal_tree literals;
    uint16_t *groups_of_set; /* a bit for each group that has values there */
};

struct phrase_book {
    struct arena arena;
    struct phrase_table phrases, headings;
    struct phrase_list groups[PHRASE_GROUPS];
    struct phrase_tree trees[PHRASE_TEXTS];
};

/* Errors, kind INPUT, with file and line: an unknown part of a pattern, kind, zone or word. */
MUST_CHECK bool phrase_book_load(struct phrase_book *ret_book, struct error *err);
/* For those who write the tables: patterns are compiled when they are first tried, and here all of
 * them are. Errors likewise: a pattern that is none. */
MUST_CHECK bool phrase_book_check(struct phrase_book *book, struct error *err);
void phrase_book_done(struct phrase_book *book);

#endif
