/* SPDX-License-Identifier: MIT
 * What must hold of the numbers whatever was answered, on packs made of random numbers.
 */
#include "cmd/running.h"
#include "measuring.h"
#include "random_pack.h"
#include "suites.h"
#include "table.h"

#include "measure/whatif.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PACKS = 24 };

static sqlite3 *audit(struct random_pack *p, const char *folder, int shuffled)
{
    random_pack_write(p, folder, shuffled);
    return measuring_audit(folder, RANDOM_AS_OF, NULL);
}

/* Forces by their names, which the shuffled pack keeps; sums of rounded numbers differ in
 * their last bits with the order of the forces. */
static const char *const independent_of_order[] = {
    "SELECT tool_id, confirming, denying, ncnd, round(p_use, 9), users_low, users_high,"
    " round(decodability, 9), is_decodable, round(prior_bits, 9), round(posterior_bits, 9),"
    " round(leaked_bits, 9), round(min_entropy_leakage, 9), round(leaked_low, 9),"
    " round(leaked_high, 9), round(p_use_low, 9) FROM v_exposure ORDER BY 1",
    "SELECT t.tool_id, f.name, e.third_party, e.collaboration, round(e.p_use, 9)"
    " FROM force_exposure e JOIN tool t USING (tool_no) JOIN force f USING (force_no) ORDER BY 1, "
    "2",
    "SELECT tool_id, users, forces, confirming, denying, undetermined, round(p_use, 9),"
    " round(denial_adds, 9) FROM v_accounting_band ORDER BY 1, 2",
    "SELECT w.tool_id, f.name, w.from_position, w.to_position, w.others_ncnd,"
    " round(w.p_use_after, 9), round(w.leaked_after, 9), round(w.others_bits, 9)"
    " FROM v_whatif w JOIN force f USING (force_no) ORDER BY 1, 2, 3, 4",
    "SELECT tool_id, aim, round(before, 9), round(after, 9) FROM v_corrections ORDER BY 1, 2, 3, 4",
    "SELECT request_id, question_id, tool_id, answers, modal_position, round(modal_share, 9),"
    " round(modal_low, 9), round(modal_high, 9), round(agreement, 9), round(entropy_bits, 9),"
    " round(explained_bits, 9), judged, conforming, round(conformance_agreement, 9)"
    " FROM v_unit_agreement ORDER BY 1, 2, 3",
    "SELECT tool_id, orientation, measured_on, statistic, round(value, 9), units, ratings, raters,"
    " undefined FROM v_tool_agreement ORDER BY 1, 2, 3, 4",
    "SELECT t.tool_id, answers, round(entropy_bits, 9), round(explained_bits, 9)"
    " FROM tool_dispersion JOIN tool t USING (tool_no) ORDER BY 1",
    "SELECT force, round(complaint_risk, 9), matters FROM v_complaint_risk_of_forces ORDER BY 1",
    "SELECT f.name, t.tool_id, round(c.complaint_risk, 9), c.matters FROM v_complaint_risk c"
    " JOIN force f USING (force_no) JOIN tool t USING (tool_no) ORDER BY 1, 2",
    "SELECT tool_id, test, compares, n, round(statistic, 9), degrees, round(p, 9),"
    " round(effect, 9), undefined FROM v_change_tests ORDER BY 1, 2, 3",
};

/* The bootstrap draws the forces in order of what they said, so intervals stay too. */
static void check_intervals(sqlite3 *plain, sqlite3 *shuffled)
{
    static const char sql[] =
        "SELECT 1e-9, low, high"
        " FROM v_tool_agreement WHERE statistic = 'agreement' AND raters > 1 AND units > 4"
        " ORDER BY tool_id, orientation, measured_on";
    sqlite3_stmt *a = NULL, *b = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(plain, sql, -1, &a, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_prepare_v2(shuffled, sql, -1, &b, NULL), SQLITE_OK);
    while (sqlite3_step(a) == SQLITE_ROW) {
        ck_assert_int_eq(sqlite3_step(b), SQLITE_ROW);
        for (int i = 1; i <= 2; i++)
            ck_assert_double_eq_tol(sqlite3_column_double(a, i), sqlite3_column_double(b, i),
                                    sqlite3_column_double(a, 0));
    }
    sqlite3_finalize(a);
    sqlite3_finalize(b);
}

