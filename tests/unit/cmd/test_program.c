/* SPDX-License-Identifier: MIT
 * The program run as a user runs it: each command, each message, each exit code.
 */
#include "running.h"
#include "suites.h"
#include "support.h"

#include "base/memory.h"

#include <check.h>
#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Wrong usage: arguments, and a part of what stderr must say. */
static const struct {
    const char *arguments[5];
    const char *message;
} usages[] = {
    {{"adit"}, "Did you mean `concord audit`?"},
    {{"frobnicate"}, "concord --help"},
    {{"audit"}, "PACK is needed"},
    {{"audit", "a", "b"}, "Too many arguments"},
    {{"audit", "--fail-on", "new:high", "datasets/palantir"}, "needs --baseline"},
    {{"audit", "--fail-on", "new:bad", "datasets/palantir"}, "critical, high, medium, low or info"},
    {{"diff", "a.db"}, "OLD.db and NEW.db are needed"},
    {{"audit", "--marking", "", "datasets/palantir"}, "1 to 60 printable bytes"},
    {{"audit", "--marking", "a\nb", "datasets/palantir"}, "1 to 60 printable bytes"},
    {{"map"}, "AUDIT.db is needed"},
    {{"map", "a.db", "--size", "a3"}, "slide, a4 or web"},
    {{"map", "a.db", "--format", "gif"}, "with commas: svg, png, pdf; not \"gif\""},
    {{"rules", "test"}, "needs DIR"},
    {{"audit", "--seed", "0", "datasets/palantir"}, "a whole number from 1"},
    {{"audit", "--seed", "1x", "datasets/palantir"}, "a whole number from 1"},
    {{"audit", "--users", "20-5", "datasets/palantir"}, "such as 5-20"},
    {{"audit", "--users", "5", "datasets/palantir"}, "such as 5-20"},
    {{"audit", "--prior", "t1=9", "datasets/palantir"}, "such as t1=9,1"},
    {{"audit", "--prior", "t2=9,1", "datasets/palantir"}, "such as t1=9,1"},
    {{"audit", "--prior", "p=0,1", "datasets/palantir"}, "numbers from 0.000001"},
    {{"audit", "--prior", "p=1,inf", "datasets/palantir"}, "numbers from 0.000001"},
    {{"audit", "--ratio", "press=3", "datasets/palantir"}, "third-party=X"},
    {{"audit", "--ratio", "third-party=-3", "datasets/palantir"}, "third-party=X"},
    {{"audit", "--audience", "everybody", "datasets/palantir"}, "internal or public"},
    {{"whatif"}, "AUDIT.db is needed"},
    {{"whatif", "a.db", "--tool", "x"}, "--tool needs --set"},
    {{"whatif", "a.db", "b.db"}, "Too many arguments"},
    {{"explain", "a.db", "G01", "G02"}, "Too many arguments"},
    {{"check", "a", "b"}, "Too many arguments"},
    {{"audit", "--format", "cvs", "datasets/palantir"},
     "with commas: csv, json, html, xlsx, charts, pdf; not \"cvs\""},
    {{"audit", "--fail-on", "severe", "datasets/palantir"}, "critical, high, medium, low or info"},
    {{"check"}, "concord check --help"},
    {{"schema", "respones.csv"}, "responses"},
    {{"rules", "G99"}, "Did you mean G0"},
    {{"rules", "lone-disenter"}, "Did you mean X03"},
    {{"explain", "x.db"}, "AUDIT.db and FINDING are needed"},
    {{"export"}, "AUDIT.db is needed"},
    {{"audit", "--force", "Kent", "x"}, "There is no --force here. Did you mean --forces?"},
    {{"audit", "--force=Kent", "x"}, "There is no --force here. Did you mean --forces?"},
    {{"audit", "x", "--rep"}, "There is no --rep here. Did you mean --replace?"},
    {{"classify", "x", "--out", "y"}, "There is no --out here. Did you mean --output?"},
    {{"check", "x", "--stric"}, "There is no --stric here. Did you mean --strict?"},
    {{"map", "x", "--output=y", "--lis"}, "There is no --lis here. Did you mean --list?"},
};

START_TEST(wrong_usage_exits_2)
{
    /* In the test's folder: what is wrongly taken for right writes there. */
    running_check(support_concord(running_work, NULL, usages[_i].arguments), 2, NULL,
                  usages[_i].message);
}
END_TEST

