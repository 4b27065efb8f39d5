/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/text.h"
#include "base/version.h"
#include "cmd/commands.h"
#include "cmd/import_output.h"
#include "cmd/options.h"
#include "imports/mapping.h"
#include "intake/load.h"
#include "store/query.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct settings {
    struct argument_list names; /* the profile, then the files */
    const char *output, *map, *tools, *request, *tool, *force;
    bool dry_run, json, strict, fail_on_reject;
};

static const struct command_option options[] = {
    {"output", 'o', "PACK", "Where the pack goes", OPTION_INTO(struct settings, output)},
    {"map", 'm', "FILE", "What the profile's rules do not know: as unmapped.map.csv",
     OPTION_INTO(struct settings, map), .needs_words = true},
    {"tools", 'T', "FILE", "tools.csv: its tools are looked for, and it goes into the pack",
     OPTION_INTO(struct settings, tools), .needs_words = true},
    {"request", 'r', "REQUEST", "What is answered, where the files do not say",
     OPTION_INTO(struct settings, request), .needs_words = true},
    {"tool", 't', "TOOL", "What was asked about, where they do not say",
     OPTION_INTO(struct settings, tool), .needs_words = true},
    {"force", 'f', "FORCE", "Whose answers they are, where they do not say",
     OPTION_INTO(struct settings, force), .needs_words = true},
    {"dry-run", 'n', NULL, "Tell the mapping and the first rows, and write nothing",
     OPTION_INTO(struct settings, dry_run), .not_with = "output"},
    {"strict", 's', NULL, "End with exit code 3, and write nothing, where any row is rejected",
     OPTION_INTO(struct settings, strict)},
    {"fail-on-reject", 0, NULL, "End with exit code 1 where any row is rejected",
     OPTION_INTO(struct settings, fail_on_reject)},
    {"json", 'j', NULL, "Print JSON, with every row that is left out",
     OPTION_INTO(struct settings, json)},
    {0},
};

static void check(void *given, struct argp_state *state)
{
    const struct settings *settings = given;
    if (settings->names.count == 0) {
        SCOPED_TEXT profiles = mapping_list_profiles();
        argp_error(state, "PROFILE and IN are needed; profiles: %s", profiles);
    }
    if (settings->names.count == 1)
        argp_error(state, "IN is needed: what is to be read as \"%s\"", settings->names.items[0]);
    if (!settings->output && !settings->dry_run)
        argp_error(state, "-o PACK is needed; --dry-run writes nothing");
}

static const struct command_line command_line = {
    .options = options,
    .doc = "Turns what other people have, an export, a feed, a spreadsheet or a page, into a "
           "pack.\v"
           "PROFILE is alaveteli, contracts-finder, find-a-tender, disclosure-log or tracker; IN a "
           "file or a folder of them (CSV, XLSX, HTML, JSON, Atom). Several are one import: a row "
           "that is seen twice counts once. Every row is in the pack, in rejects.csv or in "
           "left-out.csv with the reason; what is doubtful is in proposals.csv.",
    .usage = "PROFILE IN...",
    ARGUMENTS_INTO(struct settings, names),
    .check = check,
};

static const char advice[] = "Set TMPDIR to a folder that can be written.";

static bool write_heading(struct outdir *o, struct error *err)
{
    FILE *out = NULL;
    if (!outdir_open(o, "responses.csv", &out, err))
        return false;
    fputs("response_id,force_id,request_id,stance\n", out);
    return outdir_close(out, "responses.csv", err);
}

static bool check_tools(sqlite3 *db, const char *tools, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "check_all_rejects");
    bool ok = true;
    if (tools && query_next(s))
        ok = error_set(err, ERROR_INPUT, tools, (long)query_get_int(s, "line"),
                       query_get_text(s, "suggestion").bytes, "%s",
                       query_get_text(s, "message").bytes);
    return query_done(s, err) && ok;
}

/* The reference data and the tools, as a pack has them. */
static bool load_tools(sqlite3 *db, const char *tools, struct error *err)
{
    struct intake_result loaded;
    struct outdir *o = NULL;
    if (!outdir_begin_scratch(outdir_temporary(), "import-tools", advice, &o, err))
        return false;
    const struct import_output list = {.tools = tools};
    const struct intake_options intake = {.pack = outdir_path(o), .version = concord_version()};
    bool ok = write_heading(o, err) && (!tools || import_copy_tools(&list, o, err)) &&
              intake_load(db, &intake, &loaded, err) && check_tools(db, tools, err);
    if (!ok && tools && err->source && strstr(err->source, outdir_path(o)))
        err->source = tools; /* its copy is nothing to the user */
    outdir_abandon(o);
    return ok;
}

