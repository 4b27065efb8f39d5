/* SPDX-License-Identifier: MIT
 * likeness.csv: wordings beside each other and beside the form of words circulated.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

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

Suite *suite_cmd_likeness(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/likeness", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, each_wording_has_its_nearest);
    tcase_add_test(tcase, only_answers_to_one_question_are_compared);
    tcase_add_test(tcase, form_is_that_of_the_advice_in_force);
    return suite;
}
