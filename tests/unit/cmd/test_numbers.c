/* SPDX-License-Identifier: MIT
 * The options of `concord audit` that the numbers take, and what two runs have in common.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include "reader/csv_reader.h"

#include <jansson.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* Forces of the embedded registry of a kind, or of any. */
static size_t read_forces(const char *kind, char ids[][64], size_t most)
{
    enum { FORCE_ID = 0, KIND = 4 };
    size_t size = 0, count = 0;
    char *bytes = support_read_file("datasets/reference/forces.csv", &size);
    struct csv_reader *reader = NULL;
    struct error err = {0};
    struct csv_row row;
    ck_assert(csv_reader_open("forces.csv", (struct slice){bytes, size}, &reader, &err));
    for (csv_reader_next(reader, &row); row.event == CSV_ROW; csv_reader_next(reader, &row))
        if (count < most && (!kind || slice_is(row.fields[KIND], kind)))
            snprintf(ids[count++], 64, "%.*s", (int)row.fields[FORCE_ID].length,
                     row.fields[FORCE_ID].bytes);
    csv_reader_free(reader);
    free(bytes);
    return count;
}

/* A pack of one file: so many forces confirm, deny, and neither confirm nor deny. */
static void write_answers(const char *name, const char *kind, const int counts[3])
{
    static const char *const stances[] = {"disclosed", "not_held", "ncnd"};
    char ids[64][64], *text = NULL;
    size_t size = 0, count = read_forces(kind, ids, LENGTH_OF(ids)), next = 0;
    FILE *out = open_memstream(&text, &size);
    fputs("response_id,force_id,request_id,tool_id,date_responded,stance\n", out);
    for (int p = 0; p < 3; p++)
        for (int i = 0; i < counts[p]; i++, next++) {
            ck_assert_uint_lt(next, count);
            fprintf(out, "R%02zu,%s,7001/24,argus,2024-02-20,%s\n", next, ids[next], stances[p]);
        }
    fclose(out);
    running_write(name, text);
    free(text);
}

static void check_value(const char *sql, const char *expected)
{
    char *value = running_query("out/audit.db", sql);
    ck_assert_msg(strcmp(value, expected) == 0, "%s\n  gives %s\n  not   %s", sql, value, expected);
    free(value);
}

/* The table of RISK.md section 1. */
static const struct {
    const char *priors[3]; /* else p 1,1, t1 9,1, t0 1,1 */
    int counts[3];
    const char *expected; /* P, the interval, leaked bits / prior bits */
} pinned[] = {
    {{"t1=1,1"}, {0, 0, 10}, "0.500000 0..10 0.0000/10"},
    {{"t1=1,1"}, {0, 1, 10}, "0.433696 0..10 1.1272/11"},
    {{"t1=1,1", "t0=1,1"}, {11, 0, 32}, "0.681642 1..32 14.1172/43"},
    {{NULL}, {0, 0, 10}, "0.668865 0..10 0.8392/10"},
    {{"t1=9,1"}, {2, 3, 40}, "0.699848 5..40 9.7409/45"},
    {{NULL}, {10, 2, 30}, "0.841085 12..30 23.0488/42"},
    {{"t0=1,3"}, {5, 30, 8}, "0.775576 2..8 36.8547/43"},
    /* all three, by the formula of RISK.md in another language */
    {{"p=2,3", "t1=5,2", "t0=1,3"}, {3, 4, 10}, "0.704983 1..10 7.7550/16.50616"},
};

START_TEST(priors_give_the_pinned_values)
{
    const char *arguments[12] = {"audit", "in.csv", "-o", "out", "--quiet"};
    int count = 5;
    for (int i = 0; i < 3 && pinned[_i].priors[i]; i++) {
        arguments[count++] = "--prior";
        arguments[count++] = pinned[_i].priors[i];
    }
    write_answers("in.csv", NULL, pinned[_i].counts);
    running_check(support_concord(running_work, NULL, arguments), 0, NULL, NULL);
    check_value("SELECT printf('%.6f %d..%d %.4f/%.8g', p_use, users_low, users_high, leaked_bits, "
                "prior_bits) FROM exposure",
                pinned[_i].expected);
}
END_TEST

/* Section 0: 45 territorial forces, 12 of them users. */
static const struct {
    int counts[3];
    const char *expected; /* P(use), map entropy, of so many bits, undetermined */
} bands[] = {
    {{4, 0, 3}, "0.1951 26.51 34.74 41"},
    {{4, 6, 0}, "0.2286 24.49 34.74 35"},
    {{4, 20, 21}, "0.3810 17.63 34.74 21"},
    {{11, 0, 1}, "0.0294 5.09 34.74 34"},
};

