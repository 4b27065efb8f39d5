/* SPDX-License-Identifier: MIT */
#include "rules/runner.h"

#include "base/terminal.h"
#include "rules/recorder.h"
#include "store/query.h"
#include "store/reference_rows.h"
#include "store/statements.h"

static bool take_rows(struct recorder *r, const struct rule *rule, sqlite3_stmt *s,
                      struct error *err)
{
    struct columns columns;
    struct message_fault fault;
    if (!columns_of(s, &columns, fault.reason, sizeof fault.reason) ||
        !columns_check_message(&columns, rule, s, &fault))
        internal_fault("%s: %s", rule->path, fault.reason);
    bool ok = true;
    for (bool is_first = true; ok && query_next(s); is_first = false) {
        struct rule_row one = columns_row(&columns, rule, s);
        int order = is_first ? 1 : columns_compare_keys(one.key, r->finding.key);
        if (order < 0)
            internal_fault("%s: rows are not in the order of their key", rule->path);
        if (order > 0) {
            ok = recorder_begin_finding(r, one.key, err);
            columns_add_details(&columns, s, &r->finding);
        }
        recorder_take(r, &one);
    }
    return ok && query_done(s, err);
}

static bool run_rule(sqlite3 *db, struct recorder *r, const struct rule *rule, struct error *err)
{
    struct timespec since = terminal_timing(NULL, NULL);
    SCOPED_QUERY s = query_prepare(db, rule->path);
    bool ok = recorder_begin_rule(r, rule, err) && take_rows(r, rule, s, err) &&
              recorder_end_rule(r, err);
    terminal_timing(rule->id, &since);
    return ok;
}

/* The rules that read nothing but meaning come first, then those that read findings. */
static bool run_phase(sqlite3 *db, struct recorder *r, const struct catalogue *catalogue,
                      bool reads_findings, struct error *err)
{
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct rule *rule = &catalogue->rules[i];
        if (!rule->is_users && rule->reads_findings == reads_findings &&
            !run_rule(db, r, rule, err))
            return false;
    }
    return true;
}

bool rules_run(sqlite3 *db, const struct catalogue *catalogue, struct error *err)
{
    struct recorder *r = NULL;
    if (!recorder_open(db, &r, err))
        return false;
    bool ok = reference_rows_run(db, STATEMENT("insert_borrowed_wording"),
                                 "datasets/reference/borrowed_wordings.csv", err) &&
              run_phase(db, r, catalogue, false, err) &&
              database_run_file(db, "analyzer/rules/indexes.sql", err) &&
              run_phase(db, r, catalogue, true, err);
    recorder_close(r);
    return ok;
}
