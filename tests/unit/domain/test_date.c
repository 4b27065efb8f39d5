/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "domain/date.h"

/* The accepted forms (DATA.md), and the first and last day meant. */
static const struct {
    const char *text, *first, *last, *shown, *long_form;
} dates[] = {
    {"2024-12-09", "2024-12-09", "2024-12-09", "2024-12-09", "9 December 2024"},
    {" 2024-12-09\t", "2024-12-09", "2024-12-09", "2024-12-09", "9 December 2024"},
    {"2024-12", "2024-12-01", "2024-12-31", "2024-12", "December 2024"},
    {"2024-02", "2024-02-01", "2024-02-29", "2024-02", "February 2024"},
    {"2023-02", "2023-02-01", "2023-02-28", "2023-02", "February 2023"},
    {"2024", "2024-01-01", "2024-12-31", "2024", "2024"},
    {"09/12/2024", "2024-12-09", "2024-12-09", "2024-12-09", "9 December 2024"},
    {"9/2/2024", "2024-02-09", "2024-02-09", "2024-02-09", "9 February 2024"},
    {"9 December 2024", "2024-12-09", "2024-12-09", "2024-12-09", "9 December 2024"},
    {"09 DECEMBER 2024", "2024-12-09", "2024-12-09", "2024-12-09", "9 December 2024"},
    {"9 Dec 2024", "2024-12-09", "2024-12-09", "2024-12-09", "9 December 2024"},
    {"9 dec 2024", "2024-12-09", "2024-12-09", "2024-12-09", "9 December 2024"},
    {"09/12/24", "2024-12-09", "2024-12-09", "2024-12-09", "9 December 2024"},
    {"9/2/05", "2005-02-09", "2005-02-09", "2005-02-09", "9 February 2005"},
    {"9 Dec 24", "2024-12-09", "2024-12-09", "2024-12-09", "9 December 2024"},
    {"\xc2\xa0"
     "9 Dec 2024\xe2\x80\x8b",
     "2024-12-09", "2024-12-09", "2024-12-09", "9 December 2024"},
    {"1 May 2024", "2024-05-01", "2024-05-01", "2024-05-01", "1 May 2024"},
    {"29/02/2024", "2024-02-29", "2024-02-29", "2024-02-29", "29 February 2024"},
    {"2000-02-29", "2000-02-29", "2000-02-29", "2000-02-29", "29 February 2000"},
    {"1900-01-01", "1900-01-01", "1900-01-01", "1900-01-01", "1 January 1900"},
    {"2199-12-31", "2199-12-31", "2199-12-31", "2199-12-31", "31 December 2199"},
};

static int32_t day_of(const char *iso)
{
    struct date_interval d;
    ck_assert_int_eq(date_parse(slice_of(iso), &d), DATE_OK);
    return d.earliest;
}

START_TEST(accepted_forms)
{
    struct date_interval d;
    char shown[16], long_form[DATE_LONG_BYTES];
    ck_assert_int_eq(date_parse(slice_of(dates[_i].text), &d), DATE_OK);
    ck_assert_int_eq(d.earliest, day_of(dates[_i].first));
    ck_assert_int_eq(d.latest, day_of(dates[_i].last));
    date_format(d, shown);
    date_format_long(d, long_form);
    ck_assert_str_eq(shown, dates[_i].shown);
    ck_assert_str_eq(long_form, dates[_i].long_form);
}
END_TEST

