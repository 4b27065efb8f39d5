/* SPDX-License-Identifier: MIT
 * Which of many phrases a text holds, in one pass over the text: for rules that look for
 * the names of all forces, of which there may be a hundred thousand.
 *
 * Case does not count, white space of any length is one space, and a phrase does not begin
 * or end within a word of ASCII letters. It may find too much, but never too little, for a
 * rule that then looks with its pattern.
 */
#ifndef CONCORD_STORE_PHRASE_SET_H
#define CONCORD_STORE_PHRASE_SET_H

#include "base/pattern.h"

#include <sqlite3.h>
#include <stdint.h>

struct phrase_set;

/* The caller frees it. */
struct phrase_set *phrase_set_new(void);
void phrase_set_free(struct phrase_set *set);

/* Copies the phrase. Two phrases may have one number, and one phrase two. An empty one is never
 * found. False where SQLite gives no memory. */
bool phrase_set_add(struct phrase_set *set, struct slice phrase, int64_t number);

/* Called for each number of a phrase found, as often as it is found. False ends the search. */
typedef bool phrase_found(void *context, int64_t number);

/* No phrase may be added after the first search. False where the search was ended, by `found` or
 * by `watch` (may be NULL), or SQLite gives no memory. */
bool phrase_set_search(struct phrase_set *set, struct slice text, const struct pattern_watch *watch,
                       phrase_found *found, void *context);

/* Registers two functions with a connection:
 *     phrase_set(PHRASE, NUMBER)   an aggregate: keeps the phrases and gives a handle of them,
 *                                  good until the connection has made some more sets
 *     phrases_within(TEXT, HANDLE) the distinct numbers as a JSON list, in order
 * Again, to forget the sets, or to have the searches watched (pattern.h); NULL: they are not.
 */
void phrase_set_register(sqlite3 *db, const struct pattern_watch *watch);

#endif
