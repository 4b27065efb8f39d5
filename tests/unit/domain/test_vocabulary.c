/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/embedded.h"
#include "domain/vocabulary.h"

#include <sqlite3.h>

static const struct {
    const struct vocabulary *vocabulary;
    const char *word;
    int code;
} words[] = {
    {&stances, "disclosed", STANCE_DISCLOSED},
    {&stances, " NCND\t", STANCE_NCND},
    {&stances, "other", STANCE_OTHER},
    {&stances, "", -1},
    {&stances, "not held", STANCE_NOT_HELD},
    {&stances, "NOT-HELD", STANCE_NOT_HELD},
    {&stances, "notheld", STANCE_NOT_HELD},
    {&stances, "not  _held", STANCE_NOT_HELD},
    {&stances, "not heldx", -1},
    {&stances, "-", -1},
    {&stages, "Internal review", STAGE_INTERNAL_REVIEW},
    {&stances, "ncn", -1},
    {&stances, "ncndx", -1},
    {&topics, "Covert_Use", TOPIC_COVERT_USE},
    {&topics, "other", TOPIC_OTHER},
    {&stages, "tribunal", STAGE_TRIBUNAL},
    {&held_statements, "none", HELD_NONE},
    {&positions, "silent", POSITION_SILENT},
    {&regimes, "foisa", 1},
    {&publishers, "third_party", 3},
    {&guidance_conditions, "ANY", 2},
    {&request_scopes, "some", 1},
    {&force_kinds, "special", 1},
    {&applicant_kinds, "organisation", 3},
    {&acknowledgement_kinds, "media", 7},
    {&applicant_kinds, "unknown", -1},
    {&ruling_bodies, "court", 3},
    {&ruling_outcomes, "Not_Upheld", 2},
    {&ruling_subjects, "search", 4},
    {&ruling_orders, "confirm_or_deny", 0},
    {&ruling_orders, "nothing", -1},
};

START_TEST(codes_of_words)
{
    ck_assert_int_eq(vocabulary_code(words[_i].vocabulary, slice_of(words[_i].word)),
                     words[_i].code);
}
END_TEST

static const struct {
    const struct vocabulary *vocabulary;
    const char *query;
} tables[] = {
    {&stances, "SELECT stance_no, stance, position FROM stance ORDER BY 1"},
    {&topics, "SELECT topic_no, topic FROM topic ORDER BY 1"},
    {&stages, "SELECT stage_no, stage FROM stage ORDER BY 1"},
    {&held_statements, "SELECT held_no, held_statement FROM held_statement ORDER BY 1"},
    {&applicant_kinds, "SELECT applicant_no, applicant_kind FROM applicant_kind ORDER BY 1"},
};

START_TEST(schema_repeats_the_words)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *query = NULL;
    const char *const *word = tables[_i].vocabulary->words;
    ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
    const char *script = embedded_text("analyzer/store/schema/1-words.sql");
    ck_assert_int_eq(sqlite3_exec(db, script, NULL, NULL, NULL), SQLITE_OK);
    ck_assert_int_eq(sqlite3_prepare_v2(db, tables[_i].query, -1, &query, NULL), SQLITE_OK);
    int code = 0;
    for (; sqlite3_step(query) == SQLITE_ROW; code++) {
        ck_assert_int_eq(sqlite3_column_int(query, 0), code);
        ck_assert_ptr_nonnull(word[code]);
        ck_assert_str_eq((const char *)sqlite3_column_text(query, 1), word[code]);
        if (tables[_i].vocabulary == &stances)
            ck_assert_str_eq((const char *)sqlite3_column_text(query, 2),
                             positions.words[stance_position((enum stance)code)]);
    }
    ck_assert_ptr_null(word[code]);
    sqlite3_finalize(query);
    sqlite3_close(db);
}
END_TEST

