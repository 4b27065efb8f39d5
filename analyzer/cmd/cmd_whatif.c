/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/terminal.h"
#include "cmd/commands.h"
#include "cmd/options.h"
#include "cmd/print_text.h"
#include "cmd/whatif_answer.h"
#include "cmd/whatif_question.h"
#include "report/output.h"
#include "store/query.h"

#include <math.h>
#include <stdlib.h>

struct settings {
    const char *database;
    struct whatif_words words;
    bool json;
};

static void add_change(void *member, char *value, struct argp_state *state)
{
    struct whatif_words *words = member;
    if (words->count == MOST_CHANGES)
        argp_error(state, "Too many changes: at most %d at a time", MOST_CHANGES);
    words->changes[words->count++] = value;
}

static const struct command_option options[] = {
    {"set", 's', "FORCE=STANCE",
     "What a force's public position would be: confirm, deny, ncnd, a stance that shows one of "
     "them, or none; may be repeated",
     OPTION_INTO(struct settings, words), .set = add_change},
    {"tool", 't', "TOOL",
     "About this tool (default: every tool that one of the forces has a position on)",
     OPTION_INTO(struct settings, words.tool)},
    {"json", 'j', NULL, "Print JSON", OPTION_INTO(struct settings, json)},
    {0},
};

static void check(void *given, struct argp_state *state)
{
    const struct settings *settings = given;
    if (settings->words.tool && settings->words.count == 0)
        argp_error(state, "--tool needs --set");
}

static const struct command_line command_line = {
    .options = options,
    .doc = "Tells what the outside world would learn if the public position of one force or "
           "several were another. Without --set it prints the one letter whose change would lower "
           "the exposure of each tool most, and the one that would lower a force's complaint "
           "risk most; with --json the whole table of what each force's confirming or denying "
           "would give away about the others.\v"
           "The figures measure what the published answers give away under the audit's "
           "assumptions, not who uses a tool.",
    ARGUMENT_AUDIT(struct settings),
    .check = check,
};

static const char disclaimer[] = "\nThese figures measure what the published answers give away "
                                 "under stated assumptions,\nnot who uses a tool.\n";

static void print_best(sqlite3_stmt *s)
{
    bool is_exposure = slice_is(query_get_text(s, "aim"), "exposure");
    struct slice force = query_get_text(s, "force"), date = query_get_text(s, "date_responded");
    double before = query_get_real(s, "before"), after = query_get_real(s, "after");
    fputs(is_exposure ? "  " : "  Complaint risk of ", stdout);
    print_text(is_exposure ? query_get_text(s, "tool") : force);
    fputs(": ", stdout);
    if (is_exposure)
        print_text(force);
    printf("%s the answer ", is_exposure ? "," : "with what");
    print_text(query_get_text(s, "response_id"));
    printf(date.length ? " of %s" : " (%s)",
           date.length ? date.bytes : query_get_text(s, "not_dated").bytes);
    if (is_exposure)
        printf(" turned into %s: %.2f bits given away instead of %.2f\n",
               query_get_text(s, "to_position").bytes, after, before);
    else
        printf(" does put right: %.2f instead of %.2f\n", after, before);
}

/* A command that can be pasted: it tries the first of the changes. */
static char *next_command(sqlite3_stmt *s, const char *database)
{
    if (!slice_is(query_get_text(s, "aim"), "exposure"))
        return NULL;
    char *text = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&text, &length);
    SCOPED_TEXT change = memory_print("%s=%s", query_get_text(s, "force_id").bytes,
                                      query_get_text(s, "to_position").bytes);
    fputs("concord whatif ", out);
    terminal_print_argument(out, database);
    fputs(" --set ", out);
    terminal_print_argument(out, change);
    fputs(" --tool ", out);
    terminal_print_argument(out, query_get_text(s, "tool_id").bytes);
    memory_stream_end(out);
    return text;
}

