/* SPDX-License-Identifier: MIT
 * Dates as people write them into trackers.
 */
#include "imports/free_date.h"
#include "suites.h"
#include "table.h"

static const struct {
    const char *text, *sent, *read; /* "": no date */
} dates[] = {
    {"2/12/2024", NULL, "2024-12-02"},
    {"02.12.24", NULL, "2024-12-02"},
    {"2-12-2024", NULL, "2024-12-02"},
    {"Mon 2 Dec 2024", NULL, "2024-12-02"},
    {"2nd December 2024", NULL, "2024-12-02"},
    {"January 28, 2025", NULL, "2025-01-28"},
    {"28 January, 2025", NULL, "2025-01-28"},
    {"2024-12-02", NULL, "2024-12-02"},
    {"2024-12-02T23:30:00+01:00", NULL, "2024-12-02"},
    {"2024-12-02 00:00:00", NULL, "2024-12-02"},
    {"02/12/2024 14:05", NULL, "2024-12-02"},
    {"45692", NULL, "2025-02-04"},
    {"45692.0", NULL, "2025-02-04"},
    {"w/c 2 Dec 2024", NULL, "2024-12"},
    {"week commencing 2/12/2024", NULL, "2024-12"},
    {"w/c 28 Oct 2024", NULL, "2024"},
    {"w/c 30 Dec 2024", NULL, ""},
    {"mid-Dec 2024", NULL, "2024-12"},
    {"early December 2024", NULL, "2024-12"},
    {"Dec 2024", NULL, "2024-12"},
    {"Dec-24", NULL, "2024-12"},
    {"12/2024", NULL, "2024-12"},
    {"2024", NULL, "2024"},
    {"mid-Dec", NULL, ""},
    {"9 Dec", NULL, ""},
    {"mid-Dec", "2024-11-20", "2024-12"},
    {"9 Dec", "2024-11-20", "2024-12-09"},
    {"9 Jan", "2024-11-20", "2025-01-09"},
    {"20/11", "2024-11-20", "2024-11-20"},
    {"19/11", "2024-11-20", "2025-11-19"},
    {"w/c 2 Dec", "2024-11-20", "2024-12"},
    {"9 Dec", "2024", ""},
    {"3 weeks ago", "2024-11-20", ""},
    {"last week", "2024-11-20", ""},
    {"TBC", NULL, ""},
    {"", NULL, ""},
    {"31/02/2025", NULL, ""},
    {"12/31/2024", NULL, ""},
    {"2024/25", NULL, ""},
    {"9 Dec 2024 - 3 Jan 2025", NULL, ""},
    {"1", NULL, ""},
    {"9 Dec 12024", NULL, ""},
    {"0/0/2024", NULL, ""},
};

START_TEST(a_date_is_read_or_is_none)
{
    char read[FREE_DATE_BYTES];
    const struct free_date_context context = {.sent = dates[_i].sent};
    bool found = free_date_read(slice_of(dates[_i].text), &context, read);
    ck_assert_msg(strcmp(read, dates[_i].read) == 0, "\"%s\": \"%s\", not \"%s\"", dates[_i].text,
                  read, dates[_i].read);
    ck_assert_int_eq(found, *dates[_i].read != '\0');
}
END_TEST

START_TEST(the_order_of_the_profile_counts)
{
    char read[FREE_DATE_BYTES];
    const struct free_date_context context = {.is_month_first = true};
    ck_assert(free_date_read(slice_of("12/31/2024"), &context, read));
    ck_assert_str_eq(read, "2024-12-31");
    ck_assert(!free_date_read(slice_of("31/12/2024"), &context, read));
}
END_TEST

Suite *suite_imports_free_date(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("imports/free_date", &tcase);
    ADD_TABLE_TEST(tcase, a_date_is_read_or_is_none, dates);
    tcase_add_test(tcase, the_order_of_the_profile_counts);
    return suite;
}
