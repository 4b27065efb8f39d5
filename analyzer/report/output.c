/* SPDX-License-Identifier: MIT */
#include "report/output.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "geography/boundaries.h"
#include "report/chart.h"
#include "report/chart_kind.h"
#include "report/chart_labels.h"
#include "report/csvout.h"
#include "report/exports.h"
#include "report/htmlout.h"
#include "report/jsonout.h"
#include "report/pdf.h"

#include <stdlib.h>

enum { STREAM_BYTES = 1 << 16 };

static const char page_name[] = "report.html", annex_name[] = "annex.html",
                  brief_name[] = "brief.html";

static const struct export_table *table_called(const char *name)
{
    const struct export_table *table = export_table_find(name);
    if (!table)
        internal_fault("no table \"%s\" to export", name);
    return table;
}

static bool write_as_json(sqlite3 *db, const struct export_table *table, FILE *out,
                          struct error *err)
{
    SCOPED_QUERY rows =
        query_prepare(db, table->json_statement ? table->json_statement : table->sheet.statement);
    return jsonout_write(rows, out, err);
}

static bool write_as_csv(sqlite3 *db, const struct export_table *table, FILE *out,
                         struct error *err)
{
    SCOPED_QUERY marking = query_prepare(db, "marking");
    if (!query_next(marking))
        return query_done(marking, err);
    SCOPED_QUERY rows = query_prepare(db, table->sheet.statement);
    return csvout_write(rows, query_get_text(marking, "marking"), out, err);
}

bool output_table_exists(const char *table)
{
    return export_table_find(table) != NULL;
}

bool output_write_table(sqlite3 *db, const char *table, enum output_format format, FILE *out,
                        struct error *err)
{
    const struct export_table *t = table_called(table);
    return format == OUTPUT_JSON ? write_as_json(db, t, out, err) : write_as_csv(db, t, out, err);
}

bool output_write_workbook(sqlite3 *db, const char *table, const char *temp_folder, FILE *out,
                           struct error *err)
{
    size_t count = 0;
    const struct export_table *tables = export_tables(&count);
    if (table)
        return xlsxout_write(db, &table_called(table)->sheet, 1, temp_folder, out, err);
    struct xlsxout_table *sheets = memory_new(count, sizeof *sheets);
    for (size_t i = 0; i < count; i++)
        sheets[i] = tables[i].sheet;
    bool ok = xlsxout_write(db, sheets, count, temp_folder, out, err);
    free(sheets);
    return ok;
}

/* Without boundaries the tables are there too, and empty. */
static bool add_boundaries(sqlite3 *db, const char *boundaries, struct error *err)
{
    return boundaries ? boundaries_load(db, boundaries, err)
                      : database_run_file(db, "analyzer/geography/boundary_tables.sql", err);
}

bool output_prepare_tables(sqlite3 *db, struct error *err)
{
    static const char *const scripts[] = {
        "reports/tables/01-page.sql",     "reports/tables/02-states.sql",
        "reports/tables/03-charts.sql",   "reports/tables/04-forces.sql",
        "reports/tables/05-likeness.sql", "reports/tables/06-letters.sql",
        "reports/tables/07-matters.sql",  "reports/tables/08-answer.sql"};
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof scripts / sizeof *scripts; i++) {
        struct timespec since = terminal_timing(NULL, NULL);
        ok = database_run_file(db, scripts[i], err);
        terminal_timing(scripts[i], &since);
    }
    return ok;
}

bool output_prepare(sqlite3 *db, const char *boundaries, struct error *err)
{
    return output_prepare_tables(db, err) && add_boundaries(db, boundaries, err) &&
           chart_kinds_add_charts(db, err) && chart_labels_place_all(db, err);
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

static bool write_annex(sqlite3 *db, const char *table, struct outdir *o, FILE *out,
                        struct error *err)
{
    (void)table;
    return htmlout_write(db, "annex", o, out, err);
}

static bool write_brief(sqlite3 *db, const char *table, struct outdir *o, FILE *out,
                        struct error *err)
{
    (void)table;
    return htmlout_write(db, "brief", o, out, err);
}

struct output_file {
    const char *name;
    const char *table;
    file_writer *write;
    unsigned formats; /* it is made for any of these */
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

static bool write_if_wanted(sqlite3 *db, struct outdir *o, const struct output_plan *plan,
                            const struct output_file *file, struct error *err)
{
    if (!(plan->formats & file->formats))
        return true;
    tell(plan, file->name);
    struct timespec since = terminal_timing(NULL, NULL);
    bool ok = write_file(db, o, file, err);
    terminal_timing(file->name, &since);
    return ok;
}

/* A table is a CSV file, and JSON where that has a statement of its own. */
static bool write_tables(sqlite3 *db, struct outdir *o, const struct output_plan *plan,
                         struct error *err)
{
    size_t count = 0;
    const struct export_table *tables = export_tables(&count);
    bool ok = true;
    for (size_t i = 0; ok && i < count; i++) {
        const char *name = tables[i].sheet.name;
        unsigned json = tables[i].json_statement ? OUTPUT_AS_JSON : 0;
        SCOPED_TEXT csv_name = memory_print("%s.csv", name);
        SCOPED_TEXT json_name = memory_print("%s.json", name);
        ok =
            write_if_wanted(db, o, plan,
                            &(struct output_file){csv_name, name, write_csv, OUTPUT_AS_CSV}, err) &&
            write_if_wanted(db, o, plan, &(struct output_file){json_name, name, write_json, json},
                            err);
    }
    return ok;
}

/* In this order: the pages show the charts. */
static bool write_files(sqlite3 *db, struct outdir *o, const struct output_plan *plan,
                        struct error *err)
{
    static const struct output_file files[] = {
        {"summary.json", NULL, write_summary, ~0U},
        {"workbook.xlsx", NULL, write_workbook, OUTPUT_AS_XLSX},
        {page_name, NULL, write_page, OUTPUT_AS_HTML | OUTPUT_AS_PDF},
        {annex_name, NULL, write_annex, OUTPUT_AS_HTML},
        {brief_name, NULL, write_brief, OUTPUT_AS_PDF},
    };
    bool ok = write_tables(db, o, plan, err);
    for (size_t i = 0; ok && i < sizeof files / sizeof *files; i++)
        ok = write_if_wanted(db, o, plan, &files[i], err);
    return ok;
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
    static const unsigned pages = OUTPUT_AS_HTML | OUTPUT_AS_PDF;
    unsigned uses = 0;
    if (plan->formats & OUTPUT_AS_CHARTS)
        uses |= CHARTS_ALONE;
    if (plan->formats & pages)
        uses |= CHARTS_ON_PAGE;
    tell(plan, "charts");
    bool ok = output_prepare(db, plan->boundaries, err) && chart_write_all(db, o, uses, err);
    ok = ok && write_files(db, o, plan, err);
    if (ok && plan->formats & OUTPUT_AS_PDF)
        ok = write_pdfs(db, o, plan, err);
    /* What only the pages needed. */
    outdir_discard(o, brief_name);
    if (!(plan->formats & OUTPUT_AS_HTML))
        outdir_discard(o, page_name);
    chart_discard_inline(o);
    return ok;
}
