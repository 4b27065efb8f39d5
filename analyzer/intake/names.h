/* SPDX-License-Identifier: MIT
 * Names to numbers (SEMANTICS 3, 5): the identifiers, names and aliases of the
 * forces, of the collaborations or of the tools, and the nearest ones for
 * suggestions. An identifier as it is written is always that one; folded, an
 * identifier, a name and an alias count alike, and go before what only a dropped
 * parenthesis makes alike.
 */
#ifndef CONCORD_INTAKE_NAMES_H
#define CONCORD_INTAKE_NAMES_H

#include "base/dictionary.h"

struct word_book;

enum { NAMES_UNKNOWN = 0, NAMES_AMBIGUOUS = -1 };

struct name_entry {
    int32_t number;           /* NAMES_AMBIGUOUS: several of one strength */
    int16_t strength, length; /* of the folded name */
    int32_t rivals[2];        /* where ambiguous: the first two */
};

/* A zeroed one is empty. */
struct names {
    struct text_index ids;   /* as written -> number */
    struct text_index index; /* folded name -> index into entries */
    struct name_entry *entries;
    size_t count, room;
    char **shown; /* by number: how a suggestion calls it */
    size_t shown_count, shown_room;
    struct text_index codes;       /* folded codes of areas -> number */
    const struct word_book *book;  /* what others call them, for suggestions; may be NULL */
    struct text_index suggestions; /* raw text -> index into suggestion_texts */
    char **suggestion_texts;
    size_t suggestion_count, suggestion_room;
    /* What suggestions have cost since names_begin_suggestions. */
    size_t sought, bytes_compared;
    size_t left_out; /* names_suggest was asked, and did not look */
    bool is_mute;    /* nobody will read what it says: names_suggest says nothing */
};

/* Adds what number `number` is called: its identifier, its name and its aliases
 * (a list with ;). Numbers count from 1 and are added in order. */
void names_add(struct names *names, int32_t number, struct slice id, struct slice name,
               struct slice aliases);

/* Adds one more alias of what was added last. */
void names_add_alias(struct names *names, int32_t number, struct slice alias);

/* A code of what was added last that is no name of it; for suggestions only. */
void names_add_code(struct names *names, int32_t number, struct slice code);

/* The number, NAMES_UNKNOWN or NAMES_AMBIGUOUS. With drop_parenthesis, a text
 * that is not known is looked up again without its trailing parenthesis. */
int32_t names_find(const struct names *names, struct slice text, bool drop_parenthesis);

/* "Did you mean Kent Police (kent)?", or what else is known of it (force_hints.h), or "" where
 * no name is near. Lives until the next
 * names_begin_suggestions; the same text is worked out once. A hostile file may hold a
 * million different names, and a hundred thousand to compare them with: it looks for the
 * first NAMES_SOUGHT texts, and no longer than NAMES_BYTES_COMPARED allow; then left_out
 * counts on. */
enum { NAMES_SOUGHT = 1000, NAMES_BYTES_COMPARED = 50 * 1000 * 1000 };
const char *names_suggest(struct names *names, struct slice text);

/* For another file: forgets what was worked out, and what it cost. */
void names_begin_suggestions(struct names *names, bool is_mute);

/* The first folded name that several things have with equal right, and how many further ones
 * there are; NULL: none. What only a dropped parenthesis makes alike does not count. */
struct names_ambiguity {
    const char *folded;
    const char *rivals[2]; /* as suggestions call them */
    size_t further;
};
struct names_ambiguity names_first_ambiguity(const struct names *names);

void names_done(struct names *names);

#endif
