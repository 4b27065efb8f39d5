/* SPDX-License-Identifier: MIT
 * The tables about letters, what is due, who moved and who said both, recounted over all worked
 * packs from simpler sources, and by hand on small ones.
 */
#include "cmd/running.h"
#include "domain/date.h"
#include "domain/working_days.h"
#include "measure/measuring.h"
#include "rules/worked_packs.h"
#include "store/query.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void execute(sqlite3 *db, const char *sql)
{
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(db));
}

/* Each export as a table of the connection, so that it can be counted. */
static void take_tables(sqlite3 *db)
{
    static const char *const tables[][2] = {{"letters", "export_letters"},
                                            {"citation_faults", "export_citation_faults"},
                                            {"deadlines", "export_deadlines"},
                                            {"moves", "export_moves"},
                                            {"both_given", "export_both"}};
    for (size_t i = 0; i < LENGTH_OF(tables); i++) {
        sqlite3_stmt *s = query_prepare(db, tables[i][1]);
        char *create = sqlite3_mprintf("CREATE TEMP TABLE %s AS %s", tables[i][0], sqlite3_sql(s));
        query_finalize(&s);
        execute(db, create);
        sqlite3_free(create);
    }
}

/* Each must give no row. */
static const char *const never[] = {
    /* letters: every accepted response once, as v_responses and v_findings have it */
    "SELECT response_id FROM v_responses WHERE response_id NOT IN (SELECT response_id FROM "
    "letters)",
    "SELECT 1 WHERE (SELECT count(*) FROM letters) <> (SELECT count(*) FROM response)",
    "SELECT l.response_id FROM letters l JOIN v_responses v USING (response_id) WHERE "
    "(l.exemptions, l.harm_test, l.public_interest_test, l.note, l.conforms, l.stance, l.position,"
    " l.date_received, l.date_responded, l.line) IS NOT (v.exemptions, v.harm_test, "
    "v.public_interest_test, v.note, v.conforms, v.stance, v.position, v.date_received, "
    "v.date_responded, v.line)",
    "SELECT f.finding_id FROM v_findings f JOIN letters l ON ';' || f.response_ids || ';' LIKE "
    "'%;' || l.response_id || ';%' WHERE instr(';' || coalesce(l.finding_ids, '') || ';', ';' || "
    "f.finding_id || ';') = 0",
    /* L08 is what is late in them */
    "SELECT response_ids FROM v_findings f WHERE rule_id = 'L08' AND NOT EXISTS (SELECT 1 FROM "
    "letters l WHERE l.force_id = f.force_id AND l.request_id = f.request_id AND l.late IN ('yes', "
    "'possible'))",
    "SELECT response_id FROM letters WHERE (late IS NULL) <> (due IS NULL)",
    "SELECT response_id FROM letters WHERE late = 'no' AND days_taken > due_working_days AND "
    "typeof(days_taken) = 'integer'",
    "SELECT response_id FROM letters WHERE late = 'yes' AND days_taken <= due_working_days AND "
    "typeof(days_taken) = 'integer'",
    /* citation faults: by the list of the issue, not by the header */
    "WITH f AS (SELECT DISTINCT finding_id FROM v_findings WHERE rule_id IN ('L03', 'L04', 'L05', "
    "'L06', 'L07', 'L12', 'L13', 'L15', 'L16', 'L17', 'G06', 'G07', 'G16'))"
    " SELECT finding_id FROM (SELECT finding_id FROM f EXCEPT SELECT finding_id FROM "
    "citation_faults) UNION ALL SELECT finding_id FROM (SELECT finding_id FROM citation_faults "
    "EXCEPT SELECT finding_id FROM f)",
    "SELECT c.finding_id FROM citation_faults c JOIN v_findings f USING (finding_id) GROUP BY 1 "
    "HAVING sum(length(c.response_ids) - length(replace(c.response_ids, ';', '')) + 1) <> "
    "max(length(f.response_ids) - length(replace(f.response_ids, ';', '')) + 1)",
    /* deadlines: what X06 finds has passed, and nothing circulated that has passed is missing there
     */
    "SELECT finding_id FROM v_findings WHERE rule_id = 'X06' AND finding_id NOT IN (SELECT "
    "finding_ids FROM deadlines WHERE kind = 'answer' AND state = iif(certainty = 'certain', "
    "'passed', 'possibly passed'))",
    "SELECT force_id FROM deadlines d WHERE kind = 'answer' AND state LIKE '%passed' AND "
    "finding_ids IS NULL AND EXISTS (SELECT 1 FROM v_circulation c WHERE c.force_id = d.force_id "
    "AND c.request_id = d.request_id AND c.received = 'yes' AND c.date_received IS NOT NULL)",
    "SELECT force_id FROM deadlines WHERE (state = 'passed') <> (coalesce(days_left < 0 AND state "
    "<> 'possibly passed', 0)) AND due IS NOT NULL AND instr(due, ' ') = 0",
    "SELECT d.force_id FROM deadlines d JOIN v_responses r USING (force_id, request_id) WHERE "
    "d.kind = 'answer' AND r.letter_no IS NOT NULL AND r.stance NOT IN ('no_response', 'extended')",
    /* moves: each finding that is about one has its row, and each row has two positions of letters
     */
    "SELECT f.finding_id FROM v_findings f WHERE rule_id IN ('T01', 'T03', 'T04', 'T06', 'T07') "
    "AND "
    "NOT EXISTS (SELECT 1 FROM moves m WHERE instr(';' || m.finding_ids || ';', ';' || "
    "f.finding_id "
    "|| ';'))",
    "SELECT m.from_id FROM moves m JOIN letters a ON a.response_id = m.from_id JOIN letters b ON "
    "b.response_id = m.to_id WHERE a.position_on_use <> m.from_position OR b.position_on_use <> "
    "m.to_position OR m.from_position = m.to_position",
    "SELECT f.finding_id FROM v_findings f JOIN moves m ON instr(';' || m.finding_ids || ';', ';' "
    "|| "
    "f.finding_id || ';') WHERE f.rule_id = 'T02' AND (m.explained = 'yes' OR m.from_position <> "
    "'ncnd' OR m.to_position <> 'confirm')",
    /* both: from the positions of letters alone, in trees of tools that parents alone give */
    "WITH RECURSIVE up(tool_id, root) AS (SELECT tool_id, tool_id FROM v_tools WHERE "
    "parent_tool_id "
    "IS NULL UNION ALL SELECT t.tool_id, u.root FROM v_tools t JOIN up u ON t.parent_tool_id = "
    "u.tool_id), said AS (SELECT l.force_id, u.root, l.position_on_use, x.ncnd_on_use FROM letters "
    "l "
    "JOIN up u USING (tool_id) JOIN v_responses v USING (response_id) JOIN letter x ON x.letter_no "
    "= "
    "v.letter_no), given AS (SELECT force_id, root FROM said GROUP BY 1, 2 HAVING "
    "max(position_on_use = 'confirm') AND max(position_on_use = 'ncnd' OR ncnd_on_use))"
    " SELECT * FROM (SELECT * FROM given EXCEPT SELECT force_id, family FROM both_given) UNION ALL "
    "SELECT * FROM (SELECT force_id, family FROM both_given EXCEPT SELECT * FROM given)",
    "SELECT force_id FROM both_given WHERE confirms <> length(confirm_response_ids) - "
    "length(replace(confirm_response_ids, ';', '')) + 1 OR ncnds <> length(ncnd_response_ids) - "
    "length(replace(ncnd_response_ids, ';', '')) + 1",
    "SELECT f.finding_id FROM v_findings f JOIN both_given b USING (force_id) WHERE f.rule_id IN "
    "('T01', 'T02') AND instr(';' || b.tool_ids || ';', ';' || f.tool_id || ';') AND instr(';' || "
    "coalesce(b.finding_ids, '') || ';', ';' || f.finding_id || ';') = 0",
};

