/* SPDX-License-Identifier: MIT */
#include "rules/columns.h"

#include "base/text.h"
#include "base/utf8.h"
#include "store/query.h"

#include <stdio.h>

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

/* What to write instead of a column that is no detail, with room for its name; NULL: it is one. */
static const char *instead_of(struct slice column)
{
    static const char *const others[][2] = {
        {"responded_earliest", "the date of a piece of evidence; write {ROLE.letters}, or another "
                               "list with dates, or let the SELECT give it once more under another "
                               "name for {NAME:day}"},
        {"severity", "for the finding itself, which is shown with its severity; to have the word "
                     "in the message, let the SELECT give it once more under another name"},
        {"certainty", "for the finding itself, whose message begins with \"Possibly:\" where it is "
                      "no more; to have the word, let the SELECT give it once more under another "
                      "name"},
        {"role", "what a list is asked for by; write {ROLE.letters}, or another list, with the "
                 "role for ROLE"},
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (slice_is(column, others[i][0]))
            return others[i][1];
    if (slice_is(column, "responded_latest"))
        return others[0][1];
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        if (slice_is(column, evidence_columns[i]))
            return "the number of a piece of evidence; write {ROLE.letters}, or another list, with "
                   "the role of the piece for ROLE";
    return NULL;
}

/* Columns that the program takes for itself have a placeholder of their own, or none. */
static bool check_is_detail(const struct message_piece *piece, struct message_fault *ret_fault)
{
    const char *instead = instead_of(piece->name);
    int part = 0;
    while (!instead && part < KEY_PARTS && !slice_is(piece->name, key_columns[part]))
        part++;
    if (!instead && part == KEY_PARTS)
        return true;
    ret_fault->at = piece->name.bytes;
    text_cut(ret_fault->reason, sizeof ret_fault->reason,
             "the message asks for {%.*s%s}, a column that is ", (int)piece->name.length,
             piece->name.bytes, piece->is_day ? ":day" : "");
    if (instead)
        text_add(ret_fault->reason, sizeof ret_fault->reason, "%s", instead);
    else
        text_add(ret_fault->reason, sizeof ret_fault->reason,
                 "a number of the key; write {%s}, which shows its name", key_parts.words[part]);
    return false;
}

bool columns_check_message(const struct columns *columns, const struct rule *rule, sqlite3_stmt *s,
                           struct message_fault *ret_fault)
{
    for (size_t i = 0; i < rule->message.count; i++)
        if (rule->message.pieces[i].placeholder == PLACEHOLDER_COLUMN &&
            !check_is_detail(&rule->message.pieces[i], ret_fault))
            return false;
    const char *names[MAX_DETAILS + 1] = {NULL};
    for (int i = 0; i < columns->detail_count; i++)
        names[i] = sqlite3_column_name(s, columns->details[i]);
    return message_template_check(&rule->message, names, ret_fault);
}

bool columns_of(sqlite3_stmt *s, struct columns *ret, char *ret_reason, size_t size)
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
    return true;
}

/* What the SELECT gives there, for a reader. */
static void show_value(sqlite3_stmt *s, int column, char *ret_shown, size_t size)
{
    enum { SHOWN_BYTES = 40 };
    int type = sqlite3_column_type(s, column);
    if (type == SQLITE_BLOB)
        text_cut(ret_shown, size, "a blob");
    else
        text_cut(ret_shown, size, type == SQLITE_TEXT ? "\"%s\"" : "%s",
                 SHOWN(query_column(s, column).bytes, SHOWN_BYTES));
}

/* NULL, or a whole number within the range? It would else be cut to 32 bits, or made one. */
static bool is_number_within(sqlite3_stmt *s, int column, int64_t least, int64_t most)
{
    if (column < 0 || sqlite3_column_type(s, column) == SQLITE_NULL)
        return true;
    int64_t number = sqlite3_column_int64(s, column);
    return sqlite3_column_type(s, column) == SQLITE_INTEGER && number >= least && number <= most;
}

static bool check_row_number(sqlite3_stmt *s, int column, char *ret_reason, size_t size)
{
    char shown[64];
    if (is_number_within(s, column, INT32_MIN, INT32_MAX))
        return true;
    show_value(s, column, shown, sizeof shown);
    text_cut(ret_reason, size,
             "%s is %s; give the whole number that a view has for the row, or NULL",
             sqlite3_column_name(s, column), shown);
    return false;
}

static bool check_day(sqlite3_stmt *s, int column, char *ret_reason, size_t size)
{
    char shown[64];
    if (is_number_within(s, column, DAY_MIN, DAY_MAX))
        return true;
    show_value(s, column, shown, sizeof shown);
    text_cut(ret_reason, size,
             "%s is %s; give days since 1970-01-01, a whole number from %d to %d, or NULL",
             sqlite3_column_name(s, column), shown, DAY_MIN, DAY_MAX);
    return false;
}

static bool has_date(const struct columns *c, sqlite3_stmt *s)
{
    return c->earliest >= 0 && c->latest >= 0 &&
           sqlite3_column_type(s, c->earliest) != SQLITE_NULL &&
           sqlite3_column_type(s, c->latest) != SQLITE_NULL;
}

static bool check_date(const struct columns *c, sqlite3_stmt *s, char *ret_reason, size_t size)
{
    if (!check_day(s, c->earliest, ret_reason, size) || !check_day(s, c->latest, ret_reason, size))
        return false;
    if (!has_date(c, s) || sqlite3_column_int(s, c->earliest) <= sqlite3_column_int(s, c->latest))
        return true;
    text_cut(ret_reason, size,
             "responded_earliest is %d, after responded_latest, %d; give the first day that it may "
             "be, and the last",
             sqlite3_column_int(s, c->earliest), sqlite3_column_int(s, c->latest));
    return false;
}

bool columns_check_numbers(const struct columns *columns, sqlite3_stmt *s, char *ret_reason,
                           size_t size)
{
    for (int i = 0; i < KEY_PARTS; i++)
        if (!check_row_number(s, columns->key[i], ret_reason, size))
            return false;
    for (int i = 0; i < EVIDENCE_KINDS; i++)
        if (!check_row_number(s, columns->evidence[i], ret_reason, size))
            return false;
    return check_date(columns, s, ret_reason, size);
}

static int32_t number_column(sqlite3_stmt *s, int column)
{
    return column < 0 ? 0 : sqlite3_column_int(s, column);
}

struct rule_row columns_row(const struct columns *columns, const struct rule *rule, sqlite3_stmt *s)
{
    struct rule_row row = {
        .severity = rule->severity, .is_certain = true, .date = {DAY_MIN, DAY_MAX}};
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
    if (has_date(columns, s))
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