/* Input that cannot be accepted: the content of one CSV file. */
static const struct {
    const char *bytes;
    size_t size;
    const char *message;
} inputs[] = {
    {"", 0, "empty"},
    {" \n \n", 4, "header"},
    {"a,b,c\n1,2,3\n", 12, "response_id"},
    {"\x7f"
     "ELF\0\1\2\3\0\0\0\0",
     12, "not a CSV file"},
    {"response_id,force_id,force id,request_id,stance\n", 48, "both of one name"},
};

START_TEST(unacceptable_input_exits_3)
{
    support_write_file(running_path("in.csv"), inputs[_i].bytes, inputs[_i].size);
    struct support_output output = RUN_IN(running_work, "audit", "in.csv", "-o", "out");
    ck_assert_msg(strstr(output.err, "in.csv"), "the file is not named: %s", output.err);
    running_check(output, 3, NULL, inputs[_i].message);
    running_check_only("in.csv");
}
END_TEST

START_TEST(one_endless_line_exits_3)
{
    size_t size = 100U << 20;
    char *bytes = memory_new(size, 1);
    memset(bytes, 'x', size);
    support_write_file(running_path("in.csv"), bytes, size);
    free(bytes);
    running_check(RUN_IN(running_work, "audit", "in.csv", "-o", "out"), 3, NULL, "in.csv");
    running_check_only("in.csv");
}
END_TEST

START_TEST(missing_pack_exits_3)
{
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "no-such-pack"), 3, NULL,
                  "no-such-pack");
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "."), 3, NULL,
                  "responses.csv");
    running_check(RUN_IN(running_work, "check", "no-such-pack"), 3, NULL, "no-such-pack");
    running_check(RUN_IN(running_work, "check", ""), 3, NULL, "the name of the pack is empty");
    running_check(RUN_IN(running_work, "explain", "no.db", "G01-x"), 3, NULL, "no.db");
    running_check_only(NULL);
}
END_TEST

/* Whoever only audits learns that there is something to look at. */
START_TEST(an_audit_says_that_there_are_notices)
{
    running_write("in.csv", "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                            "R1,Kent Police,7001/24,argus,2024-02-20,ncnd\n"
                            "R2,Essex Police,7001/24,Argus (TM),2024-02-20,not_held\n");
    running_check(RUN_IN(running_work, "audit", "--format", "csv", "in.csv", "-o", "out"), 0,
                  "4 notices about the pack: `concord check in.csv` says which.\n", NULL);
    running_check(RUN_IN(running_work, "check", "in.csv"), 0,
                  "\"argus\" (1 row) and \"Argus (TM)\" (1 row) are two tools", NULL);
    running_check(support_run(running_work, NULL, (const char *const[]){"mkdir", "p", NULL}), 0,
                  NULL, NULL);
    running_write("p/responses.csv",
                  "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                  "R1,Kent Police,7001/24,argus,2024-02-20,ncnd\n");
    running_write("p/tools.csv", "tool_id,name\nargus,Argus\n");
    running_write("p/guidance.csv", "guidance_id,title,effective_from,condition,expected_stance\n"
                                    "g,Circular,2024-01-01,any,ncnd\n");
    running_check(RUN_IN(running_work, "audit", "--format", "csv", "p", "-o", "clean"), 0,
                  "; as of 2024-02-20.\n\nAre the forces consistent? ", NULL);
}
END_TEST

static const char rejecting[] = "response_id,force_id,request_id,tool_id,date_responded,stance\n"
                                "R1,Kent Police,7001/24,argus,2024-02-20,ncnd\n"
                                "R2,Kemt Police,7001/24,argus,2024-02-20,ncnd\n";

START_TEST(strict_refuses_rejects)
{
    support_write_file(running_path("in.csv"), rejecting, sizeof rejecting - 1);
    running_check(
        RUN_IN(running_work, "audit", "--format", "csv,json", "in.csv", "--strict", "-o", "out"), 3,
        NULL, "in.csv");
    running_check_only("in.csv");
    running_check(RUN_IN(running_work, "check", "in.csv", "--strict"), 3, "Kent Police", NULL);
    running_check(RUN_IN(running_work, "check", "in.csv"), 0, "Kemt Police", NULL);
}
END_TEST

START_TEST(output_that_cannot_be_written_exits_4)
{
    char pack[PATH_MAX];
    ck_assert_ptr_nonnull(realpath("datasets/palantir", pack));
    running_check(
        RUN_IN(running_work, "audit", "--format", "csv,json", pack, "-o", "no/such/folder"), 4,
        NULL, "no/such");
    mkdir(running_path("mine"), 0777);
    support_write_file(running_path("mine/letter.txt"), "x", 1);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", pack, "-o", "mine"), 4,
                  NULL, "mine");
    ck_assert(support_exists(running_path("mine/letter.txt")));
    running_check_only("mine");
}
END_TEST

