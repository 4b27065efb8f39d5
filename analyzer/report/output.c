/* SPDX-License-Identifier: MIT */
#include "report/output.h"

#include "base/terminal.h"
#include "geography/boundaries.h"
#include "report/chart.h"
#include "report/chart_kind.h"
#include "report/chart_labels.h"
#include "report/csvout.h"
#include "report/htmlout.h"
#include "report/jsonout.h"
#include "report/pdf.h"
#include "workbook/xlsxout.h"

enum { STREAM_BYTES = 1 << 16 };

static const char page_name[] = "report.html", brief_name[] = "brief.html";

static const struct table {
    const char *name;
    const char *query;
    const char *json_query; /* NULL: the same */
} tables[] = {
    {"findings", "reports/queries/findings.sql", "reports/queries/findings_json.sql"},
    {"matrix", "reports/queries/matrix.sql", NULL},
    {"timeline", "reports/queries/timeline.sql", NULL},
    {"rejects", "reports/queries/rejects.sql", NULL},
    {"forces", "reports/queries/forces.sql", NULL},
    {"compliance", "reports/queries/compliance.sql", NULL},
    {"exposure", "reports/queries/exposure.sql", NULL},
    {"whatif", "reports/queries/whatif.sql", NULL},
    {"corrections", "reports/queries/corrections.sql", NULL},
    {"agreement", "reports/queries/agreement.sql", NULL},
    {"tool-agreement", "reports/queries/tool_agreement.sql", NULL},
    {"change-tests", "reports/queries/change_tests.sql", NULL},
};

static const struct table *find_table(const char *name)
{
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (strcmp(tables[i].name, name) == 0)
            return &tables[i];
    return NULL;
}

bool output_table_exists(const char *table)
{
    return find_table(table) != NULL;
}

bool output_write_table(sqlite3 *db, const char *table, enum output_format format, FILE *out,
                        struct error *err)
{
    const struct table *t = find_table(table);
    if (!t)
        fault("no table \"%s\" to export", table);
    bool json = format == OUTPUT_JSON;
    SCOPED_QUERY rows = query_prepare(db, json && t->json_query ? t->json_query : t->query);
    if (json)
        return jsonout_write(rows, out, err);
    SCOPED_QUERY marking = query_prepare(db, "reports/queries/marking.sql");
    bool row = false;
    return query_step(marking, &row, err) && csvout_write(rows, query_column(marking, 0), out, err);
}

bool output_write_workbook(sqlite3 *db, const char *table, const char *temp_folder, FILE *out,
                           struct error *err)
{
    struct xlsxout_table wanted[sizeof tables / sizeof *tables];
    size_t count = 0;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (!table || strcmp(tables[i].name, table) == 0)
            wanted[count++] = (struct xlsxout_table){tables[i].name, tables[i].query};
    return xlsxout_write(db, wanted, count, temp_folder, out, err);
}

/* Without boundaries the tables are there too, and empty. */
static bool add_boundaries(sqlite3 *db, const char *boundaries, struct error *err)
{
    return boundaries ? boundaries_load(db, boundaries, err)
                      : database_run_file(db, "analyzer/geography/boundary_tables.sql", err);
}

bool output_prepare(sqlite3 *db, const char *boundaries, struct error *err)
{
    static const char *const scripts[] = {
        "reports/tables/1-page.sql", "reports/tables/2-states.sql", "reports/tables/3-charts.sql",
        "reports/tables/4-forces.sql"};
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof scripts / sizeof *scripts; i++) {
        struct timespec since = terminal_timing(NULL, NULL);
        ok = database_run_file(db, scripts[i], err);
        terminal_timing(scripts[i], &since);
    }
    return ok && add_boundaries(db, boundaries, err) && chart_kinds_add_charts(db, err) &&
           chart_labels_place_all(db, err);
}

/* The writer of one output file; table is NULL for those that are no table. */
typedef bool file_writer(sqlite3 *db, const char *table, struct outdir *o, FILE *out,
                         struct error *err);

static bool write_csv(sqlite3 *db, const char *table, struct outdir *o, FILE *out,
                      struct error *err)
{
    (void)o;
    return output_write_table(db, table, OUTPUT_CSV, out, err);
}

static bool write_json(sqlite3 *db, const char *table, struct outdir *o, FILE *out,
                       struct error *err)
{
    (void)o;
    return output_write_table(db, table, OUTPUT_JSON, out, err);
}

static bool write_summary(sqlite3 *db, const char *table, struct outdir *o, FILE *out,
                          struct error *err)
{
    (void)o;
    (void)table;
    return jsonout_write_summary(db, out, err);
}

