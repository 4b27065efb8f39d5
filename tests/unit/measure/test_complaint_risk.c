/* SPDX-License-Identifier: MIT
 * The complaint risk worked out by hand (RISK.md section 2), and the letter whose
 * correction would lower it most.
 */
#include "cmd/running.h"
#include "measuring.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RESPONSES                                                                                  \
    "response_id,force_id,request_id,tool_id,date_responded,stance,held_statement,exemptions,"     \
    "harm_test,public_interest_test"
#define NOTICES                                                                                    \
    "acknowledgement_id,force_id,tool_id,kind,publisher,date_published,date_withdrawn,source_"     \
    "url\n"
#define CIRCULARS "guidance_id,title,tool_id,effective_from,condition,expected_stance\n"
#define WAIVERS   "rule_id,force_id,reason,approved_by_role,expires_on\n"

/* Letters of Kent about Argus. */
#define CONFIRMED_2023   "k23,kent,7001/23,argus,2023-03-01,disclosed,,,,\n"
#define NCND_2023        "k23,kent,7001/23,argus,2023-03-01,ncnd,,31(3);24(2),yes,yes\n"
#define NCND_2024        "k24,kent,7002/24,argus,2024-02-20,ncnd,,31(3);24(2),yes,yes\n"
#define HELD_NCND_2023   "k23,kent,7001/23,argus,2023-03-01,ncnd,confirm,31(3);24(2),yes,yes\n"
#define HELD_NCND_2024   "k24,kent,7002/24,argus,2024-02-20,ncnd,confirm,31(3);24(2),yes,yes\n"
#define UNTESTED_2023    "k23,kent,7001/23,argus,2023-03-01,ncnd,,31(3);24(2),yes,no\n"
#define UNTESTED_2024    "k24,kent,7002/24,argus,2024-02-20,ncnd,,31(3);24(2),yes,no\n"
#define UNTESTED_LANTERN "k25,kent,7003/24,lantern,2024-02-20,ncnd,,31(3);24(2),yes,no\n"
#define KENTS_NOTICE     "a1,kent,argus,contract_notice,force,2023-06-01,,https://example.org/a1\n"
#define ADVICE                                                                                     \
    "c24-a,Circular,argus,2023-01-01,acknowledged,held_s21;disclosed\n"                            \
    "c24-n,Circular,argus,2023-01-01,not_acknowledged,ncnd\n"

/* The parts as rule, weight, and whether it counts; the index; the letter to correct with
 * the index before and after. */
static const struct {
    const char *responses, *notices, *guidance, *waivers;
    const char *parts, *index, *correction;
} examples[] = {
    /* critical; nothing else */
    {HELD_NCND_2024, "", "", "", "L01 0.6 1", "kent 0.600000 1", "7002/24 0.600000 0.000000"},
    /* medium: 0.15; two of them 1 - 0.85 x 0.85 */
    {UNTESTED_2024, "", "", "", "L05 0.15 1", "kent 0.150000 1", "7002/24 0.150000 0.000000"},
    {UNTESTED_2023 UNTESTED_2024, "", "", "", "L05 0.15 1,L05 0.15 1", "kent 0.277500 2",
     "7001/23 0.277500 0.150000"},
    /* 1 - 0.85 x 0.4: the letter with the largest part is the one to correct */
    {UNTESTED_2023 "k24,kent,7002/24,lantern,2024-02-20,ncnd,confirm,31(3);24(2),yes,yes\n", "", "",
     "", "L01 0.6 1,L05 0.15 1", "kent 0.660000 2", "7002/24 0.660000 0.150000"},
    /* possible: half of high. T09 says the same of the same letters, once */
    {"k23,kent,7001/23,argus,2024-02,disclosed,,,,\n" NCND_2024, "", "", "",
     "T01 0.175 1,T09 0.175 0", "kent 0.175000 1", "7001/23 0.175000 0.000000"},
    /* certain: the whole weight */
    {CONFIRMED_2023 NCND_2024, "", "", "", "T01 0.35 1,T09 0.35 0", "kent 0.350000 1",
     "7001/23 0.350000 0.000000"},
    /* G01 and T01 are about one letter: once. The earlier letter is not to blame for G01 */
    {"k23,kent,7001/23,argus,2023-03-01,held_exempt,,31(1),yes,yes\n" NCND_2024, KENTS_NOTICE,
     ADVICE, "", "G01 0.35 1,T01 0.35 0", "kent 0.350000 1", "7002/24 0.350000 0.000000"},
    /* L01 on a letter that T01 rests on: once, the larger */
    {HELD_NCND_2023 NCND_2024, "", "", "", "L01 0.6 1,T01 0.35 0", "kent 0.600000 1",
     "7001/23 0.600000 0.000000"},
    /* L01 on another letter: 1 - 0.4 x 0.65 */
    {"k22,kent,7001/22,argus,2022-03-01,held_exempt,,31(1),yes,yes\n" NCND_2023 HELD_NCND_2024, "",
     "", "", "L01 0.6 1,T01 0.35 1", "kent 0.740000 2", "7002/24 0.740000 0.350000"},
    /* a waived finding takes no part, an expired waiver waives nothing */
    {HELD_NCND_2024, "", "", "L01,kent,template,head of disclosure,2024-12-31\n", "", "", ""},
    {HELD_NCND_2024, "", "", "L01,kent,template,head of disclosure,2024-01-31\n", "L01 0.6 1",
     "kent 0.600000 1", "7002/24 0.600000 0.000000"},
    /* where the larger of a cause is waived, the smaller counts */
    {HELD_NCND_2023 NCND_2024, "", "", "L01,kent,template,head of disclosure,2024-12-31\n",
     "T01 0.35 1", "kent 0.350000 1", "7001/23 0.350000 0.000000"},
    /* critical and high, but advice or consistency alone: nothing */
    {"k24,kent,7002/24,argus,2024-02-20,not_held,,,,\n", "", ADVICE, "", "", "", ""},
    {CONFIRMED_2023, "", ADVICE, "", "", "", ""},
    {"k23,kent,7001/23,argus,2023-03-01,not_held,,,,\n" NCND_2024, "", "", "", "", "", ""},
};

