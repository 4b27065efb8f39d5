/* SPDX-License-Identifier: MIT
 * `concord waive --renew`: old waivers brought up to the findings of now, and those that are not.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char tools[] = "tool_id,name,aliases\nargus,Argus,\n";
static const char responses[] =
    "response_id,force_id,request_id,question_id,tool_id,date_responded,stance,exemptions\n"
    "k1,kent,7001/24,1,argus,2024-02-20,not_held,\n"
    "e1,essex,7001/24,1,argus,2024-02-20,ncnd,31(1)\n"
    "s1,surrey,7001/24,1,argus,2024-02-20,ncnd,31(1)\n";

static void write_pack(const char *folder, const char *file, const char *text)
{
    const char *const files[][2] = {
        {"tools.csv", tools}, {"responses.csv", responses}, {file, text}};
    char name[64];
    mkdir(running_path(folder), 0777);
    for (size_t i = 0; i < LENGTH_OF(files) && files[i][0]; i++) {
        snprintf(name, sizeof name, "%s/%s", folder, files[i][0]);
        running_write(name, files[i][1]);
    }
}

static void audit(const char *folder, const char *out, int waived)
{
    char expected[16];
    running_check(RUN_IN(running_work, "audit", "--format", "csv", folder, "-o", out, "--quiet"), 0,
                  NULL, NULL);
    snprintf(expected, sizeof expected, "%d", waived);
    running_check_query(out, "SELECT count(*) FROM finding WHERE status = 'waived'", expected);
}

/* Waives what the audit of then found about these rules, into old.csv. */
static void waive(const char *rules)
{
    char sql[256];
    snprintf(sql, sizeof sql,
             "SELECT group_concat(finding_id, ' ') FROM (SELECT finding_id FROM finding WHERE "
             "rule_id IN (%s) ORDER BY 1)",
             rules);
    char *ids = running_query("then/audit.db", sql), *rest = ids;
    for (const char *id; (id = strtok_r(rest, " ", &rest));)
        running_check(RUN_IN(running_work, "waive", "then/audit.db", id, "--reason", "agreed",
                             "--role", "head", "--expires", "2030-12-31", "-o", "old.csv"),
                      0, NULL, NULL);
    free(ids);
}

static char *contents(const char *name)
{
    size_t size = 0;
    return support_read_file(running_path(name), &size);
}

/* What changed since; whether the waivers of X02 and the two L03 hold again. */
static const struct {
    const char *file, *text;
    int code;
    const char *said;
    int waived;
} later[] = {
    /* the same ids */
    {NULL, NULL, 0, "3 waivers read: 3 kept, 0 under another id, 0 not brought up; 3 rows", 3},
    /* another name of the tool, of the request, another label of the question */
    {"tools.csv", "tool_id,name,aliases\nargus-2,Argus Two,argus\n", 0,
     "3 waivers read: 0 kept, 3 under another id, 0 not brought up; 3 rows written.", 3},
    {"requests.csv", "request_id,title,aliases\nN1,Argus,7001/24\n", 0,
     "3 waivers read: 0 kept, 3 under another id", 3},
    {"responses.csv",
     "response_id,force_id,request_id,question_id,tool_id,date_responded,stance,exemptions\n"
     "k1,kent,7001/24,Q1,argus,2024-02-20,not_held,\n"
     "e1,essex,7001/24,Q1,argus,2024-02-20,ncnd,31(1)\n"
     "s1,surrey,7001/24,Q1,argus,2024-02-20,ncnd,31(1)\n",
     0, "3 waivers read: 0 kept, 3 under another id", 3},
    /* another force denies too: what was accepted of Kent does not hide it */
    {"responses.csv",
     "response_id,force_id,request_id,question_id,tool_id,date_responded,stance,exemptions\n"
     "k1,kent,7001/24,1,argus,2024-02-20,not_held,\n"
     "e1,essex,7001/24,1,argus,2024-02-20,ncnd,31(1)\n"
     "s1,surrey,7001/24,1,argus,2024-02-20,not_held,\n",
     1, "is now of kent;surrey; waive it anew if that is meant", 1},
    /* a waiver of one force is not one of another's like finding */
    {"responses.csv",
     "response_id,force_id,request_id,question_id,tool_id,date_responded,stance,exemptions\n"
     "k1,kent,7001/24,1,argus,2024-02-20,not_held,\n"
     "e1,sussex,7001/24,1,argus,2024-02-20,ncnd,31(1)\n"
     "s1,surrey,7001/24,1,argus,2024-02-20,ncnd,31(1)\n",
     1, "this audit has no finding of that id, and none that can be the same fact", 2},
    /* nor is one of a question one of the whole letter */
    {"responses.csv",
     "response_id,force_id,request_id,question_id,tool_id,date_responded,stance,exemptions\n"
     "k1,kent,7001/24,1,argus,2024-02-20,not_held,\n"
     "e1,essex,7001/24,,argus,2024-02-20,ncnd,31(1)\n"
     "s1,surrey,7001/24,1,argus,2024-02-20,ncnd,31(1)\n",
     1, "it was for one question, and the finding of now", 2},
};

