/* SPDX-License-Identifier: MIT
 * Everything an audit leaves behind (OUTPUTS.md) but audit.db itself:
 * the tables as CSV, findings.json, summary.json, workbook.xlsx, the charts and report.html. The
 * manifest is written by outdir_commit, when all files are there.
 *
 *     outdir_begin(path, &o, err)
 *     ... load, derive and run the rules into outdir_database_path(o) ...
 *     output_write(db, o, err)
 *     database_finish(db, err)
 *     outdir_commit(o, err)      or, after any failure, outdir_abandon(o)
 */
#ifndef CONCORD_REPORT_OUTPUT_H
#define CONCORD_REPORT_OUTPUT_H

#include "report/outdir.h"
#include "store/database.h"

/* Called before each file is made, with its name; may be NULL. */
typedef void output_progress(const char *name);

/* What an audit can be written as; summary.json is there in every case. */
enum {
    OUTPUT_AS_CSV = 1,
    OUTPUT_AS_JSON = 2,
    OUTPUT_AS_HTML = 4,
    OUTPUT_AS_XLSX = 8,
    OUTPUT_AS_CHARTS = 16,
    OUTPUT_AS_PDF = 32,
    OUTPUT_AS_USUAL =
        OUTPUT_AS_CSV | OUTPUT_AS_JSON | OUTPUT_AS_HTML | OUTPUT_AS_XLSX | OUTPUT_AS_CHARTS
};

struct output_plan {
    unsigned formats;       /* OUTPUT_AS_CSV, ... together */
    const char *boundaries; /* a GeoJSON file, or NULL */
    output_progress *progress;
};

/* Writes all files from a database that holds findings (only temporary tables of the
 * connection are added). Errors: OUTPUT; INPUT of the boundaries. */
MUST_CHECK bool output_write(sqlite3 *db, struct outdir *o, const struct output_plan *plan,
                             struct error *err);

/* Makes the tables of reports/tables/, which the queries of the page, of charts and of
 * the summary need; output_write has done so already. With the path of a GeoJSON file
 * (else NULL) there are boundary maps too. A read-only database will do. Once per
 * connection. Errors: INPUT of that file. */
MUST_CHECK bool output_prepare(sqlite3 *db, const char *boundaries, struct error *err);

/* The same without charts and maps, for a page that shows none. Errors: as database_failed. */
MUST_CHECK bool output_prepare_tables(sqlite3 *db, struct error *err);

enum output_format { OUTPUT_CSV, OUTPUT_JSON };

/* Is it one of report/exports.h? */
bool output_table_exists(const char *table);

/* Writes one of them. Write errors stay in the stream: whoever closes it checks. */
MUST_CHECK bool output_write_table(sqlite3 *db, const char *table, enum output_format format,
                                   FILE *out, struct error *err);

/* Writes workbook.xlsx with that table, or with all (NULL). Its parts are made as unnamed files
 * of temp_folder (NULL: the usual place). Write errors stay in the stream. */
MUST_CHECK bool output_write_workbook(sqlite3 *db, const char *table, const char *temp_folder,
                                      FILE *out, struct error *err);

#endif