/* The rows, with the further columns of their heading. */
static void write_rows(const char *further, const char *responses, const char *notices,
                       const char *guidance, const char *waivers)
{
    char texts[4][2048];
    snprintf(texts[0], sizeof texts[0], RESPONSES "%s\n%s", further, responses);
    snprintf(texts[1], sizeof texts[1], NOTICES "%s", notices);
    snprintf(texts[2], sizeof texts[2], CIRCULARS "%s", guidance);
    snprintf(texts[3], sizeof texts[3], WAIVERS "%s", waivers);
    const struct measuring_file files[] = {
        {"forces.csv", "force_id,name,nation,kind,regime\n"
                       "essex,Essex Police,England,territorial,FOIA\n"
                       "kent,Kent Police,England,territorial,FOIA\n"},
        {"collaborations.csv", "collaboration_id,name,force_id\n"},
        {"tools.csv", "tool_id,name\nargus,Argus\nlantern,Lantern\n"},
        {"responses.csv", texts[0]},
        {"acknowledgements.csv", texts[1]},
        {"guidance.csv", texts[2]},
        {"waivers.csv", texts[3]}};
    measuring_write("pack", files, LENGTH_OF(files));
}

static void write_pack(const char *responses, const char *notices, const char *guidance,
                       const char *waivers)
{
    write_rows("", responses, notices, guidance, waivers);
}

START_TEST(indices_worked_out_by_hand)
{
    write_pack(examples[_i].responses, examples[_i].notices, examples[_i].guidance,
               examples[_i].waivers);
    sqlite3 *db = measuring_audit("pack", NULL, NULL);
    measuring_check(db,
                    "SELECT coalesce(group_concat(line), '') FROM (SELECT rule_id || ' ' || weight "
                    "|| ' ' || counts AS line FROM v_complaint_parts ORDER BY line)",
                    examples[_i].parts);
    measuring_check(db,
                    "SELECT force_id || ' ' || printf('%.6f', complaint_risk) || ' ' || matters"
                    " FROM v_complaint_risk_of_forces",
                    examples[_i].index);
    measuring_check(db,
                    "SELECT request_id || ' ' || printf('%.6f %.6f', before, after)"
                    " FROM v_corrections WHERE aim = 'complaint_risk'",
                    examples[_i].correction);
    sqlite3_close(db);
}
END_TEST

/* To correct a letter means that what rests on it is gone: the audit without these findings
 * must give the index that was promised. */
START_TEST(a_corrected_letter_keeps_the_promise)
{
    static const char after[] = "SELECT printf('%.6f', after) FROM v_corrections"
                                " WHERE aim = 'complaint_risk'";
    static const char index[] =
        "SELECT printf('%.6f', complaint_risk) FROM v_complaint_risk_of_forces";
    write_pack(UNTESTED_2023 HELD_NCND_2024, "", "", "");
    sqlite3 *db = measuring_audit("pack", NULL, NULL);
    char *promised = measuring_rows(db, after);
    sqlite3_close(db);
    ck_assert_str_eq(promised, "0.150000");
    write_pack(UNTESTED_2023 NCND_2024, "", "", "");
    db = measuring_audit("pack", NULL, NULL);
    measuring_check(db, index, promised);
    sqlite3_close(db);
    free(promised);
}
END_TEST

