/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "cmd/added_rows.h"
#include "cmd/commands.h"
#include "cmd/finding_argument.h"
#include "cmd/options.h"
#include "cmd/print_text.h"
#include "cmd/renewal.h"
#include "domain/date.h"

#include <inttypes.h>
#include <string.h>

struct settings {
    const char *database, *finding, *renew, *findings, *reason, *role, *expires, *output;
};

static const struct command_option options[] = {
    {"reason", 0, "TEXT", "Why it is accepted", OPTION_INTO(struct settings, reason),
     .needs_words = true},
    {"role", 0, "ROLE", "The role that approved it; never a person's name",
     OPTION_INTO(struct settings, role), .needs_words = true},
    {"expires", 0, "DATE", "Its last day", OPTION_INTO(struct settings, expires),
     .needs_words = true},
    {"renew", 0, "WAIVERS.csv", "Bring these waivers up to the findings of AUDIT.db",
     OPTION_INTO(struct settings, renew), .needs_words = true},
    {"findings", 0, "FINDINGS.csv", "Of --renew: what the ids of then meant, from that audit",
     OPTION_INTO(struct settings, findings), .needs_words = true},
    {"output", 'o', "FILE",
     "Add the row to this waivers.csv (default: print it); of --renew a new file",
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
    if (settings->renew) {
        if (settings->finding)
            argp_error(state, "--renew takes all of its file: no FINDING beside it");
        if (settings->expires && !settings->role)
            argp_error(state, "--role is needed: a later end has somebody who approved it");
        if (!settings->expires && (settings->role || settings->reason))
            argp_error(state, "with --renew, --role and --reason are those of a later end: give "
                              "--expires too");
        return;
    }
    if (!settings->finding)
        argp_error(state, "AUDIT.db and FINDING are needed");
    if (settings->findings)
        argp_error(state, "--findings belongs to --renew");
    need("reason", settings->reason, state);
    need("role", settings->role, state);
    need("expires", settings->expires, state);
}

static const struct command_line command_line = {
    .options = options,
    .usage = "AUDIT.db FINDING\n--renew WAIVERS.csv AUDIT.db",
    .arguments = {ARGUMENT_INTO(struct settings, database),
                  ARGUMENT_INTO(struct settings, finding)},
    .least = 1,
    .most = 2,
    .too_many = "one AUDIT.db and one FINDING",
    .missing = "AUDIT.db and FINDING are needed",
    .doc = "Writes the row of waivers.csv that accepts a finding for a time: with the parties of a "
           "finding about several forces, so that it does not hide another force's. FINDING is its "
           "id, or the beginning of it; or that of a matter (M-...), a row for each of its "
           "findings. Put the rows into the pack and audit it again.\v"
           "--renew writes old waivers as a new file, under the ids that their findings have now, "
           "and lists those that it could not bring up, with the reason; it never makes one wider. "
           "Ends stay as they are without --expires.",
    .check = check,
};

/* The end in one form, and not before the day that the audit looks from. */
static bool settle_end(const char *expires, const char *as_of, char ret_end[16], struct error *err)
{
    struct date_interval end, day;
    if (date_parse(slice_of(expires), &end) != DATE_OK) {
        char meant[16];
        bool has_meant = date_suggest(slice_of(expires), meant);
        SCOPED_TEXT next = memory_print("Write --expires %s.", has_meant ? meant : "2026-12-31");
        return error_set(err, ERROR_USAGE, NULL, 0, next,
                         "--expires \"%.100s\" cannot be read as a date", expires);
    }
    date_format(end, ret_end);
    if (date_parse(slice_of(as_of), &day) == DATE_OK && end.latest < day.latest)
        return error_set(err, ERROR_USAGE, NULL, 0, "Give a later day.",
                         "a waiver until %s would have no effect: the audit is as of %s", ret_end,
                         as_of);
    return true;
}

/* The rows of waivers.csv while they are made. */
struct rows {
    struct arena arena;
    const char **cells;
    size_t count, cell_count, room;
};

static void add_row(struct rows *r, const struct settings *settings, sqlite3_stmt *finding,
                    const char *end)
{
    bool is_of_several = query_get_int(finding, "is_of_several");
    const char *const cells[WAIVER_COLUMNS] = {
        [WAIVER_FINDING] = arena_copy(&r->arena, query_get_text(finding, "finding_id")),
        [WAIVER_RULE] = "",
        [WAIVER_FORCE] = "",
        [WAIVER_REQUEST] = "",
        [WAIVER_PARTIES] =
            is_of_several ? arena_copy(&r->arena, query_get_text(finding, "parties_digest")) : "",
        [WAIVER_REASON] = settings->reason,
        [WAIVER_ROLE] = settings->role,
        [WAIVER_EXPIRES] = end,
        [WAIVER_SEVERITY] = arena_copy(&r->arena, query_get_text(finding, "severity")),
    };
    for (size_t i = 0; i < WAIVER_COLUMNS; i++) {
        r->cells = arena_grow(&r->arena, r->cells, r->cell_count, &r->room, sizeof *r->cells);
        r->cells[r->cell_count++] = cells[i];
    }
    r->count++;
}

static bool write_rows(const struct settings *settings, const struct rows *r, struct error *err)
{
    const struct added_rows added = {
        .contract = &contract_files[FILE_WAIVERS],
        .cells = r->cells,
        .count = r->count,
        .repeated = "this very waiver stands there already",
        .repeated_advice = "To renew it, give another end with --expires.",
        .advice = "Name a waivers.csv with -o, or a new file.",
    };
    if (settings->output && strcmp(settings->output, "-") != 0)
        return added_rows_write(settings->output, &added, err);
    added_rows_print(&added, stdout);
    return true;
}

static bool is_written(const struct settings *settings)
{
    return settings->output && strcmp(settings->output, "-") != 0;
}

static bool waive_finding(sqlite3 *db, const struct settings *settings, const char *end,
                          struct error *err)
{
    SCOPED_QUERY finding = query_prepare(db, "find_finding");
    struct rows rows = {0};
    bool ok = finding_argument_find(finding, settings->database, settings->finding, err);
    if (ok)
        add_row(&rows, settings, finding, end);
    ok = ok && write_rows(settings, &rows, err);
    if (ok && is_written(settings)) {
        terminal_print(stdout, settings->output);
        printf(": %s is waived until %s", rows.cells[WAIVER_FINDING], end);
        if (query_get_int(finding, "is_of_several")) {
            fputs(" for ", stdout);
            print_text(query_get_text(finding, "parties"));
        }
        puts("");
    }
    arena_done(&rows.arena);
    return ok;
}

static bool waive_matter(sqlite3 *db, const struct settings *settings, const char *end,
                         struct error *err)
{
    SCOPED_QUERY matter = query_prepare(db, "find_matter");
    SCOPED_QUERY findings = query_prepare(db, "findings_of_matter");
    struct rows rows = {0};
    bool ok = finding_argument_find_matter(matter, settings->database, settings->finding, err);
    if (ok)
        query_bind_int(findings, "matter_no", query_get_int(matter, "matter_no"));
    while (ok && query_next(findings))
        add_row(&rows, settings, findings, end);
    ok = ok && query_done(findings, err) && write_rows(settings, &rows, err);
    if (ok && is_written(settings)) {
        terminal_print(stdout, settings->output);
        printf(": %s is waived until %s for ", query_get_text(matter, "matter_id").bytes, end);
        print_text(query_get_text(matter, "parties"));
        printf(": %zu %s\n", rows.count, text_plural((int64_t)rows.count, "finding", "findings"));
    }
    arena_done(&rows.arena);
    return ok;
}

static bool renew(sqlite3 *db, const struct settings *settings, const char *as_of, const char *end,
                  int *ret_exit, struct error *err)
{
    const struct renewal asked = {.waivers = settings->renew,
                                  .findings = settings->findings,
                                  .database = settings->database,
                                  .output = settings->output,
                                  .as_of = as_of,
                                  .end = *end ? end : NULL,
                                  .role = settings->role,
                                  .reason = settings->reason};
    int64_t left = 0;
    bool ok = renewal_write(db, &asked, &left, err);
    *ret_exit = left ? 1 : 0;
    return ok;
}

static bool waive(sqlite3 *db, const struct settings *settings, int *ret_exit, struct error *err)
{
    SCOPED_QUERY audit = query_prepare(db, "waive_as_of");
    char end[16] = "";
    SCOPED_TEXT as_of = memory_copy(query_next(audit) ? query_get_text(audit, "as_of").bytes : "");
    if (!query_done(audit, err) ||
        (settings->expires && !settle_end(settings->expires, as_of, end, err)))
        return false;
    if (settings->renew)
        return renew(db, settings, as_of, end, ret_exit, err);
    return (finding_argument_is_matter(settings->finding) ? waive_matter
                                                          : waive_finding)(db, settings, end, err);
}

bool cmd_waive(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    options_parse(&command_line, argc, argv, &settings);
    sqlite3 *db = NULL;
    if (!database_open_existing(settings.database, &db, err))
        return false;
    *ret_exit = 0;
    bool ok = waive(db, &settings, ret_exit, err);
    sqlite3_close(db);
    return ok;
}
