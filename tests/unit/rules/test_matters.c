/* SPDX-License-Identifier: MIT
 * Matters: which open findings are one, what they are called, and what waivers leave of them.
 */
#include "cmd/running.h"
#include "measure/measuring.h"
#include "rules/worked_packs.h"
#include "suites.h"
#include "table.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#define RESPONSES                                                                                  \
    "response_id,force_id,request_id,question_id,tool_id,date_responded,stance,held_statement,"    \
    "exemptions,harm_test,public_interest_test\n"
#define NCND(id, force, request, question, date, exemptions)                                       \
    id "," force "," request "," question ",argus," date ",ncnd,," exemptions ",yes,yes\n"
#define CONFIRMED(id, force, request, question, date)                                              \
    id "," force "," request "," question ",argus," date ",disclosed,,,,\n"
#define SLIPS                                                                                      \
    NCND("k1", "kent", "7001/24", "Q1", "2024-02-20", "131(3);24(2)")                              \
    NCND("k2", "kent", "7001/24", "Q2", "2024-02-20", "131(3);24(2)")                              \
    NCND("k3", "kent", "7001/24", "Q3", "2024-02-20", "131(3);24(2)")                              \
    NCND("k4", "kent", "7001/24", "Q4", "2024-02-20", "131(3);24(2)")
#define LISTED                                                                                     \
    "c24-n,Circular,argus,2023-01-01,not_acknowledged,ncnd,31(3);24(2)\n"                          \
    "c24-a,Circular,argus,2023-01-01,acknowledged,held_s21,\n"

static const char forces[] = "force_id,name,nation,kind,regime\n"
                             "essex,Essex Police,England,territorial,FOIA\n"
                             "kent,Kent Police,England,territorial,FOIA\n"
                             "surrey,Surrey Police,England,territorial,FOIA\n";

static sqlite3 *audit_rows(const char *responses, const char *guidance, const char *waivers)
{
    char texts[3][4096];
    snprintf(texts[0], sizeof texts[0], RESPONSES "%s", responses);
    snprintf(texts[1], sizeof texts[1],
             "guidance_id,title,tool_id,effective_from,condition,expected_stance,"
             "required_exemptions\n%s",
             guidance);
    snprintf(texts[2], sizeof texts[2],
             "finding_id,rule_id,force_id,request_id,reason,approved_by_role,expires_on\n%s",
             waivers);
    const struct measuring_file files[] = {
        {"forces.csv", forces},
        {"collaborations.csv", "collaboration_id,name,force_id\n"},
        {"tools.csv", "tool_id,name\nargus,Argus\n"},
        {"responses.csv", texts[0]},
        {"guidance.csv", texts[1]},
        {"waivers.csv", texts[2]}};
    measuring_write("pack", files, LENGTH_OF(files));
    return measuring_audit("pack", NULL, NULL);
}

/* Of each matter of the rules looked at: rules, force, requests, questions, findings. */
static const struct {
    const char *responses, *guidance, *matters;
} examples[] = {
    /* one letter, one slip of the pen: two rules see it in each of four rows */
    {SLIPS, LISTED, "G06;L07 kent 7001/24 Q1;Q2;Q3;Q4 8"},
    /* the same slip in the letter to another request is another matter, and another force's too */
    {SLIPS NCND("k9", "kent", "7002/24", "Q1", "2024-03-20", "131(3);24(2)")
         NCND("e1", "essex", "7001/24", "Q1", "2024-02-20", "131(3);24(2)"),
     "", "L07 essex 7001/24 Q1 1\nL07 kent 7001/24 Q1;Q2;Q3;Q4 4\nL07 kent 7002/24 Q1 1"},
    /* a letter as a whole, and one of its questions */
    {NCND("k1", "kent", "7001/24", "Q1", "2024-02-20", "131(3);24(2)")
         NCND("k2", "kent", "7001/24", "", "2024-02-20", "131(3);24(2)"),
     "", "L07 kent 7001/24 Q1 2"},
    /* between forces: by rule, tool and request */
    {CONFIRMED("k1", "kent", "7001/24", "Q1", "2024-02-20")
         CONFIRMED("k2", "kent", "7001/24", "Q2", "2024-02-20")
             NCND("e1", "essex", "7001/24", "Q1", "2024-02-20", "31(3);24(2)")
                 NCND("e2", "essex", "7001/24", "Q2", "2024-02-20", "31(3);24(2)")
                     CONFIRMED("k3", "kent", "7002/24", "Q1", "2024-02-20")
                         NCND("e3", "essex", "7002/24", "Q1", "2024-02-20", "31(3);24(2)"),
     "", "X01 - 7001/24 Q1;Q2 2\nX01 - 7002/24 Q1 1"},
    /* L01 on the letter at which the retreat begins; T09 sees the retreat too, and joins both */
    {"k1,kent,7001/23,,argus,2023-03-01,ncnd,confirm,31(3);24(2),yes,yes\n" NCND(
         "k2", "kent", "7002/24", "", "2024-02-20", "31(3);24(2)"),
     "", "L01;T01 kent 7001/23;7002/24  2"},
    {CONFIRMED("k1", "kent", "7001/23", "", "2023-03-01")
         NCND("k2", "kent", "7002/24", "", "2024-02-20", "31(3);24(2)"),
     "", "T01;T09 kent 7002/24  2"},
    /* a slip in one letter and a missing subsection in another are two; that the grounds moved
     * between them is what the slip did */
    {NCND("k1", "kent", "7001/23", "", "2023-03-01", "131(3);24(2)")
         NCND("k2", "kent", "7002/24", "", "2024-02-20", "31(1)"),
     "", "L03 kent 7002/24  1\nL07;T10 kent 7001/23;7002/24  2"},
    /* and on one letter one */
    {NCND("k1", "kent", "7001/23", "", "2023-03-01", "131(3)"), "", "L03;L07 kent 7001/23  2"},
};

