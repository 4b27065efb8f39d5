/* SPDX-License-Identifier: MIT */
#include "derive/deadline.h"

enum { WORKING_DAYS_TO_ANSWER = 20, WORKING_DAYS_EXTENDED = 40 };

static void note_extension(struct extensions *e, struct date_interval day)
{
    if (e->count == 0 || day.latest < e->first_latest)
        e->first_latest = day.latest;
    for (size_t i = 0; i < e->count; i++)
        if (e->begins[i].earliest == day.earliest && e->begins[i].latest == day.latest)
            return;
    if (e->count < 2)
        e->begins[e->count++] = day;
    else if (day.earliest < e->begins[1].earliest)
        e->begins[1] = day;
    if (e->count == 2 && e->begins[1].earliest < e->begins[0].earliest) {
        struct date_interval second = e->begins[0];
        e->begins[0] = e->begins[1];
        e->begins[1] = second;
    }
}

struct extensions extensions_of(const struct fact *rows, size_t count)
{
    struct extensions e = {0};
    for (size_t i = 0; i < count; i++) {
        if (rows[i].stance != STANCE_EXTENDED)
            continue;
        if (fact_has_written_date(&rows[i]))
            note_extension(&e, rows[i].responded);
        else
            e.has_undated = true;
    }
    return e;
}

static bool is_foisa(const struct inputs *in, int32_t force_no)
{
    return in->regime_of[force_no] == vocabulary_code(&regimes, slice_of("FOISA"));
}

/* Holidays of any part of the United Kingdom, or of Scotland alone (clause 33). */
static const struct holiday_calendar *calendar_of(const struct inputs *in, int32_t force_no)
{
    return is_foisa(in, force_no) ? &in->scotland : &in->uk;
}

static bool due_after(const struct inputs *in, int32_t force_no, struct date_interval received,
                      int working_days, struct date_interval *ret_due)
{
    const struct holiday_calendar *calendar = calendar_of(in, force_no);
    return working_day_after(calendar, received.earliest, working_days, &ret_due->earliest) &&
           working_day_after(calendar, received.latest, working_days, &ret_due->latest);
}

/* By the 20th working day and before the letter, in every reading that makes it late. */
static bool is_surely_extended(const struct extensions *e, struct date_interval due,
                               struct date_interval day)
{
    return e->count > 0 && e->first_latest <= due.earliest && e->first_latest < day.latest;
}

/* In some reading; a letter does not extend its own time. */
static bool may_be_extended(const struct extensions *e, struct date_interval due,
                            struct date_interval day)
{
    bool may = e->has_undated;
    for (size_t i = 0; i < e->count; i++) {
        struct date_interval begin = e->begins[i];
        bool is_own = begin.earliest == day.earliest && begin.latest == day.latest;
        may |= !is_own && begin.earliest <= due.latest && begin.earliest < day.latest;
    }
    return may;
}

bool deadline_day(const struct inputs *in, int32_t force_no, struct date_interval received,
                  int working_days, struct date_interval *ret_day)
{
    struct date_interval due;
    if (!due_after(in, force_no, received, working_days, &due))
        return false;
    *ret_day = due;
    return true;
}

bool deadline_of(const struct inputs *in, int32_t force_no, struct date_interval received,
                 const struct extensions *extensions, struct date_interval day,
                 struct deadline *ret)
{
    struct date_interval due, extended;
    if (!due_after(in, force_no, received, WORKING_DAYS_TO_ANSWER, &due))
        return false;
    bool can_extend = !is_foisa(in, force_no) &&
                      due_after(in, force_no, received, WORKING_DAYS_EXTENDED, &extended);
    bool sure = can_extend && is_surely_extended(extensions, due, day);
    bool may = can_extend && may_be_extended(extensions, due, day);
    *ret = (struct deadline){.due = due, .working_days = WORKING_DAYS_TO_ANSWER};
    if (day.earliest > due.latest && (!may || day.earliest > extended.latest))
        ret->passed = CERTAINTY_CERTAIN;
    else if (day.latest > (sure ? extended.earliest : due.earliest))
        ret->passed = CERTAINTY_POSSIBLE;
    if (sure || (may && ret->passed == CERTAINTY_CERTAIN)) {
        ret->due = extended;
        ret->working_days = WORKING_DAYS_EXTENDED;
    }
    return true;
}
