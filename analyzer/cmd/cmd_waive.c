/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/terminal.h"
#include "cmd/added_rows.h"
#include "cmd/commands.h"
#include "cmd/finding_argument.h"
#include "cmd/options.h"
#include "cmd/print_text.h"
#include "domain/date.h"

#include <string.h>

struct settings {
    const char *database, *finding, *reason, *role, *expires, *output;
};

static const struct command_option options[] = {
    {"reason", 0, "TEXT", "Why it is accepted", OPTION_INTO(struct settings, reason),
     .needs_words = true},
    {"role", 0, "ROLE", "The role that approved it; never a person's name",
     OPTION_INTO(struct settings, role), .needs_words = true},
    {"expires", 0, "DATE", "Its last day", OPTION_INTO(struct settings, expires),
     .needs_words = true},
    {"output", 'o', "FILE", "Add the row to this waivers.csv (default: print it)",
     OPTION_INTO(struct settings, output)},
    {0},
};

static void need(const char *option, const char *value, struct argp_state *state)
{
    if (!value)
        argp_error(state, "--%s is needed: a waiver has a reason, a role and an end", option);
}

static void check(void *given, struct argp_state *state)
{
    const struct settings *settings = given;
    need("reason", settings->reason, state);
    need("role", settings->role, state);
    need("expires", settings->expires, state);
}

static const struct command_line command_line = {
    .options = options,
    .doc = "Writes the row of waivers.csv that accepts a finding for a time: with the parties of a "
           "finding about several forces, so that it does not hide another force's. FINDING is its "
           "id, or the beginning of it. Put the row into the pack and audit it again.",
    ARGUMENT_FINDING(struct settings),
    .check = check,
};

/* The end in one form, and not before the day that the audit looks from. */
static bool settle_end(const struct settings *settings, const char *as_of, char ret_end[16],
                       struct error *err)
{
    struct date_interval end, day;
    if (date_parse(slice_of(settings->expires), &end) != DATE_OK) {
        char meant[16];
        bool has_meant = date_suggest(slice_of(settings->expires), meant);
        SCOPED_TEXT next = memory_print("Write --expires %s.", has_meant ? meant : "2026-12-31");
        return error_set(err, ERROR_USAGE, NULL, 0, next,
                         "--expires \"%.100s\" cannot be read as a date", settings->expires);
    }
    date_format(end, ret_end);
    if (date_parse(slice_of(as_of), &day) == DATE_OK && end.latest < day.latest)
        return error_set(err, ERROR_USAGE, NULL, 0, "Give a later day.",
                         "a waiver until %s would have no effect: the audit is as of %s", ret_end,
                         as_of);
    return true;
}

static bool write_row(const struct settings *settings, sqlite3_stmt *finding, const char *end,
                      struct error *err)
{
    bool is_of_several = query_get_int(finding, "is_of_several");
    const char *const cells[WAIVER_COLUMNS] = {
        [WAIVER_FINDING] = query_get_text(finding, "finding_id").bytes,
        [WAIVER_RULE] = "",
        [WAIVER_FORCE] = "",
        [WAIVER_REQUEST] = "",
        [WAIVER_PARTIES] = is_of_several ? query_get_text(finding, "parties_digest").bytes : "",
        [WAIVER_REASON] = settings->reason,
        [WAIVER_ROLE] = settings->role,
        [WAIVER_EXPIRES] = end,
    };
    const struct added_rows added = {
        .contract = &contract_files[FILE_WAIVERS],
        .cells = cells,
        .count = 1,
        .repeated = "this very waiver stands there already",
        .repeated_advice = "To renew it, give another end with --expires.",
        .advice = "Name a waivers.csv with -o, or a new file.",
    };
    if (!settings->output || strcmp(settings->output, "-") == 0) {
        added_rows_print(&added, stdout);
        return true;
    }
    if (!added_rows_write(settings->output, &added, err))
        return false;
    terminal_print(stdout, settings->output);
    printf(": %s is waived until %s", cells[WAIVER_FINDING], end);
    if (is_of_several) {
        fputs(" for ", stdout);
        print_text(query_get_text(finding, "parties"));
    }
    puts("");
    return true;
}

static bool waive(sqlite3 *db, const struct settings *settings, struct error *err)
{
    SCOPED_QUERY finding = query_prepare(db, "find_finding");
    SCOPED_QUERY audit = query_prepare(db, "waive_as_of");
    char end[16] = "";
    if (!finding_argument_find(finding, settings->database, settings->finding, err))
        return false;
    struct slice as_of = query_next(audit) ? query_get_text(audit, "as_of") : slice_of("");
    return settle_end(settings, as_of.bytes, end, err) && query_done(audit, err) &&
           write_row(settings, finding, end, err);
}

bool cmd_waive(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    options_parse(&command_line, argc, argv, &settings);
    sqlite3 *db = NULL;
    if (!database_open_existing(settings.database, &db, err))
        return false;
    bool ok = waive(db, &settings, err);
    sqlite3_close(db);
    *ret_exit = 0;
    return ok;
}
