/* SPDX-License-Identifier: MIT
 * Rules of a user's own: --rules, and concord rules test.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char header[] =
    "-- id: %s\n-- name: %s\n-- title: A title\n-- severity: low\n"
    "-- basis: data\n-- message: {force} said {stance} in {answer.letters}.\n"
    "-- rationale: Why\n-- source: Ours\n-- remedy: None\n\n";
static const char good[] = "SELECT force_no, tool_no, request_no, question_no, 'answer' AS role,\n"
                           "       response_no, stance\nFROM v_responses\nWHERE stance = 'ncnd'\n";

static void write_rule(const char *file, const char *id, const char *name, const char *sql)
{
    char path[128], *text = NULL;
    mkdir(running_path("rules"), 0777);
    ck_assert_int_gt(
        asprintf(&text, "-- id: %s\n-- name: %s\n%s%s", id, name, strstr(header, "-- title"), sql),
        0);
    snprintf(path, sizeof path, "rules/%s", file);
    running_write(path, text);
    free(text);
}

static const char *palantir(void)
{
    static char pack[PATH_MAX];
    ck_assert_ptr_nonnull(realpath("datasets/palantir", pack));
    return pack;
}

/* A rule's SQL, and what must be said of it. */
static const struct {
    const char *sql, *message;
} broken[] = {
    {"SELECT 'answer' AS role, stanse AS stance, response_no\nFROM v_responses\n",
     "U01.sql:11: no such column: stanse"},
    {"SELECT 'answer' AS role, response_no\n  , stance FROM v_responses\nWHERE (stance = 'ncnd'\n",
     "U01.sql:11: incomplete input"},
    {"SELECT role FROM waiver\n", "U01.sql:11: "},
    {"SELECT 'answer' AS role, 'x' AS stance, 99999 AS response_no\n",
     "U01.sql:11: row 1: there is no row with response_no 99999"},
    {"SELECT 'answer' AS role, stance, response_no, 77 AS force_no FROM v_responses\n",
     "there is no row with force_no 77"},
    {"SELECT 'a role with words' AS role, stance, response_no FROM v_responses\n",
     "row 1: the role is \"a role with words\"; a role is a word of at most 23 letters"},
    {"SELECT 'ééééééééééééééé' AS role, stance, response_no FROM v_responses\n",
     "a role is a word of at most 23 letters"},
    {"SELECT 'answer' AS role, stance, response_no, 'soon' AS responded_earliest, 'soon' AS "
     "responded_latest FROM v_responses\n",
     "row 1: responded_earliest is \"soon\"; give days since 1970-01-01"},
    {"SELECT 'answer' AS role, stance, response_no + 4294967296 AS response_no FROM v_responses\n",
     "U01.sql:11: row 1: response_no is 4294967297; give the whole number that a view has"},
    {"SELECT 'answer' AS role, stance, response_no, force_no + 4294967296 AS force_no FROM "
     "v_responses\n",
     "row 1: force_no is 42949672"},
    {"SELECT 'answer' AS role, stance, response_no, 1.5 AS force_no FROM v_responses\n",
     "row 1: force_no is 1.5; give"},
    {"SELECT 'answer' AS role, stance, response_no, 1.0 AS request_no FROM v_responses\n",
     "row 1: request_no is 1.0; give"},
    {"SELECT 'answer' AS role, stance, response_no, 'x' AS tool_no FROM v_responses\n",
     "row 1: tool_no is \"x\"; give"},
    {"SELECT 'answer' AS role, stance, response_no, '' AS question_no FROM v_responses\n",
     "row 1: question_no is \"\"; give"},
    {"SELECT 'answer' AS role, stance, response_no, x'31' AS collaboration_no FROM v_responses\n",
     "row 1: collaboration_no is a blob; give"},
    {"SELECT 'answer' AS role, stance, response_no, -9223372036854775808 AS guidance_no FROM "
     "v_responses\n",
     "guidance_no is -9223372036854775808; give"},
    {"SELECT 'answer' AS role, stance, response_no, 9223372036854775807 AS responded_earliest, "
     "9223372036854775807 AS responded_latest FROM v_responses\n",
     "responded_earliest is 9223372036854775807; give days since 1970-01-01"},
    {"SELECT 'answer' AS role, stance, response_no, 19000 AS responded_earliest, 4294967296 + "
     "19000 AS responded_latest FROM v_responses\n",
     "responded_latest is 4294986296; give days since 1970-01-01"},
    {"SELECT 'answer' AS role, stance, response_no, 4294967296 AS responded_latest FROM "
     "v_responses\n",
     "responded_latest is 4294967296; give days"},
    {"SELECT 'answer' AS role, stance, response_no, 19000.5 AS responded_earliest FROM "
     "v_responses\n",
     "responded_earliest is 19000.5; give days"},
    {"SELECT 'answer' AS role, stance, response_no, 19001 AS responded_earliest, 19000 AS "
     "responded_latest FROM v_responses\n",
     "responded_earliest is 19001, after responded_latest, 19000; give"},
    {"SELECT 'answer' AS role, 'x' AS stance\n", "U01.sql:11: row 1: the row names no evidence"},
    {"SELECT stance, response_no FROM v_responses\n",
     "U01.sql:11: the SELECT has no column \"role\""},
    {"SELECT 'answer' AS role, response_no FROM v_responses\n",
     "U01.sql:6: the message asks for {stance}, which is no column"},
    {"SELECT 'answer' AS role, stance, response_no, 'grave' AS severity FROM v_responses\n",
     "row 1: the severity is \"grave\"; give one of: critical, high, medium, low, info"},
    {"SELECT 'answer' AS role, stance, response_no, 'hihg' AS severity FROM v_responses\n",
     "row 1: the severity is \"hihg\"; did you mean high? It is one of: critical, high"},
    {"SELECT 'answer' AS role, stance, response_no, 'sure' AS certainty FROM v_responses\n",
     "row 1: the certainty is \"sure\"; give certain or possible"},
    {"SELECT 'anser' AS role, stance, response_no FROM v_responses\n",
     "U01.sql:6: the message asks for {answer.letters}, and no row has the role \"answer\"; did "
     "you "
     "mean {anser.letters}?"},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses; SELECT 1\n",
     "U01.sql:11: a second statement begins here"},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses;;\n; SELECT 1\n",
     "U01.sql:12: a second statement begins here"},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses; /* done */ SELECT 1\n",
     "U01.sql:11: a second statement begins here"},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses; -- done\nDELETE FROM "
     "finding\n",
     "U01.sql:11: a second statement begins here"},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses; done\n",
     "U01.sql:11: a second statement begins here"},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses; 'SELECT\n",
     "U01.sql:11: a second statement begins here"},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses; */\n",
     "U01.sql:11: a second statement begins here"},
    {";; -- nothing\n;\n", "U01.sql:11: there is no SELECT"},
    {"\n\n", "there is no SELECT"},
    {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)\nSELECT 'a' AS role, 'x' AS "
     "stance, i AS response_no FROM n WHERE i < 0\n",
     "U01.sql:11: stopped after 500 million steps"},
    {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)\nSELECT 'a' AS role, 'x' AS "
     "stance, 1 AS response_no FROM n\n",
     "gives more than 100000 rows"},
};

