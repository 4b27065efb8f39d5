/* SPDX-License-Identifier: MIT */
#include "rules/runner.h"

#include "base/digest.h"
#include "base/terminal.h"
#include "rules/finding.h"
#include "rules/message.h"
#include "store/query.h"

#include <stdlib.h>

static const char *const key_columns[KEY_PARTS] = {"force_no", "tool_no", "request_no",
                                                   "question_no", "collaboration_no"};
static const char *const evidence_columns[EVIDENCE_KINDS] = {"response_no", "acknowledgement_no",
                                                             "guidance_no", "circulation_no",
                                                             "commitment_no", "membership_no"};

/* Where the columns of one rule's SELECT stand; -1: not there. */
struct layout {
    int key[KEY_PARTS], evidence[EVIDENCE_KINDS];
    int severity, certainty, role, earliest, latest;
    int details[16];
    int detail_count;
};

struct run {
    sqlite3 *db;
    struct names names;
    sqlite3_stmt *insert_finding, *insert_evidence, *record, *guidance, *membership;
    struct finding finding;
    int64_t finding_count;
};

static bool is_known_column(const struct layout *l, int column)
{
    for (int i = 0; i < KEY_PARTS; i++)
        if (l->key[i] == column)
            return true;
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        if (l->evidence[i] == column)
            return true;
    return column == l->severity || column == l->certainty || column == l->role ||
           column == l->earliest || column == l->latest;
}

static struct layout layout_of(const struct rule *rule, sqlite3_stmt *s)
{
    struct layout l = {.severity = query_column_index(s, "severity"),
                       .certainty = query_column_index(s, "certainty"),
                       .role = query_column_index(s, "role"),
                       .earliest = query_column_index(s, "responded_earliest"),
                       .latest = query_column_index(s, "responded_latest")};
    for (int i = 0; i < KEY_PARTS; i++)
        l.key[i] = query_column_index(s, key_columns[i]);
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        l.evidence[i] = query_column_index(s, evidence_columns[i]);
    if (l.role < 0)
        fault("%s: the SELECT has no column \"role\"", rule->path);
    for (int i = 0; i < sqlite3_column_count(s); i++) {
        if (is_known_column(&l, i))
            continue;
        if (l.detail_count == (int)(sizeof l.details / sizeof *l.details))
            fault("%s: too many columns", rule->path);
        l.details[l.detail_count++] = i;
    }
    return l;
}

static int32_t number_column(sqlite3_stmt *s, int column)
{
    return column < 0 ? 0 : sqlite3_column_int(s, column);
}

static void read_key(const struct layout *l, sqlite3_stmt *s, int32_t key[KEY_PARTS])
{
    for (int i = 0; i < KEY_PARTS; i++)
        key[i] = number_column(s, l->key[i]);
}

static int compare_keys(const int32_t a[KEY_PARTS], const int32_t b[KEY_PARTS])
{
    for (int i = 0; i < KEY_PARTS; i++)
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    return 0;
}

static void take_date(struct finding *f, const struct layout *l, sqlite3_stmt *s)
{
    if (l->earliest < 0 || l->latest < 0 || sqlite3_column_type(s, l->latest) == SQLITE_NULL)
        return;
    struct date_interval d = {sqlite3_column_int(s, l->earliest), sqlite3_column_int(s, l->latest)};
    bool is_later = !date_is_known(f->date) || d.latest > f->date.latest ||
                    (d.latest == f->date.latest && d.earliest > f->date.earliest);
    if (is_later)
        f->date = d;
}

/* Adds a row of the SELECT to the finding with its key. */
static void take_row(struct finding *f, const struct layout *l, sqlite3_stmt *s)
{
    int severity = severity_rank(f->rule->severity);
    if (l->severity >= 0)
        severity = severity_rank(query_column(s, l->severity).bytes);
    if (severity > f->severity)
        f->severity = severity;
    bool is_certain = l->certainty < 0 || slice_is(query_column(s, l->certainty), "certain");
    f->is_certain |= is_certain;
    struct evidence e = {0};
    struct slice role = query_column(s, l->role);
    snprintf(e.role, sizeof e.role, "%.*s", (int)role.length, role.bytes);
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        e.rows[i] = number_column(s, l->evidence[i]);
    finding_add_evidence(f, &e);
    take_date(f, l, s);
    if (f->detail_count == 0)
        for (int i = 0; i < l->detail_count; i++)
            finding_add_detail(f, sqlite3_column_name(s, l->details[i]),
                               query_column(s, l->details[i]));
}