START_TEST(old_waivers_are_brought_up)
{
    write_pack("pack", NULL, NULL);
    audit("pack", "then", 0);
    waive("'X02', 'L03'");
    write_pack("next", later[_i].file, later[_i].text);
    audit("next", "now", 0);
    char *before = contents("old.csv");
    running_check(
        RUN_IN(running_work, "waive", "--renew", "old.csv", "now/audit.db", "-o", "new.csv"),
        later[_i].code, later[_i].said, NULL);
    char *after = contents("old.csv"), *renewed = contents("new.csv");
    ck_assert_str_eq(before, after);
    running_write("next/waivers.csv", renewed);
    audit("next", "again", later[_i].waived);
    running_check_query("again", "SELECT count(*) FROM notice WHERE code LIKE 'waiver-%'", "0");
    free(before);
    free(after);
    free(renewed);
}
END_TEST

/* Rows of a file of one's own, in the audit of the pack: what is said of each. */
static const struct {
    const char *rows, *counts, *said;
} rows[] = {
    {",L03,Essex Police,,agreed,head,2030,\n", "1 kept, 0 under another id, 0 not brought up",
     NULL},
    {",L03,essex,7001/24,agreed,head,2030,\n", "1 kept, 0 under another id, 0 not brought up",
     NULL},
    {",L03,essex,7009/24,agreed,head,2030,\n", "0 kept", "this audit knows no request"},
    {",L03,kent,,agreed,head,2030,\n", "0 kept", "no finding of that rule, force and request"},
    {",X02,kent,,agreed,head,2030,\n", "0 kept", "not of one force: waive each by its id"},
    {",Q99,kent,,agreed,head,2030,\n", "0 kept", "there is no rule Q99 now"},
    {"Q99-0123456789ab,,,,agreed,head,2030,\n", "0 kept", "there is no rule Q99 now"},
    {",L03,essex,,,head,2030,\n", "0 kept", "it gives no reason"},
    {",L03,essex,,agreed,,2030,\n", "0 kept", "which role approved it"},
    {",L03,essex,,agreed,head,never,\n", "0 kept", "cannot be read as a date"},
    {",L03,essex,,agreed,head,2023-12,\n", "0 kept", "it ended on 2023-12"},
    {",L03,essex,,agreed,head,2030,info\n", "0 kept", "worse than when waived"},
    {",L03,essex,,agreed,head,2030,critical\n", "1 kept", NULL},
    {",L03,,,agreed,head,2030,\n", "0 kept", "names no finding, and no rule with a force"},
    {",L03,essex,,\"agreed\n", "0 kept", "it cannot be read"},
    {"L03-0123456789ab,L03,essex,,agreed,head,2030,\n", "0 kept, 1 under another id",
     "is by rule and force alone"},
};

START_TEST(rows_that_are_not)
{
    char text[512];
    write_pack("pack", NULL, NULL);
    audit("pack", "then", 0);
    snprintf(
        text, sizeof text,
        "finding_id,rule_id,force_id,request_id,reason,approved_by_role,expires_on,severity\n%s",
        rows[_i].rows);
    running_write("old.csv", text);
    bool is_left = strstr(rows[_i].counts, "0 kept") && !strstr(rows[_i].counts, "1 under");
    running_check(
        RUN_IN(running_work, "waive", "--renew", "old.csv", "then/audit.db", "-o", "new.csv"),
        is_left, rows[_i].counts, NULL);
    remove(running_path("new.csv"));
    /* on stdout it is the same, and people are told on stderr */
    running_check(RUN_IN(running_work, "waive", "--renew", "old.csv", "then/audit.db"), is_left,
                  "finding_id,rule_id", rows[_i].said ? rows[_i].said : "1 waiver read");
}
END_TEST

