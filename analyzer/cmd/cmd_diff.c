/* SPDX-License-Identifier: MIT */
#include "base/terminal.h"
#include "cmd/commands.h"
#include "cmd/options.h"
#include "cmd/print_text.h"
#include "compare/compare.h"
#include "report/jsonout.h"
#include "store/query.h"
#include "store/statements.h"

#include <inttypes.h>
#include <string.h>

enum { MOST_LISTED = 20 }; /* of each list for people; --json has all */

struct settings {
    const char *old_path, *new_path;
    bool json;
};

static const struct command_option options[] = {
    {"json", 'j', NULL, "Print JSON, with everything", OPTION_INTO(struct settings, json)},
    {0},
};

static const struct command_line command_line = {
    .options = options,
    .doc = "Tells what changed between two audits: matters that are new, altered or resolved, with "
           "the findings by which they are, each with the reason, and rows of the inputs that were "
           "added, changed or withdrawn, even where no finding changed.",
    .usage = "OLD.db NEW.db",
    .arguments = {ARGUMENT_INTO(struct settings, old_path),
                  ARGUMENT_INTO(struct settings, new_path)},
    .least = 2,
    .most = 2,
    .too_many = "two audits at a time",
    .missing = "OLD.db and NEW.db are needed",
};

struct side {
    struct slice pack, as_of, version;
};

static void print_side(const char *label, const struct side *side)
{
    printf("%-5s", label);
    print_text(side->pack);
    printf(", as of %s (concord ", side->as_of.length ? side->as_of.bytes : "no date");
    print_text(side->version);
    puts(")");
}

static void print_sides(sqlite3_stmt *s)
{
    const struct side old = {query_get_text(s, "old_pack"), query_get_text(s, "old_as_of"),
                             query_get_text(s, "old_version")};
    const struct side new = {query_get_text(s, "new_pack"), query_get_text(s, "new_as_of"),
                             query_get_text(s, "new_version")};
    print_side("Old:", &old);
    print_side("New:", &new);
    if (old.as_of.length && strcmp(old.as_of.bytes, new.as_of.bytes) > 0)
        puts("Note: the old audit looks from a later day than the new one.");
    if (!slice_equals(old.pack, new.pack))
        puts("Note: the two audits are of packs of different names.");
}

static void print_matters(sqlite3_stmt *s)
{
    int64_t joined = query_get_int(s, "joined"), split = query_get_int(s, "split");
    printf("\nMatters: %" PRId64 " then, %" PRId64 " now: %" PRId64 " new, %" PRId64
           " altered, %" PRId64 " persisting, %" PRId64 " resolved",
           query_get_int(s, "before"), query_get_int(s, "now"), query_get_int(s, "new"),
           query_get_int(s, "altered"), query_get_int(s, "persisting"),
           query_get_int(s, "resolved"));
    if (joined || split)
        printf("; %" PRId64 " joined another, %" PRId64 " came off one", joined, split);
    puts(".");
}

static void print_counts(sqlite3_stmt *s)
{
    printf("Findings: %" PRId64 " new, %" PRId64 " altered, %" PRId64 " persisting, %" PRId64
           " resolved.\n",
           query_get_int(s, "new"), query_get_int(s, "altered"), query_get_int(s, "persisting"),
           query_get_int(s, "resolved"));
}

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

/* The findings that it is new, altered or resolved by, those of one reason as one. */
static bool print_parts(sqlite3 *db, sqlite3_stmt *matter, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "diff_matter_parts");
    query_bind_int(s, "matter_no", query_get_int(matter, "matter_no"));
    query_bind_text(s, "old_matter_id", query_get_text(matter, "old_matter_id"));
    while (query_next(s)) {
        int64_t further = query_get_int(s, "findings") - 1;
        printf("    %s: ", query_get_text(s, "label").bytes);
        print_text(query_get_text(s, "first_finding_id"));
        if (further)
            printf(" and %" PRId64 " more", further);
        putchar('\n');
        print_labelled("What", query_get_text(s, "what"), (struct slice){"", 0});
        print_labelled("Why", query_get_text(s, "reasons"), query_get_text(s, "because"));
    }
    return query_done(s, err);
}

static bool print_matter(sqlite3 *db, sqlite3_stmt *s, struct error *err)
{
    printf("  ");
    print_text(query_get_text(s, "matter_id"));
    printf(" %s%s\n    ", query_get_text(s, "severity").bytes,
           slice_is(query_get_text(s, "certainty"), "possible") ? ", possible" : "");
    print_text(query_get_text(s, "message"));
    putchar('\n');
    print_labelled("Was", query_get_text(s, "was_matter_ids"), (struct slice){"", 0});
    return print_parts(db, s, err);
}

