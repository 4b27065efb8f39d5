/* SPDX-License-Identifier: MIT
 * Pairs of letters of which no more can be said from each alone: were the advice, and the
 * record, the same for both? Each date is one day for both letters (clause 65).
 */
#include "base/memory.h"
#include "derive/advice.h"
#include "derive/passes.h"
#include "derive/together.h"
#include "store/row_map.h"

#include <stdlib.h>

/* How often a reading was met, and how often it had what is asked for. */
struct tally {
    bool some, all;
};

static void count_in(struct tally *t, bool has)
{
    t->some |= has;
    t->all &= has;
}

static const char *word_of(struct tally t)
{
    return certainty_words[!t.some ? CERTAINTY_NONE
                           : t.all ? CERTAINTY_CERTAIN
                                   : CERTAINTY_POSSIBLE];
}

/* One letter of the pair, on its day. */
struct side {
    const struct letter *letter;
    struct trial_days days;
    int32_t *candidates, *chosen;
    size_t candidate_count;
};

/* The pair being compared. */
struct comparison {
    const struct inputs *in;
    const struct record_entry *record;
    size_t record_count;
    struct side earlier, later;
    struct tally same_advice; /* read in the order of the letters */
    struct tally same_state;  /* advice and own acknowledgement, in whatever order */
};

static void add_side(struct comparison *c, struct side *side, const struct letter *other)
{
    const struct letter *l = side->letter;
    size_t room = c->in->guidance_count + 1;
    side->candidates = memory_new(2 * room, sizeof *side->candidates);
    side->chosen = side->candidates + room;
    side->candidate_count = advice_candidates(c->in, l->request_no, l->tool_no, side->candidates);
    trial_days_begin(&side->days, l->responded);
    struct window ends = {other->responded, other->responded};
    trial_days_add_window(&side->days, &ends);
    for (size_t i = 0; i < c->record_count; i++)
        trial_days_add_window(&side->days, &c->record[i].in_force);
    for (size_t i = 0; i < side->candidate_count; i++)
        trial_days_add_window(&side->days, &c->in->guidance[side->candidates[i]].in_force);
    trial_days_end(&side->days);
}

static void side_done(struct side *side)
{
    trial_days_done(&side->days);
    free(side->candidates);
}

static void count_reading(struct comparison *c, const struct moment *earlier,
                          const struct moment *later)
{
    bool same_advice = earlier->chosen == later->chosen;
    count_in(&c->same_state, same_advice && earlier->own == later->own);
    count_in(&c->same_advice, same_advice && earlier->day < later->day);
}

static void compare_branches(struct comparison *c, struct moment earlier, struct moment later)
{
    struct side *a = &c->earlier, *b = &c->later;
    size_t before = advice_on_day(c->in, a->candidates, a->candidate_count, earlier.own,
                                  earlier.day, a->chosen);
    size_t after =
        advice_on_day(c->in, b->candidates, b->candidate_count, later.own, later.day, b->chosen);
    for (size_t i = 0; i < before; i++)
        for (size_t k = 0; k < after; k++) {
            earlier.chosen = a->chosen[i];
            later.chosen = b->chosen[k];
            const struct moment both[] = {earlier, later};
            if (together_chosen(c->in, both, 2, (struct pinned){-1, 0}))
                count_reading(c, &earlier, &later);
        }
}

static void compare_days(struct comparison *c, int32_t earlier, int32_t later)
{
    unsigned patterns = together_own(c->record, c->record_count, earlier, later);
    for (unsigned pattern = 0; pattern < 4; pattern++) {
        if (!(patterns & 1U << pattern))
            continue;
        const struct moment a = {earlier, pattern & 1U, -1, c->earlier.candidates,
                                 c->earlier.candidate_count};
        const struct moment b = {later, pattern & 2U, -1, c->later.candidates,
                                 c->later.candidate_count};
        compare_branches(c, a, b);
    }
}

static void compare(struct comparison *c)
{
    add_side(c, &c->earlier, c->later.letter);
    add_side(c, &c->later, c->earlier.letter);
    for (size_t i = 0; i < c->earlier.days.count; i++)
        for (size_t k = 0; k < c->later.days.count; k++)
            compare_days(c, c->earlier.days.days[i], c->later.days.days[k]);
    side_done(&c->earlier);
    side_done(&c->later);
}

struct pair_row {
    int32_t letter_no, before_no;
    const char *same_advice, *same_state;
};
static const struct field pair_fields[] = {
    FIELD(struct pair_row, letter_no),
    FIELD(struct pair_row, before_no),
};
static const struct field compared_fields[] = {
    FIELD(struct pair_row, letter_no),
    FIELD(struct pair_row, before_no),
    FIELD(struct pair_row, same_advice),
    FIELD(struct pair_row, same_state),
};

static bool write_pair(const struct inputs *in, const struct record *record,
                       const struct letters *letters, struct row_map *insert, struct pair_row row,
                       struct error *err)
{
    struct comparison c = {
        .in = in,
        .earlier.letter = &letters->letters[row.before_no - 1],
        .later.letter = &letters->letters[row.letter_no - 1],
        .same_advice = {false, true},
        .same_state = {false, true},
    };
    record_find(record, c.later.letter->force_no, c.later.letter->tool_no, &c.record,
                &c.record_count);
    compare(&c);
    row.same_advice = word_of(c.same_advice);
    row.same_state = word_of(c.same_state);
    return row_write(insert, &row, err);
}

bool pairs_build(const struct inputs *in, const struct record *record,
                 const struct letters *letters, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(in->db, "pairs_to_compare", pair_fields);
    SCOPED_ROW_MAP insert = row_writer(in->db, "insert_letter_pair", compared_fields);
    struct pair_row row = {0};
    while (row_next(&rows, &row))
        if (!write_pair(in, record, letters, &insert, row, err))
            return false;
    return row_done(&rows, err);
}
