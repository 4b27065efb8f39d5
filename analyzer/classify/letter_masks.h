/* SPDX-License-Identifier: MIT
 * What of a whole letter is about persons: what masks.h finds in any words, and beside it postal
 * addresses, signatures, names after titles, ranks and labels, and every other place of the letter
 * where one of these names stands again (datasets/reference/letter-masks.csv, mask-words.csv).
 * Names of forces and tools, dates, citations and references stay.
 */
#ifndef CONCORD_CLASSIFY_LETTER_MASKS_H
#define CONCORD_CLASSIFY_LETTER_MASKS_H

#include "classify/masks.h"
#include "classify/person_name.h"

struct letter_masks;

/* Errors, kind INPUT: a fault in a table, with file and line. */
MUST_CHECK bool letter_masks_new(struct letter_masks **ret_masks, struct error *err);
void letter_masks_free(struct letter_masks *masks);

/* A name that stays wherever it stands: of a force, a tool, a reference. One of a single word is
 * no name of a person where it stands alone, but may be a part of one ("Kent"). */
void letter_masks_keep(struct letter_masks *masks, struct slice name);

/* Adds the names of persons that stand in the letter where names stand. */
void letter_masks_learn(const struct letter_masks *masks, struct slice text,
                        struct seen_names *names);

/* As masks_find. own: names learned of this letter, which are found in part too; others: of other
 * letters, which are found whole. Either may be NULL. */
size_t letter_masks_find(const struct letter_masks *masks, struct slice text,
                         const struct seen_names *own, const struct seen_names *others,
                         struct mask_place **ret_places);

/* The e-mail addresses in it alone, for identifiers and links. */
size_t letter_masks_find_mail(const struct letter_masks *masks, struct slice text,
                              struct mask_place **ret_places);

/* The text with "[masked: person]" and so on at those places. The caller frees. ret_shown: where
 * in it each mask begins and ends, as many as places; NULL: nobody asks. */
char *letter_masks_apply(struct slice text, const struct mask_place *places, size_t count,
                         struct mask_place *ret_shown);

#endif
