/* SPDX-License-Identifier: MIT */
#include "cmd/audit_summary.h"

#include "base/terminal.h"
#include "domain/date.h"
#include "store/query.h"

#include <inttypes.h>

static bool print_loaded(sqlite3 *db, const struct intake_result *loaded, FILE *out,
                         struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/cmd/queries/loaded.sql");
    bool row = false;
    if (!query_step(s, &row, err))
        return false;
    long long counts[5];
    for (int i = 0; i < 5; i++)
        counts[i] = sqlite3_column_int64(s, i);
    fprintf(out, "Read %lld rows in %lld %s: %lld accepted, %lld duplicate, %lld rejected.\n",
            counts[1], counts[0], counts[0] == 1 ? "file" : "files", counts[2], counts[3],
            counts[4]);
    char as_of[24] = "no date in the pack";
    if (loaded->has_as_of)
        date_format((struct date_interval){loaded->as_of_day, loaded->as_of_day}, as_of);
    fprintf(out, "%" PRId64 " responses, %" PRId64 " acknowledgements; as of %s.\n",
            loaded->responses, loaded->acknowledgements, as_of);
    if (counts[4])
        fputs("Rejected rows take no part: rejects.csv says which, and what to do.\n", out);
    if (loaded->notices)
        fprintf(out, "%" PRId64 " %s about the pack: `concord check` says which.\n",
                loaded->notices, loaded->notices == 1 ? "notice" : "notices");
    return true;
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

/* Findings of a query whose columns stand in this order, below a heading. */
struct finding_columns {
    int id, severity, certainty, message;
};

static bool print_findings(sqlite3 *db, const char *query, const char *heading,
                           struct finding_columns c, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, query);
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        fprintf(out, "%s  %s %s%s\n    ", heading, query_column(s, c.id).bytes,
                query_column(s, c.severity).bytes,
                slice_is(query_column(s, c.certainty), "possible") ? ", possible" : "");
        terminal_print(out, query_column(s, c.message).bytes);
        putc('\n', out);
        heading = "";
    }
    return ok;
}

/* What changed comes before what there is. */
static bool print_change(sqlite3 *db, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/cmd/queries/change_counts.sql");
    bool row = false;
    if (!query_step(s, &row, err))
        return false;
    if (!row)
        return true;
    fputs("\nSince the audit of ", out);
    terminal_print(out, query_column(s, 0).bytes);
    fprintf(out, " as of %s: %lld new, %lld altered, %lld persisting, %lld resolved.\n",
            query_column(s, 1).bytes, (long long)sqlite3_column_int64(s, 2),
            (long long)sqlite3_column_int64(s, 3), (long long)sqlite3_column_int64(s, 4),
            (long long)sqlite3_column_int64(s, 5));
    if (sqlite3_column_int(s, 6))
        fputs("Note: that audit is of a pack of another name.\n", out);
    if (sqlite3_column_int(s, 7))
        fputs("Note: that audit looks from a later day than this one.\n", out);
    return print_findings(db, "analyzer/cmd/queries/worst_new.sql",
                          "\nNew or altered, the worst first:\n",
                          (struct finding_columns){0, 1, 2, 3}, out, err);
}

static bool print_waivers(sqlite3 *db, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/cmd/queries/waiver_counts.sql");
    bool row = false;
    if (!query_step(s, &row, err))
        return false;
    if (sqlite3_column_type(s, 0) != SQLITE_NULL)
        fprintf(out,
                "Waivers: %lld in effect, %lld expired, %lld without a match, %lld for other "
                "parties.\n",
                (long long)sqlite3_column_int64(s, 0), (long long)sqlite3_column_int64(s, 1),
                (long long)sqlite3_column_int64(s, 2), (long long)sqlite3_column_int64(s, 3));
    return true;
}

bool audit_summary_print(sqlite3 *db, const struct intake_result *loaded, FILE *out,
                         struct error *err)
{
    return print_loaded(db, loaded, out, err) && print_change(db, out, err) &&
           print_counts(db, out, err) && print_waivers(db, out, err) &&
           print_findings(db, "page_top_findings", "\nWhat matters most:\n",
                          (struct finding_columns){0, 3, 4, 9}, out, err);
}