/* A folder that cannot be written, and a full disk: in a mount namespace of their
 * own, since root may write anywhere. */
static struct support_output run_on_mount(const char *mount_options, const char *pack)
{
    char program[PATH_MAX];
    char *script = memory_new(3, PATH_MAX);
    const char *given = getenv("CONCORD");
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
    mkdir(running_path("disk"), 0777);
    snprintf(script, 3 * PATH_MAX,
             "mount -t tmpfs -o %s tmpfs disk || exit 77; '%s' audit '%s' -o disk/out; code=$?; "
             "ls -A disk; exit $code",
             mount_options, program, pack);
    const char *const user[] = {"unshare", "-rm", "sh", "-c", script, NULL};
    const char *const root[] = {"unshare", "-m", "sh", "-c", script, NULL};
    struct support_output output = support_run(running_work, NULL, geteuid() == 0 ? root : user);
    free(script);
    return output;
}

static void check_on_mount(const char *mount_options)
{
    char pack[PATH_MAX];
    ck_assert_ptr_nonnull(realpath("datasets/palantir", pack));
    struct support_output output = run_on_mount(mount_options, pack);
    if (output.code == 77 || output.code == 1) {
        printf("not tested, since this machine lets nobody mount: %s\n", mount_options);
        support_output_done(&output);
        return;
    }
    ck_assert_str_eq(output.out, ""); /* the disk is as empty as before */
    running_check(output, 4, NULL, "concord: ");
}

START_TEST(full_disk_exits_4)
{
    check_on_mount("size=300k");
}
END_TEST

START_TEST(read_only_disk_exits_4)
{
    check_on_mount("ro");
}
END_TEST

START_TEST(audit_writes_everything)
{
    static const char *const files[] = {"report.html",   "annex.html",          "findings.csv",
                                        "findings.json", "matrix.csv",          "timeline.csv",
                                        "rejects.csv",   "summary.json",        "workbook.xlsx",
                                        "audit.db",      "manifest-sha256.txt", "charts"};
    char out[PATH_MAX], name[PATH_MAX];
    snprintf(out, sizeof out, "%s", running_path("out"));
    running_check(RUN("audit", "datasets/palantir", "-o", out), 0, "report.html", NULL);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(name, sizeof name, "out/%s", files[i]);
        ck_assert_msg(support_exists(running_path(name)), "%s is missing", name);
    }
    const char *const verify[] = {"sha256sum", "-c", "--quiet", "manifest-sha256.txt", NULL};
    running_check(support_run(out, NULL, verify), 0, NULL, NULL);
    running_check_only("out");
}
END_TEST

START_TEST(second_run_is_identical)
{
    char first[PATH_MAX], second[PATH_MAX];
    snprintf(first, sizeof first, "%s", running_path("first"));
    snprintf(second, sizeof second, "%s", running_path("second"));
    running_check(RUN("audit", "datasets/national-example", "-o", first), 0, NULL, NULL);
    running_check(RUN("audit", "datasets/national-example", "-o", second), 0, NULL, NULL);
    const char *const compare[] = {"diff", "-r", "--exclude=audit.db", first, second, NULL};
    running_check(support_run(NULL, NULL, compare), 0, NULL, NULL);
    /* over an output of ours: replaced, and the same again */
    running_check(RUN("audit", "datasets/national-example", "-o", second), 0, NULL, NULL);
    running_check(support_run(NULL, NULL, compare), 0, NULL, NULL);
}
END_TEST

