/* SPDX-License-Identifier: MIT
 * Runs that are killed, at every step that changes what stands where: the output is the old
 * one or the new one, whole, and the next run leaves nothing else. strace does the killing.
 */
#include "running.h"
#include "suites.h"

#include "base/memory.h"

#include <check.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* $concord PACK: the program and two packs that audit quickly. AddressSanitizer's look for
 * leaks does not work while another program traces. */
static const char beginning[] =
    "set -u; concord=$1 kent=$2 essex=$3; export ASAN_OPTIONS=detect_leaks=0\n"
    "audit() { \"$concord\" audit --format csv,json --quiet \"$@\"; }\n"
    "fail() { echo \"$*\"; ls -A . out 2>&1; exit 1; }\n"
    "whole() { (cd out && sha256sum -c --quiet manifest-sha256.txt && test -s audit.db) ||"
    " fail \"not whole: $*\"; }\n"
    "alone() { test \"$(ls -A)\" = out || fail \"not alone: $*\"; }\n"
    "traced() { strace -f -qq -o /dev/null \"$@\"; }\n";

static struct support_output run_script(const char *script)
{
    char program[PATH_MAX], kent[PATH_MAX], essex[PATH_MAX];
    const char *given = getenv("CONCORD");
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
    ck_assert_ptr_nonnull(realpath("tests/cases/29-l05-test-missing", kent));
    ck_assert_ptr_nonnull(realpath("tests/cases/13-x03-lone-dissenter", essex));
    SCOPED_TEXT whole = memory_print("%s%s", beginning, script);
    const char *const argv[] = {"sh", "-c", whole, "sh", program, kent, essex, NULL};
    return support_run(running_work, NULL, argv);
}

static bool can_trace(void)
{
    const char *const argv[] = {
        "sh", "-c", "strace -f -qq -o /dev/null -e inject=getppid:error=EINVAL true", NULL};
    struct support_output output = support_run(running_work, NULL, argv);
    bool can = output.code == 0;
    support_output_done(&output);
    if (!can)
        puts("not tested, since strace is missing here or may not trace: runs that are killed");
    return can;
}

static const struct {
    const char *first;  /* what strace does besides the killing, or "" */
    const char *called; /* the call that kills */
    int step;           /* every so many of them */
    bool may_be_gone;   /* until the next run puts it back */
} kills[] = {
    {"", "renameat2", 1, false},
    {"", "unlink", 5, false},
    {"", "rmdir", 1, false},
    {"", "fsync", 11, false},
    {"", "mkdir", 1, false},
    {"", "flock", 1, false},
    {"-e inject=renameat2:error=EINVAL", "rename", 1, true},
    {"-e inject=renameat2:error=ENOSYS", "rmdir", 1, true},
};

START_TEST(killed_at_any_step_the_output_is_whole)
{
    if (!can_trace())
        return;
    SCOPED_TEXT script = memory_print(
        "audit \"$kent\" -o out || fail first; i=1\n"
        "while :; do\n"
        "  traced %s -e inject=%s:signal=SIGKILL:when=$i \"$concord\" audit --format csv,json"
        " --quiet \"$kent\" -o out; code=$?\n"
        "  test -e out || test %d = 1 || fail \"gone: kill $i\"\n"
        "  test ! -e out || whole \"kill $i\"\n"
        "  audit \"$kent\" -o out || fail \"next run: kill $i\"\n"
        "  whole \"after $i\"; alone \"after $i\"\n"
        "  test $code -ne 0 || break\n"
        "  i=$((i + %d))\n"
        "done; test $i -gt 1 || fail 'nobody was killed'; rm -r out\n"
        "traced %s -e inject=%s:signal=SIGKILL:when=1 \"$concord\" audit --format csv,json --quiet"
        " \"$kent\" -o out\n"
        "test ! -e out || whole first; audit \"$kent\" -o out || fail 'after the first'\n"
        "whole first; alone first; echo well",
        kills[_i].first, kills[_i].called, kills[_i].may_be_gone, kills[_i].step, kills[_i].first,
        kills[_i].called);
    running_check(run_script(script), 0, "well", NULL);
}
END_TEST

