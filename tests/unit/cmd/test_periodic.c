/* SPDX-License-Identifier: MIT
 * What a periodic audit needs: guidance as data, waivers, baselines, diffs, the gate.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <jansson.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Two forces on one tool; the pack of most tests here. */
static const char forces[] = "force_id,name,nation,kind,regime\n"
                             "essex,Essex Police,England,territorial,FOIA\n"
                             "kent,Kent Police,England,territorial,FOIA\n";
static const char collaborations[] = "collaboration_id,name,force_id\n";
static const char requests[] = "request_id,title,tool_id,date_logged\n"
                               "7001/24,Use of Argus,argus,2024-02-01\n";
static const char guidance[] =
    "guidance_id,title,tool_id,effective_from,condition,expected_stance,required_exemptions\n"
    "c24-a,Circular of 2024,argus,2024-01-01,acknowledged,held_s21,\n"
    "c24-n,Circular of 2024,argus,2024-01-01,not_acknowledged,ncnd,31(3);24(2)\n";
static const char responses[] = "response_id,force_id,request_id,date_responded,stance,exemptions\n"
                                "k1,kent,7001/24,2024-02-20,disclosed,\n"
                                "e1,essex,7001/24,2024-02-20,ncnd,31(3);24(2)\n";

static void write_pack(const char *folder)
{
    static const struct {
        const char *name, *text;
    } files[] = {{"forces.csv", forces},
                 {"collaborations.csv", collaborations},
                 {"requests.csv", requests},
                 {"guidance.csv", guidance},
                 {"responses.csv", responses}};
    mkdir(running_path(folder), 0777);
    for (size_t i = 0; i < LENGTH_OF(files); i++) {
        char name[128];
        snprintf(name, sizeof name, "%s/%s", folder, files[i].name);
        running_write(name, files[i].text);
    }
}

static void audit(const char *pack, const char *out)
{
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", pack, "-o", out, "--quiet"),
                  0, NULL, NULL);
}

static void audit_against(const char *pack, const char *out, const char *baseline)
{
    char database[128];
    snprintf(database, sizeof database, "%s/audit.db", baseline);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", pack, "-o", out,
                         "--baseline", database, "--quiet"),
                  0, NULL, NULL);
}

/* A new circular is a row, and nothing but a row. */
START_TEST(a_circular_is_a_row)
{
    write_pack("pack");
    audit("pack", "before");
    running_check_query(
        "before", "SELECT conforms || ' ' || guidance_id FROM v_responses WHERE response_id = 'k1'",
        "no c24-n");
    running_check_query(
        "before",
        "SELECT group_concat(rule_id) FROM (SELECT rule_id FROM v_findings WHERE force_id "
        "= 'kent' ORDER BY rule_id)",
        "G02");
    char *longer = NULL;
    ck_assert_int_gt(asprintf(&longer,
                              "%sc25,Circular for the request,argus,2024-02-10,any,disclosed,\n",
                              guidance),
                     0);
    running_write("pack/guidance.csv", longer);
    free(longer);
    audit("pack", "after");
    /* the same scope, later: it now decides for both forces */
    running_check_query("after",
                        "SELECT group_concat(conforms || ' ' || guidance_id) FROM (SELECT * FROM "
                        "v_responses ORDER BY response_id)",
                        "no c25,yes c25");
    running_check_query("after", "SELECT count(*) FROM v_findings WHERE rule_id = 'G02'", "0");
    running_check(RUN_IN(running_work, "explain", "after/audit.db", "X01"), 0,
                  " used  c25  Circular for the request", NULL);
    running_check(RUN_IN(running_work, "explain", "after/audit.db", "X01"), 0,
                  "the one in force is later", NULL);
    running_check(RUN_IN(running_work, "diff", "before/audit.db", "after/audit.db"), 0,
                  "guidance changed: for k1: c24-n -> c25", NULL);
}
END_TEST

