/* SPDX-License-Identifier: MIT */
#include "precheck/precheck.h"

#include "base/memory.h"
#include "base/version.h"
#include "precheck/compare.h"
#include "precheck/draft.h"
#include "precheck/options.h"
#include "precheck/parts.h"
#include "precheck/residue.h"
#include "precheck/run.h"
#include "store/statements.h"

#include <string.h>

static json_t *text_or_null(const char *text)
{
    return text && *text ? json_string(text) : json_null();
}

static json_t *begin_document(const struct bench *b)
{
    json_t *document = json_object();
    json_object_set_new(document, "version", json_string(concord_version()));
    json_object_set_new(document, "as_of", text_or_null(b->as_of));
    json_object_set_new(document, "date", text_or_null(b->date));
    json_object_set_new(document, "received", text_or_null(b->received));
    json_object_set_new(document, "force", json_string(b->force_id));
    json_object_set_new(document, "force_name", json_string(b->force));
    json_object_set_new(document, "regime", json_string(b->regime));
    json_object_set_new(document, "request", text_or_null(b->request_id));
    json_object_set_new(document, "tool", json_string(b->tool_id));
    json_object_set_new(document, "tool_name", json_string(b->tool));
    json_object_set_new(document, "stage", json_string(b->stage));
    return document;
}

/* Parts 2 and 3 are the same for both readings: the day decides, and not what is said. */
static bool add_record_and_advice(const struct bench *b, sqlite3 *db, json_t *document,
                                  struct error *err)
{
    json_t *rows, *record = NULL, *advice = NULL;
    bool ok = part_rows(b, db, &rows, err) && part_record(b, db, &record, err) &&
              part_advice(b, db, json_integer_value(json_object_get(json_array_get(rows, 0), "no")),
                          &advice, err);
    json_object_set_new(document, "record", record);
    json_object_set_new(document, "advice", advice);
    json_decref(rows);
    return ok;
}

static bool add_expected(const struct bench *b, sqlite3 *db, json_t *document, const char *reading,
                         bool is_judged, struct error *err)
{
    json_t *rows, *list = json_object_get(document, "expected");
    bool ok = part_rows(b, db, &rows, err);
    for (size_t i = 0; ok && i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        json_object_set_new(row, "reading", text_or_null(reading));
        ok = part_expected(b, db, json_object_get(document, "advice"), row, is_judged, list, err);
    }
    json_decref(rows);
    return ok;
}

static bool add_findings(const struct bench *b, sqlite3 *db, json_t *document, const char *reading,
                         struct error *err)
{
    json_t *groups, *exposure = NULL;
    bool ok = compare_findings(b, db, &groups, err);
    json_object_set_new(json_object_get(document, "findings"), reading, groups);
    ok = ok && part_exposure(b, db, &exposure, err);
    json_t *there = json_object_get(document, "exposure");
    if (!json_object_size(there))
        json_object_update(there, exposure);
    else
        json_object_set(there, "after_b", json_object_get(exposure, "after"));
    json_decref(exposure);
    return ok;
}

/* From the last of its own letters to what the draft says. */
static bool add_change(const struct bench *b, sqlite3 *db, json_t *document, const char *reading,
                       struct error *err)
{
    json_t *row;
    bool ok = bench_row(b, db, STATEMENT("precheck_position_on_use"), 0, &row, err);
    json_object_set(json_object_get(json_object_get(document, "beside"), "change"), reading,
                    json_object_get(row, "change"));
    json_decref(row);
    return ok;
}

static void tell_left_out(struct bench *b, int64_t left_out)
{
    if (left_out)
        bench_notice(b,
                     "%lld %s of the pack %s the same letter (force, request, question, stage "
                     "and date) and %s left out beside the draft",
                     (long long)left_out, left_out == 1 ? "row" : "rows",
                     left_out == 1 ? "is" : "are", left_out == 1 ? "is" : "are");
}

/* One of the readings, audited: adds what it gives. */
static bool add_reading(struct bench *b, struct draft *d, size_t which, json_t *document,
                        struct error *err)
{
    sqlite3 *db;
    int64_t left_out;
    const char *name = reading_names.words[which];
    bool ok = run_with_draft(b, d->rows[which], &db, &left_out, err);
    if (ok && which == 0) {
        tell_left_out(b, left_out);
        ok = add_record_and_advice(b, db, document, err);
    }
    ok = ok && add_expected(b, db, document, d->is_decided ? name : "", d->is_decided, err);
    if (d->is_decided)
        ok = ok && add_findings(b, db, document, name, err) &&
             add_change(b, db, document, name, err);
    ok = ok && residue_of_findings(b, db, d, document, err);
    sqlite3_close_v2(db);
    return ok;
}

static bool has_text(const json_t *list, const char *text)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        if (strcmp(json_string_value(json_array_get(list, i)), text) == 0)
            return true;
    return false;
}

/* Each element once, with the first reason that there is. */
static void tell_unjudged_elements(struct bench *b, const json_t *document)
{
    const json_t *expected = json_object_get(document, "expected");
    json_t *told = json_array();
    for (size_t i = 0; i < json_array_size(expected); i++) {
        const json_t *line = json_array_get(expected, i);
        const char *element = text_of(line, "element");
        if (strcmp(text_of(line, "result"), "not judged") != 0 || has_text(told, element))
            continue;
        json_array_append_new(told, json_string(element));
        bench_notice(b, "not judged of what is expected: %s (%s)", element, text_of(line, "found"));
    }
    json_decref(told);
}

