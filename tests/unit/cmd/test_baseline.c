/* SPDX-License-Identifier: MIT
 * What --baseline takes: an audit.db, the folder it stands in, or an earlier pack.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define HEAD "response_id,force_id,request_id,tool_id,date_responded,stance,exemptions\n"
#define KENT "k1,kent,7001/24,argus,2024-02-20,ncnd,31(3);24(2)\n"

/* A quarter ago Essex kept silent as well; now it denies. */
static void write_packs(void)
{
    mkdir(running_path("old"), 0777);
    running_write("old/responses.csv",
                  HEAD KENT "e1,essex,7001/24,argus,2024-02-20,ncnd,31(3);24(2)\n");
    mkdir(running_path("new"), 0777);
    running_write("new/responses.csv", HEAD KENT "e2,essex,7001/24,argus,2024-05-20,not_held,\n");
}

#define AUDIT(...) RUN_IN(running_work, "audit", "--format", "csv,json", __VA_ARGS__)

static const char *const baselines[] = {"was/audit.db", "was", "old", "old/responses.csv"};

/* However the earlier state is given, the same is new. */
START_TEST(an_audit_its_folder_and_its_pack_are_one_baseline)
{
    write_packs();
    running_check(AUDIT("old", "-o", "was"), 0, NULL, NULL);
    running_check(AUDIT("new", "-o", "by-database", "--baseline", "was/audit.db"), 0, NULL, NULL);
    running_check(AUDIT("new", "-o", "now", "--baseline", baselines[_i], "--fail-on", "new:high"),
                  1, "3 new, 0 altered, 0 persisting, 0 resolved.\n", NULL);
    size_t size, other_size;
    char *findings = support_read_file(running_path("now/findings.csv"), &size);
    char *others = support_read_file(running_path("by-database/findings.csv"), &other_size);
    ck_assert_str_eq(findings, others);
    ck_assert_ptr_nonnull(strstr(findings, ",new,"));
    free(findings);
    free(others);
    ck_assert(!support_exists(running_path("now/baseline.db")));
}
END_TEST

START_TEST(a_pack_serves_where_its_audit_is_of_another_schema)
{
    write_packs();
    running_check(AUDIT("old", "-o", "was"), 0, NULL, NULL);
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(running_path("was/audit.db"), &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "PRAGMA user_version = 1", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    running_check(AUDIT("new", "-o", "now", "--baseline", "was"), 3, NULL,
                  "--baseline takes the pack itself");
    running_check(AUDIT("new", "-o", "now", "--baseline", "old"), 0, "Since the audit of old",
                  NULL);
}
END_TEST

static const struct {
    const char *baseline, *message;
} refused[] = {
    {"none", "none"},
    {"none.csv", "none.csv"},
    {"empty", "it is no file, but a folder"},
    {"nothing.csv", "nothing.csv"},
    {"words.txt", "no database of an audit"},
    {"bad", "bad"},
};

START_TEST(a_baseline_that_is_none_ends_the_run)
{
    write_packs();
    mkdir(running_path("empty"), 0777);
    mkdir(running_path("bad"), 0777);
    running_write("nothing.csv", "");
    running_write("words.txt", "not an audit, and not a pack, whatever else it may be\n");
    running_write("bad/responses.csv", HEAD "k1,nowhere,7001/24,argus,2024-02-20,ncnd,\n");
    running_check(AUDIT("new", "-o", "now", "--baseline", refused[_i].baseline), 3, NULL,
                  refused[_i].message);
    ck_assert(!support_exists(running_path("now")));
}
END_TEST

/* The user's rules judge the earlier pack too: what they find in both persists. */
START_TEST(rules_of_the_user_judge_both)
{
    write_packs();
    mkdir(running_path("rules"), 0777);
    running_write(
        "rules/U01.sql",
        "-- id: U01\n-- name: any-ncnd\n-- title: Any NCND\n-- severity: low\n"
        "-- basis: consistency\n-- message: {force} said neither\n-- rationale: none\n"
        "-- source: a test\n-- remedy: none\n\n"
        "SELECT force_no, tool_no, request_no, question_no, 'answer' AS role, response_no,"
        " responded_earliest, responded_latest FROM v_responses WHERE position = "
        "'ncnd'\n");
    running_check(AUDIT("new", "-o", "now", "--baseline", "old", "--rules", "rules"), 0, NULL,
                  NULL);
    running_check_query("now", "SELECT group_concat(change) FROM v_findings WHERE rule_id = 'U01'",
                        "persisting");
    running_check_query("now", "SELECT count(*) FROM resolved_finding WHERE rule_id = 'U01'", "1");
}
END_TEST

Suite *suite_cmd_baseline(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/baseline", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, an_audit_its_folder_and_its_pack_are_one_baseline, baselines);
    tcase_add_test(tcase, a_pack_serves_where_its_audit_is_of_another_schema);
    ADD_TABLE_TEST(tcase, a_baseline_that_is_none_ends_the_run, refused);
    tcase_add_test(tcase, rules_of_the_user_judge_both);
    return suite;
}