/* Working days between, counted day by day. */
static int days_between(const struct holiday_calendar *calendar, int32_t from, int32_t to)
{
    int days = 0;
    int32_t day;
    while (working_day_after(calendar, from, days + 1, &day) && day <= to)
        days++;
    return days;
}

static size_t read_holidays(sqlite3 *db, bool scotland, int32_t *days)
{
    sqlite3_stmt *s = NULL;
    size_t count = 0;
    ck_assert(sqlite3_prepare_v2(db,
                                 "SELECT DISTINCT day FROM bank_holiday WHERE NOT ?1 OR division = "
                                 "'scotland' ORDER BY day",
                                 -1, &s, NULL) == SQLITE_OK);
    sqlite3_bind_int(s, 1, scotland);
    while (sqlite3_step(s) == SQLITE_ROW)
        days[count++] = sqlite3_column_int(s, 0);
    sqlite3_finalize(s);
    return count;
}

static int count_days_taken(sqlite3 *db, const char *folder)
{
    int32_t uk[1024], scotland[1024];
    const struct holiday_calendar calendars[] = {{uk, read_holidays(db, false, uk)},
                                                 {scotland, read_holidays(db, true, scotland)}};
    sqlite3_stmt *s = NULL;
    int counted = 0;
    ck_assert(sqlite3_prepare_v2(
                  db,
                  "SELECT l.days_taken, r.received_earliest, r.responded_earliest, f.regime = "
                  "'FOISA', l.response_id FROM letters l JOIN response_wording w USING "
                  "(response_id) JOIN response r USING (response_no) JOIN force f USING (force_no) "
                  "WHERE typeof(l.days_taken) = 'integer' AND r.received_earliest = "
                  "r.received_latest AND r.responded_earliest = r.responded_latest",
                  -1, &s, NULL) == SQLITE_OK);
    for (; sqlite3_step(s) == SQLITE_ROW; counted++)
        ck_assert_msg(sqlite3_column_int(s, 0) == days_between(&calendars[sqlite3_column_int(s, 3)],
                                                               sqlite3_column_int(s, 1),
                                                               sqlite3_column_int(s, 2)),
                      "%s: %s", folder, sqlite3_column_text(s, 4));
    sqlite3_finalize(s);
    return counted;
}

