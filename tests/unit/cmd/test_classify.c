/* SPDX-License-Identifier: MIT
 * From letters to an audit: packs made from what was read, and decisions of persons.
 */
#include "letter_files.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SPLIT                                                                                      \
    "<!DOCTYPE html><html><body><p>Surrey Police</p><p>Date: 3 February 2025</p><p>You asked:</p>" \
    "<p>1. Do you use it?</p><p>2. What did it cost?</p><p>Decision</p><p>Q1. No information is "  \
    "held.</p><p>Q2. Surrey Police can neither confirm nor deny that it holds the information by " \
    "virtue of section 31(3).</p><p>You may ask for an internal review.</p></body></html>"

#define HEAD "response_id,force_id,request_id,tool_id,stance,exemptions,text,text_file,Team\n"

static void write_pack(const char *rows)
{
    char csv[8000];
    letter_files_folder("pack");
    snprintf(csv, sizeof csv, HEAD "%s", rows);
    running_write("pack/responses.csv", csv);
    running_write("pack/split.html", SPLIT);
    running_write("pack/notes.txt", "any bytes\r\n");
}

/* What is sure goes into what is empty; what somebody has written stays. */
START_TEST(a_new_pack_takes_what_is_sure)
{
    write_pack("s1,surrey,1/24,t,,,,split.html,A\nk1,kent,1/24,t,,,\"" KENT "\",,B\n"
               "e1,essex,1/24,t,held_exempt,31(1),\"" ESSEX "\",,C\n"
               "e2,essex,2/24,t,ncnd,31(3); 24(2),\"" ESSEX "\",,C\n"
               "n1,norfolk,1/24,t,,,Thank you for your request.,,D\n"
               "n1,norfolk,1/24,t,,,Thank you for your request.,,D\n");
    running_check(RUN_IN(running_work, "classify", "pack", "--apply", "-o", "new"), 0,
                  "6 rows: 4 read by machine, 1 left unread for a person, 1 as they were.\n2 "
                  "differences to look at in differences.csv.\nNext: concord audit new\n",
                  NULL);
    letter_files_check("new/responses.csv", "s1:Q1,surrey,1/24,t,not_held,,,letters/", true);
    letter_files_check("new/responses.csv", "s1:Q2,surrey,1/24,t,ncnd,31(3),,letters/", true);
    letter_files_check("new/responses.csv", "k1,kent,1/24,t,held_exempt,31(1),\"Kent Police\nOur",
                       true);
    letter_files_check("new/responses.csv", "e1,essex,1/24,t,held_exempt,31(1),", true);
    letter_files_check("new/differences.csv", "filled by hand,e1,,stance,held_exempt,ncnd\n", true);
    letter_files_check("new/differences.csv", "e2", false);
    letter_files_check("new/notes.txt", "any bytes\r\n", true);
    letter_files_check("new/split.html", SPLIT, true);
    running_check(RUN_IN(running_work, "audit", "new", "--strict", "-o", "out", "--format", "csv"),
                  0, "1 row has a letter and no stance. To read them: concord classify new", NULL);
    running_check_query(
        "out", "SELECT group_concat(column_name || value) FROM carried_value WHERE line = 2",
        "TeamA");
    letter_files_check("pack/responses.csv", "s1,surrey,1/24,t,,,,split.html,A\n", true);
}
END_TEST

/* What one reading leaves for a person the next does not decide, whatever it knows more or less. */
static const struct {
    const char *what, *name, *letter;
} left_for_a_person[] = {
    {"words of another force in the head", "south-yorkshire.txt",
     "South Yorkshire Police\nDate: 3 February 2025\n\nDear Requester,\n\nYou told us that West "
     "Yorkshire Police confirmed that it uses Palantir, and that North Yorkshire Police would "
     "neither confirm nor deny.\n\nQuestion 1. Do you?\nAnswer 1. Not at present.\nQuestion 2. "
     "Will you?\nAnswer 2. None is held.\n"},
    {"two readings", "kent.txt",
     "Kent Police\nDate: 14 January 2025\n\nDecision\n\nWe confirm that the information is held. "
     "It is exempt by virtue of sections 24(2) and 31(3) of the Act.\n"},
    {"struck out, which the text of the pack does not show", "kent.html",
     "<html><body><p>Kent Police</p><p>Date: 3 March 2025</p><p>Decision</p><p>No information is "
     "held.</p><del>Yes, it is held from 2022.</del></body></html>"},
};

