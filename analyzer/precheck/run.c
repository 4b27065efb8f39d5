/* SPDX-License-Identifier: MIT */
#include "precheck/run.h"

#include "audit/steps.h"
#include "base/memory.h"
#include "base/version.h"
#include "precheck/compare.h"
#include "precheck/replay.h"
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>

/* What of a row comes from the draft; the rest from the bench. */
static const char *const drafted[] = {
    "date_responded", "stance",     "partial_ncnd", "held_statement",
    "use_statement",  "exemptions", "harm_test",    "public_interest_test",
    "link",           "reference",  "text",
};
enum { DRAFTED = sizeof drafted / sizeof *drafted };

static void write_cell(FILE *out, const char *text)
{
    putc('"', out);
    for (; *text; text++) {
        if (*text == '"')
            putc('"', out);
        putc(*text, out);
    }
    putc('"', out);
}

static void write_row(const struct bench *b, const json_t *row, FILE *out)
{
    const char *question = text_of(row, "question_id");
    SCOPED_TEXT id =
        *question ? memory_print("%s:%s", b->draft_id, question) : memory_copy(b->draft_id);
    const char *const given[] = {
        id,         b->force_id, b->request_id ? b->request_id : b->draft_id,
        b->tool_id, b->stage,    b->received ? b->received : "",
        question};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        write_cell(out, given[i]);
        putc(',', out);
    }
    for (size_t i = 0; i < DRAFTED; i++) {
        bool is_date = i == 0;
        write_cell(out, is_date ? (b->date ? b->date : "") : text_of(row, drafted[i]));
        putc(i + 1 < DRAFTED ? ',' : '\n', out);
    }
}

static char *as_csv(const struct bench *b, const json_t *rows, size_t *ret_length)
{
    char *csv = NULL;
    FILE *out = memory_stream(&csv, ret_length);
    fputs("response_id,force_id,request_id,tool_id,stage,date_received,question_id", out);
    for (size_t i = 0; i < DRAFTED; i++)
        fprintf(out, ",%s", drafted[i]);
    putc('\n', out);
    for (size_t i = 0; i < json_array_size(rows); i++)
        write_row(b, json_array_get(rows, i), out);
    memory_stream_end(out);
    return csv;
}

/* The line of a reject tells the row: the texts of the rows before it may have lines of their
 * own. */
static json_t *row_at_line(const json_t *rows, int64_t line)
{
    int64_t at = 2;
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        if (at == line)
            return row;
        for (const char *p = text_of(row, "text"); *p; p++)
            at += *p == '\n';
        at++;
    }
    return NULL;
}

/* Empties what was not taken; *ret_again says whether that is worth another try. */
static bool mend(struct bench *b, sqlite3 *db, json_t *rows, bool *ret_again, struct error *err)
{
    json_t *rejects;
    bool ok = bench_rows(b, db, STATEMENT("precheck_rejects"), 0, &rejects, err);
    *ret_again = ok && json_array_size(rejects) > 0;
    for (size_t i = 0; ok && i < json_array_size(rejects); i++) {
        const json_t *reject = json_array_get(rejects, i);
        const char *column = text_of(reject, "column_name");
        json_t *row = row_at_line(rows, json_integer_value(json_object_get(reject, "line")));
        if (!row || !*text_of(row, column) || strcmp(column, "stance") == 0)
            ok = error_set(err, ERROR_INPUT, b->options->letter, 0,
                           "Look at the letter's reading with `concord classify --explain`.",
                           "what the letter says could not be taken: %s of a row", column);
        else
            bench_notice(b, "%s of the draft could not be taken and is not judged%s%s", column,
                         b->options->no_text ? "" : ": ",
                         b->options->no_text ? "" : text_of(reject, "message"));
        if (ok)
            json_object_set_new(row, column, json_null());
    }
    json_decref(rejects);
    return ok;
}

static bool load(struct bench *b, json_t *rows, sqlite3 **ret_db, int64_t *ret_left_out,
                 struct error *err)
{
    bool ok = true, again = true;
    for (int tries = 0; ok && again; tries++) {
        sqlite3_close_v2(*ret_db);
        *ret_db = NULL;
        size_t length;
        SCOPED_TEXT csv = as_csv(b, rows, &length);
        struct intake_result loaded;
        const struct intake_options intake = {.pack = b->options->pack,
                                              .as_of = *b->as_of ? b->as_of : NULL,
                                              .version = concord_version(),
                                              .draft = {csv, length}};
        ok = database_create(":memory:", ret_db, err) &&
             intake_load(*ret_db, &intake, &loaded, err) && mend(b, *ret_db, rows, &again, err);
        *ret_left_out = loaded.left_out;
    }
    return ok;
}

/* Both audits are of one pack, or nothing can be said of the difference. */
static bool check_same_pack(const struct bench *b, sqlite3 *db, struct error *err)
{
    json_t *before, *now = NULL;
    bool ok = bench_rows(b, b->base, STATEMENT("precheck_digests"), 0, &before, err) &&
              bench_rows(b, db, STATEMENT("precheck_digests"), 0, &now, err);
    bool is_same = ok && json_equal(before, now);
    json_decref(before);
    json_decref(now);
    return ok && (is_same || error_set(err, ERROR_INPUT, b->options->pack, 0, "Run it again.",
                                       "the pack was changed while it was read"));
}

bool run_with_draft(struct bench *b, json_t *rows, sqlite3 **ret_db, int64_t *ret_left_out,
                    struct error *err)
{
    const struct audit_plan plan = {.catalogue = &b->catalogue, .without_numbers = true};
    *ret_db = NULL;
    *ret_left_out = 0;
    bool is_there = b->is_replayed
                        ? replay_with_answer(b, json_array_get(rows, 0), ret_db, ret_left_out, err)
                        : load(b, rows, ret_db, ret_left_out, err);
    return is_there && check_same_pack(b, *ret_db, err) && audit_make(*ret_db, &plan, err) &&
           database_commit(*ret_db, err) && compare_prepare(b, *ret_db, err);
}