/* One change of the pack, and what the comparison must say of the finding. */
static const struct {
    const char *file, *text; /* the file as it is afterwards */
    const char *finding;     /* like G02-% */
    const char *change;      /* new or resolved */
    const char *reasons;
} changes[] = {
    {"responses.csv",
     "response_id,force_id,request_id,date_responded,stance,exemptions\n"
     "k1,kent,7001/24,2024-02-20,ncnd,31(3);24(2)\n"
     "e1,essex,7001/24,2024-02-20,ncnd,31(3);24(2)\n",
     "G02", "resolved", "row changed"},
    {"responses.csv",
     "response_id,force_id,request_id,date_responded,stance,exemptions\n"
     "e1,essex,7001/24,2024-02-20,ncnd,31(3);24(2)\n",
     "G02", "resolved", "withdrawn from the pack"},
    {"acknowledgements.csv",
     "acknowledgement_id,force_id,tool_id,kind,publisher,date_published,source_url\n"
     "a1,kent,argus,press_release,force,2024-02-01,https://example.org/a1\n",
     "G02", "resolved", "acknowledgement appeared"},
    {"guidance.csv",
     "guidance_id,title,tool_id,effective_from,condition,expected_stance,required_exemptions\n"
     "c24-a,Circular of 2024,argus,2024-01-01,acknowledged,held_s21,\n"
     "c24-n,Circular of 2024,argus,2024-01-01,not_acknowledged,ncnd;disclosed,31(3);24(2)\n",
     "G02", "resolved", "guidance changed"},
    {"waivers.csv",
     "rule_id,force_id,reason,approved_by_role,expires_on\n"
     "G02,kent,meant so,head of disclosure,2024-12-31\n",
     "G02", "resolved", "waiver"},
    {"responses.csv",
     "response_id,force_id,request_id,date_responded,stance,exemptions\n"
     "k1,kent,7001/24,2024-02-20,disclosed,\n"
     "e1,essex,7001/24,2024-02-20,not_held,\n",
     "G03", "new", "row changed"},
    {"responses.csv",
     "response_id,force_id,request_id,date_responded,stance,exemptions\n"
     "k1,kent,7001/24,2024-02-20,disclosed,\n"
     "e1,essex,7001/24,2024-02-20,ncnd,31(3);24(2)\n"
     "k2,kent,7002/24,2024-03-20,ncnd,31(3);24(2)\n",
     "T01", "new", "row added"},
    {"acknowledgements.csv",
     "acknowledgement_id,force_id,tool_id,kind,publisher,date_published,source_url\n"
     "a1,essex,argus,press_release,force,2024-02-01,https://example.org/a1\n",
     "G01", "new", "acknowledgement appeared"},
    /* a row that was about another force before */
    {"responses.csv",
     "response_id,force_id,request_id,date_responded,stance,exemptions\n"
     "k1,essex,7002/24,2024-02-20,disclosed,\n"
     "e1,essex,7001/24,2024-02-20,ncnd,31(3);24(2)\n",
     "G02", "new", "row changed"},
    {"collaborations.csv", "collaboration_id,name,force_id\nweald,Weald,kent\nweald,Weald,essex\n",
     "X05", "new", "row added"},
};

START_TEST(each_change_has_its_reason)
{
    write_pack("old");
    write_pack("new");
    char name[64], sql[512];
    snprintf(name, sizeof name, "new/%s", changes[_i].file);
    running_write(name, changes[_i].text);
    /* the tool of a request that requests.csv lacks */
    running_write("new/requests.csv", "request_id,title,tool_id,date_logged\n"
                                      "7001/24,Use of Argus,argus,2024-02-01\n"
                                      "7002/24,Use of Argus,argus,\n");
    running_write("old/requests.csv", "request_id,title,tool_id,date_logged\n"
                                      "7001/24,Use of Argus,argus,2024-02-01\n"
                                      "7002/24,Use of Argus,argus,\n");
    audit("old", "a");
    audit_against("new", "b", "a");
    bool is_new = strcmp(changes[_i].change, "new") == 0;
    snprintf(sql, sizeof sql, "SELECT reasons FROM %s WHERE finding_id LIKE '%s-%%'%s",
             is_new ? "finding_change" : "resolved_finding", changes[_i].finding,
             is_new ? " AND change = 'new'" : "");
    running_check_query("b", sql, changes[_i].reasons);
    /* the same from two finished audits */
    running_check(RUN_IN(running_work, "diff", "a/audit.db", "b/audit.db"), 0, changes[_i].reasons,
                  NULL);
    running_check_query("b", "SELECT count(*) FROM pragma_foreign_key_check", "0");
}
END_TEST

/* The real pack and a later version of it: a letter coded again, a denial and a notice
 * that came in. Each line was worked out by hand. */
