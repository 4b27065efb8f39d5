/* SPDX-License-Identifier: MIT
 * Agreement and change through a whole audit, against numbers worked out by hand or in R.
 */
#include "cmd/running.h"
#include "measuring.h"
#include "suites.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

/* LAW.md e.3: twelve forces, three requests; N, C, D, - no answer. */
static const char toy[12][4] = {"NNN", "NNN", "NNN", "DNN", "NNC", "CNC",
                                "NN-", "DDN", "NNN", "-NN", "CCC", "NNN"};

/* Later requests have the smaller numbers: their days order them. */
static const char *const request_ids[] = {"7009/22", "7005/23", "7001/24"};

static const char *stance_of(char letter)
{
    return letter == 'N' ? "ncnd" : letter == 'C' ? "disclosed" : "not_held";
}

static char *toy_responses(void)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fputs("response_id,force_id,request_id,tool_id,date_responded,stance\n", out);
    for (int force = 0; force < 12; force++)
        for (int wave = 0; wave < 3; wave++)
            if (toy[force][wave] != '-')
                fprintf(out, "R%02d%d,f%02d,%s,argus,202%d-05-0%d,%s\n", force, wave, force,
                        request_ids[wave], 2 + wave, 1 + force % 9, stance_of(toy[force][wave]));
    fclose(out);
    return text;
}

static char *forces_text(void)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fputs("force_id,name,nation,kind,regime\n", out);
    for (int force = 0; force < 12; force++)
        fprintf(out, "f%02d,Force %02d,England,territorial,FOIA\n", force, force);
    fclose(out);
    return text;
}

static sqlite3 *audit(const char *requests, const char *guidance, const char *responses,
                      const struct measure_options *options)
{
    char *forces = forces_text();
    const struct measuring_file files[] = {
        {"forces.csv", forces},
        {"collaborations.csv", "collaboration_id,name,force_id\n"},
        {"acknowledgements.csv", "acknowledgement_id,force_id,tool_id,kind,publisher\n"},
        {"requests.csv", requests},
        {"guidance.csv", guidance},
        {"responses.csv", responses}};
    measuring_write("pack", files, LENGTH_OF(files));
    free(forces);
    return measuring_audit("pack", NULL, options);
}

#define NO_GUIDANCE "guidance_id,title,tool_id,effective_from,condition,expected_stance\n"

static sqlite3 *audit_toy(const char *scope)
{
    char requests[256];
    snprintf(requests, sizeof requests,
             "request_id,title,scope,date_logged\n7009/22,One,%s,2022-04-01\n7005/23,Two,%s,"
             "2023-04-01\n7001/24,Three,%s,2024-04-01\n",
             scope, scope, scope);
    char *responses = toy_responses();
    sqlite3 *db = audit(requests, NO_GUIDANCE, responses, NULL);
    free(responses);
    return db;
}

/* In R with irr and irrCAC; kappa over the ten forces that answered all three. */
START_TEST(the_toy_on_its_own_line)
{
    sqlite3 *db = audit_toy("national");
    measuring_check(db,
                    "SELECT statistic, fixed(value, 6), units, ratings, raters FROM"
                    " v_tool_agreement WHERE orientation = 'own-line' AND measured_on = 'position'"
                    " ORDER BY statistic",
                    "ac1|0.721739|12|34|3\nagreement|0.777778|12|34|3\nalpha|0.456790|12|34|3\n"
                    "kappa|0.420290|10|30|3");
    /* about -.016 to .791, and .462 to .937, of 10,000 resamples in LAW.md */
    measuring_check(db,
                    "SELECT statistic FROM v_tool_agreement WHERE orientation = 'own-line'"
                    " AND ((statistic = 'alpha' AND abs(low + 0.016) < 0.08 AND abs(high - 0.791)"
                    " < 0.05) OR (statistic = 'ac1' AND abs(low - 0.462) < 0.04 AND"
                    " abs(high - 0.937) < 0.03)) AND measured_on = 'position' ORDER BY 1",
                    "ac1\nalpha");
    sqlite3_close(db);
}
END_TEST

/* Three questions: raw agreement, and no more. */
START_TEST(the_toy_between_forces)
{
    sqlite3 *db = audit_toy("national");
    /* waves N7 D2 C2 of 11, N10 D1 C1 of 12, N8 C3 of 11: (46 + 2 + 2) / 110, 90 / 132,
     * (56 + 6) / 110 */
    measuring_check(db,
                    "SELECT request_id, answers, modal_position, fixed(agreement, 6)"
                    " FROM v_unit_agreement ORDER BY request_id DESC",
                    "7009/22|11|ncnd|0.418182\n7005/23|12|ncnd|0.681818\n7001/24|11|ncnd|0.563636");
    measuring_check(db,
                    "SELECT statistic, fixed(value, 6), units, undefined FROM"
                    " v_tool_agreement WHERE orientation = 'between-forces'"
                    " AND measured_on = 'position' AND statistic <> 'kappa' ORDER BY statistic",
                    "ac1||3|fewer than ten questions\nagreement|0.554545|3|\n"
                    "alpha||3|fewer than ten questions");
    measuring_check(db,
                    "SELECT count(*) FROM v_tool_agreement WHERE value IS NOT NULL AND"
                    " undefined IS NOT NULL",
                    "0");
    sqlite3_close(db);
}
END_TEST

