/* SPDX-License-Identifier: MIT */
#include "rules/recorder.h"

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"
#include "rules/message.h"
#include "store/statements.h"

#include <stdio.h>
#include <stdlib.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static const struct {
    const char *statement;
    enum evidence_kind kind;
} context_queries[CONTEXTS] = {
    [CONTEXT_OWN] = {STATEMENT("record_on_day"), EVIDENCE_ACKNOWLEDGEMENT},
    [CONTEXT_COLLABORATION] = {STATEMENT("record_on_day"), EVIDENCE_ACKNOWLEDGEMENT},
    [CONTEXT_THIRD_PARTY] = {STATEMENT("record_on_day"), EVIDENCE_ACKNOWLEDGEMENT},
    [CONTEXT_MEMBERSHIP] = {STATEMENT("membership_on_day"), EVIDENCE_MEMBERSHIP},
    [CONTEXT_STATUTE] = {STATEMENT("statute_of_response"), EVIDENCE_EXEMPTION},
    [CONTEXT_GUIDANCE] = {STATEMENT("guidance_on_day"), EVIDENCE_GUIDANCE},
};

struct context_row {
    int32_t row_no;
};
static const struct field context_fields[] = {FIELD(struct context_row, row_no)};

static struct context_query context_open(sqlite3 *db, enum context context)
{
    struct context_query q = {
        .rows = row_reader(db, context_queries[context].statement, context_fields)};
    q.response_no = query_parameter_index(q.rows.statement, "response_no");
    q.level = query_parameter_index(q.rows.statement, "level");
    q.collaboration_no = query_parameter_index(q.rows.statement, "collaboration_no");
    return q;
}

static void bind_context(struct context_query *q, enum context context, const struct finding *f,
                         int32_t response_no)
{
    sqlite3_stmt *s = q->rows.statement;
    query_int(s, q->response_no, response_no);
    if (q->level)
        query_text(s, q->level, slice_of(contexts.words[context]));
    if (q->collaboration_no && f->key[KEY_COLLABORATION])
        query_int(s, q->collaboration_no, f->key[KEY_COLLABORATION]);
    else if (q->collaboration_no)
        query_null(s, q->collaboration_no);
}

/* The public record, the partners and the advice on the day of one response, and the
 * statute it cites. */
static bool add_context_of(struct recorder *r, enum context context, int32_t response_no,
                           struct error *err)
{
    struct context_query *q = &r->contexts[context];
    struct context_row row;
    bind_context(q, context, &r->finding, response_no);
    while (row_next(&q->rows, &row)) {
        struct evidence e = {0};
        text_fit(e.role, sizeof e.role, "%s", contexts.words[context]);
        e.rows[context_queries[context].kind] = row.row_no;
        finding_add_evidence(&r->finding, &e);
    }
    return row_done(&q->rows, err);
}

static bool add_context(struct recorder *r, struct error *err)
{
    struct finding *f = &r->finding;
    size_t given = f->evidence_count;
    for (size_t i = 0; i < given; i++) {
        int32_t response_no = f->evidence[i].rows[EVIDENCE_RESPONSE];
        for (int c = 0; response_no && c < CONTEXTS; c++)
            if (f->rule->adds[c] && !add_context_of(r, (enum context)c, response_no, err))
                return false;
    }
    return true;
}

/* OUTPUTS.md: RULE- and 12 hex digits of SHA-256 over the rule and its key, in
 * identifiers, so that it is the same whatever the order of the rows. */
static bool identify(struct recorder *r, char out[32], struct error *err)
{
    const struct finding *f = &r->finding;
    char *text = NULL;
    size_t size = 0;
    FILE *key = memory_stream(&text, &size);
    bool ok = fputs(f->rule->id, key) >= 0;
    for (int i = 0; ok && i < KEY_PARTS; i++) {
        struct slice id, name;
        if (i > KEY_COLLABORATION && !f->key[i])
            continue; /* so that the ids of rules without such a part stay as they were */
        ok = lookups_of_key(&r->lookups, i, f->key[i], &id, &name, err);
        fprintf(key, "\x1f%.*s", (int)id.length, id.bytes);
    }
    memory_stream_end(key);
    char digest[DIGEST_BYTES];
    digest_slice((struct slice){text, size}, digest);
    text_fit(out, 32, "%s-%.12s", f->rule->id, digest);
    free(text);
    return ok;
}

