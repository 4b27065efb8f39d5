/* SPDX-License-Identifier: MIT */
#include "base/pattern_part.h"

enum { TELLING_BYTES = 2, ENOUGH_BYTES = 6, TELLING_MAX = 64, RUN_MAX = 64 };

struct pattern_part pattern_part_of(struct clue_set starts)
{
    return (struct pattern_part){.starts = starts};
}

bool clue_set_is_telling(const struct clue_set *set)
{
    return set->count > 0 && set->count <= TELLING_MAX && clue_set_shortest(set) >= TELLING_BYTES;
}

/* Of longer bytes, or of fewer. */
static bool is_better(const struct clue_set *a, const struct clue_set *b)
{
    if (!clue_set_is_telling(a) || !clue_set_is_telling(b))
        return clue_set_is_telling(a);
    size_t length_a = clue_set_shortest(a), length_b = clue_set_shortest(b);
    if (length_a == length_b || (length_a > ENOUGH_BYTES && length_b > ENOUGH_BYTES))
        return a->count < b->count;
    return length_a > length_b;
}

static bool is_same(const struct clue_set *a, const struct clue_set *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++)
        if (memcmp(a->items[i].clue.bytes, b->items[i].clue.bytes, CLUE_BYTES) != 0)
            return false;
    return a->count == b->count;
}

static void keep_inside(struct pattern_part *part, struct clue_set set)
{
    if (!clue_set_is_telling(&set))
        return;
    for (size_t i = 0; i < PATTERN_NEEDS; i++)
        if (is_same(&set, &part->inside[i]))
            return;
    for (size_t i = 0; i < PATTERN_NEEDS; i++)
        if (is_better(&set, &part->inside[i])) {
            struct clue_set worse = part->inside[i];
            part->inside[i] = set;
            set = worse;
        }
}

static void keep_all_inside(struct pattern_part *part, const struct pattern_part *of)
{
    keep_inside(part, of->starts);
    for (size_t i = 0; i < PATTERN_NEEDS; i++)
        keep_inside(part, of->inside[i]);
}

static const struct clue_set *best_inside(const struct pattern_part *part)
{
    return is_better(&part->starts, &part->inside[0]) ? &part->starts : &part->inside[0];
}

struct pattern_part pattern_part_optional(struct arena *arena, const struct pattern_part *part,
                                          bool is_once)
{
    struct pattern_part whole = {0};
    clue_set_add(arena, &whole.starts, &part->starts);
    if (!is_once)
        clue_set_open(&whole.starts);
    const struct clue_set none = clue_set_empty(arena, CLUE_ANYWHERE);
    clue_set_add(arena, &whole.starts, &none);
    return whole;
}

struct pattern_part pattern_part_repeated(struct arena *arena, const struct pattern_part *part)
{
    struct pattern_part several = {0};
    keep_all_inside(&several, part);
    clue_set_add(arena, &several.starts, &part->starts);
    clue_set_open(&several.starts);
    return several;
}

struct part_sequence part_sequence_begin(struct arena *arena)
{
    return (struct part_sequence){pattern_part_of(clue_set_empty(arena, CLUE_ANYWHERE)),
                                  clue_set_empty(arena, CLUE_ANYWHERE)};
}

static void end_run(struct arena *arena, struct part_sequence *s)
{
    keep_inside(&s->part, s->run);
    s->run = clue_set_empty(arena, CLUE_ANYWHERE);
}

void part_sequence_add(struct arena *arena, struct part_sequence *sequence,
                       const struct pattern_part *piece)
{
    struct part_sequence *s = sequence;
    s->part.starts = clue_set_join(arena, s->part.starts, piece->starts);
    if (!clue_set_is_closed(&piece->starts)) {
        end_run(arena, s);
        keep_all_inside(&s->part, piece);
        return;
    }
    if (s->run.count * piece->starts.count > RUN_MAX)
        end_run(arena, s);
    s->run = clue_set_join(arena, s->run, piece->starts);
    if (!clue_set_is_closed(&s->run))
        end_run(arena, s);
}

struct pattern_part part_sequence_end(struct arena *arena, struct part_sequence *sequence)
{
    end_run(arena, sequence);
    return sequence->part;
}

struct part_choice part_choice_begin(const struct pattern_part *first)
{
    const struct clue_set *inside = best_inside(first);
    return (struct part_choice){*first, *inside, clue_set_is_telling(inside)};
}

void part_choice_add(struct arena *arena, struct part_choice *choice,
                     const struct pattern_part *next)
{
    const struct clue_set *inside = best_inside(next);
    clue_set_add(arena, &choice->part.starts, &next->starts);
    clue_set_add(arena, &choice->inside, inside);
    choice->has_inside &= clue_set_is_telling(inside);
}

struct pattern_part part_choice_end(struct arena *arena, struct part_choice *choice)
{
    struct pattern_part whole = {.starts = choice->part.starts};
    clue_set_limit(arena, &whole.starts);
    if (choice->inside.count > TELLING_MAX)
        clue_set_tidy(arena, &choice->inside);
    if (choice->has_inside)
        keep_inside(&whole, choice->inside);
    return whole;
}
