/* SPDX-License-Identifier: MIT
 * How alike two texts are in their wording: the sets of all runs of five words that follow each
 * other ("shingles"; A. Broder, On the resemblance and containment of documents, 1997). Words are
 * runs of letters and digits, without case and in their compatibility form, so that line ends,
 * punctuation and fonts mean nothing.
 */
#ifndef CONCORD_LETTERS_SHINGLES_H
#define CONCORD_LETTERS_SHINGLES_H

#include "base/slice.h"

#include <stdint.h>

enum { SHINGLE_WORDS = 5 };

/* Hashes in rising order, each once: two different runs share one about once in 10^13 pairs of
 * letters. Owned; shingles_done frees. */
struct shingles {
    uint64_t *hashes;
    size_t count;
};

/* Of passages in valid UTF-8; no run goes from one into the next, and one of fewer than five words
 * has none. */
struct shingles shingles_of(const struct slice *passages, size_t count);
void shingles_done(struct shingles *s);

/* How many stand in both. */
size_t shingles_in_both(const struct shingles *a, const struct shingles *b);

/* Resemblance (Jaccard): of those in either, the share that stands in both, 0 to 1; 0 where
 * neither has any. */
double shingles_likeness(const struct shingles *a, const struct shingles *b);

/* Containment: of those of `a`, the share that stands in `b` too; 0 where `a` has none. */
double shingles_share_in(const struct shingles *a, const struct shingles *b);

#endif
