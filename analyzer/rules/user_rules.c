/* SPDX-License-Identifier: MIT */
#include "rules/user_rules.h"

#include "base/dictionary.h"
#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "base/utf8.h"
#include "rules/guard.h"
#include "rules/recorder.h"
#include "rules/roles.h"
#include "store/query.h"

#include <ctype.h>
#include <stdlib.h>

/* What one rule may give, a rule that gives more tells nobody anything; and all rules together.
 * A detail counts as often as the message shows it. */
enum { MAX_ROWS = 100000, MAX_DETAIL_BYTES = 64 << 20, MAX_KEPT_BYTES = 256 << 20 };

struct kept_row {
    struct rule_row row;
    char *details[MAX_DETAILS];
    size_t place;
};

/* All rows of one rule, kept so that the reading connection is done before anything
 * is written. */
struct result {
    const struct rule *rule;
    struct kept_row *rows;
    size_t count, room, detail_bytes;
    char *detail_names[MAX_DETAILS];
    size_t detail_uses[MAX_DETAILS]; /* by the message, at least 1 */
    int detail_count;
};

struct reading {
    struct guard *guard;
    struct catalogue catalogue; /* the program's own rules */
    size_t kept_bytes;          /* by the rules so far */
};

static void result_done(struct result *r)
{
    for (size_t i = 0; i < r->count; i++)
        for (int k = 0; k < r->detail_count; k++)
            free(r->rows[i].details[k]);
    for (int k = 0; k < r->detail_count; k++)
        free(r->detail_names[k]);
    free(r->rows);
    *r = (struct result){0};
}

/* The line of the first thing that is no header line. */
static long first_line_of_sql(const struct rule *rule)
{
    long line = 1;
    const char *at = rule->sql;
    while (*at == '\n' || *at == '\r' || strncmp(at, "--", 2) == 0) {
        const char *end = strchr(at, '\n');
        if (!end)
            break;
        at = end + 1;
        line++;
    }
    return line;
}

/* Is there a statement, or what was to be one, and not only comments and semicolons? SQLite
 * itself is to say, which alone knows where a comment ends. */
static bool holds_statement(sqlite3 *db, const char *text)
{
    sqlite3_stmt *s = NULL;
    bool is_readable = sqlite3_prepare_v2(db, text, -1, &s, NULL) == SQLITE_OK;
    bool holds = s || !is_readable;
    sqlite3_finalize(s);
    return holds;
}

static sqlite3_stmt *prepare(struct guard *guard, const struct rule *rule,
                             struct rule_fault *ret_fault)
{
    sqlite3 *db = guard_connection(guard);
    sqlite3_stmt *s = NULL;
    const char *tail = NULL;
    if (sqlite3_prepare_v2(db, rule->sql, -1, &s, &tail) != SQLITE_OK) {
        int offset = sqlite3_error_offset(db);
        rule_fault_set(ret_fault, rule->path,
                       offset < 0 ? first_line_of_sql(rule) : rule_line_of(rule, (size_t)offset),
                       "%s", guard_reason(guard));
        return NULL;
    }
    if (s && !holds_statement(db, tail))
        return s;
    while (isspace((unsigned char)*tail) || *tail == ';')
        tail++;
    rule_fault_set(ret_fault, rule->path,
                   s ? rule_line_of(rule, (size_t)(tail - rule->sql)) : first_line_of_sql(rule),
                   s ? "a second statement begins here; a rule is one SELECT"
                     : "there is no SELECT");
    sqlite3_finalize(s);
    return NULL;
}

static void keep_row(struct result *r, const struct columns *c, sqlite3_stmt *s)
{
    r->rows = memory_grow(r->rows, r->count, &r->room, sizeof *r->rows);
    struct kept_row *kept = &r->rows[r->count];
    *kept = (struct kept_row){.row = columns_row(c, r->rule, s), .place = r->count};
    for (int k = 0; k < c->detail_count; k++) {
        kept->details[k] = slice_copy(query_column(s, c->details[k]));
        r->detail_bytes += strlen(kept->details[k]) * r->detail_uses[k];
    }
    r->count++;
}

