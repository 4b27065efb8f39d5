/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/utf8.h"

static const struct {
    const char *text;
    size_t length, valid;
} validities[] = {
    {"", 0, 0},
    {"plain ASCII, longer than a word", 31, 31},
    {"caf\xc3\xa9 \xe2\x80\x93 \xf0\x9f\x97\xba", 14, 14},
    {"a\0b", 3, 3},
    {"12345678\xff", 9, 8},
    {"1234567\xff", 8, 7},
    {"\xc3", 1, 0},             /* cut */
    {"ab\xe2\x80", 4, 2},       /* cut */
    {"\xc0\xaf", 2, 0},         /* overlong */
    {"\xe0\x80\xaf", 3, 0},     /* overlong */
    {"\xed\xa0\x80", 3, 0},     /* surrogate */
    {"\xf4\x8f\xbf\xbf", 4, 4}, /* U+10FFFF */
    {"\xf4\x90\x80\x80", 4, 0}, /* above it */
    {"\x80", 1, 0},
};

START_TEST(valid_beginning)
{
    struct slice text = {validities[_i].text, validities[_i].length};
    ck_assert_uint_eq(utf8_valid_length(text), validities[_i].valid);
}
END_TEST

static const struct {
    const char *text, *shown;
    size_t size;
} shows[] = {
    {"", "", 16},
    {"caf\xc3\xa9", "caf\xc3\xa9", 16},
    {"a\tb\x7f", "a\\x09b\\x7F", 16},
    {"\xff\xc3", "\\xFF\\xC3", 16},
    {"\xc2\x9b", "U+009B", 16},
    {"\xe2\x80\xae", "U+202E", 16},
    {"\xe2\x81\xa6", "U+2066", 16},
    {"\xef\xbb\xbf", "U+FEFF", 16},
    {"123456789012345", "123456789012345", 16},
    {"1234567890123456", "123456789012...", 16},
    {"12345678901\xc3\xa9\xc3\xa9\xc3\xa9", "12345678901...", 16},
    {"12345678901234\xff", "123456789012...", 16},
};

START_TEST(shown_text)
{
    char out[64];
    memset(out, '#', sizeof out);
    utf8_show(slice_of(shows[_i].text), out, shows[_i].size);
    ck_assert_str_eq(out, shows[_i].shown);
    ck_assert_int_eq(out[shows[_i].size], '#');
}
END_TEST

Suite *suite_base_utf8(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/utf8", &tcase);
    ADD_TABLE_TEST(tcase, valid_beginning, validities);
    ADD_TABLE_TEST(tcase, shown_text, shows);
    return suite;
}