static bool add_from_query(struct finding *f, sqlite3_stmt *s, enum evidence_kind kind,
                           const char *role, struct error *err)
{
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        struct evidence e = {0};
        snprintf(e.role, sizeof e.role, "%s", role);
        e.rows[kind] = sqlite3_column_int(s, 0);
        finding_add_evidence(f, &e);
    }
    sqlite3_reset(s);
    return ok;
}

static bool add_record_of(struct run *run, int32_t response_no, struct error *err)
{
    static const char *const levels[] = {"own", "collaboration", "third_party"};
    struct finding *f = &run->finding;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        if (!strstr(f->rule->evidence, levels[i]))
            continue;
        query_int(run->record, 1, response_no);
        query_text(run->record, 2, slice_of(levels[i]));
        if (!add_from_query(f, run->record, EVIDENCE_ACKNOWLEDGEMENT, levels[i], err))
            return false;
    }
    return true;
}

static bool add_memberships_of(struct run *run, int32_t response_no, struct error *err)
{
    struct finding *f = &run->finding;
    query_int(run->membership, 1, response_no);
    query_null(run->membership, 2);
    if (f->key[KEY_COLLABORATION])
        query_int(run->membership, 2, f->key[KEY_COLLABORATION]);
    return add_from_query(f, run->membership, EVIDENCE_MEMBERSHIP, "membership", err);
}

/* The public record, the partners and the advice on the day of one response. */
static bool add_context_of(struct run *run, int32_t response_no, struct error *err)
{
    struct finding *f = &run->finding;
    if (!add_record_of(run, response_no, err))
        return false;
    if (strstr(f->rule->evidence, "membership") && !add_memberships_of(run, response_no, err))
        return false;
    if (!strstr(f->rule->evidence, "guidance"))
        return true;
    query_int(run->guidance, 1, response_no);
    return add_from_query(f, run->guidance, EVIDENCE_GUIDANCE, "guidance", err);
}

static bool add_context(struct run *run, struct error *err)
{
    struct finding *f = &run->finding;
    if (!f->rule->evidence[0])
        return true;
    size_t given = f->evidence_count;
    for (size_t i = 0; i < given; i++) {
        int32_t response_no = f->evidence[i].rows[EVIDENCE_RESPONSE];
        if (response_no && !add_context_of(run, response_no, err))
            return false;
    }
    return true;
}

/* OUTPUTS.md: RULE- and 12 hex digits of SHA-256 over the rule and its key, in
 * identifiers, so that it is the same whatever the order of the rows. */
static bool identify(struct run *run, char out[32], struct error *err)
{
    const struct finding *f = &run->finding;
    char *text = NULL;
    size_t size = 0;
    FILE *key = open_memstream(&text, &size);
    if (!key)
        fault("out of memory for a finding's key");
    bool ok = fputs(f->rule->id, key) >= 0;
    for (int i = 0; ok && i < KEY_PARTS; i++) {
        struct slice id, name;
        ok = names_of_key(&run->names, i, f->key[i], &id, &name, err);
        fprintf(key, "\x1f%.*s", (int)id.length, id.bytes);
    }
    if (fclose(key) != 0)
        fault("out of memory for a finding's key");
    char digest[DIGEST_BYTES];
    digest_slice((struct slice){text, size}, digest);
    snprintf(out, 32, "%.15s-%.12s", f->rule->id, digest);
    free(text);
    return ok;
}

static bool insert_finding(struct run *run, const char *message, struct error *err)
{
    static const char *const words[] = {"", "info", "low", "medium", "high", "critical"};
    const struct finding *f = &run->finding;
    sqlite3_stmt *s = run->insert_finding;
    char id[32], date[16];
    if (!identify(run, id, err))
        return false;
    date_format(f->date, date);
    query_int(s, 1, ++run->finding_count);
    query_text(s, 2, slice_of(id));
    query_text(s, 3, slice_of(f->rule->id));
    query_text(s, 4, slice_of(words[f->severity]));
    query_text(s, 5, slice_of(f->is_certain ? "certain" : "possible"));
    for (int i = 0; i < KEY_PARTS; i++) {
        query_null(s, 6 + i);
        if (f->key[i])
            query_int(s, 6 + i, f->key[i]);
    }
    query_null(s, 11);
    if (date_is_known(f->date))
        query_int(s, 11, f->date.latest);
    query_text(s, 12, slice_of(date));
    query_text(s, 13, slice_of(message));
    return query_run(s, err);
}

