/* SPDX-License-Identifier: MIT */
#include "precheck/bench.h"

#include "audit/known_names.h"
#include "audit/steps.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/version.h"
#include "domain/request_id.h"
#include "store/row_json.h"
#include "store/statements.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { NOTICE_BYTES = 600, ALWAYS_FROM = -2000000, ALWAYS_TO = 4000000 };

const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

void bench_notice(struct bench *b, const char *format, ...)
{
    char text[NOTICE_BYTES];
    va_list arguments;
    va_start(arguments, format);
    text_cut_list(text, sizeof text, format, arguments);
    va_end(arguments);
    json_array_append_new(b->notices, json_string(text));
}

static void bind_text(sqlite3_stmt *s, const char *parameter, const char *text)
{
    if (query_parameter_index(s, parameter))
        query_bind_text(s, parameter, slice_of(text ? text : ""));
}

static void bind_int(sqlite3_stmt *s, const char *parameter, int64_t value)
{
    if (query_parameter_index(s, parameter))
        query_bind_int(s, parameter, value);
}

static void bind(const struct bench *b, sqlite3_stmt *s, int64_t no)
{
    bind_text(s, "force_id", b->force_id);
    bind_text(s, "tool_id", b->tool_id);
    bind_text(s, "request_id", b->request_id);
    bind_text(s, "draft_id", b->draft_id);
    bind_int(s, "day_earliest", b->date ? b->day.earliest : ALWAYS_FROM);
    bind_int(s, "day_latest", b->date ? b->day.latest : ALWAYS_TO);
    bind_int(s, "no", no);
    bind_int(s, "response_no", no);
}

sqlite3_stmt *bench_query(const struct bench *b, sqlite3 *db, const char *statement, int64_t no)
{
    sqlite3_stmt *s = query_prepare(db, statement);
    bind(b, s, no);
    return s;
}

bool bench_rows(const struct bench *b, sqlite3 *db, const char *statement, int64_t no,
                json_t **ret_rows, struct error *err)
{
    SCOPED_QUERY s = bench_query(b, db, statement, no);
    *ret_rows = json_array();
    while (query_next(s))
        json_array_append_new(*ret_rows, row_json(s));
    return query_done(s, err);
}

bool bench_row(const struct bench *b, sqlite3 *db, const char *statement, int64_t no,
               json_t **ret_row, struct error *err)
{
    json_t *rows;
    bool ok = bench_rows(b, db, statement, no, &rows, err);
    *ret_row = json_array_size(rows) ? json_incref(json_array_get(rows, 0)) : json_object();
    json_decref(rows);
    return ok;
}

static char *copy_of(const json_t *object, const char *key)
{
    const char *text = text_of(object, key);
    return *text ? memory_copy(text) : NULL;
}

/* What the user calls something, as the number that the pack has it under. */
static bool find(sqlite3 *db, const char *statement, const char *what, const char *typed,
                 int32_t *ret_no, struct error *err)
{
    struct known_names known;
    bool ok = known_names_load(db, statement, &known, err) &&
              known_names_find(&known, what, slice_trim(slice_of(typed)), ret_no, err);
    known_names_done(&known);
    return ok;
}

static bool find_force(struct bench *b, struct error *err)
{
    int32_t no = 0;
    json_t *row = NULL;
    bool ok = find(b->base, STATEMENT("known_forces"), "force", b->options->force, &no, err) &&
              bench_row(b, b->base, STATEMENT("precheck_force"), no, &row, err);
    b->force_id = copy_of(row, "force_id");
    b->force = copy_of(row, "name");
    b->regime = copy_of(row, "regime");
    json_decref(row);
    return ok;
}

