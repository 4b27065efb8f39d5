/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/terminal.h"
#include "base/version.h"
#include "classify/classification.h"
#include "cmd/classify_output.h"
#include "cmd/commands.h"
#include "cmd/disagreements.h"
#include "cmd/forces_list.h"
#include "cmd/letters_folder.h"
#include "cmd/noted_rows.h"
#include "cmd/options.h"
#include "cmd/review_decisions.h"
#include "domain/vocabulary.h"
#include "intake/load.h"
#include "store/database.h"

#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

struct settings {
    struct argument_list names;
    const char *output, *force, *forces, *request, *tool, *stage, *review;
    bool apply, explain, json, fail_on_review;
};

static const struct command_option options[] = {
    {"output", 'o', "DIR", "Write proposals.csv and the texts there; with --apply the new pack",
     OPTION_INTO(struct settings, output)},
    {"force", 'f', "FORCE", "Whose letters they are", OPTION_INTO(struct settings, force),
     .needs_words = true},
    {"forces", 0, "whose.csv", "The same, file by file, as an earlier run listed them",
     OPTION_INTO(struct settings, forces), .not_with = "force"},
    {"request", 'r', "REQUEST", "What they answer", OPTION_INTO(struct settings, request),
     .needs_words = true},
    {"tool", 't', "TOOL", "What was asked about", OPTION_INTO(struct settings, tool),
     .needs_words = true},
    {"stage", 's', "STAGE", "initial, internal_review, ico or tribunal",
     OPTION_INTO(struct settings, stage)},
    {"review", 0, "proposals.csv", "Take the decisions of that file into the codings.csv of PACK",
     OPTION_INTO(struct settings, review)},
    {"apply", 'a', NULL, "Make a new pack with what was decided, and what is sure",
     OPTION_INTO(struct settings, apply), .not_with = "review"},
    {"explain", 'e', NULL, "Tell zones and acts, those that do not count too",
     OPTION_INTO(struct settings, explain)},
    {"json", 'j', NULL, "Print JSON, with all of that", OPTION_INTO(struct settings, json),
     .not_with = "explain"},
    {"fail-on-review", 0, NULL, "End with exit code 1 where a row is for a person to review",
     OPTION_INTO(struct settings, fail_on_review)},
    {0},
};

static void check(void *given, struct argp_state *state)
{
    const struct settings *settings = given;
    if (settings->names.count == 0)
        argp_error(state, "PACK or FILE is needed");
    if (settings->stage && vocabulary_code(&stages, slice_of(settings->stage)) < 0)
        argp_error(state, "There is no stage \"%s\": initial, internal_review, ico or tribunal",
                   settings->stage);
    if (settings->apply && !settings->output)
        argp_error(state, "--apply needs -o NEWPACK: the pack itself is never changed");
}

static const struct command_line command_line = {
    .options = options,
    .doc = "Reads letters and proposes what they say: the row of responses.csv, with the words it "
           "rests on.\v"
           "PACK is a folder of CSV files, or one CSV file, whose rows have texts. FILE is a "
           "letter as text, HTML, PDF, DOCX, ODT or e-mail, a folder of them, or a pattern of "
           "names. What the program cannot tell it says, and gives both readings: a person "
           "decides.",
    .usage = "PACK|FILE...",
    ARGUMENTS_INTO(struct settings, names),
    .check = check,
};

/* A folder with a responses.csv, or a CSV file. */
static bool is_pack(const char *name)
{
    struct stat status;
    size_t length = strlen(name);
    SCOPED_TEXT responses = memory_print("%s/responses.csv", name);
    return stat(responses, &status) == 0 ||
           (length > 4 && strcasecmp(name + length - 4, ".csv") == 0);
}

static bool find_pack(const struct settings *settings, const char **ret_pack, struct error *err)
{
    *ret_pack = NULL;
    for (size_t i = 0; i < settings->names.count; i++)
        if (is_pack(settings->names.items[i]))
            *ret_pack = settings->names.items[i];
    return !*ret_pack || settings->names.count == 1 ||
           error_set(err, ERROR_USAGE, *ret_pack, 0, "Classify the one, then the other.",
                     "this is a pack, which stands alone: letters beside it are not of it");
}