/* Advice is no law: no rule and no output says that somebody broke one. */
START_TEST(nothing_is_called_a_breach)
{
    char out[PATH_MAX], database[PATH_MAX + 16];
    snprintf(out, sizeof out, "%s", running_path("out"));
    snprintf(database, sizeof database, "%s/audit.db", out);
    running_check(RUN("audit", "--format", "csv,json", "datasets/national-example", "-o", out), 0,
                  NULL, NULL);
    static const char words[] = "breach|violat|unlawful|illegal|in contravention";
    const char *const files[] = {"grep", "-riE", words, out, NULL};
    running_check(support_run(NULL, NULL, files), 1, "", NULL);
    struct support_output rules = RUN("rules", "--json");
    support_write_file(running_path("rules.json"), rules.out, strlen(rules.out));
    support_output_done(&rules);
    const char *const catalogue[] = {"grep", "-iE", words, running_path("rules.json"), NULL};
    running_check(support_run(NULL, NULL, catalogue), 1, "", NULL);
}
END_TEST

/* The same rows in another order give the same findings. */
START_TEST(row_order_changes_nothing)
{
    static const char script[] = "cp -r \"$0\" pack && f=pack/responses.csv && "
                                 "{ head -1 $f; tail -n +2 $f | sort -r; } > s && mv s $f";
    char pack[PATH_MAX];
    ck_assert_ptr_nonnull(realpath("tests/cases/13-x03-lone-dissenter", pack));
    const char *const shuffle[] = {"sh", "-c", script, pack, NULL};
    running_check(support_run(running_work, NULL, shuffle), 0, NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", pack, "-o", "a"), 0, NULL,
                  NULL);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "pack", "-o", "b"), 0, NULL,
                  NULL);
    const char *const compare[] = {"cmp", "a/findings.csv", "b/findings.csv", NULL};
    running_check(support_run(running_work, NULL, compare), 0, NULL, NULL);
}
END_TEST

/* A map of one force is a map too, whatever the force said. */
START_TEST(one_force_is_enough)
{
    static const char *const said[] = {"disclosed", "not_held", "ncnd", "refused_cost", "unread"};
    static const char forces[] = "force_id,name,nation,kind,regime\n"
                                 "kent,Kent Police,England,territorial,FOIA\n";
    support_write_file(running_path("forces.csv"), forces, sizeof forces - 1);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        char rows[256];
        int size = snprintf(rows, sizeof rows,
                            "response_id,force_id,request_id,date_responded,stance\n"
                            "a,kent,1/24,2024-02-01,%s\n",
                            said[i]);
        support_write_file(running_path("responses.csv"), rows, (size_t)size);
        running_check(
            RUN_IN(running_work, "audit", "--format", "csv,json", ".", "-o", "out", "--quiet"), 0,
            NULL, NULL);
    }
}
END_TEST

START_TEST(default_folder_is_pack_and_date)
{
    char pack[PATH_MAX];
    ck_assert_ptr_nonnull(realpath("tests/cases/02-g02-confirmed-without-acknowledgement", pack));
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", pack, "--quiet"), 0, NULL,
                  NULL);
    running_check_only("02-g02-confirmed-without-acknowledgement-2024-02-20");
}
END_TEST

START_TEST(bare_file_and_standard_input)
{
    support_write_file(running_path("in.csv"), rejecting, sizeof rejecting - 1);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,json", "in.csv", "-o", "a"), 0,
                  "1 rejected", NULL);
    running_check(support_concord(running_work, running_path("in.csv"),
                                  (const char *const[]){"audit", "-", "-o", "b", NULL}),
                  0, "1 rejected", NULL);
    const char *const compare[] = {"cmp", "a/findings.csv", "b/findings.csv", NULL};
    running_check(support_run(running_work, NULL, compare), 0, NULL, NULL);
}
END_TEST

START_TEST(fail_on_sets_the_exit_code)
{
    const char *pack =
        "tests/cases/02-g02-confirmed-without-acknowledgement"; /* one high finding */
    char out[PATH_MAX];
    snprintf(out, sizeof out, "%s", running_path("out"));
    running_check(RUN("audit", "--format", "csv,json", pack, "-o", out, "--fail-on", "critical"), 0,
                  NULL, NULL);
    running_check(RUN("audit", "--format", "csv,json", pack, "-o", out, "--fail-on", "high"), 1,
                  NULL, NULL);
    running_check(RUN("audit", "--format", "csv,json", pack, "-o", out, "--fail-on", "low"), 1,
                  NULL, NULL);
}
END_TEST

