/* SPDX-License-Identifier: MIT
 * The coder's note stands beside its row, and ends the message where all that a finding rests on
 * carries a caveat.
 */
#include "base/memory.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

#define RESPONSES "response_id,force_id,request_id,tool_id,stance,date_responded,note\n"

/* A note, and whether it carries a caveat. */
static const struct {
    const char *note;
    bool has_caveat;
} notes[] = {
    {"may be standard text", true},
    {"Second-hand", true},
    {"known SECOND HAND only", true},
    {"secondhand", true},
    {"letter not seen", true},
    {"the letter was not  seen", true},
    {"inferred from the review", true},
    {"date inferred", true},
    {"quoted in a newspaper", true},
    {"summary only", true},
    {"unclear", true},
    {"seen, and not inferred", false},
    {"not second-hand: the letter itself", false},
    {"seen on the force's site", false},
    {"the unseeing eye", false},
    {"Unclearwater Farm", false},
    {"holds for 2024", false},
    {"0", false},
};

static void write_pack(const char *first, const char *second)
{
    SCOPED_TEXT text = memory_print(RESPONSES "a,kent,1/24,t,not_held,2024-01-02,\"%s\"\n"
                                              "b,essex,1/24,t,ncnd,2024-01-03,\"%s\"\n",
                                    first, second);
    running_write("notes.csv", text);
}

static void audit(void)
{
    running_check(RUN_IN(running_work, "audit", "notes.csv", "-o", "out", "--format",
                         "csv,json,html,xlsx", "--quiet"),
                  0, NULL, NULL);
}

START_TEST(a_note_carries_a_caveat)
{
    write_pack(notes[_i].note, "may be standard text");
    audit();
    running_check_query("out",
                        "SELECT count(*) FROM finding WHERE rule_id IN ('X02', 'X10') AND "
                        "instr(message, 'Caveat: ')",
                        notes[_i].has_caveat ? "2" : "0");
}
END_TEST

/* The notes of the two letters, the file of acknowledgements, and how the message of the rule
 * ends. */
static const struct {
    const char *first, *second, *acknowledgements, *rule, *end;
} messages[] = {
    {"not seen", "not seen", NULL, "X02", ". Caveat: not seen"},
    {"not seen", "inferred", NULL, "X02", ". Caveat: inferred; not seen"},
    {"not seen", "", NULL, "X02", "."},
    {"", "", NULL, "X02", "."},
    {"not\nseen\tby us", "inferred", NULL, "X02", ". Caveat: inferred; not seen by us"},
    /* the clauses that hold it */
    {"Month is that of the page; text \"\"may be standard text\"\". Seen in 2025; place inferred.",
     "not seen", NULL, "X02", ". Caveat: text \"may be standard text\"; place inferred.; not seen"},
    {"a\\; b not seen; c", "not seen", NULL, "X02", ". Caveat: b not seen; not seen"},
    /* what was published is evidence too; advice and statute have no notes */
    {"not seen", "", "a,kent,t,press_release,force,2024-01-01,", "G11", "."},
    {"not seen", "", "a,kent,t,press_release,force,2024-01-01,second-hand", "G11",
     ". Caveat: not seen; second-hand"},
    {"seen", "", "a,kent,t,press_release,force,2024-01-01,second-hand", "G11", "."},
};

START_TEST(a_message_ends_with_the_caveat)
{
    write_pack(messages[_i].first, messages[_i].second);
    running_check(
        support_run(running_work, NULL,
                    (const char *const[]){"sh", "-c",
                                          "mkdir pack && mv notes.csv pack/responses.csv", NULL}),
        0, NULL, NULL);
    SCOPED_TEXT record =
        memory_print("acknowledgement_id,force_id,tool_id,kind,publisher,date_published,note\n%s\n",
                     messages[_i].acknowledgements ? messages[_i].acknowledgements : "");
    running_write("pack/acknowledgements.csv", record);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--format", "csv", "--quiet"),
                  0, NULL, NULL);
    SCOPED_TEXT sql = memory_print("SELECT certainty || ' ' || (substr(message, -%zu) = '%s') FROM "
                                   "finding WHERE rule_id = '%s'",
                                   strlen(messages[_i].end), messages[_i].end, messages[_i].rule);
    running_check_query("out", sql, "certain 1");
    if (strcmp(messages[_i].end, ".") == 0)
        running_check_query("out", "SELECT count(*) FROM finding WHERE instr(message, 'Caveat')",
                            "0");
}
END_TEST

static const char hostile[] = "not seen <img src=x onerror=alert(1)> {{tool}} \xe2\x80\xae=1+1";

static void check_holds(const char *file, const char *text, bool holds)
{
    size_t size = 0;
    char *bytes = support_read_file(running_path(file), &size);
    ck_assert_msg((strstr(bytes, text) != NULL) == holds, "%s: %s", file, text);
    free(bytes);
}

START_TEST(notes_stand_beside_their_rows)
{
    write_pack(hostile, "seen");
    audit();
    check_holds("out/report.html", "not seen &lt;img src=x onerror=alert(1)&gt; {{tool}}", true);
    check_holds("out/report.html", "<img src=x onerror", false);
    check_holds("out/report.html", "Note: <bdi>seen</bdi>", true);
    check_holds("out/findings.json", "\"note\": \"seen\"", true);
    check_holds("out/findings.csv", "b: seen", true);
    check_holds("out/timeline.csv", ",seen\n", true);
    SCOPED_TEXT database = memory_copy(running_path("out/audit.db"));
    running_check(RUN("explain", database, "X02"), 0, "note: seen", NULL);
    running_check(RUN("explain", database, "X02"), 0, "U+202E=1+1", NULL);
    running_check(RUN("explain", database, "X02", "--json"), 0, "\"note\": \"seen\"", NULL);
}
END_TEST

/* Words, hyphens and spaces alone: they become a pattern. */
START_TEST(caveats_are_plain_words)
{
    write_pack("x", "y");
    audit();
    running_check_query("out",
                        "SELECT (count(*) > 20) || ' ' || sum(word GLOB '*[^a-z -]*' OR word = '') "
                        "FROM caveat_word",
                        "1 0");
}
END_TEST

Suite *suite_cmd_notes(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/notes", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, a_note_carries_a_caveat, notes);
    ADD_TABLE_TEST(tcase, a_message_ends_with_the_caveat, messages);
    tcase_add_test(tcase, notes_stand_beside_their_rows);
    tcase_add_test(tcase, caveats_are_plain_words);
    return suite;
}
