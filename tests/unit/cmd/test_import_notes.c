/* SPDX-License-Identifier: MIT
 * What somebody wrote down as the outcome of a request, and what becomes of it in the pack.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One cell, and of responses.csv stance, partial_ncnd, exemptions; of proposals.csv reading B where
 * a person must look ("": there is none; NULL: nobody must). */
static const struct {
    const char *cell, *stance, *partial, *exemptions, *other;
} notes[] = {
    {"NCND", "ncnd", "", "", NULL},
    {"NCND s31(3)/24(2)", "ncnd", "", "31(3); 24(2)", NULL},
    {"NCND - s.31(3), s.24(2) and 23(5)", "ncnd", "", "31(3); 24(2); 23(5)", NULL},
    {"N.C.N.D. (all)", "ncnd", "", "", NULL},
    {"Cannot confirm nor deny", "ncnd", "", "", NULL},
    {"Force can neither confirm nor deny information held", "ncnd", "", "", NULL},
    {"Refused to confirm or deny – s31(3)", "ncnd", "", "31(3)", NULL},
    {"Does not hold", "not_held", "", "", NULL},
    {"Holds no information", "not_held", "", "", NULL},
    {"No info held", "not_held", "", "", NULL},
    {"Not held by Kent Police", "not_held", "", "", NULL},
    {"INH", "not_held", "", "", ""},
    {"Not held - advised to contact Home Office", "not_held", "", "", NULL},
    {"Extended - PIT", "extended", "", "", NULL},
    {"PIT extension to 20 Jan (s31)", "extended", "", "31", NULL},
    {"Cost limit exceeded", "refused_cost", "", "", NULL},
    {"Refused (s12)", "refused_cost", "", "12", NULL},
    {"Refused - section 14(1)", "refused_vexatious", "", "14(1)", NULL},
    {"Refused under section 31(1)(a)", "held_exempt", "", "31(1)(a)", NULL},
    {"Held but exempt s31(1)(a) & (b)", "held_exempt", "", "31(1)(a)(b)", NULL},
    {"s21", "held_s21", "", "21", NULL},
    {"Already published", "held_s21", "", "", NULL},
    {"Refused EIR 12(4)(b)", "held_exempt", "", "EIR 12(4)(b)", NULL},
    {"EIR 12(4)(a)", "not_held", "", "EIR 12(4)(a)", NULL},
    {"Disclosed", "disclosed", "", "", NULL},
    {"Info released, s40(2) redactions", "disclosed", "", "40(2)", NULL},
    {"Clarification sought", "clarification", "", "", NULL},
    {"No response", "no_response", "", "", NULL},
    {"Not held, partial NCND", "not_held", "yes", "", NULL},
    /* The limb of an NCND where no word says NCND. */
    {"s31(3)", "ncnd", "", "31(3)", "held_exempt"},
    {"Refused s31(3)", "ncnd", "", "31(3)", "held_exempt"},
    {"Withheld: 24(2)", "ncnd", "", "24(2)", "held_exempt"},
    {"Not held, s31(3)", "not_held", "yes", "31(3)", "ncnd"},
    {"Disclosed; 40(5)", "disclosed", "yes", "40(5)", "ncnd"},
    {"Held, s23(5)", "held_exempt", "yes", "23(5)", "ncnd"},
    {"Clarification, s30(3)", "clarification", "", "30(3)", "ncnd"},
    {"s12; s31(3)", "refused_cost", "yes", "12; 31(3)", "ncnd"},
    {"s31(1); s27(4)", "held_exempt", "yes", "31(1); 27(4)", "ncnd"},
    /* What is doubtful otherwise. */
    {"Refused - s.31", "other", "", "31", "ncnd"},
    {"Refused", "unread", "", "", ""},
    {"Refused - law enforcement", "unread", "", "", ""},
    {"Denied s31(1)", "held_exempt", "", "31(1)", ""},
    {"Partially disclosed", "disclosed", "", "", ""},
    {"Partially disclosed - s40(2)", "disclosed", "", "40(2)", ""},
    {"Not held / NCND s31(3)", "not_held", "yes", "31(3)", ""},
    {"NCND and not held", "not_held", "yes", "", "ncnd"},
    {"Not held s31(1)", "not_held", "", "31(1)", "held_exempt"},
    {"NCND s12(2)", "ncnd", "", "12(2)", "refused_cost"},
    {"Refused s12 + s31(1)", "held_exempt", "", "12; 31(1)", ""},
    {"Yes", "unread", "", "", ""},
    {"See 3 letters of 2024", "unread", "", "", ""},
    {"has not been disclosed", "unread", "", "", ""},
    {"NCND Palantir", "ncnd", "", "", ""},
};

