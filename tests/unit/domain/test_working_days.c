/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/embedded.h"
#include "domain/date.h"
#include "domain/working_days.h"
#include "reader/csv_reader.h"

enum { DAYS_MAX = 400 };

static int32_t days_uk[DAYS_MAX], days_scotland[DAYS_MAX];
static struct holiday_calendar uk = {days_uk, 0}, scotland = {days_scotland, 0};

static void add_day(int32_t *days, struct holiday_calendar *calendar, int32_t day)
{
    ck_assert_uint_lt(calendar->count, DAYS_MAX);
    bool is_repeat = calendar->count && days[calendar->count - 1] == day;
    if (!is_repeat)
        days[calendar->count++] = day;
}

/* The file is sorted by date. */
static void read_holidays(void)
{
    const struct embedded_file *file = embedded_find("datasets/reference/bank_holidays.csv");
    ck_assert_ptr_nonnull(file);
    struct csv_reader *reader = NULL;
    struct error err = {0};
    struct slice bytes = {(const char *)file->bytes, file->size};
    ck_assert(csv_reader_open(file->path, bytes, &reader, &err));
    uk.count = scotland.count = 0;
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event == CSV_ROW; csv_reader_next(reader, &row)) {
        struct date_interval d;
        ck_assert_int_eq(date_parse(row.fields[0], &d), DATE_OK);
        add_day(days_uk, &uk, d.earliest);
        if (slice_is(row.fields[1], "scotland"))
            add_day(days_scotland, &scotland, d.earliest);
    }
    ck_assert_int_eq(row.event, CSV_END);
    csv_reader_free(reader);
}

/* Receipt, the 20th and 40th working day under FOIA, the 20th under FOISA. */
static const struct {
    const char *receipt, *foia_20, *foia_40, *foisa_20;
} deadlines[] = {
    {"2024-11-12", "2024-12-11", "2025-01-14", "2024-12-11"},
    {"2024-12-09", "2025-01-10", "2025-02-07", "2025-01-10"},
    {"2025-03-21", "2025-04-22", "2025-05-21", "2025-04-21"},
    {"2025-06-27", "2025-07-28", "2025-08-27", "2025-07-25"},
    {"2024-12-24", "2025-01-27", "2025-02-24", "2025-01-27"},
    {"2025-11-15", "2025-12-15", "2026-01-16", "2025-12-15"},
    {"2022-08-25", "2022-09-26", "2022-10-24", "2022-09-23"},
    {"2024-02-20", "2024-03-20", "2024-04-19", "2024-03-19"},
    {"2026-07-01", "2026-07-30", "2026-08-28", "2026-07-29"},
};

static int32_t day_of(const char *iso)
{
    struct date_interval d;
    ck_assert_int_eq(date_parse(slice_of(iso), &d), DATE_OK);
    return d.earliest;
}

static void assert_due(const struct holiday_calendar *calendar, const char *receipt, int n,
                       const char *expected)
{
    int32_t day = 0;
    ck_assert(working_day_after(calendar, day_of(receipt), n, &day));
    char shown[16];
    date_format((struct date_interval){day, day}, shown);
    ck_assert_str_eq(shown, expected);
}

START_TEST(published_deadlines)
{
    assert_due(&uk, deadlines[_i].receipt, 20, deadlines[_i].foia_20);
    assert_due(&uk, deadlines[_i].receipt, 40, deadlines[_i].foia_40);
    assert_due(&scotland, deadlines[_i].receipt, 20, deadlines[_i].foisa_20);
}
END_TEST

START_TEST(day_1_is_the_first_open_day_after)
{
    assert_due(&uk, "2024-12-09", 1, "2024-12-10");
    assert_due(&uk, "2024-12-06", 1, "2024-12-09"); /* Friday */
    assert_due(&uk, "2024-12-24", 1, "2024-12-27"); /* over Christmas and Boxing Day */
    assert_due(&uk, "2024-12-25", 1, "2024-12-27"); /* received on a holiday */
}
END_TEST

START_TEST(empty_calendar_has_no_holidays)
{
    const struct holiday_calendar none = {NULL, 0};
    assert_due(&none, "2024-12-09", 20, "2025-01-06"); /* four weeks of weekdays */
    assert_due(&none, "2035-02-01", 20, "2035-03-01");
}
END_TEST

START_TEST(no_date_outside_the_calendar)
{
    int32_t day = 0;
    ck_assert(!working_day_after(&uk, day_of("2018-12-31"), 20, &day));
    ck_assert(!working_day_after(&uk, day_of("2027-12-20"), 20, &day));
    ck_assert(working_day_after(&uk, day_of("2027-11-15"), 20, &day));
    ck_assert(!working_day_after(&uk, DAY_MIN, 20, &day));
    ck_assert(!working_day_after(&uk, DAY_MAX, 20, &day));
    ck_assert(!working_day_after(&uk, day_of("2024-12-09"), 0, &day));
}
END_TEST

Suite *suite_domain_working_days(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("domain/working_days", &tcase);
    tcase_add_checked_fixture(tcase, read_holidays, NULL);
    ADD_TABLE_TEST(tcase, published_deadlines, deadlines);
    tcase_add_test(tcase, day_1_is_the_first_open_day_after);
    tcase_add_test(tcase, empty_calendar_has_no_holidays);
    tcase_add_test(tcase, no_date_outside_the_calendar);
    return suite;
}
