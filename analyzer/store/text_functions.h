/* SPDX-License-Identifier: MIT
 * What queries need beyond SQLite's own functions, the rules about wording above all:
 *     text REGEXP pattern             1 where the pattern (PCRE2) is found, else 0
 *     regexp_substr(text, pattern)    the first piece that matches, or NULL
 *     regexp_pieces(text, pattern)    every piece that matches and passes a (*MARK:name), as
 *                                     a JSON array: [{"name": "...", "piece": "..."}]
 *     regexp_pieces(text, pattern, n) the same with "before": up to n characters of what
 *                                     stands before the piece
 *     fixed(number, digits)           as text with so many decimals, never "-0.00"
 *     short_digest(text)              the first 12 hex digits of its SHA-256
 *     is_placeholder(text)            1 where it stands for no value, or is an error of a
 *                                     spreadsheet (domain/spreadsheet.h), else 0
 *     plural(number, one, many)       the word that goes with the number
 *     address_key(text)               the same for all spellings of one address; NULL: none
 *     shorten(text, n)                of more than n characters n - 1 and an ellipsis
 *     shown_words(text)               what a reader is shown of somebody's words: the text as it
 * is; who masks (dossier/dossier.h) registers another for a while as_cell(text) for a table that
 * people open in a spreadsheet: what would be a formula there has an apostrophe before it NULL
 * where either is NULL (a plural has no number then). A pattern that is none, or a search that
 * needs too many steps or meets bytes that are no UTF-8, is an error of the statement.
 */
#ifndef CONCORD_STORE_TEXT_FUNCTIONS_H
#define CONCORD_STORE_TEXT_FUNCTIONS_H

#include "base/pattern.h"

#include <sqlite3.h>

/* Registers them with a connection. Again, to have the searches watched (pattern.h); NULL: they are
 * not. */
void text_functions_register(sqlite3 *db, const struct pattern_watch *watch);

#endif
