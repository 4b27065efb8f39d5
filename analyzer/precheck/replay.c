/* SPDX-License-Identifier: MIT */
#include "precheck/replay.h"

#include "audit/steps.h"
#include "domain/vocabulary.h"
#include "intake/exemption_sets.h"
#include "precheck/precheck.h"
#include "store/statements.h"

static bool copy_facts(sqlite3 *from, sqlite3 **ret_db, struct error *err)
{
    return database_copy(from, ret_db, err) &&
           database_run_file(*ret_db, "analyzer/precheck/forget.sql", err);
}

static bool audit_anew(sqlite3 *db, struct error *err)
{
    struct catalogue catalogue = catalogue_load();
    const struct audit_plan plan = {.catalogue = &catalogue, .without_numbers = true};
    bool ok = audit_make(db, &plan, err) && database_commit(db, err);
    catalogue_free(&catalogue);
    return ok;
}

bool precheck_replay(sqlite3 *audit, sqlite3 **ret_base, struct error *err)
{
    *ret_base = NULL;
    return copy_facts(audit, ret_base, err) && audit_anew(*ret_base, err);
}

static bool drop(sqlite3 *db, const char *statement, int32_t set_no, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    query_bind_int(s, "set_no", set_no);
    return query_run(s, err);
}

/* The number of the same list where some letter cites it; the new one is dropped then. */
static bool prefer_former_set(sqlite3 *db, int32_t *set_no, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "replay_same_set");
    query_bind_int(s, "set_no", *set_no);
    int32_t former = query_next(s) ? (int32_t)query_get_int(s, "set_no") : 0;
    if (!query_done(s, err))
        return false;
    if (!former)
        return true;
    bool ok = drop(db, STATEMENT("replay_drop_set"), *set_no, err) &&
              drop(db, STATEMENT("replay_drop_citations"), *set_no, err);
    *set_no = former;
    return ok;
}

/* 0 where the answer cites nothing. */
static bool find_set(const struct bench *b, sqlite3 *db, const char *exemptions, int32_t *ret_set,
                     struct error *err)
{
    *ret_set = 0;
    int regime = vocabulary_code(&regimes, slice_of(b->regime));
    struct slice text = slice_trim(slice_of(exemptions)), bad;
    if (!text.length || regime < 0)
        return true;
    struct exemption_sets sets;
    exemption_sets_open(&sets, db);
    bool ok = exemption_sets_read_statute(&sets, db, err);
    if (ok && exemption_sets_find(&sets, regime, text, ret_set, &bad) == CITATIONS_OK && !*ret_set)
        ok = exemption_sets_add(&sets, regime, text, ret_set, err);
    exemption_sets_close(&sets);
    return ok && (!*ret_set || prefer_former_set(db, ret_set, err));
}

static void bind_days(sqlite3_stmt *s, const char *earliest, const char *latest,
                      struct date_interval days)
{
    query_bind_int(s, earliest, days.earliest);
    query_bind_int(s, latest, days.latest);
}

/* Force, tool, request, stage and day of the answer, where the statement asks for them. */
static sqlite3_stmt *prepare_for_answer(const struct bench *b, sqlite3 *db, const char *statement)
{
    sqlite3_stmt *s = bench_query(b, db, statement, 0);
    if (query_parameter_index(s, "stage"))
        query_bind_text(s, "stage", slice_of(b->stage));
    if (!b->date && query_parameter_index(s, "day_earliest")) {
        query_bind_null(s, "day_earliest");
        query_bind_null(s, "day_latest");
    }
    return s;
}

static bool run_for_answer(const struct bench *b, sqlite3 *db, const char *statement,
                           struct error *err)
{
    SCOPED_QUERY s = prepare_for_answer(b, db, statement);
    return query_run(s, err);
}

static bool store_answer(const struct bench *b, const json_t *row, sqlite3 *db, struct error *err)
{
    static const char *const said[] = {"stance",    "partial_ncnd",         "held_statement",
                                       "harm_test", "public_interest_test", "link"};
    int32_t set_no = 0;
    struct date_interval received;
    if (!find_set(b, db, text_of(row, "exemptions"), &set_no, err))
        return false;
    SCOPED_QUERY s = prepare_for_answer(b, db, STATEMENT("replay_answer"));
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        query_bind_text(s, said[i], slice_of(text_of(row, said[i])));
    if (set_no)
        query_bind_int(s, "set_no", set_no);
    if (b->received && date_parse(slice_of(b->received), &received) == DATE_OK)
        bind_days(s, "received_earliest", "received_latest", received);
    SCOPED_QUERY wording = prepare_for_answer(b, db, STATEMENT("replay_wording"));
    query_bind_text(wording, "link", slice_of(text_of(row, "link")));
    return query_run(s, err) && query_run(wording, err);
}

bool replay_with_answer(const struct bench *b, const json_t *row, sqlite3 **ret_db,
                        int64_t *ret_left_out, struct error *err)
{
    if (!copy_facts(b->base, ret_db, err) ||
        !run_for_answer(b, *ret_db, STATEMENT("replay_request"), err) ||
        !run_for_answer(b, *ret_db, STATEMENT("replay_leave_out"), err))
        return false;
    *ret_left_out = sqlite3_changes(*ret_db);
    return run_for_answer(b, *ret_db, STATEMENT("replay_drop_wordings"), err) &&
           store_answer(b, row, *ret_db, err);
}