START_TEST(a_broken_rule_is_named_and_left_out)
{
    write_rule("U01.sql", "U01", "broken", broken[_i].sql);
    write_rule("U02.sql", "U02", "good", good);
    /* The page, which takes longest to make, says of all alike what it says of the first. */
    const char *format = _i == 0 ? "html,csv,json" : "csv,json";
    running_check(RUN_IN(running_work, "audit", palantir(), "-o", "out", "--rules", "rules",
                         "--format", format, "--quiet"),
                  0, NULL, broken[_i].message);
    char *value = running_query(
        "out/audit.db", "SELECT (SELECT count(*) FROM finding WHERE rule_id = 'U02') || ' ' || "
                        "(SELECT count(*) FROM finding WHERE rule_id = 'U01') || ' ' || "
                        "(SELECT count(*) FROM rule_fault) || ' ' || "
                        "(SELECT count(*) FROM finding WHERE rule_id = 'L01')");
    ck_assert_str_eq(value, "4 0 1 1");
    free(value);
    size_t size = 0;
    char *summary = support_read_file(running_path("out/summary.json"), &size);
    ck_assert_ptr_nonnull(
        strstr(summary, "\"rule_faults\": [\n    {\n      \"file\": \"rules/U01.sql\""));
    free(summary);
    if (_i == 0) {
        char *report = support_read_file(running_path("out/report.html"), &size);
        ck_assert_ptr_nonnull(strstr(report, "Rules of your own that could not be used"));
        free(report);
    }
    if (strstr(broken[_i].message, "stopped after"))
        return; /* once is enough for the slow one */
    running_check(
        RUN_IN(running_work, "audit", palantir(), "-o", "strict", "--rules", "rules", "--strict"),
        4, NULL, broken[_i].message);
    ck_assert(!support_exists(running_path("strict")));
}
END_TEST

