/* SPDX-License-Identifier: MIT
 * Kinds of silence: each in silences.csv, on the map and in the headline, and never counted as
 * another; how old a position is.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char forces[] = "force_id,name,nation,kind,regime\n"
                             "kent,Kent Police,England,territorial,FOIA\n"
                             "essex,Essex Police,England,territorial,FOIA\n"
                             "dorset,Dorset Police,England,territorial,FOIA\n";

#define HEADER                                                                                     \
    "response_id,force_id,request_id,question_id,tool_id,date_responded,stance,use_statement\n"
#define KENT(id, request, question, day, stance)                                                   \
    id ",kent," request "," question ",argus," day "," stance ",\n"
/* Somebody has a position, so that there is a headline. */
#define ESSEX                       "e1,essex,7001/24,,argus,2024-02-20,ncnd,\n"
#define ASKED(force, received, day) "7001/24," force "," received "," day "\n"

static void write_pack(const char *responses, const char *circulation)
{
    char *text = NULL;
    mkdir(running_path("pack"), 0777);
    running_write("pack/forces.csv", forces);
    running_write("pack/requests.csv", "request_id,title,tool_id\n7001/24,First,argus\n");
    ck_assert(asprintf(&text, HEADER ESSEX "%s", responses) > 0);
    running_write("pack/responses.csv", text);
    free(text);
    ck_assert(asprintf(&text, "request_id,force_id,received,date_received\n%s", circulation) > 0);
    running_write("pack/circulation.csv", text);
    free(text);
}

#define AUDIT(...) RUN_IN(running_work, "audit", "--quiet", "--format", "csv,json", __VA_ARGS__)

/* What is known of Kent, and what silence that is: to request 7001/24, and about the tool. */
static const struct {
    const char *responses, *circulation, *of_request, *of_tool;
} kinds[] = {
    {"", "", "unknown", "unknown"},
    {"", ASKED("kent", "no", ""), "not_asked", "not_asked"},
    {"", ASKED("kent", "yes", "2024-01-05"), "unanswered", "unanswered"},
    {"", ASKED("kent", "", ""), "unanswered", "unanswered"},
    /* of a letter, whatever circulation.csv says */
    {KENT("k1", "7001/24", "", "2024-02-01", "refused_cost"), ASKED("kent", "no", ""),
     "refused_cost", "refused_cost"},
    {KENT("k1", "7001/24", "", "2024-02-01", "refused_vexatious"), "", "refused_vexatious",
     "refused_vexatious"},
    {KENT("k1", "7001/24", "", "2024-02-01", "clarification"), "", "clarification",
     "clarification"},
    {KENT("k1", "7001/24", "", "2024-02-01", "transferred"), "", "transferred", "transferred"},
    {KENT("k1", "7001/24", "", "2024-02-01", "extended"), "", "extended", "extended"},
    {KENT("k1", "7001/24", "", "2024-02-01", "other"), "", "other", "other"},
    {KENT("k1", "7001/24", "", "2024-02-01", "unread"), "", "unread", "unread"},
    /* somebody wrote down that there was no answer */
    {KENT("k1", "7001/24", "", "", "no_response"), "", "unanswered", "unanswered"},
    /* the latest of several; no_response is no letter; what nobody has read goes first */
    {KENT("k1", "7001/24", "", "2024-02-01", "extended")
         KENT("k2", "7001/24", "", "2024-03-01", "refused_cost"),
     "", "refused_cost", "refused_cost"},
    {KENT("k1", "7001/24", "", "2024-02-01", "refused_cost")
         KENT("k2", "7002/24", "", "", "no_response"),
     "", "refused_cost", "refused_cost"},
    {KENT("k1", "7001/24", "", "2024-02-01", "unread")
         KENT("k2", "7001/24", "", "2024-03-01", "refused_cost"),
     "", "unread", "unread"},
    /* an answer to another request is none to this one; the tool has its own */
    {KENT("k1", "7002/24", "", "2024-02-01", "refused_cost"), ASKED("kent", "yes", "2024-01-05"),
     "unanswered", "refused_cost"},
    {KENT("k1", "7002/24", "", "2024-02-01", "disclosed"), ASKED("kent", "yes", "2024-01-05"),
     "unanswered", ""},
    /* a position, and no silence */
    {KENT("k1", "7001/24", "", "2024-02-01", "ncnd"), ASKED("kent", "no", ""), "", ""},
};

