/* SPDX-License-Identifier: MIT */
#include "base/terminal.h"
#include "base/version.h"
#include "cmd/audit_summary.h"
#include "cmd/commands.h"
#include "compare/compare.h"
#include "derive/derive.h"
#include "domain/date.h"
#include "report/output.h"
#include "rules/runner.h"
#include "rules/user_rules.h"
#include "rules/waivers.h"
#include "store/query.h"

#include <argp.h>
#include <libgen.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct settings {
    const char *pack, *output, *as_of, *rules, *baseline;
    int gate_rank;     /* --fail-on; 0: none */
    bool fails_on_new; /* counts what is new against the baseline only */
    bool strict, quiet, json;
};

static const struct argp_option options[] = {
    {"output", 'o', "DIR", 0, "Write the audit into DIR (default: PACK-AS_OF, here)", 0},
    {"as-of", 'a', "DATE", 0, "Audit as of DATE (default: the latest date in the pack)", 0},
    {"baseline", 'b', "AUDIT.db", 0, "Say what changed since an earlier audit", 0},
    {"fail-on", 'f', "SEVERITY", 0,
     "Exit with 1 if a finding is open at SEVERITY or above: critical, high, medium, low or info; "
     "new:SEVERITY counts those that are new against the baseline",
     0},
    {"rules", 'r', "DIR", 0, "Run the rules in the .sql files of DIR as well", 0},
    {"strict", 's', NULL, 0,
     "Refuse the pack if any row of it is rejected, and the audit if a rule of DIR cannot be used",
     0},
    {"quiet", 'q', NULL, 0, "Print nothing but errors", 0},
    {"json", 'j', NULL, 0, "Print summary.json instead of words", 0},
    {0},
};

static void set_gate(struct settings *settings, const char *value, struct argp_state *state)
{
    static const char new_only[] = "new:";
    settings->fails_on_new = strncmp(value, new_only, sizeof new_only - 1) == 0;
    const char *severity = settings->fails_on_new ? value + sizeof new_only - 1 : value;
    settings->gate_rank = severity_rank(severity);
    if (!settings->gate_rank)
        argp_error(state,
                   "--fail-on takes critical, high, medium, low or info, or new: and one of them, "
                   "not \"%s\"",
                   value);
}

static error_t parse(int key, char *value, struct argp_state *state)
{
    struct settings *settings = state->input;
    switch (key) {
    case 'o':
        if (!*value)
            argp_error(state, "--output needs the name of a folder");
        settings->output = value;
        return 0;
    case 'a':
        settings->as_of = value;
        return 0;
    case 'b':
        settings->baseline = value;
        return 0;
    case 'f':
        set_gate(settings, value, state);
        return 0;
    case 'r':
        settings->rules = value;
        return 0;
    case 's':
        settings->strict = true;
        return 0;
    case 'q':
        settings->quiet = true;
        return 0;
    case 'j':
        settings->json = true;
        return 0;
    case ARGP_KEY_ARG:
        if (settings->pack)
            argp_error(state, "Too many arguments: one PACK at a time, not also \"%s\"", value);
        settings->pack = value;
        return 0;
    case ARGP_KEY_END:
        if (!settings->pack)
            argp_error(state, "PACK is needed: a folder with responses.csv, one CSV file, or -");
        if (settings->fails_on_new && !settings->baseline)
            argp_error(state, "--fail-on new: needs --baseline");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp argp = {
    .options = options,
    .parser = parse,
    .args_doc = "PACK",
    .doc = "Audits a pack: a folder with responses.csv and whatever else is known, one CSV file "
           "of responses, or - for standard input. Writes the report, the tables and audit.db "
           "into one folder, whole or not at all."
           "\vExit codes: 0 done; 1 done, and --fail-on found something; 2 wrong usage; 3 the pack "
           "could not be accepted; 4 the output could not be written, or, under --strict, a rule "
           "of DIR "
           "could not be used.",
};

/* The options that shape the result, as typed: the folder they go to does not. */
static char *options_text(const struct settings *settings)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        fault("out of memory");
    if (settings->as_of)
        fprintf(out, " --as-of %s", settings->as_of);
    if (settings->rules)
        fprintf(out, " --rules %s", settings->rules);
    if (settings->baseline)
        fprintf(out, " --baseline %s", settings->baseline);
    if (settings->strict)
        fputs(" --strict", out);
    fclose(out);
    return text;
}

/* Each rule of the user's that could not be used, on stderr; under --strict an error. */
static bool report_faults(const struct catalogue *catalogue, const struct settings *settings,
                          struct error *err)
{
    terminal_progress_end();
    for (size_t i = 0; i < catalogue->fault_count; i++) {
        const struct rule_fault *f = &catalogue->faults[i];
        if (settings->strict)
            return error_set(err, ERROR_OUTPUT, f->file, f->line,
                             "Mend the rule (`concord rules test` tries it), or run without "
                             "--strict.",
                             "%s", f->reason);
        terminal_warn(f->file, f->line, f->reason);
    }
    return true;
}

static bool run_rules(sqlite3 *db, const char *path, const struct settings *settings,
                      struct error *err)
{
    struct catalogue catalogue = catalogue_load();
    bool ok = (!settings->rules || catalogue_add_folder(&catalogue, settings->rules, err)) &&
              rules_run(db, &catalogue, err) &&
              (!settings->rules || (user_rules_run(db, path, &catalogue, err) &&
                                    report_faults(&catalogue, settings, err))) &&
              waivers_apply(db, err);
    catalogue_free(&catalogue);
    return ok;
}

static bool load(sqlite3 *db, const struct settings *settings, struct intake_result *ret_loaded,
                 struct error *err)
{
    char *text = options_text(settings);
    const struct intake_options intake = {.pack = settings->pack,
                                          .strict = settings->strict,
                                          .as_of = settings->as_of,
                                          .version = concord_version(),
                                          .options_text = *text ? text + 1 : text};
    bool ok = intake_load(db, &intake, ret_loaded, err);
    free(text);
    return ok;
}

static bool fill_database(sqlite3 *db, const char *path, const struct settings *settings,
                          struct intake_result *ret_loaded, struct error *err)
{
    struct timespec since = terminal_timing(NULL, NULL);
    if (!load(db, settings, ret_loaded, err))
        return false;
    since = terminal_timing("load", &since);
    terminal_progress("reading what the rows mean", -1);
    if (!derive_meaning(db, err))
        return false;
    since = terminal_timing("derive", &since);
    terminal_progress("running the rules", -1);
    bool ok = run_rules(db, path, settings, err);
    since = terminal_timing("rules", &since);
    if (ok && settings->baseline) {
        terminal_progress("comparing with the baseline", -1);
        ok = compare_with_baseline(db, settings->baseline, err);
        terminal_timing("compare", &since);
    }
    return ok;
}

/* PACK-AS_OF: the pack's own name, without its folder and ".csv". */
static void default_output(const struct settings *settings, const struct intake_result *loaded,
                           char *out, size_t size)
{
    char *resolved = realpath(settings->pack, NULL);
    char *name = resolved ? basename(resolved) : NULL;
    char *ending = name ? strrchr(name, '.') : NULL;
    if (ending && strcasecmp(ending, ".csv") == 0)
        *ending = '\0';
    char as_of[16] = "undated";
    if (loaded->has_as_of)
        date_format((struct date_interval){loaded->as_of_day, loaded->as_of_day}, as_of);
    snprintf(out, size, "%s-%s", name && *name ? name : "responses", as_of);
    free(resolved);
}

static bool settle_output(struct outdir *o, const struct settings *settings,
                          const struct intake_result *loaded, struct error *err)
{
    if (settings->output)
        return true;
    char name[NAME_MAX];
    default_output(settings, loaded, name, sizeof name);
    return outdir_rename(o, name, err);
}

/* The worst open finding that --fail-on counts. */
static bool worst_open_rank(sqlite3 *db, const struct settings *settings, int *ret_rank,
                            struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "analyzer/cmd/queries/worst_open.sql");
    query_int(s, 1, settings->fails_on_new);
    bool row = false;
    if (!query_step(s, &row, err))
        return false;
    *ret_rank = sqlite3_column_int(s, 0);
    return true;
}