START_TEST(the_real_pack_a_quarter_later)
{
    static const char script[] =
        "cp -r \"$0\" next && cd next && "
        "sed -i 's/^\\(nyp-0745,.*,ncnd,,\\)confirm,/\\1ncnd,/' responses.csv && "
        "echo "
        "'kent-1,kent,157/25,,,palantir,initial,k1,,2025-04-10,not_held,no,deny,,,,,,https://"
        "example.org/k1,,' >> responses.csv && "
        "echo "
        "'swp-own,south-wales,,palantir,contract,contract_notice,force,2025-03-01,,Invented,https:/"
        "/example.org/swp,' >> acknowledgements.csv";
    static const char new_ones[] =
        "SELECT group_concat(line, '|') FROM (SELECT rule_id || ' ' || coalesce(force_id, '') || ' "
        "' || coalesce(request_id || ' ', '')"
        " || coalesce(question_id || ' ', '') || reasons AS line FROM v_findings WHERE change = "
        "'new' ORDER BY line)";
    static const char resolved[] =
        "SELECT group_concat(line, '|') FROM (SELECT rule_id || ' ' || force_id || ' ' || reasons "
        "AS line FROM v_resolved ORDER BY line)";
    char pack[PATH_MAX];
    ck_assert_ptr_nonnull(realpath("datasets/palantir", pack));
    const char *const edit[] = {"sh", "-c", script, pack, NULL};
    running_check(support_run(running_work, NULL, edit), 0, NULL, NULL);
    audit(pack, "a");
    audit_against("next", "b", "a");
    running_check_query(
        "b", new_ones,
        "G01 south-wales 157/25 acknowledgement appeared|G03 kent 157/25 row added|"
        "P02 north-yorkshire 1750/22 row changed|X02  157/25 Q1 row added|"
        "X02  157/25 Q2 row added|X02  157/25 Q3 row added|X02  157/25 Q4 row added");
    running_check_query("b", resolved,
                        "L01 north-yorkshire row changed|T01 north-yorkshire row changed|"
                        "T08 north-yorkshire row changed");
    running_check_query("b", "SELECT count(*) FROM finding_change WHERE change = 'persisting'",
                        "8");
    /* Kent's denial of one request joins Northumbria's of another; the notice moves a side */
    running_check_query(
        "b",
        "SELECT group_concat(line, '|') FROM (SELECT substr(finding_id, 1, 3) || ' ' || "
        "parties_joined || ' ' || reasons AS line FROM finding_change WHERE change = "
        "'altered' ORDER BY line)",
        "X09 south-wales acknowledgement appeared|"
        "X10 kent row added; acknowledgement appeared");
    running_check_query(
        "b",
        "SELECT group_concat(file_kind || ' ' || row_id || ' ' || change, '|') FROM input_change",
        "acknowledgements swp-own added|responses kent-1 added|responses nyp-0745 changed");
}
END_TEST

/* What was done to the baseline by hand; the exit code of a comparison with it. */
static const struct {
    const char *sql;
    int code;
} damages[] = {
    {"DROP TABLE response", 3},
    {"DROP TABLE finding; CREATE VIEW finding AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT "
     "i + 1 FROM n) SELECT i AS finding_no FROM n",
     3},
    {"CREATE TRIGGER t AFTER INSERT ON force BEGIN SELECT 1; END", 3},
    {"UPDATE rule SET sql = CAST(x'ff' AS TEXT)", 3},
    {"UPDATE finding SET finding_id = 'x'", 0},
};

START_TEST(a_damaged_baseline_is_refused)
{
    write_pack("pack");
    audit("pack", "a");
    audit("pack", "b");
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(running_path("a/audit.db"), &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, damages[_i].sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    const char *named = damages[_i].code ? "a/audit.db" : NULL;
    running_check(RUN_IN(running_work, "diff", "a/audit.db", "b/audit.db"), damages[_i].code, NULL,
                  named);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "pack", "-o", "c",
                         "--baseline", "a/audit.db", "--quiet"),
                  damages[_i].code, NULL, named);
}
END_TEST

START_TEST(what_persists_is_marked)
{
    write_pack("pack");
    audit("pack", "a");
    audit_against("pack", "b", "a");
    running_check_query("b", "SELECT group_concat(DISTINCT change) FROM v_findings", "persisting");
    running_check_query("b", "SELECT count(*) FROM resolved_finding", "0");
    running_check_query("b", "SELECT count(*) FROM input_change", "0");
    running_check(RUN_IN(running_work, "diff", "a/audit.db", "b/audit.db"), 0, "Nothing changed.",
                  NULL);
    /* without a baseline the column is empty */
    running_check_query("a", "SELECT group_concat(DISTINCT change) FROM v_findings", "");
    /* the folder that is replaced may hold the baseline */
    audit_against("pack", "a", "a");
    running_check_query("a", "SELECT group_concat(DISTINCT change) FROM v_findings", "persisting");
}
END_TEST