struct finding_row {
    int64_t finding_no;
    const char *finding_id, *rule_id, *severity, *certainty;
    int32_t force_no, tool_no, request_no, question_no, collaboration_no;
    struct date_interval day;
    const char *date, *message, *remedy;
};
static const struct field finding_fields[] = {
    FIELD(struct finding_row, finding_no),
    FIELD(struct finding_row, finding_id),
    FIELD(struct finding_row, rule_id),
    FIELD(struct finding_row, severity),
    FIELD(struct finding_row, certainty),
    FIELD_OPTIONAL(struct finding_row, force_no),
    FIELD_OPTIONAL(struct finding_row, tool_no),
    FIELD_OPTIONAL(struct finding_row, request_no),
    FIELD_OPTIONAL(struct finding_row, question_no),
    FIELD_OPTIONAL(struct finding_row, collaboration_no),
    FIELD_OF_DAYS(struct finding_row, day),
    FIELD(struct finding_row, date),
    FIELD(struct finding_row, message),
    FIELD(struct finding_row, remedy),
};

static bool insert_finding(struct recorder *r, const char *message, struct error *err)
{
    const struct finding *f = &r->finding;
    char id[32], date[16];
    if (!identify(r, id, err))
        return false;
    date_format(f->date, date);
    const struct finding_row row = {
        .finding_no = ++r->finding_count,
        .finding_id = id,
        .rule_id = f->rule->id,
        .severity = severity_word(f->severity),
        .certainty = f->is_certain ? "certain" : "possible",
        .force_no = f->key[KEY_FORCE],
        .tool_no = f->key[KEY_TOOL],
        .request_no = f->key[KEY_REQUEST],
        .question_no = f->key[KEY_QUESTION],
        .collaboration_no = f->key[KEY_COLLABORATION],
        .day = f->date,
        .date = date,
        .message = message,
        .remedy = finding_detail(f, "remedy"),
    };
    return row_write(&r->insert_finding, &row, err);
}

struct evidence_row {
    int64_t finding_no;
    const char *role;
    int32_t rows[EVIDENCE_KINDS];
};
static const struct field evidence_fields[] = {
    FIELD(struct evidence_row, finding_no),
    FIELD(struct evidence_row, role),
    FIELD_OPTIONAL_NAMED(struct evidence_row, rows[EVIDENCE_RESPONSE], "response_no"),
    FIELD_OPTIONAL_NAMED(struct evidence_row, rows[EVIDENCE_ACKNOWLEDGEMENT], "acknowledgement_no"),
    FIELD_OPTIONAL_NAMED(struct evidence_row, rows[EVIDENCE_GUIDANCE], "guidance_no"),
    FIELD_OPTIONAL_NAMED(struct evidence_row, rows[EVIDENCE_CIRCULATION], "circulation_no"),
    FIELD_OPTIONAL_NAMED(struct evidence_row, rows[EVIDENCE_COMMITMENT], "commitment_no"),
    FIELD_OPTIONAL_NAMED(struct evidence_row, rows[EVIDENCE_MEMBERSHIP], "membership_no"),
    FIELD_OPTIONAL_NAMED(struct evidence_row, rows[EVIDENCE_EXEMPTION], "exemption_no"),
    FIELD_OPTIONAL_NAMED(struct evidence_row, rows[EVIDENCE_RULING], "ruling_no"),
};

static bool insert_evidence(struct recorder *r, struct error *err)
{
    for (size_t i = 0; i < r->finding.evidence_count; i++) {
        const struct evidence *e = &r->finding.evidence[i];
        struct evidence_row row = {.finding_no = r->finding_count, .role = e->role};
        memcpy(row.rows, e->rows, sizeof row.rows);
        if (!row_write(&r->insert_evidence, &row, err))
            return false;
    }
    return true;
}

/* Stores the finding that is complete, if there is one, and clears it. */
static bool store_finding(struct recorder *r, struct error *err)
{
    struct finding *f = &r->finding;
    if (f->evidence_count == 0)
        return true;
    char *message = NULL;
    bool ok = add_context(r, err) && message_render(&r->lookups, f, &message, err) &&
              insert_finding(r, message, err) && insert_evidence(r, err);
    free(message);
    finding_clear(f);
    return ok;
}