/* A severity that is none. */
static void refuse_severity(struct slice word, char *ret_reason, size_t size)
{
    char shown[64], all[64];
    const char *nearest = vocabulary_nearest(&severities, word);
    utf8_show(word, shown, sizeof shown);
    vocabulary_list(&severities, all, sizeof all);
    text_cut(ret_reason, size, "the severity is \"%s\"%s%s%s of: %s", shown,
             nearest ? "; did you mean " : "", nearest ? nearest : "",
             nearest ? "? It is one" : "; give one", all);
}

/* False, with a reason, where something is wrong with the row at hand. */
static bool check_words(const struct columns *c, const struct rule_row *row, sqlite3_stmt *s,
                        char *ret_reason, size_t size)
{
    if (row->severity == SEVERITY_NONE) {
        refuse_severity(query_column(s, c->severity), ret_reason, size);
        return false;
    }
    if (c->certainty >= 0 && !row->is_certain &&
        !slice_is(query_column(s, c->certainty), "possible")) {
        text_cut(ret_reason, size, "the certainty is \"%s\"; give certain or possible",
                 SHOWN(query_column(s, c->certainty).bytes, 64));
        return false;
    }
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        if (row->evidence.rows[i] != 0)
            return true;
    text_cut(ret_reason, size,
             "the row names no evidence: give response_no, acknowledgement_no or another");
    return false;
}

static size_t kept_bytes(const struct result *r)
{
    return r->room * sizeof *r->rows + r->detail_bytes;
}

/* Is that more than a rule may give, or than there is room for beside the rules before it? */
static bool check_size(const struct reading *reading, const struct result *r,
                       struct rule_fault *ret_fault)
{
    long line = first_line_of_sql(r->rule);
    if (r->count > MAX_ROWS || r->detail_bytes > MAX_DETAIL_BYTES)
        return rule_fault_set(ret_fault, r->rule->path, line, "gives more than %d rows or %d MB",
                              MAX_ROWS, MAX_DETAIL_BYTES >> 20);
    if (reading->kept_bytes + kept_bytes(r) > MAX_KEPT_BYTES)
        return rule_fault_set(ret_fault, r->rule->path, line,
                              "gives, with the rules before it, more than %d MB",
                              MAX_KEPT_BYTES >> 20);
    return true;
}

static bool read_rows(const struct reading *reading, struct result *r, const struct columns *c,
                      sqlite3_stmt *s, struct rule_fault *ret_fault)
{
    long line = first_line_of_sql(r->rule);
    char reason[200];
    int code;
    while ((code = sqlite3_step(s)) == SQLITE_ROW && !guard_has_refused(reading->guard)) {
        if (!is_role(query_column(s, c->role)))
            return rule_fault_set(ret_fault, r->rule->path, line,
                                  "row %zu: the role is \"%s\"; a role is a word of at most %d "
                                  "letters, digits, hyphens and underscores",
                                  r->count + 1, SHOWN(query_column(s, c->role).bytes, 64),
                                  ROLE_BYTES - 1);
        if (!columns_check_numbers(c, s, reason, sizeof reason))
            return rule_fault_set(ret_fault, r->rule->path, line, "row %zu: %s", r->count + 1,
                                  reason);
        keep_row(r, c, s);
        if (!check_words(c, &r->rows[r->count - 1].row, s, reason, sizeof reason))
            return rule_fault_set(ret_fault, r->rule->path, line, "row %zu: %s", r->count, reason);
        if (!check_size(reading, r, ret_fault))
            return false;
    }
    if (code != SQLITE_DONE || guard_has_refused(reading->guard))
        return rule_fault_set(ret_fault, r->rule->path, line, "%s", guard_reason(reading->guard));
    return true;
}

static void name_details(struct result *r, const struct columns *c, sqlite3_stmt *s)
{
    for (int k = 0; k < c->detail_count; k++) {
        r->detail_names[k] = memory_copy(sqlite3_column_name(s, c->details[k]));
        size_t uses = message_template_uses(&r->rule->message, r->detail_names[k]);
        r->detail_uses[k] = uses ? uses : 1;
    }
    r->detail_count = c->detail_count;
}