static const char *const errors[] = {
    "renameat2:error=EINVAL", "renameat2:error=ENOSYS", "renameat2:error=EOPNOTSUPP",
    "renameat2:error=EPERM",  "flock:error=ENOLCK",     "fsync:error=EINVAL",
};

START_TEST(file_systems_that_know_less_will_do)
{
    if (!can_trace())
        return;
    SCOPED_TEXT script =
        memory_print("for i in 1 2; do traced -e inject=%s \"$concord\" audit --format csv,json"
                     " --quiet \"$kent\" -o out || fail $i; whole $i; alone $i; done; echo well",
                     errors[_i]);
    running_check(run_script(script), 0, "well", NULL);
}
END_TEST

/* One message, exit code 4, and everything as before. */
static const char *const refusals[] = {
    "renameat2:error=EBUSY",
    "renameat2:error=EXDEV",
    "renameat2:error=EACCES",
    "renameat2:error=ENOSPC",
    "renameat2:error=EIO",
    "renameat2:error=EINVAL -e inject=rename:error=EBUSY:when=1",
    "renameat2:error=EINVAL -e inject=rename:error=ENOSPC:when=2",
    "fsync:error=EIO:when=1",
    "fsync:error=ENOSPC:when=3",
    "mkdir:error=EROFS:when=1",
    "mkdir:error=EDQUOT:when=1",
};

START_TEST(what_cannot_be_replaced_stays)
{
    if (!can_trace())
        return;
    SCOPED_TEXT script = memory_print(
        "audit \"$kent\" -o out || fail first; ls -i out >before.txt; mv before.txt ..\n"
        "traced -e inject=%s \"$concord\" audit --format csv,json --quiet \"$kent\" -o out"
        " 2>said; test $? = 4 || fail 'exit code'\n"
        "test $(grep -c ^concord: said) = 1 || fail \"$(cat said)\"; rm said\n"
        "mv ../before.txt .; ls -i out | cmp - before.txt || fail changed; rm before.txt\n"
        "whole then; alone then; echo well",
        refusals[_i]);
    SCOPED_TEXT inside = memory_print("mkdir d; cd d; %s", script);
    running_check(run_script(inside), 0, "well", NULL);
}
END_TEST

/* Between the look at the old output and its removal; with and without exchange. */
static const char *const late[] = {
    "renameat2:delay_enter=2000000",
    "renameat2:error=EINVAL -e inject=rename:delay_enter=2000000:when=1",
};

START_TEST(a_file_that_appears_at_the_last_moment_survives)
{
    if (!can_trace())
        return;
    SCOPED_TEXT script = memory_print(
        "audit \"$kent\" -o out || fail first\n"
        "traced -e inject=%s \"$concord\" audit --format csv,json --quiet \"$kent\" -o out 2>said &"
        " pid=$!\n"
        "until ls .out.partial-*/manifest-sha256.txt >/dev/null 2>&1 &&"
        " ! ls .out.partial-*/.concord-unfinished >/dev/null 2>&1; do sleep 0.05; done\n"
        "sleep 0.5; echo mine >out/mine.txt; wait $pid || fail code; whole then\n"
        "old=$(ls -d .out.*); test \"$(cat $old/mine.txt)\" = mine || fail lost\n"
        "grep -q \"$old\" said && grep -q mine.txt said || fail \"not named: $(cat said)\"\n"
        "(cd $old && sha256sum -c --quiet manifest-sha256.txt) || fail old\n"
        "audit \"$kent\" -o out 2>said || fail next; test -e $old/mine.txt || fail 'lost later'\n"
        "grep -q \"$old\" said || fail 'not named later'; rm $old/mine.txt said\n"
        "audit \"$kent\" -o out || fail last; alone last; echo well",
        late[_i]);
    running_check(run_script(script), 0, "well", NULL);
}
END_TEST

