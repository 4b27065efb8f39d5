/* SPDX-License-Identifier: MIT
 * Citations without their brackets: what was probably meant, and what is left alone.
 */
#include "suites.h"
#include "table.h"

#include "domain/citation_hint.h"

/* A list, the part of it that is read as two sections or none ("": none), and what each of
 * these parts, or the list, is asked about as ("": nothing). */
static const struct {
    const char *list, *part, *hint;
} lists[] = {
    {"31,3", "31,3", "31(3)"},
    {"31, 3", "31, 3", "31(3)"},
    {"24,2", "24,2", "24(2)"},
    {"40,5B", "40,5B", "40(5B)"},
    {"40, 5b", "40, 5b", "40(5B)"},
    {"12,1", "12,1", "12(1)"},
    {"31(3); 24,2", "24,2", "24(2)"},
    {"23,24,2", "24,2", "24(2)"},
    {"38,1(b)", "38,1(b)", "38(1)(b)"},
    {"31,3; 24,2", "31,3", "31(3)"},
    {"s31,3 and s24", "31,3", "31(3)"},
    {"313", "313", "31(3)"},
    {"31(3), 242", "242", "24(2)"},
    {"405B", "405B", "40(5B)"},
    /* the same with other signs, which cannot be read at all */
    {"31-3", "", "31(3)"},
    {"31.3", "", "31(3)"},
    {"31/3", "", "31(3)"},
    {"31:3", "", "31(3)"},
    {"31_3", "", "31(3)"},
    {"31 3", "", "31(3)"},
    {"31[3]", "", "31(3)"},
    {"31{3}", "", "31(3)"},
    {"31(3", "", "31(3)"},
    {"31 3)", "", "31(3)"},
    {"s.31-3", "", "31(3)"},
    {"Section 31.3 FOIA", "", "31(3)"},
    {"FOIA 31-3", "", "31(3)"},
    {"38.1.b", "", "38(1)(b)"},
    {"36-2-b-ii", "", "36(2)(b)(ii)"},
    {"22A-1", "", "22A(1)"},
    {"40.5B.a.i", "", "40(5B)(a)(i)"},
    {"EIR 12-4-b", "", "EIR 12(4)(b)"},
    /* lists of sections, and what is no section */
    {"31,40", "", ""},
    {"23,24", "", ""},
    {"31; 3", "", ""},
    {"31 and 3", "", ""},
    {"31(3),24(2)", "", ""},
    {"31(1),3", "", ""},
    {"10, 1", "", ""},
    {"17,1(1)(a)", "", ""},
    {"1,2", "", ""},
    {"31,30", "", ""},
    {"131", "", ""},
    {"310", "", ""},
    {"31-33", "", ""},
    {"23/24", "", ""},
    {"31(3)/24(2)", "", ""},
    {"31(3) 24(2)", "", ""},
    {"exempt", "", ""},
    {"2024-03-31", "", ""},
    {"31 pages", "", ""},
    {"", "", ""},
};

START_TEST(brackets_are_asked_about)
{
    struct slice list = slice_of(lists[_i].list), part = {"", 0};
    char hint[CITATION_BYTES] = "";
    bool is_split = citation_find_split(list, ACT_FOIA, &part);
    ck_assert_int_eq(is_split, *lists[_i].part != '\0');
    ck_assert_msg(!is_split || slice_is(part, lists[_i].part), "%.*s", (int)part.length,
                  part.bytes);
    char read[CITATION_BYTES];
    struct slice rest = list, bad;
    bool is_asked = is_split || citation_next(&rest, ACT_FOIA, read, &bad) < 0;
    if (!is_asked || !citation_hint(is_split ? part : list, ACT_FOIA, hint))
        hint[0] = '\0';
    ck_assert_str_eq(hint, lists[_i].hint);
}
END_TEST

/* Under Acts whose sections go on, and those of nobody, a number is what it is. */
START_TEST(other_acts_are_left_alone)
{
    static const enum act others[] = {ACT_NONE, ACT_EIR, ACT_EISR, ACT_DPA};
    struct slice part;
    ck_assert(citation_find_split(slice_of("31,3"), ACT_FOISA, &part));
    for (size_t i = 0; i < LENGTH_OF(others); i++)
        ck_assert(!citation_find_split(slice_of("31,3; 313"), others[i], &part));
}
END_TEST

Suite *suite_domain_citation_hint(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("domain/citation_hint", &tcase);
    ADD_TABLE_TEST(tcase, brackets_are_asked_about, lists);
    tcase_add_test(tcase, other_acts_are_left_alone);
    return suite;
}
