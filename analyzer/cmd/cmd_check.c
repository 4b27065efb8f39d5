/* SPDX-License-Identifier: MIT */
#include "audit/advice_gaps.h"
#include "cmd/commands.h"
#include "cmd/letters_folder.h"
#include "cmd/options.h"
#include "cmd/print_text.h"

#include "base/terminal.h"
#include "base/text.h"
#include "base/version.h"
#include "intake/load.h"
#include "store/row_json.h"
#include "store/statements.h"

#include <inttypes.h>
#include <jansson.h>

struct settings {
    const char *pack;
    bool strict, fail_on_reject, json, quiet;
};

static const struct command_option options[] = {
    {"strict", 's', NULL, "End with exit code 3 where any row is rejected",
     OPTION_INTO(struct settings, strict)},
    {"fail-on-reject", 0, NULL, "End with exit code 1 where any row is rejected",
     OPTION_INTO(struct settings, fail_on_reject)},
    {"json", 'j', NULL, "Print JSON, with every reject", OPTION_INTO(struct settings, json)},
    {"quiet", 'q', NULL, "Print the rejected rows only, and no progress",
     OPTION_INTO(struct settings, quiet), .not_with = "json"},
    {0},
};

static const struct command_line command_line = {
    .options = options,
    .doc = "Reads a pack and tells what would be taken, what not and why, without any analysis.\v"
           "PACK is a folder of CSV files, one CSV file of responses, or - for standard input. "
           "`concord schema` prints what the files may hold.",
    .usage = "PACK",
    .arguments = {ARGUMENT_INTO(struct settings, pack)},
    .least = 1,
    .most = 1,
    .too_many = "one PACK at a time",
};

typedef void row_printer(sqlite3_stmt *s, void *context);

static bool for_each_row(sqlite3 *db, const char *statement, row_printer *print, void *context,
                         struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    while (query_next(s))
        print(s, context);
    return query_done(s, err);
}

static void print_file(sqlite3_stmt *s, void *context)
{
    (void)context;
    struct slice file = query_get_text(s, "file");
    print_text(file);
    int width = 24 - (int)file.length;
    printf("%*s %-9s", width > 0 ? width : 0, "", query_get_text(s, "origin").bytes);
    static const char *const counts[] = {"read", "accepted", "duplicate", "rejected"};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        printf(" %10" PRId64, query_get_int(s, counts[i]));
    putchar('\n');
}

/* How many rows the fault costs: "(7 rows, 2 of them for this alone; this is the first)". */
static void print_cost(sqlite3_stmt *s)
{
    int64_t rows = query_get_int(s, "rows"), alone = query_get_int(s, "alone");
    printf(" (%" PRId64 " %s", rows, text_plural(rows, "row", "rows"));
    if (rows == 1 && alone == 0)
        fputs(", with other faults", stdout);
    else if (alone < rows)
        printf(", %" PRId64 " of them for this alone", alone);
    puts(rows > 1 ? "; this is the first)" : ")");
}

struct shown_faults {
    int64_t shown, total;
};

/* "responses.csv:12: force_id: unknown force "Kant Police" (7 rows)" and what to do. */
static void print_reject(sqlite3_stmt *s, void *context)
{
    struct shown_faults *faults = context;
    struct slice column = query_get_text(s, "column"), suggestion = query_get_text(s, "suggestion");
    faults->shown += query_get_int(s, "rows");
    faults->total = query_get_int(s, "total");
    print_text(query_get_text(s, "file"));
    printf(":%" PRId64 ": ", query_get_int(s, "line"));
    if (column.length) {
        print_text(column);
        fputs(": ", stdout);
    }
    print_text(query_get_text(s, "message"));
    print_cost(s);
    if (suggestion.length) {
        fputs("    ", stdout);
        print_text(suggestion);
        putchar('\n');
    }
}

static void print_notice(sqlite3_stmt *s, void *context)
{
    (void)context;
    struct slice file = query_get_text(s, "file");
    if (file.length) {
        print_text(file);
        if (!query_is_null(s, "line"))
            printf(":%" PRId64, query_get_int(s, "line"));
        fputs(": ", stdout);
    }
    print_text(query_get_text(s, "message"));
    putchar('\n');
}

