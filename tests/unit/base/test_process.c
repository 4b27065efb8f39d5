/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/process.h"

#include "base/memory.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LONG = 60 };

static bool run(const char *const argv[], const char *folder, struct error *err)
{
    return process_run(&(struct process_order){.argv = argv, .folder = folder, .seconds = LONG},
                       err);
}

static void assert_fails(const char *const argv[], const char *folder, const char *what)
{
    struct error err = {0};
    ck_assert(!run(argv, folder, &err));
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
    ck_assert_msg(strstr(err.what, what) != NULL, "\"%s\" lacks \"%s\"", err.what, what);
}

START_TEST(success_is_code_0)
{
    struct error err = {0};
    const char *const argv[] = {"sh", "-c", "echo noise; cat", NULL};
    ck_assert(run(argv, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_NONE);
}
END_TEST

START_TEST(runs_in_the_folder_without_a_shell)
{
    struct error err = {0};
    const char *const argv[] = {"sh", "-c",      "test \"$(pwd)\" = / && test \"$1\" = '$(x); *'",
                                "sh", "$(x); *", NULL};
    ck_assert(run(argv, "/", &err));
}
END_TEST

START_TEST(failure_quotes_stderr)
{
    const char *const argv[] = {"sh", "-c", "echo 'no such terminal' >&2; exit 3", NULL};
    assert_fails(argv, NULL, "sh failed with code 3: no such terminal");
}
END_TEST

START_TEST(long_stderr_is_cut_to_its_end)
{
    const char *const argv[] = {"sh", "-c",
                                "yes begin | head -n 90000 >&2; echo the end >&2; exit 1", NULL};
    assert_fails(argv, NULL, "begin\nthe end");
}
END_TEST

START_TEST(discreet_program_is_not_quoted)
{
    struct error err = {0};
    const char *const argv[] = {"sh", "-c", "echo 'Dear Mrs Applicant' >&2; exit 3", NULL};
    struct process_order order = {.argv = argv, .seconds = LONG, .is_discreet = true};
    ck_assert(!process_run(&order, &err));
    ck_assert_str_eq(err.what, "sh failed with code 3");
}
END_TEST

START_TEST(memory_and_files_are_limited)
{
    struct error err = {0};
    const char *const argv[] = {"sh", "-c", "test \"$(ulimit -v) $(ulimit -f)\" = '1048576 16'",
                                NULL};
    struct process_order order = {
        .argv = argv, .seconds = LONG, .memory_bytes = (size_t)1 << 30, .file_bytes = 16 * 512};
    ck_assert_msg(process_run(&order, &err), "%s", err.what);
}
END_TEST

START_TEST(signal_is_named)
{
    const char *const argv[] = {"sh", "-c", "kill -9 $$", NULL};
    assert_fails(argv, NULL, "sh was ended by signal 9");
}
END_TEST

START_TEST(missing_program_says_what_to_install)
{
    struct error err = {0};
    const char *const argv[] = {"concord-no-such-program", NULL};
    ck_assert(!run(argv, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
    ck_assert_ptr_nonnull(strstr(err.what, "concord-no-such-program cannot be started"));
    ck_assert_ptr_nonnull(strstr(err.next, "nstall"));

    err = (struct error){0};
    const char *const plot[] = {"gnuplot", NULL};
    SCOPED_TEXT path = memory_copy(getenv("PATH")); /* restored, for runs without fork */
    ck_assert_int_eq(setenv("PATH", "/nonexistent", 1), 0);
    bool is_run = run(plot, NULL, &err);
    setenv("PATH", path, 1);
    ck_assert(!is_run);
    ck_assert_ptr_nonnull(strstr(err.next, "apt install gnuplot-nox"));
}
END_TEST

START_TEST(missing_folder_is_named)
{
    struct error err = {0};
    const char *const argv[] = {"true", NULL};
    ck_assert(!run(argv, "/nonexistent", &err));
    ck_assert_str_eq(err.source, "/nonexistent");
}
END_TEST

START_TEST(a_setting_replaces_ours)
{
    struct error err = {0};
    const char *const argv[] = {"sh", "-c",
                                "test \"$SETTING\" = 'new = 1' && test \"$(env | grep -c "
                                "^SETTING=)\" = 1 && test -n \"$PATH\"",
                                NULL};
    ck_assert_int_eq(setenv("SETTING", "old", 1), 0);
    bool ok = process_run(
        &(struct process_order){.argv = argv, .setting = "SETTING=new = 1", .seconds = LONG}, &err);
    unsetenv("SETTING");
    ck_assert_msg(ok, "%s", err.what);
}
END_TEST

START_TEST(words_can_be_a_failure)
{
    struct error err = {0};
    const char *const silent[] = {"true", NULL}, *const talker[] = {
                                                     "sh", "-c", "echo 'Syntax Error' >&2", NULL};
    struct process_order order = {.argv = silent, .seconds = LONG, .says_nothing = true};
    ck_assert(process_run(&order, &err));
    order.argv = talker;
    ck_assert(!process_run(&order, &err));
    ck_assert_str_eq(err.what, "sh complained: Syntax Error");
}
END_TEST

/* What a parent may leave to this process, and what its children then find. */
static const struct {
    int ignored, blocked, flags; /* signals, 0: none; of SIGCHLD */
} inheritances[] = {
    {0, 0, 0},       {SIGCHLD, 0, 0}, {0, SIGCHLD, 0},       {0, 0, SA_NOCLDWAIT},
    {SIGPIPE, 0, 0}, {0, SIGTERM, 0}, {SIGINT, SIGALRM, 0},  {SIGHUP, SIGINT, SA_NOCLDWAIT},
    {SIGTERM, 0, 0}, {0, SIGPIPE, 0}, {SIGCHLD, SIGCHLD, 0},
};

static void inherit(int i, sigset_t *old_mask)
{
    struct sigaction child = {.sa_handler = SIG_DFL, .sa_flags = inheritances[i].flags};
    sigset_t blocked;
    sigemptyset(&blocked);
    /* What the tests themselves inherit, SIGINT ignored behind an &, is no part of this one. */
    for (int number = 1; number < 32; number++)
        signal(number, SIG_DFL);
    sigaction(SIGCHLD, &child, NULL);
    if (inheritances[i].ignored)
        signal(inheritances[i].ignored, SIG_IGN);
    if (inheritances[i].blocked)
        sigaddset(&blocked, inheritances[i].blocked);
    sigprocmask(SIG_BLOCK, &blocked, old_mask);
}

static void disinherit(int i, const sigset_t *old_mask)
{
    signal(SIGCHLD, SIG_DFL);
    if (inheritances[i].ignored)
        signal(inheritances[i].ignored, SIG_DFL);
    sigprocmask(SIG_SETMASK, old_mask, NULL);
}

START_TEST(signals_are_those_of_a_fresh_program)
{
    /* The C library keeps 32 and 33 to itself: whoever ignored them, they stay ignored. */
    static const char *const of_child[][5] = {
        {"grep", "-q", "^SigBlk:\t0*$", "/proc/self/status", NULL},
        {"grep", "-q", "^SigIgn:\t0*[01][08]0000000$", "/proc/self/status", NULL},
    };
    struct error errors[3] = {0};
    bool ok[3];
    sigset_t old;
    inherit(_i, &old);
    for (size_t k = 0; k < 2; k++)
        ok[k] = run(of_child[k], NULL, &errors[k]);
    ok[2] = run((const char *const[]){"sh", "-c", "exit 3", NULL}, NULL, &errors[2]);
    struct sigaction now;
    sigaction(SIGCHLD, NULL, &now);
    disinherit(_i, &old);
    ck_assert_msg(ok[0] && ok[1], "%s%s", errors[0].what, errors[1].what);
    ck_assert_str_eq(errors[2].what, "sh failed with code 3");
    ck_assert_int_eq(now.sa_flags & SA_NOCLDWAIT, inheritances[_i].flags);
    ck_assert_int_eq(now.sa_handler == SIG_IGN, inheritances[_i].ignored == SIGCHLD);
}
END_TEST

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* One that nobody has waited for yet is not running. */
static bool is_running(const char *pid)
{
    SCOPED_TEXT path = memory_print("/proc/%s/stat", pid);
    FILE *in = fopen(path, "re");
    char state = 'X';
    if (!in)
        return false;
    if (fscanf(in, "%*d (%*[^)]) %c", &state) != 1)
        state = 'X';
    fclose(in);
    return state != 'X' && state != 'Z';
}

/* Programs that do not end, or leave others behind, with a limit of a second; what they print
 * to $PIDS must be gone afterwards. */
static const struct {
    const char *script;
    const char *what; /* NULL: it is done */
} hanging[] = {
    {"echo $$ >$PIDS; exec sleep 60", "sh did not end within 1 second and was stopped"},
    {"echo $$ >$PIDS; while :; do :; done", "did not end within 1 second"},
    {"sleep 60 & echo $! $$ >$PIDS; echo waiting >&2; wait", "was stopped: waiting"},
    {"trap '' TERM INT HUP; sleep 60 & echo $! $$ >$PIDS; wait; sleep 60", "was stopped"},
    {"echo $$ >$PIDS; kill -STOP $$", "was stopped"},
    {"echo $$ >$PIDS; exec yes talk >&2", "was stopped: "},
    {"echo $$ >$PIDS; exec 2>&-; sleep 60", "was stopped"},
    {"echo $$ >$PIDS; setsid sleep 4; :", "was stopped"},
    /* ended, but another holds its stderr */
    {"sleep 60 & echo $! >$PIDS; exit 0", NULL},
    {"sleep 60 & echo $! >$PIDS; echo no >&2; exit 7", "sh failed with code 7: no"},
    {"(trap '' TERM; sleep 60; sleep 60) & echo $! >$PIDS; exit 0", NULL},
    {"setsid sleep 4 & echo >$PIDS; exit 0", NULL},
    {"setsid sleep 4 & echo >$PIDS; echo said >&2; kill -9 $$", "by signal 9: said"},
    {"setsid yes >&2 & echo $! >$PIDS.escaped; echo >$PIDS; exit 0", NULL},
};

static void check_gone(const char *list)
{
    FILE *in = fopen(list, "re");
    ck_assert_ptr_nonnull(in);
    char pid[32];
    while (fscanf(in, "%31s", pid) == 1) {
        for (int i = 0; i < 100 && is_running(pid); i++) /* the killed take a moment to go */
            nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
        ck_assert_msg(!is_running(pid), "process %s is still running", pid);
    }
    fclose(in);
    unlink(list);
}

/* It has left the group, so nobody ends it; the test does. */
static void end_escaped(const char *list)
{
    SCOPED_TEXT name = memory_print("%s.escaped", list);
    FILE *in = fopen(name, "re");
    int pid = 0;
    if (!in)
        return;
    if (fscanf(in, "%d", &pid) == 1)
        kill(pid, SIGKILL);
    fclose(in);
    unlink(name);
}

START_TEST(nothing_is_waited_for_without_end)
{
    SCOPED_TEXT list = memory_print("/tmp/concord-test-pids-%d", (int)getpid());
    SCOPED_TEXT setting = memory_print("PIDS=%s", list);
    const char *const argv[] = {"sh", "-c", hanging[_i].script, NULL};
    struct error err = {0};
    double since = seconds_now();
    bool ok =
        process_run(&(struct process_order){.argv = argv, .setting = setting, .seconds = 1}, &err);
    double taken = seconds_now() - since;
    end_escaped(list);
    ck_assert_msg(ok == !hanging[_i].what, "%s: %s", hanging[_i].script, err.what);
    ck_assert_msg(ok || strstr(err.what, hanging[_i].what), "%s", err.what);
    ck_assert_msg(taken < 3, "%s: %.1f s", hanging[_i].script, taken);
    check_gone(list);
}
END_TEST

START_TEST(a_quick_program_is_not_waited_for_longer)
{
    struct error err = {0};
    double since = seconds_now();
    for (int i = 0; i < 20; i++)
        ck_assert(run((const char *const[]){"true", NULL}, NULL, &err));
    ck_assert_double_lt(seconds_now() - since, 2);
}
END_TEST

Suite *suite_base_process(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/process", &tcase);
    tcase_add_test(tcase, success_is_code_0);
    tcase_add_test(tcase, runs_in_the_folder_without_a_shell);
    tcase_add_test(tcase, failure_quotes_stderr);
    tcase_add_test(tcase, long_stderr_is_cut_to_its_end);
    tcase_add_test(tcase, discreet_program_is_not_quoted);
    tcase_add_test(tcase, memory_and_files_are_limited);
    tcase_add_test(tcase, signal_is_named);
    tcase_add_test(tcase, missing_program_says_what_to_install);
    tcase_add_test(tcase, missing_folder_is_named);
    tcase_add_test(tcase, a_setting_replaces_ours);
    tcase_add_test(tcase, words_can_be_a_failure);
    ADD_TABLE_TEST(tcase, signals_are_those_of_a_fresh_program, inheritances);
    ADD_TABLE_TEST(tcase, nothing_is_waited_for_without_end, hanging);
    tcase_add_test(tcase, a_quick_program_is_not_waited_for_longer);
    return suite;
}