static bool find_request(struct bench *b, struct error *err)
{
    if (!b->options->request)
        return true;
    int32_t no = 0;
    json_t *row = NULL;
    size_t size = strlen(b->options->request) + 16;
    SCOPED_TEXT canonical = memory_new(size, 1);
    if (!request_id_normalise(slice_of(b->options->request), canonical, size))
        canonical[0] = '\0';
    const char *typed = *canonical ? canonical : b->options->request;
    bool ok = find(b->base, STATEMENT("known_requests"), "request", typed, &no, err) &&
              bench_row(b, b->base, STATEMENT("precheck_request"), no, &row, err);
    b->request_id = copy_of(row, "request_id");
    json_decref(row);
    return ok;
}

static bool take_tool(struct bench *b, int32_t no, struct error *err)
{
    json_t *row;
    bool ok = bench_row(b, b->base, STATEMENT("precheck_tool"), no, &row, err);
    b->tool_id = copy_of(row, "tool_id");
    b->tool = copy_of(row, "name");
    json_decref(row);
    return ok;
}

/* The one that the request is about, by requests.csv or by what was answered to it. */
static bool find_tool(struct bench *b, struct error *err)
{
    int32_t no = 0;
    if (b->options->tool)
        return find(b->base, STATEMENT("known_tools"), "tool", b->options->tool, &no, err) &&
               take_tool(b, no, err);
    json_t *tools;
    bool ok = bench_rows(b, b->base, STATEMENT("precheck_tools_of_request"), 0, &tools, err);
    if (ok && json_array_size(tools) != 1)
        ok = error_set(err, ERROR_USAGE, NULL, 0, "Name the tool with --tool.",
                       "the pack does not say which one tool request %s is about",
                       SHOWN(b->request_id ? b->request_id : "", 64));
    if (ok)
        ok = take_tool(
            b, (int32_t)json_integer_value(json_object_get(json_array_get(tools, 0), "tool_no")),
            err);
    json_decref(tools);
    return ok;
}

/* A row or a request of the pack may be called draft. */
static bool choose_draft_id(struct bench *b, struct error *err)
{
    bool ok = true, is_taken = true;
    for (int i = 1; ok && is_taken; i++) {
        free(b->draft_id);
        b->draft_id = i == 1 ? memory_copy("draft") : memory_print("draft-%d", i);
        json_t *row;
        ok = bench_row(b, b->base, STATEMENT("precheck_rows_called_so"), 0, &row, err);
        is_taken = json_integer_value(json_object_get(row, "n")) > 0;
        json_decref(row);
    }
    return ok;
}

static bool load(struct bench *b, struct error *err)
{
    struct intake_result loaded;
    const struct intake_options intake = {.pack = b->options->pack, .version = concord_version()};
    return intake_load(b->base, &intake, &loaded, err);
}

/* It is read once for each audit. What is not there is told of by the intake. */
static bool check_pack(const char *pack, struct error *err)
{
    struct stat status;
    bool is_stream =
        strcmp(pack, "-") == 0 ||
        (stat(pack, &status) == 0 && !S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode));
    return !is_stream || error_set(err, ERROR_USAGE, pack, 0, "Save it as a file first.",
                                   "the pack is read more than once, so that it can be no pipe");
}

/* The two are easily taken for each other, and what would be said of a letter as a pack helps
 * nobody. */
static bool check_letter(const char *letter, struct error *err)
{
    static const char order[] = "Name the letter first, then the pack: precheck LETTER PACK.";
    struct stat status;
    if (!letter || strcmp(letter, "-") == 0)
        return true;
    if (!*letter)
        return error_set(err, ERROR_USAGE, NULL, 0, order, "the name of the letter is empty");
    if (stat(letter, &status) != 0)
        return errno != ENOENT ||
               error_set(err, ERROR_INPUT, letter, 0, "Look at the name; - is standard input.",
                         "there is nothing of that name");
    return !S_ISDIR(status.st_mode) ||
           error_set(err, ERROR_USAGE, letter, 0, order, "the letter is a folder");
}

