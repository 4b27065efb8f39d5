/* SPDX-License-Identifier: MIT
 * Letters answered after their request was logged and before the advice on it took effect, with
 * each of these dates, and those of the advice in force on the letter's day, read once (G12,
 * clause 65).
 */
#include "base/memory.h"
#include "derive/advice.h"
#include "derive/passes.h"
#include "derive/together.h"
#include "domain/working_days.h"
#include "store/row_map.h"

#include <stdlib.h>

enum { WORKING_DAYS_OF_ADVICE = 20 };

/* A letter, and the advice that may be the one on its request. */
struct early_pair {
    int32_t letter_no, guidance_no;
    struct date_interval logged;
    bool names_request;
};
static const struct field pair_fields[] = {
    FIELD(struct early_pair, letter_no),
    FIELD(struct early_pair, guidance_no),
    FIELD_OF_DAYS(struct early_pair, logged),
    FIELD(struct early_pair, names_request),
};

/* On the day of the letter an advice may be in force; it took effect within `from`. */
struct judged_by {
    int32_t guidance; /* -1: none */
    bool own;
    struct date_interval from;
};

/* One pair being read. */
struct early {
    const struct inputs *in;
    const struct early_pair *pair;
    const struct letter *letter;
    const struct guidance *advice;
    const struct record_entry *record;
    size_t record_count;
    int32_t *candidates, *chosen; /* the guidance of request and tool but for the advice */
    size_t candidate_count;
    int32_t *due; /* by day of logging: the last day of advice that is for everybody */
    struct judged_by *judges;
    size_t judge_count;
    bool some, all;
};

/* A year without holidays in the file is read as one that has none. */
static int32_t due_after(const struct inputs *in, int32_t logged)
{
    static const struct holiday_calendar no_holidays;
    int32_t due = logged;
    if (!working_day_after(&in->uk, logged, WORKING_DAYS_OF_ADVICE, &due) &&
        !working_day_after(&no_holidays, logged, WORKING_DAYS_OF_ADVICE, &due))
        return logged;
    return due;
}

static void note_due(struct early *e)
{
    struct date_interval logged = e->pair->logged;
    e->due = memory_new((size_t)(logged.latest - logged.earliest) + 1, sizeof *e->due);
    for (int32_t day = logged.earliest; day <= logged.latest; day++)
        e->due[day - logged.earliest] = e->pair->names_request ? DAY_MAX : due_after(e->in, day);
}

/* May the candidate have taken effect by that day and be the one chosen? */
static bool may_judge_since(const struct early *e, struct moment m, int32_t from)
{
    return together_chosen(e->in, &m, 1, (struct pinned){m.chosen, from});
}

