/* SPDX-License-Identifier: MIT
 * `concord whatif`: whom and what it understands, and that it says what stats computes.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include "stats/accounting.h"
#include "stats/exposure.h"

#include <jansson.h>
#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* About Argus Norfolk confirms by letter, Surrey on its own acknowledgement, Sussex denies;
 * Kent (with an answer by a third party), Essex, Suffolk and one with a hostile name neither
 * confirm nor deny. About Lantern there is one letter; Dorset has none. */
static const struct {
    const char *name, *text;
} files[] = {
    {"pack/forces.csv", "force_id,name,aliases,nation,kind,regime\n"
                        "kent,Kent Police,Garden of England;Invicta,England,territorial,FOIA\n"
                        "essex,Essex Police,,England,territorial,FOIA\n"
                        "sussex,Sussex Police,,England,territorial,FOIA\n"
                        "surrey,Surrey Police,,England,territorial,FOIA\n"
                        "norfolk,Norfolk Constabulary,,England,territorial,FOIA\n"
                        "suffolk,Suffolk Constabulary,,England,territorial,FOIA\n"
                        "dorset,Dorset Police,,England,territorial,FOIA\n"
                        "evil,\"Evil\x1b[31m Police\x07\",,England,special,FOIA\n"},
    {"pack/collaborations.csv", "collaboration_id,name,force_id\n"},
    {"pack/tools.csv", "tool_id,name,aliases\nargus,Argus Insight,AI-1\nlantern,Lantern\x1b[2J,\n"
                       "beacon,Beacon Maps,\n"},
    {"pack/acknowledgements.csv",
     "acknowledgement_id,force_id,tool_id,kind,publisher,date_published,source_url\n"
     "A1,surrey,argus,contract_notice,force,2023-01-01,https://example.org/a\n"
     "A2,kent,argus,media,third_party,2023-01-01,https://example.org/b\n"},
    {"pack/responses.csv",
     "response_id,force_id,request_id,tool_id,date_responded,stance,exemptions\n"
     "R1,kent,7001/24,argus,2024-02-20,ncnd,31(3)\n"
     "R2,essex,7001/24,argus,2024-02-20,ncnd,31(3)\n"
     "R3,sussex,7001/24,argus,2024-02-20,not_held,\n"
     "R4,surrey,7001/24,argus,2024-02-20,ncnd,31(3)\n"
     "R5,norfolk,7001/24,argus,2024-02-20,disclosed,\n"
     "R6,suffolk,7001/24,argus,2024-02-20,ncnd,31(3)\n"
     "R7,evil,7001/24,argus,2024-02-20,ncnd,31(3)\n"
     "R8,norfolk,7002/24,lantern,2024-02-20,ncnd,31(3)\n"},
};

static void audit_pack(void)
{
    running_begin();
    mkdir(running_path("pack"), 0777);
    for (size_t i = 0; i < LENGTH_OF(files); i++)
        running_write(files[i].name, files[i].text);
    running_check(
        RUN_IN(running_work, "audit", "--format", "csv,json", "pack", "-o", "out", "--quiet"), 0,
        NULL, NULL);
}

/* What is asked, and what must come out: positions then, whether Kent is still among the
 * NCND forces with its evidence, and which changes change something (1) or nothing (0). */
static const struct {
    const char *sets[4], *tool, *tool_id;
    struct position_counts then;
    bool kent_is_ncnd;
    const char *changes;
    size_t map_confirming, map_denying; /* of them territorial */
} questions[] = {
    {{"kent=deny"}, NULL, "argus", {2, 2, 3}, false, "1", 2, 2},
    {{"Kent Police = not_held"}, NULL, "argus", {2, 2, 3}, false, "1", 2, 2},
    {{"garden OF england=confirm"}, NULL, "argus", {3, 1, 3}, false, "1", 3, 1},
    {{"Invicta=none"}, NULL, "argus", {2, 1, 3}, false, "1", 2, 1},
    {{"kent=ncnd"}, NULL, "argus", {2, 1, 4}, true, "0", 2, 1},
    {{"essex=held_s21"}, NULL, "argus", {3, 1, 3}, true, "1", 3, 1},
    {{"sussex=ncnd"}, "AI-1", "argus", {2, 0, 5}, true, "1", 2, 0},
    {{"surrey=deny"}, "argus", "argus", {2, 1, 4}, true, "0", 2, 1},
    {{"surrey=none"}, "argus", "argus", {2, 1, 4}, true, "0", 2, 1},
    {{"norfolk=ncnd"}, "Argus Insight", "argus", {1, 1, 5}, true, "1", 1, 1},
    {{"kent=disclosed", "essex=not_held", "sussex=ncnd"},
     NULL,
     "argus",
     {3, 1, 3},
     false,
     "111",
     3,
     1},
    {{"kent=deny", "surrey=deny", "dorset=confirm"}, NULL, "argus", {3, 2, 3}, false, "101", 3, 2},
    {{"evil=confirm"}, NULL, "argus", {3, 1, 3}, true, "1", 2, 1}, /* not on the map */
    {{"kent=deny"}, "lantern", "lantern", {0, 1, 1}, false, "1", 0, 1},
};

