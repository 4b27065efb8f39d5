/* SPDX-License-Identifier: MIT */
#include "report/output.h"

#include "base/embedded.h"
#include "fixture.h"
#include "making.h"
#include "report/csvout.h"
#include "store/query.h"
#include "store/statements.h"
#include "suites.h"
#include "support.h"

#include <check.h>
#include <jansson.h>
#include <stdlib.h>

static void write_output(const char *path)
{
    struct error err = {0};
    struct outdir *o = NULL;
    ck_assert_msg(outdir_begin(path, &any_pack, &o, &err), "%s", err.what);
    sqlite3 *db = fixture_database(outdir_database_path(o));
    ck_assert_msg(output_write(db, o, &(struct output_plan){.formats = OUTPUT_AS_USUAL}, &err),
                  "%s: %s", err.source, err.what);
    ck_assert_msg(database_finish(db, &err), "%s", err.what);
    ck_assert_msg(outdir_commit(o, &err), "%s", err.what);
}

static char *read_text(const char *path)
{
    size_t size = 0;
    return support_read_file(path, &size);
}

/* The first line of a file, without its end. */
static char *read_header(const char *path)
{
    char *text = read_text(path);
    text[strcspn(text, "\n")] = '\0';
    return text;
}

static const struct {
    const char *value, *expected;
} fields[] = {
    {"", ""},
    {"plain", "plain"},
    {" spaces ", " spaces "},
    {"0745", "0745"},
    {"=1+1", "=1+1"},
    {"a,b", "\"a,b\""},
    {"a\"b", "\"a\"\"b\""},
    {"a\nb", "\"a\nb\""},
    {"a\rb", "\"a\rb\""},
    {"a;b", "a;b"},
    {"\xc3\xa9\xe2\x80\xae", "\xc3\xa9\xe2\x80\xae"},
};

START_TEST(test_quotes_fields)
{
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    csvout_write_field(out, slice_of(fields[_i].value));
    ck_assert_int_eq(fclose(out), 0);
    ck_assert_str_eq(result, fields[_i].expected);
    free(result);
}
END_TEST

/* OUTPUTS.md names the columns and their order. */
static const struct {
    const char *file, *header;
} headers[] = {
    {"out/findings.csv", "finding_id,rule_id,severity,certainty,status,change,force_id,tool_id,"
                         "request_id,question_id,date,"
                         "response_ids,acknowledgement_ids,message,remedy,parties,parties_digest,"
                         "ruling_ids,notes,read_by_machine,matter_id"},
    {"out/matters.csv",
     "rank,matter_id,severity,certainty,change,rule_ids,force_id,parties,tool_ids,"
     "request_ids,question_ids,findings,finding_ids,waived_finding_ids,letters,"
     "response_ids,first_date,last_date,message,remedy,"
     "overtaken_by,parties_joined,parties_left,was_matter_ids"},
    {"out/letters.csv",
     "force_id,tool_id,request_id,stage,date_received,date_responded,days_taken,due,"
     "due_working_days,late,question_id,topic,response_id,reference,applicant_kind,"
     "stance,position,position_on_use,partial_ncnd,held_statement,use_statement,"
     "exemptions,harm_test,public_interest_test,link,stands,acknowledged,guidance_id,"
     "expected_stance,conforms,finding_ids,matter_ids,note,coded_by,source_url,"
     "retrieved_on,file,line"},
    {"out/citation-faults.csv",
     "force_id,tool_id,request_id,stage,date_responded,question_id,response_ids,"
     "exemptions,rule_id,fault,severity,certainty,status,finding_id,matter_id,message,"
     "remedy"},
    {"out/deadlines.csv",
     "state,kind,force_id,tool_id,request_id,stage,since,twentieth_day,fortieth_day,"
     "due,due_working_days,days_left,ordered,response_id,ruling_id,finding_ids,as_of,"
     "source_url"},
    {"out/moves.csv",
     "moved,force_id,tool_id,from_position,to_position,certainty,explained,from_date,"
     "from_request_id,from_id,to_date,to_request_id,to_id,finding_ids"},
    {"out/both.csv", "force_id,family,tool_ids,same_tool_ids,confirms,ncnds,confirm_response_ids,"
                     "ncnd_response_ids,first_confirm,first_ncnd,last_confirm,last_ncnd,"
                     "public_positions,finding_ids"},
    {"out/matrix.csv",
     "force_id,tool_id,request_id,question_id,topic,stage,date_responded,stance,"
     "partial_ncnd,position,qualified,"
     "acknowledged,guidance_id,expected_stance,conforms,finding_ids,coded_by,silence"},
    {"out/silences.csv", "tool_id,request_id,force_id,kind,words,response_ids"},
    {"out/timeline.csv",
     "date,kind,id,force_id,tool_id,request_id,question_id,stage,says,position,step,confirming,"
     "denying,ncnd,inconsistent_with,source_url,note,coded_by"},
    {"out/rulings.csv", "ruling_id,body,reference,force_id,request_id,tool_id,date,outcome,about,"
                        "provisions,ordered,set_aside_by,finding_ids,summary,source_url,"
                        "retrieved_on"},
    {"out/likeness.csv", "request_id,question_id,tool_id,force_id,response_id,position,runs,others,"
                         "alike,nearest_force_id,nearest_likeness,form_of_guidance_id,"
                         "share_of_form"},
    {"out/rejects.csv", "file,line,column,code,value,message,suggestion"},
};

