/* SPDX-License-Identifier: MIT
 * A person's name where one may stand in a letter, and names that were seen once and are found
 * again elsewhere.
 */
#ifndef CONCORD_CLASSIFY_PERSON_NAME_H
#define CONCORD_CLASSIFY_PERSON_NAME_H

#include "base/arena.h"
#include "base/pattern.h"
#include "classify/mask_words.h"

enum { NAME_WORDS_MAX = 6 };

struct name_grammar {
    struct mask_words words;
    struct pattern *word; /* a word of a name, where it begins; owned by its table */
};

/* What was read at a place of a text. */
struct name_found {
    size_t begin, end;                  /* with title and initials, without rank; equal: none */
    bool is_titled, is_ranked;          /* "Ms", "Inspector" stands with it */
    bool is_before_office;              /* one word, and "Data" or the like behind it */
    struct slice words[NAME_WORDS_MAX]; /* without titles; they borrow from the text */
    size_t count;
};

/* The name that begins at that byte, in its line. */
struct name_found name_read(const struct name_grammar *grammar, struct slice text, size_t at);
/* The longest one that ends at that byte; of `least` words or more. */
struct name_found name_read_back(const struct name_grammar *grammar, struct slice text, size_t end,
                                 size_t least);

/* Does the word stand in small letters too, so that it may be no name? Or is it listed as one that
 * may be something else? */
bool name_stands_small(struct slice text, struct slice word);
bool name_is_ordinary(const struct name_grammar *grammar, struct slice text, struct slice word);

/* Names that were seen. A zeroed one is empty. */
struct seen_name {
    struct slice words[NAME_WORDS_MAX];
    bool may_stand_alone[NAME_WORDS_MAX]; /* in the text that it was seen in */
    size_t count;
};
struct seen_names {
    struct arena arena;
    struct seen_name *list;
    size_t count, room;
};

void seen_names_add(struct seen_names *names, const struct name_grammar *grammar, struct slice text,
                    const struct name_found *found);
void seen_names_done(struct seen_names *names);

/* Called for each place in the text where one of the names stands whole, or, with parts, one of
 * its words that can be nothing else. */
typedef void seen_name_place(size_t begin, size_t end, void *context);
void seen_names_search(const struct seen_names *names, const struct name_grammar *grammar,
                       struct slice text, bool with_parts, seen_name_place *place, void *context);

#endif