/* Adds the roles that rows have and that are not in the list; are there any, or no rows? */
static bool add_roles_of_rows(const struct result *r, struct word_list *roles)
{
    struct text_index known = {0};
    size_t before = roles->count;
    for (size_t i = 0; i < before + r->count; i++) {
        struct slice role =
            slice_of(i < before ? roles->words[i] : r->rows[i - before].row.evidence.role);
        if (text_index_find(&known, role) > 0)
            continue;
        text_index_add(&known, role, 1);
        if (i >= before)
            word_list_add(roles, role);
    }
    text_index_done(&known);
    return r->count == 0 || roles->count > before;
}

static bool check_roles(const struct reading *reading, const struct result *r,
                        struct rule_fault *ret_fault)
{
    struct word_list roles = {0};
    roles_add_spelt(r->rule, &roles);
    if (add_roles_of_rows(r, &roles))
        roles_add_usual(&reading->catalogue, &roles);
    roles_add_evidence(r->rule, &roles);
    bool ok = roles_check(r->rule, &roles, ret_fault);
    word_list_done(&roles);
    return ok;
}

static bool read_result(struct reading *reading, const struct rule *rule, struct result *ret,
                        struct rule_fault *ret_fault)
{
    *ret = (struct result){.rule = rule};
    guard_restart(reading->guard);
    SCOPED_QUERY s = prepare(reading->guard, rule, ret_fault);
    if (!s)
        return false;
    struct columns columns;
    struct message_fault fault;
    if (!columns_of(s, &columns, fault.reason, sizeof fault.reason))
        return rule_fault_set(ret_fault, rule->path, first_line_of_sql(rule), "%s", fault.reason);
    if (!columns_check_message(&columns, rule, s, &fault))
        return rule_fault_of_message(rule, &fault, ret_fault);
    name_details(ret, &columns, s);
    if (!read_rows(reading, ret, &columns, s, ret_fault) || !check_roles(reading, ret, ret_fault))
        return false;
    reading->kept_bytes += kept_bytes(ret);
    return true;
}

