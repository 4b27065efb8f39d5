/* SPDX-License-Identifier: MIT
 * likeness.csv: wordings beside each other and beside the form of words circulated.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include "base/text.h"

#include <stdlib.h>

#define FORM    "one two three four five six seven eight nine ten"
#define HEADING "response_id,force_id,request_id,tool_id,stance,date_responded,text\n"

static void audit(const char *responses)
{
    const char *const make[] = {"mkdir", "-p", "pack", NULL};
    running_check(support_run(running_work, NULL, make), 0, NULL, NULL);
    running_write("pack/responses.csv", responses);
    running_write("pack/guidance.csv",
                  "guidance_id,title,request_id,effective_from,condition,expected_stance,"
                  "form_of_words\ng,G,1/24,2024-01-01,any,ncnd," FORM "\n");
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--format", "csv", "--quiet"),
                  0, NULL, NULL);
}

static void check_likeness(const char *expected)
{
    running_check_query("out",
                        "SELECT coalesce(group_concat(f.force_id || ' ' || l.runs || ' ' || "
                        "l.others || ' ' || l.alike || ' ' || n.force_id || ' ' || "
                        "round(l.nearest, 2) || ' ' || coalesce(round(l.share_of_form, 2), '-'), "
                        "'; '), '') FROM wording_likeness l JOIN force f ON f.force_no = "
                        "l.force_no JOIN force n ON n.force_no = l.nearest_no",
                        expected);
}

START_TEST(each_wording_has_its_nearest)
{
    audit(HEADING "a,essex,1/24,t,ncnd,2024-02-20," FORM "\n"
                  "b,kent,1/24,t,ncnd,2024-02-20," FORM " eleven twelve\n"
                  "c,surrey,1/24,t,disclosed,2024-02-20,we hold this and here it is\n"
                  "d,sussex,1/24,t,ncnd,2024-02-20,\n");
    check_likeness("essex 6 2 1 kent 0.75 1.0; kent 8 2 1 essex 0.75 0.75; "
                   "surrey 3 2 0 essex 0.0 0.0");
    running_check(
        RUN_IN(running_work, "export", "out/audit.db", "--format", "csv", "--table", "likeness"), 0,
        "1/24,,t,kent,b,ncnd,8,2,1,essex,0.75,g,0.75\n", NULL);
}
END_TEST

/* Another question, another tool and an earlier letter are compared with nothing here. */
START_TEST(only_answers_to_one_question_are_compared)
{
    audit(HEADING "a,essex,1/24,t,ncnd,2024-02-20," FORM "\n"
                  "b,kent,2/24,t,ncnd,2024-02-20," FORM "\n"
                  "c,surrey,1/24,u,ncnd,2024-02-20," FORM "\n");
    check_likeness("");
}
END_TEST

/* Advice that was not yet there lends no form of words. */
START_TEST(form_is_that_of_the_advice_in_force)
{
    audit(HEADING "a,essex,1/24,t,ncnd,2023-02-20," FORM "\n"
                  "b,kent,1/24,t,ncnd,2024-02-20," FORM "\n");
    check_likeness("essex 6 1 1 kent 1.0 -; kent 6 1 1 essex 1.0 1.0");
}
END_TEST

/* The request that all quote, letterheads and the way to complain are nobody's own words. */
#define LETTER(name, body)                                                                         \
    "\"" name "\n\nDear applicant\n\nYou asked:\n\nPlease list all of the products of that kind "  \
    "which the force has bought since the year of its reform, with their prices and makers?\n\n"   \
    "Response\n\n" body "\n\nIf you are dissatisfied you may ask for an internal review within "   \
    "forty working days, and then complain to the Information Commissioner.\n\nYours "             \
    "sincerely\n\""

#define SAYS_NO  "We neither confirm nor deny that any of it is held here or elsewhere."
#define SAYS_YES "It is held and the list that was asked for goes with these lines today."