START_TEST(no_second_reading_decides)
{
    char name[100];
    letter_files_folder("letters");
    running_write("letters/surrey.html", SPLIT);
    snprintf(name, sizeof name, "letters/%s", left_for_a_person[_i].name);
    running_write(name, left_for_a_person[_i].letter);
    running_check(RUN_IN(running_work, "classify", "letters", "--apply", "--request", "995/24",
                         "--tool", "palantir", "-o", "first"),
                  0, "2 read by machine", NULL);
    letter_files_check("first/responses.csv", ",undecided,", true);
    running_check(RUN_IN(running_work, "classify", "first", "--apply", "-o", "second"), 0,
                  "left unread for a person, 2 as they were.", NULL);
    letter_files_check("second/responses.csv", ",undecided,", true);
}
END_TEST

#define DECISIONS                                                                                  \
    "letter_id,response_id,text_sha256,force_id,question_id,reading,stance,exemptions,decision,"   \
    "d_stance,d_exemptions,decided_by,decided_on\n"

/* The digest of the text of a row, as `classify` gives it; the caller frees. */
static char *digest_of(const char *response_id)
{
    char command[500];
    unlink(running_path("digest"));
    snprintf(
        command, sizeof command,
        "rm -rf lists; \"$CONCORD\" classify pack -o lists >/dev/null && grep -o '^[0-9a-f]*,%s,"
        ".*' lists/proposals.csv | head -n 1 | grep -oE '[0-9a-f]{64}' | tail -n 1 | tr -d '\\n' "
        ">digest",
        response_id);
    const char *const shell[] = {"sh", "-c", command, NULL};
    running_check(support_run(running_work, NULL, shell), 0, NULL, NULL);
    size_t size = 0;
    char *digest = support_read_file(running_path("digest"), &size);
    ck_assert_uint_eq(size, 64);
    return digest;
}

static void review(const char *decision, const char *stance, const char *role, int code,
                   const char *expected)
{
    char *digest = digest_of("k1"), csv[1000];
    snprintf(csv, sizeof csv, DECISIONS "x,k1,%s,kent,,A,held_exempt,31(1),%s,%s,,%s,2025-03-04\n",
             digest, decision, stance, role);
    free(digest);
    running_write("filled.csv", csv);
    running_check(RUN_IN(running_work, "classify", "--review", "filled.csv", "pack"), code,
                  expected, NULL);
}

static void check_applied(const char *expected)
{
    const char *const shell[] = {"sh", "-c", "rm -rf new", NULL};
    running_check(support_run(running_work, NULL, shell), 0, NULL, NULL);
    running_check(RUN_IN(running_work, "classify", "pack", "--apply", "-o", "new"), 0, NULL, NULL);
    letter_files_check("new/responses.csv", expected, true);
}

/* Decisions are only added; the later stands above the earlier, and above what is read. */
START_TEST(a_decision_stands)
{
    write_pack("k1,kent,1/24,t,,,\"" KENT "\",,B\n");
    review("change", "ncnd", "FOI lead", 0, "1 line: 1 decided, 0 decided so before");
    letter_files_check("pack/codings.csv", ",stance,ncnd,A,FOI lead,2025-03-04,", true);
    review("change", "ncnd", "FOI lead", 0,
           "0 decided, 1 decided so before, 0 undecided, 0 refused. "
           "codings.csv has 0 rows more.");
    check_applied("k1,kent,1/24,t,ncnd,31(1),");
    letter_files_check("new/responses.csv", ",person,,", true);
    review("accept A", "", "FOI lead", 0, "1 decided");
    check_applied("k1,kent,1/24,t,held_exempt,31(1),");
    review("change", "ncnd", "FOI lead", 0, "1 decided");
    check_applied("k1,kent,1/24,t,ncnd,31(1),");
    review("not a response", "", "FOI lead", 0, "1 decided");
    const char *const shell[] = {"sh", "-c", "rm -rf new", NULL};
    running_check(support_run(running_work, NULL, shell), 0, NULL, NULL);
    running_check(RUN_IN(running_work, "classify", "pack", "--apply", "-o", "new"), 0,
                  "1 left out: no responses.", NULL);
    letter_files_check("new/differences.csv", "no response: left out,k1", true);
    review("accept A", "", "FOI lead", 0, "1 decided");
    check_applied("k1,kent,1/24,t,held_exempt,31(1),");
    running_check(RUN_IN(running_work, "check", "new", "--strict"), 0, "codings.csv", NULL);
}
END_TEST

