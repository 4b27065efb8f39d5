/* SPDX-License-Identifier: MIT
 *
 * What may differ, and is therefore left out here:
 *   - the line of a row, wherever it is shown, and the size and the digest of a file: they tell
 *     which these very files are, and where in them a row stands;
 *   - the order of rejected rows and of notices, which is that of the files, so that one can go
 *     through a file from its top;
 *   - which of two identical rows is the duplicate, which shows in nothing but the line.
 * Nothing else is: the order of the rows of every output counts.
 */
#include "order/outputs.h"

#include "base/memory.h"
#include "cmd/audit_summary.h"
#include "cmd/explain_advice.h"
#include "reader/csv_reader.h"
#include "report/chart.h"
#include "report/chart_kind.h"
#include "report/csvout.h"
#include "report/jsonout.h"
#include "report/output.h"
#include "report/template.h"

#include <check.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct output_kind output_kinds[] = {
    {"findings", "finding_id", "rule_id"},
    {"matters", "matter_id", NULL},
    {"matrix", "force_id tool_id request_id question_id", NULL},
    {"letters", "response_id", NULL},
    {"citation-faults", "finding_id response_ids", "rule_id"},
    {"deadlines", "kind force_id request_id stage ruling_id", "kind"},
    {"moves", "moved force_id tool_id to_id", "moved"},
    {"both", "force_id family", NULL},
    {"timeline", "kind id tool_id question_id", "kind"},
    {"rulings", "ruling_id", NULL},
    {"likeness", "request_id question_id tool_id force_id", NULL},
    {"rejects", NULL, "code"},
    {"forces", "force_id tool_id", NULL},
    {"complaint-risk", "force_id tool_id finding_id", NULL},
    {"exposure", "tool_id", NULL},
    {"whatif", "tool_id force_id from_position to_position", NULL},
    {"corrections", "aim tool_id force_id", "aim"},
    {"agreement", "request_id question_id tool_id", NULL},
    {"tool-agreement", "tool_id orientation measured_on statistic", "statistic"},
    {"change-tests", "tool_id test compares", "test"},
    {"findings.json", "finding_id", "rule_id"},
    {"summary.json", NULL, NULL},
    {"explain", "finding_id", "rule_id"},
    {"terminal", NULL, NULL},
    {"charts", "chart", "kind"},
    {"report", "section", "section"},
    {"brief", NULL, NULL},
};
const size_t output_kind_count = sizeof output_kinds / sizeof *output_kinds;

/* Fills err, which fails the test: of what the program says could not be done. */
static void must(bool ok, const struct error *err)
{
    ck_assert_msg(ok, "%s: %s", err->source, err->what);
}

static json_t *text_of(struct slice text)
{
    json_t *value = json_stringn(text.bytes, text.length);
    if (!value) /* not ck_assert, which writes a file each time: this is called for each cell */
        ck_abort_msg("not UTF-8: %.*s", (int)text.length, text.bytes);
    return value;
}

/* A stream into memory whose text becomes the column of a row. */
struct written {
    char *text;
    size_t size;
    FILE *out;
};

static void write_begin(struct written *w)
{
    *w = (struct written){0};
    w->out = open_memstream(&w->text, &w->size);
    ck_assert_ptr_nonnull(w->out);
}

static struct slice write_end(struct written *w)
{
    ck_assert_int_eq(fclose(w->out), 0);
    return (struct slice){w->text, w->size};
}

static void write_into(json_t *row, const char *column, struct written *w)
{
    json_object_set_new(row, column, text_of(write_end(w)));
    free(w->text);
}

/* Of text in which "BEFORE123AFTER" tells a line: the same with 0 for the number. */
static char *without_numbers(struct slice text, const char *before, const char *after)
{
    struct written w;
    write_begin(&w);
    size_t head = strlen(before), tail = strlen(after);
    for (size_t i = 0; i < text.length; i++) {
        putc_unlocked(text.bytes[i], w.out);
        if (i + 1 < head || memcmp(text.bytes + i + 1 - head, before, head) != 0)
            continue;
        size_t digits = 0;
        while (i + 1 + digits < text.length && isdigit((unsigned char)text.bytes[i + 1 + digits]))
            digits++;
        bool is_line = digits && i + 1 + digits + tail <= text.length &&
                       memcmp(text.bytes + i + 1 + digits, after, tail) == 0;
        i += is_line ? digits : 0;
    }
    write_end(&w);
    return w.text;
}

