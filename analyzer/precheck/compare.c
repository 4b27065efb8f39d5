/* SPDX-License-Identifier: MIT */
#include "precheck/compare.h"

#include "store/row_map.h"
#include "store/statements.h"

#include <string.h>

struct past_finding {
    struct slice finding_id, rule_id, title, basis, severity, certainty, status, message, force_id,
        tool_id, request_id, question_id, date, parties_digest, matter_id;
};
static const struct field finding_fields[] = {
    FIELD(struct past_finding, finding_id), FIELD(struct past_finding, rule_id),
    FIELD(struct past_finding, title),      FIELD(struct past_finding, basis),
    FIELD(struct past_finding, severity),   FIELD(struct past_finding, certainty),
    FIELD(struct past_finding, status),     FIELD(struct past_finding, message),
    FIELD(struct past_finding, force_id),   FIELD(struct past_finding, tool_id),
    FIELD(struct past_finding, request_id), FIELD(struct past_finding, question_id),
    FIELD(struct past_finding, date),       FIELD(struct past_finding, parties_digest),
    FIELD(struct past_finding, matter_id),
};

struct past_evidence {
    struct slice finding_id, role, file_kind, row_id, force_id, source;
};
static const struct field evidence_fields[] = {
    FIELD(struct past_evidence, finding_id), FIELD(struct past_evidence, role),
    FIELD(struct past_evidence, file_kind),  FIELD(struct past_evidence, row_id),
    FIELD(struct past_evidence, force_id),   FIELD(struct past_evidence, source),
};

static bool copy_findings(const struct bench *b, sqlite3 *db, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(b->base, "precheck_findings", finding_fields);
    SCOPED_ROW_MAP insert = row_writer(db, "insert_past_finding", finding_fields);
    struct past_finding row;
    bool ok = true;
    while (ok && row_next(&rows, &row))
        ok = row_write(&insert, &row, err);
    return ok && row_done(&rows, err);
}

static bool copy_evidence(const struct bench *b, sqlite3 *db, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(b->base, "precheck_evidence", evidence_fields);
    SCOPED_ROW_MAP insert = row_writer(db, "insert_past_evidence", evidence_fields);
    struct past_evidence row;
    bool ok = true;
    while (ok && row_next(&rows, &row))
        ok = row_write(&insert, &row, err);
    return ok && row_done(&rows, err);
}

bool compare_prepare(const struct bench *b, sqlite3 *db, struct error *err)
{
    return database_run_file(db, "analyzer/precheck/past_tables.sql", err) &&
           copy_findings(b, db, err) && copy_evidence(b, db, err) &&
           database_run_file(db, "analyzer/precheck/moves.sql", err);
}

/* Messages of these rules quote the letter. */
static void leave_out_words(const struct bench *b, json_t *finding)
{
    const char *rule = text_of(finding, "rule_id");
    if (b->options->no_text && (strcmp(rule, "L09") == 0 || strcmp(rule, "L14") == 0))
        json_object_set(finding, "message", json_object_get(finding, "title"));
}

/* Adds to each finding of the list what it rests on. */
static bool add_sources(const struct bench *b, sqlite3 *db, const char *statement, json_t *list,
                        struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < json_array_size(list); i++) {
        json_t *finding = json_array_get(list, i), *sources;
        int64_t no = json_integer_value(json_object_get(finding, "no"));
        ok = bench_rows(b, db, statement, no, &sources, err);
        json_object_set_new(finding, "evidence", sources);
        json_object_del(finding, "no");
        leave_out_words(b, finding);
    }
    return ok;
}

static bool add_group(const struct bench *b, sqlite3 *db, json_t *groups, const char *group,
                      const char *statement, struct error *err)
{
    json_t *list;
    const char *sources = STATEMENT("precheck_rests_on");
    bool is_past = slice_is(slice_of(group), "resolve");
    bool ok = bench_rows(b, db, statement, 0, &list, err) &&
              add_sources(b, db, is_past ? STATEMENT("precheck_rested_on") : sources, list, err);
    json_object_set_new(groups, group, list);
    return ok;
}

static bool add_remaining(const struct bench *b, sqlite3 *db, json_t *groups, struct error *err)
{
    enum { WORST = 3 };
    json_t *list, *worst = json_array();
    bool ok = bench_rows(b, db, STATEMENT("precheck_remaining"), 0, &list, err);
    for (size_t i = 0; i < json_array_size(list) && i < WORST; i++)
        json_array_append(worst, json_array_get(list, i));
    ok = ok && add_sources(b, db, STATEMENT("precheck_rests_on"), worst, err);
    json_object_set_new(
        groups, "remain",
        json_pack("{sI so}", "count", (json_int_t)json_array_size(list), "worst", worst));
    json_decref(list);
    return ok;
}

bool compare_findings(const struct bench *b, sqlite3 *db, json_t **ret, struct error *err)
{
    *ret = json_object();
    return add_group(b, db, *ret, "create", STATEMENT("precheck_created"), err) &&
           add_group(b, db, *ret, "resolve", STATEMENT("precheck_resolved"), err) &&
           add_group(b, db, *ret, "join", STATEMENT("precheck_joined"), err) &&
           add_group(b, db, *ret, "change", STATEMENT("precheck_changed"), err) &&
           add_remaining(b, db, *ret, err);
}