/* What cannot be taken is named with its line and column, and the others are. */
static const struct {
    const char *decision, *stance, *role, *expected;
} bad_decisions[] = {
    {"accept B", "", "FOI lead", "filled.csv:2: decision: there is no reading B of it"},
    {"change", "perhaps", "FOI lead", "filled.csv:2: d_stance: \"perhaps\" is no stance"},
    {"change", "", "FOI lead", "filled.csv:2: d_stance: nothing says what shall be changed"},
    {"accept C", "", "FOI lead", "    Write one of: accept A, accept B, change, not a response."},
    {"acept B", "", "FOI lead", "    Did you mean accept B? It is one of: accept A, accept B,"},
    {"maybe", "", "FOI lead", "filled.csv:2: decision: \"maybe\" is no decision"},
    {"accept A", "", "", "filled.csv:2: decided_by: nothing says who decided"},
    {"accept A", "ncnd", "FOI lead", "filled.csv:2: d_stance: a reading is accepted"},
    {"", "ncnd", "FOI lead", "filled.csv:2: decision: there is a value, and no decision"},
    {"", "", "", "1 line: 0 decided, 0 decided so before, 1 undecided, 0 refused."},
};

START_TEST(a_bad_decision_is_named)
{
    write_pack("k1,kent,1/24,t,,,\"" KENT "\",,B\n");
    bool is_undecided = !*bad_decisions[_i].decision && !*bad_decisions[_i].stance;
    review(bad_decisions[_i].decision, bad_decisions[_i].stance, bad_decisions[_i].role,
           is_undecided ? 0 : 1, bad_decisions[_i].expected);
    ck_assert_int_ne(access(running_path("pack/codings.csv"), F_OK), 0);
}
END_TEST

START_TEST(a_decision_on_another_text_is_stale)
{
    write_pack("k1,kent,1/24,t,,,\"" KENT "\",,B\n");
    char *digest = digest_of("k1"), csv[1000];
    snprintf(csv, sizeof csv,
             DECISIONS "x,k1,%s,kent,,A,held_exempt,31(1),accept A,,,FOI lead,2025-03-04\n"
                       "x,k2,%s,kent,,A,held_exempt,31(1),accept A,,,FOI lead,2025-03-04\n",
             digest, digest);
    free(digest);
    running_write("filled.csv", csv);
    running_write("pack/responses.csv", HEAD "k1,kent,1/24,t,,,\"" KENT "And more.\",,B\n");
    running_check(RUN_IN(running_work, "classify", "--review", "filled.csv", "pack"), 1,
                  "filled.csv:2: decision: stale: the text of the letter has changed", NULL);
    running_check(RUN_IN(running_work, "classify", "--review", "filled.csv", "pack"), 1,
                  "filled.csv:3: decision: the pack has no such letter", NULL);
    running_check(
        RUN_IN(running_work, "classify", "--review", "filled.csv", "pack", "--fail-on-review"), 1,
        "2 lines: 0 decided, 0 decided so before, 0 undecided, 2 refused.", NULL);
}
END_TEST

/* Codings are kept with the version that had read the letter when they were made. */
static void decide_with(const char *version, const char *field, const char *value)
{
    char *digest = digest_of("k1"), csv[1500];
    const char *const current[] = {
        "sh", "-c",
        "\"$CONCORD\" classify pack --json | sed -n 's/.*\"classifier\": "
        "\"\\(.*\\)\".*/\\1/p' | head -n 1 | tr -d '\\n' >version",
        NULL};
    running_check(support_run(running_work, NULL, current), 0, NULL, NULL);
    size_t size = 0;
    char *now = support_read_file(running_path("version"), &size);
    ck_assert_uint_gt(size, 10);
    snprintf(
        csv, sizeof csv,
        "decision_id,text_sha256,force_id,request_id,stage,response_id,question_id,field,value,"
        "proposed,decided_by,decided_on,reason,classifier\n"
        "d1,%s,kent,1/24,,k1,,%s,%s,A,FOI lead,2025-03-04,,%s\n",
        digest, field, value, version ? version : now);
    running_write("pack/codings.csv", csv);
    free(digest);
    free(now);
}

#define TWO_READINGS                                                                               \
    "Kent Police\nDate: 14 January 2025\n\nDecision\n\nWe confirm that the information is held. "  \
    "It is "                                                                                       \
    "exempt by virtue of sections 24(2) and 31(3) of the Act.\n\nYou may ask for an internal "     \
    "review.\n"

