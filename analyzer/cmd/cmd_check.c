/* SPDX-License-Identifier: MIT */
#include "cmd/commands.h"

#include "base/terminal.h"
#include "base/version.h"
#include "intake/load.h"
#include "store/query.h"

#include <argp.h>
#include <jansson.h>

struct settings {
    const char *pack;
    bool strict, json, quiet;
};

static const struct argp_option options[] = {
    {"strict", 's', NULL, 0, "End with exit code 3 where any row is rejected", 0},
    {"json", 'j', NULL, 0, "Print JSON, with every reject", 0},
    {"quiet", 'q', NULL, 0, "Print the rejected rows only, and no progress", 0},
    {0},
};

static error_t parse(int key, char *value, struct argp_state *state)
{
    struct settings *settings = state->input;
    switch (key) {
    case 's':
        settings->strict = true;
        return 0;
    case 'j':
        settings->json = true;
        return 0;
    case 'q':
        settings->quiet = true;
        return 0;
    case ARGP_KEY_ARG:
        if (settings->pack)
            argp_error(state, "Too many arguments: one PACK at a time, not also \"%s\"", value);
        settings->pack = value;
        return 0;
    case ARGP_KEY_NO_ARGS:
        argp_usage(state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp argp = {
    .options = options,
    .parser = parse,
    .args_doc = "PACK",
    .doc = "Reads a pack and tells what would be taken, what not and why, without any analysis.\v"
           "PACK is a folder of CSV files, one CSV file of responses, or - for standard input. "
           "`concord schema` prints what the files may hold.",
};

/* Column by column as text, or "" for NULL. */
static const char *text_column(sqlite3_stmt *s, int column)
{
    const unsigned char *text = sqlite3_column_text(s, column);
    return text ? (const char *)text : "";
}

typedef void row_printer(sqlite3_stmt *s, void *context);

static bool for_each_row(sqlite3 *db, const char *query, row_printer *print, void *context,
                         struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, query);
    for (bool row = false;;) {
        if (!query_step(s, &row, err))
            return false;
        if (!row)
            return true;
        print(s, context);
    }
}

static void print_file(sqlite3_stmt *s, void *context)
{
    (void)context;
    terminal_print(stdout, text_column(s, 0));
    int width = 24 - (int)sqlite3_column_bytes(s, 0);
    printf("%*s %-9s %10lld %10lld %10lld %10lld\n", width > 0 ? width : 0, "", text_column(s, 1),
           (long long)sqlite3_column_int64(s, 2), (long long)sqlite3_column_int64(s, 3),
           (long long)sqlite3_column_int64(s, 4), (long long)sqlite3_column_int64(s, 5));
}

/* "responses.csv:12: force_id: unknown force "Kant Police" (7 rows)" and what to do. */
static void print_reject(sqlite3_stmt *s, void *context)
{
    int64_t *shown_rows = context;
    int64_t rows = sqlite3_column_int64(s, 5);
    *shown_rows += rows;
    terminal_print(stdout, text_column(s, 0));
    printf(":%lld: ", (long long)sqlite3_column_int64(s, 1));
    if (sqlite3_column_bytes(s, 2)) {
        terminal_print(stdout, text_column(s, 2));
        fputs(": ", stdout);
    }
    terminal_print(stdout, text_column(s, 3));
    if (rows > 1)
        printf(" (%lld rows; this is the first)", (long long)rows);
    putchar('\n');
    if (sqlite3_column_bytes(s, 4)) {
        fputs("    ", stdout);
        terminal_print(stdout, text_column(s, 4));
        putchar('\n');
    }
}

static void print_notice(sqlite3_stmt *s, void *context)
{
    (void)context;
    if (sqlite3_column_bytes(s, 0)) {
        terminal_print(stdout, text_column(s, 0));
        if (sqlite3_column_type(s, 1) != SQLITE_NULL)
            printf(":%lld", (long long)sqlite3_column_int64(s, 1));
        fputs(": ", stdout);
    }
    terminal_print(stdout, text_column(s, 2));
    putchar('\n');
}

static bool print_rejects(sqlite3 *db, const struct intake_result *loaded, struct error *err)
{
    if (!loaded->rejects)
        return true;
    int64_t shown_rows = 0;
    if (!for_each_row(db, "analyzer/cmd/queries/check_rejects.sql", print_reject, &shown_rows, err))
        return false;
    if (shown_rows < loaded->rejects)
        printf("... and %lld more; --json lists them all\n",
               (long long)(loaded->rejects - shown_rows));
    return true;
}

static bool print_text(sqlite3 *db, const struct settings *settings,
                       const struct intake_result *loaded, struct error *err)
{
    if (settings->quiet)
        return print_rejects(db, loaded, err);
    printf("%-24s %-9s %10s %10s %10s %10s\n", "file", "from", "read", "accepted", "duplicate",
           "rejected");
    if (!for_each_row(db, "analyzer/cmd/queries/check_files.sql", print_file, NULL, err))
        return false;
    if (loaded->rejects)
        printf("\n%lld %s rejected:\n", (long long)loaded->rejects,
               loaded->rejects == 1 ? "row" : "rows");
    if (!print_rejects(db, loaded, err))
        return false;
    if (loaded->notices)
        printf("\n%lld %s:\n", (long long)loaded->notices,
               loaded->notices == 1 ? "notice" : "notices");
    if (!for_each_row(db, "analyzer/cmd/queries/check_notices.sql", print_notice, NULL, err))
        return false;
    fputs("\nNext: concord audit ", stdout);
    terminal_print_argument(stdout, settings->pack);
    putchar('\n');
    return true;
}

/* Every row of a query as an object whose keys are its columns. */
static void add_object(sqlite3_stmt *s, void *context)
{
    json_t *object = json_object();
    for (int i = 0; i < sqlite3_column_count(s); i++) {
        json_t *value = json_null();
        if (sqlite3_column_type(s, i) == SQLITE_INTEGER)
            value = json_integer(sqlite3_column_int64(s, i));
        else if (sqlite3_column_type(s, i) == SQLITE_TEXT)
            value = json_stringn(text_column(s, i), (size_t)sqlite3_column_bytes(s, i));
        json_object_set_new(object, sqlite3_column_name(s, i), value ? value : json_null());
    }
    json_array_append_new(context, object);
}

static bool print_json(sqlite3 *db, const struct intake_result *loaded, struct error *err)
{
    json_t *files = json_array(), *rejects = json_array(), *notices = json_array();
    bool ok =
        for_each_row(db, "analyzer/cmd/queries/check_files.sql", add_object, files, err) &&
        for_each_row(db, "analyzer/cmd/queries/check_all_rejects.sql", add_object, rejects, err) &&
        for_each_row(db, "analyzer/cmd/queries/check_notices.sql", add_object, notices, err);
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

bool cmd_check(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &settings);
    if (settings.quiet)
        terminal_progress_disable();
    if (settings.json)
        terminal_begin_data();
    /* No name: a temporary file that SQLite removes itself. */
    sqlite3 *db = NULL;
    if (!database_create("", &db, err))
        return false;
    const struct intake_options intake = {.pack = settings.pack, .version = concord_version()};
    struct intake_result loaded;
    bool ok = intake_load(db, &intake, &loaded, err);
    if (ok && settings.json)
        ok = print_json(db, &loaded, err);
    else if (ok)
        ok = print_text(db, &settings, &loaded, err);
    sqlite3_close(db);
    *ret_exit = ok && settings.strict && loaded.rejects ? ERROR_INPUT : 0;
    return ok;
}
