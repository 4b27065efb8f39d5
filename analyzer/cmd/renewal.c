/* SPDX-License-Identifier: MIT */
#include "cmd/renewal.h"

#include "audit/known_names.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "cmd/layout.h"
#include "cmd/print_text.h"
#include "domain/date.h"
#include "domain/vocabulary.h"
#include "intake/contract.h"
#include "report/outdir.h"
#include "store/query.h"
#include "store/statements.h"

#include <inttypes.h>
#include <libgen.h>
#include <string.h>
#include <unistd.h>

/* The old file while it is read, twice: to decide, and to be written again. */
struct old_file {
    const struct renewal *asked;
    struct csv_reader *reader;
    struct layout layout;
    struct known_names forces, requests;
};

/* A row as it is to be looked up, with what speaks against it by itself; "" and 0: nothing. */
struct old_row {
    struct slice finding_id, rule_id, parties_digest, severity;
    int32_t force_no, request_no;
    char fault[320];
};

static bool fault(struct old_row *row, const char *before, struct slice value, const char *after)
{
    char shown[100];
    csv_show_value(value, shown, sizeof shown);
    text_cut(row->fault, sizeof row->fault, "%s%s%s", before, shown, after);
    return false;
}

/* It has ended, and no later end is given. */
static bool check_end(const struct old_file *f, struct slice text, struct old_row *row)
{
    struct date_interval end, day;
    if (f->asked->end)
        return true;
    if (date_parse(text, &end) != DATE_OK)
        return fault(row, "its end \"", text, "\" cannot be read as a date");
    if (date_parse(slice_of(f->asked->as_of), &day) == DATE_OK && end.latest < day.latest)
        return fault(row, "it ended on ", text,
                     ": give --expires and --role to accept it for longer");
    return true;
}

static bool find_named(struct known_names *known, const char *what, struct slice text,
                       int32_t *ret_no, struct old_row *row)
{
    struct error unknown = {0};
    if (text.length == 0 || known_names_find(known, what, text, ret_no, &unknown))
        return true;
    text_cut(row->fault, sizeof row->fault, "%s. %s", unknown.what, unknown.next);
    return false;
}

static void look_at_row(struct old_file *f, const struct csv_row *csv, struct old_row *row)
{
    const struct layout *l = &f->layout;
    const struct slice none = {"", 0};
    row->finding_id = layout_cell(l, csv, WAIVER_FINDING);
    row->rule_id = layout_cell(l, csv, WAIVER_RULE);
    row->parties_digest = layout_cell(l, csv, WAIVER_PARTIES);
    row->severity = layout_cell(l, csv, WAIVER_SEVERITY);
    struct slice force = layout_cell(l, csv, WAIVER_FORCE);
    if (row->finding_id.length == 0 && (row->rule_id.length == 0 || force.length == 0))
        fault(row, "it names no finding, and no rule with a force", none, "");
    else if (layout_cell(l, csv, WAIVER_REASON).length == 0 && !f->asked->reason)
        fault(row, "it gives no reason", none, "");
    else if (layout_cell(l, csv, WAIVER_ROLE).length == 0 && !f->asked->role)
        fault(row, "it does not say which role approved it", none, "");
    else if (row->severity.length && vocabulary_code(&severities, row->severity) < 0)
        fault(row, "its severity \"", row->severity, "\" is none");
    else if (check_end(f, layout_cell(l, csv, WAIVER_EXPIRES), row) &&
             find_named(&f->forces, "force", force, &row->force_no, row))
        find_named(&f->requests, "request", layout_cell(l, csv, WAIVER_REQUEST), &row->request_no,
                   row);
}

static bool store_row(sqlite3 *db, long line, const struct old_row *row, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "insert_old_waiver");
    query_bind_int(s, "line", line);
    query_bind_text(s, "finding_id", row->finding_id);
    query_bind_text(s, "rule_id", row->rule_id);
    query_bind_int(s, "force_no", row->force_no);
    query_bind_int(s, "request_no", row->request_no);
    query_bind_text(s, "parties_digest", row->parties_digest);
    int severity = vocabulary_code(&severities, row->severity);
    query_bind_text(s, "severity", slice_of(severity < 0 ? "" : severities.words[severity]));
    query_bind_text(s, "fault", slice_of(row->fault));
    return query_run(s, err);
}

static bool store_rows(sqlite3 *db, struct old_file *f, struct error *err)
{
    struct csv_row csv;
    bool ok = true;
    for (csv_reader_next(f->reader, &csv); ok && csv.event != CSV_END;
         csv_reader_next(f->reader, &csv)) {
        struct old_row row = {0};
        if (csv.event == CSV_BAD_ROW)
            text_cut(row.fault, sizeof row.fault, "it cannot be read: %s", csv.fault.message);
        else
            look_at_row(f, &csv, &row);
        ok = store_row(db, csv.line, &row, err);
    }
    return ok;
}