static bool write_workbook(sqlite3 *db, const char *table, struct outdir *o, FILE *out,
                           struct error *err)
{
    return output_write_workbook(db, table, outdir_path(o), out, err);
}

static bool write_page(sqlite3 *db, const char *table, struct outdir *o, FILE *out,
                       struct error *err)
{
    (void)table;
    return htmlout_write(db, "report", o, out, err);
}

static bool write_brief(sqlite3 *db, const char *table, struct outdir *o, FILE *out,
                        struct error *err)
{
    (void)table;
    return htmlout_write(db, "brief", o, out, err);
}

/* In this order: the pages show the charts. */
static const struct output_file {
    const char *name;
    const char *table;
    file_writer *write;
    unsigned formats; /* it is made for any of these */
} files[] = {
    {"findings.csv", "findings", write_csv, OUTPUT_AS_CSV},
    {"findings.json", "findings", write_json, OUTPUT_AS_JSON},
    {"matrix.csv", "matrix", write_csv, OUTPUT_AS_CSV},
    {"timeline.csv", "timeline", write_csv, OUTPUT_AS_CSV},
    {"rejects.csv", "rejects", write_csv, OUTPUT_AS_CSV},
    {"forces.csv", "forces", write_csv, OUTPUT_AS_CSV},
    {"compliance.csv", "compliance", write_csv, OUTPUT_AS_CSV},
    {"exposure.csv", "exposure", write_csv, OUTPUT_AS_CSV},
    {"whatif.csv", "whatif", write_csv, OUTPUT_AS_CSV},
    {"corrections.csv", "corrections", write_csv, OUTPUT_AS_CSV},
    {"agreement.csv", "agreement", write_csv, OUTPUT_AS_CSV},
    {"tool-agreement.csv", "tool-agreement", write_csv, OUTPUT_AS_CSV},
    {"change-tests.csv", "change-tests", write_csv, OUTPUT_AS_CSV},
    {"summary.json", NULL, write_summary, ~0U},
    {"workbook.xlsx", NULL, write_workbook, OUTPUT_AS_XLSX},
    {page_name, NULL, write_page, OUTPUT_AS_HTML | OUTPUT_AS_PDF},
    {brief_name, NULL, write_brief, OUTPUT_AS_PDF},
};

static bool write_file(sqlite3 *db, struct outdir *o, const struct output_file *file,
                       struct error *err)
{
    FILE *out = NULL;
    if (!outdir_open(o, file->name, &out, err))
        return false;
    setvbuf(out, NULL, _IOFBF, STREAM_BYTES);
    bool ok = file->write(db, file->table, o, out, err);
    return outdir_close(out, file->name, err) && ok;
}

static void tell(const struct output_plan *plan, const char *what)
{
    if (plan->progress)
        plan->progress(what);
}

static bool write_pdf(sqlite3 *db, struct outdir *o, const char *page, const char *pdf,
                      struct error *err)
{
    SCOPED_QUERY words = query_prepare(db, "picture_words");
    if (!query_next(words))
        return query_done(words, err);
    return pdf_print(o, page, pdf, query_get_text(words, "day").bytes, err);
}

static bool write_pdfs(sqlite3 *db, struct outdir *o, const struct output_plan *plan,
                       struct error *err)
{
    tell(plan, "brief.pdf");
    if (!write_pdf(db, o, brief_name, "brief.pdf", err))
        return false;
    tell(plan, "report.pdf");
    return write_pdf(db, o, page_name, "report.pdf", err);
}

bool output_write(sqlite3 *db, struct outdir *o, const struct output_plan *plan, struct error *err)
{
    static const unsigned with_charts = OUTPUT_AS_CHARTS | OUTPUT_AS_HTML | OUTPUT_AS_PDF;
    tell(plan, "charts");
    bool ok = output_prepare(db, plan->boundaries, err) &&
              (!(plan->formats & with_charts) || chart_write_all(db, o, err));
    for (size_t i = 0; ok && i < sizeof files / sizeof *files; i++) {
        if (!(plan->formats & files[i].formats))
            continue;
        tell(plan, files[i].name);
        struct timespec since = terminal_timing(NULL, NULL);
        ok = write_file(db, o, &files[i], err);
        terminal_timing(files[i].name, &since);
    }
    if (ok && plan->formats & OUTPUT_AS_PDF)
        ok = write_pdfs(db, o, plan, err);
    /* What only the pages needed. */
    outdir_discard(o, brief_name);
    if (!(plan->formats & OUTPUT_AS_HTML))
        outdir_discard(o, page_name);
    if (!(plan->formats & OUTPUT_AS_CHARTS))
        outdir_discard_folder(o, "charts");
    return ok;
}