START_TEST(the_order_of_the_forces_changes_no_number)
{
    struct random_pack *p = random_pack_make((uint32_t)_i + 1);
    sqlite3 *plain = audit(p, "plain", 0), *shuffled = audit(p, "shuffled", 1);
    for (size_t i = 0; i < LENGTH_OF(independent_of_order); i++) {
        char *expected = measuring_rows(plain, independent_of_order[i]);
        measuring_check(shuffled, independent_of_order[i], expected);
        free(expected);
    }
    check_intervals(plain, shuffled);
    sqlite3_close(plain);
    sqlite3_close(shuffled);
    free(p);
}
END_TEST

static const char decodability[] = "SELECT decodability FROM v_exposure WHERE tool_id = 'argus'";
static const char denials[] = "SELECT denying FROM v_exposure WHERE tool_id = 'argus'";

/* By a force that had said nothing, or had neither confirmed nor denied. */
START_TEST(a_denial_never_lowers_decodability)
{
    int force = _i % 2 ? 1 : RANDOM_SILENT;
    struct random_pack *p = random_pack_make((uint32_t)_i + 100);
    sqlite3 *before = audit(p, "before", 0);
    random_pack_answer(p, force, "argus", "not_held");
    sqlite3 *after = audit(p, "after", 0);
    double was = measuring_number(before, decodability), is = measuring_number(after, decodability);
    ck_assert_msg(is >= was - 1e-12, "%.9f, then %.9f", was, is);
    double denied = measuring_number(after, denials) - measuring_number(before, denials);
    ck_assert_double_eq(denied, 1);
    sqlite3_close(before);
    sqlite3_close(after);
    free(p);
}
END_TEST

/* Whatever its letters say; and one whose position is its letter's keeps to it. */
START_TEST(an_own_acknowledgement_is_a_confirmation)
{
    struct random_pack *p = random_pack_make((uint32_t)_i + 200);
    sqlite3 *db = audit(p, "pack", 0);
    measuring_check(db,
                    "SELECT e.p_use FROM force_exposure e JOIN tool t USING (tool_no)"
                    " JOIN force f USING (force_no)"
                    " WHERE t.tool_id = 'argus' AND f.name = 'Force C'",
                    "1.0");
    measuring_check(db,
                    "SELECT count(*) FROM force_exposure e JOIN public_position p"
                    " USING (tool_no, force_no) WHERE"
                    " (p.acknowledgement_no IS NOT NULL AND (e.p_use < 1 OR p.position <> "
                    "'confirm'))"
                    " OR (p.position = 'confirm' AND e.p_use < 1)"
                    " OR (p.position = 'deny' AND e.p_use > 0)"
                    " OR (p.position = 'ncnd' AND (e.p_use <= 0 OR e.p_use >= 1))",
                    "0");
    measuring_check(db,
                    "SELECT count(*) FROM whatif w JOIN public_position p USING (tool_no, force_no)"
                    " WHERE p.acknowledgement_no IS NOT NULL",
                    "0");
    sqlite3_close(db);
    free(p);
}
END_TEST

static const char *const stances_to_take[] = {"not_held", "disclosed", "ncnd"};
static const enum position positions_to_take[] = {POSITION_DENY, POSITION_CONFIRM, POSITION_NCND};

static struct public_answers answers_of(sqlite3 *db)
{
    struct public_answers answers;
    struct error err = {0};
    ck_assert_msg(public_answers_load(db, false, &answers, &err), "%s", err.what);
    return answers;
}

static struct measure_settings settings_of(sqlite3 *db)
{
    struct measure_settings settings;
    struct error err = {0};
    ck_assert_msg(measure_settings_load(db, &settings, &err), "%s", err.what);
    return settings;
}

/* Argus is the tool that the most forces speak about; the force by its name. */
static struct tool_answers argus_of(sqlite3 *db, const struct public_answers *answers)
{
    int32_t tool_no =
        (int32_t)measuring_number(db, "SELECT tool_no FROM tool WHERE tool_id = 'argus'");
    size_t i = 0;
    while (answers->tools[i] != tool_no)
        i++;
    return tool_answers_at(answers, i);
}