static int compare_kept(const void *left, const void *right)
{
    const struct kept_row *a = left, *b = right;
    int order = columns_compare_keys(a->row.key, b->row.key);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* Do the key and the evidence of the row exist? *ret_unknown says which does not. */
static bool check_row(struct recorder *r, const struct rule_row *row, char ret_unknown[64],
                      struct error *err)
{
    ret_unknown[0] = '\0';
    for (int i = 0; i < KEY_PARTS + EVIDENCE_KINDS; i++) {
        bool is_key = i < KEY_PARTS, has = true;
        int32_t no = is_key ? row->key[i] : row->evidence.rows[i - KEY_PARTS];
        if (no == 0)
            continue;
        if (!(is_key ? lookups_has_key(&r->lookups, i, no, &has, err)
                     : lookups_has_evidence(&r->lookups, (enum evidence_kind)(i - KEY_PARTS), no,
                                            &has, err)))
            return false;
        if (!has)
            text_fit(ret_unknown, 64, "%s %d",
                     is_key ? key_columns[i] : evidence_columns[i - KEY_PARTS], no);
    }
    return true;
}

/* False in *ret_whole, and a fault, where a row leads nowhere. */
static bool check_rows(struct recorder *r, const struct result *result, bool *ret_whole,
                       struct rule_fault *ret_fault, struct error *err)
{
    *ret_whole = true;
    for (size_t i = 0; i < result->count; i++) {
        char unknown[64];
        if (!check_row(r, &result->rows[i].row, unknown, err))
            return false;
        if (!unknown[0])
            continue;
        *ret_whole =
            rule_fault_set(ret_fault, result->rule->path, first_line_of_sql(result->rule),
                           "row %zu: there is no row with %s", result->rows[i].place + 1, unknown);
        return true;
    }
    return true;
}

static bool store_rows(struct recorder *r, const struct result *result, struct error *err)
{
    bool ok = recorder_begin_rule(r, result->rule, err);
    for (size_t i = 0; ok && i < result->count; i++) {
        const struct kept_row *kept = &result->rows[i];
        if (i == 0 || columns_compare_keys(kept->row.key, r->finding.key) != 0) {
            ok = recorder_begin_finding(r, kept->row.key, err);
            for (int k = 0; ok && k < result->detail_count; k++)
                finding_add_detail(&r->finding, result->detail_names[k],
                                   slice_of(kept->details[k]));
        }
        recorder_take(r, &kept->row);
    }
    return ok && recorder_end_rule(r, err);
}

static bool store_result(struct recorder *r, struct result *result, struct catalogue *catalogue,
                         struct error *err)
{
    struct rule_fault mistake = {0};
    bool whole = false;
    if (result->count)
        qsort(result->rows, result->count, sizeof *result->rows, compare_kept);
    if (!check_rows(r, result, &whole, &mistake, err))
        return false;
    if (whole)
        return store_rows(r, result, err);
    catalogue_add_fault(catalogue, &mistake);
    return true;
}

static int compare_faults(const void *left, const void *right)
{
    return strcmp(((const struct rule_fault *)left)->file,
                  ((const struct rule_fault *)right)->file);
}

struct fault_row {
    const char *file;
    int64_t line;
    const char *reason;
};
static const struct field fault_fields[] = {
    FIELD(struct fault_row, file),
    FIELD_OPTIONAL(struct fault_row, line),
    FIELD(struct fault_row, reason),
};

static bool store_faults(sqlite3 *db, const struct catalogue *catalogue, struct error *err)
{
    if (catalogue->fault_count)
        qsort(catalogue->faults, catalogue->fault_count, sizeof *catalogue->faults, compare_faults);
    SCOPED_ROW_MAP insert = row_writer(db, "insert_rule_fault", fault_fields);
    for (size_t i = 0; i < catalogue->fault_count; i++) {
        const struct rule_fault *f = &catalogue->faults[i];
        if (!row_write(&insert, &(struct fault_row){f->file, f->line, f->reason}, err))
            return false;
    }
    return true;
}

/* Reads with the guard what all rules give; a result without a rule is a fault. */
static bool read_results(const char *path, struct catalogue *catalogue, struct result *results,
                         struct error *err)
{
    struct reading reading = {0};
    if (!guard_open(path, &guard_limits, &reading.guard, err))
        return false;
    reading.catalogue = catalogue_load();
    for (size_t i = 0; i < catalogue->count; i++) {
        struct rule_fault mistake = {0};
        if (!catalogue->rules[i].is_users)
            continue;
        terminal_progress("running your rules", -1);
        if (read_result(&reading, &catalogue->rules[i], &results[i], &mistake))
            continue;
        catalogue_add_fault(catalogue, &mistake);
        result_done(&results[i]);
    }
    catalogue_free(&reading.catalogue);
    guard_close(reading.guard);
    return true;
}

static bool store_results(sqlite3 *db, struct catalogue *catalogue, struct result *results,
                          struct error *err)
{
    struct recorder *r = NULL;
    if (!recorder_open(db, &r, err))
        return false;
    bool ok = true;
    for (size_t i = 0; ok && i < catalogue->count; i++)
        ok = !results[i].rule || store_result(r, &results[i], catalogue, err);
    recorder_close(r);
    return ok && store_faults(db, catalogue, err);
}

bool user_rules_run(sqlite3 *db, const char *path, struct catalogue *catalogue, struct error *err)
{
    struct result *results = memory_new(catalogue->count + 1, sizeof *results);
    bool ok = database_release(db, err) && read_results(path, catalogue, results, err) &&
              database_resume(db, err) && store_results(db, catalogue, results, err);
    for (size_t i = 0; i < catalogue->count; i++)
        result_done(&results[i]);
    free(results);
    return ok;
}

bool user_rules_check_roles(sqlite3 *db, const struct rule *rule, struct rule_fault *ret_fault,
                            struct error *err)
{
    struct word_list roles = {0};
    SCOPED_QUERY s = query_prepare(db, "roles_of_rule");
    query_bind_text(s, "rule_id", slice_of(rule->id));
    while (query_next(s))
        word_list_add(&roles, query_get_text(s, "role"));
    bool ok = query_done(s, err), has_findings = roles.count > 0;
    roles_add_evidence(rule, &roles); /* which may be missing from a pack */
    if (ok && has_findings)
        roles_check(rule, &roles, ret_fault);
    word_list_done(&roles);
    return ok;
}