/* Where several rows say that something was not judged. */
static void add_unjudged(struct bench *b, const struct draft *d, const json_t *document)
{
    if (!d->is_decided)
        bench_notice(b, "no decision was found in the draft: what is expected of it, findings and "
                        "exposure are not judged");
    if (!*text_of(json_object_get(document, "advice"), "applies"))
        bench_notice(b, "no advice is in force for this request and tool on that day: nothing is "
                        "expected of the answer");
    tell_unjudged_elements(b, document);
    const json_t *flags =
        json_object_get(json_array_get(json_object_get(document, "readings"), 0), "flags");
    for (size_t i = 0; i < json_array_size(flags); i++)
        if (strcmp(json_string_value(json_array_get(flags, i)), "unanswered_question") == 0)
            bench_notice(b, "not judged: a question of the request that the draft passes over");
}

static bool add_inputs(const struct bench *b, const struct draft *d, json_t *document,
                       struct error *err)
{
    json_t *inputs;
    if (!part_inputs(b, &inputs, err))
        return false;
    if (d)
        json_array_insert_new(inputs, 0,
                              json_pack("{ss ss ss}", "file", d->document.name, "origin", "draft",
                                        "sha256", d->document.sha256));
    json_object_set_new(document, "inputs", inputs);
    return true;
}

static bool add_turning_words(const struct bench *b, const struct draft *d, json_t *document,
                              struct error *err)
{
    json_t *words = NULL;
    bool ok = !d->rows[1] || draft_turning_words(b, &words, err);
    json_object_set_new(document, "turning_words", words ? words : json_array());
    return ok;
}

static bool make(struct bench *b, struct draft *d, json_t **ret, struct error *err)
{
    if (!draft_read(b, d, err))
        return false;
    json_t *document = *ret = begin_document(b);
    json_t *beside;
    if (!add_inputs(b, d, document, err) || !part_beside(b, &beside, err))
        return false;
    json_object_set_new(document, "decided", json_boolean(d->is_decided));
    json_object_set_new(document, "readings", draft_readings(b, d));
    if (!add_turning_words(b, d, document, err))
        return false;
    json_object_set_new(document, "record", json_null());
    json_object_set_new(document, "advice", json_null());
    json_object_set_new(document, "expected", json_array());
    json_object_set_new(document, "findings", json_object());
    json_object_set_new(document, "beside", beside);
    json_object_set_new(beside, "change", json_object());
    json_object_set_new(document, "exposure", json_object());
    json_object_set_new(document, "residue", json_array());
    if (!residue_of_text(b, d, document, err))
        return false;
    for (size_t i = 0; i < 2 && d->rows[i]; i++)
        if (!add_reading(b, d, i, document, err))
            return false;
    residue_sort(json_object_get(document, "residue"));
    add_unjudged(b, d, document);
    json_object_set(document, "notices", b->notices);
    return true;
}

bool precheck_letter(const struct precheck_options *options, json_t **ret_document,
                     struct error *err)
{
    struct bench b;
    struct draft d = {.is_decided = false};
    *ret_document = NULL;
    bool ok = bench_open(options, &b, err) && make(&b, &d, ret_document, err);
    draft_done(&d);
    bench_done(&b);
    return ok;
}

/* Without a request the advice on single ones is passed over, which is said. */
static bool tell_passed_over(struct bench *b, sqlite3 *db, struct error *err)
{
    json_t *row;
    if (b->request_id)
        return true;
    bool ok = bench_row(b, db, STATEMENT("advice_on_requests"), 0, &row, err);
    if (json_integer_value(json_object_get(row, "n")))
        bench_notice(b, "not looked at, since it is for single requests and none is given: %s",
                     text_of(row, "guidance"));
    json_decref(row);
    return ok;
}

/* Parts 2 to 4 by a row that takes no position, and what each answer would do. */
static bool make_options(struct bench *b, json_t **ret, struct error *err)
{
    b->stage = memory_copy(b->options->stage ? b->options->stage : "initial");
    if (!bench_tell_received(b, "", err) || !options_settle(b, err))
        return false;
    json_t *document = *ret = begin_document(b), *beside;
    if (!add_inputs(b, NULL, document, err) || !part_beside(b, &beside, err))
        return false;
    json_object_set_new(document, "record", json_null());
    json_object_set_new(document, "advice", json_null());
    json_object_set_new(document, "expected", json_array());
    json_object_set_new(document, "options", json_array());
    json_object_set_new(document, "beside", beside);
    json_t *probe = json_pack("[{ss ss}]", "question_id", "", "stance", "other");
    sqlite3 *db;
    int64_t left_out;
    bool ok = run_with_draft(b, probe, &db, &left_out, err) &&
              add_record_and_advice(b, db, document, err) && tell_passed_over(b, db, err) &&
              add_expected(b, db, document, "", false, err) && options_add(b, document, db, err);
    sqlite3_close_v2(db);
    json_decref(probe);
    if (ok)
        tell_left_out(b, left_out);
    json_object_set(document, "notices", b->notices);
    return ok;
}

bool precheck_options_of_force(const struct precheck_options *options, json_t **ret_document,
                               struct error *err)
{
    struct bench b;
    *ret_document = NULL;
    bool ok = bench_open(options, &b, err) && make_options(&b, ret_document, err);
    bench_done(&b);
    return ok;
}

bool precheck_options_of_audit(sqlite3 *base, const struct precheck_options *options,
                               json_t **ret_document, struct error *err)
{
    struct bench b;
    *ret_document = NULL;
    bool ok = bench_open_replayed(options, base, &b, err) && make_options(&b, ret_document, err);
    bench_done(&b);
    return ok;
}