static void begin(const struct precheck_options *options, struct bench *ret)
{
    *ret = (struct bench){.options = options, .notices = json_array(), .day = {DAY_MIN, DAY_MAX}};
    ret->catalogue = catalogue_load();
}

static bool find_subject(struct bench *b, struct error *err)
{
    return find_force(b, err) && find_request(b, err) && find_tool(b, err) &&
           choose_draft_id(b, err);
}

bool bench_open(const struct precheck_options *options, struct bench *ret, struct error *err)
{
    begin(options, ret);
    return check_letter(options->letter, err) && check_pack(options->pack, err) &&
           database_create(":memory:", &ret->base, err) && load(ret, err) && find_subject(ret, err);
}

bool bench_open_replayed(const struct precheck_options *options, sqlite3 *base, struct bench *ret,
                         struct error *err)
{
    begin(options, ret);
    ret->base = base;
    ret->is_replayed = true;
    return find_subject(ret, err);
}

void bench_done(struct bench *b)
{
    if (!b->is_replayed)
        sqlite3_close_v2(b->base);
    catalogue_free(&b->catalogue);
    json_decref(b->notices);
    char *const texts[] = {b->force_id, b->force,    b->tool_id, b->tool, b->request_id,
                           b->regime,   b->draft_id, b->stage,   b->date, b->received};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        free(texts[i]);
}

static bool read_day(struct bench *b, const char *date, struct error *err)
{
    if (!*date)
        return true;
    if (date_parse(slice_of(date), &b->day) != DATE_OK)
        return error_set(err, ERROR_USAGE, NULL, 0, "Write it as 2024-12-09, or 2024-12.",
                         "\"%s\" cannot be read as a date", SHOWN(date, 64));
    char text[16];
    date_format(b->day, text);
    b->date = memory_copy(text);
    return true;
}

static bool copy_received(struct bench *b, const char *text, struct error *err)
{
    struct date_interval day;
    if (*text && date_parse(slice_of(text), &day) != DATE_OK)
        return error_set(err, ERROR_USAGE, NULL, 0, "Write it as 2024-12-09, or 2024-12.",
                         "\"%s\" cannot be read as a date", SHOWN(text, 64));
    b->received = *text ? memory_copy(text) : NULL;
    return true;
}

bool bench_tell_received(struct bench *b, const char *of_letter, struct error *err)
{
    json_t *row;
    const char *asked = b->options->received;
    bool ok = bench_row(b, b->base, STATEMENT("precheck_circulated"), 0, &row, err);
    const char *circulated = text_of(row, "date");
    ok = ok && copy_received(b, asked ? asked : *of_letter ? of_letter : circulated, err);
    json_decref(row);
    if (ok && !b->received)
        bench_notice(b, "not judged whether the answer is in time: no date of receipt is given%s",
                     b->options->letter ? ", in the letter or in circulation.csv"
                                        : " in circulation.csv");
    return ok;
}

static bool raise_as_of(struct bench *b, struct error *err)
{
    SCOPED_QUERY s = query_prepare(b->base, "precheck_raise_as_of");
    query_bind_int(s, "day", b->day.latest);
    return query_run(s, err);
}

static bool tell_as_of(struct bench *b, struct error *err)
{
    json_t *row;
    bool ok = bench_row(b, b->base, STATEMENT("precheck_as_of"), 0, &row, err);
    text_fit(b->as_of, sizeof b->as_of, "%s", text_of(row, "as_of"));
    json_decref(row);
    return ok;
}

bool bench_settle(struct bench *b, const char *date, struct error *err)
{
    const struct audit_plan plan = {.catalogue = &b->catalogue, .without_numbers = true};
    if (!read_day(b, date, err) || (b->date && !b->is_replayed && !raise_as_of(b, err)) ||
        !tell_as_of(b, err))
        return false;
    return b->is_replayed || (audit_make(b->base, &plan, err) && database_commit(b->base, err));
}