static size_t index_of(sqlite3 *db, struct tool_answers tool, int force)
{
    char sql[96];
    snprintf(sql, sizeof sql, "SELECT force_no FROM force WHERE name = 'Force %c'", 'A' + force);
    int32_t force_no = (int32_t)measuring_number(db, sql);
    size_t i = 0;
    while (tool.items[i].force_no != force_no)
        i++;
    return i;
}

static double bits(double p)
{
    return p <= 0 || p >= 1 ? 0 : -p * log2(p) - (1 - p) * log2(1 - p);
}

/* What the audit says about all NCND forces but one, by its own table. */
static double bits_about_others(sqlite3 *db, int force)
{
    char sql[320];
    sqlite3_stmt *s = NULL;
    snprintf(sql, sizeof sql,
             "SELECT e.p_use FROM force_exposure e JOIN tool t USING (tool_no)"
             " JOIN force f USING (force_no) JOIN public_position p USING (tool_no, force_no)"
             " WHERE t.tool_id = 'argus' AND p.position = 'ncnd' AND f.name <> 'Force %c'",
             'A' + force);
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
    double sum = 0;
    while (sqlite3_step(s) == SQLITE_ROW)
        sum += bits(sqlite3_column_double(s, 0));
    sqlite3_finalize(s);
    return sum;
}

static void check_whatif(struct whatif w, sqlite3 *before, sqlite3 *after, int force)
{
    static const char p_use[] = "SELECT p_use FROM v_exposure WHERE tool_id = 'argus'";
    static const char leaked[] = "SELECT leaked_bits FROM v_exposure WHERE tool_id = 'argus'";
    measuring_near(w.p_use_before, measuring_number(before, p_use), "p_use before");
    measuring_near(w.p_use_after, measuring_number(after, p_use), "p_use after");
    measuring_near(w.decodability_after, measuring_number(after, decodability), "decodability");
    measuring_near(w.leaked_before, measuring_number(before, leaked), "bits before");
    measuring_near(w.leaked_after, measuring_number(after, leaked), "bits after");
    measuring_near(w.others_bits,
                   bits_about_others(before, force) - bits_about_others(after, force),
                   "bits about the others");
}

/* Forces 0 (with an answer by a third party) and 1 (without) in turn. */
START_TEST(whatif_says_what_a_changed_letter_does)
{
    int force = _i % 2, to = _i / 2 % 3;
    struct random_pack *p = random_pack_make((uint32_t)_i + 300);
    sqlite3 *before = audit(p, "before", 0);
    random_pack_answer(p, force, "argus", stances_to_take[to]);
    sqlite3 *after = audit(p, "after", 0);
    struct measure_settings settings = settings_of(before);
    struct public_answers was = answers_of(before), is = answers_of(after);
    struct tool_answers tool = argus_of(before, &was), then = argus_of(after, &is);
    size_t i = index_of(before, tool, force);
    ck_assert_int_eq(tool.items[i].position, POSITION_NCND);
    ck_assert_int_eq(tool.items[i].evidence.third_party > 0, force == 0);
    ck_assert_int_eq(then.items[i].position, positions_to_take[to]);
    ck_assert_uint_eq(tool.count, then.count);
    check_whatif(whatif_of(tool, &settings.model, tool.items[i].evidence, POSITION_NCND,
                           positions_to_take[to]),
                 before, after, force);
    check_whatif(whatif_between(tool, then, &settings.model), before, after, force);
    public_answers_done(&was);
    public_answers_done(&is);
    sqlite3_close(before);
    sqlite3_close(after);
    free(p);
}
END_TEST

