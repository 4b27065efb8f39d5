/* SPDX-License-Identifier: MIT */
#include "base/terminal.h"
#include "base/utf8.h"
#include "cmd/commands.h"
#include "cmd/explain_advice.h"
#include "cmd/finding_argument.h"
#include "store/query.h"

#include <argp.h>
#include <jansson.h>

enum evidence_column { ROLE, KIND, ID, FORCE, WHEN, SAYS, SOURCE_URL, FILE_NAME, LINE, SHA256 };

struct settings {
    const char *database, *finding;
    bool json;
};

static const struct argp_option options[] = {
    {"json", 'j', NULL, 0, "Print JSON", 0},
    {0},
};

static error_t parse(int key, char *value, struct argp_state *state)
{
    struct settings *settings = state->input;
    switch (key) {
    case 'j':
        settings->json = true;
        return 0;
    case ARGP_KEY_ARG:
        finding_argument_take(value, &settings->database, &settings->finding, state);
        return 0;
    case ARGP_KEY_END:
        finding_argument_need(settings->finding, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp argp = {
    .options = options,
    .parser = parse,
    .args_doc = "AUDIT.db FINDING",
    .doc = "Tells one finding's story: what was found, the rows it rests on with their file and "
           "line, why it matters and what to do. FINDING is its id, or the beginning of it.",
};

static void print_field(const char *label, struct slice text)
{
    if (text.length == 0)
        return;
    printf("%-11s", label);
    terminal_print(stdout, text.bytes);
    putchar('\n');
}

static void print_finding(sqlite3_stmt *f)
{
    terminal_print(stdout, query_column(f, FINDING_ID).bytes);
    fputs("  ", stdout);
    terminal_print(stdout, query_column(f, TITLE).bytes);
    printf("\n%s, %s, %s\n\n", query_column(f, SEVERITY).bytes, query_column(f, CERTAINTY).bytes,
           query_column(f, STATUS).bytes);
    terminal_print(stdout, query_column(f, MESSAGE).bytes);
    fputs("\n\n", stdout);
    print_field("Why:", query_column(f, RATIONALE));
    print_field("Basis:", query_column(f, BASIS));
    print_field("Source:", query_column(f, SOURCE));
    print_field("Remedy:", query_column(f, REMEDY));
    if (sqlite3_column_int(f, IS_OF_SEVERAL)) {
        print_field("Parties:", query_column(f, PARTIES));
        print_field("  digest:", query_column(f, PARTIES_DIGEST));
    }
    print_field("Change:", query_column(f, CHANGE));
    print_field("Because:", query_column(f, BECAUSE));
    print_field("Waived:", query_column(f, WAIVED_WHY));
    print_field("  by:", query_column(f, WAIVED_BY));
}

static bool print_carried(sqlite3 *db, sqlite3_stmt *e, struct error *err)
{
    SCOPED_QUERY carried = query_prepare(db, "analyzer/cmd/queries/carried.sql");
    query_text(carried, 1, query_column(e, FILE_NAME));
    query_int(carried, 2, sqlite3_column_int64(e, LINE));
    bool row = false, ok = query_step(carried, &row, err);
    for (; ok && row; ok = query_step(carried, &row, err)) {
        fputs("      ", stdout);
        terminal_print(stdout, query_column(carried, 0).bytes);
        fputs(": ", stdout);
        terminal_print(stdout, query_column(carried, 1).bytes);
        putchar('\n');
    }
    return ok;
}

static bool print_evidence(sqlite3 *db, sqlite3_stmt *e, struct error *err)
{
    struct slice when = query_column(e, WHEN);
    printf("  %-10s  ", when.length ? when.bytes : "undated");
    terminal_print(stdout, query_column(e, KIND).bytes);
    fputs(" ", stdout);
    terminal_print(stdout, query_column(e, ID).bytes);
    if (query_column(e, FORCE).length) {
        fputs(" of ", stdout);
        terminal_print(stdout, query_column(e, FORCE).bytes);
    }
    fputs(": ", stdout);
    terminal_print(stdout, query_column(e, SAYS).bytes);
    printf("  [%s]\n      ", query_column(e, ROLE).bytes);
    terminal_print(stdout, query_column(e, FILE_NAME).bytes);
    printf(":%lld", (long long)sqlite3_column_int64(e, LINE));
    if (query_column(e, SOURCE_URL).length) {
        fputs("  ", stdout);
        terminal_print(stdout, query_column(e, SOURCE_URL).bytes);
    }
    putchar('\n');
    return print_carried(db, e, err);
}

static bool explain_text(sqlite3 *db, sqlite3_stmt *f, sqlite3_stmt *e, struct error *err)
{
    print_finding(f);
    puts("\nEvidence, in order of time:");
    bool row = false, ok = query_step(e, &row, err);
    for (; ok && row; ok = query_step(e, &row, err))
        if (!print_evidence(db, e, err))
            return false;
    return ok && explain_advice_print(db, sqlite3_column_int64(f, FINDING_NO), err);
}

/* All columns of a row by name; numbers stay numbers, NULL stays null. */
static json_t *row_json(sqlite3_stmt *s)
{
    json_t *object = json_object();
    for (int i = 0; i < sqlite3_column_count(s); i++) {
        json_t *value = json_null();
        if (sqlite3_column_type(s, i) == SQLITE_INTEGER)
            value = json_integer(sqlite3_column_int64(s, i));
        else if (sqlite3_column_type(s, i) != SQLITE_NULL)
            value = json_string(query_column(s, i).bytes);
        json_object_set_new(object, sqlite3_column_name(s, i), value);
    }
    return object;
}

static json_t *list_json(struct slice list)
{
    json_t *items = json_array();
    struct slice item;
    while (slice_next_part(&list, ';', &item))
        json_array_append_new(items, json_stringn(item.bytes, item.length));
    return items;
}

static bool explain_json(sqlite3 *db, sqlite3_stmt *f, sqlite3_stmt *e, struct error *err)
{
    json_t *finding = row_json(f), *evidence = json_array(), *advice = NULL;
    json_object_del(finding, "finding_no");
    json_object_del(finding, "is_of_several");
    json_object_set_new(finding, "parties", list_json(query_column(f, PARTIES)));
    bool row = false, ok = query_step(e, &row, err);
    for (; ok && row; ok = query_step(e, &row, err))
        json_array_append_new(evidence, row_json(e));
    json_object_set_new(finding, "evidence", evidence);
    ok = ok && explain_advice_json(db, sqlite3_column_int64(f, FINDING_NO), &advice, err);
    json_object_set_new(finding, "advice", advice);
    if (ok) {
        json_dumpf(finding, stdout, JSON_INDENT(2));
        putchar('\n');
    }
    json_decref(finding);
    return ok;
}

bool cmd_explain(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &settings);
    if (settings.json)
        terminal_begin_data();
    sqlite3 *db = NULL;
    if (!database_open_existing(settings.database, &db, err))
        return false;
    sqlite3_stmt *f = query_prepare(db, "analyzer/cmd/queries/finding.sql");
    sqlite3_stmt *e = query_prepare(db, "analyzer/cmd/queries/evidence.sql");
    bool ok = finding_argument_find(f, settings.database, settings.finding, err);
    if (ok) {
        query_int(e, 1, sqlite3_column_int64(f, FINDING_NO));
        ok = settings.json ? explain_json(db, f, e, err) : explain_text(db, f, e, err);
    }
    query_finalize(&e);
    query_finalize(&f);
    sqlite3_close(db);
    *ret_exit = 0;
    return ok;
}