START_TEST(users_give_the_pinned_band)
{
    write_answers("in.csv", "territorial", bands[_i].counts);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "in.csv", "-o", "out",
                         "--quiet", "--users", "12-12"),
                  0, NULL, NULL);
    check_value("SELECT group_concat(printf('%.4f %.2f %.2f %d', p_use, map_bits, all_bits, "
                "undetermined)) FROM accounting_band",
                bands[_i].expected);
    check_value("SELECT min(users) || ' ' || max(users) || ' ' || min(forces) FROM accounting_band",
                "12 12 45");
}
END_TEST

/* Scenarios below the confirmations, or above all but the denials, are moved and told once. */
START_TEST(a_band_is_clipped)
{
    write_answers("in.csv", "territorial", (const int[]){4, 30, 5});
    running_check(
        RUN_IN(running_work, "audit", "--format", "csv,json", "in.csv", "-o", "out", "--quiet"), 0,
        NULL, NULL);
    check_value("SELECT min(users) || ' ' || max(users) || ' ' || count(*) FROM accounting_band",
                "5 15 11");
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "in.csv", "-o", "out",
                         "--quiet", "--users", "0-3"),
                  0, NULL, NULL);
    check_value("SELECT group_concat(users || ' ' || printf('%.4f', p_use)) FROM accounting_band",
                "4 0.0000");
}
END_TEST

/* What the options leave in the database, and in summary.json as typed. */
static const struct {
    const char *arguments[6];
    const char *setting, *parameters, *options;
} recorded[] = {
    {{NULL}, "internal 1 5 20 10000 2000 10000 5", "1 1 9 1 1 1 3 10", ""},
    {{"--seed", "4294967295"},
     "internal 4294967295 5 20 10000 2000 10000 5",
     "1 1 9 1 1 1 3 10",
     "--seed 4294967295"},
    {{"--users", "0-7", "--audience", "public"},
     "public 1 0 7 10000 2000 10000 5",
     "1 1 9 1 1 1 3 10",
     "--users 0-7 --audience public"},
    {{"--prior", "t0=2.5,4", "--ratio", "collaboration=60"},
     "internal 1 5 20 10000 2000 10000 5",
     "1 1 9 1 2.5 4 3 60",
     "--prior t0=2.5,4 --ratio collaboration=60"},
};

static void check_summary_options(const char *expected)
{
    json_error_t error;
    json_t *summary = json_load_file(running_path("out/summary.json"), 0, &error);
    ck_assert_msg(summary != NULL, "%s", error.text);
    const char *options = json_string_value(json_object_get(summary, "options"));
    ck_assert_str_eq(options ? options : "", expected);
    json_decref(summary);
}

START_TEST(settings_are_recorded)
{
    const char *arguments[16] = {"audit", "in.csv", "-o", "out", "--quiet"};
    for (int i = 0; i < 6; i++)
        arguments[5 + i] = recorded[_i].arguments[i];
    write_answers("in.csv", NULL, (const int[]){2, 3, 8});
    running_check(support_concord(running_work, NULL, arguments), 0, NULL, NULL);
    check_value("SELECT printf('%s %d %d %d %d %d %d %d', audience, seed, users_low, users_high, "
                "draws, resamples, permutations, least_cohort) FROM measure_setting",
                recorded[_i].setting);
    check_value("SELECT group_concat(printf('%g', value), ' ') FROM (SELECT value FROM parameter "
                "ORDER BY parameter_no)",
                recorded[_i].parameters);
    check_value("SELECT count(*) FROM parameter WHERE value < low OR value > high", "0");
    check_summary_options(recorded[_i].options);
}
END_TEST

/* A ratio of 1 is no evidence. */
START_TEST(a_ratio_of_1_makes_evidence_vanish)
{
    static const char pack[] = "tests/cases/01-g01-ncnd-despite-own-acknowledgement";
    static const char essex[] = "SELECT printf('%d %.6f %.6f', e.third_party, e.p_use, x.p_use)"
                                " FROM force_exposure e JOIN force USING (force_no)"
                                " JOIN exposure x USING (tool_no) WHERE force_id = 'essex'";
    running_check(RUN("audit", "--format", "csv,json", pack, "--quiet", "-o", running_path("out")),
                  0, NULL, NULL);
    check_value(essex, "1 0.930663 0.817322"); /* odds 4.474 times 3 */
    running_check(RUN("audit", "--format", "csv,json", pack, "--quiet", "--ratio", "third-party=1",
                      "-o", running_path("out")),
                  0, NULL, NULL);
    check_value(essex, "1 0.817322 0.817322");
    running_check(RUN("audit", "--format", "csv,json", pack, "--quiet", "--ratio",
                      "third-party=0.5", "-o", running_path("out")),
                  0, NULL, NULL);
    check_value(essex, "1 0.691078 0.817322");
}
END_TEST

