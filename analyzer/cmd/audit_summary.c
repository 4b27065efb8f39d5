/* SPDX-License-Identifier: MIT */
#include "cmd/audit_summary.h"

#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "domain/date.h"
#include "store/query.h"
#include "store/statements.h"

#include <inttypes.h>
#include <string.h>

/* What is read from a pipe is gone: no path can be named. */
static void print_notices(int64_t notices, const char *pack, FILE *out)
{
    fprintf(out, "%" PRId64 " %s about the pack: `concord check", notices,
            text_plural(notices, "notice", "notices"));
    if (strcmp(pack, "-") != 0) {
        putc(' ', out);
        terminal_print_argument(out, pack);
    }
    fputs("` says which.\n", out);
}

static bool print_loaded(sqlite3 *db, const struct intake_result *loaded, const char *pack,
                         FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "count_loaded");
    if (!query_next(s))
        return query_done(s, err);
    int64_t read = query_get_int(s, "read"), files = query_get_int(s, "files"),
            rejected = query_get_int(s, "rejected");
    fprintf(out,
            "Read %" PRId64 " %s in %" PRId64 " %s: %" PRId64 " accepted, %" PRId64
            " duplicate, %" PRId64 " rejected.\n",
            read, text_plural(read, "row", "rows"), files, files == 1 ? "file" : "files",
            query_get_int(s, "accepted"), query_get_int(s, "duplicate"), rejected);
    char as_of[24] = "no date in the pack";
    if (loaded->has_as_of)
        date_format((struct date_interval){loaded->as_of_day, loaded->as_of_day}, as_of);
    fprintf(out, "%" PRId64 " %s, %" PRId64 " %s; as of %s.\n", loaded->responses,
            text_plural(loaded->responses, "response", "responses"), loaded->acknowledgements,
            text_plural(loaded->acknowledgements, "acknowledgement", "acknowledgements"), as_of);
    if (rejected)
        fputs("Rejected rows take no part: rejects.csv says which, and what to do.\n", out);
    if (loaded->notices)
        print_notices(loaded->notices, pack, out);
    return query_done(s, err);
}

static bool print_counts(sqlite3 *db, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "count_by_severity");
    const char *separator = "\nMatters: ";
    int64_t findings = 0, waived = 0;
    while (query_next(s)) {
        fprintf(out, "%s%" PRId64 " %s", separator, query_get_int(s, "open"),
                query_get_text(s, "severity").bytes);
        findings = query_get_int(s, "findings");
        waived = query_get_int(s, "waived");
        separator = ", ";
    }
    fprintf(out, " (%" PRId64 " %s", findings, text_plural(findings, "finding", "findings"));
    if (waived)
        fprintf(out, "; %" PRId64 " waived", waived);
    fputs(").\n", out);
    return query_done(s, err);
}

/* The matters of the statement, each by its leading finding. *ret_first is the identifier of the
 * first, which the caller frees. */
static bool print_findings(sqlite3 *db, const char *statement, const char *heading, FILE *out,
                           char **ret_first, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    *ret_first = NULL;
    while (query_next(s)) {
        if (!*ret_first)
            *ret_first = memory_copy(query_get_text(s, "finding_id").bytes);
        fprintf(out, "%s  %s %s%s", heading, query_get_text(s, "finding_id").bytes,
                query_get_text(s, "severity").bytes,
                slice_is(query_get_text(s, "certainty"), "possible") ? ", possible" : "");
        fputs(query_is_null(s, "made_of") ? "" : "; ", out);
        terminal_print(out, query_get_text(s, "made_of").bytes);
        fputs("\n    ", out);
        terminal_print(out, query_get_text(s, "message").bytes);
        putc('\n', out);
        heading = "";
    }
    return query_done(s, err);
}

/* Why the numbers of then and of now are not one more and one less alone. */
static void print_regrouped(sqlite3_stmt *s, FILE *out)
{
    int64_t joined = query_get_int(s, "joined"), split = query_get_int(s, "split");
    if (joined || split)
        fprintf(out,
                "Of the %" PRId64 " that were open then, %" PRId64 " joined another, and %" PRId64
                " of now came off one.\n",
                query_get_int(s, "before"), joined, split);
}

static void print_change_counts(sqlite3_stmt *s, FILE *out)
{
    fputs("\nSince the audit of ", out);
    terminal_print(out, query_get_text(s, "pack").bytes);
    fprintf(out,
            " as of %s, in matters: %" PRId64 " new, %" PRId64 " altered, %" PRId64
            " persisting, %" PRId64 " resolved.\n",
            query_get_text(s, "as_of").bytes, query_get_int(s, "new"), query_get_int(s, "altered"),
            query_get_int(s, "persisting"), query_get_int(s, "resolved"));
    print_regrouped(s, out);
    if (query_get_int(s, "is_of_another_pack"))
        fputs("Note: that audit is of a pack of another name.\n", out);
    if (query_get_int(s, "is_later"))
        fputs("Note: that audit looks from a later day than this one.\n", out);
}

