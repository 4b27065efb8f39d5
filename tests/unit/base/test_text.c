/* SPDX-License-Identifier: MIT
 * What becomes of a text that does not fit.
 */
#include "suites.h"
#include "support.h"
#include "table.h"

#include "base/text.h"
#include "base/utf8.h"

#include <string.h>

/* Into ten bytes: nine and a NUL. */
static const struct {
    const char *text, *cut;
} cuts[] = {
    {"", ""},
    {"123456789", "123456789"},
    {"1234567890", "123456..."},
    /* two, three and four bytes a character */
    {"12345\xc3\xa9"
     "789",
     "12345..."},
    {"1234\xc3\xa9"
     "789",
     "1234\xc3\xa9"
     "789"},
    {"1234\xe2\x82\xac"
     "8901",
     "1234..."},
    {"123\xf0\x9f\x9a\x93"
     "8901",
     "123..."},
};

START_TEST(words_are_cut_between_characters)
{
    char out[10];
    text_cut(out, sizeof out, "%s", cuts[_i].text);
    ck_assert_str_eq(out, cuts[_i].cut);
    ck_assert_uint_eq(utf8_valid_length(slice_of(out)), strlen(out));
}
END_TEST

START_TEST(words_are_added_until_it_is_full)
{
    char out[12] = "";
    text_add(out, sizeof out, "%s", "one");
    text_add(out, sizeof out, "%s", ", two");
    ck_assert_str_eq(out, "one, two");
    text_add(out, sizeof out, "%s", ", three");
    ck_assert_str_eq(out, "one, two...");
    text_add(out, sizeof out, "%s", ", four");
    ck_assert_str_eq(out, "one, two...");
}
END_TEST

START_TEST(what_must_fit_fits)
{
    char out[10];
    ck_assert_uint_eq(text_fit(out, sizeof out, "%d/%d", 1234, 5678), 9);
    ck_assert_str_eq(out, "1234/5678");
}
END_TEST

static void fit_too_much(const void *text)
{
    char out[10];
    text_fit(out, sizeof out, "%s", (const char *)text);
}

START_TEST(what_must_fit_and_does_not_is_a_fault)
{
    ck_assert(!support_aborts(fit_too_much, "123456789"));
    ck_assert(support_aborts(fit_too_much, "1234567890"));
}
END_TEST

START_TEST(shown_in_a_message)
{
    ck_assert_str_eq(SHOWN("a\nb", 16), "a\\x0Ab");
    ck_assert_str_eq(SHOWN("a long word of a user's", 16), "a long word ...");
}
END_TEST

Suite *suite_base_text(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/text", &tcase);
    ADD_TABLE_TEST(tcase, words_are_cut_between_characters, cuts);
    tcase_add_test(tcase, words_are_added_until_it_is_full);
    tcase_add_test(tcase, what_must_fit_fits);
    tcase_add_test(tcase, what_must_fit_and_does_not_is_a_fault);
    tcase_add_test(tcase, shown_in_a_message);
    return suite;
}
