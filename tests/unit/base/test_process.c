/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/process.h"

#include <stdlib.h>
#include <string.h>

static void assert_fails(const char *const argv[], const char *folder, const char *what)
{
    struct error err = {0};
    ck_assert(!process_run(argv, folder, &err));
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
    ck_assert_msg(strstr(err.what, what) != NULL, "\"%s\" lacks \"%s\"", err.what, what);
}

START_TEST(success_is_code_0)
{
    struct error err = {0};
    const char *const argv[] = {"sh", "-c", "echo noise; cat", NULL};
    ck_assert(process_run(argv, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_NONE);
}
END_TEST

START_TEST(runs_in_the_folder_without_a_shell)
{
    struct error err = {0};
    const char *const argv[] = {"sh", "-c",      "test \"$(pwd)\" = / && test \"$1\" = '$(x); *'",
                                "sh", "$(x); *", NULL};
    ck_assert(process_run(argv, "/", &err));
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
    ck_assert(!process_run(argv, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
    ck_assert_ptr_nonnull(strstr(err.what, "concord-no-such-program cannot be started"));
    ck_assert_ptr_nonnull(strstr(err.next, "nstall"));

    err = (struct error){0};
    const char *const plot[] = {"gnuplot", NULL};
    char path[4096]; /* restored, for runs without fork */
    snprintf(path, sizeof path, "%s", getenv("PATH"));
    ck_assert_int_eq(setenv("PATH", "/nonexistent", 1), 0);
    bool is_run = process_run(plot, NULL, &err);
    setenv("PATH", path, 1);
    ck_assert(!is_run);
    ck_assert_ptr_nonnull(strstr(err.next, "apt install gnuplot-nox"));
}
END_TEST

START_TEST(missing_folder_is_named)
{
    struct error err = {0};
    const char *const argv[] = {"true", NULL};
    ck_assert(!process_run(argv, "/nonexistent", &err));
    ck_assert_str_eq(err.source, "/nonexistent");
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
    tcase_add_test(tcase, signal_is_named);
    tcase_add_test(tcase, missing_program_says_what_to_install);
    tcase_add_test(tcase, missing_folder_is_named);
    return suite;
}