/* The first day on which it may have taken effect and be chosen: the later, the likelier. */
static int32_t first_day_of_judge(const struct early *e, struct moment m, struct date_interval from)
{
    int32_t low = from.earliest, high = from.latest;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (may_judge_since(e, m, middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static void add_judges(struct early *e, int32_t day, bool own)
{
    size_t count = advice_on_day(e->in, e->candidates, e->candidate_count, own, day, e->chosen);
    for (size_t i = 0; i < count; i++) {
        struct judged_by judge = {e->chosen[i], own, {DAY_MIN, DAY_MIN}};
        if (judge.guidance >= 0) {
            const struct moment m = {day, own, judge.guidance, e->candidates, e->candidate_count};
            judge.from = e->in->guidance[judge.guidance].from;
            if (judge.from.latest > day)
                judge.from.latest = day;
            judge.from.earliest = first_day_of_judge(e, m, judge.from);
        }
        e->judges[e->judge_count++] = judge;
    }
}

static void find_judges(struct early *e, int32_t day)
{
    enum certainty own = record_on_day(e->record, e->record_count, LEVEL_OWN, day);
    e->judge_count = 0;
    if (own != CERTAINTY_CERTAIN)
        add_judges(e, day, false);
    if (own != CERTAINTY_NONE)
        add_judges(e, day, true);
}

/* Logged and answered on these days, and judged so: is it answered before the advice? */
static void read_days(struct early *e, int32_t logged, int32_t answered, const struct judged_by *j)
{
    struct date_interval from = e->advice->from;
    int32_t due = e->due[logged - e->pair->logged.earliest];
    bool is_its_limb = advice_applies(e->advice, j->own) && logged <= answered;
    int32_t first = from.earliest > answered ? from.earliest : answered + 1;
    int32_t last = from.latest < due ? from.latest : due;
    bool may_be_older = j->from.earliest < logged, may_be_younger = j->from.latest >= logged;
    e->some |= is_its_limb && first <= last && may_be_older;
    e->all &= is_its_limb && from.earliest > answered && from.latest <= due && !may_be_younger;
}

static void read_day(struct early *e, int32_t answered)
{
    find_judges(e, answered);
    for (int32_t day = e->pair->logged.earliest; day <= e->pair->logged.latest; day++)
        for (size_t i = 0; i < e->judge_count; i++)
            read_days(e, day, answered, &e->judges[i]);
}

/* The days of the letter on which something may change. */
static void add_days(const struct early *e, struct trial_days *days)
{
    struct window logged = {e->pair->logged, e->pair->logged};
    trial_days_begin(days, e->letter->responded);
    trial_days_add_window(days, &logged);
    trial_days_add_window(days, &(struct window){e->advice->from, e->advice->from});
    for (size_t i = 0; i < e->record_count; i++)
        trial_days_add_window(days, &e->record[i].in_force);
    for (size_t i = 0; i < e->candidate_count; i++)
        trial_days_add_window(days, &e->in->guidance[e->candidates[i]].in_force);
    trial_days_end(days);
}

/* The advice that is still to come is not in force, so it is no candidate. */
static void find_candidates(struct early *e)
{
    size_t room = e->in->guidance_count + 1;
    e->candidates = memory_new(2 * room, sizeof *e->candidates);
    e->chosen = e->candidates + room;
    e->judges = memory_new(2 * room, sizeof *e->judges);
    size_t found =
        advice_candidates(e->in, e->letter->request_no, e->letter->tool_no, e->candidates);
    for (size_t i = 0; i < found; i++)
        if (&e->in->guidance[e->candidates[i]] != e->advice)
            e->candidates[e->candidate_count++] = e->candidates[i];
}

static enum certainty read_pair(struct early *e)
{
    struct trial_days days = {0};
    find_candidates(e);
    note_due(e);
    add_days(e, &days);
    for (size_t i = 0; i < days.count; i++)
        read_day(e, days.days[i]);
    trial_days_done(&days);
    free(e->candidates);
    free(e->judges);
    free(e->due);
    return !e->some ? CERTAINTY_NONE : e->all ? CERTAINTY_CERTAIN : CERTAINTY_POSSIBLE;
}

struct early_row {
    int32_t letter_no, guidance_no;
    const char *certainty;
};
static const struct field early_fields[] = {
    FIELD(struct early_row, letter_no),
    FIELD(struct early_row, guidance_no),
    FIELD(struct early_row, certainty),
};

static bool write_early(const struct inputs *in, const struct record *record,
                        const struct letters *letters, const struct early_pair *pair,
                        struct row_map *insert, struct error *err)
{
    struct early e = {.in = in,
                      .pair = pair,
                      .letter = &letters->letters[pair->letter_no - 1],
                      .advice = &in->guidance[pair->guidance_no - 1],
                      .all = true};
    record_find(record, e.letter->force_no, e.letter->tool_no, &e.record, &e.record_count);
    enum certainty found = read_pair(&e);
    const struct early_row row = {pair->letter_no, pair->guidance_no, certainty_words[found]};
    return found == CERTAINTY_NONE || row_write(insert, &row, err);
}

bool early_build(const struct inputs *in, const struct record *record,
                 const struct letters *letters, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(in->db, "letters_near_advice", pair_fields);
    SCOPED_ROW_MAP insert = row_writer(in->db, "insert_early_answer", early_fields);
    struct early_pair pair = {0};
    while (row_next(&rows, &pair))
        if (!write_early(in, record, letters, &pair, &insert, err))
            return false;
    return row_done(&rows, err);
}
