/* SPDX-License-Identifier: MIT
 * concord audit --format, --pdf and --marking: what is written, and what stands on it.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *format;
    const char *there[4], *absent[4];
} written[] = {
    {"csv",
     {"findings.csv", "matrix.csv", "summary.json"},
     {"report.html", "charts", "workbook.xlsx"}},
    {"json", {"findings.json", "summary.json"}, {"findings.csv", "report.html", "charts"}},
    {"html",
     {"report.html", "annex.html", "summary.json"},
     {"charts", "findings.csv", "brief.html"}},
    {"xlsx, charts", {"workbook.xlsx", "charts/findings.svg"}, {"report.html", "findings.csv"}},
};

START_TEST(writes_what_is_asked_for)
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", running_path("out"));
    running_check(
        RUN("audit", "datasets/palantir", "-o", folder, "--format", written[_i].format, "--quiet"),
        0, "", NULL);
    char path[64];
    for (int i = 0; i < 4 && written[_i].there[i]; i++) {
        snprintf(path, sizeof path, "out/%s", written[_i].there[i]);
        ck_assert_msg(support_exists(running_path(path)), "%s is missing", path);
    }
    for (int i = 0; i < 4 && written[_i].absent[i]; i++) {
        snprintf(path, sizeof path, "out/%s", written[_i].absent[i]);
        ck_assert_msg(!support_exists(running_path(path)), "%s was written", path);
    }
    running_check(support_run(folder, NULL,
                              (const char *const[]){"sha256sum", "-c", "--quiet",
                                                    "manifest-sha256.txt", NULL}),
                  0, NULL, NULL);
}
END_TEST

/* A folder of an audit is one of ours whatever formats it holds. */
START_TEST(replaces_an_audit_in_another_format)
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", running_path("out"));
    static const char *const formats[] = {"csv", "json", "charts", "xlsx", "csv"};
    for (size_t i = 0; i < LENGTH_OF(formats); i++)
        running_check(
            RUN("audit", "datasets/palantir", "-o", folder, "--format", formats[i], "--quiet"), 0,
            NULL, "");
    ck_assert(!support_exists(running_path("out/workbook.xlsx")));
}
END_TEST

static bool begins_and_ends(const char *text, const char *line)
{
    size_t length = strlen(text), part = strlen(line);
    return length >= 2 * part && strncmp(text, line, part) == 0 &&
           strcmp(text + length - part, line) == 0;
}

START_TEST(the_marking_stands_at_head_and_foot)
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", running_path("out"));
    struct support_output said =
        RUN("audit", "datasets/palantir", "-o", folder, "--marking", "OFFICIAL-SENSITIVE & more");
    ck_assert_int_eq(said.code, 0);
    ck_assert_msg(begins_and_ends(said.out, "OFFICIAL-SENSITIVE & more\n"), "%s", said.out);
    support_output_done(&said);
    static const char *const tables[] = {"out/findings.csv", "out/matrix.csv", "out/rejects.csv",
                                         "out/charts/findings.csv",
                                         "out/charts/stance-map-palantir.csv"};
    size_t size = 0;
    for (size_t i = 0; i < LENGTH_OF(tables); i++) {
        char *text = support_read_file(running_path(tables[i]), &size);
        ck_assert_msg(begins_and_ends(text, "OFFICIAL-SENSITIVE & more\n"), "%s", tables[i]);
        free(text);
    }
    char *svg = support_read_file(running_path("out/charts/findings.svg"), &size);
    const char *first = strstr(svg, "OFFICIAL-SENSITIVE &amp; more");
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_nonnull(strstr(first + 1, "OFFICIAL-SENSITIVE &amp; more"));
    free(svg);
    static const char *const pages[] = {"out/report.html", "out/annex.html"};
    for (size_t i = 0; i < LENGTH_OF(pages); i++) {
        char *page = support_read_file(running_path(pages[i]), &size);
        ck_assert_ptr_nonnull(
            strstr(page, "<p class=\"marking\"><bdi>OFFICIAL-SENSITIVE &amp; more"));
        free(page);
    }
    char *marking = running_query("out/audit.db", "SELECT marking FROM audit");
    ck_assert_str_eq(marking, "OFFICIAL-SENSITIVE & more");
    free(marking);
}
END_TEST

