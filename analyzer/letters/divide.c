/* SPDX-License-Identifier: MIT
 * The first step of reading a letter: its text into units, and each into its zone.
 */
#include "letters/mask.h"
#include "letters/state.h"
#include "letters/zone.h"

void letter_divide(struct letter_state *s)
{
    fold_letter(s->arena, (struct slice){s->text->text, s->text->length}, &s->folded);
    units_cut(s->arena, &s->folded, s->book, s->text, &s->units);
    s->masked = mask_names(s->arena, &s->folded, s->context);
    questions_begin(s->arena, s->context, &s->questions);
    struct zoning zoning = {.arena = s->arena,
                            .book = s->book,
                            .folded = &s->folded,
                            .masked = s->masked,
                            .units = &s->units,
                            .questions = &s->questions};
    zones_find(&zoning);
}