static const struct {
    const char *cell, *stance, *partial, *exemptions, *other;
} scottish[] = {
    {"Refused - s18 with s31(1)", "ncnd", "", "18; 31(1)", NULL},
    {"Refused s.35(1)(a)", "held_exempt", "", "35(1)(a)", NULL},
    {"s17", "not_held", "", "17", NULL},
    {"Not held, s18", "not_held", "yes", "18", "ncnd"},
    {"Not held, s31(3)", "not_held", "yes", "31(3)", "ncnd"},
};

static void check_has(const char *file, const char *part, const char *cell, bool is_there)
{
    ck_assert_msg((strstr(file, part) != NULL) == is_there, "%s: %s", cell, part);
}

static void check_note(const char *rows, const char *proposals, int number,
                       const char *const expected[5])
{
    char row[200], line[60];
    snprintf(row, sizeof row, ",R%d-,,,2025-02-03,%s,%s,,,%s,", number, expected[1], expected[2],
             expected[3]);
    check_has(rows, row, expected[0], true);
    snprintf(line, sizeof line, ",R%d-,,2025-02-03,A,note,", number);
    check_has(proposals, line, expected[0], expected[4] != NULL);
    snprintf(line, sizeof line, ",R%d-,,2025-02-03,B,note,%s", number,
             expected[4] ? expected[4] : "");
    check_has(proposals, line, expected[0], expected[4] && *expected[4]);
}

/* Read as far as it is sure; a person must look at the rest. */
START_TEST(notes_are_read_or_left_to_a_person)
{
    FILE *csv = fopen(running_path("t.csv"), "w");
    fputs("Force,Request,Outcome,Ref,Date replied\n", csv);
    int number = 0;
    for (size_t i = 0; i < LENGTH_OF(notes); i++, number++)
        fprintf(csv, "Kent,%d/24,\"%s\",R%d-,3/2/2025\n", number, notes[i].cell, number);
    for (size_t i = 0; i < LENGTH_OF(scottish); i++, number++)
        fprintf(csv, "Police Scotland,%d/24,\"%s\",R%d-,3/2/2025\n", number, scottish[i].cell,
                number);
    fclose(csv);
    running_check(
        RUN_IN(running_work, "import", "tracker", "t.csv", "--tool", "palantir", "-o", "pack"), 0,
        " 0 left out, 0 rejected, 0 seen twice.\n", NULL);
    running_check(RUN_IN(running_work, "check", "pack", "--strict"), 0, NULL, NULL);
    size_t size;
    char *rows = support_read_file(running_path("pack/responses.csv"), &size);
    char *proposals = support_read_file(running_path("pack/proposals.csv"), &size);
    number = 0;
    for (size_t i = 0; i < LENGTH_OF(notes); i++)
        check_note(rows, proposals, number++,
                   (const char *const[5]){notes[i].cell, notes[i].stance, notes[i].partial,
                                          notes[i].exemptions, notes[i].other});
    for (size_t i = 0; i < LENGTH_OF(scottish); i++)
        check_note(rows, proposals, number++,
                   (const char *const[5]){scottish[i].cell, scottish[i].stance, scottish[i].partial,
                                          scottish[i].exemptions, scottish[i].other});
    free(rows);
    free(proposals);
}
END_TEST

Suite *suite_cmd_import_notes(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/import_notes", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, notes_are_read_or_left_to_a_person);
    return suite;
}