START_TEST(test_writes_the_columns)
{
    write_output("out");
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        char *header = read_header(headers[i].file);
        ck_assert_str_eq(header, headers[i].header);
        free(header);
    }
}
END_TEST

START_TEST(test_orders_findings)
{
    write_output("out");
    char *text = read_text("out/findings.csv");
    const char *at = text;
    static const char *const order[] = {"\nG03-000000000004", "\nX02-000000000002",
                                        "\nG03-000000000003", "\nL08-000000000001"};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        at = strstr(at, order[i]);
        ck_assert_msg(at != NULL, "%s is missing or out of order", order[i] + 1);
    }
    ck_assert_ptr_nonnull(strstr(text, "\"Cumbria, \"\"denied\"\", it says.\""));
    free(text);
}
END_TEST

START_TEST(test_puts_undated_first)
{
    write_output("out");
    char *text = read_text("out/timeline.csv");
    const char *undated = strstr(text, "\n,acknowledgement,kent-undated,kent,palantir,");
    const char *dated = strstr(text, "\n2022-01-08,response,r;1,<script>,palantir,");
    ck_assert_ptr_nonnull(undated);
    ck_assert_ptr_nonnull(dated);
    ck_assert(undated < dated);
    free(text);
}
END_TEST

START_TEST(test_writes_json)
{
    write_output("out");
    json_error_t fault_in;
    json_t *findings = json_load_file("out/findings.json", 0, &fault_in);
    ck_assert_msg(findings != NULL, "%s", fault_in.text);
    ck_assert_uint_eq(json_array_size(findings), 4);
    const json_t *split = json_array_get(findings, 1);
    ck_assert_str_eq(json_string_value(json_object_get(split, "finding_id")), "X02-000000000002");
    const json_t *ids = json_object_get(split, "response_ids");
    ck_assert_uint_eq(json_array_size(ids), 2);
    ck_assert_str_eq(json_string_value(json_array_get(ids, 1)), "r;1");
    ck_assert(json_is_null(json_object_get(split, "force_id")));
    json_decref(findings);
}
END_TEST

