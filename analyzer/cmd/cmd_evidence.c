/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "cmd/commands.h"
#include "cmd/folder_name.h"
#include "cmd/options.h"
#include "evidence/evidence.h"
#include "store/database.h"

#include <libgen.h>
#include <stdlib.h>

struct settings {
    const char *database, *force, *request, *tool, *pack, *output;
    bool no_mask, pdf;
    int is_internal;
};

static void set_audience(void *member, char *value, struct argp_state *state)
{
    bool is_internal = strcmp(value, "internal") == 0;
    *(int *)member = is_internal;
    if (!is_internal && strcmp(value, "public") != 0)
        argp_error(state, "--audience takes internal or public, not \"%s\"", value);
}

static void set_output(void *member, char *value, struct argp_state *state)
{
    const char *ending = folder_name_file_ending(value);
    if (ending && strcmp(ending, "zip") != 0)
        argp_error(state, "-o takes a folder or a file that ends in .zip, and no .%s: \"%s\"",
                   ending, value);
    *(const char **)member = value;
}

static const struct command_option options[] = {
    {"force", 'f', "FORCE", "The force, by any of its names", OPTION_INTO(struct settings, force),
     .needs_words = true},
    {"request", 'r', "REQUEST", "About that request (default: whatever it was asked)",
     OPTION_INTO(struct settings, request), .needs_words = true},
    {"tool", 't', "TOOL", "About that tool only", OPTION_INTO(struct settings, tool),
     .needs_words = true},
    {"pack", 'p', "PACK", "The pack that was audited, for letters whose words the audit has not",
     OPTION_INTO(struct settings, pack), .needs_words = true},
    {"output", 'o', "DIR|FILE.zip", "Where to write it (default: evidence-FORCE)",
     OPTION_INTO(struct settings, output), .needs_words = true, .set = set_output},
    {"no-mask", 0, NULL, "Mask no names, addresses and numbers of persons",
     OPTION_INTO(struct settings, no_mask)},
    {"audience", 0, "AUDIENCE", "internal: with what an audit for the public leaves out",
     OPTION_INTO(struct settings, is_internal), .set = set_audience},
    {"pdf", 0, NULL, "Print the dossier as PDF too; needs chromium and pdftoppm",
     OPTION_INTO(struct settings, pdf)},
    {0},
};

static void check(void *given, struct argp_state *state)
{
    const struct settings *settings = given;
    if (!settings->force)
        argp_error(state, "--force FORCE is needed");
}

static const struct command_line command_line = {
    .options = options,
    .doc = "Writes one bag of evidence about a force, for an internal review or a complaint: the "
           "dossier, the letters with persons masked, findings with what they rest on, and where "
           "each fact comes from.\v"
           "Example:\n  concord evidence audit/audit.db --force kent -o kent.zip",
    ARGUMENT_AUDIT(struct settings),
    .check = check,
};

/* The last part of a path: where files lie on this machine is nobody's business. */
static void print_last_part(FILE *out, const char *option, const char *path)
{
    if (!path)
        return;
    SCOPED_TEXT copy = memory_copy(path);
    fputs(option, out);
    terminal_print_argument(out, basename(copy));
}

static void print_option(FILE *out, const char *option, const char *value)
{
    if (!value)
        return;
    fputs(option, out);
    terminal_print_word(out, value);
}

/* What shapes the bag, so that the same audit gives it again; where it was written does not. */
static char *command_text(const struct settings *settings)
{
    char *text;
    size_t length;
    FILE *out = memory_stream(&text, &length);
    print_last_part(out, "concord evidence ", settings->database);
    print_option(out, " --force ", settings->force);
    print_option(out, " --request ", settings->request);
    print_option(out, " --tool ", settings->tool);
    print_last_part(out, " --pack ", settings->pack);
    fputs(settings->no_mask ? " --no-mask" : "", out);
    fputs(settings->is_internal ? " --audience internal" : "", out);
    fputs(settings->pdf ? " --pdf" : "", out);
    memory_stream_end(out);
    return text;
}

static void print_told(const struct settings *settings, const struct evidence_told *told)
{
    printf("%zu %s, %zu %s, %zu %s.\n", told->answers,
           text_plural((int64_t)told->answers, "row of answers", "rows of answers"), told->findings,
           text_plural((int64_t)told->findings, "finding", "findings"), told->letters,
           text_plural((int64_t)told->letters, "letter", "letters"));
    if (settings->no_mask)
        puts("Nothing is masked: names, addresses and numbers of persons stand in full.");
    else
        printf("%zu %s of persons; look through it before you hand it over.\n", told->masks,
               text_plural((int64_t)told->masks, "mask", "masks"));
    if (told->missing)
        printf("%zu %s not here%s; about.txt says why.\n", told->missing,
               text_plural((int64_t)told->missing, "letter is", "letters are"),
               settings->pack ? "" : " (--pack PACK may have them)");
    fputs("\nBag:  ", stdout);
    terminal_print(stdout, told->path);
    putchar('\n');
}

bool cmd_evidence(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {.force = NULL};
    options_parse(&command_line, argc, argv, &settings);
    sqlite3 *db = NULL;
    if (!database_open_existing(settings.database, &db, err))
        return false;
    SCOPED_TEXT command = command_text(&settings);
    const struct evidence_plan plan = {.force = settings.force,
                                       .request = settings.request,
                                       .tool = settings.tool,
                                       .pack = settings.pack,
                                       .output = settings.output,
                                       .is_unmasked = settings.no_mask,
                                       .has_pdf = settings.pdf,
                                       .is_internal = settings.is_internal != 0,
                                       .command = command};
    struct evidence_told told;
    bool ok = evidence_write(db, &plan, &told, err);
    if (ok)
        print_told(&settings, &told);
    evidence_told_done(&told);
    sqlite3_close_v2(db);
    *ret_exit = 0;
    return ok;
}
