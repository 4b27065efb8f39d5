/* SPDX-License-Identifier: MIT
 * Matters against a baseline, and where a user meets them.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <sys/stat.h>

#define ROW(id, request, question, exemptions)                                                     \
    id ",kent," request "," question ",argus,2024-02-20,ncnd," exemptions ",yes,yes\n"
#define SLIP(question)  ROW("k" question, "7001/24", question, "131(3);24(2)")
#define SOUND(question) ROW("k" question, "7001/24", question, "31(3);24(2)")
#define OTHER           ROW("k9", "7002/24", "Q1", "131(3);24(2)")

static void audit(const char *folder, const char *responses, const char *waivers, bool is_later)
{
    char text[2048], name[64];
    mkdir(running_path(folder), 0777);
    snprintf(name, sizeof name, "%s/forces.csv", folder);
    running_write(name,
                  "force_id,name,nation,kind,regime\nkent,Kent Police,England,territorial,FOIA\n");
    snprintf(name, sizeof name, "%s/tools.csv", folder);
    running_write(name, "tool_id,name\nargus,Argus\n");
    snprintf(name, sizeof name, "%s/responses.csv", folder);
    snprintf(text, sizeof text,
             "response_id,force_id,request_id,question_id,tool_id,date_responded,stance,exemptions,"
             "harm_test,public_interest_test\n%s",
             responses);
    running_write(name, text);
    snprintf(name, sizeof name, "%s/waivers.csv", folder);
    snprintf(text, sizeof text, "finding_id,reason,approved_by_role,expires_on\n%s", waivers);
    running_write(name, text);
    snprintf(name, sizeof name, "%s-out", folder);
    if (is_later)
        running_check(RUN_IN(running_work, "audit", folder, "-o", name, "--quiet", "--format",
                             "csv,json", "--baseline", "old-out/audit.db"),
                      0, NULL, NULL);
    else
        running_check(
            RUN_IN(running_work, "audit", folder, "-o", name, "--quiet", "--format", "csv,json"), 0,
            NULL, NULL);
}

/* The matters of the two requests, 7001/24 and then 7002/24, each with what became of it. */
static const struct {
    const char *before, *after, *waivers, *changes;
} later[] = {
    {SLIP("Q1") SLIP("Q2"), SLIP("Q1") SLIP("Q2"), "", "7001/24 2 persisting"},
    {SLIP("Q1") SLIP("Q2"), SLIP("Q1") SLIP("Q2") OTHER, "", "7001/24 2 persisting;7002/24 1 new"},
    /* a further question, a question mended, a question waived */
    {SLIP("Q1") SOUND("Q2"), SLIP("Q1") SLIP("Q2"), "", "7001/24 2 altered"},
    {SLIP("Q1") SLIP("Q2"), SLIP("Q1") SOUND("Q2"), "", "7001/24 1 altered"},
    {SLIP("Q1") SLIP("Q2"), SLIP("Q1") SLIP("Q2"),
     "L07-e8bdfafd6e19,agreed,head of disclosure,2099-12-31\n", "7001/24 1 altered"},
    /* another question than before: the matter is not new */
    {SLIP("Q1") SOUND("Q2"), SOUND("Q1") SLIP("Q2"), "", "7001/24 1 altered"},
    {SLIP("Q1") OTHER, SOUND("Q1") OTHER, "", "7002/24 1 persisting"},
};

START_TEST(what_became_of_a_matter)
{
    audit("old", later[_i].before, "", false);
    audit("new", later[_i].after, later[_i].waivers, true);
    running_check_query(
        "new-out",
        "SELECT group_concat(line, ';') FROM (SELECT request_ids || ' ' || findings"
        " || ' ' || change AS line FROM v_matters WHERE rule_ids = 'L07' ORDER BY 1)",
        later[_i].changes);
}
END_TEST

START_TEST(without_a_baseline_nothing_is_said_of_change)
{
    audit("old", SLIP("Q1"), "", false);
    running_check_query("old-out", "SELECT group_concat(DISTINCT change = '') FROM v_matters", "1");
}
END_TEST

/* What is new stands before what persists, although that is graver; who joined is named. */
START_TEST(what_is_new_stands_first)
{
    audit("old", SLIP("Q1"), "", false);
    audit("new", SLIP("Q1") "e1,kent,7003/24,Q1,argus,2024-02-20,ncnd,31(3);40(5),yes,yes\n", "",
          true);
    running_check_query(
        "new-out",
        "SELECT group_concat(change, ';') FROM (SELECT DISTINCT change FROM v_matters"
        " ORDER BY rank)",
        "new;persisting");
    running_check_query(
        "new-out",
        "SELECT min(severity_rank) < (SELECT max(severity_rank) FROM v_matters WHERE"
        " change = 'persisting') FROM v_matters WHERE change = 'new'",
        "1");
}
END_TEST

START_TEST(explain_names_the_matter_and_its_other_findings)
{
    audit("old", SLIP("Q1") SLIP("Q2") OTHER, "", false);
    running_check(RUN_IN(running_work, "explain", "old-out/audit.db", "L07-e8bdfafd6e19"), 0,
                  "Matter:    M-1d22f116a570, with L07-", NULL);
    running_check(
        RUN_IN(running_work, "export", "old-out/audit.db", "--format", "csv", "--table", "matters"),
        0, "M-1d22f116a570,medium,certain,,L07,kent,kent,argus,7001/24,Q1;Q2,2,L07-", NULL);
}
END_TEST

START_TEST(the_terminal_counts_matters)
{
    audit("old", SLIP("Q1") SLIP("Q2") OTHER, "", false);
    struct support_output output =
        RUN_IN(running_work, "audit", "old", "-o", "again", "--format", "json");
    running_check(output, 0, "Matters: 0 critical, 0 high, 2 medium, 0 low, 0 info (3 findings).\n",
                  NULL);
    running_check(RUN_IN(running_work, "audit", "old", "-o", "twice", "--format", "json"), 0,
                  "medium; 2 findings, questions Q1, Q2\n", NULL);
    running_check_query("old-out", "SELECT medium || ' ' || complaint_matters FROM v_force_numbers",
                        "2 2");
}
END_TEST

Suite *suite_cmd_matters(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/matters", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, what_became_of_a_matter, later);
    tcase_add_test(tcase, without_a_baseline_nothing_is_said_of_change);
    tcase_add_test(tcase, what_is_new_stands_first);
    tcase_add_test(tcase, explain_names_the_matter_and_its_other_findings);
    tcase_add_test(tcase, the_terminal_counts_matters);
    return suite;
}
