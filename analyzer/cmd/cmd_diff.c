/* SPDX-License-Identifier: MIT */
#include "base/terminal.h"
#include "cmd/commands.h"
#include "compare/compare.h"
#include "report/jsonout.h"
#include "store/query.h"

#include <argp.h>
#include <string.h>

enum { MOST_LISTED = 20 }; /* of each list for people; --json has all */

struct settings {
    const char *old_path, *new_path;
    bool json;
};

static const struct argp_option options[] = {
    {"json", 'j', NULL, 0, "Print JSON, with everything", 0},
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
        if (settings->new_path)
            argp_error(state, "Too many arguments: two audits at a time, not also \"%s\"", value);
        *(settings->old_path ? &settings->new_path : &settings->old_path) = value;
        return 0;
    case ARGP_KEY_END:
        if (!settings->new_path)
            argp_error(state, "OLD.db and NEW.db are needed");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp argp = {
    .options = options,
    .parser = parse,
    .args_doc = "OLD.db NEW.db",
    .doc =
        "Tells what changed between two audits: findings that are new, persist or are "
        "resolved, or have other parties, each with the reason, and rows of the inputs that were "
        "added, changed or withdrawn, even where no finding changed.",
};

static void print_text(struct slice text)
{
    terminal_print(stdout, text.bytes);
}

static void print_side(const char *label, sqlite3_stmt *s, int column)
{
    printf("%-5s", label);
    print_text(query_column(s, column));
    struct slice as_of = query_column(s, column + 1);
    printf(", as of %s (concord ", as_of.length ? as_of.bytes : "no date");
    print_text(query_column(s, column + 2));
    puts(")");
}

static void print_sides(sqlite3_stmt *s)
{
    print_side("Old:", s, 0);
    print_side("New:", s, 3);
    if (query_column(s, 1).length && strcmp(query_column(s, 1).bytes, query_column(s, 4).bytes) > 0)
        puts("Note: the old audit looks from a later day than the new one.");
    if (!slice_equals(query_column(s, 0), query_column(s, 3)))
        puts("Note: the two audits are of packs of different names.");
}

static void print_counts(sqlite3_stmt *s)
{
    printf("\nFindings: %lld new, %lld altered, %lld persisting, %lld resolved.\n",
           (long long)sqlite3_column_int64(s, 0), (long long)sqlite3_column_int64(s, 1),
           (long long)sqlite3_column_int64(s, 2), (long long)sqlite3_column_int64(s, 3));
}

enum finding_column { FINDING_ID, SEVERITY, CERTAINTY, STATUS, MESSAGE, REASONS, BECAUSE, WHAT };

static void print_labelled(const char *label, struct slice text, struct slice more)
{
    if (!text.length && !more.length)
        return;
    printf("    %s: ", label);
    print_text(text);
    printf("%s", text.length && more.length ? ": " : "");
    print_text(more);
    putchar('\n');
}

static void print_finding(sqlite3_stmt *s)
{
    printf("  ");
    print_text(query_column(s, FINDING_ID));
    printf(" %s%s%s\n    ", query_column(s, SEVERITY).bytes,
           slice_is(query_column(s, CERTAINTY), "possible") ? ", possible" : "",
           slice_is(query_column(s, STATUS), "waived") ? ", waived" : "");
    print_text(query_column(s, MESSAGE));
    putchar('\n');
    if (sqlite3_column_count(s) > WHAT)
        print_labelled("What", query_column(s, WHAT), (struct slice){"", 0});
    print_labelled("Why", query_column(s, REASONS), query_column(s, BECAUSE));
}

static void print_input_count(sqlite3_stmt *s)
{
    printf("  %s: %lld added, %lld changed, %lld withdrawn\n", query_column(s, 0).bytes,
           (long long)sqlite3_column_int64(s, 1), (long long)sqlite3_column_int64(s, 2),
           (long long)sqlite3_column_int64(s, 3));
}

enum input_column {
    INPUT_FILE,
    INPUT_ROW,
    INPUT_CHANGE,
    INPUT_FORCE,
    INPUT_TOOL,
    INPUT_REQUEST,
    INPUT_COLUMNS
};

static void print_input(sqlite3_stmt *s)
{
    printf("  %-9s  %s ", query_column(s, INPUT_CHANGE).bytes, query_column(s, INPUT_FILE).bytes);
    print_text(query_column(s, INPUT_ROW));
    const char *separator = "  [";
    for (int i = INPUT_FORCE; i <= INPUT_REQUEST; i++) {
        if (!query_column(s, i).length)
            continue;
        fputs(separator, stdout);
        print_text(query_column(s, i));
        separator = ", ";
    }
    puts(*separator == ',' ? "]" : "");
    if (!query_column(s, INPUT_COLUMNS).length)
        return;
    fputs("             ", stdout);
    print_text(query_column(s, INPUT_COLUMNS));
    putchar('\n');
}

static void print_rule(sqlite3_stmt *s)
{
    printf("  %-9s  %s ", query_column(s, 1).bytes, query_column(s, 0).bytes);
    print_text(query_column(s, 2));
    putchar('\n');
}

static const struct part {
    const char *heading; /* NULL: none */
    const char *query;
    void (*print)(sqlite3_stmt *s);
} parts[] = {
    {NULL, "analyzer/cmd/queries/diff_sides.sql", print_sides},
    {NULL, "analyzer/cmd/queries/diff_counts.sql", print_counts},
    {"New findings", "analyzer/cmd/queries/diff_new_findings.sql", print_finding},
    {"Altered findings: other parties, severity or certainty",
     "analyzer/cmd/queries/diff_altered_findings.sql", print_finding},
    {"Resolved findings", "analyzer/cmd/queries/diff_resolved_findings.sql", print_finding},
    {"Joined: findings that persist, and rest on other rows than before",
     "analyzer/cmd/queries/diff_joined_findings.sql", print_finding},
    {"Reworded: findings that persist on the same rows, and say something else",
     "analyzer/cmd/queries/diff_reworded_findings.sql", print_finding},
    {"Inputs", "analyzer/cmd/queries/diff_input_counts.sql", print_input_count},
    {"Rows that changed", "analyzer/cmd/queries/diff_inputs.sql", print_input},
    {"Rules that changed", "analyzer/cmd/queries/diff_rules.sql", print_rule},
};

static bool print_part(sqlite3 *db, const struct part *part, long long *listed, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, part->query);
    long long count = 0;
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        if (count == 0 && part->heading)
            printf("\n%s:\n", part->heading);
        if (count++ < MOST_LISTED)
            part->print(s);
    }
    if (part->heading)
        *listed += count;
    if (count > MOST_LISTED)
        printf("  and %lld more; --json lists all\n", count - MOST_LISTED);
    return ok;
}