static bool print_rejects(sqlite3 *db, const struct intake_result *loaded, struct error *err)
{
    if (!loaded->rejects)
        return true;
    struct shown_faults faults = {0, 0};
    if (!for_each_row(db, STATEMENT("check_rejects"), print_reject, &faults, err))
        return false;
    if (faults.shown < faults.total)
        printf("... and %" PRId64 " more; --json lists them all\n", faults.total - faults.shown);
    return true;
}

/* What is read from a pipe is gone, so nothing can be done with it next. */
static void print_next(const struct settings *settings, const struct intake_result *loaded)
{
    if (!intake_is_audit(loaded) || strcmp(settings->pack, "-") == 0)
        return;
    fputs("\nNext: concord audit ", stdout);
    terminal_print_argument(stdout, settings->pack);
    putchar('\n');
}

static bool print_words(sqlite3 *db, const struct settings *settings,
                        const struct intake_result *loaded, struct error *err)
{
    if (settings->quiet)
        return print_rejects(db, loaded, err);
    printf("%-24s %-9s %10s %10s %10s %10s\n", "file", "from", "read", "accepted", "duplicate",
           "rejected");
    if (!for_each_row(db, STATEMENT("check_files"), print_file, NULL, err))
        return false;
    if (loaded->rejects)
        printf("\n%lld %s rejected:\n", (long long)loaded->rejects,
               loaded->rejects == 1 ? "row" : "rows");
    if (!print_rejects(db, loaded, err))
        return false;
    if (loaded->notices)
        printf("\n%lld %s:\n", (long long)loaded->notices,
               loaded->notices == 1 ? "notice" : "notices");
    if (!for_each_row(db, STATEMENT("check_notices"), print_notice, NULL, err))
        return false;
    print_next(settings, loaded);
    return true;
}

static void add_object(sqlite3_stmt *s, void *context)
{
    json_array_append_new(context, row_json(s));
}

static bool print_json(sqlite3 *db, const struct intake_result *loaded, struct error *err)
{
    json_t *files = json_array(), *rejects = json_array(), *notices = json_array();
    bool ok = for_each_row(db, STATEMENT("check_files"), add_object, files, err) &&
              for_each_row(db, STATEMENT("check_all_rejects"), add_object, rejects, err) &&
              for_each_row(db, STATEMENT("check_notices"), add_object, notices, err);
    json_t *all = json_pack("{sI sI sI sI so so so}", "read", (json_int_t)loaded->read, "accepted",
                            (json_int_t)loaded->accepted, "duplicate",
                            (json_int_t)loaded->duplicates, "rejected", (json_int_t)loaded->rejects,
                            "files", files, "rejects", rejects, "notices", notices);
    if (ok) {
        json_dumpf(all, stdout, JSON_INDENT(2));
        putchar('\n');
    }
    json_decref(all);
    return ok;
}

static bool load(sqlite3 *db, const char *pack, struct intake_result *ret, struct error *err)
{
    const struct intake_options intake = {.pack = pack, .version = concord_version()};
    struct catalogue catalogue = catalogue_load();
    bool ok = intake_load(db, &intake, ret, err) && advice_gaps_tell(db, &catalogue, ret, err);
    catalogue_free(&catalogue);
    return ok;
}

bool cmd_check(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    options_parse(&command_line, argc, argv, &settings);
    if (settings.quiet)
        terminal_progress_disable();
    if (settings.json)
        terminal_begin_data();
    /* No name: a temporary file that SQLite removes itself. */
    sqlite3 *db = NULL;
    if (!database_create("", &db, err))
        return false;
    struct intake_result loaded = {0};
    bool ok = letters_folder_refuse(settings.pack, err) && load(db, settings.pack, &loaded, err);
    if (ok && settings.json)
        ok = print_json(db, &loaded, err);
    else if (ok)
        ok = print_words(db, &settings, &loaded, err);
    sqlite3_close(db);
    *ret_exit = 0;
    if (ok && loaded.rejects)
        *ret_exit = settings.strict ? ERROR_INPUT : settings.fail_on_reject;
    return ok && intake_check_any(&loaded, settings.pack, err);
}