static struct support_output ask(const char *const sets[], const char *tool, bool as_json)
{
    const char *arguments[16] = {"whatif", "out/audit.db"};
    int count = 2;
    for (int i = 0; i < 4 && sets[i]; i++) {
        arguments[count++] = "--set";
        arguments[count++] = sets[i];
    }
    if (tool) {
        arguments[count++] = "--tool";
        arguments[count++] = tool;
    }
    if (as_json)
        arguments[count++] = "--json";
    return support_concord(running_work, NULL, arguments);
}

static void check_number(const json_t *object, const char *key, double expected)
{
    const json_t *value = json_object_get(object, key);
    if (isnan(expected))
        ck_assert_msg(json_is_null(value), "%s is not null", key);
    else
        ck_assert_double_eq_tol(json_number_value(value), expected, 1e-12);
}

static const struct exposure_model defaults = {{1, 1, 9, 1, 1, 1, 3, 10}};

/* One state of the answer against stats, with the evidence about Kent where it is NCND. */
static void check_state(const json_t *state, struct position_counts counts, bool kent_is_ncnd,
                        struct map_counts map)
{
    static const struct evidence_count kent = {1, 0};
    const struct answers answers = {counts, &kent, kent_is_ncnd};
    struct exposure e = exposure_of(&defaults, &answers);
    check_number(state, "confirm", (double)counts.confirming);
    check_number(state, "deny", (double)counts.denying);
    check_number(state, "ncnd", (double)counts.ncnd);
    check_number(state, "p_use", e.p_use);
    check_number(state, "users_low", (double)e.users.low);
    check_number(state, "users_high", (double)e.users.high);
    check_number(state, "decodability", e.decodability);
    check_number(state, "leaked_bits", e.leaked_bits);
    const json_t *band = json_object_get(state, "band");
    ck_assert_uint_eq(json_array_size(band), 2);
    const size_t users[] = {5, 20};
    for (size_t i = 0; i < 2; i++) {
        struct accounting a = accounting_of(map, users[i]);
        check_number(json_array_get(band, i), "users", (double)a.users);
        check_number(json_array_get(band, i), "p_use", a.p_use);
    }
}

static json_t *parse(struct support_output output)
{
    ck_assert_msg(output.code == 0, "exit %d: %s", output.code, output.err);
    json_error_t error;
    json_t *list = json_loads(output.out, 0, &error);
    ck_assert_msg(list != NULL, "%s:\n%s", error.text, output.out);
    support_output_done(&output);
    return list;
}

static void check_changes(const json_t *changes, const char *expected)
{
    ck_assert_uint_eq(json_array_size(changes), strlen(expected));
    for (size_t i = 0; expected[i]; i++) {
        const json_t *something = json_object_get(json_array_get(changes, i), "changes_something");
        ck_assert_int_eq(json_is_true(something), expected[i] == '1');
    }
}

START_TEST(json_says_what_stats_computes)
{
    json_t *list = parse(ask(questions[_i].sets, questions[_i].tool, true));
    ck_assert_uint_eq(json_array_size(list), 1);
    const json_t *answer = json_array_get(list, 0);
    ck_assert_str_eq(json_string_value(json_object_get(answer, "tool_id")), questions[_i].tool_id);
    bool is_argus = strcmp(questions[_i].tool_id, "argus") == 0;
    struct position_counts now = {0, 0, 1};
    struct map_counts map_now = {7, 0, 0};
    if (is_argus) {
        now = (struct position_counts){2, 1, 4};
        map_now = (struct map_counts){7, 2, 1};
    }
    struct map_counts map_then = {7, questions[_i].map_confirming, questions[_i].map_denying};
    check_state(json_object_get(answer, "now"), now, is_argus, map_now);
    check_state(json_object_get(answer, "then"), questions[_i].then, questions[_i].kent_is_ncnd,
                map_then);
    check_changes(json_object_get(answer, "changes"), questions[_i].changes);
    json_decref(list);
}
END_TEST