/* --expires, and who approved it; then the ids of now. */
static void write_row(struct old_file *f, const struct csv_row *csv, sqlite3_stmt *renewed,
                      FILE *out)
{
    struct layout *l = &f->layout;
    layout_take(l, csv->fields, csv->count);
    if (f->asked->end)
        layout_set(l, WAIVER_EXPIRES, slice_of(f->asked->end));
    if (f->asked->role)
        layout_set(l, WAIVER_ROLE, slice_of(f->asked->role));
    if (f->asked->reason)
        layout_set(l, WAIVER_REASON, slice_of(f->asked->reason));
    if (!query_get_int(renewed, "is_kept")) {
        layout_set(l, WAIVER_FINDING, query_get_text(renewed, "finding_id"));
        layout_set(l, WAIVER_PARTIES, query_get_text(renewed, "parties_digest"));
    }
    layout_write(l, out);
}

static bool write_rows(sqlite3 *db, struct old_file *f, FILE *out, struct error *err)
{
    struct csv_row csv;
    bool ok = true;
    layout_write_header(&f->layout, out);
    for (csv_reader_next(f->reader, &csv); ok && csv.event != CSV_END;
         csv_reader_next(f->reader, &csv)) {
        SCOPED_QUERY s = query_prepare(db, "renewed_rows");
        query_bind_int(s, "line", csv.line);
        while (query_next(s))
            write_row(f, &csv, s, out);
        ok = query_done(s, err);
    }
    return ok;
}

static bool is_such_list(const struct layout *l)
{
    return l->place[WAIVER_FINDING] < l->heading_count || l->place[WAIVER_RULE] < l->heading_count;
}

/* The headings that it has, and those two that a new id needs. */
static bool open_old(struct old_file *f, const struct file_text *text, struct error *err)
{
    struct slice bytes = {text->bytes, text->length};
    if (!csv_reader_open(f->asked->waivers, bytes, &f->reader, err))
        return false;
    f->layout = layout_of(&contract_files[FILE_WAIVERS], f->reader,
                          1u << WAIVER_FINDING | 1u << WAIVER_PARTIES);
    return is_such_list(&f->layout) ||
           error_set(err, ERROR_INPUT, f->asked->waivers, csv_reader_header_line(f->reader),
                     "Name the waivers.csv of the earlier audit.",
                     "this is no list of waivers: it has none of its columns");
}

static void close_old(struct old_file *f)
{
    layout_done(&f->layout);
    csv_reader_free(f->reader);
    f->reader = NULL;
}

static bool read_named(const char *path, struct file_text *ret, const char *advice,
                       struct error *err)
{
    *ret = (struct file_text){0};
    int fd = -1;
    struct file_reason reason = {0};
    enum file_outcome outcome = file_open_found(path, &fd, &reason);
    return (outcome == FILE_OPENED && file_read(fd, ret, &reason)) ||
           error_set(err, ERROR_INPUT, path, 0, advice, "%s",
                     outcome == FILE_ABSENT ? "there is no such file" : reason.text);
}

enum { FORMER_COLUMNS = 6 };
static const char *const former_columns[FORMER_COLUMNS] = {
    "finding_id", "rule_id", "force_id", "tool_id", "request_id", "question_id"};

static bool find_former_columns(const char *path, const struct csv_reader *reader,
                                size_t ret_places[FORMER_COLUMNS], struct error *err)
{
    const struct slice *headings;
    size_t count = csv_reader_header(reader, &headings);
    for (size_t c = 0; c < FORMER_COLUMNS; c++) {
        size_t i = 0;
        while (i < count && !slice_is(headings[i], former_columns[c]))
            i++;
        if (i == count)
            return error_set(err, ERROR_INPUT, path, csv_reader_header_line(reader),
                             "Name the findings.csv of the earlier audit; of one with a marking, "
                             "without its first and last line.",
                             "this is no list of findings: it has no column %s", former_columns[c]);
        ret_places[c] = i;
    }
    return true;
}

static bool store_former(sqlite3 *db, struct csv_reader *reader, const char *path,
                         struct error *err)
{
    size_t places[FORMER_COLUMNS];
    struct csv_row row;
    bool ok = find_former_columns(path, reader, places, err);
    for (csv_reader_next(reader, &row); ok && row.event != CSV_END; csv_reader_next(reader, &row)) {
        SCOPED_QUERY s = query_prepare(db, "insert_former_finding");
        for (size_t c = 0; c < FORMER_COLUMNS && row.event == CSV_ROW; c++)
            query_bind_text(s, former_columns[c],
                            places[c] < row.count ? row.fields[places[c]] : (struct slice){"", 0});
        ok = row.event != CSV_ROW || query_run(s, err);
    }
    return ok;
}

/* What the ids of then meant, where their list is at hand. */
static bool read_former(sqlite3 *db, const char *path, struct error *err)
{
    struct file_text text;
    struct csv_reader *reader = NULL;
    if (!path)
        return true;
    bool ok = read_named(path, &text, "Name the findings.csv of the earlier audit.", err) &&
              csv_reader_open(path, (struct slice){text.bytes, text.length}, &reader, err) &&
              store_former(db, reader, path, err);
    csv_reader_free(reader);
    file_text_done(&text);
    return ok;
}

