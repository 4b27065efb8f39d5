/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "base/version.h"
#include "cmd/audit_settings.h"
#include "cmd/audit_summary.h"
#include "cmd/boundaries_option.h"
#include "cmd/commands.h"
#include "compare/compare.h"
#include "derive/derive.h"
#include "domain/date.h"
#include "intake/pack.h"
#include "measure/measure.h"
#include "report/output.h"
#include "report/pdf.h"
#include "rules/parties.h"
#include "rules/runner.h"
#include "rules/user_rules.h"
#include "rules/waivers.h"
#include "store/query.h"

#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* Each rule of the user's that could not be used, on stderr; under --strict an error. */
static bool report_faults(const struct catalogue *catalogue, const struct audit_settings *settings,
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

static bool run_rules(sqlite3 *db, const char *path, struct catalogue *catalogue,
                      const struct audit_settings *settings, struct error *err)
{
    return rules_run(db, catalogue, err) &&
           (!settings->rules || (user_rules_run(db, path, catalogue, err) &&
                                 report_faults(catalogue, settings, err))) &&
           parties_settle(db, err) && waivers_apply(db, err);
}

static bool load(sqlite3 *db, const struct audit_settings *settings,
                 struct intake_result *ret_loaded, struct error *err)
{
    char *text = audit_settings_text(settings);
    const struct intake_options intake = {.pack = settings->pack,
                                          .strict = settings->strict,
                                          .as_of = settings->as_of,
                                          .version = concord_version(),
                                          .options_text = text,
                                          .marking = settings->marking};
    bool ok = intake_load(db, &intake, ret_loaded, err);
    free(text);
    return ok;
}

/* load, derive, measure, run the rules, compare: each reads what the one before has written. */
static bool fill_database(sqlite3 *db, const char *path, struct catalogue *catalogue,
                          const struct audit_settings *settings, struct intake_result *ret_loaded,
                          struct error *err)
{
    struct timespec since = terminal_timing(NULL, NULL);
    if (!load(db, settings, ret_loaded, err))
        return false;
    since = terminal_timing("load", &since);
    terminal_progress("reading what the rows mean", -1);
    if (!derive_meaning(db, err))
        return false;
    since = terminal_timing("derive", &since);
    if (!measure_exposure(db, &settings->numbers, err))
        return false;
    since = terminal_timing("exposure", &since);
    terminal_progress("running the rules", -1);
    bool ok = run_rules(db, path, catalogue, settings, err);
    since = terminal_timing("rules", &since);
    terminal_progress("measuring", -1);
    ok = ok && measure_findings_and_answers(db, err);
    since = terminal_timing("measure", &since);
    if (ok && settings->baseline) {
        terminal_progress("comparing with the baseline", -1);
        ok = compare_with_baseline(db, settings->baseline, err);
        terminal_timing("compare", &since);
    }
    return ok;
}

/* What is wrong with the baseline or the folder of rules is said before the pack is read. */
static bool prepare(const struct audit_settings *settings, struct catalogue *catalogue,
                    struct error *err)
{
    sqlite3 *old = NULL;
    if (settings->baseline && !database_open_existing(settings->baseline, &old, err))
        return false;
    sqlite3_close(old);
    return !settings->rules || catalogue_add_folder(catalogue, settings->rules, err);
}

static bool prepare_and_fill(sqlite3 *db, const char *path, const struct audit_settings *settings,
                             struct intake_result *ret_loaded, struct error *err)
{
    struct catalogue catalogue = catalogue_load();
    bool ok = prepare(settings, &catalogue, err) &&
              fill_database(db, path, &catalogue, settings, ret_loaded, err);
    catalogue_free(&catalogue);
    return ok;
}

/* PACK-AS_OF: the pack's own name, without its folder and ".csv". The caller frees. */
static char *default_output(const struct audit_settings *settings,
                            const struct intake_result *loaded)
{
    struct stat status;
    /* What a pipe is called says nothing. */
    bool is_named =
        stat(settings->pack, &status) == 0 && (S_ISDIR(status.st_mode) || S_ISREG(status.st_mode));
    SCOPED_TEXT resolved = is_named ? realpath(settings->pack, NULL) : NULL;
    char *name = resolved ? basename(resolved) : NULL;
    char *ending = name ? strrchr(name, '.') : NULL;
    if (ending && strcasecmp(ending, ".csv") == 0)
        *ending = '\0';
    char as_of[16] = "undated";
    if (loaded->has_as_of)
        date_format((struct date_interval){loaded->as_of_day, loaded->as_of_day}, as_of);
    return memory_print("%s-%s", name && *name ? name : "responses", as_of);
}

static bool settle_output(struct outdir *o, const struct audit_settings *settings,
                          const struct intake_result *loaded, struct error *err)
{
    if (settings->output)
        return true;
    SCOPED_TEXT name = default_output(settings, loaded);
    return outdir_rename(o, name, err);
}

/* The worst open finding that --fail-on counts. */
static bool worst_open_rank(sqlite3 *db, const struct audit_settings *settings, int *ret_rank,
                            struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "worst_open_rank");
    query_bind_int(s, "new_only", settings->gate.counts_new_only);
    if (query_next(s))
        *ret_rank = (int)query_get_int(s, "rank");
    return query_done(s, err);
}