bool recorder_begin_finding(struct recorder *r, const int32_t key[KEY_PARTS], struct error *err)
{
    if (!store_finding(r, err))
        return false;
    struct finding *f = &r->finding;
    memcpy(f->key, key, sizeof f->key);
    f->severity = SEVERITY_NONE;
    f->is_certain = false;
    f->date = (struct date_interval){DAY_MIN, DAY_MAX};
    return true;
}

static void take_date(struct finding *f, struct date_interval date)
{
    if (!date_is_known(date))
        return;
    bool is_later = !date_is_known(f->date) || date.latest > f->date.latest ||
                    (date.latest == f->date.latest && date.earliest > f->date.earliest);
    if (is_later)
        f->date = date;
}

void recorder_take(struct recorder *r, const struct rule_row *row)
{
    struct finding *f = &r->finding;
    if (row->severity > f->severity)
        f->severity = row->severity;
    f->is_certain |= row->is_certain;
    finding_add_evidence(f, &row->evidence);
    take_date(f, row->date);
}

struct rule_record {
    const char *rule_id, *name, *title;
    struct slice family;
    const char *severity, *basis, *rationale, *source, *remedy, *sql, *sha256, *file,
        *shares_cause_with, *party_roles, *about;
};
static const struct field rule_fields[] = {
    FIELD(struct rule_record, rule_id),
    FIELD(struct rule_record, name),
    FIELD(struct rule_record, title),
    FIELD(struct rule_record, family),
    FIELD(struct rule_record, severity),
    FIELD(struct rule_record, basis),
    FIELD(struct rule_record, rationale),
    FIELD(struct rule_record, source),
    FIELD(struct rule_record, remedy),
    FIELD(struct rule_record, sql),
    FIELD(struct rule_record, sha256),
    FIELD(struct rule_record, file),
    FIELD(struct rule_record, shares_cause_with),
    FIELD(struct rule_record, party_roles),
    FIELD(struct rule_record, about),
};

bool recorder_begin_rule(struct recorder *r, const struct rule *rule, struct error *err)
{
    SCOPED_TEXT shares = word_list_join(&rule->shares_cause_with, ", ");
    SCOPED_TEXT roles = word_list_join(&rule->party_roles, " ");
    const struct rule_record row = {
        .rule_id = rule->id,
        .name = rule->name,
        .title = rule->title,
        .family = {rule->id, strspn(rule->id, letters)},
        .severity = severity_word(rule->severity),
        .basis = bases.words[rule->basis],
        .rationale = rule->rationale,
        .source = rule->source,
        .remedy = rule->remedy,
        .sql = rule->sql,
        .sha256 = rule->sha256,
        .file = rule->is_users ? rule->path : NULL,
        .shares_cause_with = shares,
        .party_roles = roles,
        .about = rule->about,
    };
    r->finding.rule = rule;
    return row_write(&r->insert_rule, &row, err);
}

bool recorder_end_rule(struct recorder *r, struct error *err)
{
    return store_finding(r, err);
}

static bool count_findings(sqlite3 *db, int64_t *ret_count, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "last_finding");
    if (query_next(s))
        *ret_count = query_get_int(s, "finding_no");
    return query_done(s, err);
}

bool recorder_open(sqlite3 *db, struct recorder **ret, struct error *err)
{
    int64_t finding_count = 0;
    if (!count_findings(db, &finding_count, err))
        return false;
    struct recorder *r = *ret = memory_new(1, sizeof *r);
    r->finding_count = finding_count;
    lookups_open(db, &r->lookups);
    r->insert_rule = row_writer(db, "insert_rule", rule_fields);
    r->insert_finding = row_writer(db, "insert_finding", finding_fields);
    r->insert_evidence = row_writer(db, "insert_evidence", evidence_fields);
    for (int i = 0; i < CONTEXTS; i++)
        r->contexts[i] = context_open(db, (enum context)i);
    return true;
}

void recorder_close(struct recorder *r)
{
    finding_done(&r->finding);
    for (int i = 0; i < CONTEXTS; i++)
        row_map_done(&r->contexts[i].rows);
    row_map_done(&r->insert_evidence);
    row_map_done(&r->insert_finding);
    row_map_done(&r->insert_rule);
    lookups_close(&r->lookups);
    free(r);
}