/* Loads what would be the pack, and takes out what is refused. */
static bool try_pack(const struct import_output *out, struct error *err)
{
    struct intake_result loaded;
    struct outdir *o = NULL;
    sqlite3 *tried = NULL;
    if (!outdir_begin_scratch(outdir_temporary(), "import-pack", advice, &o, err))
        return false;
    const struct intake_options intake = {.pack = outdir_path(o), .version = concord_version()};
    bool ok = import_write_rows(out, o, err) && database_create(":memory:", &tried, err) &&
              intake_load(tried, &intake, &loaded, err) && import_settle(out->db, tried, err);
    sqlite3_close_v2(tried);
    outdir_abandon(o);
    return ok;
}

static bool check_any(sqlite3 *db, const struct settings *settings, struct error *err)
{
    struct import_counts counts;
    if (!import_count(db, &counts, err))
        return false;
    if (counts.pack)
        return true;
    SCOPED_QUERY why = query_prepare(db, "import_reasons");
    SCOPED_QUERY unread = query_prepare(db, "import_unreadable");
    bool is_read = query_next(why);
    bool is_unread = query_next(unread);
    bool ok = error_set(err, ERROR_INPUT, settings->names.items[1], 0,
                        is_read ? "`--dry-run` tells what each column was taken for; --map says "
                                  "what they are."
                                : "Give a file that has rows, as it was exported or saved.",
                        "no row can be taken into a pack: %s",
                        is_read     ? query_get_text(why, "reason").bytes
                        : is_unread ? query_get_text(unread, "reason").bytes
                                    : "there are none");
    return query_done(why, err) && query_done(unread, err) && ok;
}

static int64_t refused(const struct import_counts *c)
{
    return c->rejected + c->part_rejected + c->unreadable;
}

/* A file that could not be read is so many rows that nobody saw. */
static bool check_strict(sqlite3 *db, const struct settings *settings, struct error *err)
{
    struct import_counts counts;
    if (!import_count(db, &counts, err))
        return false;
    if (!settings->strict || refused(&counts) == 0)
        return true;
    SCOPED_QUERY first = query_prepare(db, "first_import_reject");
    bool has_any = query_next(first);
    bool ok = error_set(
        err, ERROR_INPUT, settings->names.items[1], 0,
        "Correct the rows (`--dry-run --json` lists them), say with --map what they mean, or "
        "run without --strict.",
        "%" PRId64 " %s rejected and %" PRId64 " %s not read, and --strict accepts none; the "
        "first: %s",
        counts.rejected + counts.part_rejected,
        text_plural(counts.rejected + counts.part_rejected, "row is", "rows are"),
        counts.unreadable, text_plural(counts.unreadable, "file", "files"),
        has_any ? query_get_text(first, "words").bytes : "");
    return query_done(first, err) && ok;
}

/* Of rejected rows --fail-on-reject tells by the exit code. */
static bool settle_exit(sqlite3 *db, const struct settings *settings, int *ret_exit,
                        struct error *err)
{
    struct import_counts counts;
    if (!import_count(db, &counts, err))
        return false;
    *ret_exit = settings->fail_on_reject && refused(&counts) ? 1 : 0;
    return true;
}

static bool print(const struct import_output *out, const struct settings *settings,
                  struct error *err)
{
    return settings->json ? import_print_json(out, err) : import_print(out, settings->output, err);
}

static bool import(sqlite3 *db, const struct settings *settings, int *ret_exit, struct error *err)
{
    const struct import_given given = {.profile = settings->names.items[0],
                                       .map = settings->map,
                                       .request = settings->request,
                                       .tool = settings->tool,
                                       .force = settings->force,
                                       .has_tools = settings->tools != NULL,
                                       .names = settings->names.items + 1,
                                       .count = settings->names.count - 1};
    struct import_output out = {
        .db = db, .profile = given.profile, .tools = settings->tools, .map = settings->map};
    struct mapping mapping;
    bool ok = mapping_load(given.profile, given.map, &mapping, err);
    out.version = ok ? mapping.version : "";
    ok = ok && load_tools(db, settings->tools, err) && import_read(db, &given, err) &&
         try_pack(&out, err);
    if (ok && settings->dry_run)
        ok = print(&out, settings, err) && check_strict(db, settings, err);
    else
        ok = ok && check_any(db, settings, err) && check_strict(db, settings, err) &&
             import_write(&out, settings->output, err) && print(&out, settings, err);
    ok = ok && settle_exit(db, settings, ret_exit, err);
    mapping_done(&mapping);
    return ok;
}

bool cmd_import(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    *ret_exit = 0;
    options_parse(&command_line, argc, argv, &settings);
    sqlite3 *db = NULL;
    bool ok = database_create(":memory:", &db, err) && import(db, &settings, ret_exit, err);
    sqlite3_close(db);
    free(settings.names.items);
    return ok;
}
