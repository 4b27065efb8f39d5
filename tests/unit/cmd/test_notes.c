/* SPDX-License-Identifier: MIT
 * The coder's note stands beside its row, and ends the message where all that a finding rests on
 * carries a caveat.
 */
#include "base/embedded.h"
#include "base/memory.h"
#include "reader/csv_reader.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RESPONSES "response_id,force_id,request_id,tool_id,stance,date_responded,note\n"

/* A note, and whether it carries a caveat; beside the examples and counter-examples of the data
 * file. */
static const struct {
    const char *note;
    bool has_caveat;
} notes[] = {
    {"cut off", true},
    {"Decision cut off", true},
    {"not shown", true},
    {"the question is not shown", true},
    {"copy is incomplete", true},
    {"from memory", true},
    {"coded from memory", true},
    {"summarised", true},
    {"text summarized", true},
    {"paraphrased", true},
    {"a newspaper reports that it was denied; letter not seen", true},
    {"Known only from a link in 0287-2025/26", true},
    {"decision not yet read", true},
    {"as recited by a later request; the letter itself not read", true},
    {"not only inferred", true},
    {"not just from memory", true},
    {"seen, not inferred, but second-hand", true},
    {"no inference on the year, the month is a guess", true},
    {"not seen in full", true},
    {"the letter was not  seen", true},
    {"not-seen", true},
    {"secondhand", true},
    {"SECOND HAND", true},
    {"truncated", true},
    {"extract only", true},
    {"the rest is missing", true},
    {"recalled by the coder", true},
    {"in our own words", true},
    {"quoted in “The Times”", true},
    {"not verbatim", true},
    {"No final answer seen", true},
    {"cut-off inside the questions", true},
    {"cut short", true},
    {"whether an NCND follows was cut off or absent", true},
    {"breaks off in mid-sentence", true},
    {"the text was shortened", true},
    {"an abridged copy", true},
    {"no answer; decision cut off", true},
    {"apparently denied", true},
    {"no date, month inferred", true},
    {"second hand: not checked", true},
    {"reported by the BBC", true},
    {"may be standard text", true},
    {"Second-hand", true},
    {"known SECOND HAND only", true},
    {"inferred from the review", true},
    {"date inferred", true},
    {"summary only", true},
    {"unclear", true},
    {"no inference was made", false},
    {"not inferred", false},
    {"seen in full", false},
    {"Nothing was inferred", false},
    {"nothing cut off", false},
    {"no part of it was cut off", false},
    {"not in any way inferred", false},
    {"never inferred", false},
    {"wasn't inferred", false},
    {"neither summarised nor paraphrased", false},
    {"not summarised, paraphrased or translated by us", false},
    {"without any inference", false},
    {"no longer unclear", false},
    {"not from memory", false},
    {"read from the letter rather than from memory", false},
    {"inferred: no", false},
    {"inference was not needed", false},
    {"seen, and not inferred", false},
    {"not second-hand: the letter itself", false},
    {"Whole letter seen: no NCND", false},
    {"the whole text is shown", false},
    {"it was not assumed", false},
    {"not cut off", false},
    {"is not cut off", false},
    {"nothing is missing, nothing was cut off", false},
    {"no word was cut off", false},
    {"not incomplete", false},
    {"complete, not truncated", false},
    {"holds for 2024", false},
    {"0", false},
    {"the unseeing eye", false},
    {"Unclearwater Farm", false},
    {"Documents disclosed in part", false},
    {"1,791 searches in 2015 to 2017", false},
    {"would be likely to prejudice", false},
    {"cost estimated at 40 hours", false},
    {"the force cut off its ties with the vendor", false},
    {"neither confirm nor deny", false},
    {"not inferred or guessed", false},
    {"without guessing", false},
    {"not at all unclear", false},
    {"no assumption was needed", false},
    {"nothing assumed", false},
    {"not paraphrased", false},
    {"isn't incomplete", false},
    {"One refusal notice for four numbered questions", false},
    {"Invented: upheld", false},
    {"seen on the force's site", false},
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

/* A pack in which each note stands on a request of its own, beside one that surely is a caveat. */
struct noted_pack {
    char *text;
    size_t size;
    FILE *stream;
    int count;
};

static void add_note(struct noted_pack *p, const char *note, bool has_caveat)
{
    int n = ++p->count;
    fprintf(p->stream, "%s-%d,kent,%d/24,t,not_held,2024-01-02,\"%s\"\n", has_caveat ? "yes" : "no",
            n, n, note);
    fprintf(p->stream, "b-%d,essex,%d/24,t,ncnd,2024-01-03,second-hand\n", n, n);
}

static void add_examples(struct noted_pack *p)
{
    const struct embedded_file *file = embedded_find("datasets/reference/caveats.csv");
    struct slice bytes = {(const char *)file->bytes, file->size};
    struct csv_reader *reader = NULL;
    struct error err = {0};
    ck_assert_msg(csv_reader_open(file->path, bytes, &reader, &err), "%s", err.what);
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event == CSV_ROW; csv_reader_next(reader, &row)) {
        for (size_t i = 2; i < 4; i++) {
            SCOPED_TEXT note = memory_print("%.*s", (int)row.fields[i].length, row.fields[i].bytes);
            ck_assert_msg(note[0] != '\0', "line %ld: each pattern has both examples", row.line);
            add_note(p, note, i == 2);
        }
    }
    ck_assert_int_eq(row.event, CSV_END);
    csv_reader_free(reader);
}

START_TEST(a_note_carries_a_caveat)
{
    struct noted_pack p = {0};
    p.stream = open_memstream(&p.text, &p.size);
    fputs(RESPONSES, p.stream);
    for (size_t i = 0; i < LENGTH_OF(notes); i++)
        add_note(&p, notes[i].note, notes[i].has_caveat);
    add_examples(&p);
    fclose(p.stream);
    running_write("notes.csv", p.text);
    free(p.text);
    running_check(
        RUN_IN(running_work, "audit", "notes.csv", "-o", "out", "--format", "csv", "--quiet"), 0,
        NULL, NULL);
    running_check_query(
        "out",
        "SELECT coalesce(group_concat(iif(instr(message, 'Caveat: '), 'one: ', 'none: ') || note, "
        "char(10)), 'all as they say') FROM finding f JOIN finding_evidence e USING (finding_no) "
        "JOIN response_wording w USING (response_no) "
        "WHERE f.rule_id = 'X02' AND w.response_id NOT LIKE 'b-%' AND "
        "(instr(message, 'Caveat: ') > 0) <> (w.response_id LIKE 'yes-%')",
        "all as they say");
    SCOPED_TEXT count = memory_print("%d", p.count);
    running_check_query("out", "SELECT count(*) FROM finding WHERE rule_id = 'X02'", count);
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
    check_holds("out/timeline.csv", ",seen,\n", true);
    SCOPED_TEXT database = memory_copy(running_path("out/audit.db"));
    running_check(RUN("explain", database, "X02"), 0, "note: seen", NULL);
    running_check(RUN("explain", database, "X02"), 0, "U+202E=1+1", NULL);
    running_check(RUN("explain", database, "X02", "--json"), 0, "\"note\": \"seen\"", NULL);
}
END_TEST

Suite *suite_cmd_notes(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/notes", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, a_note_carries_a_caveat);
    ADD_TABLE_TEST(tcase, a_message_ends_with_the_caveat, messages);
    tcase_add_test(tcase, notes_stand_beside_their_rows);
    return suite;
}
