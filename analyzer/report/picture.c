/* SPDX-License-Identifier: MIT */
#include "report/picture.h"

#include "base/memory.h"
#include "report/escape.h"
#include "report/picture_check.h"

#include <stdlib.h>

enum { PICTURE_BYTES_MAX = 256 << 20 };

/* A whole file of the folder, with a NUL behind it; the caller frees. */
static char *read_whole(const struct outdir *o, const char *name, size_t *ret_length,
                        struct error *err)
{
    char *path = memory_print("%s/%s", outdir_path(o), name);
    FILE *in = fopen(path, "re");
    free(path);
    char *bytes = NULL;
    long size = -1;
    if (in && fseek(in, 0, SEEK_END) == 0)
        size = ftell(in);
    if (size > 0 && size < PICTURE_BYTES_MAX) {
        rewind(in);
        bytes = memory_new(1, (size_t)size + 1);
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

static bool check_drawn(const char *name, struct picture drawn, bool is_whole, struct error *err)
{
    if (drawn.length == 0)
        return error_set(err, ERROR_OUTPUT, name, 0, NULL, "the picture could not be drawn");
    return is_whole ||
           error_set(err, ERROR_OUTPUT, name, 0, "Run again.", "the picture was not drawn whole");
}

bool picture_check_alike(const char *name, struct picture drawn, struct picture again,
                         struct error *err)
{
    bool alike =
        drawn.length == again.length && memcmp(drawn.bytes, again.bytes, drawn.length) == 0;
    return alike || error_set(err, ERROR_OUTPUT, name, 0,
                              "Run again. If it fails again, free some memory first.",
                              "a part of the picture was lost when it was drawn");
}

bool picture_save(struct outdir *o, const char *name, struct picture drawn, struct error *err)
{
    FILE *out = NULL;
    if (!outdir_open(o, name, &out, err))
        return false;
    fwrite(drawn.bytes, 1, drawn.length, out);
    return outdir_close(out, name, err);
}

bool picture_save_png(struct outdir *o, const char *name, struct picture drawn, struct error *err)
{
    return check_drawn(name, drawn, picture_check_png(drawn.bytes, drawn.length), err) &&
           picture_save(o, name, drawn, err);
}

/* What is left out of the SVG: text that gnuplot adds for itself (a pointer resting on
 * the picture would show it), and names of what nothing refers to. */
static const struct span {
    const char *begin, *end;
} unwanted[] = {
    {"<title>", "</title>"},
    {"<desc>", "</desc>"},
    {" id=\"gnuplot", "\""},
    {" shape-rendering='", "'"},
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

/* Where a name, of points and hatching, stands and where it is used. Each gets the
 * chart's name before it: a page holds many pictures, and each has all of gnuplot's names. */
static const char *const before_names[] = {" id='", " id=\"", "href='#", "href=\"#", "url(#"};

/* The length of what stands before a name at p; 0: no name follows. */
static size_t length_before_name(const char *p)
{
    for (size_t i = 0; i < sizeof before_names / sizeof *before_names; i++)
        if (strncmp(p, before_names[i], strlen(before_names[i])) == 0)
            return strlen(before_names[i]);
    return 0;
}

static void write_clean(const char *svg, struct slice chart, const char *words, FILE *out)
{
    static const char element[] = "<svg";
    bool in_tag = false; /* else it is text, which may look like a name */
    for (const char *p = svg; *p;) {
        in_tag = *p == '<' || (in_tag && *p != '>');
        const char *next = skip_unwanted(p);
        size_t length = in_tag && next == p ? length_before_name(p) : 0;
        if (length > 0) {
            fprintf(out, "%.*s%.*s-", (int)length, p, (int)chart.length, chart.bytes);
            next = p + length;
        } else if (next == p && strncmp(p, element, strlen(element)) == 0) {
            fputs("<svg role=\"img\" aria-label=\"", out);
            escape_html(out, slice_of(words));
            putc('"', out);
            next = p + strlen(element);
        } else if (next == p) {
            putc(*next++, out);
        }
        p = next;
    }
}

/* "charts/findings.svg": findings. */
static struct slice stem_of(const char *name)
{
    const char *slash = strrchr(name, '/');
    const char *begin = slash ? slash + 1 : name;
    return (struct slice){begin, strcspn(begin, ".")};
}

/* The result is looked at too: what is left out and put in must leave it as it was, whole. */
bool picture_save_svg(struct outdir *o, const char *name, struct picture drawn, const char *words,
                      struct error *err)
{
    if (!check_drawn(name, drawn, picture_check_svg(drawn.bytes, drawn.length), err))
        return false;
    struct picture clean = {0};
    FILE *out = memory_stream(&clean.bytes, &clean.length);
    write_clean(drawn.bytes, stem_of(name), words, out);
    memory_stream_end(out);
    bool ok = check_drawn(name, clean, picture_check_svg(clean.bytes, clean.length), err) &&
              picture_save(o, name, clean, err);
    free(clean.bytes);
    return ok;
}

bool picture_write_inline(const struct outdir *o, const char *name, FILE *out, struct error *err)
{
    size_t length = 0;
    char *svg = read_whole(o, name, &length, err);
    if (!svg)
        return false;
    const char *element = strstr(svg, "<svg");
    fputs(element ? element : svg, out);
    free(svg);
    return true;
}