static bool tells_a_place(const char *column)
{
    return strcmp(column, "line") == 0 || strcmp(column, "sha256") == 0;
}

/* A notice of rows that stand twice tells where the first one is. */
static void remove_line_of_duplicate(json_t *notice)
{
    const char *message = json_string_value(json_object_get(notice, "message"));
    if (!message)
        return;
    SCOPED_TEXT placeless = without_numbers(slice_of(message), "the first is on line ", "");
    json_object_set_new(notice, "message", text_of(slice_of(placeless)));
}

/* Takes lines and digests out of objects, however deep. */
static void remove_places(json_t *value)
{
    const char *key = NULL;
    json_t *inner = NULL;
    void *next = NULL;
    size_t i = 0;
    if (json_is_object(value)) {
        json_object_del(value, "line");
        json_object_del(value, "sha256");
        json_object_del(value, "bytes");
        remove_line_of_duplicate(value);
    }
    json_object_foreach_safe(value, next, key, inner) remove_places(inner);
    json_array_foreach(value, i, inner) remove_places(inner);
}

static int compare_values(const void *a, const void *b)
{
    const size_t flags = JSON_SORT_KEYS | JSON_ENCODE_ANY;
    json_t *const *x = a, *const *y = b;
    char *first = json_dumps(*x, flags), *second = json_dumps(*y, flags);
    int order = strcmp(first, second);
    free(first);
    free(second);
    return order;
}

/* The same values in an order that does not depend on that of the files. */
static json_t *sorted(json_t *list)
{
    size_t count = json_array_size(list);
    json_t **values = memory_new(count + 1, sizeof *values), *in_order = json_array();
    for (size_t i = 0; i < count; i++)
        values[i] = json_incref(json_array_get(list, i));
    qsort(values, count, sizeof(json_t *), compare_values);
    for (size_t i = 0; i < count; i++)
        json_array_append_new(in_order, values[i]);
    free(values);
    json_decref(list);
    return in_order;
}

static json_t *csv_cell(const char *table, const char *column, struct slice cell)
{
    if (strcmp(table, "rejects") != 0 || strcmp(column, "message") != 0)
        return text_of(cell);
    SCOPED_TEXT message = without_numbers(cell, "line ", " ");
    return text_of(slice_of(message));
}

/* A CSV text as rows, without the columns that tell a place. */
static json_t *read_csv(const char *name, struct slice text)
{
    json_t *rows = json_array();
    struct error err = {0};
    struct csv_reader *reader = NULL;
    must(csv_reader_open(name, text, &reader, &err), &err);
    const struct slice *header = NULL;
    size_t columns = csv_reader_header(reader, &header);
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event == CSV_ROW; csv_reader_next(reader, &row)) {
        json_t *object = json_object();
        for (size_t i = 0; i < columns; i++) {
            SCOPED_TEXT column = slice_copy(header[i]);
            if (!tells_a_place(column))
                json_object_set_new(object, column, csv_cell(name, column, row.fields[i]));
        }
        json_array_append_new(rows, object);
    }
    ck_assert_msg(row.event == CSV_END, "%s: a row that cannot be read", name);
    csv_reader_free(reader);
    return rows;
}

static json_t *read_table(sqlite3 *db, const char *name)
{
    struct error err = {0};
    struct written w;
    write_begin(&w);
    must(output_write_table(db, name, OUTPUT_CSV, w.out, &err), &err);
    json_t *rows = read_csv(name, write_end(&w));
    free(w.text);
    return rows;
}

static json_t *read_json(struct slice text)
{
    json_error_t error;
    json_t *value = json_loadb(text.bytes, text.length, 0, &error);
    ck_assert_msg(value != NULL, "%s", error.text);
    return value;
}

/* Each value as text, so that all outputs are compared alike. */
static json_t *as_texts(json_t *object)
{
    json_t *row = json_object(), *value = NULL;
    const char *key = NULL;
    json_object_foreach(object, key, value)
    {
        if (json_is_string(value)) {
            json_object_set(row, key, value);
            continue;
        }
        char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_SORT_KEYS);
        json_object_set_new(row, key, json_string(text));
        free(text);
    }
    json_decref(object);
    return row;
}

