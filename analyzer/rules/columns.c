/* SPDX-License-Identifier: MIT */
#include "rules/columns.h"

#include "base/text.h"
#include "rules/message.h"
#include "store/query.h"

#include <stdio.h>

static const char *const key_columns[KEY_PARTS] = {"force_no", "tool_no", "request_no",
                                                   "question_no", "collaboration_no"};
static const char *const evidence_columns[EVIDENCE_KINDS] = {
    "response_no",   "acknowledgement_no", "guidance_no", "circulation_no",
    "commitment_no", "membership_no",      "exemption_no"};

static bool is_known_column(const struct columns *c, int column)
{
    for (int i = 0; i < KEY_PARTS; i++)
        if (c->key[i] == column)
            return true;
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        if (c->evidence[i] == column)
            return true;
    return column == c->severity || column == c->certainty || column == c->role ||
           column == c->earliest || column == c->latest;
}

static bool find_details(sqlite3_stmt *s, struct columns *c)
{
    for (int i = 0; i < sqlite3_column_count(s); i++) {
        if (is_known_column(c, i))
            continue;
        if (c->detail_count == MAX_DETAILS)
            return false;
        c->details[c->detail_count++] = i;
    }
    return true;
}

static bool check_message(const struct rule *rule, sqlite3_stmt *s, const struct columns *c,
                          char *ret_reason, size_t size)
{
    const char *names[MAX_DETAILS + 1] = {NULL};
    for (int i = 0; i < c->detail_count; i++)
        names[i] = sqlite3_column_name(s, c->details[i]);
    char unknown[64];
    if (message_check(rule->message, names, unknown, sizeof unknown))
        return true;
    text_cut(ret_reason, size, "the message asks for {%s}, which is no column of the SELECT",
             unknown);
    return false;
}

bool columns_of(const struct rule *rule, sqlite3_stmt *s, struct columns *ret, char *ret_reason,
                size_t size)
{
    *ret = (struct columns){.severity = query_column_index(s, "severity"),
                            .certainty = query_column_index(s, "certainty"),
                            .role = query_column_index(s, "role"),
                            .earliest = query_column_index(s, "responded_earliest"),
                            .latest = query_column_index(s, "responded_latest")};
    for (int i = 0; i < KEY_PARTS; i++)
        ret->key[i] = query_column_index(s, key_columns[i]);
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        ret->evidence[i] = query_column_index(s, evidence_columns[i]);
    if (ret->role < 0) {
        text_cut(ret_reason, size, "the SELECT has no column \"role\"");
        return false;
    }
    if (!find_details(s, ret)) {
        text_cut(ret_reason, size, "the SELECT has more than %d columns of its own", MAX_DETAILS);
        return false;
    }
    return check_message(rule, s, ret, ret_reason, size);
}

static int32_t number_column(sqlite3_stmt *s, int column)
{
    return column < 0 ? 0 : sqlite3_column_int(s, column);
}

struct rule_row columns_row(const struct columns *columns, const struct rule *rule, sqlite3_stmt *s)
{
    struct rule_row row = {
        .severity = severity_rank(rule->severity), .is_certain = true, .date = {DAY_MIN, DAY_MAX}};
    for (int i = 0; i < KEY_PARTS; i++)
        row.key[i] = number_column(s, columns->key[i]);
    if (columns->severity >= 0)
        row.severity = severity_rank(query_column(s, columns->severity).bytes);
    if (columns->certainty >= 0)
        row.is_certain = slice_is(query_column(s, columns->certainty), "certain");
    struct slice role = query_column(s, columns->role);
    text_fit(row.evidence.role, sizeof row.evidence.role, "%.*s", (int)role.length, role.bytes);
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        row.evidence.rows[i] = number_column(s, columns->evidence[i]);
    if (columns->earliest >= 0 && columns->latest >= 0 &&
        sqlite3_column_type(s, columns->latest) != SQLITE_NULL)
        row.date = (struct date_interval){sqlite3_column_int(s, columns->earliest),
                                          sqlite3_column_int(s, columns->latest)};
    return row;
}

void columns_add_details(const struct columns *columns, sqlite3_stmt *s, struct finding *f)
{
    for (int i = 0; i < columns->detail_count; i++)
        finding_add_detail(f, sqlite3_column_name(s, columns->details[i]),
                           query_column(s, columns->details[i]));
}

int columns_compare_keys(const int32_t a[KEY_PARTS], const int32_t b[KEY_PARTS])
{
    for (int i = 0; i < KEY_PARTS; i++)
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    return 0;
}