/* Worked out by hand. First step: F04 D to N, F06 C to N of eleven; chi-square 1 + 1. Second:
 * F05 and F06 N to C, F08 D to N; 4/2 + 1. Trend: 2/11, 1/12, 3/11 confirm; slope 1/22.
 * Q over ten forces with 001, 101, 111: 2 (3 x 14 - 36) / (18 - 14). */
START_TEST(the_toy_over_time)
{
    sqlite3 *db = audit_toy("national");
    measuring_check(
        db,
        "SELECT test, compares, n, fixed(statistic, 6), degrees, fixed(p, 6),"
        " fixed(effect, 6), undefined FROM v_change_tests ORDER BY change_test_no",
        "stuart-maxwell|7009/22, then 7005/23|11|2.000000|2|0.367879|0.181818|\n"
        "mcnemar|7009/22, then 7005/23|11|||||too few to test\n"
        "stuart-maxwell|7005/23, then 7001/24|11|3.000000|2|0.223130|0.272727|\n"
        "mcnemar|7005/23, then 7001/24|11|||0.500000|1.000000|\n"
        "cochran-armitage|confirming over 3 national requests|34|0.559259||0.575985|0.045455|\n"
        "cochran-q|confirming over 3 national requests|10|3.000000|2|0.223130|0.150000|");
    sqlite3_close(db);
}
END_TEST

/* Which requests are compared: national ones, and those of an unknown scope. */
static const struct {
    const char *scope, *tests;
} scopes[] = {{"national", "6"}, {"", "6"}, {"some", "0"}, {"one", "0"}};

START_TEST(requests_that_are_compared)
{
    sqlite3 *db = audit_toy(scopes[_i].scope);
    measuring_check(db, "SELECT count(*) FROM change_test", scopes[_i].tests);
    sqlite3_close(db);
}
END_TEST

/* One of four conformed before the advice of 2024 and all four since: (4 + 4) / 56. Before
 * that of 2023 there is nothing. */
START_TEST(before_and_after_a_circular)
{
    static const char responses[] =
        "response_id,force_id,request_id,tool_id,date_responded,stance\n"
        "a0,f00,7001/23,argus,2023-03-01,ncnd\na1,f01,7001/23,argus,2023-03-01,disclosed\n"
        "a2,f02,7001/23,argus,2023-03-01,disclosed\na3,f03,7001/23,argus,2023-03-01,not_held\n"
        "b4,f04,7002/24,argus,2024-03-01,ncnd\nb5,f05,7002/24,argus,2024-03-01,ncnd\n"
        "b6,f06,7002/24,argus,2024-03-01,ncnd\nb7,f07,7002/24,argus,2024-03-01,ncnd\n";
    sqlite3 *db = audit("request_id,title,scope\n7001/23,One,one\n7002/24,Two,one\n",
                        NO_GUIDANCE "c23,Circular,argus,2023-01-01,any,ncnd\n"
                                    "c24,Circular,argus,2024-01-01,any,ncnd\n",
                        responses, NULL);
    measuring_check(db,
                    "SELECT compares, n, fixed(p, 6), fixed(effect, 4),"
                    " undefined IS NULL FROM v_change_tests WHERE test = 'fisher'",
                    "conforming before and since the advice of 2023-01-01|4|||0\n"
                    "conforming before and since the advice of 2024-01-01|8|0.142857|0.7500|1");
    measuring_check(db,
                    "SELECT p, effect FROM v_change_tests WHERE undefined IS NOT NULL AND"
                    " coalesce(p, effect, statistic) IS NOT NULL",
                    "");
    sqlite3_close(db);
}
END_TEST

/* Six letters to journalists, six to individuals: 5 and 1, 1 and 5. Fisher's exact p is 74
 * of 924, V 24/36; another seed gives another estimate of p, and nothing else. */
START_TEST(kinds_of_applicant)
{
    static const char fixed[] = "SELECT test, n, fixed(effect, 6), undefined,"
                                " p_low < 0.080087 AND 0.080087 < p_high FROM v_change_tests"
                                " WHERE test = 'freeman-halton'";
    static const char p_value[] = "SELECT p FROM v_change_tests WHERE test = 'freeman-halton'";
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fputs("response_id,force_id,request_id,tool_id,date_responded,applicant_kind,stance\n", out);
    for (int i = 0; i < 12; i++) {
        bool is_journalist = i < 6, is_odd_one_out = i == 5 || i == 11;
        fprintf(out, "R%d,f%02d,%d/24,argus,2024-05-01,%s,%s\n", i, i, 7001 + i,
                is_journalist ? "journalist" : "individual",
                is_journalist != is_odd_one_out ? "ncnd" : "disclosed");
    }
    fclose(out);
    double p[2];
    for (int i = 0; i < 2; i++) {
        const struct measure_options options = {.seed = i + 1};
        sqlite3 *db = audit("request_id,title\n", NO_GUIDANCE, text, &options);
        measuring_check(db, fixed, "freeman-halton|12|0.666667||1");
        p[i] = measuring_number(db, p_value);
        sqlite3_close(db);
    }
    ck_assert_double_ne(p[0], p[1]);
    free(text);
}
END_TEST

Suite *suite_measure_change(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("measure/change", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, the_toy_on_its_own_line);
    tcase_add_test(tcase, the_toy_between_forces);
    tcase_add_test(tcase, the_toy_over_time);
    ADD_TABLE_TEST(tcase, requests_that_are_compared, scopes);
    tcase_add_test(tcase, before_and_after_a_circular);
    tcase_add_test(tcase, kinds_of_applicant);
    return suite;
}
