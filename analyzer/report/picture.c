/* SPDX-License-Identifier: MIT */
#include "report/picture.h"

#include "report/template.h"

#include <stdlib.h>

enum { PICTURE_BYTES_MAX = 256 << 20 };

char *picture_read(const struct outdir *o, const char *name, size_t *ret_length, struct error *err)
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
    if (size > 0 && size < PICTURE_BYTES_MAX) {
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

static bool not_whole(const char *name, struct error *err)
{
    return error_set(err, ERROR_OUTPUT, name, 0, "Free some space, then run again.",
                     "the picture could not be written whole");
}

static bool check_end(const struct outdir *o, const char *name, const char *end, size_t end_length,
                      struct error *err)
{
    size_t length = 0;
    char *bytes = picture_read(o, name, &length, err);
    if (!bytes)
        return false;
    bool whole = ends_with(bytes, length, end, end_length);
    free(bytes);
    return whole || not_whole(name, err);
}

bool picture_check_png(const struct outdir *o, const char *name, struct error *err)
{
    return check_end(o, name, "IEND\xae\x42\x60\x82", 8, err);
}

/* What is left out of the SVG: text that gnuplot adds for itself (a pointer
 * resting on the picture would show it), and names, which would clash where a
 * page holds two pictures. */
static const struct span {
    const char *begin, *end;
} unwanted[] = {
    {"<title>", "</title>"},
    {"<desc>", "</desc>"},
    {" id=\"gnuplot", "\""},
    {" shape-rendering='", "'"},
};

/* The end of a span that begins at p, or p. */
static const char *skip_span(const char *p, struct span span)
{
    size_t length = strlen(span.begin);
    const char *end = strncmp(p, span.begin, length) == 0 ? strstr(p + length, span.end) : NULL;
    return end ? end + strlen(span.end) : p;
}

/* Definitions go too, since what they define is written where it is used; but hatching
 * cannot be: it keeps its name, so only one chart of a page may be hatched (findings.gp). */
static const char *skip_unwanted(const char *p)
{
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++) {
        const char *next = skip_span(p, unwanted[i]);
        if (next != p)
            return next;
    }
    const char *next = skip_span(p, (struct span){"<defs>", "</defs>"});
    const char *hatching = next != p ? strstr(p, "<pattern") : NULL;
    return hatching && hatching < next ? p : next;
}

/* <use xlink:href='#NAME' REST/>: false where there is none at p. */
struct use {
    struct slice name, rest;
    const char *end;
};

static bool read_use(const char *p, struct use *ret_use)
{
    static const char begin[] = "<use xlink:href='#";
    if (strncmp(p, begin, strlen(begin)) != 0)
        return false;
    const char *name = p + strlen(begin);
    const char *quote = strchr(name, '\'');
    const char *end = quote ? strstr(quote, "/>") : NULL;
    if (!end)
        return false;
    *ret_use = (struct use){
        {name, (size_t)(quote - name)}, {quote + 1, (size_t)(end - quote - 1)}, end + strlen("/>")};
    return true;
}

/* The attribute " id='NAME'" where a point is defined; NULL where it is not. */
static const char *find_definition(const char *svg, struct slice name)
{
    char id[64];
    int length = snprintf(id, sizeof id, " id='%.*s'", (int)name.length, name.bytes);
    return length > 0 && (size_t)length < sizeof id ? strstr(svg, id) : NULL;
}

static void write_without_id(struct slice text, FILE *out)
{
    static const char begin[] = " id='";
    for (size_t i = 0; i < text.length; i++) {
        if (text.length - i > strlen(begin) && strncmp(text.bytes + i, begin, strlen(begin)) == 0) {
            i += strlen(begin);
            while (i < text.length && text.bytes[i] != '\'')
                i++;
        } else {
            putc(text.bytes[i], out);
        }
    }
}

/* The shape in a group with what the use says of it, as SVG defines <use>. gnuplot's
 * points are one element each, some of them uses of other points. */
static void write_use(const char *svg, struct use use, int depth, FILE *out)
{
    enum { DEPTH_MAX = 4 };
    const char *id = depth < DEPTH_MAX ? find_definition(svg, use.name) : NULL;
    if (!id)
        return;
    const char *begin = id;
    while (begin > svg && *begin != '<')
        begin--;
    const char *end = strstr(id, "/>");
    fputs("<g", out);
    write_without_id(use.rest, out);
    putc('>', out);
    struct use inner;
    if (read_use(begin, &inner))
        write_use(svg, inner, depth + 1, out);
    else if (end)
        write_without_id((struct slice){begin, (size_t)(end - begin) + strlen("/>")}, out);
    fputs("</g>", out);
}

static void write_clean(const char *svg, const char *words, FILE *out)
{
    static const char element[] = "<svg";
    for (const char *p = svg; *p;) {
        const char *next = skip_unwanted(p);
        struct use use;
        if (next != p) {
            p = next;
        } else if (read_use(p, &use)) {
            write_use(svg, use, 0, out);
            p = use.end;
        } else if (strncmp(p, element, strlen(element)) == 0) {
            fputs("<svg role=\"img\" aria-label=\"", out);
            template_write_escaped(out, slice_of(words));
            putc('"', out);
            p += strlen(element);
        } else {
            putc(*p++, out);
        }
    }
}

bool picture_clean_svg(struct outdir *o, const char *name, const char *words, struct error *err)
{
    size_t length = 0;
    char *svg = picture_read(o, name, &length, err);
    if (!svg)
        return false;
    bool ok = ends_with(svg, strlen(svg), "</svg>\n\n", 8) ||
              ends_with(svg, strlen(svg), "</svg>\n", 7) || not_whole(name, err);
    FILE *out = NULL;
    outdir_discard(o, name);
    if (ok && (ok = outdir_open(o, name, &out, err))) {
        write_clean(svg, words, out);
        ok = outdir_close(out, name, err);
    }
    free(svg);
    return ok;
}

bool picture_write_inline(const struct outdir *o, const char *name, FILE *out, struct error *err)
{
    size_t length = 0;
    char *svg = picture_read(o, name, &length, err);
    if (!svg)
        return false;
    const char *element = strstr(svg, "<svg");
    fputs(element ? element : svg, out);
    free(svg);
    return true;
}
