/* SPDX-License-Identifier: MIT
 * A single write that fails, wherever it falls: what is written is then the same as without,
 * or the exit code is 4 and nothing is left. strace makes the writes fail.
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

static struct support_output shell(const char *script)
{
    SCOPED_TEXT text = memory_print("concord='%s' pack='%s'\n%s", program, pack, script);
    return support_run(running_work, NULL, (const char *const[]){"sh", "-c", text, NULL});
}

static bool can_trace(void)
{
    struct support_output output =
        shell("strace -qq -o /dev/null -e inject=write:error=EIO:when=900 true");
    bool can = output.code == 0;
    if (!can)
        printf("not tested, since there is no strace or it may not trace: failing writes\n%s",
               output.err);
    support_output_done(&output);
    return can;
}

/* Which writes of the program, from, in steps of, to: those of an export are nearly all to
 * parts of the workbook; those of an audit also to tables, pictures and pages. */
static const struct {
    const char *failure, *command, *result, *numbers;
} runs[] = {
    {"error=ENOSPC", "export ref/audit.db --format xlsx -o out.xlsx", "out.xlsx", "1 11 250"},
    {"error=EIO", "export ref/audit.db --format xlsx -o out.xlsx", "out.xlsx", "2 23 250"},
    {"error=EDQUOT", "export ref/audit.db -f xlsx --table findings -o out.xlsx", "out.xlsx",
     "1 13 130"},
    {"error=ENOSPC", "audit \"$pack\" --quiet --format charts -o out", "out", "1 19 75"},
    {"error=ENOSPC", "audit \"$pack\" --quiet -o out", "out", "91 48 270"},
};

/* A file that is being renamed or removed may be there for a moment; what is compared is what
 * a user finds. */
START_TEST(one_write_that_fails_is_seen)
{
    if (!can_trace())
        return;
    SCOPED_TEXT script = memory_print(
        "$concord audit \"$pack\" --quiet -o ref || exit 99; whole=%s\n"
        "$concord %s || exit 98; mv $whole whole\n"
        "for n in $(seq %s); do\n"
        "  strace -qq -o /dev/null -e inject=write:%s:when=$n $concord %s >said 2>&1; code=$?\n"
        "  case $code in\n"
        "  0) diff -r whole $whole >/dev/null || { echo write $n: 0, but it differs; exit 1; } ;;\n"
        "  4) grep -q '^concord: ' said || { echo write $n: no word; exit 1; }\n"
        "     test -e $whole && { echo write $n: 4, but it is there; exit 1; } ;;\n"
        "  *) echo write $n: code $code; cat said; exit 1 ;;\n"
        "  esac\n"
        "  rm -rf $whole; test \"$(echo $(ls -A))\" = 'ref said whole' || {\n"
        "    echo write $n left; ls -A; exit 1; }\n"
        "done",
        runs[_i].result, runs[_i].command, runs[_i].numbers, runs[_i].failure, runs[_i].command);
    running_check(shell(script), 0, "", NULL);
}
END_TEST

/* gnuplot itself does not look, and an SVG that lost a part inside is well-formed now and then.
 * The write fails in one of its two runs. */
START_TEST(one_write_of_gnuplot_that_fails_is_seen)
{
    if (!can_trace())
        return;
    static const char script[] =
        "REAL=$(command -v gnuplot); export REAL; mkdir bin\n"
        "$concord audit \"$pack\" --quiet -o whole || exit 99\n"
        "cat >bin/gnuplot <<'END'\n"
        "#!/bin/sh\n"
        "echo run >>runs; test $(($(wc -l <runs) % 2)) = $first || exec \"$REAL\" \"$@\"\n"
        "exec strace -qq -o /dev/null -e inject=write:error=ENOSPC:when=$n \"$REAL\" \"$@\"\n"
        "END\n"
        "sed -i \"s|>>runs|>>$PWD/runs|; s|<runs|<$PWD/runs|\" bin/gnuplot\n"
        "chmod +x bin/gnuplot; export n first; lost=0\n"
        "for first in 1 0; do for n in $(seq 1 6 31); do rm -f runs\n"
        "  PATH=$PWD/bin:$PATH $concord audit \"$pack\" --quiet -o out >said 2>&1; code=$?\n"
        "  case $code in\n"
        "  0) diff -r whole out >/dev/null || { echo write $n: 0, but it differs; exit 1; } ;;\n"
        "  4) grep -q '^concord: charts/' said || { echo write $n; cat said; exit 1; }\n"
        "     grep -q 'a part of the picture was lost' said && lost=1\n"
        "     test -e out && { echo write $n: 4, but it is there; exit 1; } ;;\n"
        "  *) echo write $n: code $code; cat said; exit 1 ;;\n"
        "  esac\n"
        "  rm -rf out; test \"$(echo $(ls -A))\" = 'bin runs said whole' || {\n"
        "    echo write $n left; ls -A; exit 1; }\n"
        "done; done; test $lost = 1 || echo no write was lost";
    running_check(shell(script), 0, "", NULL);
}
END_TEST

Suite *suite_cmd_failing_writes(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/failing_writes", &tcase);
    tcase_add_checked_fixture(tcase, begin, running_end);
    ADD_TABLE_TEST(tcase, one_write_that_fails_is_seen, runs);
    tcase_add_test(tcase, one_write_of_gnuplot_that_fails_is_seen);
    return suite;
}