/* Everything else is refused, with the accepted form that may be meant. */
static const struct {
    const char *text;
    enum date_fault fault;
    const char *suggestion;
} refusals[] = {
    {"", DATE_UNREADABLE, ""},
    {"24-12-09", DATE_UNREADABLE, ""},
    {"December 2024", DATE_UNREADABLE, "2024-12"},
    {"12/2024", DATE_UNREADABLE, "2024-12"},
    {"9th Dec 2024", DATE_UNREADABLE, "2024-12-09"},
    {"Monday, 9 December 2024", DATE_UNREADABLE, "2024-12-09"},
    {"the 9th of December 2024", DATE_UNREADABLE, "2024-12-09"},
    {"December 9, 2024", DATE_UNREADABLE, "2024-12-09"},
    {"9-Dec-2024", DATE_UNREADABLE, "2024-12-09"},
    {"9 Sept 2024", DATE_UNREADABLE, "2024-09-09"},
    {"2024 December", DATE_UNREADABLE, "2024-12"},
    {"2024/12/09", DATE_UNREADABLE, "2024-12-09"},
    {"2024-12-9", DATE_UNREADABLE, "2024-12-09"},
    {"2024-9", DATE_UNREADABLE, "2024-09"},
    {"9.12.2024", DATE_UNREADABLE, "2024-12-09"},
    {"09-12-2024", DATE_UNREADABLE, "2024-12-09"},
    {"09/12/024", DATE_UNREADABLE, ""},
    {"9-Dec-24", DATE_UNREADABLE, "2024-12-09"},
    {"12/25/24", DATE_MONTH_FIRST, "2024-12-25"},
    {"9/12/4", DATE_UNREADABLE, ""},
    {"20241209", DATE_UNREADABLE, "2024-12-09"},
    {"2024-12-09T10:30:00Z", DATE_UNREADABLE, "2024-12-09"},
    {"2024-12-09 00:00", DATE_UNREADABLE, "2024-12-09"},
    {"09/12/2024 09:15", DATE_UNREADABLE, "2024-12-09"},
    {"12/25/2024", DATE_MONTH_FIRST, "2024-12-25"},
    {"2024-02-31", DATE_IMPOSSIBLE, ""},
    {"2023-02-29", DATE_IMPOSSIBLE, ""},
    {"1900-02-29", DATE_IMPOSSIBLE, ""},
    {"2024-13", DATE_IMPOSSIBLE, ""},
    {"2024-00", DATE_IMPOSSIBLE, ""},
    {"2024-12-00", DATE_IMPOSSIBLE, ""},
    {"31/04/2024", DATE_IMPOSSIBLE, ""},
    {"31 April 2024", DATE_IMPOSSIBLE, ""},
    {"0 April 2024", DATE_IMPOSSIBLE, ""},
    {"1899", DATE_UNREADABLE, ""},
    {"2200-01-01", DATE_UNREADABLE, ""},
    {"745", DATE_UNREADABLE, ""},
    {"12024", DATE_UNREADABLE, ""},
    {"2024-", DATE_UNREADABLE, ""},
    {"2024-12-", DATE_UNREADABLE, "2024-12"},
    {"2024-12-091", DATE_UNREADABLE, ""},
    {"-2024", DATE_UNREADABLE, ""},
    {"9 Dece 2024x", DATE_UNREADABLE, ""},
    {"9 Nothing 2024", DATE_UNREADABLE, ""},
    {"spring 2024", DATE_UNREADABLE, ""},
    {"2024?", DATE_UNREADABLE, ""},
    {"45635", DATE_UNREADABLE, ""},
    {"tomorrow", DATE_UNREADABLE, ""},
    {"9 12 2024 5", DATE_UNREADABLE, ""},
};

START_TEST(refused_with_a_suggestion)
{
    struct date_interval d = {0, 0};
    char suggestion[16] = "#";
    struct slice text = slice_of(refusals[_i].text);
    ck_assert_int_eq(date_parse(text, &d), refusals[_i].fault);
    ck_assert_int_eq(date_suggest(text, suggestion), refusals[_i].suggestion[0] != '\0');
    ck_assert_str_eq(suggestion, refusals[_i].suggestion);
    if (suggestion[0])
        ck_assert_int_eq(date_parse(slice_of(suggestion), &d), DATE_OK);
}
END_TEST

/* What the way it is written leaves open. */
static const struct {
    const char *text;
    bool has_short_year, may_be_turned;
} writings[] = {
    {"2024-12-09", false, false}, {"9 December 2024", false, false},
    {"09/12/2024", false, true},  {"09/12/24", true, true},
    {"09/09/24", true, false},    {"13/12/2024", false, false},
    {"9 Dec 24", true, false},    {"2024", false, false},
};

