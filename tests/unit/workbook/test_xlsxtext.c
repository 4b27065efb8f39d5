/* SPDX-License-Identifier: MIT */
#include "workbook/xlsxtext.h"

#include "base/memory.h"
#include "suites.h"

#include <check.h>
#include <stdlib.h>

#define REPLACED "\xef\xbf\xbd"

static const struct {
    struct slice text;
    const char *expected;
} texts[] = {
    {{"", 0}, ""},
    {{"=HYPERLINK(\"x\")", 15}, "=HYPERLINK(\"x\")"},
    {{"0745", 4}, "0745"},
    {{"\t\n\r ", 4}, "\t\n\r "},
    {{"a\0b\1\x1f", 5}, "a" REPLACED "b" REPLACED REPLACED},
    {{"\x7f", 1}, "\x7f"},
    {{"\xff\xc3", 2}, REPLACED REPLACED},
    {{"\xef\xbf\xbf\xef\xbf\xbe", 6}, REPLACED REPLACED},
    {{"\xef\xbf\xbc", 3}, "\xef\xbf\xbc"},
    {{"\xe2\x80\xae\xf0\x9f\x98\x80", 7}, "\xe2\x80\xae\xf0\x9f\x98\x80"},
    {{"_x0041_", 7}, "_x005F_x0041_"},
    {{"_x004_ _x00g1_ _x0041", 21}, "_x004_ _x00g1_ _x0041"},
};

START_TEST(test_makes_text_storable)
{
    char *out = memory_new(XLSXTEXT_BYTES, 1);
    xlsxtext_cell(texts[_i].text, out);
    ck_assert_str_eq(out, texts[_i].expected);
    free(out);
}
END_TEST

/* Text of so many characters, each of these bytes, as a cell has it. */
static char *fill(const char *character, size_t count)
{
    size_t length = strlen(character);
    char *text = memory_new(count * length + 1, 1), *out = memory_new(XLSXTEXT_BYTES, 1);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * length, character, length);
    xlsxtext_cell((struct slice){text, count * length}, out);
    free(text);
    return out;
}

START_TEST(test_cuts_what_is_too_long)
{
    static const struct {
        const char *character;
        size_t units, bytes;
    } kinds[] = {{"x", 1, 1}, {"\xe2\x82\xac", 1, 3}, {"\xf0\x9f\x98\x80", 2, 4}, {"\1", 1, 3}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t most = XLSXTEXT_UNITS / kinds[i].units;
        char *whole = fill(kinds[i].character, most), *cut = fill(kinds[i].character, most + 1);
        ck_assert_uint_eq(strlen(whole), most * kinds[i].bytes);
        ck_assert_uint_lt(strlen(cut), XLSXTEXT_BYTES);
        const char *ending = strstr(cut, " [cut: note 5]");
        ck_assert_ptr_nonnull(ending);
        ck_assert_uint_eq((size_t)(ending - cut) % kinds[i].bytes, 0);
        ck_assert_uint_le((size_t)(ending - cut) / kinds[i].bytes * kinds[i].units + 14,
                          XLSXTEXT_UNITS);
        free(whole);
        free(cut);
    }
}
END_TEST

static const struct {
    const char *text;
    bool is_link;
} addresses[] = {
    {"https://example.org/a?b=1&c=2#d", true},
    {"HTTP://example.org", true},
    {"https://example.org/%20", true},
    {"", false},
    {"https://", false},
    {"https:///etc/passwd", false},
    {"javascript:alert(1)", false},
    {"file:///etc/passwd", false},
    {"ftp://example.org/", false},
    {"mailto:a@example.org", false},
    {"see https://example.org/", false},
    {"https://example.org/a b", false},
    {"https://example.org/\"x", false},
    {"https://example.org/%zz", false},
    {"https://example.org/%2", false},
    {"https://example.org/external:c:\\x", false},
    {"https://example.org/external:x", false},
    {"https://example.org/?internal:Sheet", false},
    {"https://example.org/\xe2\x80\xae", false},
    {"https://example.org/\n", false},
};