/* The standing table says the same, and back again from a letter's denial. */
START_TEST(the_standing_table_says_the_same)
{
    struct random_pack *p = random_pack_make((uint32_t)_i + 400);
    sqlite3 *before = audit(p, "before", 0);
    random_pack_answer(p, _i % 2, "argus", "not_held");
    sqlite3 *after = audit(p, "after", 0);
    const struct {
        sqlite3 *db, *other;
        const char *from, *to;
    } ways[] = {{before, after, "ncnd", "deny"}, {after, before, "deny", "ncnd"}};
    for (size_t i = 0; i < LENGTH_OF(ways); i++) {
        char sql[320];
        static const char *const columns[][2] = {{"p_use_after", "p_use"},
                                                 {"decodability_after", "decodability"},
                                                 {"leaked_after", "leaked_bits"}};
        for (size_t k = 0; k < LENGTH_OF(columns); k++) {
            snprintf(sql, sizeof sql, "SELECT %s FROM v_exposure WHERE tool_id = 'argus'",
                     columns[k][1]);
            double expected = measuring_number(ways[i].other, sql);
            snprintf(sql, sizeof sql,
                     "SELECT w.%s FROM v_whatif w JOIN force f USING (force_no) WHERE w.tool_id = "
                     "'argus' AND f.name = 'Force %c' AND from_position = '%s' AND to_position = "
                     "'%s'",
                     columns[k][0], 'A' + _i % 2, ways[i].from, ways[i].to);
            measuring_near(measuring_number(ways[i].db, sql), expected, columns[k][0]);
        }
    }
    sqlite3_close(before);
    sqlite3_close(after);
    free(p);
}
END_TEST

/* Rows of three forces that agree on every one of ten questions; the answer differs from
 * question to question, or, on the own line, from force to force. */
static void write_agreeing(bool by_question)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    fputs("response_id,force_id,request_id,tool_id,date_responded,stance\n", out);
    for (int unit = 0; unit < 10; unit++)
        for (int force = 0; force < 3; force++) {
            bool denies = by_question ? unit % 2 : force % 2;
            fprintf(out, "R%02d%d,f%d,%d/24,argus,2024-02-1%d,%s\n", unit, force, force,
                    7001 + unit, unit, denies ? "not_held" : "ncnd");
        }
    fclose(out);
    const struct measuring_file files[] = {
        {"forces.csv", "force_id,name,nation,kind,regime\nf0,Zero,England,territorial,FOIA\n"
                       "f1,One,England,territorial,FOIA\nf2,Two,England,territorial,FOIA\n"},
        {"collaborations.csv", "collaboration_id,name,force_id\n"},
        {"acknowledgements.csv", "acknowledgement_id,force_id,tool_id,kind,publisher\n"},
        {"responses.csv", text}};
    measuring_write("pack", files, LENGTH_OF(files));
    free(text);
}

static const struct {
    bool by_question;
    const char *orientation, *expected;
} agreeing[] = {
    {true, "between-forces", "ac1=1|agreement=1|alpha=1|kappa=1 of 10"},
    {false, "own-line", "ac1=1|agreement=1|alpha=1|kappa=1 of 3"},
    /* the same answers the other way round: every pair of two out of three differs */
    {false, "between-forces", "ac1=-0.2|agreement=0.33|alpha=-0.45|kappa=-0.5 of 10"},
};

START_TEST(perfect_agreement_is_1)
{
    write_agreeing(agreeing[_i].by_question);
    sqlite3 *db = measuring_audit("pack", NULL, NULL);
    char sql[512];
    snprintf(sql, sizeof sql,
             "SELECT group_concat(line, '|') || ' of ' || min(units) FROM (SELECT statistic || '=' "
             "|| printf('%%.2g', value) AS line, units FROM v_tool_agreement WHERE orientation = "
             "'%s' AND measured_on = 'position' ORDER BY statistic)",
             agreeing[_i].orientation);
    measuring_check(db, sql, agreeing[_i].expected);
    sqlite3_close(db);
}
END_TEST

Suite *suite_measure_measure(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("measure/measure", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_set_timeout(tcase, 60);
    tcase_add_loop_test(tcase, the_order_of_the_forces_changes_no_number, 0, PACKS);
    tcase_add_loop_test(tcase, a_denial_never_lowers_decodability, 0, PACKS);
    tcase_add_loop_test(tcase, an_own_acknowledgement_is_a_confirmation, 0, PACKS / 2);
    tcase_add_loop_test(tcase, whatif_says_what_a_changed_letter_does, 0, PACKS);
    tcase_add_loop_test(tcase, the_standing_table_says_the_same, 0, PACKS / 2);
    ADD_TABLE_TEST(tcase, perfect_agreement_is_1, agreeing);
    return suite;
}