static bool insert_evidence(struct run *run, struct error *err)
{
    sqlite3_stmt *s = run->insert_evidence;
    query_int(s, 1, run->finding_count);
    for (size_t i = 0; i < run->finding.evidence_count; i++) {
        const struct evidence *e = &run->finding.evidence[i];
        query_text(s, 2, slice_of(e->role));
        for (int k = 0; k < EVIDENCE_KINDS; k++) {
            query_null(s, 3 + k);
            if (e->rows[k])
                query_int(s, 3 + k, e->rows[k]);
        }
        if (!query_run(s, err))
            return false;
    }
    return true;
}

/* Stores the finding that is complete, if there is one, and clears it. */
static bool store_finding(struct run *run, struct error *err)
{
    struct finding *f = &run->finding;
    if (f->evidence_count == 0)
        return true;
    char *message = NULL;
    bool ok = add_context(run, err) && message_render(&run->names, f, &message, err) &&
              insert_finding(run, message, err) && insert_evidence(run, err);
    free(message);
    finding_clear(f);
    return ok;
}

static void begin_finding(struct finding *f, const int32_t key[KEY_PARTS])
{
    memcpy(f->key, key, sizeof f->key);
    f->severity = 0;
    f->is_certain = false;
    f->date = (struct date_interval){DAY_MIN, DAY_MAX};
}

static bool run_rule(struct run *run, const struct rule *rule, struct error *err)
{
    struct timespec since = terminal_timing(NULL, NULL);
    SCOPED_QUERY s = query_prepare(run->db, rule->path);
    struct layout layout = layout_of(rule, s);
    struct finding *f = &run->finding;
    f->rule = rule;
    bool row = false, ok = query_step(s, &row, err);
    for (bool is_first = true; ok && row; ok = ok && query_step(s, &row, err)) {
        int32_t key[KEY_PARTS];
        read_key(&layout, s, key);
        int order = is_first ? 1 : compare_keys(key, f->key);
        if (order < 0)
            fault("%s: rows are not in the order of their key", rule->path);
        if (order > 0) {
            ok = store_finding(run, err);
            begin_finding(f, key);
        }
        is_first = false;
        take_row(f, &layout, s);
    }
    ok = ok && store_finding(run, err);
    terminal_timing(rule->id, &since);
    return ok;
}

static bool insert_rules(sqlite3 *db, const struct catalogue *catalogue, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/rules/queries/insert_rule.sql");
    for (size_t i = 0; i < catalogue->count; i++) {
        const struct rule *r = &catalogue->rules[i];
        const struct slice values[] = {slice_of(r->id),       slice_of(r->name),
                                       slice_of(r->title),    {r->id, 1},
                                       slice_of(r->severity), slice_of(r->basis),
                                       slice_of(r->rationale), slice_of(r->source),
                                       slice_of(r->remedy),   slice_of(r->sql)};
        for (int k = 0; k < 10; k++)
            query_text(s, k + 1, values[k]);
        if (!query_run(s, err))
            return false;
    }
    return true;
}

/* The rules that read nothing but meaning come first, then those that read findings. */
static bool run_phase(struct run *run, const struct catalogue *catalogue, const char *reads,
                      struct error *err)
{
    for (size_t i = 0; i < catalogue->count; i++)
        if (strcmp(catalogue->rules[i].reads, reads) == 0 &&
            !run_rule(run, &catalogue->rules[i], err))
            return false;
    return true;
}

bool rules_run(sqlite3 *db, const struct catalogue *catalogue, struct error *err)
{
    if (!insert_rules(db, catalogue, err))
        return false;
    struct run run = {.db = db};
    names_open(db, &run.names);
    run.insert_finding = query_prepare(db, "analyzer/rules/queries/insert_finding.sql");
    run.insert_evidence = query_prepare(db, "analyzer/rules/queries/insert_evidence.sql");
    run.record = query_prepare(db, "analyzer/rules/queries/record_on_day.sql");
    run.guidance = query_prepare(db, "analyzer/rules/queries/guidance_on_day.sql");
    run.membership = query_prepare(db, "analyzer/rules/queries/membership_on_day.sql");
    bool ok = run_phase(&run, catalogue, "", err) &&
              database_run_file(db, "analyzer/rules/indexes.sql", err) &&
              run_phase(&run, catalogue, "findings", err);
    finding_done(&run.finding);
    query_finalize(&run.membership);
    query_finalize(&run.guidance);
    query_finalize(&run.record);
    query_finalize(&run.insert_evidence);
    query_finalize(&run.insert_finding);
    names_close(&run.names);
    return ok && database_run_file(db, "analyzer/rules/waive.sql", err);
}
