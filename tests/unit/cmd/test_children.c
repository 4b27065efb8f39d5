/* SPDX-License-Identifier: MIT
 * The programs that an audit runs: waited for whatever was inherited, never without end, and
 * gone when the audit is.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static char program[PATH_MAX], pack[PATH_MAX];

static void begin(void)
{
    const char *given = getenv("CONCORD");
    running_begin();
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
    ck_assert_ptr_nonnull(realpath("tests/cases/29-l05-test-missing", pack));
}

/* A shell in the folder; its $audit audits a pack into "out" there. */
static struct support_output shell(const char *script)
{
    SCOPED_TEXT text =
        memory_print("audit='%s audit %s -o out --quiet'\n%s", program, pack, script);
    return support_run(running_work, NULL, (const char *const[]){"sh", "-c", text, NULL});
}

static const char *const inherited[] = {
    "--ignore-signal=CHLD", "--ignore-signal=PIPE",    "--ignore-signal", "--block-signal=CHLD",
    "--block-signal=TERM",  "--block-signal=INT,ALRM", "--block-signal",  "--default-signal",
};

START_TEST(an_audit_works_with_any_inherited_signals)
{
    SCOPED_TEXT script =
        memory_print("env %s true || exit 77; exec env %s $audit", inherited[_i], inherited[_i]);
    struct support_output output = shell(script);
    if (output.code == 77) {
        printf("not tested, since the env of this machine has no %s: inherited signals\n",
               inherited[_i]);
        support_output_done(&output);
        return;
    }
    running_check(output, 0, NULL, NULL);
    ck_assert(support_exists(running_path("out/charts/findings.svg")));
    running_check_only("out");
}
END_TEST

/* What stands for gnuplot; they write the numbers of all their processes. */
static const char *const hanging[] = {
    "echo $$ >$PIDS; exec sleep 60",
    "sleep 60 & echo $! $$ >$PIDS; wait",
    "trap '' TERM INT HUP; sleep 60 & echo $! $$ >$PIDS; wait; sleep 60",
    "(sleep 60 & echo $! >$PIDS; wait) & wait",
    "echo $$ >$PIDS; kill -STOP $$",
};
static const char *const ends[] = {"KILL", "TERM", "HUP"};

static void write_gnuplot(const char *script)
{
    SCOPED_TEXT text = memory_print("#!/bin/sh\n%s\n", script);
    running_write("gnuplot", text);
    running_check(shell("chmod +x gnuplot"), 0, NULL, NULL);
}

/* An orphan that nobody waits for is dead all the same. */
START_TEST(nothing_outlives_the_audit)
{
    write_gnuplot(hanging[_i / (int)LENGTH_OF(ends)]);
    SCOPED_TEXT script =
        memory_print("export PATH=$PWD:$PATH PIDS=$PWD/pids; $audit & audit=$!\n"
                     "for i in $(seq 200); do test -s pids && break; sleep 0.05; done\n"
                     "kill -%s $audit; wait $audit\n"
                     "for i in $(seq 40); do alive=; for pid in $(cat pids); do\n"
                     "  grep -qs '^State:.*[RSDT] ' /proc/$pid/status && alive=$pid; done\n"
                     "  test \"$alive\" || exit 0; sleep 0.05; done; echo $alive is alive; kill -9 "
                     "$alive; exit 1",
                     ends[_i % (int)LENGTH_OF(ends)]);
    running_check(shell(script), 0, "", NULL);
    if (_i % (int)LENGTH_OF(ends) != 0) {
        running_check(shell("rm gnuplot pids"), 0, NULL, NULL);
        running_check_only(NULL);
    }
}
END_TEST

static const struct {
    const char *gnuplot;
    int code;
    const char *said;
} helpers[] = {
    {"\"$REAL\" \"$@\"; sleep 60 & exit 0", 0, NULL},
    {"\"$REAL\" \"$@\"; setsid sleep 3 & exit 0", 0, NULL},
    {"sleep 60 & exit 0", 4, "could not be drawn"},
    {"setsid sleep 3 & exit 0", 4, "could not be drawn"},
    {"sleep 60 & echo no room >&2; exit 2", 4, "gnuplot failed with code 2: no room"},
};

START_TEST(what_a_child_leaves_behind_is_not_waited_for)
{
    write_gnuplot(helpers[_i].gnuplot);
    running_check(shell("REAL=$(command -v gnuplot) PATH=$PWD:$PATH timeout 20 $audit"),
                  helpers[_i].code, "", helpers[_i].said);
    running_check(shell("rm gnuplot"), 0, NULL, NULL);
    running_check_only(helpers[_i].code == 0 ? "out" : NULL);
}
END_TEST

Suite *suite_cmd_children(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/children", &tcase);
    tcase_add_checked_fixture(tcase, begin, running_end);
    ADD_TABLE_TEST(tcase, an_audit_works_with_any_inherited_signals, inherited);
    tcase_add_loop_test(tcase, nothing_outlives_the_audit, 0,
                        (int)(LENGTH_OF(hanging) * LENGTH_OF(ends)));
    ADD_TABLE_TEST(tcase, what_a_child_leaves_behind_is_not_waited_for, helpers);
    return suite;
}
