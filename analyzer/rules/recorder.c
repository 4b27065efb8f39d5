/* SPDX-License-Identifier: MIT */
#include "rules/recorder.h"

#include "base/digest.h"
#include "base/memory.h"
#include "base/text.h"
#include "rules/message.h"
#include "store/query.h"

#include <stdio.h>
#include <stdlib.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static bool add_from_query(struct finding *f, sqlite3_stmt *s, enum evidence_kind kind,
                           const char *role, struct error *err)
{
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        struct evidence e = {0};
        text_fit(e.role, sizeof e.role, "%s", role);
        e.rows[kind] = sqlite3_column_int(s, 0);
        finding_add_evidence(f, &e);
    }
    sqlite3_reset(s);
    return ok;
}

static bool add_record_of(struct recorder *r, int32_t response_no, struct error *err)
{
    struct finding *f = &r->finding;
    for (int i = CONTEXT_OWN; i <= CONTEXT_THIRD_PARTY; i++) {
        if (!f->rule->adds[i])
            continue;
        query_int(r->record, 1, response_no);
        query_text(r->record, 2, slice_of(contexts.words[i]));
        if (!add_from_query(f, r->record, EVIDENCE_ACKNOWLEDGEMENT, contexts.words[i], err))
            return false;
    }
    return true;
}

static bool add_memberships_of(struct recorder *r, int32_t response_no, struct error *err)
{
    struct finding *f = &r->finding;
    query_int(r->membership, 1, response_no);
    query_null(r->membership, 2);
    if (f->key[KEY_COLLABORATION])
        query_int(r->membership, 2, f->key[KEY_COLLABORATION]);
    return add_from_query(f, r->membership, EVIDENCE_MEMBERSHIP, "membership", err);
}

/* The public record, the partners and the advice on the day of one response, and the
 * statute it cites. */
static bool add_context_of(struct recorder *r, int32_t response_no, struct error *err)
{
    struct finding *f = &r->finding;
    if (!add_record_of(r, response_no, err))
        return false;
    if (f->rule->adds[CONTEXT_MEMBERSHIP] && !add_memberships_of(r, response_no, err))
        return false;
    if (f->rule->adds[CONTEXT_STATUTE]) {
        query_int(r->statute, 1, response_no);
        if (!add_from_query(f, r->statute, EVIDENCE_EXEMPTION, "statute", err))
            return false;
    }
    if (!f->rule->adds[CONTEXT_GUIDANCE])
        return true;
    query_int(r->guidance, 1, response_no);
    return add_from_query(f, r->guidance, EVIDENCE_GUIDANCE, "guidance", err);
}

static bool add_context(struct recorder *r, struct error *err)
{
    struct finding *f = &r->finding;
    size_t given = f->evidence_count;
    for (size_t i = 0; i < given; i++) {
        int32_t response_no = f->evidence[i].rows[EVIDENCE_RESPONSE];
        if (response_no && !add_context_of(r, response_no, err))
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
        ok = names_of_key(&r->names, i, f->key[i], &id, &name, err);
        fprintf(key, "\x1f%.*s", (int)id.length, id.bytes);
    }
    memory_stream_end(key);
    char digest[DIGEST_BYTES];
    digest_slice((struct slice){text, size}, digest);
    text_fit(out, 32, "%s-%.12s", f->rule->id, digest);
    free(text);
    return ok;
}

static bool insert_finding(struct recorder *r, const char *message, struct error *err)
{
    const struct finding *f = &r->finding;
    sqlite3_stmt *s = r->insert_finding;
    char id[32], date[16];
    if (!identify(r, id, err))
        return false;
    date_format(f->date, date);
    query_int(s, 1, ++r->finding_count);
    query_text(s, 2, slice_of(id));
    query_text(s, 3, slice_of(f->rule->id));
    query_text(s, 4, slice_of(severity_word(f->severity)));
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

static bool insert_evidence(struct recorder *r, struct error *err)
{
    sqlite3_stmt *s = r->insert_evidence;
    query_int(s, 1, r->finding_count);
    for (size_t i = 0; i < r->finding.evidence_count; i++) {
        const struct evidence *e = &r->finding.evidence[i];
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
static bool store_finding(struct recorder *r, struct error *err)
{
    struct finding *f = &r->finding;
    if (f->evidence_count == 0)
        return true;
    char *message = NULL;
    bool ok = add_context(r, err) && message_render(&r->names, f, &message, err) &&
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

bool recorder_begin_rule(struct recorder *r, const struct rule *rule, struct error *err)
{
    r->finding.rule = rule;
    SCOPED_TEXT shares = word_list_join(&rule->shares_cause_with, ", ");
    SCOPED_TEXT roles = word_list_join(&rule->party_roles, " ");
    const struct slice values[] = {slice_of(rule->id),
                                   slice_of(rule->name),
                                   slice_of(rule->title),
                                   {rule->id, strspn(rule->id, letters)},
                                   slice_of(severity_word(rule->severity)),
                                   slice_of(bases.words[rule->basis]),
                                   slice_of(rule->rationale),
                                   slice_of(rule->source),
                                   slice_of(rule->remedy),
                                   slice_of(rule->sql),
                                   slice_of(rule->sha256),
                                   slice_of(rule->is_users ? rule->path : ""),
                                   slice_of(shares),
                                   slice_of(roles)};
    for (int i = 0; i < (int)(sizeof values / sizeof *values); i++)
        query_text(r->insert_rule, i + 1, values[i]);
    return query_run(r->insert_rule, err);
}

bool recorder_end_rule(struct recorder *r, struct error *err)
{
    return store_finding(r, err);
}

static bool count_findings(sqlite3 *db, int64_t *ret_count, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/rules/queries/last_finding.sql");
    bool row = false;
    if (!query_step(s, &row, err))
        return false;
    *ret_count = sqlite3_column_int64(s, 0);
    return true;
}

bool recorder_open(sqlite3 *db, struct recorder *ret, struct error *err)
{
    *ret = (struct recorder){0};
    if (!count_findings(db, &ret->finding_count, err))
        return false;
    names_open(db, &ret->names);
    ret->insert_rule = query_prepare(db, "analyzer/rules/queries/insert_rule.sql");
    ret->insert_finding = query_prepare(db, "analyzer/rules/queries/insert_finding.sql");
    ret->insert_evidence = query_prepare(db, "analyzer/rules/queries/insert_evidence.sql");
    ret->record = query_prepare(db, "analyzer/rules/queries/record_on_day.sql");
    ret->guidance = query_prepare(db, "analyzer/rules/queries/guidance_on_day.sql");
    ret->statute = query_prepare(db, "analyzer/rules/queries/statute_of_response.sql");
    ret->membership = query_prepare(db, "analyzer/rules/queries/membership_on_day.sql");
    return true;
}

void recorder_close(struct recorder *r)
{
    finding_done(&r->finding);
    query_finalize(&r->membership);
    query_finalize(&r->statute);
    query_finalize(&r->guidance);
    query_finalize(&r->record);
    query_finalize(&r->insert_evidence);
    query_finalize(&r->insert_finding);
    query_finalize(&r->insert_rule);
    names_close(&r->names);
}