static const struct {
    const char *what, *version, *field, *value, *listed; /* NULL: nothing */
    bool has_two_readings;
} disagreements[] = {
    {"another stance", "0.0.9 000000000000", "stance", "ncnd", "k1,,stance,ncnd,held_exempt",
     false},
    {"other exemptions", "0.0.9 000000000000", "exemptions", "31(1);24(1)",
     "k1,,exemptions,31(1);24(1),31(1)", false},
    {"something where nothing was decided", "0.0.9 000000000000", "exemptions", "",
     "k1,,exemptions,,31(1)", false},
    {"a response after all", "0.0.9 000000000000", "is_response", "no", "k1,,is_response,no,yes",
     false},
    {"the same", "0.0.9 000000000000", "stance", "held_exempt", NULL, false},
    {"read by this version", NULL, "stance", "ncnd", NULL, false},
    {"nothing, twice", "0.0.9 000000000000", "link", "", NULL, false},
    {"the second of two readings", "0.0.9 000000000000", "stance", "held_exempt", NULL, true},
    {"neither of two readings", "0.0.9 000000000000", "stance", "not_held",
     "k1,,stance,not_held,ncnd", true},
    {"a list in another order", "0.0.9 000000000000", "exemptions", "31(3);24(2)", NULL, true},
};

/* What a person has decided stands; a later version that reads otherwise is listed. */
START_TEST(the_program_disagrees)
{
    const char *listed = disagreements[_i].listed;
    char row[200] = "", line[200] = "";
    write_pack(disagreements[_i].has_two_readings ? "k1,kent,1/24,t,,,\"" TWO_READINGS "\",,B\n"
                                                  : "k1,kent,1/24,t,,,\"" KENT "\",,B\n");
    decide_with(disagreements[_i].version, disagreements[_i].field, disagreements[_i].value);
    struct support_output told = RUN_IN(running_work, "classify", "pack", "--json");
    ck_assert_msg((strstr(told.out, "\"decided_by\"") != NULL) == (listed != NULL), "%s", told.out);
    support_output_done(&told);
    running_check(RUN_IN(running_work, "classify", "pack"), 0,
                  listed ? "The program disagrees with a person, whose decision stands:\n    k1 of "
                           "Kent Police: "
                         : "1 row of 1 letter",
                  NULL);
    running_check(RUN_IN(running_work, "classify", "pack", "--apply", "-o", "new"), 0, NULL, NULL);
    snprintf(row, sizeof row, "the program disagrees,%s\n", listed ? listed : "");
    if (listed)
        letter_files_check("new/differences.csv", row, true);
    /* In the audit of either pack it is listed, and the decision counts. */
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--format", "html"), 0,
                  listed ? "The program disagrees with a person on 1 field: the decision stands"
                         : "as of",
                  NULL);
    snprintf(line, sizeof line, "%s", listed ? "1" : "0");
    running_check_query("out", "SELECT count(*) FROM disagreement", line);
    letter_files_check("out/report.html", "<a href=\"#disagreements\">the program disagrees</a>",
                       listed != NULL);
    letter_files_check("out/report.html", "id=\"disagreements\"", listed != NULL);
}
END_TEST

/* Whatever this version reads, a stance that was decided is what the audit counts. */
START_TEST(a_decision_stands_against_another_version)
{
    write_pack("k1,kent,1/24,t,,,\"" KENT "\",,B\n");
    decide_with("0.0.9 000000000000", "stance", "ncnd");
    running_check(RUN_IN(running_work, "classify", "pack", "--apply", "-o", "new"), 0, NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "new", "-o", "out", "--format", "html,csv"), 0,
                  "The program disagrees with a person on 1 field", NULL);
    running_check_query("out", "SELECT stance || ' ' || coded_by FROM v_responses", "ncnd person");
    letter_files_check(
        "out/report.html",
        "<td class=\"word\">stance</td><td><strong><bdi>ncnd</bdi></strong><span "
        "class=\"note\"><bdi>FOI lead</bdi>, 2025-03-04</span></td><td><bdi>held_exempt</bdi>",
        true);
    decide_with(NULL, "stance", "ncnd");
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "again", "--format", "csv"), 0, NULL,
                  NULL);
    running_check_query("again", "SELECT count(*) FROM disagreement", "0");
}
END_TEST

Suite *suite_cmd_classify(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/classify", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, a_new_pack_takes_what_is_sure);
    ADD_TABLE_TEST(tcase, no_second_reading_decides, left_for_a_person);
    tcase_add_test(tcase, a_decision_stands);
    ADD_TABLE_TEST(tcase, a_bad_decision_is_named, bad_decisions);
    tcase_add_test(tcase, a_decision_on_another_text_is_stale);
    ADD_TABLE_TEST(tcase, the_program_disagrees, disagreements);
    tcase_add_test(tcase, a_decision_stands_against_another_version);
    return suite;
}
