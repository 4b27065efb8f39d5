/* SPDX-License-Identifier: MIT
 * Identifiers that nearly agree.
 */
#include "suites.h"
#include "table.h"

#include "domain/likeness.h"

#include <stdio.h>

static const struct {
    const char *id, *likeness;
} tools[] = {
    {"Argus", "argus"},
    {"ARGUS", "argus"},
    {"Argus(TM)", "argus"},
    {"Argus\xe2\x84\xa2", "argus"},
    {"Argus (R)", "argus"},
    {"Argus\xc2\xae", "argus"},
    {"Argus\xc2\xa0", "argus"},
    {"\xe2\x80\x8b"
     "Argus",
     "argus"},
    {"Argus-Insight", "argusinsight"},
    {"Argus Insight.", "argusinsight"},
    {"Argus 2", "argus2"},
    {"--", ""},
};

START_TEST(tool_is_likened)
{
    char out[NAME_BYTES];
    likeness_of_tool(slice_of(tools[_i].id), out);
    ck_assert_str_eq(out, tools[_i].likeness);
}
END_TEST

/* A letter in parentheses is a part of it. */
static const struct {
    const char *id, *likeness;
} requests[] = {
    {"Op-A", "opa"},        {"OP A.", "opa"},         {"Op A\xe2\x84\xa2", "opa"},
    {"FOI-1 (c)", "foi1c"}, {"FOI-1 (TM)", "foi1tm"}, {"--", ""},
};

START_TEST(request_is_likened)
{
    char out[NAME_BYTES];
    likeness_of_name(slice_of(requests[_i].id), out);
    ck_assert_str_eq(out, requests[_i].likeness);
    likeness_of_request(slice_of(requests[_i].id), out);
    ck_assert_str_eq(out, requests[_i].likeness);
}
END_TEST

/* A circulation number in whatever words and signs, and what holds other things too. */
static const struct {
    const char *id, *likeness;
} numbers[] = {
    {"7001/24", "700124"},
    {"Log 7001 of 24", "700124"},
    {"NPCC FOI request No. 7001 for 2024", "700124"},
    {"N\xc2\xb0 7001/24", "700124"},
    {"7001 (24)", "700124"},
    {"[7001-24]", "700124"},
    {"2024/7001", "700124"},
    {"FOI-24-7001", "700124"},
    {"7OO1/24", "700124"},
    {"700l/24", "700124"},
    {"700I-24", "700124"},
    {"07001.24", "700124"},
    {"7001/24 (Argus)", "700124argus"},
    {"7001/24 and 7002/24", "700124and700224"},
    {"Log 7001", "log7001"},
    {"nowhere 7001/24", "nowhere700124"},
    {"oil 7001", "oil7001"},
};

START_TEST(number_is_likened)
{
    char out[NAME_BYTES];
    likeness_of_request(slice_of(numbers[_i].id), out);
    ck_assert_str_eq(out, numbers[_i].likeness);
}
END_TEST

static const struct {
    const char *id, *likeness;
    bool says_whole, says_several;
} questions[] = {
    {"1", "1", false, false},
    {"1.0", "1", false, false},
    {"one", "1", false, false},
    {"Question one", "1", false, false},
    {"First", "1", false, false},
    {"First question", "1", false, false},
    {"1st", "1", false, false},
    {"2nd question", "2", false, false},
    {"III", "3", false, false},
    {"Q", "", false, false},
    {"?", "", false, false},
    {"NULL", "null", true, false},
    {"oneself", "oneself", false, false},
    {"01", "1", false, false},
    {"Q01", "1", false, false},
    {"Q 1", "1", false, false},
    {"Q.1", "1", false, false},
    {"Q1.", "1", false, false},
    {"Question 1", "1", false, false},
    {"QUESTION NO. 1", "1", false, false},
    {"Q1\xc2\xa0", "1", false, false},
    {"Q1(a)", "1a", false, false},
    {"Q1a", "1a", false, false},
    {"1a", "1a", false, false},
    {"1.2", "1.2", false, false},
    {"12", "12", false, false},
    {"10", "10", false, false},
    {"Q0", "0", false, false},
    {"quantity", "quantity", false, false},
    {"Q1, Q2", "1q2", false, true},
    {"Q1-3", "13", false, true},
    {"1 and 2", "1and2", false, true},
    {"Q1a & Q1b", "1aandq1b", false, true},
    {"All", "all", true, false},
    {"WHOLE", "whole", true, false},
    {"Whole letter", "wholeletter", true, false},
    {"N.A.", "na", true, false},
    {"*", "*", true, false},
    {"Allocation", "allocation", false, false},
};

START_TEST(question_is_likened)
{
    char out[NAME_BYTES];
    struct slice id = slice_of(questions[_i].id);
    likeness_of_question(id, out);
    if (!questions[_i].says_several && !questions[_i].says_whole)
        ck_assert_str_eq(out, questions[_i].likeness);
    ck_assert_int_eq(question_says_whole(id), questions[_i].says_whole);
    ck_assert_int_eq(question_says_several(id), questions[_i].says_several);
    if (!questions[_i].says_several && !questions[_i].says_whole)
        ck_assert_int_eq(question_says_nothing(id), !*questions[_i].likeness);
}
END_TEST

/* Folded identifiers, and the numbers within. */
static const struct {
    const char *folded, *numbers;
} within[] = {
    {"7001-24", "7001/24"},
    {"7001.24", "7001/24"},
    {"7001_24", "7001/24"},
    {"7001 24", "7001/24"},
    {"7001/24.", "7001/24"},
    {"npcc 7001/24", "7001/24"},
    {"foi 7001/2024", "7001/24"},
    {"circular 07001/24", "7001/24"},
    {"cru-7001-24", "7001/24"},
    {"n\xc2\xb0 7001/24", "7001/24"},
    {"7001/24 (argus)", "7001/24"},
    {"7001/24/a", "7001/24"},
    {"'7001/24", "7001/24"},
    {"=\"7001/24\"", "7001/24"},
    {"foi 700124", "7001/24"},
    {"7001 / 24", "7001/24"},
    {"2024-7001-24", "7001/24"},
    {"log 7001 of 24", "7001/24"},
    {"7001 for 2024", "7001/24"},
    {"7001 (24)", "7001/24"},
    {"7001'24", "7001/24"},
    {"7001\\24", "7001/24"},
    {"7001|24", "7001/24"},
    {"7001:24", "7001/24"},
    {"7001,24", "7001/24"},
    {"2024/7001", "7001/24"},
    {"24/7001", "7001/24"},
    {"2024/7", "7/24"},
    {"24/2024", "24/24"},
    {"7001 off 24", ""},
    {"part 7 to 24", ""},
    {"7001/245", ""},
    {"palantir", ""},
    {"q1", ""},
};

START_TEST(numbers_within_are_found)
{
    char number[64] = "", last[64] = "";
    struct slice rest = slice_of(within[_i].folded);
    while (likeness_next_number(&rest, number, sizeof number))
        snprintf(last, sizeof last, "%s", number);
    ck_assert_str_eq(last, within[_i].numbers);
}
END_TEST

Suite *suite_domain_likeness(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("domain/likeness", &tcase);
    ADD_TABLE_TEST(tcase, tool_is_likened, tools);
    ADD_TABLE_TEST(tcase, request_is_likened, requests);
    ADD_TABLE_TEST(tcase, number_is_likened, numbers);
    ADD_TABLE_TEST(tcase, question_is_likened, questions);
    ADD_TABLE_TEST(tcase, numbers_within_are_found, within);
    return suite;
}