static bool print_standing(sqlite3 *db, const char *database, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "whatif_best");
    SCOPED_TEXT next = NULL;
    bool has_any = false;
    for (; query_next(s); has_any = true) {
        if (!has_any)
            puts("The change of one letter that would lower it most:");
        print_best(s);
        next = next ? next : next_command(s, database);
    }
    if (!has_any)
        puts("No change of one letter would lower exposure or a complaint risk.");
    fputs(disclaimer, stdout);
    if (next)
        printf("Next: %s\n", next);
    return query_done(s, err);
}

/* Does one of the forces have a position on the tool? */
static bool concerns(struct tool_answers tool, const struct whatif_question *q)
{
    for (size_t i = 0; i < tool.count; i++)
        for (size_t k = 0; k < q->count; k++)
            if (tool.items[i].force_no == q->changes[k].force_no)
                return true;
    return false;
}

static bool say(sqlite3 *db, const struct whatif_answer *a, const struct whatif_question *q,
                int32_t tool_no, json_t *list, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "whatif_tool");
    query_bind_int(s, "tool_no", tool_no);
    if (!query_next(s))
        return query_done(s, err);
    if (list)
        json_array_append_new(list, whatif_answer_json(a, q, query_get_text(s, "tool_id").bytes));
    else
        whatif_answer_print(a, q, query_get_text(s, "name").bytes);
    return query_done(s, err);
}

struct inputs {
    struct measure_settings settings;
    struct public_answers answers;
    struct whatif_question question;
};

/* Prints one answer a tool concerned, or adds it to the list. */
static bool answer_all(sqlite3 *db, const struct inputs *in, json_t *list, size_t *ret_tools,
                       struct error *err)
{
    const struct whatif_question *q = &in->question;
    bool ok = true;
    for (size_t i = 0; ok && i < in->answers.tool_count; i++) {
        struct tool_answers tool = tool_answers_at(&in->answers, i);
        int32_t tool_no = in->answers.tools[i];
        bool is_only = in->answers.tool_count == 1;
        if (q->tool_no ? tool_no != q->tool_no : !is_only && !concerns(tool, q))
            continue;
        struct whatif_answer a = whatif_answer_of(tool, q, &in->settings);
        if (!list && (*ret_tools)++)
            putchar('\n');
        else if (list)
            ++*ret_tools;
        ok = say(db, &a, q, tool_no, list, err);
    }
    return ok;
}

static bool answer(sqlite3 *db, const struct inputs *in, bool as_json, struct error *err)
{
    json_t *list = as_json ? json_array() : NULL;
    size_t tools = 0;
    bool ok = answer_all(db, in, list, &tools, err);
    if (ok && tools == 0)
        ok = error_set(err, ERROR_USAGE, NULL, 0,
                       "Name one that letters are about with --tool; exposure.csv lists them.",
                       in->question.tool_no ? "no letter of this audit is about that tool"
                                            : "none of these forces has a public position");
    if (ok && list) {
        json_dumpf(list, stdout, JSON_INDENT(2));
        putchar('\n');
    } else if (ok) {
        fputs(disclaimer, stdout);
    }
    json_decref(list);
    return ok;
}

static bool ask(sqlite3 *db, const struct settings *settings, struct error *err)
{
    struct inputs in = {0};
    bool ok = whatif_question_read(db, &settings->words, &in.question, err) &&
              measure_settings_load(db, &in.settings, err) &&
              public_answers_load(db, in.settings.is_public, &in.answers, err);
    ok = ok && answer(db, &in, settings->json, err);
    public_answers_done(&in.answers);
    whatif_question_done(&in.question);
    return ok;
}

bool cmd_whatif(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {0};
    options_parse(&command_line, argc, argv, &settings);
    if (settings.json)
        terminal_begin_data();
    sqlite3 *db = NULL;
    if (!database_open_existing(settings.database, &db, err))
        return false;
    bool ok = settings.words.count ? ask(db, &settings, err)
              : settings.json      ? output_write_table(db, "whatif", OUTPUT_JSON, stdout, err)
                                   : print_standing(db, settings.database, err);
    sqlite3_close_v2(db);
    *ret_exit = 0;
    return ok;
}
