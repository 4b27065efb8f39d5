/* SPDX-License-Identifier: MIT
 * The first step of reading a letter: its text into units, and each into its zone.
 */
#include "letters/mask.h"
#include "letters/message.h"
#include "letters/state.h"
#include "letters/zone.h"

void letter_divide(struct letter_state *s)
{
    fold_letter(s->arena, (struct slice){s->text->text, s->text->length}, &s->folded);
    s->search = phrase_search_new(s->arena, s->book);
    units_cut(s->arena, &s->folded, s->search, s->text, &s->units);
    s->masked = mask_names(s->arena, s->names, &s->folded, s->context);
    messages_mark(s->arena, &s->folded, s->masked, &s->units);
    questions_begin(s->arena, s->context, &s->questions);
    struct zoning zoning = {.arena = s->arena,
                            .search = s->search,
                            .folded = &s->folded,
                            .masked = s->masked,
                            .units = &s->units,
                            .questions = &s->questions};
    zones_find(&zoning);
}
