/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/terminal.h"
#include "base/version.h"
#include "classify/classification.h"
#include "cmd/classify_output.h"
#include "cmd/commands.h"
#include "audit/known_names.h"
#include "cmd/options.h"
#include "domain/request_id.h"
#include "domain/vocabulary.h"
#include "intake/load.h"
#include "store/query.h"
#include "store/statements.h"

#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

struct settings {
    struct argument_list names;
    const char *output, *force, *request, *tool, *stage;
    bool explain, json, fail_on_review;
};

static const struct command_option options[] = {
    {"output", 'o', "DIR", "Write proposals.csv and the texts there",
     OPTION_INTO(struct settings, output)},
    {"force", 'f', "FORCE", "Whose letters they are", OPTION_INTO(struct settings, force)},
    {"request", 'r', "REQUEST", "What they answer", OPTION_INTO(struct settings, request)},
    {"tool", 't', "TOOL", "What was asked about", OPTION_INTO(struct settings, tool)},
    {"stage", 's', "STAGE", "initial, internal_review, ico or tribunal",
     OPTION_INTO(struct settings, stage)},
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

/* The identifier of the force, or tool, of that number; the caller frees. */
static char *id_of(sqlite3 *db, const char *statement, const char *column, int32_t number)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    query_bind_int(s, "number", number);
    return query_next(s) ? slice_copy(query_get_text(s, column)) : NULL;
}

static bool find_force(sqlite3 *db, const char *name, char **ret_id, struct error *err)
{
    if (!name)
        return true;
    struct known_names forces;
    int32_t number = 0;
    bool ok = known_names_load(db, STATEMENT("known_forces"), &forces, err) &&
              known_names_find(&forces, "force", slice_trim(slice_of(name)), &number, err);
    known_names_done(&forces);
    if (ok)
        *ret_id = id_of(db, STATEMENT("force_id_of"), "force_id", number);
    return ok;
}

/* A circulation number in one form, anything else as it is typed; the caller frees. */
static char *request_of(const char *typed)
{
    if (!typed)
        return NULL;
    size_t size = strlen(typed) + 16;
    char *canonical = memory_new(size, 1);
    if (!request_id_normalise(slice_of(typed), canonical, size))
        internal_fault("the identifier of a request has no room");
    return canonical;
}

static bool read_files(sqlite3 *db, struct classification *c, const struct settings *settings,
                       struct error *err)
{
    SCOPED_TEXT force = NULL;
    SCOPED_TEXT request = request_of(settings->request);
    if (!find_force(db, settings->force, &force, err))
        return false;
    const struct classify_given given = {.force_id = force,
                                         .request_id = request,
                                         .tool_id = settings->tool,
                                         .stage = settings->stage};
    for (size_t i = 0; i < settings->names.count; i++)
        if (!classification_add_files(c, settings->names.items[i], &given, err))
            return false;
    return true;
}

static bool check_any(const struct settings *settings, const char *pack,
                      const struct classify_counts *counts, struct error *err)
{
    if (counts->letters)
        return true;
    if (pack)
        return error_set(err, ERROR_INPUT, pack, 0,
                         "Give the letters' wording in the column text or text_file.",
                         "no row has a text to read");
    return error_set(err, ERROR_INPUT, settings->names.items[0], 0,
                     "`concord classify --help` lists the kinds of files that can be read.",
                     "no letter could be read");
}

static bool show(sqlite3 *db, const struct settings *settings, const struct classify_counts *counts,
                 const char *version, struct error *err)
{
    if (settings->output && !classify_write(db, settings->output, version, err))
        return false;
    if (settings->json)
        return classify_print_json(db, version, err);
    if (settings->explain && !classify_explain(db, err))
        return false;
    return classify_print(db, counts, settings->explain || settings->output, err);
}

static bool classify(sqlite3 *db, const struct settings *settings, int *ret_exit, struct error *err)
{
    const char *pack;
    struct intake_result loaded;
    if (!find_pack(settings, &pack, err))
        return false;
    const struct intake_options intake = {.pack = pack, .version = concord_version()};
    struct classification *c = NULL;
    struct classify_counts counts = {0};
    bool ok = intake_load(db, &intake, &loaded, err) && classification_open(db, &c, err) &&
              (pack ? classification_add_pack(c, err) : read_files(db, c, settings, err)) &&
              classify_count(db, &counts, err) &&
              show(db, settings, &counts, classification_version(c), err) &&
              check_any(settings, pack, &counts, err);
    classification_close(c);
    *ret_exit = settings->fail_on_review && counts.review ? 1 : 0;
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
