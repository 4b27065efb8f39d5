/* SPDX-License-Identifier: MIT
 * What every command prints for people: nothing that drives a terminal, and no success where it
 * could not be written.
 */
#include "base/memory.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* $C is the program, $X a hostile name; x.csv is a pack, $X/audit.db its audit. */
static struct support_output run_script(const char *script)
{
    char program[PATH_MAX];
    const char *given = getenv("CONCORD");
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
    SCOPED_TEXT whole = memory_print(
        "C='%s'; X=$(printf 'x\\033[31m\\342\\200\\256\\233\\r\\177RED'); %s", program, script);
    const char *const shell[] = {"sh", "-c", whole, NULL};
    return support_run(running_work, NULL, shell);
}

static void begin(void)
{
    running_begin();
    running_write("x.csv", "response_id,force_id,request_id,tool_id,stance,date_responded\n"
                           "a,kent,1/24,t,ncnd,2024-01-01\n");
    running_check(
        run_script("cp x.csv \"$X.csv\"; mkdir \"r$X\"; printf -- '-- id: \\033[31m\\n' > "
                   "\"r$X/$X.sql\"; exec \"$C\" audit x.csv -o \"$X\" --format csv,json --quiet"),
        0, NULL, NULL);
}

static const char *const hostile[] = {
    "\"$X\"",
    "\"--$X\"",
    "\"-$X\"",
    "\"--output$X\"",
    "check \"--$X\"",
    "audit \"$X.csv\"",
    "audit \"$X.csv\" \"$X\"",
    "audit \"--$X\"",
    "audit \"-$X\"",
    "audit \"--help=$X\"",
    "audit \"$X.csv\" -o \"$X/y\"",
    "audit x.csv --as-of \"$X\"",
    "audit x.csv --format \"$X\"",
    "audit x.csv --marking \"$X\"",
    "audit x.csv --fail-on \"$X\"",
    "audit x.csv --users \"$X\"",
    "audit x.csv --prior \"$X\"",
    "audit x.csv --ratio \"$X\"",
    "audit x.csv --seed \"$X\"",
    "audit x.csv --audience \"$X\"",
    "audit x.csv --baseline \"$X\"",
    "audit x.csv --boundaries \"$X\"",
    "audit x.csv --rules \"$X\"",
    "audit x.csv --rules \"r$X\"",
    "audit x.csv --rules \"r$X\" --strict",
    "check \"$X.csv\"",
    "check \"$X\"",
    "check x.csv \"$X\"",
    "schema \"$X\"",
    "schema a \"$X\"",
    "rules \"$X\"",
    "rules --rules \"r$X\"",
    "rules test \"r$X\"",
    "rules test \"$X\" \"$X\"",
    "explain \"$X/audit.db\" \"$X\"",
    "explain \"$X\" a",
    "explain a b \"$X\"",
    "whatif \"$X/audit.db\"",
    "whatif \"$X/audit.db\" --set \"$X\"",
    "whatif \"$X/audit.db\" --set \"kent=$X\"",
    "whatif \"$X/audit.db\" --set kent=deny --tool \"$X\"",
    "map \"$X/audit.db\" --list",
    "map \"$X/audit.db\" --chart \"$X\"",
    "map \"$X/audit.db\" --request \"$X\"",
    "map \"$X/audit.db\" --size \"$X\"",
    "map \"$X/audit.db\" --format \"$X\"",
    "diff \"$X/audit.db\" \"$X.csv\"",
    "diff a b \"$X\"",
    "diff \"$X/audit.db\" \"$X/audit.db\"",
    "export \"$X/audit.db\" --format \"$X\"",
    "export \"$X/audit.db\" --table \"$X\"",
    "export \"$X/audit.db\" --format csv -o \"$X/no/y\"",
};

static void check_printable(const char *text, const char *of)
{
    for (const char *p = text; *p; p++)
        ck_assert_msg(*p == '\n' || *p == '\t' || ((unsigned char)*p >= 0x20 && *p != 0x7f),
                      "byte %02X of %s: %s", (unsigned char)*p, of, text);
    ck_assert_msg(!strstr(text, "\xe2\x80\xae"), "U+202E of %s: %s", of, text);
}

START_TEST(nothing_drives_the_terminal)
{
    SCOPED_TEXT script = memory_print("exec \"$C\" %s", hostile[_i]);
    struct support_output output = run_script(script);
    ck_assert_int_lt(output.code, 5);
    ck_assert(output.out[0] || output.err[0]);
    check_printable(output.out, hostile[_i]);
    check_printable(output.err, hostile[_i]);
    support_output_done(&output);
}
END_TEST

/* The shell makes of it what was meant. */
START_TEST(the_next_command_can_be_pasted)
{
    running_check(
        run_script(
            "\"$C\" audit \"$X.csv\" --format csv,json > said || exit 9; "
            "next=$(sed -n 's/^Next: *concord explain \\(.*\\) [A-Z0-9]*-[0-9a-f]*$/\\1/p' said); "
            "bash -c \"test -f $next\" && \"$C\" check 'x.csv' | grep -qx 'Next: concord "
            "audit x.csv'"),
        0, NULL, NULL);
}
END_TEST

static const char *const printing[] = {
    "",
    "--help",
    "--version",
    "audit --help",
    "check --help",
    "schema --help",
    "rules --help",
    "explain --help",
    "whatif --help",
    "map --help",
    "diff --help",
    "export --help",
    "audit --usage",
    "audit --version",
    "audit x.csv -o y",
    "audit x.csv -o y --json",
    "check x.csv",
    "check x.csv --json",
    "schema",
    "schema --json",
    "schema responses",
    "rules",
    "rules G01",
    "rules --json",
    "rules test \"r$X\"",
    "whatif \"$X/audit.db\"",
    "whatif \"$X/audit.db\" --json",
    "map \"$X/audit.db\" --list",
    "diff \"$X/audit.db\" \"$X/audit.db\"",
    "diff \"$X/audit.db\" \"$X/audit.db\" --json",
    "export \"$X/audit.db\" --format csv",
    "export \"$X/audit.db\" --format json",
    "export \"$X/audit.db\" --format xlsx",
};

START_TEST(words_that_are_lost_exit_4)
{
    static const char *const lost[] = {"> /dev/full", ">&-"};
    for (size_t i = 0; i < LENGTH_OF(lost); i++) {
        SCOPED_TEXT script = memory_print("rm -rf y; \"$C\" %s %s", printing[_i], lost[i]);
        running_check(run_script(script), 4, NULL, "standard output: could not be written");
    }
}
END_TEST

/* No output gets the number of a closed descriptor. */
START_TEST(closed_descriptors_do_no_harm)
{
    static const char *const closed[] = {"<&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"};
    for (size_t i = 0; i < LENGTH_OF(closed); i++) {
        SCOPED_TEXT script = memory_print(
            "rm -rf y; \"$C\" audit x.csv -o y --format csv,json %s; cmp y/findings.csv "
            "\"$X/findings.csv\" && cmp y/summary.json \"$X/summary.json\"",
            closed[i]);
        running_check(run_script(script), 0, NULL, NULL);
    }
}
END_TEST

Suite *suite_cmd_words(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/words", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, begin, running_end);
    ADD_TABLE_TEST(tcase, nothing_drives_the_terminal, hostile);
    tcase_add_test(tcase, the_next_command_can_be_pasted);
    ADD_TABLE_TEST(tcase, words_that_are_lost_exit_4, printing);
    tcase_add_test(tcase, closed_descriptors_do_no_harm);
    return suite;
}