START_TEST(a_later_end_has_an_approver)
{
    write_pack("pack", NULL, NULL);
    audit("pack", "then", 0);
    running_write("old.csv", "rule_id,force_id,reason,approved_by_role,expires_on,mine\n"
                             "L03,essex,agreed,head,2020,\"a, b\"\n");
    running_check(
        RUN_IN(running_work, "waive", "--renew", "old.csv", "then/audit.db", "--expires", "2031"),
        2, NULL, "--role is needed");
    running_check(RUN_IN(running_work, "waive", "--renew", "old.csv", "then/audit.db", "--expires",
                         "2031", "--role", "board", "-o", "new.csv"),
                  0, "1 kept", NULL);
    char *renewed = contents("new.csv");
    ck_assert_str_eq(renewed, "rule_id,force_id,reason,approved_by_role,expires_on,mine,finding_id,"
                              "parties_digest\nL03,essex,agreed,board,2031,\"a, b\",,\n");
    free(renewed);
    /* what is there is not written over, nor the old file */
    running_check(
        RUN_IN(running_work, "waive", "--renew", "old.csv", "then/audit.db", "-o", "new.csv"), 4,
        NULL, "it is there already");
    running_check(
        RUN_IN(running_work, "waive", "--renew", "old.csv", "then/audit.db", "-o", "old.csv"), 4,
        NULL, "it is there already");
    running_check(RUN_IN(running_work, "waive", "--renew", "none.csv", "then/audit.db"), 3, NULL,
                  "none.csv");
    running_check(RUN_IN(running_work, "waive", "--renew", "pack/responses.csv", "then/audit.db"),
                  3, NULL, "this is no list of waivers");
    running_check(RUN_IN(running_work, "waive", "--renew", "old.csv", "then/audit.db", "L03"), 2,
                  NULL, "no FINDING beside it");
}
END_TEST

/* The findings.csv of then says what an id meant, though nothing else does. */
START_TEST(the_list_of_then_tells_what_an_id_meant)
{
    write_pack("pack", NULL, NULL);
    audit("pack", "then", 0);
    running_write("old.csv", "finding_id,reason,approved_by_role,expires_on\n"
                             "L03-0123456789ab,agreed,head,2030\n");
    running_write("findings.csv", "finding_id,rule_id,force_id,tool_id,request_id,question_id\n"
                                  "L03-0123456789ab,L03,essex,argus,7001/24,\n");
    running_check(RUN_IN(running_work, "waive", "--renew", "old.csv", "then/audit.db"), 1, NULL,
                  "none that can be the same fact");
    running_check(RUN_IN(running_work, "waive", "--renew", "old.csv", "then/audit.db", "--findings",
                         "findings.csv", "-o", "new.csv"),
                  0, "1 under another id", NULL);
    running_check(RUN_IN(running_work, "waive", "--renew", "old.csv", "then/audit.db", "--findings",
                         "old.csv"),
                  3, NULL, "this is no list of findings");
}
END_TEST

/* A matter is waived finding by finding, and told as one. */
START_TEST(a_matter_is_waived_and_explained)
{
    write_pack("pack", NULL, NULL);
    audit("pack", "then", 0);
    char *id =
        running_query("then/audit.db", "SELECT matter_id FROM v_matters WHERE rule_id = 'X02'");
    running_check(RUN_IN(running_work, "waive", "then/audit.db", id, "--reason", "r", "--role",
                         "head", "--expires", "2030", "-o", "pack/waivers.csv"),
                  0, "is waived until 2030 for kent: 1 finding", NULL);
    running_check(RUN_IN(running_work, "explain", "then/audit.db", id), 0, "Findings (1):\n  X02-",
                  NULL);
    running_check(RUN_IN(running_work, "explain", "then/audit.db", id, "--json"), 0,
                  "\"findings\": [", NULL);
    running_check(RUN_IN(running_work, "explain", "then/audit.db", "M-"), 2, NULL,
                  "more than one matter begins");
    running_check(RUN_IN(running_work, "explain", "then/audit.db", "M-0"), 2, NULL,
                  "this audit has no matter");
    audit("pack", "again", 1);
    free(id);
}
END_TEST

/* It still holds, and is told of. */
START_TEST(worse_than_when_waived_is_told)
{
    write_pack("pack", "waivers.csv",
               "rule_id,force_id,reason,approved_by_role,expires_on,severity\n"
               "L03,essex,agreed,head,2030,low\nL03,surrey,agreed,head,2030,high\n");
    audit("pack", "then", 2);
    running_check_query("then",
                        "SELECT group_concat(substr(message, 1, 71)) FROM notice WHERE code LIKE "
                        "'waiver-%'",
                        "worse than when waived: the waiver of L03 for essex accepted a finding ");
    running_check(
        RUN_IN(running_work, "audit", "--format", "json", "pack", "-o", "again"), 0,
        "2 in effect, 0 expired, 0 without a match, 0 for other parties; 1 worse than when "
        "waived.",
        NULL);
}
END_TEST

Suite *suite_cmd_renewal(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/renewal", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, old_waivers_are_brought_up, later);
    ADD_TABLE_TEST(tcase, rows_that_are_not, rows);
    tcase_add_test(tcase, a_later_end_has_an_approver);
    tcase_add_test(tcase, the_list_of_then_tells_what_an_id_meant);
    tcase_add_test(tcase, a_matter_is_waived_and_explained);
    tcase_add_test(tcase, worse_than_when_waived_is_told);
    return suite;
}