static void check_kind(const char *request, const char *expected)
{
    char *sql = NULL;
    ck_assert(
        asprintf(&sql,
                 "SELECT CASE WHEN EXISTS (SELECT 1 FROM v_matrix WHERE force_id = 'kent' AND "
                 "position <> 'silent' AND ('%s' = '' OR request_id = '%s')) THEN '' ELSE "
                 "coalesce((SELECT kind FROM v_silences WHERE force_id = 'kent' AND "
                 "coalesce(request_id, '') = '%s'), 'unknown') END",
                 request, request, request) > 0);
    running_check_query("out", sql, expected);
    free(sql);
}

START_TEST(each_kind_is_told)
{
    write_pack(kinds[_i].responses, kinds[_i].circulation);
    running_check(AUDIT("pack", "-o", "out"), 0, NULL, NULL);
    check_kind("7001/24", kinds[_i].of_request);
    check_kind("", kinds[_i].of_tool);
}
END_TEST

/* An answer that the last audit had is neither missing nor was it never asked for. */
START_TEST(what_is_gone_is_withdrawn)
{
    static const char answered[] = KENT("k1", "7001/24", "", "2024-02-01", "ncnd");
    write_pack(answered, _i ? ASKED("kent", "yes", "2024-01-05") : "");
    running_check(AUDIT("pack", "-o", "out"), 0, NULL, NULL);
    write_pack("", _i ? ASKED("kent", "yes", "2024-01-05") : "");
    running_check(AUDIT("pack", "-o", "later", "--baseline", "out/audit.db"), 0, NULL, NULL);
    running_check_query("later",
                        "SELECT group_concat(coalesce(request_id, '-') || ' ' || kind || ' ' || "
                        "response_ids, ', ') FROM v_silences WHERE force_id = 'kent'",
                        "- withdrawn k1, 7001/24 withdrawn k1");
    size_t size = 0;
    char *summary = support_read_file(running_path("later/summary.json"), &size);
    ck_assert_msg(strstr(summary, "1 has an answer that is withdrawn from the pack") != NULL, "%s",
                  summary);
    free(summary);
}
END_TEST

/* Every kind has a sign and a word of its own. */
START_TEST(kinds_differ)
{
    write_pack("", "");
    running_check(AUDIT("pack", "-o", "out"), 0, NULL, NULL);
    running_check_query("out",
                        "SELECT count(*) = 11 AND count(DISTINCT letter) = 11 AND count(DISTINCT "
                        "word) = 11 AND sum(letter IN ('C', 'D', 'N', 'P')) = 0 FROM silence_kind",
                        "1");
}
END_TEST

/* As of 2024-02-20, which is the day of the latest letter. */
static const struct {
    const char *day, *years, *expected;
} ages[] = {
    {"2021-02-19", NULL, "2021 1"}, {"2021-02-20", NULL, "2021 0"}, {"2021-02", NULL, "2021 0"},
    {"2021-01", NULL, "2021 1"},    {"2020", NULL, "2020 1"},       {"2021-02-19", "4", "2021 0"},
    {"2023-02-19", "1", "2023 1"},  {"", NULL, "undated"},
};

START_TEST(old_positions_are_told)
{
    char *row = NULL;
    ck_assert(asprintf(&row, KENT("k1", "7001/24", "", "%s", "disclosed"), ages[_i].day) > 0);
    write_pack(row, "");
    free(row);
    running_check(ages[_i].years ? AUDIT("pack", "-o", "out", "--as-of", "2024-02-20",
                                         "--old-after", ages[_i].years)
                                 : AUDIT("pack", "-o", "out", "--as-of", "2024-02-20"),
                  0, NULL, NULL);
    running_check_query("out",
                        "SELECT coalesce(year || ' ' || is_old, 'undated') FROM v_position_age "
                        "JOIN force USING (force_no) WHERE force_id = 'kent'",
                        ages[_i].expected);
}
END_TEST

static const char *const wrong_ages[] = {"0", "101", "three", "-1", "2.5", "", "1000"};

START_TEST(wrong_ages_are_refused)
{
    write_pack("", "");
    running_check(AUDIT("pack", "-o", "out", "--old-after", wrong_ages[_i]), 2, NULL,
                  "--old-after takes a whole number of years from 1 to 100");
}
END_TEST

Suite *suite_cmd_silences(void)
{
    TCase *c;
    Suite *suite = suite_with_case("cmd/silences", &c);
    tcase_add_checked_fixture(c, running_begin, running_end);
    ADD_TABLE_TEST(c, each_kind_is_told, kinds);
    tcase_add_loop_test(c, what_is_gone_is_withdrawn, 0, 2);
    tcase_add_test(c, kinds_differ);
    ADD_TABLE_TEST(c, old_positions_are_told, ages);
    ADD_TABLE_TEST(c, wrong_ages_are_refused, wrong_ages);
    return suite;
}
