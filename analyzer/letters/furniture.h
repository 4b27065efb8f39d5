/* SPDX-License-Identifier: MIT
 * Page headers and footers of a printed letter, which stand inside its sentences.
 */
#ifndef CONCORD_LETTERS_FURNITURE_H
#define CONCORD_LETTERS_FURNITURE_H

#include "letters/folded.h"

/* Takes what stands at a border between two pages out of the copy, so that sentences, and words
 * that a hyphen cut, go on behind it. What stands at the first and the last border of the letter,
 * where nothing is cut, stays. */
void furniture_take_out(struct arena *arena, struct folded *folded);

#endif
