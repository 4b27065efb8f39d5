/* SPDX-License-Identifier: MIT */
#include "report/template.h"

#include "base/embedded.h"
#include "fixture.h"
#include "report/escape.h"
#include "report/output.h"
#include "report/template_parse.h"
#include "suites.h"

#include <check.h>
#include <stdlib.h>

static sqlite3 *db;

static void open_fixture(void)
{
    db = fixture_database(":memory:");
    struct error err = {0};
    ck_assert_msg(output_prepare(db, NULL, &err) &&
                      database_run_file(db, "reports/tables/09-dossier.sql", &err),
                  "%s", err.what);
}

static void close_fixture(void)
{
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}

static bool write_raw(void *context, struct slice value, FILE *out, struct error *err)
{
    (void)context;
    (void)err;
    fprintf(out, "<raw %.*s>", (int)value.length, value.bytes);
    return true;
}

/* The rendered text; the caller frees. */
static char *render(const char *text)
{
    struct error err = {0};
    struct template *t = NULL;
    ck_assert_msg(template_parse(db, "template", slice_of(text), &t, &err), "%ld: %s", err.line,
                  err.what);
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    ck_assert_msg(template_render(t, write_raw, NULL, out, &err), "%s", err.what);
    ck_assert_int_eq(fclose(out), 0);
    template_free(t);
    return result;
}

static const struct {
    const char *text, *expected;
} renderings[] = {
    {"plain } { text", "plain } { text"},
    {"{{#summary_run}}{{pack}}{{/summary_run}}", "pack &lt;b&gt;&amp;&quot;&#39;"},
    {"{{#page_severity_counts}}{{severity}}={{n}};{{/page_severity_counts}}",
     "critical=3;high=0;medium=0;low=1;info=0;"},
    {"{{#summary_run}}{{?label}}yes{{/label}}{{-label}}no{{/label}}{{/summary_run}}", "yes"},
    {"{{#summary_run}}{{?options}}yes{{/options}}{{-options}}no{{/options}}{{/summary_run}}", "no"},
    {"{{#page_rejects}}{{line}} {{/page_rejects}}{{^page_rejects}}none{{/page_rejects}}", "8 9 "},
    /* An inner query sees the columns around it, and runs anew for each row. */
    {"{{#page_matrices}}{{tool_id}}:{{#page_matrix_bands}}{{#page_matrix_requests}}{{request_id}}*{"
     "{span}} "
     "{{/page_matrix_requests}}{{/page_matrix_bands}};{{/page_matrices}}",
     "palantir:1750/22*1 995/24*1 ;../up &quot;x&quot;:995/24*1 ;"},
    /* A tag alone on its line leaves no empty line. */
    {"a\n{{#page_notices}}\n  {{rows}}\n{{/page_notices}}\nb\n", "a\n  7\nb\n"},
    {"{{#summary_run}}{{&version}}{{/summary_run}}", "<raw 9.9>"},
    {"{{#summary_run}}{{$label}}{{/summary_run}}", "Invented data\\3a  \\22 none\\22  is real"},
};

START_TEST(test_renders)
{
    char *result = render(renderings[_i].text);
    ck_assert_str_eq(result, renderings[_i].expected);
    free(result);
}
END_TEST

START_TEST(test_names_turning_characters_in_css)
{
    fixture_run(db, "UPDATE audit SET label = 'a\xe2\x80\xae"
                    "b'");
    char *result = render("{{#summary_run}}{{$label}}{{/summary_run}}");
    ck_assert_str_eq(result, "a[U+202E]b");
    free(result);
}
END_TEST

