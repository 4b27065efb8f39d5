/* SPDX-License-Identifier: MIT */
#include "report/chart.h"

#include "base/embedded.h"
#include "base/process.h"
#include "report/csvout.h"
#include "report/template.h"

#include <errno.h>
#include <stdlib.h>

enum { MAX_CHARTS = 4, NAME_BYTES = 96, SVG_BYTES_MAX = 16 << 20 };

static const char folder[] = "charts";
static const char script_name[] = "charts/stance-map.gp";
static const char script_path[] = "reports/charts/stance-map.gp";

/* The charts of a run: file names without their ending, made by us. */
struct chart {
    char name[NAME_BYTES];
    char words[2048]; /* what the picture shows, for those who do not see it */
};

static void chart_file(char path[NAME_BYTES + 16], const struct chart *c, const char *ending)
{
    snprintf(path, NAME_BYTES + 16, "%s/%.*s.%s", folder, NAME_BYTES - 1, c->name, ending);
}

static bool write_script(struct outdir *o, struct error *err)
{
    FILE *out = NULL;
    if (!outdir_open(o, script_name, &out, err))
        return false;
    fputs(embedded_text(script_path), out);
    return outdir_close(out, script_name, err);
}

static bool write_data(sqlite3 *db, struct outdir *o, const struct chart *c, int64_t tool_no,
                       struct error *err)
{
    char path[NAME_BYTES + 16];
    chart_file(path, c, "csv");
    FILE *out = NULL;
    if (!outdir_open(o, path, &out, err))
        return false;
    SCOPED_QUERY rows = query_prepare(db, "reports/queries/chart_cells.sql");
    query_int(rows, 1, tool_no);
    bool ok = csvout_write(rows, out, err);
    return outdir_close(out, path, err) && ok;
}

static bool draw(struct outdir *o, const struct chart *charts, size_t count, struct error *err)
{
    const char *argv[MAX_CHARTS + 8] = {"gnuplot", "-d", "-c", "stance-map.gp"};
    for (size_t i = 0; i < count; i++) {
        char path[NAME_BYTES + 16];
        argv[4 + i] = charts[i].name;
        chart_file(path, &charts[i], "svg");
        outdir_note(o, path);
        chart_file(path, &charts[i], "png");
        outdir_note(o, path);
    }
    char *place = NULL;
    if (asprintf(&place, "%s/%s", outdir_path(o), folder) < 0)
        fault("out of memory");
    bool ok = write_script(o, err) && process_run(argv, place, err);
    free(place);
    outdir_discard(o, script_name);
    return ok;
}

/* A whole small file; the caller frees. NULL with err filled where it cannot be. */
static char *read_file(const struct outdir *o, const char *name, size_t *ret_length,
                       struct error *err)
{
    char *path = NULL;
    if (asprintf(&path, "%s/%s", outdir_path(o), name) < 0)
        fault("out of memory");
    FILE *in = fopen(path, "re");
    free(path);
    char *bytes = NULL;
    long size = -1;
    if (in && fseek(in, 0, SEEK_END) == 0)
        size = ftell(in);
    if (size > 0 && size < SVG_BYTES_MAX) {
        rewind(in);
        bytes = calloc(1, (size_t)size + 1);
        if (!bytes)
            fault("out of memory");
        *ret_length = fread(bytes, 1, (size_t)size, in);
    }
    if (in)
        fclose(in);
    if (bytes && *ret_length == (size_t)size)
        return bytes;
    free(bytes);
    error_set(err, ERROR_OUTPUT, name, 0, NULL, "the picture could not be drawn");
    return NULL;
}

static bool ends_with(const char *bytes, size_t length, const char *end, size_t end_length)
{
    return length >= end_length && memcmp(bytes + length - end_length, end, end_length) == 0;
}

/* gnuplot ends with success on a full disk too: the last bytes tell. */
static bool check_png(const struct outdir *o, const struct chart *c, struct error *err)
{
    char path[NAME_BYTES + 16];
    chart_file(path, c, "png");
    size_t length = 0;
    char *bytes = read_file(o, path, &length, err);
    bool whole = bytes && ends_with(bytes, length, "IEND\xae\x42\x60\x82", 8);
    free(bytes);
    if (whole)
        return true;
    return error_set(err, ERROR_OUTPUT, path, 0, "Free some space, then run again.",
                     "the picture could not be written whole");
}