START_TEST(own_words_are_compared)
{
    audit(HEADING "a,essex,1/24,t,ncnd,2023-02-20," LETTER(
        "Essex Police", SAYS_NO) "\n"
                                 "b,kent,1/24,t,ncnd,2023-02-20," LETTER(
                                     "Kent Police",
                                     SAYS_NO) "\n"
                                              "c,surrey,1/24,t,disclosed,2023-02-20," LETTER(
                                                  "Surrey Police", SAYS_YES) "\n");
    check_likeness("essex 10 2 1 kent 1.0 -; kent 10 2 1 essex 1.0 -; surrey 11 2 0 essex 0.0 -");
}
END_TEST

/* A form of words is the same form in the name of each force. */
START_TEST(names_of_forces_are_no_words)
{
    audit(HEADING
          "a,essex,1/24,t,ncnd,2023-02-20,Essex Police will say nothing either way of it today.\n"
          "b,kent,1/24,t,ncnd,2023-02-20,Kent Police will say nothing either way of it today.\n");
    check_likeness("essex 4 1 1 kent 1.0 -; kent 4 1 1 essex 1.0 -");
}
END_TEST

START_TEST(text_without_a_run_takes_no_part)
{
    audit(HEADING "a,essex,1/24,t,ncnd,2023-02-20,We say nothing.\n"
                  "b,kent,1/24,t,ncnd,2023-02-20," FORM "\n"
                  "c,surrey,1/24,t,ncnd,2023-02-20," FORM "\n");
    check_likeness("kent 6 1 1 surrey 1.0 -; surrey 6 1 1 kent 1.0 -");
}
END_TEST

/* On each question its own answer and what is said of all. */
START_TEST(answer_to_another_question_is_left_out)
{
    static const char letter[] =
        "\"Question 1: one two three four five six.\n\nQuestion 2: ten nine "
        "eight seven six five four.\"";
    char responses[1024];
    text_fit(responses, sizeof responses,
             "response_id,force_id,request_id,question_id,tool_id,stance,date_responded,text\n"
             "a1,essex,1/24,Q1,t,ncnd,2023-02-20,%s\na2,essex,1/24,Q2,t,ncnd,2023-02-20,%s\n"
             "b1,kent,1/24,Q1,t,ncnd,2023-02-20,one two three four five six\n"
             "b2,kent,1/24,Q2,t,ncnd,2023-02-20,one two three four five six\n",
             letter, letter);
    audit(responses);
    check_likeness("essex 4 1 1 kent 0.5 -; kent 2 1 1 essex 0.5 -; essex 5 1 0 kent 0.0 -; "
                   "kent 2 1 0 essex 0.0 -");
}
END_TEST

/* Of each two different wordings once, however many say them. */
START_TEST(pairs_are_of_different_wordings)
{
    audit(HEADING "a,essex,1/24,t,ncnd,2023-02-20," FORM "\n"
                  "b,kent,1/24,t,ncnd,2023-02-20," FORM "\n"
                  "c,surrey,1/24,t,ncnd,2023-02-20," FORM " eleven twelve\n");
    running_check_query("out",
                        "SELECT group_concat(wording || ' ' || other || ' ' || likeness) FROM "
                        "wording_pair",
                        "1 2 0.75");
    running_check_query("out", "SELECT group_concat(wording) FROM wording_likeness", "1,1,2");
}
END_TEST

/* X12: four NCNDs, three that are alike by half at least, one unlike each by a tenth at least. */
#define LONG_FORM FORM " eleven twelve thirteen fourteen fifteen sixteen" /* half of it is FORM */
static const struct {
    const char *what, *second, *third, *own, *stance;
    bool fires;
} thresholds[] = {
    {"half is alike", LONG_FORM, LONG_FORM, "a b c d e f g", "ncnd", true},
    {"less than half is not", LONG_FORM " seventeen", LONG_FORM, "a b c d e f g", "ncnd", false},
    {"a tenth is shared", FORM, FORM, "one two three four five a b c d", "ncnd", false},
    {"less than a tenth is not", FORM, FORM, "one two three four five a b c d e", "ncnd", true},
    {"another stance is no NCND", FORM, FORM, "a b c d e f g", "disclosed", false},
    {"three are too few", FORM, "too few", "a b c d e f g", "ncnd", false},
    {"two write alone", FORM, "h i j k l m n", "a b c d e f g", "ncnd", false},
    {"two write the same apart", FORM, "a b c d e f g", "a b c d e f g", "ncnd", false},
};

