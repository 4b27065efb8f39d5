/* SPDX-License-Identifier: MIT
 * A text that is looked through for the phrases of a group. One pass over it finds, for all groups,
 * what stands there that a match could begin with or needs; then a phrase of which nothing is there
 * costs nothing.
 */
#ifndef CONCORD_LETTERS_PHRASE_SEARCH_H
#define CONCORD_LETTERS_PHRASE_SEARCH_H

#include "letters/phrase.h"

struct phrase_search;

/* What stands in a text that phrases may begin with or need. */
struct phrase_sight {
    const struct literal_hit *hits;
    size_t count;
};

/* For one text after the other; all memory is the arena's. */
struct phrase_search *phrase_search_new(struct arena *arena, const struct phrase_book *book);

/* Looks at a text of valid UTF-8, as of all groups of units (or of lines). Lives until the search
 * looks again. */
struct phrase_sight phrase_look(struct phrase_search *search, enum phrase_group group,
                                struct slice text);
/* A copy that lives as the arena. */
struct phrase_sight phrase_sight_keep(struct arena *arena, struct phrase_sight sight);

/* Goes on with the phrases of the group in that text, which is borrowed until the next one. */
void phrase_search_begin(struct phrase_search *search, enum phrase_group group, struct slice text,
                         const struct phrase_sight *sight);
/* The same for a text that nobody has looked at. */
void phrase_search_text(struct phrase_search *search, enum phrase_group group, struct slice text);

/* The same for a part of a text: what the table says a phrase needs may stand in any part of that,
 * of which `whole` is the sight. */
void phrase_search_part(struct phrase_search *search, enum phrase_group group, struct slice part,
                        const struct phrase_sight *whole);

/* The next phrase of the group that may match, in the order of the table; after NULL the first;
 * NULL: there is none. */
const struct phrase *phrase_search_next(const struct phrase_search *search,
                                        const struct phrase *after);

/* The first match at or after `from`, of a phrase of the group. */
enum pattern_result phrase_find(const struct phrase_search *search, const struct phrase *phrase,
                                size_t from, struct pattern_match *ret);

/* Does a phrase of that code match? */
bool phrase_search_has(const struct phrase_search *search, int code);

#endif