/* A rule's SQL that says no more than it may, and how many findings it makes. */
static const struct {
    const char *sql, *findings;
} well[] = {
    {"SELECT 'answer' AS role, stance, response_no, NULL AS force_no, NULL AS guidance_no, NULL AS "
     "responded_earliest, NULL AS responded_latest FROM v_responses WHERE stance = 'ncnd'\n",
     "1 "},
    {"SELECT 'answer' AS role, stance, response_no, NULL AS responded_earliest, 19000 AS "
     "responded_latest FROM v_responses WHERE stance = 'ncnd'\n",
     "1 "},
    {"SELECT 'answer' AS role, stance, response_no, 19000 AS responded_earliest, 19000 AS "
     "responded_latest FROM v_responses WHERE stance = 'ncnd'\n",
     "1 2022-01-08"},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses WHERE stance = 'ncnd';", "1 "},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses WHERE stance = 'ncnd';;;\n;",
     "1 "},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses WHERE stance = 'ncnd'; -- done",
     "1 "},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses WHERE stance = 'ncnd';\n/* "
     "done */\n",
     "1 "},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses WHERE stance = 'ncnd'; /* "
     "done; */ ; -- SELECT 1;\n",
     "1 "},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses WHERE stance = 'ncnd'\n-- "
     "done; and done",
     "1 "},
    {"SELECT 'answer' AS role, stance, response_no FROM v_responses WHERE stance = 'ncnd';\n/* "
     "never closed; SELECT 1\n",
     "1 "},
    {";; SELECT 'answer' AS role, stance, response_no FROM v_responses WHERE stance = 'ncnd'",
     "1 "},
};

START_TEST(a_sound_rule_is_used)
{
    write_rule("U01.sql", "U01", "sound", well[_i].sql);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "out",
                         "--rules", "rules", "--strict", "--quiet"),
                  0, NULL, NULL);
    char *value = running_query("out/audit.db", "SELECT count(*) || ' ' || coalesce(max(date), '') "
                                                "FROM v_findings WHERE rule_id = 'U01'");
    ck_assert_str_eq(value, well[_i].findings);
    free(value);
}
END_TEST