static void show_file(const char *name)
{
    char what[64];
    text_cut(what, sizeof what, "writing %s", name);
    terminal_progress(what, -1);
}

/* Everything that needs the open database; the words for people go to `said`. */
static bool audit(sqlite3 *db, struct outdir *o, const struct audit_settings *settings, FILE *said,
                  int *ret_rank, struct error *err)
{
    struct intake_result loaded = {0};
    if (!prepare_and_fill(db, outdir_database_path(o), settings, &loaded, err) ||
        !settle_output(o, settings, &loaded, err))
        return false;
    struct timespec since = terminal_timing(NULL, NULL);
    const struct output_plan plan = {settings->formats, settings->boundaries, show_file};
    bool ok = output_write(db, o, &plan, err) && worst_open_rank(db, settings, ret_rank, err) &&
              audit_summary_print(db, &loaded, said, err);
    terminal_timing("output", &since);
    return ok;
}

static bool copy_to_stdout(const char *folder, const char *name, struct error *err)
{
    char block[8192];
    SCOPED_TEXT path = memory_print("%s/%s", folder, name);
    FILE *in = fopen(path, "re");
    for (size_t n; in && (n = fread(block, 1, sizeof block, in)) > 0;)
        fwrite(block, 1, n, stdout);
    bool is_whole = in && !ferror(in);
    if (in)
        fclose(in);
    return is_whole || error_set(err, ERROR_OUTPUT, path, 0, NULL, "could not be read again");
}

/* The place of an output, for people; of the database, to be pasted. */
static void print_place(const char *label, const char *folder, const char *name)
{
    fputs(label, stdout);
    terminal_print(stdout, folder);
    printf("/%s\n", name);
}

static void print_next(const char *folder)
{
    SCOPED_TEXT database = memory_print("%s/audit.db", folder);
    fputs("Next:   concord explain ", stdout);
    terminal_print_argument(stdout, database);
    puts(" FINDING");
}

static bool say(const struct audit_settings *settings, const char *folder, const char *words,
                struct error *err)
{
    terminal_progress_end();
    if (settings->quiet)
        return true;
    if (settings->json)
        return copy_to_stdout(folder, "summary.json", err);
    if (settings->marking)
        printf("%s\n\n", settings->marking);
    printf("%s\n", words);
    if (settings->formats & OUTPUT_AS_HTML)
        print_place("Report: ", folder, "report.html");
    if (settings->formats & OUTPUT_AS_PDF)
        print_place("Brief:  ", folder, "brief.pdf");
    print_next(folder);
    if (settings->marking)
        printf("\n%s\n", settings->marking);
    return true;
}

static bool run(struct outdir *o, const struct audit_settings *settings, FILE *said, int *ret_rank,
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

static bool audit_into_folder(const struct audit_settings *settings, const char *pack_name,
                              int *ret_exit, struct error *err)
{
    struct outdir *o = NULL;
    const struct former_terms terms = {pack_name, settings->replace};
    if (!outdir_begin(settings->output, &terms, &o, err))
        return false;
    char *words = NULL;
    size_t size = 0;
    FILE *said = open_memstream(&words, &size);
    if (!said)
        memory_exhausted();
    int rank = 0;
    bool ok = run(o, settings, said, &rank, err);
    if (fclose(said) != 0)
        memory_exhausted();
    char *folder = ok ? memory_copy(outdir_final_path(o)) : NULL;
    if (!ok)
        outdir_abandon(o);
    else
        ok = outdir_commit(o, err) && say(settings, folder, words, err);
    free(folder);
    free(words);
    *ret_exit = settings->gate.rank && rank >= settings->gate.rank ? 1 : 0;
    return ok;
}

bool cmd_audit(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct audit_settings settings = audit_settings_parse(argc, argv);
    if (settings.quiet)
        terminal_progress_disable();
    if (settings.json)
        terminal_begin_data();
    char *boundaries = NULL;
    if ((settings.formats & OUTPUT_AS_PDF && !pdf_check_converter(err)) ||
        !boundaries_option_find(settings.boundaries, &boundaries, err))
        return false;
    settings.boundaries = boundaries;
    struct pack pack;
    bool ok = pack_open(settings.pack, &pack, err) &&
              audit_into_folder(&settings, pack.name, ret_exit, err);
    pack_done(&pack);
    free(boundaries);
    return ok;
}