START_TEST(json_summary_has_its_keys)
{
    char out[PATH_MAX];
    snprintf(out, sizeof out, "%s", running_path("out"));
    struct support_output output =
        RUN("audit", "--format", "csv,json", "datasets/palantir", "-o", out, "--json");
    json_error_t fault;
    json_t *summary = json_loads(output.out, 0, &fault);
    ck_assert_msg(summary != NULL, "%s\n%s", fault.text, output.out);
    static const char *const keys[] = {"version", "pack",   "as_of",     "options",
                                       "inputs",  "forces", "responses", "acknowledgements",
                                       "findings"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        ck_assert_msg(json_object_get(summary, keys[i]), "%s is missing", keys[i]);
    size_t index = 0;
    json_t *input = NULL;
    json_array_foreach(json_object_get(summary, "inputs"), index, input)
        ck_assert_int_eq(json_integer_value(json_object_get(input, "read")),
                         json_integer_value(json_object_get(input, "accepted")) +
                             json_integer_value(json_object_get(input, "duplicate")) +
                             json_integer_value(json_object_get(input, "rejected")));
    json_decref(summary);
    support_output_done(&output);
}
END_TEST

START_TEST(rules_and_explain)
{
    char out[128], database[256];
    snprintf(out, sizeof out, "%s/out", running_work);
    snprintf(database, sizeof database, "%s/audit.db", out);
    running_check(RUN("rules"), 0, "X10", NULL);
    running_check(RUN("rules", "g01"), 0, "FROM reading", NULL);
    running_check(RUN("rules", "--json"), 0, "\"rationale\"", NULL);
    running_check(RUN("audit", "--format", "csv,json", "datasets/palantir", "-o", out, "--quiet"),
                  0, NULL, NULL);
    running_check(RUN("explain", database, "L01"), 0, "responses.csv:2", NULL);
    running_check(RUN("explain", database, "L01", "--json"), 0, "\"sha256\"", NULL);
    running_check(RUN("explain", database, "Z99"), 2, NULL, "no finding");
    running_check(RUN("explain", "README.md", "L01"), 3, NULL, "README.md");
    running_check(RUN("export", database, "--format", "ods"), 2, NULL, "csv, json or xlsx");
    struct support_output output = RUN("export", database, "--format", "csv");
    size_t size = 0;
    char *findings = support_read_file(running_path("out/findings.csv"), &size);
    ck_assert_str_eq(output.out, findings);
    free(findings);
    support_output_done(&output);
}
END_TEST

START_TEST(help_is_everywhere)
{
    static const char *const commands[] = {"audit",   "check", "schema", "rules",
                                           "explain", "diff",  "export"};
    running_check(support_concord(NULL, NULL, (const char *const[]){NULL}), 0, "Example:", NULL);
    running_check(RUN("--version"), 0, "concord ", NULL);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        running_check(RUN(commands[i], "--help"), 0, commands[i], NULL);
        running_check(RUN(commands[i], "--version"), 0, "concord", NULL);
    }
}
END_TEST

static void add_tests(TCase *tcase)
{
    tcase_add_loop_test(tcase, wrong_usage_exits_2, 0, sizeof usages / sizeof *usages);
    tcase_add_loop_test(tcase, unacceptable_input_exits_3, 0, sizeof inputs / sizeof *inputs);
    tcase_add_test(tcase, one_endless_line_exits_3);
    tcase_add_test(tcase, missing_pack_exits_3);
    tcase_add_test(tcase, an_audit_says_that_there_are_notices);
    tcase_add_test(tcase, strict_refuses_rejects);
    tcase_add_test(tcase, output_that_cannot_be_written_exits_4);
    tcase_add_test(tcase, full_disk_exits_4);
    tcase_add_test(tcase, read_only_disk_exits_4);
    tcase_add_test(tcase, audit_writes_everything);
    tcase_add_test(tcase, second_run_is_identical);
    tcase_add_test(tcase, nothing_is_called_a_breach);
    tcase_add_test(tcase, row_order_changes_nothing);
    tcase_add_test(tcase, one_force_is_enough);
    tcase_add_test(tcase, default_folder_is_pack_and_date);
    tcase_add_test(tcase, bare_file_and_standard_input);
    tcase_add_test(tcase, fail_on_sets_the_exit_code);
    tcase_add_test(tcase, json_summary_has_its_keys);
    tcase_add_test(tcase, rules_and_explain);
    tcase_add_test(tcase, help_is_everywhere);
}

Suite *suite_cmd_program(void)
{
    Suite *suite = suite_create("cmd/program");
    TCase *tcase = tcase_create("as a user runs it");
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    add_tests(tcase);
    suite_add_tcase(suite, tcase);
    return suite;
}
