/* SPDX-License-Identifier: MIT */
#include "report/drawing.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "base/memory_file.h"
#include "base/process.h"
#include "report/chart_kind.h"
#include "report/csvout.h"
#include "report/drawing_text.h"
#include "report/pdf.h"
#include "report/picture_check.h"

#include <inttypes.h>
#include <stdlib.h>

/* How many characters a line of title, subtitle and source has, and how many lines there are:
 * reports/charts/room.gp reads as many. */
static const struct columns {
    size_t title, subtitle, source;
} usual_columns = {54, 86, 100}, slide_columns = {84, 116, 116};
enum { TITLE_LINES = 2, SUBTITLE_LINES = 3, SOURCE_LINES = 3, MADE_LINES = 2 };

static const char data_folder[] = "charts";
/* What gnuplot reads; gone when it has drawn. It runs in here. */
static const char scratch[] = ".drawing";

/* Parts of a kind's data beside its rows, each in a file of its name. */
static const char *const parts[] = {"shapes", "legend"};
enum { PART_COUNT = sizeof parts / sizeof *parts };

/* What every drawing loads. */
static const char *const shared_scripts[] = {"room", "frame"};
enum { SHARED_COUNT = sizeof shared_scripts / sizeof *shared_scripts };

static const char *const size_words[] = {"page", "slide", "a4", "web"};

/* How often each is drawn: an SVG has no checksums, so that only a second drawing of the same
 * shows what of the first was lost. */
static const struct form {
    unsigned form;
    const char *ending;
    size_t times;
} forms[] = {{DRAWING_SVG, "svg", 2}, {DRAWING_PNG, "png", 1}, {DRAWING_PDF, "pdf", 1}};

/* Far more than a slow machine needs: a chart of a pack of usual size takes a tenth of a second. */
enum { LEAST_SECONDS = 120, SECONDS_A_CHART = 10 };

enum { FORM_COUNT = sizeof forms / sizeof *forms, TIMES_MAX = 2 };

/* Charts that are drawn by one start of gnuplot: each of their drawings is an open file meanwhile.
 */
enum { BATCH = 64 };

/* One run. */
struct run {
    sqlite3 *db;
    struct outdir *o;
    const struct chart_list *list;
    const struct drawing_plan *plan;
    size_t first, end;                          /* of the batch at hand */
    int canvases[BATCH][FORM_COUNT][TIMES_MAX]; /* -1: none */
};

static const char *folder_of(const struct run *r)
{
    return r->plan->folder ? r->plan->folder : data_folder;
}

/* "charts/NAME.csv"; the caller frees. */
static char *join(const char *in, const char *name, const char *ending)
{
    return memory_print("%s/%s.%s", in, name, ending);
}

static void bind_number(sqlite3_stmt *s, const char *name, int64_t value)
{
    if (query_parameter_index(s, name) > 0)
        query_bind_int(s, name, value);
}

/* What a chart is drawn from, or a part of it; NULL where its kind has no such part. */
static sqlite3_stmt *prepare(const struct run *r, const struct chart *c, const char *part)
{
    sqlite3_stmt *rows = chart_kind_prepare(r->db, c->kind, part);
    if (!rows)
        return NULL;
    bind_number(rows, "tool_no", c->tool_no);
    bind_number(rows, "request_no", c->request_no);
    return rows;
}

/* The rows twice in one pass: exact for people and machines (csv; NULL: not), and as gnuplot can
 * take them. */
static bool write_rows(const struct run *r, const struct chart *c, FILE *csv, FILE *drawn,
                       struct error *err)
{
    SCOPED_QUERY rows = prepare(r, c, NULL);
    struct slice marking = slice_of(r->plan->marking);
    if (csv)
        csvout_begin(rows, marking, csv);
    drawing_text_begin(rows, drawn);
    while (!(csv && ferror(csv)) && !ferror(drawn) && query_next(rows)) {
        if (csv)
            csvout_write_row(rows, csv);
        drawing_text_write_row(rows, drawn);
    }
    if (csv)
        csvout_end(marking, csv);
    return query_done(rows, err);
}

static bool write_data(const struct run *r, const struct chart *c, struct error *err)
{
    SCOPED_TEXT csv_path = join(data_folder, c->name, "csv");
    SCOPED_TEXT drawn_path = join(scratch, c->name, "dat");
    FILE *csv = NULL, *drawn = NULL;
    if (!r->plan->folder && !outdir_open(r->o, csv_path, &csv, err))
        return false;
    bool ok = outdir_open(r->o, drawn_path, &drawn, err) && write_rows(r, c, csv, drawn, err);
    ok = (!drawn || outdir_close(drawn, drawn_path, err)) && ok;
    return (!csv || outdir_close(csv, csv_path, err)) && ok;
}

static bool write_part(const struct run *r, const struct chart *c, const char *part,
                       struct error *err)
{
    SCOPED_QUERY rows = prepare(r, c, part);
    if (!rows)
        return true;
    SCOPED_TEXT path = join(scratch, c->name, part);
    FILE *out = NULL;
    if (!outdir_open(r->o, path, &out, err))
        return false;
    bool ok = drawing_text_write_outlines(rows, out, err);
    return outdir_close(out, path, err) && ok;
}