START_TEST(literal_statement_decides_the_position)
{
    static const struct {
        enum stance stance;
        int held, use;
        bool is_about_use;
        enum position shown;
    } rows[] = {
        {STANCE_NCND, HELD_CONFIRM, -1, true, POSITION_CONFIRM},
        {STANCE_DISCLOSED, HELD_NCND, -1, true, POSITION_NCND},
        {STANCE_REFUSED_COST, HELD_DENY, -1, true, POSITION_DENY},
        {STANCE_NOT_HELD, HELD_NONE, -1, true, POSITION_DENY},
        {STANCE_HELD_S21, -1, -1, true, POSITION_CONFIRM},
        {STANCE_UNREAD, -1, -1, true, POSITION_SILENT},
        {STANCE_HELD_PART, -1, -1, true, POSITION_CONFIRM},
        {STANCE_HELD_PART, HELD_NCND, -1, true, POSITION_NCND},
        {STANCE_EXTENDED, -1, -1, true, POSITION_SILENT},
        {STANCE_EXTENDED, HELD_CONFIRM, -1, false, POSITION_CONFIRM},
        /* What it says about use goes first, where use is what it is about (clause 49). */
        {STANCE_DISCLOSED, HELD_CONFIRM, HELD_DENY, true, POSITION_DENY},
        {STANCE_DISCLOSED, -1, HELD_DENY, false, POSITION_CONFIRM},
        {STANCE_REFUSED_COST, HELD_NONE, HELD_CONFIRM, true, POSITION_CONFIRM},
        {STANCE_NOT_HELD, -1, HELD_NONE, true, POSITION_DENY},
        {STANCE_HELD_PART, HELD_CONFIRM, HELD_NCND, true, POSITION_NCND},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(shown_position(rows[i].stance, rows[i].held, rows[i].use,
                                     rows[i].is_about_use) == rows[i].shown,
                      "row %zu", i);
}
END_TEST

static const struct {
    const char *word;
    int meaning;
} answers[] = {
    {"yes", 1}, {"YES ", 1}, {"true", 1}, {"1", 1},  {"y", 1},   {"no", 0},    {"False", 0},
    {"0", 0},   {"N", 0},    {"", -1},    {"2", -1}, {"ye", -1}, {"yes!", -1}, {"unknown", -1},
};

START_TEST(yes_or_no)
{
    ck_assert_int_eq(yes_no_parse(slice_of(answers[_i].word)), answers[_i].meaning);
}
END_TEST

static const struct {
    const char *value;
    bool is_unknown;
} unknowns[] = {
    {"", true},  {"  ", true},  {"unknown", true}, {" Unknown ", true}, {"N/A", true},
    {"-", true}, {"--", false}, {"na", false},     {"none", false},     {"0", false},
};

START_TEST(not_known)
{
    ck_assert_int_eq(means_unknown(slice_of(unknowns[_i].value)), unknowns[_i].is_unknown);
}
END_TEST

static const struct {
    const char *text, *word;
} near[] = {
    {"intial", "initial"},
    {"Internal Review", "internal_review"},
    {"internal-revue", "internal_review"},
    {"tribunals", "tribunal"},
    {"icco", "ico"},
    {"xyz", NULL},
    {"", NULL},
    {"something else entirely", NULL},
};

START_TEST(nearest_word)
{
    const char *word = vocabulary_nearest(&stages, slice_of(near[_i].text));
    ck_assert(near[_i].word ? word && strcmp(word, near[_i].word) == 0 : !word);
}
END_TEST

START_TEST(words_are_listed)
{
    char all[80];
    vocabulary_list(&stages, all, sizeof all);
    ck_assert_str_eq(all, "initial, internal_review, ico, tribunal");
}
END_TEST

Suite *suite_domain_vocabulary(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("domain/vocabulary", &tcase);
    ADD_TABLE_TEST(tcase, codes_of_words, words);
    ADD_TABLE_TEST(tcase, schema_repeats_the_words, tables);
    tcase_add_test(tcase, literal_statement_decides_the_position);
    ADD_TABLE_TEST(tcase, yes_or_no, answers);
    ADD_TABLE_TEST(tcase, not_known, unknowns);
    ADD_TABLE_TEST(tcase, nearest_word, near);
    tcase_add_test(tcase, words_are_listed);
    return suite;
}