static void print_finding(sqlite3_stmt *s)
{
    printf("  ");
    print_text(query_get_text(s, "finding_id"));
    printf(" %s%s%s\n    ", query_get_text(s, "severity").bytes,
           slice_is(query_get_text(s, "certainty"), "possible") ? ", possible" : "",
           slice_is(query_get_text(s, "status"), "waived") ? ", waived" : "");
    print_text(query_get_text(s, "message"));
    putchar('\n');
    if (query_column_index(s, "what") >= 0)
        print_labelled("What", query_get_text(s, "what"), (struct slice){"", 0});
    print_labelled("Why", query_get_text(s, "reasons"), query_get_text(s, "because"));
}

static void print_input_count(sqlite3_stmt *s)
{
    printf("  %s: %" PRId64 " added, %" PRId64 " changed, %" PRId64 " withdrawn\n",
           query_get_text(s, "file").bytes, query_get_int(s, "added"), query_get_int(s, "changed"),
           query_get_int(s, "withdrawn"));
}

static void print_input(sqlite3_stmt *s)
{
    static const char *const about[] = {"force_id", "tool_id", "request_id"};
    printf("  %-9s  %s ", query_get_text(s, "change").bytes, query_get_text(s, "file").bytes);
    print_text(query_get_text(s, "row_id"));
    const char *separator = "  [";
    for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
        struct slice id = query_get_text(s, about[i]);
        if (!id.length)
            continue;
        fputs(separator, stdout);
        print_text(id);
        separator = ", ";
    }
    puts(*separator == ',' ? "]" : "");
    struct slice columns = query_get_text(s, "columns");
    if (!columns.length)
        return;
    fputs("             ", stdout);
    print_text(columns);
    putchar('\n');
}

static void print_rule(sqlite3_stmt *s)
{
    printf("  %-9s  %s ", query_get_text(s, "change").bytes, query_get_text(s, "rule_id").bytes);
    print_text(query_get_text(s, "title"));
    putchar('\n');
}

static const struct part {
    const char *heading; /* NULL: none */
    const char *statement;
    void (*print)(sqlite3_stmt *s); /* NULL: it lists matters */
} parts[] = {
    {NULL, STATEMENT("diff_sides"), print_sides},
    {NULL, STATEMENT("diff_matters"), print_matters},
    {NULL, STATEMENT("diff_counts"), print_counts},
    {"New matters", STATEMENT("diff_new_matters"), NULL},
    {"Altered matters", STATEMENT("diff_altered_matters"), NULL},
    {"Resolved matters", STATEMENT("diff_resolved_matters"), NULL},
    {"Waived findings with other parties, severity or certainty",
     STATEMENT("diff_altered_findings"), print_finding},
    {"Joined: findings that persist, and rest on other rows than before",
     STATEMENT("diff_joined_findings"), print_finding},
    {"Reworded: findings that persist on the same rows, and say something else",
     STATEMENT("diff_reworded_findings"), print_finding},
    {"Inputs", STATEMENT("diff_input_counts"), print_input_count},
    {"Rows that changed", STATEMENT("diff_inputs"), print_input},
    {"Rules that changed", STATEMENT("diff_rules"), print_rule},
};

static bool print_part(sqlite3 *db, const struct part *part, long long *listed, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, part->statement);
    long long count = 0;
    if (query_parameter_index(s, "waived_only"))
        query_bind_int(s, "waived_only", true);
    while (query_next(s)) {
        if (count == 0 && part->heading)
            printf("\n%s:\n", part->heading);
        if (count++ >= MOST_LISTED)
            continue;
        if (part->print)
            part->print(s);
        else if (!print_matter(db, s, err))
            return false;
    }
    if (part->heading)
        *listed += count;
    if (count > MOST_LISTED)
        printf("  and %lld more; --json lists all\n", count - MOST_LISTED);
    return query_done(s, err);
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
        {"old", STATEMENT("diff_old"), JSONOUT_OBJECT},
        {"new", STATEMENT("diff_new"), JSONOUT_OBJECT},
        {"matters", STATEMENT("diff_matters"), JSONOUT_OBJECT},
        {"findings", STATEMENT("diff_counts"), JSONOUT_OBJECT},
        {"new_matters", STATEMENT("diff_new_matters_json"), JSONOUT_LIST},
        {"altered_matters", STATEMENT("diff_altered_matters_json"), JSONOUT_LIST},
        {"resolved_matters", STATEMENT("diff_resolved_matters_json"), JSONOUT_LIST},
        {"new_findings", STATEMENT("diff_new_findings"), JSONOUT_LIST},
        {"resolved_findings", STATEMENT("diff_resolved_findings"), JSONOUT_LIST},
        {"altered_findings", STATEMENT("diff_altered_findings"), JSONOUT_LIST},
        {"joined_findings", STATEMENT("diff_joined_findings"), JSONOUT_LIST},
        {"reworded_findings", STATEMENT("diff_reworded_findings"), JSONOUT_LIST},
        {"inputs", STATEMENT("diff_inputs"), JSONOUT_LIST},
        {"rules", STATEMENT("diff_rules"), JSONOUT_LIST},
    };
    return jsonout_write_object(db, json_parts, sizeof json_parts / sizeof *json_parts, stdout,
                                err);
}

bool cmd_diff(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    options_parse(&command_line, argc, argv, &settings);
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