static bool write_parts(const struct run *r, const struct chart *c, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < PART_COUNT; i++)
        ok = write_part(r, c, parts[i], err);
    return ok;
}

/* The lines that room.gp reads, each behind a bar, so that none is empty: on a page nothing. */
static bool write_words(const struct run *r, const struct chart *c, struct error *err)
{
    SCOPED_TEXT path = join(scratch, c->name, "words");
    FILE *out = NULL;
    if (!outdir_open(r->o, path, &out, err))
        return false;
    bool inside = r->plan->size != DRAWING_PAGE;
    const struct columns *columns =
        r->plan->size == DRAWING_SLIDE ? &slide_columns : &usual_columns;
    drawing_text_write_lines(inside ? r->plan->marking : "", columns->subtitle, 1, out);
    drawing_text_write_lines(inside ? c->title : "", columns->title, TITLE_LINES, out);
    drawing_text_write_lines(inside ? c->subtitle : "", columns->subtitle, SUBTITLE_LINES, out);
    drawing_text_write_lines(inside ? c->source : "", columns->source, SOURCE_LINES, out);
    drawing_text_write_lines(inside ? r->plan->made_as_of : "", columns->source, MADE_LINES, out);
    return outdir_close(out, path, err);
}

/* A script of reports/charts under the name by which the scripts load each other. */
static bool write_script(const struct run *r, const char *source, const char *name,
                         struct error *err)
{
    SCOPED_TEXT path = join(scratch, name, "gp");
    FILE *out = NULL;
    if (!outdir_open(r->o, path, &out, err))
        return false;
    fputs(embedded_text(source), out);
    return outdir_close(out, path, err);
}

static bool is_first_of_its_kind(const struct chart_list *list, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(list->charts[i].kind, list->charts[index].kind) == 0)
            return false;
    return true;
}

/* As variables of the script; there are none for most kinds. */
static bool write_sizes(const struct run *r, const struct chart *c, FILE *out, struct error *err)
{
    SCOPED_QUERY sizes = prepare(r, c, "sizes");
    if (!sizes)
        return true;
    while (query_next(sizes))
        for (int i = 0; i < sqlite3_column_count(sizes); i++)
            fprintf(out, "%s = %" PRId64 "\n", sqlite3_column_name(sizes, i),
                    (int64_t)sqlite3_column_int64(sizes, i));
    return query_done(sizes, err);
}

static void write_drawings(const struct run *r, const struct chart *c,
                           int canvases[FORM_COUNT][TIMES_MAX], size_t time, FILE *out)
{
    for (size_t f = 0; f < FORM_COUNT; f++) {
        if (canvases[f][time] < 0)
            continue;
        SCOPED_TEXT target = memory_file_path(canvases[f][time]);
        fprintf(out,
                "name = \"%s\"; form = \"%s\"; size = \"%s\"; target = \"%s\"\n"
                "load \"%s.gp\"\n",
                c->name, forms[f].ending, size_words[r->plan->size], target, c->kind);
        fputs("unset output\nreset\n", out);
    }
}

/* Names, kinds, sizes and forms are words of ours: nothing else enters the script. The second
 * time one more write goes before, so that a fault at the same write of both loses two parts. */
static bool write_commands(struct run *r, size_t time, FILE *out, struct error *err)
{
    if (time > 0)
        fputs("set print \"/dev/null\"\nprint \"again\"\nset print\n", out);
    bool ok = true;
    for (size_t i = r->first; ok && i < r->end; i++) {
        const struct chart *c = &r->list->charts[i];
        ok = write_sizes(r, c, out, err);
        write_drawings(r, c, r->canvases[i - r->first], time, out);
    }
    return ok;
}

static bool write_scripts(const struct run *r, struct error *err)
{
    for (size_t i = 0; i < r->list->count; i++) {
        const char *kind = r->list->charts[i].kind;
        SCOPED_TEXT source = chart_kind_path(slice_of(kind), "drawing.gp");
        if (is_first_of_its_kind(r->list, i) && !write_script(r, source, kind, err))
            return false;
    }
    bool ok = true;
    for (size_t i = 0; ok && i < SHARED_COUNT; i++) {
        SCOPED_TEXT source = join("reports/charts", shared_scripts[i], "gp");
        ok = write_script(r, source, shared_scripts[i], err);
    }
    return ok;
}

/* Each time a fresh process: a first SVG differs from the later ones of the same process. */
static bool run_gnuplot(struct run *r, size_t time, struct error *err)
{
    SCOPED_TEXT path = join(scratch, "all", "gp");
    FILE *out = NULL;
    if (!outdir_open(r->o, path, &out, err))
        return false;
    bool written = write_commands(r, time, out, err);
    if (!outdir_close(out, path, err) || !written)
        return false;
    SCOPED_TEXT place = memory_print("%s/%s", outdir_path(r->o), scratch);
    const char *argv[] = {"gnuplot", "-d", "all.gp", NULL};
    const struct process_order order = {.argv = argv,
                                        .folder = place,
                                        .seconds = LEAST_SECONDS +
                                                   SECONDS_A_CHART * (int)(r->end - r->first)};
    bool ok = process_run(&order, err);
    outdir_discard(r->o, path);
    return ok;
}

