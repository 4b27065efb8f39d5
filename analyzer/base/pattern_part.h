/* SPDX-License-Identifier: MIT
 * What is known of a part of a pattern: for pattern_clues.c, which reads patterns, alone. All
 * memory is the arena's.
 */
#ifndef CONCORD_BASE_PATTERN_PART_H
#define CONCORD_BASE_PATTERN_PART_H

#include "base/clue_set.h"

struct pattern_part {
    struct clue_set starts;
    struct clue_set inside[PATTERN_NEEDS]; /* of each of these a match has one; the best first */
};

struct pattern_part pattern_part_of(struct clue_set starts);
/* Once or not at all; as often as one likes, or not at all; once or more often. */
struct pattern_part pattern_part_optional(struct arena *arena, const struct pattern_part *part,
                                          bool is_once);
struct pattern_part pattern_part_repeated(struct arena *arena, const struct pattern_part *part);

/* Parts one behind the other. */
struct part_sequence {
    struct pattern_part part;
    struct clue_set run; /* of what was closed last */
};
struct part_sequence part_sequence_begin(struct arena *arena);
void part_sequence_add(struct arena *arena, struct part_sequence *sequence,
                       const struct pattern_part *piece);
struct pattern_part part_sequence_end(struct arena *arena, struct part_sequence *sequence);

/* Parts of which one is there. */
struct part_choice {
    struct pattern_part part;
    struct clue_set inside;
    bool has_inside;
};
struct part_choice part_choice_begin(const struct pattern_part *first);
void part_choice_add(struct arena *arena, struct part_choice *choice,
                     const struct pattern_part *next);
struct pattern_part part_choice_end(struct arena *arena, struct part_choice *choice);

/* Is it worth looking for? Of two bytes or more, and not too many. */
bool clue_set_is_telling(const struct clue_set *set);

#endif
