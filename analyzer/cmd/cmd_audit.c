/* SPDX-License-Identifier: MIT */
#include "audit/advice_gaps.h"
#include "audit/steps.h"
#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "base/version.h"
#include "cmd/audit_settings.h"
#include "cmd/audit_summary.h"
#include "cmd/baseline.h"
#include "cmd/boundaries_option.h"
#include "cmd/commands.h"
#include "cmd/disagreements.h"
#include "cmd/letters_folder.h"
#include "domain/date.h"
#include "intake/pack.h"
#include "report/output.h"
#include "report/pdf.h"
#include "store/query.h"

#include <inttypes.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* One audit on its way. */
struct audit {
    const struct audit_settings *settings;
    const char *pack_name;
    bool is_of_letters; /* the pack is made from a folder of them */
    struct classify_counts letters;
    struct catalogue catalogue;
    struct outdir *out;
    sqlite3 *db;
    struct intake_result loaded;
    FILE *said;          /* the words for people */
    char *first_finding; /* the one that matters most; NULL: there is none; owned */
    int64_t at_gate;     /* matters for which --fail-on fails */
};

static bool read_letters(struct audit *a, struct error *err)
{
    const struct letters_given given = {
        .forces = a->settings->forces, .request = a->settings->request, .tool = a->settings->tool};
    return letters_folder_make_pack(a->settings->pack, &given, a->out, &a->letters, err);
}

static bool load_pack(struct audit *a, const char *pack, struct error *err)
{
    SCOPED_TEXT text = audit_settings_text(a->settings);
    const struct intake_options intake = {.pack = pack,
                                          .pack_name = a->pack_name,
                                          .strict = a->settings->strict,
                                          .as_of = a->settings->as_of,
                                          .version = concord_version(),
                                          .options_text = text,
                                          .marking = a->settings->marking,
                                          .old_after = a->settings->old_after};
    return intake_load(a->db, &intake, &a->loaded, err) &&
           intake_check_any(&a->loaded, a->settings->pack, err) &&
           advice_gaps_tell(a->db, &a->catalogue, &a->loaded, err);
}

static bool load(struct audit *a, struct error *err)
{
    if (!a->is_of_letters)
        return load_pack(a, a->settings->pack, err) &&
               disagreements_of_audit(a->db, a->settings->pack, err);
    SCOPED_TEXT pack = memory_print("%s/pack", outdir_path(a->out));
    return read_letters(a, err) && load_pack(a, pack, err) &&
           letters_folder_tell(a->db, &a->letters, err);
}

/* Each rule of the user's that could not be used, on stderr; under --strict an error. */
static bool report_faults(const struct audit *a, struct error *err)
{
    terminal_progress_end();
    for (size_t i = 0; i < a->catalogue.fault_count; i++) {
        const struct rule_fault *f = &a->catalogue.faults[i];
        if (a->settings->strict)
            return error_set(err, ERROR_OUTPUT, f->file, f->line,
                             "Mend the rule (`concord rules test` tries it), or run without "
                             "--strict.",
                             "%s", f->reason);
        terminal_warn(f->file, f->line, f->reason);
    }
    return true;
}

static bool judge(struct audit *a, struct error *err)
{
    const char *path = a->settings->rules ? outdir_database_path(a->out) : NULL;
    const struct audit_plan plan = {.catalogue = &a->catalogue,
                                    .numbers = &a->settings->numbers,
                                    .user_path = path,
                                    .shows_progress = true};
    return audit_make(a->db, &plan, err) && (!path || report_faults(a, err));
}

static bool has_baseline(const struct audit_settings *settings)
{
    return settings->baseline != NULL;
}

