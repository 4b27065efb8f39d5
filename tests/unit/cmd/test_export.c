/* SPDX-License-Identifier: MIT
 * concord export --format xlsx: the workbook of an audit, whole or not at all.
 */
#include "running.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <check.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char program[PATH_MAX];

/* An audit in "out" of the test's folder. */
static void begin(void)
{
    const char *given = getenv("CONCORD");
    char out[PATH_MAX];
    running_begin();
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
    snprintf(out, sizeof out, "%s", running_path("out"));
    running_check(RUN("audit", "datasets/palantir", "-o", out, "--quiet", "--marking", "OFFICIAL"),
                  0, NULL, NULL);
}

/* A shell's exit code and output; %s in the script is the program. */
static struct support_output shell(const char *script)
{
    char *text = NULL;
    ck_assert_int_gt(asprintf(&text, "concord='%s'; %s", program, script), 0);
    const char *const argv[] = {"sh", "-c", text, NULL};
    struct support_output output = support_run(running_work, NULL, argv);
    free(text);
    return output;
}

START_TEST(export_is_the_workbook_of_the_audit)
{
    running_check(
        RUN_IN(running_work, "export", "out/audit.db", "--format", "xlsx", "-o", "w.xlsx"), 0, NULL,
        NULL);
    running_check(shell("cmp w.xlsx out/workbook.xlsx"), 0, NULL, NULL);
    running_check(shell("$concord export out/audit.db -f xlsx -o - | cmp - out/workbook.xlsx"), 0,
                  NULL, NULL);
    running_check(shell("grep -q '  workbook.xlsx$' out/manifest-sha256.txt"), 0, NULL, NULL);
}
END_TEST

START_TEST(export_of_one_table)
{
    running_check(RUN_IN(running_work, "export", "out/audit.db", "--format", "xlsx", "--table",
                         "forces", "-o", "w.xlsx"),
                  0, NULL, NULL);
    running_check(
        shell("unzip -p w.xlsx xl/workbook.xml | grep -o 'sheet name=\"[a-z]*\"' | tr -d '\n'"), 0,
        "sheet name=\"cover\"sheet name=\"notes\"sheet name=\"columns\"sheet name=\"forces\"",
        NULL);
}
END_TEST

START_TEST(export_spares_a_terminal)
{
    struct support_output probe = shell("script -qec true /dev/null </dev/null");
    bool has_terminals = probe.code == 0;
    support_output_done(&probe);
    if (!has_terminals) {
        puts("not tested, since this machine has no pseudo-terminals: export to a terminal");
        return;
    }
    running_check(shell("script -qec \"$concord export out/audit.db --format xlsx\" /dev/null "
                        "</dev/null"),
                  2, "nothing for a terminal", NULL);
}
END_TEST

START_TEST(export_reports_a_full_disk)
{
    running_check(shell("$concord export out/audit.db --format xlsx >/dev/full"), 4, NULL,
                  "No space left");
    running_check(RUN_IN(running_work, "export", "out/audit.db", "--format", "xlsx", "-o", "no/w"),
                  4, NULL, "no/w");
}
END_TEST

/* Room for some of the parts, but not for all: in a mount namespace of its own. */
START_TEST(export_leaves_nothing_on_a_full_disk)
{
    static const char *const rooms[] = {"8k", "24k", "40k"};
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
        char script[1024];
        snprintf(
            script, sizeof script,
            "mkdir -p disk; unshare -%sm sh -c 'mount -t tmpfs -o size=%s tmpfs disk || exit 77; "
            "'$concord' export out/audit.db --format xlsx -o disk/w.xlsx; code=$?; ls -A disk; "
            "exit $code'",
            geteuid() == 0 ? "" : "r", rooms[i]);
        struct support_output output = shell(script);
        if (output.code == 77 || output.code == 1) {
            printf("not tested, since this machine lets nobody mount\n");
            support_output_done(&output);
            return;
        }
        ck_assert_str_eq(output.out, "");
        running_check(output, 4, NULL, "concord: ");
    }
}
END_TEST

START_TEST(export_leaves_no_temporary_file)
{
    running_check(
        shell("mkdir t && TMPDIR=$PWD/t $concord export out/audit.db -f xlsx >w.xlsx && "
              "TMPDIR=$PWD/t $concord export out/audit.db -f xlsx -o t/w.xlsx && ls -A t"),
        0, "w.xlsx\n", NULL);
    running_check(shell("test \"$(ls -A t)\" = w.xlsx"), 0, NULL, NULL);
}
END_TEST

/* Below the first limits the program cannot even be loaded (127); the sanitizers need more than
 * any of them. */
START_TEST(export_survives_any_limit_of_memory)
{
#ifdef SANITIZED
    puts("not tested, since the sanitizers reserve too much: limits of memory");
#else
    running_check(
        shell("for kb in $(seq 64000 800 96000); do rm -f w.xlsx*\n"
              "(ulimit -v $kb; exec $concord export out/audit.db -f xlsx -o w.xlsx) "
              "2>said; code=$?\n"
              "case $code in\n"
              "0) cmp w.xlsx out/workbook.xlsx || exit 1 ;;\n"
              "4) grep -q 'concord: out of memory' said && ! test -e w.xlsx || exit 1 ;;\n"
              "127) ;;\n"
              "*) echo $kb: $code; cat said; exit 1 ;;\n"
              "esac; done; test $code = 0"),
        0, "", NULL);
#endif
}
END_TEST

START_TEST(export_spares_the_audit_that_it_reads)
{
    running_check(shell("cp out/audit.db before.db; ln -s out/audit.db other.db"), 0, NULL, NULL);
    static const char *const names[] = {"out/audit.db", "other.db", "./out/../out/audit.db"};
    for (size_t i = 0; i < LENGTH_OF(names); i++)
        running_check(RUN_IN(running_work, "export", "out/audit.db", "-f", "xlsx", "-o", names[i]),
                      2, NULL, "this is the audit that is read");
    running_check(shell("cmp out/audit.db before.db"), 0, NULL, NULL);
}
END_TEST

Suite *suite_cmd_export(void)
{
    Suite *suite = suite_create("cmd/export");
    TCase *tcase = tcase_create("as a user runs it");
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, begin, running_end);
    tcase_add_test(tcase, export_is_the_workbook_of_the_audit);
    tcase_add_test(tcase, export_of_one_table);
    tcase_add_test(tcase, export_spares_a_terminal);
    tcase_add_test(tcase, export_reports_a_full_disk);
    tcase_add_test(tcase, export_leaves_nothing_on_a_full_disk);
    tcase_add_test(tcase, export_leaves_no_temporary_file);
    tcase_add_test(tcase, export_spares_the_audit_that_it_reads);
    tcase_add_test(tcase, export_survives_any_limit_of_memory);
    suite_add_tcase(suite, tcase);
    return suite;
}
