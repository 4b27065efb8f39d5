/* SPDX-License-Identifier: MIT */
#include "intake/bounds.h"

#include "base/text.h"
#include "store/statements.h"

enum { FAR_DAYS = 400, LATE_DAYS = 31, DATE_SIZE = 16 };

void bounds_of_publication(struct table *t, int published_column, int retrieved_column)
{
    struct value *published = &t->row.values[published_column];
    const struct value *retrieved = &t->row.values[retrieved_column];
    if (!retrieved->is_known || (published->is_known && date_is_day(published->date)))
        return;
    int32_t cap = retrieved->date.latest;
    if (!published->is_known)
        *published = (struct value){.is_known = true, .date = {DAY_MIN, cap}};
    else if (published->date.earliest > cap)
        table_tally(t, TALLY_BOUNDS_CROSS);
    else if (published->date.latest > cap)
        published->date.latest = cap;
}

static bool tell_crossing(struct table *t, struct error *err)
{
    SCOPED_QUERY s = query_prepare(t->intake->db, "letters_out_of_bounds");
    struct ledger_notice notice = {"dates-cross", 0, 0};
    char received[DATE_SIZE] = "", responded[DATE_SIZE] = "", retrieved[DATE_SIZE] = "";
    if (query_next(s)) {
        notice.rows = query_get_int(s, "n");
        notice.line = (long)query_get_int(s, "line");
        text_cut(received, sizeof received, "%s", query_get_text(s, "date_received").bytes);
        text_cut(responded, sizeof responded, "%s", query_get_text(s, "date_responded").bytes);
        text_cut(retrieved, sizeof retrieved, "%s", query_get_text(s, "retrieved_on").bytes);
    }
    return query_done(s, err) &&
           (!notice.rows ||
            ledger_notice(t->account.ledger, &t->account, &notice, err,
                          "date_received and retrieved_on leave no day for the letter of %lld "
                          "%s, first date_received \"%s\", date_responded \"%s\", retrieved_on "
                          "\"%s\": date_responded is kept as written; look the dates up in the "
                          "source",
                          (long long)notice.rows, text_plural(notice.rows, "row", "rows"), received,
                          responded, retrieved));
}

static void note(struct intake *intake, int32_t day)
{
    if (!intake->has_latest_day || day > intake->latest_day) {
        intake->day_before = intake->has_latest_day ? intake->latest_day : DAY_MIN;
        intake->latest_day = day;
    } else if (day < intake->latest_day && day > intake->day_before) {
        intake->day_before = day;
    }
    intake->has_latest_day = true;
}

static bool note_letters(struct intake *intake, struct error *err)
{
    SCOPED_QUERY s = query_prepare(intake->db, "ends_of_letters");
    while (query_next(s))
        note(intake, (int32_t)query_get_int(s, "day"));
    return query_done(s, err);
}

static bool drop_inexact_letters(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "drop_inexact_letters");
    return query_run(s, err);
}

bool bounds_of_letters(struct table *t, struct error *err)
{
    struct intake *intake = t->intake;
    if (!intake->has_bounds) {
        if (intake->has_inexact_day)
            note(intake, intake->inexact_day);
        return true;
    }
    return database_run_file(intake->db, "analyzer/intake/bound_letters.sql", err) &&
           tell_crossing(t, err) && note_letters(intake, err) &&
           drop_inexact_letters(intake->db, err);
}

void table_note_day(struct table *t, const struct value *date)
{
    if (!date->is_known || !date_is_known(date->date))
        return;
    note(t->intake, date->date.latest);
    table_note_exact_day(t, date);
}

void table_note_exact_day(struct table *t, const struct value *date)
{
    struct intake *intake = t->intake;
    if (date->is_known && date_is_day(date->date) && date->date.latest > intake->latest_exact_day)
        intake->latest_exact_day = date->date.latest;
}

void table_note_letter(struct table *t, const struct value *received, const struct value *responded,
                       const struct value *retrieved)
{
    struct intake *intake = t->intake;
    table_note_day(t, received);
    table_note_exact_day(t, retrieved);
    if (responded->is_known && date_is_day(responded->date)) {
        table_note_day(t, responded);
        return;
    }
    intake->has_bounds |= received->is_known || retrieved->is_known;
    if (!responded->is_known)
        return;
    if (!intake->has_inexact_day || responded->date.latest > intake->inexact_day)
        intake->inexact_day = responded->date.latest;
    intake->has_inexact_day = true;
}

/* A date far from all others, which one row holds, is a slip of the pen rather than the day of
 * the audit (SEMANTICS 66). */
static bool leave_out_slip(struct intake *intake, struct error *err)
{
    if (!intake->has_latest_day || intake->day_before == DAY_MIN ||
        intake->latest_day - intake->day_before <= FAR_DAYS)
        return true;
    SCOPED_QUERY s = query_prepare(intake->db, "lonely_day");
    query_bind_int(s, "day", intake->latest_day);
    query_bind_int(s, "far", FAR_DAYS);
    bool is_slip = query_next(s) && query_get_int(s, "is_slip");
    if (!query_done(s, err) || !is_slip)
        return query_done(s, err);
    char slip[DATE_SIZE], day[DATE_SIZE];
    date_format((struct date_interval){intake->latest_day, intake->latest_day}, slip);
    date_format((struct date_interval){intake->day_before, intake->day_before}, day);
    intake->latest_day = intake->day_before;
    struct ledger_notice notice = {"date-far-off", 0, 1};
    return ledger_notice(&intake->ledger, NULL, &notice, err,
                         "%s is more than %d days later than every other date, and one row holds "
                         "it: the audit is as of %s; look the date up, or give --as-of",
                         slip, FAR_DAYS, day);
}

static bool tell_late_audit(struct intake *intake, int32_t as_of, struct error *err)
{
    if (intake->latest_exact_day == DAY_MIN || as_of - intake->latest_exact_day <= LATE_DAYS)
        return true;
    char audit[DATE_SIZE], last[DATE_SIZE];
    date_format((struct date_interval){as_of, as_of}, audit);
    date_format((struct date_interval){intake->latest_exact_day, intake->latest_exact_day}, last);
    struct ledger_notice notice = {"as-of-late", 0, 1};
    return ledger_notice(&intake->ledger, NULL, &notice, err,
                         "the audit is as of %s, and the last date that is known to the day is "
                         "%s: what is due is judged by the former; give --as-of where that is "
                         "not meant",
                         audit, last);
}

bool bounds_of_audit(struct intake *intake, const struct date_interval *given, bool *ret_has,
                     int32_t *ret_day, struct error *err)
{
    if (!given && !leave_out_slip(intake, err))
        return false;
    *ret_has = given || intake->has_latest_day;
    *ret_day = given ? given->latest : intake->latest_day;
    return !*ret_has || tell_late_audit(intake, *ret_day, err);
}