/* The bits about the others, worked out from their probabilities. */
START_TEST(bits_about_the_others)
{
    static const char *const sets[] = {"essex=deny", NULL};
    json_t *list = parse(ask(sets, NULL, true));
    const json_t *answer = json_array_get(list, 0);
    const struct answers now = {{2, 1, 4}, NULL, 0}, then = {{2, 2, 3}, NULL, 0};
    double p[] = {exposure_of(&defaults, &now).p_use, exposure_of(&defaults, &then).p_use};
    double bits[2]; /* Suffolk, the hostile one, and Kent with its evidence */
    for (int i = 0; i < 2; i++)
        bits[i] = 2 * binary_entropy_bits(p[i]) +
                  binary_entropy_bits(
                      exposure_with_evidence(&defaults, p[i], (struct evidence_count){1, 0}));
    check_number(answer, "others_ncnd", 3);
    check_number(answer, "bits_about_others", bits[0] - bits[1]);
    json_decref(list);
}
END_TEST

/* Without --tool: about every tool on which one of the forces stands, in order. */
START_TEST(every_tool_concerned)
{
    static const char *const sets[] = {"norfolk=deny", NULL};
    json_t *list = parse(ask(sets, NULL, true));
    ck_assert_uint_eq(json_array_size(list), 2);
    check_number(json_object_get(json_array_get(list, 0), "then"), "deny", 2);
    check_number(json_object_get(json_array_get(list, 1), "then"), "deny", 1);
    check_number(json_object_get(json_array_get(list, 1), "then"), "p_use", (double)NAN);
    json_decref(list);
}
END_TEST

/* Words for people: part of what is printed, and what must not be. */
static const struct {
    const char *sets[4], *said, *unsaid;
} sayings[] = {
    {{"surrey=ncnd"}, "on an acknowledgement of its own, which no letter changes", NULL},
    {{"kent=deny"}, "if Kent Police denied:", "no letter changes"},
    {{"kent=deny", "essex=confirm"}, "if Kent Police denied and Essex Police confirmed:", NULL},
    {{"kent=none"}, "Kent Police had no public position", NULL},
    {{"kent=deny"}, "not who uses a tool", NULL},
    {{"evil=deny"}, "Evil\\x1B[31m Police\\x07 denied", "\x1b"},
    {{"norfolk=deny"}, "About Lantern\\x1B[2J", "\x1b"},
};

START_TEST(words_for_people)
{
    struct support_output output = ask(sayings[_i].sets, NULL, false);
    ck_assert_msg(!sayings[_i].unsaid || !strstr(output.out, sayings[_i].unsaid), "%s", output.out);
    running_check(output, 0, sayings[_i].said, NULL);
}
END_TEST

/* A qualified denial counts as NCND, and whoever reads the answer is told so (clause 47). */
START_TEST(a_qualified_denial_is_told_apart)
{
    running_write("some.csv", "response_id,force_id,request_id,tool_id,date_responded,stance,"
                              "exemptions,partial_ncnd\n"
                              "R1,kent,7001/24,argus,2024-02-20,ncnd,31(3),\n"
                              "R2,essex,7001/24,argus,2024-02-20,not_held,31(3),yes\n"
                              "R3,sussex,7001/24,argus,2024-02-20,not_held,,no\n");
    running_check(
        RUN_IN(running_work, "audit", "--format", "csv", "some.csv", "-o", "some", "--quiet"), 0,
        NULL, NULL);
    struct support_output output =
        RUN_IN(running_work, "whatif", "some/audit.db", "--set", "essex=deny");
    ck_assert_ptr_nonnull(strstr(output.out, "counts here as NCND"));
    running_check(output, 0,
                  "  Forces that neither confirm nor deny                  2          1\n"
                  "    of them by a qualified denial (see below)           1          0\n",
                  NULL);
    running_check(RUN_IN(running_work, "whatif", "some/audit.db", "--set", "essex=deny", "--json"),
                  0, "\"qualified\": 1", NULL);
}
END_TEST