static json_t *read_findings_json(sqlite3 *db)
{
    struct error err = {0};
    struct written w;
    write_begin(&w);
    must(output_write_table(db, "findings", OUTPUT_JSON, w.out, &err), &err);
    json_t *list = read_json(write_end(&w)), *rows = json_array();
    free(w.text);
    for (size_t i = 0; i < json_array_size(list); i++)
        json_array_append_new(rows, as_texts(json_incref(json_array_get(list, i))));
    json_decref(list);
    return rows;
}

static json_t *read_summary(sqlite3 *db)
{
    struct error err = {0};
    struct written w;
    write_begin(&w);
    must(jsonout_write_summary(db, w.out, &err), &err);
    json_t *summary = read_json(write_end(&w));
    free(w.text);
    remove_places(summary);
    json_object_set_new(summary, "notices",
                        sorted(json_incref(json_object_get(summary, "notices"))));
    return json_pack("[o]", as_texts(summary));
}

/* The rows of a query as the text that CSV gives, without places. */
static json_t *query_text_of(sqlite3_stmt *rows)
{
    struct error err = {0};
    struct written w;
    write_begin(&w);
    must(csvout_write(rows, (struct slice){"", 0}, w.out, &err), &err);
    json_t *list = read_csv("evidence", write_end(&w));
    free(w.text);
    char *text = json_dumps(list, JSON_INDENT(1));
    json_decref(list);
    list = json_string(text);
    free(text);
    return list;
}

/* What `concord explain` says of a finding: its evidence in order of time, and the advice. */
static json_t *explain(sqlite3 *db, sqlite3_stmt *finding, sqlite3_stmt *evidence)
{
    struct error err = {0};
    int64_t finding_no = sqlite3_column_int64(finding, 0);
    sqlite3_reset(evidence);
    query_bind_int(evidence, "finding_no", finding_no);
    json_t *advice = NULL;
    must(explain_advice_json(db, finding_no, &advice, &err), &err);
    remove_places(advice);
    return as_texts(json_pack("{s:s, s:s, s:o, s:o}", "finding_id", query_column(finding, 1).bytes,
                              "rule_id", query_column(finding, 2).bytes, "evidence",
                              query_text_of(evidence), "advice", advice));
}

static json_t *read_explanations(sqlite3 *db)
{
    json_t *rows = json_array();
    SCOPED_QUERY evidence = query_prepare(db, "explain_evidence");
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(
                         db,
                         "SELECT finding_no, finding_id, rule_id FROM finding ORDER BY finding_id",
                         -1, &s, NULL),
                     SQLITE_OK);
    while (sqlite3_step(s) == SQLITE_ROW)
        json_array_append_new(rows, explain(db, s, evidence));
    sqlite3_finalize(s);
    return rows;
}

static json_t *read_terminal(sqlite3 *db)
{
    struct error err = {0};
    const struct intake_result loaded = {0};
    struct written w;
    write_begin(&w);
    char *first = NULL;
    must(audit_summary_print(db, &loaded, "pack", w.out, &first, &err), &err);
    free(first);
    json_t *row = json_object();
    write_into(row, "text", &w);
    return json_pack("[o]", row);
}

static sqlite3_stmt *chart_query(sqlite3 *db, const struct chart *c)
{
    sqlite3_stmt *rows = chart_kind_prepare(db, c->kind, NULL);
    if (query_parameter_index(rows, "tool_no") > 0)
        query_bind_int(rows, "tool_no", c->tool_no);
    if (query_parameter_index(rows, "request_no") > 0)
        query_bind_int(rows, "request_no", c->request_no);
    return rows;
}

static json_t *read_chart(sqlite3 *db, const struct chart *c)
{
    SCOPED_QUERY rows = chart_query(db, c);
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o}", "chart", c->name, "kind", c->kind,
                     "title", c->title, "subtitle", c->subtitle, "sentence", c->sentence, "source",
                     c->source, "data", query_text_of(rows));
}

