/* SPDX-License-Identifier: MIT
 * What `check` and `audit` say of rejected rows and of packs in which nothing can be audited.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <string.h>

#define HEADING "response_id,force_id,request_id,tool_id,stance,date_responded\n"
#define KENT    "a,kent,1/24,t,ncnd,2024-01-01\n"

static const struct {
    const char *file, *option;
    int code;
    const char *said; /* on stdout */
} checked[] = {
    {HEADING KENT, NULL, 0, "Next: concord audit x.csv"},
    {HEADING KENT, "--fail-on-reject", 0, NULL},
    {HEADING KENT "b,nowhere,1/24,t,ncnd,2024\n", NULL, 0, "unknown force \"nowhere\" (1 row)"},
    {HEADING KENT "b,nowhere,1/24,t,ncnd,2024\n", "--fail-on-reject", 1, NULL},
    {HEADING KENT "b,nowhere,1/24,t,ncnd,2024\n", "--strict", 3, NULL},
    {HEADING KENT "b,nowhere,1/24,t,ncmd,2024\nc,nowhere,1/24,t,ncnd,2024\n", NULL, 0,
     "2 rows rejected:\nx.csv:3: force_id: unknown force \"nowhere\" (2 rows, 1 of them for this "
     "alone; this is the first)"},
    {HEADING KENT "b,nowhere,1/24,t,ncmd,2024\n", NULL, 0,
     "x.csv:3: stance: \"ncmd\" is no stance (1 row, with other faults)"},
};

START_TEST(check_says_what_rejects_cost)
{
    running_write("x.csv", checked[_i].file);
    running_check(RUN_IN(running_work, "check", "x.csv", checked[_i].option), checked[_i].code,
                  checked[_i].said, NULL);
}
END_TEST

static const struct {
    const char *file, *reason;
} empty[] = {
    {HEADING, "x.csv: nothing to audit: there is a heading, and no row of an answer below it"},
    {HEADING ",,,,,\n", "x.csv: nothing to audit: there is a heading, and no row"},
    {HEADING "a,nowhere,1/24,t,ncnd,2024\n",
     "x.csv: nothing to audit: the only answer was rejected"},
    {HEADING "a,nowhere,1/24,t,ncnd,2024\nb,nowhere,1/24,t,ncnd,2024\n",
     "x.csv: nothing to audit: all 2 answers were rejected"},
};

START_TEST(an_audit_of_nothing_is_none)
{
    running_write("x.csv", empty[_i].file);
    struct support_output output = RUN_IN(running_work, "check", "x.csv");
    ck_assert(!strstr(output.out, "Next:"));
    running_check(output, 3, "rejected", empty[_i].reason);
    running_check(RUN_IN(running_work, "audit", "x.csv", "-o", "out"), 3, NULL, empty[_i].reason);
    running_check_only("x.csv");
}
END_TEST

START_TEST(silence_can_be_audited)
{
    running_check(support_run(running_work, NULL, (const char *const[]){"mkdir", "p", NULL}), 0,
                  NULL, NULL);
    running_write("p/responses.csv", HEADING);
    running_write("p/circulation.csv",
                  "request_id,force_id,received,date_received\n1/24,kent,yes,2024-01-01\n");
    running_check(RUN_IN(running_work, "audit", "p", "--as-of", "2024-06-01", "--format", "csv"), 0,
                  "Next:   concord explain p-2024-06-01/audit.db X06-", NULL);
}
END_TEST

START_TEST(nothing_is_next_where_nothing_was_found)
{
    running_write("x.csv", HEADING KENT);
    struct support_output output =
        RUN_IN(running_work, "audit", "x.csv", "-o", "out", "--format", "csv");
    ck_assert(!strstr(output.out, "Next:"));
    running_check(output, 0, "Matters: 0 critical", NULL);
}
END_TEST

Suite *suite_cmd_check(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/check", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, check_says_what_rejects_cost, checked);
    ADD_TABLE_TEST(tcase, an_audit_of_nothing_is_none, empty);
    tcase_add_test(tcase, silence_can_be_audited);
    tcase_add_test(tcase, nothing_is_next_where_nothing_was_found);
    return suite;
}