/* Questions that cannot be answered, exit code 2, and what stderr says. */
static const struct {
    const char *sets[4], *tool, *message;
} refusals[] = {
    {{"kemt=deny"}, NULL, "Did you mean Kent Police (kent)?"},
    {{"zzzzzzzz=deny"}, NULL, "knows no force \"zzzzzzzz\""},
    {{"kent=deny"}, "argos", "Did you mean Argus Insight (argus)?"},
    {{"kent=deny"}, "beacon", "no letter of this audit is about that tool"},
    {{"kent=maybe"}, NULL, "\"maybe\" is no position"},
    {{"kent=silent"}, NULL, "\"silent\" is no position"},
    {{"kent=refused_cost"}, NULL, "\"refused_cost\" is no position"},
    {{"kent="}, NULL, "is no position"},
    {{"kent"}, NULL, "--set takes FORCE=STANCE"},
    {{"=deny"}, NULL, "knows no force"},
    {{"kent=deny", "Kent Police=ncnd"}, NULL, "Kent Police stands twice"},
    {{"kent=deny", "essex=deny", "invicta=deny"}, NULL, "Kent Police stands twice"},
    {{"dorset=deny"}, NULL, "none of these forces has a public position"},
};

START_TEST(what_cannot_be_answered_exits_2)
{
    struct support_output output = ask(refusals[_i].sets, refusals[_i].tool, false);
    ck_assert_str_eq(output.out, "");
    running_check(output, 2, NULL, refusals[_i].message);
}
END_TEST

/* The one correction that stands in the database, and the whole table as JSON. */
START_TEST(without_set_the_standing_table)
{
    char *correction = running_query(
        "out/audit.db", "SELECT printf('Norfolk Constabulary, the answer R5 of 2024-02-20 turned "
                        "into %s: %.2f bits given away instead of %.2f', to_position, after, "
                        "before) FROM correction JOIN force USING (force_no) WHERE aim = "
                        "'exposure' AND force_id = 'norfolk'");
    running_check(RUN_IN(running_work, "whatif", "out/audit.db"), 0, correction, NULL);
    free(correction);
    json_t *list = parse(RUN_IN(running_work, "whatif", "out/audit.db", "--json"));
    char *rows = running_query("out/audit.db", "SELECT count(*) FROM whatif");
    ck_assert_uint_eq(json_array_size(list), strtoul(rows, NULL, 10));
    ck_assert_uint_eq(json_array_size(list), 2 * 4 + 1 + 1 + 2); /* Argus, then Lantern */
    free(rows);
    json_decref(list);
}
END_TEST

/* What is done to the database; afterwards it is none. */
static const struct {
    const char *script, *message;
} damages[] = {
    {"rm out/audit.db", "there is no such file"},
    {": > out/audit.db", "out/audit.db"},
    {"head -c 5000 out/audit.db > x && mv x out/audit.db", "no database of an audit"},
    {"cp out/forces.csv out/audit.db", "no database of an audit"},
};

START_TEST(a_damaged_database_exits_3)
{
    const char *const shell[] = {"sh", "-c", damages[_i].script, NULL};
    running_check(support_run(running_work, NULL, shell), 0, NULL, NULL);
    static const char *const sets[] = {"kent=deny", NULL};
    running_check(ask(sets, NULL, false), 3, NULL, damages[_i].message);
    running_check(RUN_IN(running_work, "whatif", "out/audit.db"), 3, NULL, damages[_i].message);
    running_check(RUN_IN(running_work, "whatif", "out/audit.db", "--json"), 3, NULL,
                  damages[_i].message);
}
END_TEST

/* SQL by another hand; its tables are not those of an audit afterwards. */
static const struct {
    const char *sql, *message;
} edits[] = {
    {"DROP TABLE parameter", "not those of an audit"},
    {"DROP TABLE public_position", "not those of an audit"},
    {"DROP VIEW v_whatif", "not those of an audit"},
    {"ALTER TABLE measure_setting RENAME COLUMN seed TO sead", "not those of an audit"},
    {"DELETE FROM parameter", "what its numbers assume"},
    {"DELETE FROM parameter WHERE parameter_no = 7", "what its numbers assume"},
    {"DELETE FROM measure_setting", "what its numbers assume"},
    {"UPDATE force SET force_no = force_no + 1000", "numbered"},
    {"PRAGMA ignore_check_constraints = 1; UPDATE public_position SET position = 'x'",
     "a position that is none"},
};