/* What is said of the first tools where no advice judges the answers. */
static bool print_split(sqlite3 *db, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "page_split");
    while (query_next(s)) {
        putc(' ', out);
        terminal_print(out, query_get_text(s, "sentence").bytes);
    }
    return query_done(s, err);
}

/* The answer to what an audit is for. */
static bool print_consistency(sqlite3 *db, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "page_verdict");
    if (!query_next(s))
        return query_done(s, err);
    bool is_counted = !query_is_null(s, "counted");
    fprintf(out, "\nAre the forces consistent? %s.", query_get_text(s, "verdict").bytes);
    if (is_counted)
        fprintf(out, " %s", query_get_text(s, "counted").bytes);
    bool ok = is_counted || print_split(db, out, err);
    if (!query_is_null(s, "disagreeing"))
        fprintf(out, " %s", query_get_text(s, "disagreeing").bytes);
    putc('\n', out);
    return query_done(s, err) && ok;
}

/* What changed comes before what there is. */
static bool print_change(sqlite3 *db, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "count_changes");
    bool has_baseline = query_next(s);
    SCOPED_TEXT first = NULL;
    if (has_baseline)
        print_change_counts(s, out);
    return query_done(s, err) &&
           (!has_baseline ||
            print_findings(db, STATEMENT("worst_changes"), "\nNew or altered, the worst first:\n",
                           out, &first, err));
}

static bool print_waivers(sqlite3 *db, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "count_waivers");
    if (query_next(s) && !query_is_null(s, "live")) {
        int64_t worse = query_get_int(s, "worse");
        fprintf(out,
                "Waivers: %" PRId64 " in effect, %" PRId64 " expired, %" PRId64
                " without a match, %" PRId64 " for other parties",
                query_get_int(s, "live"), query_get_int(s, "expired"),
                query_get_int(s, "unmatched"), query_get_int(s, "for_others"));
        if (worse)
            fprintf(out, "; %" PRId64 " worse than when waived", worse);
        fputs(".\n", out);
    }
    return query_done(s, err);
}

static bool print_further(sqlite3 *db, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "page_further_matters");
    if (query_next(s))
        fprintf(out, "  And %" PRId64 " more.\n", query_get_int(s, "further_matters"));
    return query_done(s, err);
}

static void print_letters(sqlite3_stmt *s, FILE *out)
{
    int64_t letters = query_get_int(s, "letters"), files = query_get_int(s, "files");
    int64_t sure = query_get_int(s, "rows") - query_get_int(s, "review");
    fprintf(out,
            "%" PRId64 " %s in %" PRId64 " %s (%" PRId64 " not read): %" PRId64 " %s sure, %" PRId64
            " for a person to review",
            letters, text_plural(letters, "letter", "letters"), files,
            text_plural(files, "file", "files"), query_get_int(s, "unreadable"), sure,
            text_plural(sure, "row", "rows"), query_get_int(s, "review"));
    if (query_get_int(s, "without_force"))
        fprintf(out, "; of %" PRId64 " nobody knows whose: whose.csv",
                query_get_int(s, "without_force"));
    fputs(".\n", out);
}

/* What is read from a pipe is gone. */
static void print_unread(int64_t unread, const char *pack, FILE *out)
{
    fprintf(out, "%" PRId64 " %s a letter and no stance", unread,
            text_plural(unread, "row has", "rows have"));
    if (strcmp(pack, "-") != 0) {
        fputs(". To read them: concord classify ", out);
        terminal_print_argument(out, pack);
        fputs(" -o PROPOSALS", out);
    }
    fputs(".\n", out);
}

/* What was read by the program, and what nobody and nothing has read. */
static bool print_readings(sqlite3 *db, const char *pack, FILE *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "count_readings");
    if (!query_next(s))
        return query_done(s, err);
    bool is_of_letters = !query_is_null(s, "letters");
    int64_t machine = query_get_int(s, "machine"), unread = query_get_int(s, "unread");
    if (is_of_letters)
        print_letters(s, out);
    if (machine)
        fprintf(out, "%" PRId64 " %s on machine reading alone.\n", machine,
                text_plural(machine, "row rests", "rows rest"));
    int64_t disagreements = query_get_int(s, "disagreements");
    if (disagreements)
        fprintf(out,
                "The program disagrees with a person on %" PRId64
                " %s: the decision stands, and report.html lists both.\n",
                disagreements, text_plural(disagreements, "field", "fields"));
    if (unread && !is_of_letters)
        print_unread(unread, pack, out);
    return query_done(s, err);
}

bool audit_summary_print(sqlite3 *db, const struct intake_result *loaded, const char *pack,
                         FILE *out, char **ret_first, struct error *err)
{
    *ret_first = NULL;
    return print_loaded(db, loaded, pack, out, err) && print_readings(db, pack, out, err) &&
           print_consistency(db, out, err) && print_change(db, out, err) &&
           print_counts(db, out, err) && print_waivers(db, out, err) &&
           print_findings(db, STATEMENT("page_top_findings"), "\nWhat matters most:\n", out,
                          ret_first, err) &&
           print_further(db, out, err);
}