static bool compare(struct audit *a, struct error *err)
{
    return baseline_compare(a->db, a->settings, a->out, err) && audit_order(a->db, err);
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

static bool settle_output(struct audit *a, struct error *err)
{
    if (a->settings->output)
        return true;
    SCOPED_TEXT name = default_output(a->settings, &a->loaded);
    return outdir_rename(a->out, name, err);
}

static bool look_at_gate(struct audit *a, struct error *err)
{
    const struct audit_gate *gate = &a->settings->gate;
    if (!gate->rank)
        return true;
    SCOPED_QUERY s = query_prepare(a->db, "matters_at_gate");
    query_bind_int(s, "new_only", gate->counts_new_only);
    query_bind_int(s, "rank", gate->rank);
    if (query_next(s))
        a->at_gate = query_get_int(s, "matters");
    return query_done(s, err);
}

static void show_file(const char *name)
{
    char what[64];
    text_cut(what, sizeof what, "writing %s", name);
    terminal_progress(what, -1);
}

static bool summarise(struct audit *a, struct error *err)
{
    SCOPED_TEXT pack = a->is_of_letters ? memory_print("%s/pack", outdir_final_path(a->out))
                                        : memory_copy(a->settings->pack);
    return audit_summary_print(a->db, &a->loaded, pack, a->said, &a->first_finding, err);
}

static bool write_output(struct audit *a, struct error *err)
{
    const struct output_plan plan = {a->settings->formats, a->settings->boundaries, show_file};
    return settle_output(a, err) && output_write(a->db, a->out, &plan, err) &&
           look_at_gate(a, err) && summarise(a, err);
}

/* Each reads what those before have written into the database. */
static const struct step {
    const char *name;     /* in the timings; NULL: it has steps of its own there */
    const char *progress; /* NULL: those of the step before, or its own */
    bool (*run)(struct audit *a, struct error *err);
    bool (*is_wanted)(const struct audit_settings *settings); /* NULL: always */
} pipeline[] = {
    {"load", NULL, load, NULL},
    {NULL, NULL, judge, NULL},
    {"compare", "comparing with the baseline", compare, has_baseline},
    {"output", NULL, write_output, NULL},
};

static bool run_pipeline(struct audit *a, struct error *err)
{
    struct timespec since = terminal_timing(NULL, NULL);
    for (const struct step *s = pipeline; s < pipeline + sizeof pipeline / sizeof *pipeline; s++) {
        if (s->is_wanted && !s->is_wanted(a->settings))
            continue;
        if (s->progress)
            terminal_progress(s->progress, -1);
        if (!s->run(a, err))
            return false;
        since = terminal_timing(s->name, &since);
    }
    return true;
}

/* What is wrong with the baseline or the folder of rules is said before the pack is read. */
static bool prepare(struct audit *a, struct error *err)
{
    return baseline_check(a->settings, err) &&
           (!a->settings->rules || catalogue_add_folder(&a->catalogue, a->settings->rules, err));
}

static bool run(struct audit *a, struct error *err)
{
    if (!database_create(outdir_database_path(a->out), &a->db, err))
        return false;
    a->catalogue = catalogue_load();
    bool ok = prepare(a, err) && run_pipeline(a, err);
    catalogue_free(&a->catalogue);
    if (ok)
        return database_finish(a->db, err);
    sqlite3_close_v2(a->db);
    return false;
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

static void print_next(const char *folder, const char *finding)
{
    SCOPED_TEXT database = memory_print("%s/audit.db", folder);
    fputs("Next:   concord explain ", stdout);
    terminal_print_argument(stdout, database);
    printf(" %s\n", finding);
}

static bool say(const struct audit *a, const char *folder, const char *words, struct error *err)
{
    const struct audit_settings *settings = a->settings;
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
    if (a->first_finding)
        print_next(folder, a->first_finding);
    if (a->at_gate)
        printf("Gate:   %" PRId64 " %s it (--fail-on %s%s)\n", a->at_gate,
               a->at_gate == 1 ? "matter fails" : "matters fail",
               settings->gate.counts_new_only ? "new:" : "", severity_word(settings->gate.rank));
    if (settings->marking)
        printf("\n%s\n", settings->marking);
    return true;
}

static bool audit_into_folder(const struct audit_settings *settings, const char *pack_name,
                              bool is_of_letters, int *ret_exit, struct error *err)
{
    struct audit a = {.settings = settings, .pack_name = pack_name, .is_of_letters = is_of_letters};
    const struct former_terms terms = {.is_audit = true,
                                       .pack = pack_name,
                                       .is_of_letters = is_of_letters,
                                       .may_replace = settings->replace};
    if (!outdir_begin(settings->output, &terms, &a.out, err))
        return false;
    char *words = NULL;
    size_t size = 0;
    a.said = open_memstream(&words, &size);
    if (!a.said)
        memory_exhausted();
    bool ok = run(&a, err);
    if (fclose(a.said) != 0)
        memory_exhausted();
    char *folder = ok ? memory_copy(outdir_final_path(a.out)) : NULL;
    if (!ok)
        outdir_abandon(a.out);
    else
        ok = outdir_commit(a.out, err) && say(&a, folder, words, err);
    free(folder);
    free(a.first_finding);
    free(words);
    *ret_exit = a.at_gate ? 1 : 0;
    return ok;
}

/* Options about letters belong to a folder of letters, which needs them. */
static bool check_letters(const struct audit_settings *settings, bool is_of_letters,
                          struct error *err)
{
    const char *given = settings->request ? "--request" : settings->tool ? "--tool" : "--forces";
    bool is_any = settings->request || settings->tool || settings->forces;
    if (is_of_letters && (!settings->request || !settings->tool))
        return error_set(err, ERROR_USAGE, settings->pack, 0, letters_folder_advice,
                         "this folder has no responses.csv: to audit the letters in it, it must be "
                         "said what they answer");
    return is_of_letters ? letters_folder_check_output(settings->pack, settings->output, err)
                         : !is_any || letters_folder_is_none(settings->pack, given, err);
}

static bool audit_pack(const struct audit_settings *settings, int *ret_exit, struct error *err)
{
    struct pack pack;
    bool ok = pack_open(settings->pack, &pack, err) &&
              audit_into_folder(settings, pack.name, false, ret_exit, err);
    pack_done(&pack);
    return ok;
}

static bool audit_letters(const struct audit_settings *settings, int *ret_exit, struct error *err)
{
    SCOPED_TEXT resolved = realpath(settings->pack, NULL);
    return audit_into_folder(settings, resolved ? basename(resolved) : "letters", true, ret_exit,
                             err);
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
    bool is_of_letters = letters_folder_is(settings.pack);
    bool ok = check_letters(&settings, is_of_letters, err) &&
              (is_of_letters ? audit_letters : audit_pack)(&settings, ret_exit, err);
    free(boundaries);
    return ok;
}