/* A header, and what must be said of it. */
static const struct {
    const char *id, *name, *message;
} headers[] = {
    {"G01", "mine", "U.sql:1: G01 is taken by the catalogue"},
    {"U02", "retreat", "U.sql:2: retreat is taken by the catalogue"},
    {"u2", "mine", "U.sql:1: \"u2\" is no rule id"},
    {"../U2", "mine", "is no rule id"},
    {"U02", "Mine Own", "U.sql:2: \"Mine Own\" is no rule name"},
    {"U02\n-- evidances: own", "mine",
     "U.sql:2: unknown header key \"evidances\"; did you mean evidence? A header line is"},
    {"U02\n-- parties of it", "mine", "U.sql:2: \"parties of it\" has no colon. A header line is"},
    {"U02\n-- colour: red", "mine",
     "U.sql:2: unknown header key \"colour\"; it is one of: id, name, title, severity, basis"},
    {"U02\n-- id: U03", "mine", "U.sql:2: the header key \"id\" stands twice"},
    {"", "mine", "U.sql:1: the header key \"id\" is empty"},
    {"U02\n-- evidence: guidence", "mine",
     "U.sql:2: unknown evidence \"guidence\"; did you mean guidance?"},
    {"U02\n-- shares-cause-with: L01,\n--   g01", "mine",
     "U.sql:3: there is no rule \"g01\" to share a cause with; did you mean G01?"},
    {"U02\n-- shares-cause-with: nothing", "mine",
     "U.sql:2: there is no rule \"nothing\" to share a cause with"},
    {"U02\n-- parties: answr", "mine",
     "U.sql:2: parties names the role \"answr\", and no row has it; did you mean answer?"},
    {"U02\n-- parties: answer\n--   Answer", "mine",
     "U.sql:3: parties names the role \"Answer\", and no row has it; did you mean answer?"},
    {"U02\n-- evidence: own\n-- parties: own,\n--   somebody", "mine",
     "U.sql:4: parties names the role \"somebody\", and no row has it; name one that the SELECT "
     "gives"},
};

START_TEST(a_bad_header_is_named)
{
    write_rule("U.sql", headers[_i].id, headers[_i].name, good);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "out",
                         "--rules", "rules", "--quiet"),
                  0, NULL, headers[_i].message);
}
END_TEST

/* Under --strict a misspelt word ends the run. */
START_TEST(a_misspelt_word_is_no_detail)
{
    write_rule("U.sql", "U02\n-- evidence: guidence", "mine", good);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "out",
                         "--rules", "rules", "--quiet", "--strict"),
                  4, NULL, "U.sql:2: unknown evidence \"guidence\"; did you mean guidance?");
    ck_assert(!support_exists(running_path("out")));
}
END_TEST

/* Rules of one folder may share a cause, also with one that cannot be used. */
START_TEST(rules_share_causes_with_each_other)
{
    write_rule("U01.sql", "U01\n-- shares-cause-with: U02, U03", "first", good);
    write_rule("U02.sql", "U02", "second", good);
    write_rule("U03.sql", "U03\n-- evidence: guidence", "third", good);
    write_rule("U04.sql", "U04\n-- shares-cause-with: U05", "fourth", good);
    write_rule("U06.sql", "U06\n-- shares-cause-with: U04", "sixth", good);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "out",
                         "--rules", "rules", "--quiet"),
                  0, NULL, "U04.sql:2: there is no rule \"U05\" to share a cause with");
    char *value = running_query(
        "out/audit.db", "SELECT (SELECT group_concat(rule_id) FROM rule WHERE rule_id LIKE 'U%') "
                        "|| ' ' || (SELECT group_concat(file) FROM rule_fault) || ' ' || "
                        "(SELECT shares_cause_with FROM rule WHERE rule_id = 'U01')");
    ck_assert_str_eq(value, "U01,U02,U06 rules/U03.sql,rules/U04.sql U02, U03");
    free(value);
}
END_TEST

START_TEST(a_folder_without_rules_is_an_error)
{
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "out",
                         "--rules", "none"),
                  3, NULL, "the folder of rules cannot be read");
    mkdir(running_path("empty"), 0777);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "out",
                         "--rules", "empty"),
                  3, NULL, "no file ends in .sql");
    running_check(RUN_IN(running_work, "rules", "test", "empty"), 3, NULL, "no file ends in .sql");
    ck_assert(!support_exists(running_path("out")));
}
END_TEST

