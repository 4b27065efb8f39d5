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
    {"s.38(1)(b) of the Freedom of Information (Scotland) Act 2002", "FOISA 38(1)(b)"},
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
    {"Regulation 12(4)(b) EIR", "EIR 12(4)(b)"},
    {"reg. 13(5A)", "EIR 13(5A)"},
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

static void read_all(const char *text, enum act own, char *joined, size_t size)
{
    char citation[CITATION_BYTES];
    struct slice rest = slice_of(text), bad;
    int state;
    joined[0] = '\0';
    while ((state = citation_next(&rest, own, citation, &bad)) != 0) {
        size_t used = strlen(joined);
        snprintf(joined + used, size - used, "%s%s%.*s", used ? " " : "",
                 state < 0 ? "!" : citation, state < 0 ? (int)bad.length : 0,
                 state < 0 ? bad.bytes : "");
    }
}

START_TEST(list_is_read)
{
    char joined[256];
    read_all(lists[_i].list, ACT_FOIA, joined, sizeof joined);
    ck_assert_str_eq(joined, lists[_i].read);
}
END_TEST

/* The same sentence under each Act: whose section it is, and what is said of it. */
static const struct {
    const char *text, *foia, *foisa;
} acts[] = {
    {"EIR 12(6)", "EIR 12(6)", "EIR 12(6)"},
    {"EIR reg 12(6)", "EIR 12(6)", "EIR 12(6)"},
    {"Environmental Information Regulations 2004 reg. 12(6)", "EIR 12(6)", "EIR 12(6)"},
    {"Regulation 13(5A) of the Environmental Information Regulations 2004", "EIR 13(5A)",
     "EIR 13(5A)"},
    {"Reg. 12(4)(b)", "EIR 12(4)(b)", "EISR 12(4)(b)"},
    {"r.12(4)(d)", "EIR 12(4)(d)", "EISR 12(4)(d)"},
    {"12(5)(b) of the Regulations", "EIR 12(5)(b)", "EISR 12(5)(b)"},
    {"12(6) (EIR)", "EIR 12(6)", "EIR 12(6)"},
    {"EISR 10(8)", "EISR 10(8)", "EISR 10(8)"},
    {"EI(S)R 10(4)(d)", "EISR 10(4)(d)", "EISR 10(4)(d)"},
    {"EIRs (S) 10(8)", "EISR 10(8)", "EISR 10(8)"},
    {"reg 10(8) Environmental Information (Scotland) Regulations 2004", "EISR 10(8)", "EISR 10(8)"},
    {"FOISA s18", "FOISA 18", "18"},
    {"FOI(S)A s.18(1)", "FOISA 18(1)", "18(1)"},
    {"s.35(1) Freedom of Information (Scotland) Act 2002", "FOISA 35(1)", "35(1)"},
    {"35(1) of the 2002 Act", "FOISA 35(1)", "35(1)"},
    {"s31(3) FOIA", "31(3)", "FOIA 31(3)"},
    {"FOIA, 24(2)", "!FOIA 24(2)", "!FOIA 24(2)"},
    {"31(3) of the 2000 Act", "31(3)", "FOIA 31(3)"},
    {"31(3) of the Act", "31(3)", "31(3)"},
    {"31(3) FOI", "31(3)", "31(3)"},
    {"31(3) 2000", "31(3)", "31(3)"},
    {"DPA 2018 s45", "DPA 45", "DPA 45"},
    {"s.45(4) Data Protection Act 2018", "DPA 45(4)", "DPA 45(4)"},
    /* the Act belongs to the one citation beside it */
    {"31(3); EIR 12(6); 24(2)", "31(3) EIR 12(6) 24(2)", "31(3) EIR 12(6) 24(2)"},
    {"31(3) and 24(2) FOIA", "31(3) 24(2)", "31(3) FOIA 24(2)"},
    /* two Acts beside one number */
    {"31(3) FOIA EIR", "!31(3) FOIA EIR", "!31(3) FOIA EIR"},
    {"DPA EIR 12", "!DPA EIR 12", "!DPA EIR 12"},
    {"EIR", "!EIR", "!EIR"},
    {"EIR 31(1)(a)(b)(c)(d)(e)(f)(g)(h)", "!EIR 31(1)(a)(b)(c)(d)(e)(f)(g)(h)",
     "!EIR 31(1)(a)(b)(c)(d)(e)(f)(g)(h)"},
};

START_TEST(act_is_kept)
{
    char joined[256];
    read_all(acts[_i].text, ACT_FOIA, joined, sizeof joined);
    ck_assert_str_eq(joined, acts[_i].foia);
    read_all(acts[_i].text, ACT_FOISA, joined, sizeof joined);
    ck_assert_str_eq(joined, acts[_i].foisa);
}
END_TEST

START_TEST(act_comes_off_again)
{
    struct slice citation = slice_of("EISR 10(8)");
    ck_assert_int_eq(citation_act(&citation, ACT_FOISA), ACT_EISR);
    ck_assert(slice_is(citation, "10(8)"));
    ck_assert_int_eq(citation_act(&citation, ACT_FOISA), ACT_FOISA);
    ck_assert(slice_is(citation, "10(8)"));
}
END_TEST

static const struct {
    const char *number;
    bool is_of_regulations;
} limbs[] = {
    {"12(4)(b)", true}, {"10(4)(d)", true}, {"12(5)(e)", true}, {"12(6)", true},   {"13(5A)", true},
    {"13(5B)", true},   {"10(8)", true},    {"11(6)", true},    {"12", false},     {"12(1)", false},
    {"12(2)", false},   {"12(4)", false},   {"10(1)", false},   {"10(3)", false},  {"11(1)", false},
    {"13(1)", false},   {"14(1)", false},   {"31(3)", false},   {"112(6)", false},
};

START_TEST(limb_of_the_regulations)
{
    ck_assert_int_eq(citation_is_of_regulations(slice_of(limbs[_i].number)),
                     limbs[_i].is_of_regulations);
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
    ADD_TABLE_TEST(tcase, act_is_kept, acts);
    tcase_add_test(tcase, act_comes_off_again);
    ADD_TABLE_TEST(tcase, limb_of_the_regulations, limbs);
    ADD_TABLE_TEST(tcase, bracket_by_bracket, rows);
    tcase_add_test(tcase, leading_section);
    return suite;
}