/* Rows that change nothing found are told all the same. */
START_TEST(inputs_are_compared_too)
{
    write_pack("old");
    write_pack("new");
    running_write(
        "new/responses.csv",
        "response_id,force_id,request_id,date_responded,stance,exemptions,source_url,note\n"
        "k1,kent,7001/24,2024-02-20,disclosed,,https://example.org/k1,\n"
        "e2,essex,7001/24,2024-02-20,ncnd,31(3);24(2),,\n");
    audit("old", "a");
    audit("new", "b");
    struct support_output output =
        RUN_IN(running_work, "diff", "a/audit.db", "b/audit.db", "--json");
    json_error_t fault;
    json_t *diff = json_loads(output.out, 0, &fault);
    ck_assert_msg(diff != NULL, "%s\n%s", fault.text, output.out);
    const json_t *inputs = json_object_get(diff, "inputs");
    ck_assert_uint_eq(json_array_size(inputs), 3);
    static const char *const expected[3][3] = {
        {"added", "e2", ""},
        {"changed", "k1", "source_url: - -> https://example.org/k1"},
        {"withdrawn", "e1", ""}};
    for (size_t i = 0; i < 3; i++) {
        const json_t *row = json_array_get(inputs, i);
        const char *columns = json_string_value(json_object_get(row, "columns"));
        ck_assert_str_eq(json_string_value(json_object_get(row, "change")), expected[i][0]);
        ck_assert_str_eq(json_string_value(json_object_get(row, "row_id")), expected[i][1]);
        ck_assert_str_eq(columns ? columns : "", expected[i][2]);
    }
    json_decref(diff);
    support_output_done(&output);
}
END_TEST

START_TEST(other_rules_are_a_reason)
{
    write_pack("pack");
    audit("pack", "a");
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(running_path("a/audit.db"), &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db,
                                  "UPDATE rule SET sha256 = 'other' WHERE rule_id = 'X01';"
                                  "DELETE FROM finding_evidence WHERE finding_no IN (SELECT "
                                  "finding_no FROM finding WHERE rule_id IN ('G02', 'X01'));"
                                  "DELETE FROM finding WHERE rule_id IN ('G02', 'X01');"
                                  "DELETE FROM rule WHERE rule_id = 'G02';",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(db);
    audit("pack", "b");
    running_check(RUN_IN(running_work, "diff", "a/audit.db", "b/audit.db"), 0,
                  "Why: rule added: G02", NULL);
    running_check(RUN_IN(running_work, "diff", "a/audit.db", "b/audit.db"), 0,
                  "Why: rule changed: X01", NULL);
    running_check(RUN_IN(running_work, "diff", "b/audit.db", "a/audit.db"), 0,
                  "Why: rule gone: G02", NULL);
}
END_TEST

START_TEST(other_schemas_are_refused)
{
    write_pack("pack");
    audit("pack", "a");
    audit("pack", "b");
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(running_path("a/audit.db"), &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, "PRAGMA user_version = 1", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    running_check(RUN_IN(running_work, "diff", "a/audit.db", "b/audit.db"), 3, NULL,
                  "written with schema version 1");
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "pack", "-o", "c",
                         "--baseline", "a/audit.db"),
                  3, NULL, "gives a new one; --baseline takes the pack itself");
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "pack", "-o", "c",
                         "--baseline", "none.db"),
                  3, NULL, "none.db");
    ck_assert(!support_exists(running_path("c")));
}
END_TEST

/* A waiver and what is said of it. G02 for kent is the one that is there. */
static const struct {
    const char *row, *notice, *status;
} waivers[] = {
    {"G02,kent,,meant so,head,2024-12-31", NULL, "waived"},
    {"g02,Kent Police,7001/24,meant so,head,2024-02-20", NULL, "waived"},
    {"G02,kent,,meant so,head,2024-02-19",
     "the waiver of G02 for kent expired on 2024-02-19 and has no effect; 1 finding that it would "
     "match is open",
     "open"},
    {"G02,kent,,meant so,head,2024-01",
     "the waiver of G02 for kent expired on 2024-01-31 and has no effect; 1 finding that it would "
     "match is open",
     "open"},
    {"G02,essex,,meant so,head,2024-12-31",
     "the waiver of G02 for essex matches no finding of this audit: take it out if the matter is "
     "settled",
     "open"},
    {"G02,kent,7009/24,meant so,head,2024-12-31",
     "the waiver of G02 for kent on 7009/24 matches no finding of this audit: take it out if the "
     "matter is settled",
     "open"},
    {"G99,kent,,meant so,head,2024-12-31",
     "the waiver of G99 for kent has no effect: there is no such rule", "open"},
    {"G02,essex,,meant so,head,2023-12-31",
     "the waiver of G02 for essex expired on 2023-12-31 and has no effect; it would match nothing",
     "open"},
};