static void show_file(const char *name)
{
    char what[64];
    snprintf(what, sizeof what, "writing %.50s", name);
    terminal_progress(what, -1);
}

/* Everything that needs the open database; the words for people go to `said`. */
static bool audit(sqlite3 *db, struct outdir *o, const struct settings *settings, FILE *said,
                  int *ret_rank, struct error *err)
{
    struct intake_result loaded = {0};
    if (!fill_database(db, outdir_database_path(o), settings, &loaded, err) ||
        !settle_output(o, settings, &loaded, err))
        return false;
    struct timespec since = terminal_timing(NULL, NULL);
    bool ok = output_write(db, o, show_file, err) && worst_open_rank(db, settings, ret_rank, err) &&
              audit_summary_print(db, &loaded, said, err);
    terminal_timing("output", &since);
    return ok;
}

static bool copy_to_stdout(const char *folder, const char *name, struct error *err)
{
    char path[PATH_MAX], block[8192];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *in = fopen(path, "re");
    if (!in)
        return error_set(err, ERROR_OUTPUT, path, 0, NULL, "could not be read again");
    for (size_t n; (n = fread(block, 1, sizeof block, in)) > 0;)
        fwrite(block, 1, n, stdout);
    fclose(in);
    return true;
}

static bool say(const struct settings *settings, const char *folder, const char *words,
                struct error *err)
{
    terminal_progress_end();
    if (settings->quiet)
        return true;
    if (settings->json)
        return copy_to_stdout(folder, "summary.json", err);
    printf("%s\nReport: %s/report.html\nNext:   concord explain %s/audit.db FINDING\n", words,
           folder, folder);
    return true;
}

static bool run(struct outdir *o, const struct settings *settings, FILE *said, int *ret_rank,
                struct error *err)
{
    sqlite3 *db = NULL;
    if (!database_create(outdir_database_path(o), &db, err))
        return false;
    if (!audit(db, o, settings, said, ret_rank, err)) {
        sqlite3_close_v2(db);
        return false;
    }
    return database_finish(db, err);
}

bool cmd_audit(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    argp_parse(&argp, argc, argv, 0, NULL, &settings);
    if (settings.quiet)
        terminal_progress_disable();
    struct outdir *o = NULL;
    if (!outdir_begin(settings.output, &o, err))
        return false;
    char *words = NULL;
    size_t size = 0;
    FILE *said = open_memstream(&words, &size);
    if (!said)
        fault("out of memory");
    int rank = 0;
    bool ok = run(o, &settings, said, &rank, err);
    if (fclose(said) != 0)
        fault("out of memory");
    char *folder = ok ? strdup(outdir_final_path(o)) : NULL;
    if (!ok)
        outdir_abandon(o);
    else
        ok = outdir_commit(o, err) && say(&settings, folder, words, err);
    free(folder);
    free(words);
    *ret_exit = settings.gate_rank && rank >= settings.gate_rank ? 1 : 0;
    return ok;
}