static void audit_example(const char *out, const char *seed)
{
    running_check(RUN("audit", "datasets/national-example", "--quiet", "-o", running_path(out),
                      "--seed", seed),
                  0, NULL, NULL);
}

/* Every file of one folder is in the other, byte for byte. */
static void check_same(const char *a, const char *b)
{
    const char *const diff[] = {"diff", "-r", "-q", "-x", "audit.db", a, b, NULL};
    running_check(support_run(running_work, NULL, diff), 0, NULL, NULL);
}

/* The tables of the numbers without what rests on random numbers. */
static const struct {
    const char *table, *kept;
    bool moves; /* something else of it must move with the seed */
} tables[] = {
    {"exposure",
     "tool_no, confirming, denying, ncnd, p_use, users_low, users_high, decodability,"
     " is_decodable, prior_bits, posterior_bits, leaked_bits, min_entropy_leakage, draws, withheld",
     true},
    {"tool_agreement",
     "tool_no, orientation, measured_on, statistic, value, units, ratings, raters, undefined",
     true},
    {"change_test",
     "tool_no, test, compares, n, statistic, degrees, CASE test WHEN 'freeman-halton' THEN 0 ELSE"
     " p END, effect_name, effect, effect_low, effect_high, undefined",
     false}, /* the one by permutation is undefined there */
    {"accounting_band", "*", false},
    {"exposure_swing", "*", false},
    {"force_exposure", "*", false},
    {"whatif", "*", false},
    {"correction", "*", false},
    {"complaint_part", "*", false},
    {"unit_agreement", "*", false},
    {"tool_dispersion", "*", false},
    {"finding", "*", false},
    {"parameter", "*", false},
};

static int number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *s = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
    int value = sqlite3_column_int(s, 0);
    sqlite3_finalize(s);
    return value;
}

/* How many rows of a table in one audit are not in the other; no row at all counts too. */
static int count_differences(sqlite3 *both, const char *table, const char *columns)
{
    char sql[1024];
    snprintf(sql, sizeof sql,
             "SELECT (SELECT count(*) FROM (SELECT %s FROM main.%s EXCEPT SELECT %s FROM c.%s))"
             " + abs((SELECT count(*) FROM main.%s) - (SELECT count(*) FROM c.%s))"
             " + ((SELECT count(*) FROM main.%s) = 0)",
             columns, table, columns, table, table, table, table);
    return number(both, sql);
}

static sqlite3 *open_both(void)
{
    char sql[128];
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(running_path("a/audit.db"), &db), SQLITE_OK);
    snprintf(sql, sizeof sql, "ATTACH '%s' AS c", running_path("c/audit.db"));
    ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    return db;
}

START_TEST(the_seed_moves_only_what_is_random)
{
    audit_example("a", "7");
    audit_example("b", "7");
    audit_example("c", "8");
    check_same("a", "b");
    sqlite3 *both = open_both();
    for (size_t i = 0; i < LENGTH_OF(tables); i++) {
        int differences = count_differences(both, tables[i].table, tables[i].kept);
        ck_assert_msg(differences == 0, "%s: %d", tables[i].table, differences);
        ck_assert_msg(!tables[i].moves || count_differences(both, tables[i].table, "*") > 0,
                      "%s: the seed moves nothing", tables[i].table);
    }
    sqlite3_close(both);
}
END_TEST

Suite *suite_cmd_numbers(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/numbers", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_set_timeout(tcase, 60);
    ADD_TABLE_TEST(tcase, priors_give_the_pinned_values, pinned);
    ADD_TABLE_TEST(tcase, users_give_the_pinned_band, bands);
    tcase_add_test(tcase, a_band_is_clipped);
    ADD_TABLE_TEST(tcase, settings_are_recorded, recorded);
    tcase_add_test(tcase, a_ratio_of_1_makes_evidence_vanish);
    tcase_add_test(tcase, the_seed_moves_only_what_is_random);
    return suite;
}