START_TEST(without_a_marking_there_is_none)
{
    running_check(RUN("audit", "datasets/palantir", "-o", running_path("out"), "--quiet"), 0, NULL,
                  NULL);
    size_t size = 0;
    char *text = support_read_file(running_path("out/findings.csv"), &size);
    ck_assert_msg(strncmp(text, "finding_id,", 11) == 0, "%.40s", text);
    free(text);
}
END_TEST

/* Said before the pack is read, and nothing is left. */
START_TEST(a_missing_converter_is_named)
{
    const char *const argv[] = {"env",   "PATH=/nonexistent", NULL,
                                "audit", "datasets/palantir", "--pdf",
                                "-o",    running_path("out"), NULL};
    const char *program = getenv("CONCORD");
    const char *arguments[LENGTH_OF(argv)];
    memcpy(arguments, argv, sizeof argv);
    arguments[2] = program ? program : "build/concord";
    running_check(support_run(NULL, NULL, arguments), 4, NULL, "apt install chromium");
    running_check_only(NULL);
}
END_TEST

static bool has_converter(void)
{
    struct support_output found =
        support_run(NULL, NULL, (const char *const[]){"sh", "-c", "command -v chromium", NULL});
    bool has = found.code == 0;
    support_output_done(&found);
    return has;
}

/* Wherever the signal finds it: drawing, printing, or done. */
START_TEST(a_signal_leaves_nothing_behind)
{
    if (!has_converter())
        return;
    static const char *const seconds[] = {"0.3", "0.8", "1.5", "3"};
    char temporary[PATH_MAX + 8];
    snprintf(temporary, sizeof temporary, "TMPDIR=%s", running_work);
    const char *program = getenv("CONCORD");
    const char *const argv[] = {"env",
                                temporary,
                                "timeout",
                                "-s",
                                "TERM",
                                seconds[_i],
                                program ? program : "build/concord",
                                "audit",
                                "datasets/palantir",
                                "--pdf",
                                "--quiet",
                                "-o",
                                running_path("out"),
                                NULL};
    struct support_output output = support_run(NULL, NULL, argv);
    int code = output.code;
    support_output_done(&output);
    running_check_only(code == 0 ? "out" : NULL);
}
END_TEST

START_TEST(the_brief_has_two_pages)
{
    if (!has_converter()) {
        puts("not tested, since chromium is not installed: --pdf");
        return;
    }
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", running_path("out"));
    running_check(
        RUN("audit", "datasets/palantir", "-o", folder, "--format", "pdf", "--marking", "OFFICIAL"),
        0, "Brief:  ", NULL);
    ck_assert(support_exists(running_path("out/report.pdf")));
    ck_assert(!support_exists(running_path("out/report.html")));
    size_t size = 0;
    char *pdf = support_read_file(running_path("out/brief.pdf"), &size);
    ck_assert_ptr_nonnull(memmem(pdf, size, "/CreationDate (D:20260630000000", 31));
    int pages = 0;
    for (char *at = pdf; (at = memmem(at, size - (size_t)(at - pdf), "/Type /Page\n", 12)); at++)
        pages++;
    ck_assert_int_ge(pages, 1);
    ck_assert_int_le(pages, 2);
    free(pdf);
    const char *const words[] = {"pdftotext", "out/brief.pdf", "-", NULL};
    running_check(support_run(running_work, NULL, words), 0, "And 5 more, in the full report.",
                  NULL);
}
END_TEST

Suite *suite_cmd_formats(void)
{
    TCase *c;
    Suite *suite = suite_with_case("cmd/formats", &c);
    tcase_add_checked_fixture(c, running_begin, running_end);
    ADD_TABLE_TEST(c, writes_what_is_asked_for, written);
    tcase_add_test(c, replaces_an_audit_in_another_format);
    tcase_add_test(c, the_marking_stands_at_head_and_foot);
    tcase_add_test(c, without_a_marking_there_is_none);
    tcase_add_test(c, a_missing_converter_is_named);
    tcase_add_loop_test(c, a_signal_leaves_nothing_behind, 0, 4);
    tcase_add_test(c, the_brief_has_two_pages);
    return suite;
}