START_TEST(test_knows_links)
{
    ck_assert_msg(xlsxtext_is_link(slice_of(addresses[_i].text)) == addresses[_i].is_link, "%s",
                  addresses[_i].text);
}
END_TEST

START_TEST(test_refuses_long_links)
{
    char address[2081];
    memset(address, 'a', sizeof address);
    memcpy(address, "https://", 8);
    ck_assert(xlsxtext_is_link((struct slice){address, 2079}));
    ck_assert(!xlsxtext_is_link((struct slice){address, 2080}));
}
END_TEST

START_TEST(test_knows_dates_and_numbers)
{
    static const char *const no_dates[] = {"",           "2023",       "2023-07",     "2023-13-01",
                                           "2023-00-01", "2023-01-00", "2023-01-32",  "1899-01-01",
                                           "2023/01/01", "2023-1-1",   "2023-01-01x", "yes",
                                           "-023-01-01"};
    static const char *const no_numbers[] = {"",    " 1",  "1 ", "1,5", "0x10",
                                             "nan", "inf", "1e", "-"};
    int year = 0, month = 0, day = 0;
    double number = 0;
    ck_assert(xlsxtext_is_date(slice_of("2024-02-29"), &year, &month, &day));
    ck_assert(year == 2024 && month == 2 && day == 29);
    for (size_t i = 0; i < sizeof no_dates / sizeof *no_dates; i++)
        ck_assert_msg(!xlsxtext_is_date(slice_of(no_dates[i]), &year, &month, &day), "%s",
                      no_dates[i]);
    ck_assert(xlsxtext_is_number(slice_of("-0.250000"), &number) && number == -0.25);
    ck_assert(xlsxtext_is_number(slice_of("1.5e-07"), &number) && number == 1.5e-07);
    for (size_t i = 0; i < sizeof no_numbers / sizeof *no_numbers; i++)
        ck_assert_msg(!xlsxtext_is_number(slice_of(no_numbers[i]), &number), "%s", no_numbers[i]);
}
END_TEST

START_TEST(test_measures_lines)
{
    ck_assert_uint_eq(xlsxtext_width(""), 0);
    ck_assert_uint_eq(xlsxtext_width("\xe2\x82\xac"
                                     "ab\nabcd"),
                      4);
    ck_assert_uint_eq(xlsxtext_lines("", 10), 1);
    ck_assert_uint_eq(xlsxtext_lines("1234567890", 10), 1);
    ck_assert_uint_eq(xlsxtext_lines("12345678901", 10), 2);
    ck_assert_uint_eq(xlsxtext_lines("1\n2\n345678901234", 10), 4);
}
END_TEST

START_TEST(test_escapes_pages)
{
    char out[64], small[8];
    xlsxtext_page("OFFICIAL & <b> &P", out, sizeof out);
    ck_assert_str_eq(out, "OFFICIAL && <b> &&P");
    xlsxtext_page("&G&[Picture]", out, sizeof out);
    ck_assert_str_eq(out, "&&&B&BG&&&B&B[Picture]");
    xlsxtext_page("\xe2\x82\xac\xe2\x82\xac&&", small, sizeof small);
    ck_assert_str_eq(small, "\xe2\x82\xac\xe2\x82\xac");
}
END_TEST

Suite *suite_workbook_xlsxtext(void)
{
    Suite *s = suite_create("workbook/xlsxtext");
    TCase *c = tcase_create("text");
    tcase_add_loop_test(c, test_makes_text_storable, 0, sizeof texts / sizeof *texts);
    tcase_add_test(c, test_cuts_what_is_too_long);
    tcase_add_loop_test(c, test_knows_links, 0, sizeof addresses / sizeof *addresses);
    tcase_add_test(c, test_refuses_long_links);
    tcase_add_test(c, test_knows_dates_and_numbers);
    tcase_add_test(c, test_measures_lines);
    tcase_add_test(c, test_escapes_pages);
    suite_add_tcase(s, c);
    return s;
}
