/* SPDX-License-Identifier: MIT */
#include "cmd/audit_summary.h"

#include "base/terminal.h"
#include "domain/date.h"
#include "store/query.h"

#include <inttypes.h>

static void print_loaded(const struct intake_result *loaded, FILE *out)
{
    char as_of[24] = "no date in the pack";
    if (loaded->has_as_of)
        date_format((struct date_interval){loaded->as_of_day, loaded->as_of_day}, as_of);
    fprintf(out,
            "Read %" PRId64 " rows: %" PRId64 " accepted, %" PRId64 " duplicate, %" PRId64
            " rejected. %" PRId64 " responses, %" PRId64 " acknowledgements; as of %s.\n",
            loaded->read, loaded->accepted, loaded->duplicates, loaded->rejects, loaded->responses,
            loaded->acknowledgements, as_of);
    if (loaded->rejects)
        fputs("Rejected rows take no part: rejects.csv says which, and what to do.\n", out);
}

static bool print_counts(sqlite3 *db, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/cmd/queries/severity_counts.sql");
    const char *separator = "\nFindings: ";
    int64_t waived = 0;
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        fprintf(out, "%s%lld %s", separator, (long long)sqlite3_column_int64(s, 1),
                query_column(s, 0).bytes);
        waived += sqlite3_column_int64(s, 2);
        separator = ", ";
    }
    if (waived)
        fprintf(out, "; %" PRId64 " waived", waived);
    fputs(".\n", out);
    return ok;
}

enum top_column { FINDING_ID = 0, SEVERITY = 3, CERTAINTY = 4, MESSAGE = 9 };

static bool print_top(sqlite3 *db, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "reports/queries/top_findings.sql");
    const char *heading = "\nThe five that matter most:\n";
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        fprintf(out, "%s  %s %s%s\n    ", heading, query_column(s, FINDING_ID).bytes,
                query_column(s, SEVERITY).bytes,
                slice_is(query_column(s, CERTAINTY), "possible") ? ", possible" : "");
        terminal_print(out, query_column(s, MESSAGE).bytes);
        putc('\n', out);
        heading = "";
    }
    return ok;
}

bool audit_summary_print(sqlite3 *db, const struct intake_result *loaded, FILE *out,
                         struct error *err)
{
    print_loaded(loaded, out);
    return print_counts(db, out, err) && print_top(db, out, err);
}
