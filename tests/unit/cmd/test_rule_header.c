/* SPDX-License-Identifier: MIT
 * The header of a user's rule beside its SELECT: roles and columns that the one asks for and the
 * other does not give.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"

#include <string.h>
#include <sys/stat.h>

/* The rule with a line of parties, of its message, and what it selects. */
static void write_rule(const char *parties, const char *message, const char *select)
{
    SCOPED_TEXT text = memory_print(
        "-- parties: %s\n-- id: U01\n-- name: mine\n-- title: A title\n-- severity: low\n"
        "-- basis: data\n-- message: {force} said:\n--   %s.\n-- rationale: Why\n"
        "-- source: Ours\n-- remedy: None\n\nSELECT %s\n",
        parties, message, select);
    mkdir(running_path("rules"), 0777);
    running_write("rules/U.sql", text);
}

static void begin(void)
{
    running_begin();
    running_write("pack.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                              "a,kent,1/24,argus,2024-02-01,ncnd\n"
                              "b,essex,1/24,argus,2024-02-01,disclosed\n");
}

/* Where roles come from a column, what it may hold elsewhere is no fault; else it is. */
static const struct {
    const char *parties, *sql, *message;
} roles[] = {
    {"ncnd", "position AS role, response_no, stance FROM v_responses", ""},
    {"not_held", "stance AS role, response_no, stance FROM v_responses", ""},
    {"later", "'answer' AS role, response_no, stance FROM v_responses WHERE 0", ""},
    {"own", "'answer' AS role, response_no, stance FROM v_responses WHERE 0", ""},
    {"side_ncnd",
     "'side_' || position AS role /* 'side_ncnd' */, response_no, stance FROM "
     "v_responses",
     ""},
    {"ncdn", "position AS role, response_no, stance FROM v_responses", "did you mean ncnd?"},
    {"anser", "'answer' AS role, response_no, stance FROM v_responses WHERE 0",
     "did you mean answer?"},
    {"later", "'answer' AS role, response_no, stance FROM v_responses",
     "U.sql:1: parties names the role \"later\", and no row has it; name one that the SELECT "
     "gives"},
};

START_TEST(roles_of_the_parties_are_known)
{
    write_rule(roles[_i].parties, "nothing", roles[_i].sql);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "pack.csv", "-o", "out",
                         "--rules", "rules", "--quiet"),
                  0, NULL, roles[_i].message);
    running_check_query("out", "SELECT count(*) FROM rule_fault", roles[_i].message[0] ? "1" : "0");
}
END_TEST

/* Columns that the program takes for itself: what to write instead is said. */
static const struct {
    const char *message, *reason;
} taken[] = {
    {"{force_no}", "{force_no}, a column that is a number of the key; write {force}, which"},
    {"{request_no:day}", "{request_no:day}, a column that is a number of the key; write {request}"},
    {"{collaboration_no}", "write {collaboration}, which shows its name"},
    {"{response_no}", "a column that is the number of a piece of evidence; write {ROLE.letters}"},
    {"{membership_no}", "a column that is the number of a piece of evidence"},
    {"{responded_earliest:day}", "a column that is the date of a piece of evidence; write "
                                 "{ROLE.letters}, or another list with dates, or let the SELECT"},
    {"{responded_latest:day}", "a column that is the date of a piece of evidence"},
    {"{severity}", "let the SELECT give it once more under another name"},
    {"{certainty}", "begins with \"Possibly:\" where it is no more"},
    {"{role}", "a column that is what a list is asked for by; write {ROLE.letters}"},
};

START_TEST(columns_of_the_program_are_no_details)
{
    write_rule("", taken[_i].message,
               "force_no, request_no, 'answer' AS role, response_no, responded_earliest, "
               "responded_latest, 'low' AS severity, 'certain' AS certainty FROM v_responses");
    struct support_output output = RUN_IN(running_work, "rules", "test", "rules");
    ck_assert_msg(strstr(output.out, "U.sql:8: the message asks for {"), "%s", output.out);
    running_check(output, 1, taken[_i].reason, NULL);
}
END_TEST

Suite *suite_cmd_rule_header(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/rule_header", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, begin, running_end);
    ADD_TABLE_TEST(tcase, roles_of_the_parties_are_known, roles);
    ADD_TABLE_TEST(tcase, columns_of_the_program_are_no_details, taken);
    return suite;
}
