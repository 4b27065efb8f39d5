/* SPDX-License-Identifier: MIT
 * Within this folder: what one look at a draft is about, and the audits it is made from.
 */
#ifndef CONCORD_PRECHECK_BENCH_H
#define CONCORD_PRECHECK_BENCH_H

#include "domain/date.h"
#include "intake/load.h"
#include "precheck/precheck.h"
#include "rules/catalogue.h"
#include "store/query.h"

/* Owned texts; NULL: there is none. Numbers differ from audit to audit, identifiers do not. */
struct bench {
    const struct precheck_options *options;
    struct catalogue catalogue;
    sqlite3 *base;    /* the pack as it is */
    bool is_replayed; /* base is borrowed: an audit that was done, audited anew (replay.h) */
    char *force_id, *force, *tool_id, *tool, *request_id, *regime;
    char *draft_id;           /* "draft", or what no row of the pack is called */
    char *stage;              /* initial where nothing says */
    char *date, *received;    /* as written */
    struct date_interval day; /* all days where there is no date */
    char as_of[16];           /* of both runs; "" where nothing has a date */
    json_t *notices;          /* texts, in the order in which they came up */
};

/* Loads the pack and resolves the names. Ended by bench_done, whatever comes of it. */
MUST_CHECK bool bench_open(const struct precheck_options *options, struct bench *ret,
                           struct error *err);
/* The same over a replayed audit, which outlives the bench, in place of a pack. */
MUST_CHECK bool bench_open_replayed(const struct precheck_options *options, sqlite3 *base,
                                    struct bench *ret, struct error *err);
void bench_done(struct bench *b);

/* The day that everything is measured on, "" for none; then audits the pack as of the later of it
 * and the pack's own. Errors: USAGE where it is no date. */
MUST_CHECK bool bench_settle(struct bench *b, const char *date, struct error *err);

/* When the request came: by the option, else by the letter ("" where there is none or it does not
 * say), else by circulation.csv; where none of them says it, that is told. Errors: USAGE where it
 * is no date. */
MUST_CHECK bool bench_tell_received(struct bench *b, const char *of_letter, struct error *err);

/* Adds a notice: what was not judged, and why. */
void bench_notice(struct bench *b, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A statement; of the parameters :force_id, :tool_id, :request_id, :draft_id, :day_earliest,
 * :day_latest, and :no or :response_no those that it has are bound. The caller finalizes it. */
sqlite3_stmt *bench_query(const struct bench *b, sqlite3 *db, const char *statement, int64_t no);

/* Its rows as a list of objects. */
MUST_CHECK bool bench_rows(const struct bench *b, sqlite3 *db, const char *statement, int64_t no,
                           json_t **ret_rows, struct error *err);

/* The first of them, or an empty object. */
MUST_CHECK bool bench_row(const struct bench *b, sqlite3 *db, const char *statement, int64_t no,
                          json_t **ret_row, struct error *err);

/* "" where it lacks or is null. */
const char *text_of(const json_t *object, const char *key);

#endif