START_TEST(waivers_are_reported)
{
    write_pack("pack");
    char text[512];
    snprintf(text, sizeof text,
             "rule_id,force_id,request_id,reason,approved_by_role,expires_on\n%s\n",
             waivers[_i].row);
    running_write("pack/waivers.csv", text);
    audit("pack", "out");
    running_check_query("out", "SELECT status FROM v_findings WHERE rule_id = 'G02'",
                        waivers[_i].status);
    running_check_query(
        "out", "SELECT coalesce((SELECT message FROM notice WHERE code LIKE 'waiver-%'), '')",
        waivers[_i].notice ? waivers[_i].notice : "");
    size_t size = 0;
    char *findings = support_read_file(running_path("out/findings.csv"), &size);
    ck_assert_ptr_nonnull(strstr(findings, "\nG02-")); /* never hidden */
    free(findings);
}
END_TEST

/* By the id of a finding; and what a waiver must have. */
START_TEST(waivers_need_reason_role_and_end)
{
    write_pack("pack");
    audit("pack", "a");
    char *id = running_query("a/audit.db", "SELECT finding_id FROM finding WHERE rule_id = 'G02'");
    char text[512];
    snprintf(
        text, sizeof text,
        "finding_id,rule_id,force_id,reason,approved_by_role,expires_on\n"
        "%s,,,meant so,head,2024-12-31\n%s,,,,head,2024-12-31\n%s,,,meant so,,2024-12-31\n"
        "%s,,,meant so,head,\n,G02,,meant so,head,2024-12-31\n,,kent,meant so,head,2024-12-31\n",
        id, id, id, id);
    running_write("pack/waivers.csv", text);
    audit("pack", "b");
    running_check_query("b", "SELECT status FROM v_findings WHERE rule_id = 'G02'", "waived");
    running_check_query(
        "b", "SELECT group_concat(line) FROM (SELECT line FROM reject ORDER BY line)", "3,4,5,6,7");
    free(id);
}
END_TEST

START_TEST(the_gate_counts_what_is_open_or_new)
{
    write_pack("pack");
    audit("pack", "a");
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "b", "--quiet", "--fail-on", "high"),
                  1, NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "b", "--quiet", "--baseline",
                         "a/audit.db", "--fail-on", "new:info"),
                  0, NULL, NULL);
    running_write("pack/responses.csv",
                  "response_id,force_id,request_id,date_responded,stance,exemptions\n"
                  "k1,kent,7001/24,2024-02-20,disclosed,\n"
                  "e1,essex,7001/24,2024-02-20,not_held,\n");
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "b", "--quiet", "--baseline",
                         "a/audit.db", "--fail-on", "new:critical"),
                  1, NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "b", "--baseline", "a/audit.db"), 0,
                  "Since the audit of pack as of 2024-02-20, in matters: ", NULL);
    size_t size = 0;
    char *report = support_read_file(running_path("b/report.html"), &size);
    const char *change = strstr(report, "id=\"change\""),
               *headline = strstr(report, "id=\"headline\"");
    ck_assert(change && headline && headline < change);
    free(report);
}
END_TEST

Suite *suite_cmd_periodic(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/periodic", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, a_circular_is_a_row);
    ADD_TABLE_TEST(tcase, each_change_has_its_reason, changes);
    tcase_add_test(tcase, the_real_pack_a_quarter_later);
    ADD_TABLE_TEST(tcase, a_damaged_baseline_is_refused, damages);
    tcase_add_test(tcase, what_persists_is_marked);
    tcase_add_test(tcase, inputs_are_compared_too);
    tcase_add_test(tcase, other_rules_are_a_reason);
    tcase_add_test(tcase, other_schemas_are_refused);
    ADD_TABLE_TEST(tcase, waivers_are_reported, waivers);
    tcase_add_test(tcase, waivers_need_reason_role_and_end);
    tcase_add_test(tcase, the_gate_counts_what_is_open_or_new);
    return suite;
}