static bool decide(sqlite3 *db, struct old_file *f, const struct file_text *text, struct error *err)
{
    bool ok = known_names_load(db, STATEMENT("renewal_forces"), &f->forces, err) &&
              known_names_load(db, STATEMENT("renewal_requests"), &f->requests, err) &&
              open_old(f, text, err) && store_rows(db, f, err) &&
              database_run_file(db, "analyzer/cmd/renewal_decide.sql", err);
    close_old(f);
    known_names_done(&f->forces);
    known_names_done(&f->requests);
    return ok;
}

static bool write_again(sqlite3 *db, struct old_file *f, const struct file_text *text, FILE *out,
                        struct error *err)
{
    bool ok = open_old(f, text, err) && write_rows(db, f, out, err);
    close_old(f);
    return ok;
}

/* Whole or not at all, and nothing that is there is written over. */
static bool write_file(sqlite3 *db, struct old_file *f, const struct file_text *text,
                       struct error *err)
{
    const char *path = f->asked->output;
    if (access(path, F_OK) == 0)
        return error_set(err, ERROR_OUTPUT, path, 0, "Give the name of a new file with -o.",
                         "it is there already, and old waivers are not written over");
    SCOPED_TEXT whole = memory_copy(path);
    SCOPED_TEXT last = memory_copy(path);
    struct outdir *o = NULL;
    FILE *out = NULL;
    if (!outdir_begin_scratch(dirname(whole), basename(last),
                              "Choose another file with -o, or free some space.", &o, err))
        return false;
    bool ok = outdir_open(o, "waivers", &out, err);
    if (ok) {
        ok = write_again(db, f, text, out, err);
        ok = outdir_close(out, path, err) && ok && outdir_move_out(o, "waivers", path, err);
    }
    outdir_abandon(o);
    return ok;
}

/* Words for people: on stdout, unless the waivers go there. */
static bool is_file(const struct renewal *asked)
{
    return asked->output && strcmp(asked->output, "-") != 0;
}

static void say(const struct old_file *f, long line, const char *text)
{
    if (!is_file(f->asked)) {
        terminal_warn(f->asked->waivers, line, text);
        return;
    }
    fputs("  ", stdout);
    terminal_print(stdout, f->asked->waivers);
    printf(":%ld: ", line);
    terminal_print(stdout, text);
    putchar('\n');
}

static void say_heading(const struct old_file *f, const char *text)
{
    if (is_file(f->asked))
        puts(text);
}

static bool tell_moved(sqlite3 *db, const struct old_file *f, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "renewal_moved");
    for (bool is_first = true; query_next(s); is_first = false) {
        SCOPED_TEXT text = memory_print("%s is %s", query_get_text(s, "was").bytes,
                                        query_get_text(s, "now").bytes);
        if (is_first)
            say_heading(f, "Under other ids now:");
        say(f, (long)query_get_int(s, "line"), text);
    }
    return query_done(s, err);
}

static bool tell_left(sqlite3 *db, const struct old_file *f, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "renewal_left");
    for (bool is_first = true; query_next(s); is_first = false) {
        struct slice what = query_get_text(s, "what");
        SCOPED_TEXT text =
            memory_print("%s%s%s%s", is_file(f->asked) ? "" : "not brought up: ", what.bytes,
                         what.length ? ": " : "", query_get_text(s, "why").bytes);
        if (is_first)
            say_heading(f, "Not brought up:");
        say(f, (long)query_get_int(s, "line"), text);
    }
    return query_done(s, err);
}

static bool tell(sqlite3 *db, const struct old_file *f, int64_t *ret_left, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "renewal_counts");
    if (query_next(s)) {
        int64_t rows = query_get_int(s, "rows"), written = query_get_int(s, "written");
        *ret_left = query_get_int(s, "left_out");
        SCOPED_TEXT text = memory_print(
            "%" PRId64 " %s read: %" PRId64 " kept, %" PRId64 " under another id, %" PRId64
            " not brought up; %" PRId64 " %s written.",
            rows, text_plural(rows, "waiver", "waivers"), query_get_int(s, "kept"),
            query_get_int(s, "renewed"), *ret_left, written, text_plural(written, "row", "rows"));
        if (is_file(f->asked))
            puts(text);
        else
            terminal_note("%s", text);
    }
    return query_done(s, err) && tell_moved(db, f, err) && tell_left(db, f, err);
}

bool renewal_write(sqlite3 *db, const struct renewal *asked, int64_t *ret_left, struct error *err)
{
    struct old_file f = {.asked = asked};
    struct file_text text;
    *ret_left = 0;
    bool ok =
        read_named(asked->waivers, &text, "Name the waivers.csv of the earlier audit.", err) &&
        database_run_file(db, "analyzer/cmd/renewal_tables.sql", err) &&
        read_former(db, asked->findings, err) && decide(db, &f, &text, err) &&
        (is_file(asked) ? write_file(db, &f, &text, err)
                        : write_again(db, &f, &text, stdout, err)) &&
        tell(db, &f, ret_left, err);
    file_text_done(&text);
    return ok;
}