START_TEST(one_stands_alone)
{
    char responses[2048];
    text_fit(responses, sizeof responses,
             HEADING "a,essex,1/24,t,ncnd,2023-02-20," FORM "\nb,kent,1/24,t,ncnd,2023-02-20,%s\n"
                     "c,surrey,1/24,t,ncnd,2023-02-20,%s\nd,sussex,1/24,t,%s,2023-02-20,%s\n",
             thresholds[_i].second, thresholds[_i].third, thresholds[_i].stance,
             thresholds[_i].own);
    audit(responses);
    running_check_query("out",
                        "SELECT coalesce(group_concat(f.force_id), '') FROM finding x JOIN force "
                        "f ON f.force_no = x.force_no WHERE rule_id = 'X12'",
                        thresholds[_i].fires ? "sussex" : "");
}
END_TEST

static void audit_page(const char *responses)
{
    audit(responses);
    running_check(
        RUN_IN(running_work, "audit", "pack", "-o", "page", "--format", "html", "--quiet"), 0, NULL,
        NULL);
}

static void check_page(const char *text, bool is_there)
{
    size_t length;
    char *page = support_read_file(running_path("page/report.html"), &length);
    ck_assert_msg((strstr(page, text) != NULL) == is_there, "%s%s", is_there ? "" : "not ", text);
    free(page);
}

START_TEST(page_has_a_matrix)
{
    audit_page(HEADING "a,essex,1/24,t,ncnd,2024-02-20," FORM "\n"
                       "b,kent,1/24,t,ncnd,2024-02-20," FORM " eleven twelve\n"
                       "c,surrey,1/24,t,disclosed,2024-02-20,we hold this and here it is\n");
    static const char *const texts[] = {
        "<section id=\"likeness\"",
        "<li><a href=\"#likeness\">",
        "3 letters, each beside each",
        "<td class=\"form likeness-alike\" title=\"g\">75</td>",
        "<td class=\"likeness-self\" title=\"Kent Police, Kent Police\">\xe2\x80\x93</td>",
        "<td class=\"likeness-alike\" title=\"Kent Police, Essex Police\">75</td>",
        "<td class=\"likeness-unlike\" title=\"Surrey Police, Kent Police\">0</td>",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        check_page(texts[i], true);
}
END_TEST

START_TEST(page_has_none_of_a_letter_alone)
{
    audit_page(HEADING "a,essex,1/24,t,ncnd,2024-02-20," FORM "\n"
                       "b,kent,1/24,t,ncnd,2024-02-20,\n");
    check_page("id=\"likeness\"", false);
    check_page("#likeness\">", false);
}
END_TEST

Suite *suite_cmd_likeness(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/likeness", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, each_wording_has_its_nearest);
    tcase_add_test(tcase, only_answers_to_one_question_are_compared);
    tcase_add_test(tcase, form_is_that_of_the_advice_in_force);
    tcase_add_test(tcase, own_words_are_compared);
    tcase_add_test(tcase, names_of_forces_are_no_words);
    tcase_add_test(tcase, text_without_a_run_takes_no_part);
    tcase_add_test(tcase, answer_to_another_question_is_left_out);
    tcase_add_test(tcase, pairs_are_of_different_wordings);
    ADD_TABLE_TEST(tcase, one_stands_alone, thresholds);
    tcase_add_test(tcase, page_has_a_matrix);
    tcase_add_test(tcase, page_has_none_of_a_letter_alone);
    return suite;
}
