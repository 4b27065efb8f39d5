/* SPDX-License-Identifier: MIT
 * rulings.csv as a user meets it: what its rows may say, `explain`, a comparison, and a rule of
 * the user's that rests on one.
 */
#include "base/memory.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdlib.h>

#define RULINGS "ruling_id,body,force_id,request_id,tool_id,date,outcome,about,provisions,ordered\n"
#define ORDER   "k,ico,kent,1/23,t,2024-01-10,upheld,ncnd,31(3),confirm_or_deny\n"

static void write_pack(const char *rulings)
{
    const char *const make[] = {"mkdir", "-p", "pack", NULL};
    running_check(support_run(running_work, NULL, make), 0, NULL, NULL);
    running_write("pack/responses.csv",
                  "response_id,force_id,request_id,tool_id,stance,date_responded\n"
                  "a,kent,1/24,t,ncnd,2024-02-20\nb,essex,2/24,t,ncnd,2024-02-21\n");
    running_write("pack/rulings.csv", rulings);
}

static void audit(const char *out)
{
    running_check(
        RUN_IN(running_work, "audit", "pack", "-o", out, "--format", "csv,json", "--quiet"), 0,
        NULL, NULL);
}

/* A row, and the column and code of its reject; NULL: accepted. */
static const struct {
    const char *row, *fault;
} rows[] = {
    {"k,ico,kent,1/23,t,2024-01-10,upheld,ncnd,31(3);24(2),confirm_or_deny", NULL},
    {"k,COURT,Kent Police,,t,January 2024,partly_upheld,search,,", "date bad-date"},
    {"k,COURT,Kent Police,,t,2024-01,partly_upheld,search,,", NULL},
    {"k,sic,Police Scotland,Log No.995/24,T,2024,not_upheld,cost,,respond", NULL},
    {",ico,kent,,t,2024-01-10,upheld,ncnd,,", "ruling_id empty-value"},
    {"k,,kent,,t,2024-01-10,upheld,ncnd,,", "body empty-value"},
    {"k,ico,,,t,2024-01-10,upheld,ncnd,,", "force_id empty-value"},
    {"k,ico,kent,,,2024-01-10,upheld,ncnd,,", "tool_id empty-value"},
    {"k,ico,kent,,t,,upheld,ncnd,,", "date empty-value"},
    {"k,ico,kent,,t,2024-01-10,,ncnd,,", "outcome empty-value"},
    {"k,ico,kent,,t,2024-01-10,upheld,,,", "about empty-value"},
    {"k,ombudsman,kent,,t,2024-01-10,upheld,ncnd,,", "body not-in-list"},
    {"k,ico,kent,,t,2024-01-10,dismissed,ncnd,,", "outcome not-in-list"},
    {"k,ico,kent,,t,2024-01-10,upheld,delay,,", "about not-in-list"},
    {"k,ico,kent,,t,2024-01-10,upheld,ncnd,,apologise", "ordered not-in-list"},
    {"k,ico,kentish,,t,2024-01-10,upheld,ncnd,,", "force_id unknown-force"},
    {"k,ico,kent,,t,2024-01-10,upheld,ncnd,law,", "provisions bad-exemption"},
    {"k,ico,kent,,t,2024-01-32,upheld,ncnd,,", "date impossible-date"},
};

START_TEST(a_row_is_taken_or_says_why_not)
{
    SCOPED_TEXT rulings = memory_print(RULINGS "%s\n", rows[_i].row);
    write_pack(rulings);
    audit("out");
    running_check_query("out", "SELECT coalesce(max(column_name || ' ' || code), '') FROM reject",
                        rows[_i].fault ? rows[_i].fault : "");
    running_check_query("out",
                        "SELECT read || accepted || rejected FROM input_file WHERE kind = "
                        "'rulings'",
                        rows[_i].fault ? "101" : "110");
}
END_TEST

START_TEST(a_ruling_is_told_of)
{
    write_pack(RULINGS ORDER "m,tribunal,kent,1/23,t,2024-02-20,partly_upheld,ncnd,,disclose\n");
    audit("out");
    SCOPED_TEXT database = memory_copy(running_path("out/audit.db"));
    running_check(RUN("explain", database, "G18"), 0,
                  "2024-01-10  ruling k of kent: ICO: upheld on ncnd, ordered confirm_or_deny  "
                  "[order]\n      rulings.csv:2",
                  NULL);
    running_check(RUN("explain", database, "G18"), 0,
                  "Other rulings on the matter:\n  2024-02-20  m on kent: tribunal, partly_upheld "
                  "on ncnd, ordered disclose\n",
                  NULL);
    running_check(RUN("explain", database, "G18", "--json"), 0, "\"ruling_id\": \"m\"", NULL);
    running_check(RUN("export", database, "--format", "csv", "--table", "rulings"), 0,
                  "k,ico,,kent,1/23,t,2024-01-10,upheld,ncnd,31(3),confirm_or_deny,m,G18-", NULL);
}
END_TEST

/* A ruling that goes, comes or changes is why a finding does. */
START_TEST(a_ruling_is_a_reason)
{
    write_pack(RULINGS);
    audit("before");
    write_pack(RULINGS ORDER);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--format", "csv",
                         "--baseline", "before/audit.db", "--quiet"),
                  0, NULL, NULL);
    running_check_query("out",
                        "SELECT group_concat(rule_id || ' ' || reasons || ': ' || because, "
                        "'; ') FROM v_findings",
                        "G18 ruling appeared: rulings k; G19 ruling appeared: rulings k");
    running_check_query("out",
                        "SELECT file_kind || ' ' || row_id || ' ' || change FROM input_change",
                        "rulings k added");
}
END_TEST

START_TEST(a_users_rule_rests_on_one)
{
    write_pack(RULINGS ORDER);
    const char *const make[] = {"mkdir", "rules", NULL};
    running_check(support_run(running_work, NULL, make), 0, NULL, NULL);
    running_write("rules/U01-decided.sql",
                  "-- id: U01\n-- name: decided\n-- title: Decided\n-- severity: info\n"
                  "-- basis: data\n-- message: {force} was decided upon: {decision.rulings}.\n"
                  "-- rationale: x\n-- source: x\n-- remedy: x\n\n"
                  "SELECT force_no, tool_no, 'decision' AS role, ruling_no, date_earliest AS "
                  "responded_earliest, date_latest AS responded_latest FROM v_rulings\n");
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--format", "csv", "--rules",
                         "rules", "--quiet"),
                  0, NULL, NULL);
    running_check_query("out",
                        "SELECT message || ' ' || ruling_ids || ' ' || parties FROM v_findings "
                        "WHERE rule_id = 'U01'",
                        "Kent Police was decided upon: k (ICO, about Kent Police, 10 January "
                        "2024). k kent");
}
END_TEST

Suite *suite_cmd_rulings(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/rulings", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, a_row_is_taken_or_says_why_not, rows);
    tcase_add_test(tcase, a_ruling_is_told_of);
    tcase_add_test(tcase, a_ruling_is_a_reason);
    tcase_add_test(tcase, a_users_rule_rests_on_one);
    return suite;
}