/* By tool and over all of a force's tools; another force is another matter. */
START_TEST(each_force_and_tool_by_itself)
{
    write_pack(HELD_NCND_2024 UNTESTED_LANTERN
               "e24,essex,7002/24,argus,2024-02-20,ncnd,,31(3);24(2),yes,no\n",
               "", "", "");
    sqlite3 *db = measuring_audit("pack", NULL, NULL);
    measuring_check(
        db,
        "SELECT f.force_id, t.tool_id, printf('%.6f', c.complaint_risk), c.matters"
        " FROM v_complaint_risk c JOIN force f USING (force_no) JOIN tool t USING (tool_no)"
        " ORDER BY 1, 2",
        "essex|argus|0.150000|1\nkent|argus|0.600000|1\nkent|lantern|0.150000|1");
    measuring_check(db,
                    "SELECT force_id, printf('%.6f', complaint_risk), matters"
                    " FROM v_complaint_risk_of_forces ORDER BY 1",
                    "essex|0.150000|1\nkent|0.660000|2");
    measuring_check(db,
                    "SELECT force_id, tool_id, request_id, printf('%.6f', after)"
                    " FROM v_corrections WHERE aim = 'complaint_risk' ORDER BY 1",
                    "essex|argus|7002/24|0.000000\nkent|argus|7002/24|0.150000");
    sqlite3_close(db);
}
END_TEST

/* What a letter may say, without its question; each is given as one row and as several. */
static const char *const said[] = {
    "ncnd,,31(3);24(2),yes,yes",
    "ncnd,,131(3);24(2),yes,yes",
    "ncnd,confirm,31(3);24(2),yes,yes",
    "ncnd,,31(3);24(2),yes,no",
    "ncnd,,131(3),no,no",
    "ncnd,,31(1),yes,yes",
    "held_exempt,,31(1),yes,no",
    "held_exempt,,31(3),yes,yes",
    "not_held,,,,",
    "not_held,confirm,,,",
    "held_s21,,21,,",
    "disclosed,,,,",
};

/* What stands beside it: nothing, an acknowledgement and advice, an earlier letter. */
static const struct {
    const char *earlier, *notices, *guidance;
} beside[] = {
    {"", "", ""},
    {"", KENTS_NOTICE, ADVICE},
    {CONFIRMED_2023, "", ADVICE},
    {HELD_NCND_2023, KENTS_NOTICE, ""},
};

/* What the audit makes of the letter in that many rows, each about another question; in one the
 * question is left out. The caller frees. */
static char *told_of(const char *letter, size_t around, int rows)
{
    char text[2048];
    size_t length = 0;
    if (*beside[around].earlier)
        length =
            (size_t)snprintf(text, sizeof text, "%.*s,\n",
                             (int)strcspn(beside[around].earlier, "\n"), beside[around].earlier);
    for (int i = 1; i <= rows; i++) {
        char question[8] = "";
        if (rows > 1)
            snprintf(question, sizeof question, "Q%d", i);
        length +=
            (size_t)snprintf(text + length, sizeof text - length,
                             "k24-%d,kent,7002/24,argus,2024-02-20,%s,%s\n", i, letter, question);
    }
    write_rows(",question_id", text, beside[around].notices, beside[around].guidance, "");
    sqlite3 *db = measuring_audit("pack", NULL, NULL);
    char *told = measuring_rows(
        db,
        "SELECT 'risk', printf('%.12f', complaint_risk), matters FROM v_complaint_risk_of_forces"
        " UNION ALL SELECT * FROM (SELECT matter_id, severity, rule_ids FROM v_matters ORDER BY "
        "rank)");
    sqlite3_close(db);
    return told;
}

/* The same letter as one row, as five or as eight is as many matters and as much complaint risk. */
START_TEST(rows_of_one_letter_count_once)
{
    for (size_t i = 0; i < LENGTH_OF(beside); i++) {
        char *once = told_of(said[_i], i, 1);
        for (int rows = 5; rows <= 8; rows += 3) {
            char *often = told_of(said[_i], i, rows);
            ck_assert_msg(strcmp(once, often) == 0, "%s beside %d in %d rows gives\n%s\nnot\n%s",
                          said[_i], (int)i, rows, often, once);
            free(often);
        }
        free(once);
    }
}
END_TEST

/* One slip of the pen in eight rows is one matter, and weighs as one. */
START_TEST(one_typo_in_eight_rows_is_one_matter)
{
    char *told = told_of("ncnd,,131(3);24(2),yes,yes", 0, 8);
    ck_assert_msg(strcmp(told, "risk|0.150000000000|1\nM-3698c3ab88aa|medium|L07") == 0, "%s",
                  told);
    free(told);
}
END_TEST

Suite *suite_measure_complaint_risk(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("measure/complaint_risk", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, indices_worked_out_by_hand, examples);
    tcase_add_test(tcase, a_corrected_letter_keeps_the_promise);
    tcase_add_test(tcase, each_force_and_tool_by_itself);
    ADD_TABLE_TEST(tcase, rows_of_one_letter_count_once, said);
    tcase_add_test(tcase, one_typo_in_eight_rows_is_one_matter);
    return suite;
}