/* Rows may come in any order; findings of the user's are like all others. */
START_TEST(user_findings_are_findings)
{
    char sql[1024];
    snprintf(sql, sizeof sql, "%.*s ORDER BY response_no DESC\n", (int)(strlen(good) - 1), good);
    write_rule("U01.sql", "U01", "mine", sql);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "a",
                         "--rules", "rules", "--quiet"),
                  0, NULL, NULL);
    write_rule("U01.sql", "U01", "mine", good);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "b",
                         "--rules", "rules", "--quiet"),
                  0, NULL, NULL);
    const char *const compare[] = {"cmp", "a/findings.csv", "b/findings.csv", NULL};
    running_check(support_run(running_work, NULL, compare), 0, NULL, NULL);
    running_check(RUN_IN(running_work, "explain", "a/audit.db", "U01-0b9"), 0, "responses.csv:2",
                  NULL);
    running_check(RUN_IN(running_work, "rules", "--rules", "rules"), 0, "U01  low", NULL);
    running_check(RUN_IN(running_work, "rules", "U01", "--rules", "rules"), 0,
                  "File:      rules/U01.sql", NULL);
    running_check(RUN_IN(running_work, "diff", "a/audit.db", "b/audit.db"), 0, "changed    U01",
                  NULL);
}
END_TEST

/* What is no file is named, and a byte order mark is no part of the header. */
START_TEST(odd_files_do_no_harm)
{
    char *text = NULL;
    write_rule("U01.sql", "U01", "mine", good);
    size_t size = 0;
    char *rule = support_read_file(running_path("rules/U01.sql"), &size);
    ck_assert_int_gt(asprintf(&text, "\xef\xbb\xbf%s", rule), 0);
    running_write("rules/U01.sql", text);
    free(text);
    free(rule);
    ck_assert_int_eq(mkfifo(running_path("rules/U02.sql"), 0600), 0);
    mkdir(running_path("rules/U03.sql"), 0777);
    ck_assert_int_eq(symlink("/dev/zero", running_path("rules/U04.sql")), 0);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "a",
                         "--rules", "rules", "--quiet"),
                  0, NULL, "U02.sql: cannot be read: it is no file");
    char *value =
        running_query("a/audit.db", "SELECT (SELECT count(*) FROM rule_fault) || ' ' || "
                                    "(SELECT count(*) FROM finding WHERE rule_id = 'U01')");
    ck_assert_str_eq(value, "3 4");
    free(value);
}
END_TEST

/* A rule that worked last time and is broken now has not found that all is well. */
START_TEST(a_rule_that_breaks_is_the_reason)
{
    write_rule("U01.sql", "U01", "mine", good);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "a",
                         "--rules", "rules", "--quiet"),
                  0, NULL, NULL);
    write_rule("U01.sql", "U01", "mine", "SELECT stanse FROM v_responses\n");
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", palantir(), "-o", "b",
                         "--rules", "rules", "--baseline", "a/audit.db", "--quiet"),
                  0, NULL, "no such column");
    char *value =
        running_query("b/audit.db", "SELECT count(*) || ' ' || min(reasons) FROM v_resolved");
    ck_assert_str_eq(value, "4 rule could not be used");
    free(value);
}
END_TEST

START_TEST(examples_are_tried)
{
    write_rule("U01.sql", "U01", "mine", good);
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1, "no examples", NULL);
    mkdir(running_path("rules/U01"), 0777);
    running_write("rules/U01/responses.csv",
                  "response_id,force_id,request_id,tool_id,date_responded,stance,fires\n"
                  "a,kent,1/24,argus,2024-02-01,ncnd,yes\n"
                  "b,essex,1/24,argus,2024-02-01,disclosed,no\n"
                  "c,surrey,1/24,argus,2024-02-01,ncnd,\n");
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 0,
                  "1 that must fire, 1 that must not: all as they say", NULL);
    running_write("rules/U01/responses.csv",
                  "response_id,force_id,request_id,tool_id,date_responded,stance,fires\n"
                  "a,kent,1/24,argus,2024-02-01,disclosed,yes\n"
                  "b,essex,1/24,argus,2024-02-01,ncnd,no\n"
                  "c,surrey,1/24,argus,2024-02-01,ncnd,perhaps\n"
                  "d,Borsetshire,1/24,argus,2024-02-01,ncnd,yes\n");
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1,
                  "responses.csv:2: must fire, and does not", NULL);
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1,
                  "responses.csv:3: must not fire, and does", NULL);
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1, "takes yes or no", NULL);
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1, "responses.csv:5: rejected",
                  NULL);
    write_rule("U02.sql", "U02", "broken", "SELECT nothing\n");
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1,
                  "rules/U02.sql:11: near \"nothing\": syntax error\n    no examples", NULL);
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1, "0 of 2 rules are well.",
                  NULL);
}
END_TEST