/* The charts are not drawn: their words and what they are drawn from. */
static json_t *read_charts(sqlite3 *db)
{
    struct error err = {0};
    struct chart_list list;
    json_t *rows = json_array();
    must(chart_choose(db, &(struct chart_choice){.kind = "all"}, &list, &err), &err);
    for (size_t i = 0; i < list.count; i++)
        json_array_append_new(rows, read_chart(db, &list.charts[i]));
    chart_list_done(&list);
    return rows;
}

/* In the place of a picture its name. */
static bool name_picture(void *context, struct slice value, FILE *out, struct error *err)
{
    (void)context;
    (void)err;
    fwrite(value.bytes, 1, value.length, out);
    return true;
}

static char *write_page(sqlite3 *db, const char *name)
{
    struct error err = {0};
    struct template *page = NULL;
    struct written w;
    must(template_read(db, name, &page, &err), &err);
    write_begin(&w);
    must(template_render(page, name_picture, NULL, w.out, &err), &err);
    template_free(page);
    SCOPED_TEXT tables = without_numbers(write_end(&w), ":", "</t");
    free(w.text);
    return without_numbers(slice_of(tables), "</bdi>:", ")");
}

/* Its lines as a list; each row of a table has one. The digests of the files are left out. */
static json_t *lines_of(struct slice text)
{
    json_t *lines = json_array();
    struct slice line;
    while (slice_next_part(&text, '\n', &line)) {
        const char *code = memmem(line.bytes, line.length, "<td><code>", 10);
        bool is_file = code && line.length > 15 && memcmp(line.bytes, "<tr><th scope=\"", 15) == 0;
        if (is_file)
            line.length = (size_t)(code - line.bytes);
        json_array_append_new(lines, text_of(line));
    }
    return lines;
}

static void add_section(json_t *rows, struct slice name, struct slice text)
{
    json_t *lines = lines_of(text);
    if (slice_is(name, "loaded"))
        lines = sorted(lines);
    char *joined = json_dumps(lines, JSON_INDENT(0));
    json_t *row = json_object();
    json_object_set_new(row, "section", text_of(name));
    json_object_set_new(row, "text", json_string(joined));
    json_array_append_new(rows, row);
    free(joined);
    json_decref(lines);
}

static void add_page(json_t *rows, const char *head, const char *page)
{
    static const char mark[] = "<section id=\"";
    struct slice name = slice_of(head);
    for (const char *at = page; at;) {
        const char *next = strstr(at, mark);
        add_section(rows, name, (struct slice){at, next ? (size_t)(next - at) : strlen(at)});
        if (next)
            name = (struct slice){next + strlen(mark), strcspn(next + strlen(mark), "\"")};
        at = next ? next + strlen(mark) : NULL;
    }
}

/* The report and its annex; no section of one is called as one of the other. */
static json_t *read_report(sqlite3 *db)
{
    SCOPED_TEXT report = write_page(db, "report");
    SCOPED_TEXT annex = write_page(db, "annex");
    json_t *rows = json_array();
    add_page(rows, "top", report);
    add_page(rows, "top of the annex", annex);
    return rows;
}

static json_t *read_brief(sqlite3 *db)
{
    SCOPED_TEXT page = write_page(db, "brief");
    return json_pack("[{s:o}]", "text", text_of(slice_of(page)));
}

json_t *outputs_of(sqlite3 *db, enum outputs_wanted wanted)
{
    struct error err = {0};
    must(output_prepare(db, NULL, &err), &err);
    json_t *outputs = json_object();
    for (size_t i = 0; i < output_kind_count; i++)
        if (output_table_exists(output_kinds[i].name))
            json_object_set_new(outputs, output_kinds[i].name,
                                read_table(db, output_kinds[i].name));
    json_object_set_new(outputs, "rejects",
                        sorted(json_incref(json_object_get(outputs, "rejects"))));
    json_object_set_new(outputs, "findings.json", read_findings_json(db));
    json_object_set_new(outputs, "summary.json", read_summary(db));
    json_object_set_new(outputs, "explain", read_explanations(db));
    json_object_set_new(outputs, "terminal", read_terminal(db));
    if (wanted == OUTPUTS_WITHOUT_PAGE)
        return outputs;
    json_object_set_new(outputs, "charts", read_charts(db));
    json_object_set_new(outputs, "report", read_report(db));
    json_object_set_new(outputs, "brief", read_brief(db));
    return outputs;
}