/* Where nothing tells whether a run is alive, its folder is named and not removed. */
START_TEST(without_locks_a_leftover_is_named)
{
    if (!can_trace())
        return;
    running_check(
        run_script(
            "traced -e inject=renameat2:signal=SIGKILL -e inject=flock:error=ENOLCK "
            "\"$concord\" audit --format csv,json --quiet \"$kent\" -o out\n"
            "old=$(ls -d .out.*) || fail none\n"
            "traced -e inject=flock:error=ENOLCK \"$concord\" audit --format csv,json --quiet "
            "\"$kent\" -o out 2>said || fail next; grep -q \"$old\" said || fail unnamed\n"
            "test -d $old || fail removed; whole then; echo well"),
        0, "well", NULL);
}
END_TEST

START_TEST(runs_at_the_same_time_leave_each_other_alone)
{
    running_check(run_script("for round in 1 2 3; do pids=\n"
                             "for i in 1 2 3 4; do audit \"$kent\" -o out & pids=\"$pids $!\"; "
                             "audit \"$kent\" -o out$i & pids=\"$pids $!\"; done\n"
                             "for p in $pids; do wait $p || fail \"code $?\"; done; whole $round\n"
                             "test $(ls -A | wc -l) = 5 || fail \"left behind $round\"\n"
                             "done; echo well"),
                  0, "well", NULL);
}
END_TEST

/* What the other commands make before it is moved to its place. */
static const struct {
    const char *command; /* $db */
    const char *called;
    const char *left; /* what is there in the end beside the audit and the folder t */
} others[] = {
    {"export $db --format csv -o findings.csv", "fsync", "findings.csv"},
    {"export $db --format csv -o findings.csv", "rename", "findings.csv"},
    {"export $db --format xlsx -o w.xlsx", "rename", "w.xlsx"},
    {"map $db --chart quadrant --format svg -o .", "rename", "quadrant"},
    {"rules test rules", "unlink", ""},
};

START_TEST(other_commands_leave_nothing_either)
{
    if (!can_trace())
        return;
    SCOPED_TEXT script = memory_print(
        "audit \"$kent\" -o out || fail first; db=out/audit.db; mkdir t rules; export "
        "TMPDIR=$PWD/t\n"
        "cat >rules/Z01-x.sql <<'E'\n-- id: Z01\nE\n"
        "mkdir rules/Z01-x; printf 'response_id,force_id,request_id,stance,fires\\n'"
        " >rules/Z01-x/responses.csv\n"
        "traced -e inject=%s:signal=SIGKILL:when=1 \"$concord\" %s >/dev/null 2>&1\n"
        "\"$concord\" %s >/dev/null 2>&1\n"
        "test -z \"$(ls -A t)\" || fail \"TMPDIR: $(ls -A t)\"\n"
        "! ls -A | grep '^\\.\\|partial' || fail hidden; ls | grep -q \"%s\" || fail none\n"
        "echo well",
        others[_i].called, others[_i].command, others[_i].command, others[_i].left);
    running_check(run_script(script), 0, "well", NULL);
}
END_TEST

#define LOOP(c, test, table) tcase_add_loop_test(c, test, 0, sizeof(table) / sizeof *(table))

Suite *suite_cmd_killed(void)
{
    Suite *s = suite_create("cmd/killed");
    TCase *c = tcase_create("killed");
    tcase_add_checked_fixture(c, running_begin, running_end);
    LOOP(c, killed_at_any_step_the_output_is_whole, kills);
    LOOP(c, file_systems_that_know_less_will_do, errors);
    LOOP(c, what_cannot_be_replaced_stays, refusals);
    LOOP(c, a_file_that_appears_at_the_last_moment_survives, late);
    tcase_add_test(c, without_locks_a_leftover_is_named);
    tcase_add_test(c, runs_at_the_same_time_leave_each_other_alone);
    LOOP(c, other_commands_leave_nothing_either, others);
    suite_add_tcase(s, c);
    return s;
}