/* What is left out of the SVG: text that gnuplot adds for itself (a pointer
 * resting on the picture would show it), unused definitions, and names, which
 * would clash where a page holds two pictures. */
static const struct span {
    const char *begin, *end;
} unwanted[] = {
    {"<title>", "</title>"}, {"<desc>", "</desc>"},       {"<defs>", "</defs>"},
    {" id=\"gnuplot", "\""}, {" shape-rendering='", "'"},
};

/* The end of the unwanted span that begins at p, or p. */
static const char *skip_unwanted(const char *p)
{
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++) {
        size_t length = strlen(unwanted[i].begin);
        const char *end = NULL;
        if (strncmp(p, unwanted[i].begin, length) == 0)
            end = strstr(p + length, unwanted[i].end);
        if (end)
            return end + strlen(unwanted[i].end);
    }
    return p;
}

static void write_clean(const char *svg, const struct chart *c, FILE *out)
{
    static const char element[] = "<svg";
    for (const char *p = svg; *p;) {
        const char *next = skip_unwanted(p);
        if (next == p && strncmp(p, element, strlen(element)) == 0) {
            fputs("<svg role=\"img\" aria-label=\"", out);
            template_write_escaped(out, slice_of(c->words));
            putc('"', out);
            next = p + strlen(element);
        } else if (next == p) {
            putc(*next++, out);
        }
        p = next;
    }
}

static bool clean_svg(struct outdir *o, const struct chart *c, struct error *err)
{
    char path[NAME_BYTES + 16];
    chart_file(path, c, "svg");
    size_t length = 0;
    char *svg = read_file(o, path, &length, err);
    if (!svg)
        return false;
    bool ok =
        ends_with(svg, strlen(svg), "</svg>\n\n", 8) || ends_with(svg, strlen(svg), "</svg>\n", 7);
    if (!ok)
        error_set(err, ERROR_OUTPUT, path, 0, "Free some space, then run again.",
                  "the picture could not be written whole");
    FILE *out = NULL;
    outdir_discard(o, path);
    if (ok && (ok = outdir_open(o, path, &out, err))) {
        write_clean(svg, c, out);
        ok = outdir_close(out, path, err);
    }
    free(svg);
    return ok;
}

static bool write_all_data(sqlite3 *db, struct outdir *o, struct chart *charts, size_t *ret_count,
                           struct error *err)
{
    SCOPED_QUERY tools = query_prepare(db, "reports/queries/charts.sql");
    for (bool row = true;;) {
        if (!query_step(tools, &row, err))
            return false;
        if (!row || *ret_count == MAX_CHARTS)
            return true;
        if (*ret_count == 0 && !outdir_make_folder(o, folder, err))
            return false;
        struct chart *c = &charts[(*ret_count)++];
        struct slice name = query_column(tools, query_column_index(tools, "chart"));
        struct slice words = query_column(tools, query_column_index(tools, "sentence"));
        snprintf(c->name, sizeof c->name, "%.*s", (int)name.length, name.bytes);
        snprintf(c->words, sizeof c->words, "Tile map of the forces. %.*s", (int)words.length,
                 words.bytes);
        if (!write_data(db, o, c, sqlite3_column_int64(tools, 0), err))
            return false;
    }
}

bool chart_write_all(sqlite3 *db, struct outdir *o, struct error *err)
{
    struct chart charts[MAX_CHARTS];
    size_t count = 0;
    if (!write_all_data(db, o, charts, &count, err))
        return false;
    if (count == 0)
        return true;
    bool ok = draw(o, charts, count, err);
    for (size_t i = 0; ok && i < count; i++)
        ok = clean_svg(o, &charts[i], err) && check_png(o, &charts[i], err);
    return ok;
}

bool chart_write_inline(const struct outdir *o, struct slice name, FILE *out, struct error *err)
{
    struct chart c;
    snprintf(c.name, sizeof c.name, "%.*s", (int)name.length, name.bytes);
    char path[NAME_BYTES + 16];
    chart_file(path, &c, "svg");
    size_t length = 0;
    char *svg = read_file(o, path, &length, err);
    if (!svg)
        return false;
    const char *element = strstr(svg, "<svg");
    fputs(element ? element : svg, out);
    free(svg);
    return true;
}