START_TEST(writing_is_noticed)
{
    struct date_interval d;
    struct date_writing writing;
    ck_assert_int_eq(date_parse_written(slice_of(writings[_i].text), &d, &writing), DATE_OK);
    ck_assert_int_eq(writing.has_short_year, writings[_i].has_short_year);
    ck_assert_int_eq(writing.may_be_turned, writings[_i].may_be_turned);
}
END_TEST

START_TEST(unknown_and_odd_intervals)
{
    char shown[DATE_LONG_BYTES];
    struct date_interval unknown = {DAY_MIN, DAY_MAX}, open_end = {0, DAY_MAX}, long_one = {0, 400};
    ck_assert(!date_is_known(unknown));
    ck_assert(date_is_known(open_end));
    date_format(unknown, shown);
    ck_assert_str_eq(shown, "");
    date_format(open_end, shown);
    ck_assert_str_eq(shown, "");
    date_format(long_one, shown);
    ck_assert_str_eq(shown, "");
    date_format_long(unknown, shown);
    ck_assert_str_eq(shown, "an unknown date");
}
END_TEST

/* What bounds give, in the words of a sentence; "": the end is open. */
static const struct {
    const char *first, *last, *shown;
} bounded[] = {
    {"2025-03-03", "2025-03-03", "on 3 March 2025"},
    {"2025-03-01", "2025-03-31", "in March 2025"},
    {"2024-12-30", "2025-03-03", "on a day from 30 December 2024 to 3 March 2025"},
    {"", "2025-03-03", "on a day up to 3 March 2025"},
    {"2025-03-03", "", "on a day from 3 March 2025 on"},
    {"", "", "on an unknown date"},
};

static struct date_interval bounds_of(const char *first, const char *last)
{
    return (struct date_interval){*first ? day_of(first) : DAY_MIN, *last ? day_of(last) : DAY_MAX};
}

START_TEST(day_within_bounds)
{
    char shown[DATE_LONG_BYTES];
    date_format_when(bounds_of(bounded[_i].first, bounded[_i].last), shown);
    ck_assert_str_eq(shown, bounded[_i].shown);
}
END_TEST

START_TEST(bounds_are_said)
{
    char shown[DATE_BOUNDS_BYTES];
    struct date_interval none = bounds_of("", ""), one = bounds_of("2025-03-03", "2025-03-03"),
                         month = bounds_of("2025-05-01", "2025-05-31");
    date_format_bounds(one, none, shown);
    ck_assert_str_eq(shown, "received 3 March 2025");
    date_format_bounds(none, month, shown);
    ck_assert_str_eq(shown, "read May 2025");
    date_format_bounds(one, month, shown);
    ck_assert_str_eq(shown, "received 3 March 2025, read May 2025");
    date_format_bounds(none, none, shown);
    ck_assert_str_eq(shown, "");
}
END_TEST

START_TEST(days_go_there_and_back)
{
    ck_assert_int_eq(day_from_civil(1970, 1, 1), 0);
    ck_assert_int_eq(day_from_civil(2000, 3, 1), 11017);
    ck_assert_int_eq(day_weekday(0), 3);
    ck_assert_int_eq(day_weekday(day_of("2024-12-09")), 0);
    ck_assert_int_eq(day_weekday(day_of("1900-01-01")), 0);
    int32_t first = day_from_civil(1899, 1, 1), last = day_from_civil(2201, 1, 1);
    for (int32_t day = first; day < last; day++) {
        int year, month, day_of_month;
        day_to_civil(day, &year, &month, &day_of_month);
        ck_assert_int_eq(day_from_civil(year, month, day_of_month), day);
        ck_assert_int_eq((day_weekday(day) + 1) % 7, day_weekday(day + 1));
    }
}
END_TEST

Suite *suite_domain_date(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("domain/date", &tcase);
    ADD_TABLE_TEST(tcase, accepted_forms, dates);
    ADD_TABLE_TEST(tcase, refused_with_a_suggestion, refusals);
    ADD_TABLE_TEST(tcase, writing_is_noticed, writings);
    tcase_add_test(tcase, unknown_and_odd_intervals);
    ADD_TABLE_TEST(tcase, day_within_bounds, bounded);
    tcase_add_test(tcase, bounds_are_said);
    tcase_add_test(tcase, days_go_there_and_back);
    return suite;
}
