/* SPDX-License-Identifier: MIT */
#include "audit/known_names.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cmd/age_option.h"
#include "cmd/boundaries_option.h"
#include "cmd/commands.h"
#include "cmd/marking_option.h"
#include "cmd/options.h"
#include "cmd/print_text.h"
#include "domain/request_id.h"
#include "report/chart.h"
#include "report/former.h"
#include "report/output.h"

#include <stdlib.h>
#include <string.h>

enum { REQUEST_BYTES = 256 };

struct settings {
    const char *database, *request, *tool, *kind, *folder, *marking, *boundaries;
    enum drawing_size size;
    unsigned forms;
    int32_t old_after; /* years; 0: the audit's */
    bool list;
};

static const struct list_word forms[] = {
    {"svg", DRAWING_SVG}, {"png", DRAWING_PNG}, {"pdf", DRAWING_PDF}, {NULL, 0}};

static void set_size(void *member, char *value, struct argp_state *state)
{
    enum drawing_size *size = member;
    if (strcmp(value, "slide") == 0)
        *size = DRAWING_SLIDE;
    else if (strcmp(value, "a4") == 0)
        *size = DRAWING_A4;
    else if (strcmp(value, "web") == 0)
        *size = DRAWING_WEB;
    else
        argp_error(state, "--size takes slide, a4 or web, not \"%s\"", value);
}

static void set_folder(void *member, char *value, struct argp_state *state)
{
    (void)state;
    *(const char **)member = *value ? value : ".";
}

static const struct command_option options[] = {
    {"chart", 'c', "KIND",
     "map (default), all, or a kind of chart as --list shows them: matrix, timeline ...",
     OPTION_INTO(struct settings, kind), .not_with = "list"},
    {"request", 'r', "REQUEST", "The answers to that request (default: the record as it stands)",
     OPTION_INTO(struct settings, request), .not_with = "list"},
    {"tool", 't', "TOOL", "About that tool only", OPTION_INTO(struct settings, tool),
     .not_with = "list"},
    {"format", 'f', "LIST", "svg, png, pdf, with commas (default: svg,png)",
     OPTION_INTO(struct settings, forms), .list = forms, .not_with = "list"},
    {"size", 's', "SIZE", "slide (16:9, default), a4 or web", OPTION_INTO(struct settings, size),
     .set = set_size, .not_with = "list"},
    {"output", 'o', "DIR", "Write into that folder (default: the current one)",
     OPTION_INTO(struct settings, folder), .set = set_folder, .not_with = "list"},
    {"boundaries", 0, "FILE.geojson", "Draw maps with the boundaries of police force areas as well",
     OPTION_INTO(struct settings, boundaries)},
    {"marking", 0, "TEXT", "Another protective marking than the audit's",
     OPTION_INTO(struct settings, marking), .set = marking_option_set, .not_with = "list"},
    {"old-after", 0, "YEARS", "Hatch positions older than that (default: the audit's)",
     OPTION_INTO(struct settings, old_after), .set = age_option_set, .not_with = "list"},
    {"list", 'l', NULL, "List the charts of the audit", OPTION_INTO(struct settings, list)},
    {0},
};

static const struct command_line command_line = {
    .options = options,
    .doc = "Draws charts of an audit to stand alone: title, source, date and marking are inside "
           "the picture. Beside each picture its data are written as CSV.\v"
           "Example:\n  concord map audit/audit.db --request 995/24 --size slide",
    ARGUMENT_AUDIT(struct settings),
};

static bool list_charts(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "map_list");
    int last = sqlite3_column_count(s) - 1;
    while (query_next(s))
        for (int i = 0; i <= last; i++) {
            print_text(query_column(s, i));
            putchar(i < last ? '\t' : '\n');
        }
    return query_done(s, err);
}

static bool no_such_request(sqlite3 *db, const char *request, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "map_requests");
    struct slice requests = query_next(s) ? query_get_text(s, "requests") : slice_of("");
    char next[512];
    text_cut(next, sizeof next, "Requests with a map: %s.",
             requests.length ? requests.bytes : "none");
    return query_done(s, err) &&
           error_set(err, ERROR_USAGE, NULL, 0, next, "there is no map of a request \"%s\"",
                     SHOWN(request, 64));
}

/* 0: none was asked for. */
static bool find_request(sqlite3 *db, const char *request, int64_t *ret_no, struct error *err)
{
    *ret_no = 0;
    if (!request)
        return true;
    char canonical[REQUEST_BYTES];
    if (!request_id_normalise(slice_of(request), canonical, sizeof canonical))
        return no_such_request(db, request, err);
    SCOPED_QUERY s = query_prepare(db, "map_request_number");
    query_bind_text(s, "request_id", slice_of(canonical));
    bool found = query_next(s);
    if (found)
        *ret_no = query_get_int(s, "request_no");
    return query_done(s, err) && (found || no_such_request(db, request, err));
}