START_TEST(test_links_only_web_addresses)
{
    fixture_run(db, "UPDATE audit SET label = 'javascript:alert(1)'");
    char *result = render("{{#summary_run}}<a href=\"{{label}}\">{{label}}</a>{{/summary_run}}");
    ck_assert_str_eq(result, "<a href=\"#\">javascript:alert(1)</a>");
    free(result);
    fixture_run(db, "UPDATE audit SET label = 'HTTPS://x.org/?a=\"b\"&c={\xc3\xa9} %20'");
    result = render("{{#summary_run}}<a href=\"{{label}}\">{{/summary_run}}");
    ck_assert_str_eq(result, "<a href=\"HTTPS://x.org/?a=%22b%22&amp;c=%7B%C3%A9%7D%20%20\">");
    free(result);
}
END_TEST

START_TEST(test_shows_control_characters)
{
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    escape_html(out, (struct slice){"a\0b\x1b\xc2\x85 \xc3\xa9\n\x7f", 11});
    ck_assert_int_eq(fclose(out), 0);
    ck_assert_str_eq(result, "a\xef\xbf\xbd"
                             "b\xef\xbf\xbd\xef\xbf\xbd \xc3\xa9\n\xef\xbf\xbd");
    free(result);
}
END_TEST

static const struct {
    const char *text;
    long line;
    const char *what;
} mistakes[] = {
    {"{{name}}", 1, "column 1: {{name}}: no query around"},
    {"\n  {{#no_such_query}}", 2, "column 3: {{no_such_query}}: there is no such query"},
    {"{{#summary_run}}\n{{pack}}", 2, "{{summary_run}}: is not closed"},
    {"{{#summary_run}}{{/page}}", 1, "column 17: {{page}}: closes what is not open"},
    {"{{/page}}", 1, "closes what is not open"},
    {"a {{#page", 1, "column 3: {{}}: the tag is not closed"},
    {"{{>nowhere}}", 1, "there is no such part"},
    {"{{=nowhere.css}}", 1, "there is no such file"},
    {"{{@nowhere}}", 1, "there is no such chart"},
    {"{{@matrix}}", 1, "a parameter of the query is no column around it"},
    {"{{#page_evidence}}{{/page_evidence}}", 1, "a parameter of the query is no column around it"},
};

START_TEST(test_names_mistakes)
{
    struct error err = {0};
    struct template *t = NULL;
    ck_assert(!template_parse(db, "template", slice_of(mistakes[_i].text), &t, &err));
    ck_assert_int_eq(err.line, mistakes[_i].line);
    ck_assert_msg(strstr(err.what, mistakes[_i].what) != NULL, "%s", err.what);
}
END_TEST

/* Every page and part that is embedded: a page is read with all its parts. */
START_TEST(test_reads_all_pages)
{
    int pages = 0;
    for (size_t i = 0; i < embedded_count; i++) {
        const char *path = embedded_files[i].path;
        char room[64], name[64];
        if (sscanf(path, "reports/page/%63[a-z]/%63[a-z].html", room, name) != 2 ||
            strcmp(room, name) != 0 || !strstr(embedded_text(path), "<!DOCTYPE html>"))
            continue;
        struct error err = {0};
        struct template *t = NULL;
        ck_assert_msg(template_read(db, name, &t, &err), "%s:%ld: %s", err.source, err.line,
                      err.what);
        template_free(t);
        pages++;
    }
    ck_assert_int_eq(pages, 4);
}
END_TEST

Suite *suite_report_template(void)
{
    Suite *s = suite_create("report/template");
    TCase *c = tcase_create("template");
    tcase_add_checked_fixture(c, open_fixture, close_fixture);
    tcase_add_loop_test(c, test_renders, 0, sizeof renderings / sizeof *renderings);
    tcase_add_test(c, test_links_only_web_addresses);
    tcase_add_test(c, test_names_turning_characters_in_css);
    tcase_add_test(c, test_shows_control_characters);
    tcase_add_loop_test(c, test_names_mistakes, 0, sizeof mistakes / sizeof *mistakes);
    tcase_add_test(c, test_reads_all_pages);
    suite_add_tcase(s, c);
    return s;
}