static struct picture read_canvas(int canvas)
{
    struct picture drawn = {0};
    drawn.bytes = memory_file_read(canvas, &drawn.length);
    return drawn;
}

static bool is_drawn_alike(const char *path, struct picture drawn, const int canvases[],
                           struct error *err)
{
    bool ok = true;
    for (size_t t = 1; ok && t < TIMES_MAX && canvases[t] >= 0; t++) {
        struct picture again = read_canvas(canvases[t]);
        ok = picture_check_alike(path, drawn, again, err);
        free(again.bytes);
    }
    return ok;
}

static bool save_as(const struct run *r, const struct chart *c, const struct form *form,
                    const char *path, struct picture drawn, struct error *err)
{
    switch (form->form) {
    case DRAWING_SVG:
        return picture_save_svg(r->o, path, drawn, c->sentence, err);
    case DRAWING_PNG:
        return picture_save_png(r->o, path, drawn, err);
    default:
        return pdf_save(r->o, path, drawn, r->plan->day, err);
    }
}

static bool save_picture(const struct run *r, const struct chart *c, const struct form *form,
                         const int canvases[], struct error *err)
{
    if (canvases[0] < 0)
        return true;
    SCOPED_TEXT path = join(folder_of(r), c->name, form->ending);
    struct picture drawn = read_canvas(canvases[0]);
    bool ok = is_drawn_alike(path, drawn, canvases, err) && save_as(r, c, form, path, drawn, err);
    free(drawn.bytes);
    return ok;
}

static bool save_batch(const struct run *r, struct error *err)
{
    bool ok = true;
    for (size_t i = r->first; i < r->end; i++)
        for (size_t f = 0; ok && f < FORM_COUNT; f++)
            ok = save_picture(r, &r->list->charts[i], &forms[f], r->canvases[i - r->first][f], err);
    return ok;
}

static bool open_canvases(const struct run *r, const struct form *form, int canvases[],
                          struct error *err)
{
    bool ok = true;
    if (r->plan->forms & form->form)
        for (size_t t = 0; ok && t < form->times; t++)
            ok = memory_file_open(&canvases[t], err);
    return ok;
}

static bool draw_batch(struct run *r, struct error *err)
{
    bool ok = true;
    memset(r->canvases, 0xff, sizeof r->canvases);
    for (size_t i = r->first; i < r->end; i++)
        for (size_t f = 0; ok && f < FORM_COUNT; f++)
            ok = open_canvases(r, &forms[f], r->canvases[i - r->first][f], err);
    ok = ok && run_gnuplot(r, 0, err) &&
         (!(r->plan->forms & DRAWING_SVG) || run_gnuplot(r, 1, err)) && save_batch(r, err);
    for (size_t i = 0; i < BATCH; i++)
        for (size_t f = 0; f < FORM_COUNT; f++)
            for (size_t t = 0; t < TIMES_MAX; t++)
                memory_file_close(r->canvases[i][f][t]);
    return ok;
}

static bool draw(struct run *r, struct error *err)
{
    bool ok = true;
    for (r->first = 0; ok && r->first < r->list->count; r->first = r->end) {
        r->end = r->first + BATCH < r->list->count ? r->first + BATCH : r->list->count;
        ok = draw_batch(r, err);
    }
    return ok;
}

static void discard(const struct run *r, const char *name, const char *ending)
{
    SCOPED_TEXT path = join(scratch, name, ending);
    outdir_discard(r->o, path);
}

static void discard_scratch(const struct run *r)
{
    for (size_t i = 0; i < r->list->count; i++) {
        const struct chart *c = &r->list->charts[i];
        discard(r, c->name, "dat");
        for (size_t p = 0; p < PART_COUNT; p++)
            discard(r, c->name, parts[p]);
        discard(r, c->name, "words");
        discard(r, c->kind, "gp");
    }
    for (size_t i = 0; i < SHARED_COUNT; i++)
        discard(r, shared_scripts[i], "gp");
    outdir_remove_folder(r->o, scratch);
}

bool drawing_make(sqlite3 *db, struct outdir *o, const struct chart_list *list,
                  const struct drawing_plan *plan, struct error *err)
{
    if (list->count == 0)
        return true;
    struct run r = {.db = db, .o = o, .list = list, .plan = plan};
    bool ok = (!(plan->forms & DRAWING_PDF) || picture_check_has_reader(err)) &&
              outdir_make_folder(o, folder_of(&r), err) && outdir_make_folder(o, scratch, err);
    for (size_t i = 0; ok && i < list->count; i++)
        ok = write_data(&r, &list->charts[i], err) && write_parts(&r, &list->charts[i], err) &&
             write_words(&r, &list->charts[i], err);
    ok = ok && write_scripts(&r, err) && draw(&r, err);
    discard_scratch(&r);
    return ok;
}