START_TEST(test_summarises)
{
    write_output("out");
    json_t *summary = json_load_file("out/summary.json", 0, NULL);
    static const char *const keys[] = {
        "version", "pack",    "as_of",     "options",          "inputs",   "forces",
        "rejects", "notices", "responses", "acknowledgements", "findings", "headline"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        ck_assert_msg(json_object_get(summary, keys[i]) != NULL, "%s is missing", keys[i]);
    const json_t *findings = json_object_get(summary, "findings");
    ck_assert_int_eq(json_integer_value(json_object_get(findings, "critical")), 3);
    ck_assert_int_eq(json_integer_value(json_object_get(findings, "low")), 1);
    ck_assert_int_eq(json_integer_value(json_object_get(findings, "waived")), 0);
    const json_t *first = json_array_get(json_object_get(summary, "headline"), 0);
    ck_assert_str_eq(
        json_string_value(json_object_get(first, "sentence")),
        "Of 6 forces, 3 have a public position on Palantir: 1 confirms, 1 denies and 1 "
        "neither confirms nor denies (NCND). Of the others, 1 refused on cost; 1 gave "
        "an answer that nobody has read yet; 1 was asked and no answer is known.");
    json_decref(summary);
}
END_TEST

START_TEST(test_repeats_byte_for_byte)
{
    write_output("one");
    write_output("two");
    const char *const argv[] = {"diff", "-r", "--brief", "--exclude=audit.db", "one", "two", NULL};
    ck_assert_int_eq(fixture_program(argv), 0);
}
END_TEST

/* Two pages, and what only the report has. */
static const struct {
    const char *path;
    int least_links;
    bool has_user_text;
} pages[] = {{"out/report.html", 10, true}, {"out/annex.html", 4, false}};

START_TEST(test_page_shows_hostile_text)
{
    write_output("out");
    char *page = read_text(pages[_i].path);
    /* The one script is ours, at the end. */
    const char *script = strstr(page, "<script>");
    ck_assert(script && !strstr(script + 1, "<script"));
    ck_assert_ptr_null(strstr(page, "<script src"));
    ck_assert_ptr_null(strstr(page, "href=\"javascript"));
    ck_assert_ptr_null(strstr(page, "href=\"JavaScript"));
    ck_assert_ptr_null(strstr(page, "<i>two"));
    ck_assert_ptr_nonnull(strstr(page, "Invented data: &quot;none&quot; is real"));
    if (!pages[_i].has_user_text) {
        free(page);
        return;
    }
    ck_assert_ptr_nonnull(strstr(page, "Late by &lt;i&gt;two&lt;/i&gt; days."));
    ck_assert_ptr_nonnull(strstr(page, "&lt;script&gt;alert(&quot;x&quot;)"));
    ck_assert_ptr_nonnull(strstr(page, "<a href=\"https://example.org/1\""));
    free(page);
}
END_TEST

/* No network: nothing is fetched from anywhere. */
START_TEST(test_page_stands_alone)
{
    write_output("out");
    char *page = read_text(pages[_i].path);
    static const char *const loads[] = {"src=", "<link", "@import", "<iframe", "<object"};
    for (size_t i = 0; i < sizeof loads / sizeof *loads; i++)
        ck_assert_msg(strstr(page, loads[i]) == NULL, "%s", loads[i]);
    /* Hatching is a part of the picture itself. */
    for (const char *at = page; (at = strstr(at, "url(")); at++)
        ck_assert_msg(strncmp(at, "url(#", 5) == 0, "%.40s", at);
    ck_assert(!pages[_i].has_user_text || strstr(page, "<svg role=\"img\""));
    free(page);
}
END_TEST

/* Each link within the page has its target, and no name stands twice. */
START_TEST(test_page_links_lead_somewhere)
{
    write_output("out");
    char *page = read_text(pages[_i].path);
    int links = 0;
    for (const char *p = strstr(page, "href=\"#"); p; p = strstr(p + 1, "href=\"#")) {
        char target[128];
        const char *name = p + strlen("href=\"#");
        snprintf(target, sizeof target, " id=\"%.*s\"", (int)strcspn(name, "\""), name);
        const char *found = strstr(page, target);
        ck_assert_msg(found != NULL, "no%s", target);
        ck_assert_msg(strstr(found + 1, target) == NULL, "two of%s", target);
        links++;
    }
    ck_assert_int_ge(links, pages[_i].least_links);
    free(page);
}
END_TEST

/* A link from one page to a place on the other finds it. */
START_TEST(test_pages_link_to_each_other)
{
    write_output("out");
    const char *mark = _i ? "href=\"report.html" : "href=\"annex.html";
    char *page = read_text(pages[_i].path), *other = read_text(pages[1 - _i].path);
    int links = 0;
    for (const char *p = strstr(page, mark); p; p = strstr(p + 1, mark)) {
        char target[128];
        const char *name = p + strlen(mark);
        links++;
        if (*name != '#')
            continue;
        snprintf(target, sizeof target, " id=\"%.*s\"", (int)strcspn(name + 1, "\""), name + 1);
        ck_assert_msg(strstr(other, target) != NULL, "no%s", target);
    }
    ck_assert_int_ge(links, 3);
    free(page);
    free(other);
}
END_TEST

/* Without JavaScript everything is shown: only the script closes a fold. */
START_TEST(test_folds_are_open)
{
    write_output("out");
    char *page = read_text(pages[_i].path);
    int folds = 0;
    for (const char *p = strstr(page, "<details"); p; p = strstr(p + 1, "<details")) {
        size_t length = strcspn(p, ">");
        ck_assert_msg(memmem(p, length, " open", 5) != NULL, "%.*s", (int)length, p);
        folds++;
    }
    ck_assert_int_ge(folds, 1);
    ck_assert_ptr_null(strstr(page, "content-visibility"));
    free(page);
}
END_TEST

START_TEST(test_page_is_valid)
{
    write_output("out");
    const char *const argv[] = {"tidy", "-e", "-q", "--show-warnings", "no", pages[_i].path, NULL};
    int code = fixture_program(argv);
    ck_assert_msg(code == 0 || code == 1, "tidy says %d", code);
}
END_TEST

START_TEST(test_charts_are_named_safely)
{
    write_output("out");
    static const char *const names[] = {"palantir", "tool_2"};
    static const char *const endings[] = {"svg", "png", "csv"};
    for (int i = 0; i < 6; i++) {
        char path[128];
        snprintf(path, sizeof path, "out/charts/stance-map-%s.%s", names[i / 3], endings[i % 3]);
        ck_assert_msg(support_exists(path), "%s", path);
    }
    ck_assert(!support_exists("out/charts/stance-map.gp"));
}
END_TEST

START_TEST(test_empty_audit_has_a_page)
{
    struct error err = {0};
    struct outdir *o = NULL;
    ck_assert(outdir_begin("out", &any_pack, &o, &err));
    sqlite3 *db = NULL;
    ck_assert(database_create(outdir_database_path(o), &db, &err));
    fixture_run(db,
                "INSERT INTO audit (only_one, version, schema_version, pack, as_of_given, options) "
                "VALUES (1, '9.9', 1, 'nothing', 0, '')");
    ck_assert_msg(output_write(db, o, &(struct output_plan){.formats = OUTPUT_AS_USUAL}, &err),
                  "%s: %s", err.source, err.what);
    ck_assert(database_finish(db, &err));
    ck_assert(outdir_commit(o, &err));
    ck_assert(!support_exists("out/charts"));
    char *page = read_text("out/report.html");
    ck_assert_ptr_nonnull(strstr(page, "No response was loaded"));
    ck_assert_ptr_nonnull(strstr(page, "There is no open matter."));
    free(page);
    char *findings = read_text("out/findings.json");
    ck_assert_str_eq(findings, "[\n]\n");
    free(findings);
}
END_TEST

static bool is_ordered(const struct statement *s)
{
    static const char *const single[] = {
        "brief_further",         "page_verdict",        "page",
        "page_agreement_counts", "page_change",         "page_complaint_forces",
        "page_evidence_rest",    "page_finding_counts", "page_findings_listed",
        "page_further_matters",  "page_further_tools",  "page_loaded_counts",
        "page_uncharted_tools",  "page_waived_further"};
    for (size_t i = 0; i < sizeof single / sizeof *single; i++)
        if (strcmp(s->name, single[i]) == 0)
            return true;
    return memmem(s->sql.bytes, s->sql.length, "ORDER BY", 8) != NULL;
}

/* What a page shows does not depend on how the tables are stored, and changes nothing. */
START_TEST(test_rows_of_pages_have_an_order)
{
    sqlite3 *db = fixture_database(":memory:");
    struct error err = {0};
    ck_assert(output_prepare(db, NULL, &err) &&
              database_run_file(db, "reports/tables/09-dossier.sql", &err));
    size_t count = 0, seen = 0;
    const struct statement *all = statements_all(&count);
    for (size_t i = 0; i < count; i++) {
        if (strncmp(all[i].path, "reports/", 8) != 0)
            continue;
        SCOPED_QUERY s = query_prepare(db, all[i].name);
        ck_assert_msg(sqlite3_stmt_readonly(s), "%s", all[i].name);
        ck_assert_msg(is_ordered(&all[i]), "%s has no order", all[i].name);
        seen++;
    }
    ck_assert_uint_gt(seen, 50);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
}
END_TEST

Suite *suite_report_output(void)
{
    Suite *s = suite_create("report/output");
    TCase *c = tcase_create("fields");
    tcase_add_loop_test(c, test_quotes_fields, 0, sizeof fields / sizeof *fields);
    tcase_add_test(c, test_rows_of_pages_have_an_order);
    suite_add_tcase(s, c);
    c = tcase_create("files");
    tcase_set_timeout(c, 60);
    tcase_add_checked_fixture(c, fixture_enter, fixture_leave);
    tcase_add_test(c, test_writes_the_columns);
    tcase_add_test(c, test_orders_findings);
    tcase_add_test(c, test_puts_undated_first);
    tcase_add_test(c, test_writes_json);
    tcase_add_test(c, test_summarises);
    tcase_add_test(c, test_repeats_byte_for_byte);
    tcase_add_loop_test(c, test_page_shows_hostile_text, 0, 2);
    tcase_add_loop_test(c, test_page_stands_alone, 0, 2);
    tcase_add_loop_test(c, test_page_links_lead_somewhere, 0, 2);
    tcase_add_loop_test(c, test_page_is_valid, 0, 2);
    tcase_add_loop_test(c, test_pages_link_to_each_other, 0, 2);
    tcase_add_loop_test(c, test_folds_are_open, 0, 2);
    tcase_add_test(c, test_charts_are_named_safely);
    tcase_add_test(c, test_empty_audit_has_a_page);
    suite_add_tcase(s, c);
    return s;
}
