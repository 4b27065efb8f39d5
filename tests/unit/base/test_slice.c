/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/slice.h"

START_TEST(equality_is_of_bytes)
{
    ck_assert(slice_is(slice_of("abc"), "abc"));
    ck_assert(!slice_is(slice_of("abc"), "abcd"));
    ck_assert(!slice_is(slice_of("abc"), "abC"));
    ck_assert(slice_equals((struct slice){NULL, 0}, slice_of("")));
    ck_assert(slice_equals((struct slice){"a\0b", 3}, (struct slice){"a\0b", 3}));
}
END_TEST

START_TEST(an_end_is_no_more_than_the_whole)
{
    ck_assert(slice_ends_with(slice_of("a.sql"), ".sql"));
    ck_assert(slice_ends_with(slice_of(".sql"), ".sql"));
    ck_assert(slice_ends_with(slice_of("a"), ""));
    ck_assert(!slice_ends_with(slice_of("sql"), ".sql"));
    ck_assert(!slice_ends_with(slice_of("a.sql "), ".sql"));
    ck_assert(!slice_ends_with((struct slice){"a.sql", 4}, ".sql"));
    ck_assert(slice_is(slice_without_end(slice_of("a.sql"), ".sql"), "a"));
    ck_assert(slice_is(slice_without_end(slice_of("a.sq"), ".sql"), "a.sq"));
    ck_assert(slice_is(slice_without_end(slice_of(".sql"), ".sql"), ".sql"));
}
END_TEST

static const struct {
    const char *text, *trimmed;
} trims[] = {
    {"", ""},
    {" ", ""},
    {" \t\r\n\v\f", ""},
    {" a b\t", "a b"},
    {"a", "a"},
    /* no-break, thin, zero-width, ideographic, soft hyphen, byte order mark, filler */
    {"\xc2\xa0\xe2\x80\x89"
     "a\xe2\x80\x8b\xe3\x80\x80",
     "a"},
    {"\xc2\xad \xef\xbb\xbf\xe3\x85\xa4", ""},
    {"\xc2\xa0\xa0", "\xa0"},
    {"\xa0\xff\xe2\x80", "\xa0\xff\xe2\x80"},
    {"caf\xc3\xa9", "caf\xc3\xa9"},
};

START_TEST(trim_drops_blanks_at_the_ends)
{
    ck_assert(slice_is(slice_trim(slice_of(trims[_i].text)), trims[_i].trimmed));
}
END_TEST

START_TEST(parts_are_taken_in_turn)
{
    struct slice rest = slice_of("a;;bc;"), part;
    ck_assert(slice_next_part(&rest, ';', &part) && slice_is(part, "a"));
    ck_assert(slice_next_part(&rest, ';', &part) && slice_is(part, ""));
    ck_assert(slice_next_part(&rest, ';', &part) && slice_is(part, "bc"));
    ck_assert(!slice_next_part(&rest, ';', &part));
    ck_assert(slice_is(part, ""));
    rest = (struct slice){NULL, 0};
    ck_assert(!slice_next_part(&rest, ';', &part));
}
END_TEST

Suite *suite_base_slice(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/slice", &tcase);
    tcase_add_test(tcase, equality_is_of_bytes);
    tcase_add_test(tcase, an_end_is_no_more_than_the_whole);
    ADD_TABLE_TEST(tcase, trim_drops_blanks_at_the_ends, trims);
    tcase_add_test(tcase, parts_are_taken_in_turn);
    return suite;
}