static const char told[] =
    "SELECT rule_ids || ' ' || coalesce(force_id, '-') || ' ' || request_ids || ' ' || "
    "coalesce(question_ids, '') || ' '"
    " || findings FROM v_matters WHERE rule_id IN ('G06', 'L01', 'L03', 'L07', 'T01', 'T09', 'X01')"
    " ORDER BY 1";

START_TEST(findings_that_report_one_fact_are_one)
{
    sqlite3 *db = audit_rows(examples[_i].responses, examples[_i].guidance, "");
    measuring_check(db, told, examples[_i].matters);
    sqlite3_close(db);
}
END_TEST

#define WAIVED(rule, request) "," rule ",kent," request ",agreed,head of disclosure,2099-12-31\n"

/* What is waived is in no matter; the rest keeps its own, and its name while the first finding
 * is open: that is of the earliest letter, of several rules the first. The digests are those of
 * sha256sum over rule, force, tool and request, set apart by the byte 1f. */
static const struct {
    const char *responses, *guidance, *waivers, *matters;
} names[] = {
    {SLIPS, "", "", "M-1d22f116a570 4 "},
    {NCND("k9", "kent", "7001/24", "Q9", "2024-02-20", "131(3);24(2)") SLIPS, "", "",
     "M-1d22f116a570 5 "},
    {SLIPS, LISTED, "", "M-23d954d63f82 8 "},
    {SLIPS, LISTED, WAIVED("G06", "7001/24"), "M-1d22f116a570 4 "},
    {SLIPS, LISTED, WAIVED("L07", "7001/24"), "M-23d954d63f82 4 "},
    {SLIPS, LISTED, WAIVED("G06", "7001/24") WAIVED("L07", "7001/24"), ""},
    {SLIPS, "", "L07-e8bdfafd6e19,,,,agreed,head of disclosure,2099-12-31\n",
     "M-1d22f116a570 3 L07-e8bdfafd6e19"},
};

START_TEST(a_matter_keeps_its_name)
{
    sqlite3 *db = audit_rows(names[_i].responses, names[_i].guidance, names[_i].waivers);
    measuring_check(db,
                    "SELECT matter_id || ' ' || findings || ' ' || coalesce(waived_finding_ids, '')"
                    " FROM v_matters WHERE rule_id IN ('L07', 'G06')",
                    names[_i].matters);
    measuring_check(
        db, "SELECT count(*) FROM v_findings WHERE (matter_id IS NULL) <> (status = 'waived')",
        "0");
    sqlite3_close(db);
}
END_TEST

/* In every worked pack: open findings are in one matter, waived ones in none, and matters are the
 * sets that a plain closure over all pairs of findings gives. */
static const char *const never[] = {
    "SELECT finding_id FROM finding WHERE (matter_no IS NULL) <> (status = 'waived')",
    "SELECT matter_id FROM matter GROUP BY matter_id HAVING count(*) > 1",
    "SELECT matter_id FROM v_matters WHERE findings = 0 OR instr(finding_ids, leading_finding_id) "
    "<> 1",
    "SELECT matter_id FROM v_matters JOIN finding f USING (matter_no) JOIN severity s USING "
    "(severity)"
    " WHERE s.rank > severity_rank OR f.force_no IS NOT v_matters.force_no",
    "WITH RECURSIVE open AS MATERIALIZED ("
    "    SELECT f.*, ',' || replace(coalesce(r.shares_cause_with, ''), ' ', '') || ',' AS shares"
    "    FROM finding f JOIN rule r USING (rule_id) WHERE status = 'open'),"
    " own AS MATERIALIZED ("
    "    SELECT DISTINCT f.finding_no, m.letter_no FROM open f JOIN finding_evidence e USING "
    "(finding_no)"
    "    JOIN response_meaning m USING (response_no) JOIN letter l ON l.letter_no = m.letter_no "
    "AND l.force_no = f.force_no),"
    " pair AS MATERIALIZED ("
    "    SELECT a.finding_no AS one, b.finding_no AS other FROM open a JOIN open b"
    "    WHERE (a.rule_id, a.force_no, a.tool_no, a.request_no) IS (b.rule_id, b.force_no, "
    "b.tool_no, b.request_no)"
    "       OR ((instr(a.shares, ',' || b.rule_id || ',') OR instr(b.shares, ',' || a.rule_id || "
    "','))"
    "           AND EXISTS (SELECT 1 FROM own x JOIN own y USING (letter_no)"
    "                       WHERE x.finding_no = a.finding_no AND y.finding_no = b.finding_no))),"
    " reached(one, other) AS (SELECT one, other FROM pair UNION SELECT r.one, p.other FROM reached "
    "r JOIN pair p ON p.one = r.other)"
    " SELECT a.finding_id, b.finding_id FROM open a JOIN open b"
    " WHERE (a.matter_no = b.matter_no) <> EXISTS (SELECT 1 FROM reached r WHERE r.one = "
    "a.finding_no AND r.other = b.finding_no)",
};

START_TEST(matters_divide_the_open_findings)
{
    worked_packs_never(never, LENGTH_OF(never));
}
END_TEST

Suite *suite_rules_matters(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("rules/matters", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_set_timeout(tcase, 120);
    ADD_TABLE_TEST(tcase, findings_that_report_one_fact_are_one, examples);
    ADD_TABLE_TEST(tcase, a_matter_keeps_its_name, names);
    tcase_add_test(tcase, matters_divide_the_open_findings);
    return suite;
}
