/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "domain/citation.h"

#include <stdio.h>

/* The list as written, and the citations joined with a space; "!" and the item
 * where one cannot be read. */
static const struct {
    const char *list, *read;
} lists[] = {
    {"", ""},
    {" ;, and ", ""},
    {"31(3)", "31(3)"},
    {"s31(3)", "31(3)"},
    {"S.31(3)", "31(3)"},
    {"s 31(3)", "31(3)"},
    {"s. 31 ( 3 )", "31(3)"},
    {"31 (3)", "31(3)"},
    {"Section 31 (3)", "31(3)"},
    {"SECTIONS 31(3)", "31(3)"},
    {"s.31(3) FOIA", "31(3)"},
    {"Section\xc2\xa0"
     "31(3)",
     "31(3)"},
    {"31(3);24(2)", "31(3) 24(2)"},
    {"31(3);;24(2);", "31(3) 24(2)"},
    {"s31(3), s24(2)", "31(3) 24(2)"},
    {"S.31(3) and S.24(2)", "31(3) 24(2)"},
    {"Section 31 (3);Section 24 (2)", "31(3) 24(2)"},
    {"s.31(3) FOIA; s.24(2) FOIA", "31(3) 24(2)"},
    {"Section 24 (2), s.31(3) and s40(2)", "24(2) 31(3) 40(2)"},
    {"Sections 24(2) & 31(3)", "24(2) 31(3)"},
    {"Sections 24(2) AND 31(3)", "24(2) 31(3)"},
    {"31(3)and 24(2)", "31(3) 24(2)"},
    {"s24(2) Freedom of Information Act 2000", "24(2)"},
    {"s24(2) of the Freedom of Information Act 2000 and s31(3) of the Act.", "24(2) 31(3)"},
    {"s.38(1)(b) of the Freedom of Information (Scotland) Act 2002", "38(1)(b)"},
    {"31(3) (FOIA)", "31(3)"},
    {"FOIA s31(3)", "31(3)"},
    {"FOIA 2000 s.31(3)", "31(3)"},
    {"31(1)(a)(b)", "31(1)(a)(b)"},
    {"31(1)(A)", "31(1)(a)"},
    {"36(2)(b)(ii)", "36(2)(b)(ii)"},
    {"22a(1)", "22A(1)"},
    {"40(5b)(A)(i)", "40(5B)(a)(i)"},
    {"12", "12"},
    {"21", "21"},
    {"s.21", "21"},
    {"Regulation 12(4)(b) EIR", "12(4)(b)"},
    {"reg. 13(5A)", "13(5A)"},
    {"exempt", "!exempt"},
    {"31(3", "!31(3"},
    {"31)", "!31)"},
    {"31()", "!31()"},
    {"31(3)x", "!31(3)x"},
    {"31(3) 24(2)", "!31(3) 24(2)"},
    {"31(3)/24(2)", "!31(3)/24(2)"},
    {"31(foo)", "!31(foo)"},
    {"s", "!s"},
    {"section", "!section"},
    {"0", "!0"},
    {"031(3)", "!031(3)"},
    {"2000", "!2000"},
    {"31(333)", "!31(333)"},
    {"22AB(1)", "!22AB(1)"},
    {"the Act", "!the Act"},
    {"(b)", "!(b)"},
    {"-31(3)", "!-31(3)"},
    {"31(1)(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)", "!31(1)(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)"},
    {"31(3); bad ;24(2)", "31(3) !bad 24(2)"},
    {"sandwich", "!sandwich"},
};

START_TEST(list_is_read)
{
    char joined[256] = "", citation[CITATION_BYTES];
    struct slice rest = slice_of(lists[_i].list), bad;
    int state;
    while ((state = citation_next(&rest, citation, &bad)) != 0) {
        size_t used = strlen(joined);
        snprintf(joined + used, sizeof joined - used, "%s%s%.*s", used ? " " : "",
                 state < 0 ? "!" : citation, state < 0 ? (int)bad.length : 0,
                 state < 0 ? bad.bytes : "");
    }
    ck_assert_str_eq(joined, lists[_i].read);
}
END_TEST

static const struct {
    const char *citation, *row;
    bool falls_under;
} rows[] = {
    {"31(3)", "31(3)", true},     {"31(3)(a)", "31(3)", true}, {"31(3)", "31", true},
    {"31(3)", "31(3)(a)", false}, {"31(3)", "3", false},       {"22A(1)", "22", false},
    {"22A(1)", "22A", true},      {"31(3)", "", false},        {"40(5A)", "40(5)", false},
};

START_TEST(bracket_by_bracket)
{
    ck_assert_int_eq(citation_begins_with(slice_of(rows[_i].citation), slice_of(rows[_i].row)),
                     rows[_i].falls_under);
}
END_TEST

START_TEST(leading_section)
{
    ck_assert(slice_is(citation_section(slice_of("22A(1)")), "22A"));
    ck_assert(slice_is(citation_section(slice_of("38(1)(b)")), "38"));
    ck_assert(slice_is(citation_section(slice_of("21")), "21"));
    ck_assert(slice_is(citation_section(slice_of("")), ""));
}
END_TEST

Suite *suite_domain_citation(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("domain/citation", &tcase);
    ADD_TABLE_TEST(tcase, list_is_read, lists);
    ADD_TABLE_TEST(tcase, bracket_by_bracket, rows);
    tcase_add_test(tcase, leading_section);
    return suite;
}
