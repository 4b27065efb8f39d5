/* SPDX-License-Identifier: MIT
 * A program that reads PDFs and does not end, and a run that is ended while it waits for it: no
 * half output, no process left behind, and the other letters are read.
 */
#include "hostile.h"
#include "letters/reading/letter_support.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"

#include <stdlib.h>

/* What stands for pdftotext; they write the numbers of all their processes. */
static const char *const hanging[] = {
    "trap '' TERM INT HUP; sleep 60 & echo $! $$ >>$PIDS; wait; sleep 60",
    "(setsid sleep 3 & echo $! >>$PIDS; wait) & wait; sleep 60",
};
static const char *const commands[] = {
    "classify letters -o result",
    "classify letters --request 9/24 --tool t --apply -o result",
    "audit letters --request 9/24 --tool t -o result --quiet",
};
static const char *const ends[] = {"KILL", "TERM"};
enum { COMMANDS = (int)LENGTH_OF(commands), ENDS = (int)LENGTH_OF(ends) };

static void pretend_pdftotext(const char *script)
{
    SCOPED_TEXT text = memory_print("#!/bin/sh\n%s\n", script);
    running_write("pdftotext", text);
    running_check(hostile_shell("chmod +x pdftotext"), 0, NULL, NULL);
}

static void put_pdf_among_others(void)
{
    struct slice pdf = make_pdf((const struct pdf_line[]){{0, 50, 800, "It."}, {0}}, 1);
    hostile_put("surrey.pdf", pdf);
    memory_release(&pdf.bytes);
    hostile_put("kent.txt", slice_of(HEAD DECISION FOOT));
}

/* The place is as it was; what a killed run has left the next one takes away. */
START_TEST(a_run_that_is_ended_leaves_nothing_half)
{
    int h = _i / (COMMANDS * ENDS), c = _i / ENDS % COMMANDS, e = _i % ENDS;
    put_pdf_among_others();
    pretend_pdftotext(hanging[h]);
    SCOPED_TEXT script =
        memory_print("PIDS=$PWD/pids; export PIDS; path=$PATH\n"
                     "PATH=$PWD:$path $concord %s 2>/dev/null >said & run=$!\n"
                     "for i in $(seq 200); do test -s pids && break; sleep 0.05; done\n"
                     "kill -%s $run; wait $run\n"
                     "for i in $(seq 100); do alive=; for pid in $(cat pids); do\n"
                     "  grep -qs '^State:.*[RSDT] ' /proc/$pid/status && alive=$pid; done\n"
                     "  test \"$alive\" || break; sleep 0.05; done\n"
                     "test -z \"$alive\" || { echo $alive is alive; kill -9 $alive; }\n"
                     "test ! -e result || echo there is a result\n"
                     "rm -f pids pdftotext said\n"
                     "test %s = KILL || ls -A | grep -v -x -e pack -e letters\n"
                     "$concord %s >/dev/null 2>&1 || echo the next run ends with $?\n"
                     "ls -A result | grep -q -e proposals.csv -e responses.csv || echo no result\n"
                     "ls -A | grep -v -x -e pack -e letters -e result",
                     commands[c], ends[e], ends[e], commands[c]);
    struct support_output output = hostile_shell(script);
    ck_assert_msg(!*output.out, "%s: %s", commands[c], output.out);
    support_output_done(&output);
}
END_TEST

/* A converter that never ends is given up after its time, twice thirty seconds at the most, and one
 * that writes for ever at once; the others are read. */
static const char *const endless[] = {
    "trap '' TERM INT HUP; sleep 300 & wait; sleep 300",
    "for last; do :; done; exec yes a line >\"$last\"",
    "while :; do echo an error >&2; sleep 0.01; done",
};
static const char *const told[] = {"did not end within 30 seconds", "MiB of text",
                                   "did not end within 30 seconds"};

START_TEST(a_converter_without_end_is_given_up)
{
    put_pdf_among_others();
    pretend_pdftotext(endless[_i]);
    SCOPED_TEXT classified =
        hostile_answer("PATH=$PWD:$PATH timeout 100 $concord classify letters", 0, 0);
    hostile_check_says(classified, told[_i]);
    hostile_check_says(classified, "2 files: 1 read, 1 unreadable");
    hostile_check_says(classified, "not_held");
}
END_TEST

Suite *suite_cmd_converters(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/converters", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, hostile_begin, running_end);
    tcase_add_loop_test(tcase, a_run_that_is_ended_leaves_nothing_half, 0,
                        (int)LENGTH_OF(hanging) * COMMANDS * ENDS);
    ADD_TABLE_TEST(tcase, a_converter_without_end_is_given_up, endless);
    return suite;
}