START_TEST(an_edited_database_exits_3)
{
    sqlite3 *db = NULL;
    ck_assert_int_eq(sqlite3_open(running_path("out/audit.db"), &db), SQLITE_OK);
    sqlite3_exec(db, "PRAGMA foreign_keys = 0; PRAGMA legacy_alter_table = 1", NULL, NULL, NULL);
    ck_assert_int_eq(sqlite3_exec(db, edits[_i].sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    static const char *const sets[] = {"kent=deny", NULL};
    running_check(ask(sets, NULL, false), 3, NULL, edits[_i].message);
}
END_TEST

/* Where nothing changes, the force asked about is none of the others. */
START_TEST(a_force_that_stays_is_no_other)
{
    running_check(RUN("audit", "--format", "csv,json", "datasets/palantir", "-o", running_path("p"),
                      "--quiet"),
                  0, NULL, NULL);
    running_check(RUN("whatif", running_path("p/audit.db"), "--json", "--set", "south-wales=ncnd"),
                  0, "\"others_ncnd\": 2,", NULL);
}
END_TEST

static char *told_without(const char *force)
{
    char change[64];
    snprintf(change, sizeof change, "%s=none", force);
    struct support_output output =
        RUN("whatif", running_path("p/audit.db"), "--tool", "halcyon-insight", "--set", change);
    ck_assert_int_eq(output.code, 0);
    char *figures = strdup(strstr(output.out, "Forces that confirm"));
    support_output_done(&output);
    return figures;
}

/* Cleveland has evidence of its own, Leicestershire none: to the public, taking either away
 * tells the same, so that no difference of bits tells a single force's chance. */
START_TEST(differences_tell_the_public_nothing)
{
    static const char *const audiences[] = {"public", "internal"};
    for (int i = 0; i < 2; i++) {
        running_check(RUN("audit", "--format", "csv,json", "datasets/national-example", "-o",
                          running_path("p"), "--quiet", "--audience", audiences[i]),
                      0, NULL, NULL);
        char *with = told_without("cleveland"), *without = told_without("leicestershire");
        ck_assert_int_eq(strcmp(with, without) == 0, i == 0);
        free(with);
        free(without);
        char *recommended = running_query(
            "p/audit.db", "SELECT group_concat(DISTINCT to_position) FROM v_corrections"
                          " WHERE aim = 'exposure'");
        ck_assert_str_eq(recommended, "ncnd");
        free(recommended);
    }
}
END_TEST

/* Made for the public: no figure about so few. */
START_TEST(the_public_is_not_told_about_few)
{
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "pack", "-o", "public",
                         "--quiet", "--audience", "public"),
                  0, NULL, NULL);
    struct support_output output =
        RUN_IN(running_work, "whatif", "public/audit.db", "--set", "kent=deny");
    ck_assert_msg(!strstr(output.out, "Share of users") && !strstr(output.out, "chance of"), "%s",
                  output.out);
    running_check(output, 0, "not shown to the public", NULL);
    json_t *list =
        parse(RUN_IN(running_work, "whatif", "public/audit.db", "--json", "--set", "kent=deny"));
    const json_t *answer = json_array_get(list, 0);
    static const char *const states[] = {"now", "then"};
    static const char *const hidden[] = {"p_use", "users_low", "users_high", "decodability",
                                         "leaked_bits"};
    for (size_t i = 0; i < LENGTH_OF(states); i++)
        for (size_t k = 0; k < LENGTH_OF(hidden); k++)
            check_number(json_object_get(answer, states[i]), hidden[k], (double)NAN);
    check_number(answer, "bits_about_others", (double)NAN);
    json_decref(list);
}
END_TEST

Suite *suite_cmd_whatif(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/whatif", &tcase);
    tcase_add_checked_fixture(tcase, audit_pack, running_end);
    ADD_TABLE_TEST(tcase, json_says_what_stats_computes, questions);
    tcase_add_test(tcase, bits_about_the_others);
    tcase_add_test(tcase, every_tool_concerned);
    ADD_TABLE_TEST(tcase, words_for_people, sayings);
    tcase_add_test(tcase, a_qualified_denial_is_told_apart);
    ADD_TABLE_TEST(tcase, what_cannot_be_answered_exits_2, refusals);
    tcase_add_test(tcase, without_set_the_standing_table);
    ADD_TABLE_TEST(tcase, a_damaged_database_exits_3, damages);
    ADD_TABLE_TEST(tcase, an_edited_database_exits_3, edits);
    tcase_add_test(tcase, a_force_that_stays_is_no_other);
    tcase_add_test(tcase, differences_tell_the_public_nothing);
    tcase_add_test(tcase, the_public_is_not_told_about_few);
    return suite;
}