START_TEST(worked_packs_recounted)
{
    int folders = 0, days = 0;
    const char *const *folder = worked_packs(&folders);
    for (int i = 0; i < folders; i++) {
        char as_of[WORKED_PACK_DATE_BYTES];
        sqlite3 *db =
            worked_pack_audit(folder[i], worked_pack_as_of(folder[i], as_of), NUMBERS_IN_SHORT);
        take_tables(db);
        for (size_t n = 0; n < LENGTH_OF(never); n++) {
            char *rows = measuring_rows(db, never[n]);
            ck_assert_msg(!*rows, "%s: %s\n%s", folder[i], rows, never[n]);
            free(rows);
        }
        days += count_days_taken(db, folder[i]);
        sqlite3_close(db);
    }
    ck_assert_int_gt(days, 60);
}
END_TEST

#define RESPONSES                                                                                  \
    "response_id,force_id,request_id,question_id,tool_id,stage,date_received,date_responded,"      \
    "stance\n"
#define RULINGS "ruling_id,body,force_id,request_id,tool_id,date,outcome,about,ordered,comply_by\n"

/* Small packs, and what must stand in a table of them. */
static const struct {
    const char *responses, *circulation, *rulings, *as_of, *query, *rows;
} packs[] = {
    /* 1 April 2024 is Easter Monday, no holiday in Scotland; 18 March is one in Northern Ireland */
    {"k1,kent,1/24,,argus,,2024-03-28,2024-04-03,ncnd\n"
     "p1,police-scotland,1/24,,argus,,2024-03-28,2024-04-03,ncnd\n"
     "e1,essex,1/24,,argus,,2024-03,2024-03-28,ncnd\n"
     "e2,essex,2/24,,argus,,2024-03-28,2024-03-28,ncnd\n"
     "e3,essex,3/24,,argus,,2035-03-28,2035-03-29,ncnd\n",
     "", "", "2036-01-01", "SELECT response_id, days_taken FROM letters ORDER BY response_id",
     "e1|0 to 18\ne2|0\ne3|\nk1|2\np1|3"},
    {"", "1/24,kent,yes,2024-01-02\n1/24,essex,yes,2024-01\n1/24,surrey,no,2024-01-02\n", "",
     "2024-01-30",
     "SELECT state, kind, force_id, since, twentieth_day, fortieth_day, due, days_left FROM "
     "deadlines ORDER BY force_id",
     "to come|answer|essex|2024-01-01 to 2024-01-31|2024-01-30 to 2024-02-28||2024-01-30 "
     "to "
     "2024-02-28|29\nto come|answer|kent|2024-01-02|2024-01-30||2024-01-30|0"},
    /* a letter that takes more time, an answer, a review, and a row that says when it came */
    {"k1,kent,1/24,,argus,,2024-01-02,2024-01-20,extended\n"
     "e1,essex,1/24,,argus,,2024-01-02,2024-01-20,refused_cost\n"
     "s1,surrey,1/24,,argus,,2024-01-02,2024-01-20,ncnd\n"
     "s2,surrey,1/24,,argus,internal_review,2024-02-01,,no_response\n"
     "t1,sussex,1/24,,argus,,2024-01-02,,no_response\n",
     "1/24,kent,yes,2024-01-02\n", "", "2024-02-28",
     "SELECT state, kind, force_id, twentieth_day, fortieth_day, due_working_days, response_id "
     "FROM "
     "deadlines ORDER BY force_id",
     "passed|answer|kent|2024-01-30|2024-02-27|40|k1\nto come|review|surrey|2024-02-29||20|s2\n"
     "passed|answer|sussex|2024-01-30||20|t1"},
    /* orders: without an answer since, met, of another request, and without a day */
    {"k1,kent,1/24,,argus,,,2024-01-20,ncnd\nk2,kent,2/24,,argus,,,2024-05-20,disclosed\n"
     "e1,essex,1/24,,argus,ico,,2024-05-20,not_held\n",
     "",
     "r1,ico,kent,1/24,argus,2024-04-01,upheld,ncnd,confirm_or_deny,2024-05-06\n"
     "r2,ico,essex,1/24,argus,2024-04-01,upheld,ncnd,confirm_or_deny,2024-05-06\n"
     "r3,ico,surrey,,argus,2024-04-01,upheld,time,respond,\n"
     "r4,ico,sussex,,argus,2024-04-01,not_upheld,ncnd,none,\n",
     "2024-05-06", "SELECT state, ruling_id, due, days_left, ordered FROM deadlines ORDER BY 2",
     "to come|r1|2024-05-06|0|confirm_or_deny\nto come|r2|2024-05-06|0|confirm_or_deny\n"
     "no date given|r3|||respond"},
    {"k1,kent,1/24,,argus,,,2024-01-20,ncnd\nk2,kent,2/24,,argus,,,2024-05-20,disclosed\n"
     "e1,essex,1/24,,argus,ico,,2024-05-20,not_held\n",
     "",
     "r1,ico,kent,1/24,argus,2024-04-01,upheld,ncnd,confirm_or_deny,2024-05-06\n"
     "r2,ico,essex,1/24,argus,2024-04-01,upheld,ncnd,confirm_or_deny,2024-05-06\n",
     "2024-06-06", "SELECT state, ruling_id, days_left FROM deadlines ORDER BY 2", "passed|r1|-31"},
    /* across a family, in one letter, and neither */
    {"k1,kent,1/24,,argus,,,2024-01-20,ncnd\nk2,kent,2/24,,lens,,,2024-05-20,disclosed\n"
     "e1,essex,1/24,Q1,argus,,,2024-01-20,disclosed\ne2,essex,1/24,Q2,argus,,,2024-01-20,ncnd\n"
     "s1,surrey,1/24,,argus,,,2024-01-20,ncnd\ns2,surrey,2/24,,borg,,,2024-01-20,disclosed\n",
     "", "", "2024-06-06",
     "SELECT force_id, family, tool_ids, same_tool_ids, confirms, ncnds, first_confirm, last_ncnd "
     "FROM "
     "both_given",
     "essex|argus|argus|argus|1|1|2024-01-20|2024-01-20\n"
     "kent|argus|argus;lens||1|1|2024-05-20|2024-01-20"},
    {"k1,kent,1/24,,argus,,,2024-01-20,ncnd\nk2,kent,2/24,,argus,,,2024-05-20,disclosed\n"
     "k3,kent,2/24,,argus,internal_review,,2024-06-01,ncnd\n",
     "", "", "2024-06-06",
     "SELECT moved, from_position, to_position, explained, from_id, to_id FROM moves ORDER BY "
     "to_id",
     "between requests|ncnd|confirm|no|k1|k2\nat review|confirm|ncnd||k2|k3"},
};