/* A role that no row of the examples has, in the message or the parties, and a column that the
 * SELECT does not have, though there be no examples. */
START_TEST(unknown_placeholders_are_named)
{
    mkdir(running_path("rules"), 0777);
    mkdir(running_path("rules/U01"), 0777);
    running_write("rules/U01/responses.csv",
                  "response_id,force_id,request_id,tool_id,date_responded,stance,fires\n"
                  "a,kent,1/24,argus,2024-02-01,ncnd,yes\n"
                  "b,essex,1/24,argus,2024-02-01,disclosed,no\n");
    write_rule("U01.sql", "U01", "mine",
               "SELECT 'anser' AS role, response_no, stance FROM v_responses "
               "WHERE stance = 'ncnd'\n");
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1,
                  "rules/U01.sql:6: the message asks for {answer.letters}, and no row has the role "
                  "\"answer\"; did you mean {anser.letters}?",
                  NULL);
    write_rule("U01.sql", "U01\n-- parties: deny", "mine",
               "SELECT CASE stance WHEN 'ncnd' THEN 'answer' ELSE 'deny' END AS role, response_no, "
               "stance FROM v_responses WHERE stance = 'ncnd'\n");
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1,
                  "rules/U01.sql:2: parties names the role \"deny\", and no row has it", NULL);
    write_rule("U01.sql", "U01", "mine",
               "SELECT 'answer' AS role, response_no, stance AS stanse FROM v_responses\n");
    static const char expected[] = "U01.sql:6: the message asks for {stance}, which is no column "
                                   "of the SELECT; did you mean {stanse}?";
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1, expected, NULL);
    ck_assert_int_eq(unlink(running_path("rules/U01/responses.csv")), 0);
    ck_assert_int_eq(rmdir(running_path("rules/U01")), 0);
    running_check(RUN_IN(running_work, "rules", "test", "rules"), 1, expected, NULL);
}
END_TEST

/* docs/writing-rules.md shows the files of docs/examples as they are, and what they do. */
START_TEST(the_page_shows_what_is_there)
{
    size_t size = 0;
    char *page = support_read_file("docs/writing-rules.md", &size);
    static const char mark[] = "<!-- file: ";
    int files = 0;
    for (char *at = page; (at = strstr(at, mark)) != NULL; files++) {
        at += strlen(mark);
        char path[256];
        snprintf(path, sizeof path, "%.*s", (int)(strstr(at, " -->") - at), at);
        char *begin = strchr(strstr(at, "```"), '\n') + 1, *end = strstr(begin, "```");
        char *text = support_read_file(path, &size);
        ck_assert_msg(size == (size_t)(end - begin) && memcmp(text, begin, size) == 0,
                      "docs/writing-rules.md does not show %s as it is", path);
        free(text);
    }
    ck_assert_int_eq(files, 3);
    struct support_output output = RUN("rules", "test", "docs/examples/rules");
    ck_assert_int_eq(output.code, 0);
    ck_assert_ptr_nonnull(strstr(page, output.out));
    support_output_done(&output);
    free(page);
}
END_TEST

Suite *suite_cmd_user_rules(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/user_rules", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, a_broken_rule_is_named_and_left_out, broken);
    ADD_TABLE_TEST(tcase, a_sound_rule_is_used, well);
    ADD_TABLE_TEST(tcase, a_bad_header_is_named, headers);
    tcase_add_test(tcase, a_misspelt_word_is_no_detail);
    tcase_add_test(tcase, rules_share_causes_with_each_other);
    tcase_add_test(tcase, a_folder_without_rules_is_an_error);
    tcase_add_test(tcase, user_findings_are_findings);
    tcase_add_test(tcase, odd_files_do_no_harm);
    tcase_add_test(tcase, a_rule_that_breaks_is_the_reason);
    tcase_add_test(tcase, examples_are_tried);
    tcase_add_test(tcase, unknown_placeholders_are_named);
    tcase_add_test(tcase, the_page_shows_what_is_there);
    return suite;
}
