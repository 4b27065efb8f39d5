/* SPDX-License-Identifier: MIT
 * What of a letter's words is about persons and does not go into lists: e-mail addresses,
 * telephone numbers, names after a greeting or above a signature (datasets/reference/masks.csv).
 */
#ifndef CONCORD_CLASSIFY_MASKS_H
#define CONCORD_CLASSIFY_MASKS_H

#include "base/error.h"
#include "base/slice.h"

struct masks;

/* Errors, kind INPUT: a fault in the table, with file and line. */
MUST_CHECK bool masks_new(struct masks **ret_masks, struct error *err);
void masks_free(struct masks *masks);

/* Begin and end of each place to be masked in the text, in order and not overlapping; what cannot
 * be searched is one place as a whole. The caller frees *ret_places. */
struct mask_place {
    size_t begin, end;
    const char *kind; /* "e-mail"; lives as the masks */
};
size_t masks_find(const struct masks *masks, struct slice text, struct mask_place **ret_places);

/* At most `most` bytes of the text from begin to end, in one line, "[e-mail]" in the place of an
 * address and so on, "..." behind what was cut; the caller frees. Places that only the words around
 * the span show are seen too. */
char *masks_words(const struct masks *masks, struct slice text, size_t begin, size_t end,
                  size_t most);

#endif