START_TEST(small_packs_by_hand)
{
    char texts[3][2048];
    snprintf(texts[0], sizeof texts[0], RESPONSES "%s",
             *packs[_i].responses ? packs[_i].responses
                                  : "x1,norfolk,9/24,,other,,,2024-01-02,not_held\n");
    snprintf(texts[1], sizeof texts[1], "request_id,force_id,received,date_received\n%s",
             packs[_i].circulation);
    snprintf(texts[2], sizeof texts[2], RULINGS "%s", packs[_i].rulings);
    const struct measuring_file files[] = {
        {"tools.csv", "tool_id,name,parent_tool_id\nargus,Argus,\nlens,Lens,argus\nborg,Borg,\n"},
        {"requests.csv", "request_id,title,tool_id\n1/24,Argus,argus\n"},
        {"responses.csv", texts[0]},
        {"circulation.csv", texts[1]},
        {"rulings.csv", texts[2]}};
    measuring_write("pack", files, LENGTH_OF(files));
    sqlite3 *db = measuring_audit("pack", packs[_i].as_of, NULL);
    take_tables(db);
    measuring_check(db, packs[_i].query, packs[_i].rows);
    sqlite3_close(db);
}
END_TEST

Suite *suite_report_letter_exports(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("report/letter_exports", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_set_timeout(tcase, 240);
    tcase_add_test(tcase, worked_packs_recounted);
    ADD_TABLE_TEST(tcase, small_packs_by_hand, packs);
    return suite;
}