/* What was given for files says nothing about a pack, and the other way round. */
static bool check_options(const struct settings *settings, const char *pack, struct error *err)
{
    const char *name = settings->names.items[0];
    bool is_about_files = settings->force || settings->forces || settings->request ||
                          settings->tool || settings->stage;
    struct stat status;
    if (pack && is_about_files)
        return error_set(err, ERROR_USAGE, pack, 0, "Leave these options out.",
                         "the rows of a pack say themselves whose letters they are and what they "
                         "answer");
    if (settings->review && !(pack && stat(pack, &status) == 0 && S_ISDIR(status.st_mode)))
        return error_set(err, ERROR_USAGE, name, 0, "Name the pack that the letters are of.",
                         "--review needs a pack that is a folder: its codings.csv is added to");
    if (settings->apply && !pack && (!settings->request || !settings->tool))
        return error_set(err, ERROR_USAGE, name, 0, letters_folder_advice,
                         "a pack is made from these letters: it must be said what they answer");
    return true;
}

static bool read_files(sqlite3 *db, struct classification *c, const struct settings *settings,
                       struct error *err)
{
    const struct letters_given given = {.force = settings->force,
                                        .forces = settings->forces,
                                        .request = settings->request,
                                        .tool = settings->tool,
                                        .stage = settings->stage};
    return letters_folder_read(db, c, settings->names.items, settings->names.count, &given, err);
}

static bool check_any(sqlite3 *db, const struct settings *settings, const char *pack,
                      const struct classify_counts *counts, struct error *err)
{
    if (counts->letters + counts->noted)
        return true;
    if (pack)
        return error_set(err, ERROR_INPUT, pack, 0,
                         "Give the letters' wording in the column text or text_file; of rows that "
                         "an import left to a person decide in its proposals.csv (--review).",
                         "no row has a text to read");
    return letters_folder_none(db, settings->names.items[0], counts, err);
}

static bool show(sqlite3 *db, const struct settings *settings, const char *pack,
                 const struct classify_counts *counts, const char *version, struct error *err)
{
    if (settings->output && counts->letters && !settings->apply &&
        !classify_write(db, settings->output, err))
        return false;
    if (settings->json)
        return classify_print_json(db, version, err);
    if (settings->explain && !classify_explain(db, err))
        return false;
    return classify_print(db, counts, settings->explain || settings->output, err) &&
           (!settings->apply || counts->letters + counts->noted == 0 ||
            classify_apply(db, pack, settings->output, err));
}

static bool take_review(sqlite3 *db, const char *pack, struct classify_counts *counts,
                        bool *ret_is_refused, struct error *err)
{
    struct review_counts review;
    if (!review_decisions_take(db, pack, &review, err))
        return false;
    counts->review = review.undecided + review.refused;
    *ret_is_refused = review.refused > 0;
    return true;
}

static bool read_letters(sqlite3 *db, struct classification *c, const struct settings *settings,
                         const char *pack, struct error *err)
{
    SCOPED_TEXT prefix = pack ? letters_folder_prefix(pack) : NULL;
    if (!pack)
        return read_files(db, c, settings, err);
    return classification_add_pack(c, prefix, err) &&
           (!settings->review || noted_rows_to_review(db, err)) &&
           (!settings->apply || noted_rows_decided(db, err));
}

static bool classify(sqlite3 *db, const struct settings *settings, int *ret_exit, struct error *err)
{
    const char *pack;
    struct intake_result loaded;
    if (!find_pack(settings, &pack, err) || !check_options(settings, pack, err))
        return false;
    const struct intake_options intake = {
        .pack = pack, .version = concord_version(), .review = settings->review};
    struct classification *c = NULL;
    struct classify_counts counts = {0};
    bool is_refused = false; /* a decision of a person */
    bool ok = intake_load(db, &intake, &loaded, err) && classification_open(db, &c, err) &&
              read_letters(db, c, settings, pack, err) && disagreements_settle(db, err) &&
              classify_count(db, &counts, err);
    if (ok && settings->review)
        ok = take_review(db, pack, &counts, &is_refused, err);
    else if (ok)
        ok = (!(counts.letters || counts.noted || counts.files > 1) ||
              show(db, settings, pack, &counts, classification_version(c), err)) &&
             check_any(db, settings, pack, &counts, err);
    classification_close(c);
    *ret_exit = is_refused || (settings->fail_on_review && counts.review) ? 1 : 0;
    return ok;
}

bool cmd_classify(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    options_parse(&command_line, argc, argv, &settings);
    sqlite3 *db = NULL;
    bool ok = database_create(":memory:", &db, err) && classify(db, &settings, ret_exit, err);
    sqlite3_close(db);
    free(settings.names.items);
    return ok;
}