/* Nothing fits: says what there is. */
static bool no_such_chart(sqlite3 *db, const struct settings *settings, bool of_a_request,
                          struct error *err)
{
    if (of_a_request && strcmp(settings->kind, "map") == 0)
        return no_such_request(db, settings->request, err);
    SCOPED_QUERY s = query_prepare(db, "map_kinds");
    struct slice kinds = query_next(s) ? query_get_text(s, "kinds") : slice_of("");
    char next[512];
    text_cut(next, sizeof next, "There is map, all, %s; `concord map AUDIT.db --list` shows each.",
             kinds.bytes);
    return query_done(s, err) &&
           error_set(err, ERROR_USAGE, NULL, 0, next, "this audit has no chart \"%s\"%s%s",
                     SHOWN(settings->kind, 44), of_a_request ? " of one request" : "",
                     settings->tool ? " about that tool" : "");
}

static bool choose(sqlite3 *db, const struct settings *settings, struct chart_list *ret_list,
                   struct error *err)
{
    int64_t request_no = 0;
    int32_t tool_no = 0;
    if (!find_request(db, settings->request, &request_no, err) ||
        (settings->tool && !known_tool(db, settings->tool, &tool_no, err)))
        return false;
    const struct chart_choice choice = {settings->kind, tool_no, request_no};
    return chart_choose(db, &choice, ret_list, err) &&
           (ret_list->count > 0 || no_such_chart(db, settings, request_no != 0, err));
}

static bool move_out(struct outdir *o, const struct settings *settings, const char *name,
                     const char *ending, struct error *err)
{
    SCOPED_TEXT from = memory_print("charts/%s.%s", name, ending);
    SCOPED_TEXT to = memory_print("%s/%s.%s", settings->folder, name, ending);
    bool ok = outdir_move_out(o, from, to, err);
    if (ok)
        puts(to);
    return ok;
}

static bool move_all(struct outdir *o, const struct settings *settings,
                     const struct chart_list *list, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < list->count; i++) {
        const char *name = list->charts[i].name;
        for (const struct list_word *f = forms; ok && f->word; f++)
            ok = !(settings->forms & f->bit) || move_out(o, settings, name, f->word, err);
        ok = ok && move_out(o, settings, name, "csv", err);
    }
    return ok;
}

/* The pictures are made in a hidden folder of the target's, then moved one by one. */
static bool draw(sqlite3 *db, const struct settings *settings, const struct chart_list *list,
                 struct error *err)
{
    /* The data of a chart may have the name of a table. */
    if (former_is_output(settings->folder))
        return error_set(err, ERROR_OUTPUT, settings->folder, 0, "Choose another folder with -o.",
                         "this is the output of an audit; no chart is put among its files");
    struct outdir *o = NULL;
    if (!outdir_begin_scratch(settings->folder, "concord-map",
                              "Make that folder first, or choose another one with -o.", &o, err))
        return false;
    const struct drawing_plan plan = {
        .size = settings->size, .forms = settings->forms, .marking = settings->marking};
    bool ok = chart_draw(db, o, list, plan, err) && move_all(o, settings, list, err);
    outdir_abandon(o);
    return ok;
}

/* Goes before what output_prepare takes from the audit. */
static bool set_age(sqlite3 *db, int32_t years, struct error *err)
{
    if (!years)
        return true;
    SCOPED_QUERY table = query_prepare(db, "map_age_table");
    if (!query_run(table, err))
        return false;
    SCOPED_QUERY age = query_prepare(db, "map_age");
    query_bind_int(age, "years", years);
    return query_run(age, err);
}

static bool run(sqlite3 *db, const struct settings *settings, struct error *err)
{
    struct chart_list list = {0};
    char *boundaries = NULL;
    bool ok = boundaries_option_find(settings->boundaries, &boundaries, err) &&
              set_age(db, settings->old_after, err) && output_prepare(db, boundaries, err);
    if (ok && settings->list)
        ok = list_charts(db, err);
    else
        ok = ok && choose(db, settings, &list, err) && draw(db, settings, &list, err);
    chart_list_done(&list);
    free(boundaries);
    return ok;
}

bool cmd_map(int argc, char **argv, int *ret_exit, struct error *err)
{
    struct settings settings = {
        .kind = "map", .folder = ".", .size = DRAWING_SLIDE, .forms = DRAWING_SVG | DRAWING_PNG};
    options_parse(&command_line, argc, argv, &settings);
    sqlite3 *db = NULL;
    if (!database_open_existing(settings.database, &db, err))
        return false;
    bool ok = run(db, &settings, err);
    sqlite3_close_v2(db);
    *ret_exit = 0;
    return ok;
}
