/* SPDX-License-Identifier: MIT
 * What somebody wrote down as the outcome of a request, and what becomes of it in the pack.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One cell, and of responses.csv stance, partial_ncnd, exemptions; whether a person must look. */
static const struct {
    const char *force, *cell, *stance, *partial, *exemptions;
    bool is_review;
} notes[] = {
    {"Kent", "NCND", "ncnd", "", "", false},
    {"Kent", "NCND s31(3)/24(2)", "ncnd", "", "24(2); 31(3)", false},
    {"Kent", "NCND - s.31(3), s.24(2) and 23(5)", "ncnd", "", "23(5); 24(2); 31(3)", false},
    {"Kent", "Refused - s.31", "other", "", "31", true},
    {"Kent", "Refused s31(3)", "ncnd", "", "31(3)", false},
    {"Kent", "Refused under section 31(1)(a)", "held_exempt", "", "31(1)(a)", false},
    {"Kent", "Refused (s12)", "refused_cost", "", "12", false},
    {"Kent", "Refused - section 14(1)", "refused_vexatious", "", "14(1)", false},
    {"Kent", "s21", "held_s21", "", "21", false},
    {"Kent", "s31(1); s31(3)", "held_exempt", "yes", "31(1); 31(3)", true},
    {"Kent", "Refused", "unread", "", "", true},
    {"Kent", "Partially disclosed", "disclosed", "", "", true},
    {"Kent", "Partially disclosed - s40(2)", "disclosed", "", "40(2)", true},
    {"Kent", "Disclosed", "disclosed", "", "", false},
    {"Kent", "No info held", "not_held", "", "", false},
    {"Kent", "Not held / NCND s31(3)", "not_held", "yes", "31(3)", true},
    {"Kent", "Yes", "unread", "", "", true},
    {"Kent", "See 3 letters of 2024", "unread", "", "", true},
    {"Kent", "No response", "no_response", "", "", false},
    {"Police Scotland", "Refused - s18 with s31(1)", "ncnd", "", "18; 31(1)", false},
    {"Police Scotland", "Refused s.35(1)(a)", "held_exempt", "", "35(1)(a)", false},
};

static void check_cell(const char *column, const char *expected)
{
    char sql[300];
    snprintf(sql, sizeof sql, "SELECT group_concat(coalesce(%s, '')) FROM v_responses", column);
    running_check_query("out", sql, expected);
}

START_TEST(a_note_is_read_or_left_to_a_person)
{
    char csv[400], message[200];
    snprintf(csv, sizeof csv, "Force,Outcome,Date replied\n%s,\"%s\",3/2/2025\n", notes[_i].force,
             notes[_i].cell);
    running_write("t.csv", csv);
    snprintf(message, sizeof message, "1 response, 0 acknowledgements, 0 still waiting.\n%s",
             notes[_i].is_review ? "1 row for a person to review: proposals.csv.\n" : "");
    struct support_output output = RUN_IN(running_work, "import", "tracker", "t.csv", "--request",
                                          "995/24", "--tool", "palantir", "-o", "pack");
    ck_assert_msg(output.code == 0 && strstr(output.out, message), "%s: %s%s", notes[_i].cell,
                  output.out, output.err);
    support_output_done(&output);
    ck_assert_int_eq(support_exists(running_path("pack/proposals.csv")), notes[_i].is_review);
    running_check(RUN_IN(running_work, "check", "pack", "--strict"), 0, NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--format", "csv"), 0, NULL,
                  NULL);
    check_cell("stance", notes[_i].stance);
    check_cell("partial_ncnd", notes[_i].partial);
    char exemptions[64];
    size_t length = 0;
    for (const char *c = notes[_i].exemptions; *c; c++)
        if (*c != ' ')
            exemptions[length++] = *c;
    exemptions[length] = '\0';
    check_cell("exemptions", exemptions);
}
END_TEST

Suite *suite_cmd_import_notes(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/import_notes", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, a_note_is_read_or_left_to_a_person, notes);
    return suite;
}