static bool print_words(sqlite3 *db, struct error *err)
{
    long long listed = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!print_part(db, &parts[i], &listed, err))
            return false;
    if (listed == 0)
        puts("\nNothing changed.");
    return true;
}

static bool print_json(sqlite3 *db, struct error *err)
{
    static const struct jsonout_part json_parts[] = {
        {"old", "analyzer/cmd/queries/diff_old.sql", JSONOUT_OBJECT},
        {"new", "analyzer/cmd/queries/audited.sql", JSONOUT_OBJECT},
        {"findings", "analyzer/cmd/queries/diff_counts.sql", JSONOUT_OBJECT},
        {"new_findings", "analyzer/cmd/queries/diff_new_findings.sql", JSONOUT_LIST},
        {"resolved_findings", "analyzer/cmd/queries/diff_resolved_findings.sql", JSONOUT_LIST},
        {"altered_findings", "analyzer/cmd/queries/diff_altered_findings.sql", JSONOUT_LIST},
        {"joined_findings", "analyzer/cmd/queries/diff_joined_findings.sql", JSONOUT_LIST},
        {"reworded_findings", "analyzer/cmd/queries/diff_reworded_findings.sql", JSONOUT_LIST},
        {"inputs", "analyzer/cmd/queries/diff_inputs.sql", JSONOUT_LIST},
        {"rules", "analyzer/cmd/queries/diff_rules.sql", JSONOUT_LIST},
    };
    return jsonout_write_object(db, json_parts, sizeof json_parts / sizeof *json_parts, stdout,
                                err);
}

bool cmd_diff(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &settings);
    if (settings.json)
        terminal_begin_data();
    sqlite3 *db = NULL;
    if (!database_open_existing(settings.new_path, &db, err))
        return false;
    bool ok = compare_finished(db, settings.old_path, err) &&
              (settings.json ? print_json(db, err) : print_words(db, err));
    sqlite3_close_v2(db);
    *ret_exit = 0;
    return ok;
}
