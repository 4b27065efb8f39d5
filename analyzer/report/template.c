/* SPDX-License-Identifier: MIT */
#include "report/template.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "report/chart_kind.h"
#include "store/statements.h"

#include <ctype.h>
#include <stdlib.h>

enum { MAX_DEPTH = 16, MAX_PARAMETERS = 8 };

enum kind {
    NODE_TEXT,
    NODE_FIELD,
    NODE_CSS,
    NODE_RAW,
    NODE_ROWS,
    NODE_NO_ROWS,
    NODE_IF,
    NODE_UNLESS
};

/* A column of one of the queries around a place. */
struct place {
    sqlite3_stmt *rows;
    int column;
};

struct node {
    enum kind kind;
    struct slice text;  /* NODE_TEXT; else the tag's name */
    struct place place; /* of the nodes that name a column */
    bool is_href;       /* NODE_FIELD */
    sqlite3_stmt *rows; /* NODE_ROWS, NODE_NO_ROWS; owned */
    struct place bound[MAX_PARAMETERS];
    size_t after; /* of a node with content: the first node behind it */
};

struct template
{
    struct node *nodes;
    size_t count, room;
};

/* Where reading stands: one frame for each part that includes another. */
struct reader {
    sqlite3 *db;
    struct template *t;
    const char *source;
    struct slice all; /* the whole text of this source */
    size_t at;
    size_t *open; /* indices of the nodes still open, shared by parts */
    size_t depth;
    size_t parts; /* how many parts deep */
};

static bool fail_at(const struct reader *r, size_t at, struct slice name, const char *what,
                    struct error *err)
{
    long line = 1, column = 1;
    for (size_t i = 0; i < at && i < r->all.length; i++) {
        column = r->all.bytes[i] == '\n' ? 1 : column + 1;
        line += r->all.bytes[i] == '\n';
    }
    return error_set(err, ERROR_INPUT, r->source, line, NULL, "column %ld: {{%.*s}}: %s", column,
                     (int)name.length, name.bytes, what);
}

static struct node *add_node(struct template *t, enum kind kind, struct slice text)
{
    t->nodes = memory_grow(t->nodes, t->count, &t->room, sizeof *t->nodes);
    struct node *n = &t->nodes[t->count++];
    *n = (struct node){.kind = kind, .text = text};
    return n;
}

/* The innermost open query with a column of that name; false where none has. */
static bool find_column(const struct reader *r, struct slice name, struct place *ret_place)
{
    for (size_t i = r->depth; i > 0; i--) {
        const struct node *n = &r->t->nodes[r->open[i - 1]];
        if (n->kind != NODE_ROWS)
            continue;
        for (int c = 0; c < sqlite3_column_count(n->rows); c++) {
            if (slice_is(name, sqlite3_column_name(n->rows, c))) {
                *ret_place = (struct place){n->rows, c};
                return true;
            }
        }
    }
    return false;
}

static bool read_field(struct reader *r, enum kind kind, struct slice name, size_t at,
                       struct error *err)
{
    struct place place;
    if (!find_column(r, name, &place))
        return fail_at(r, at, name, "no query around this place has that column", err);
    const struct node *before = r->t->count > 0 ? &r->t->nodes[r->t->count - 1] : NULL;
    bool is_href = before && before->kind == NODE_TEXT && slice_ends_with(before->text, "href=\"");
    struct node *n = add_node(r->t, kind, name);
    n->place = place;
    n->is_href = is_href;
    return true;
}

static bool open_node(struct reader *r, size_t at, struct slice name, struct error *err)
{
    if (r->depth == MAX_DEPTH)
        return fail_at(r, at, name, "nested too deeply", err);
    r->open[r->depth++] = r->t->count - 1;
    return true;
}

/* The parameters of a query are columns around it, but for the one that is bound for good. */
static bool bind_places(struct reader *r, struct node *n, const char *bound, size_t at,
                        struct error *err)
{
    int count = sqlite3_bind_parameter_count(n->rows);
    if (count > MAX_PARAMETERS)
        return fail_at(r, at, n->text, "the query has too many parameters", err);
    for (int i = 0; i < count; i++) {
        const char *name = sqlite3_bind_parameter_name(n->rows, i + 1);
        if (name && bound && strcmp(name + 1, bound) == 0)
            continue;
        if (!name || !find_column(r, slice_of(name + 1), &n->bound[i]))
            return fail_at(r, at, n->text, "a parameter of the query is no column around it", err);
    }
    return true;
}

static bool read_section(struct reader *r, enum kind kind, struct slice name, size_t at,
                         struct error *err)
{
    SCOPED_TEXT statement = slice_copy(name);
    if (!statement_find(statement))
        return fail_at(r, at, name, "there is no such query", err);
    struct node *n = add_node(r->t, kind, name);
    n->rows = query_prepare(r->db, statement);
    return bind_places(r, n, NULL, at, err) && open_node(r, at, name, err);
}

static bool read_condition(struct reader *r, enum kind kind, struct slice name, size_t at,
                           struct error *err)
{
    return read_field(r, kind, name, at, err) && open_node(r, at, name, err);
}

static bool read_close(struct reader *r, struct slice name, size_t at, struct error *err)
{
    if (r->depth == 0 || !slice_equals(r->t->nodes[r->open[r->depth - 1]].text, name))
        return fail_at(r, at, name, "closes what is not open", err);
    r->t->nodes[r->open[--r->depth]].after = r->t->count;
    return true;
}

static bool read_file(struct reader *r, struct slice name, size_t at, struct error *err)
{
    SCOPED_TEXT path = memory_print("reports/%.*s", (int)name.length, name.bytes);
    const struct embedded_file *file = embedded_find(path);
    if (!file)
        return fail_at(r, at, name, "there is no such file", err);
    add_node(r->t, NODE_TEXT, (struct slice){(const char *)file->bytes, file->size});
    return true;
}

/* headline: of the room of that name; shared/figure: as it is. The caller frees. */
static char *path_of(struct slice name)
{
    const char *slash = memchr(name.bytes, '/', name.length);
    struct slice room = slash ? (struct slice){"", 0} : name;
    return memory_print("reports/page/%.*s%s%.*s.html", (int)room.length, room.bytes,
                        slash ? "" : "/", (int)name.length, name.bytes);
}

static bool read_all(struct reader *r, struct error *err);

static bool read_part(struct reader *r, struct slice name, size_t at, struct error *err)
{
    SCOPED_TEXT path = path_of(name);
    const struct embedded_file *file = embedded_find(path);
    if (!file || r->parts == MAX_DEPTH)
        return fail_at(r, at, name, file ? "parts include each other" : "there is no such part",
                       err);
    struct reader part = *r;
    part.source = file->path;
    part.all = (struct slice){(const char *)file->bytes, file->size};
    part.at = 0;
    part.parts++;
    return read_all(&part, err);
}

/* The figures of that chart, as if {{#page_figure}}{{>shared/figure}}{{/page_figure}} stood
 * here. The kind is borrowed from the source. */
static bool read_figures(struct reader *r, struct slice kind, size_t at, struct error *err)
{
    const struct slice figures = slice_of("page_figure");
    if (!chart_kind_exists(kind))
        return fail_at(r, at, kind, "there is no such chart", err);
    struct node *n = add_node(r->t, NODE_ROWS, figures);
    n->rows = query_prepare(r->db, "page_figure");
    query_bind_text(n->rows, "kind", kind);
    return bind_places(r, n, "kind", at, err) && open_node(r, at, kind, err) &&
           read_part(r, slice_of("shared/figure"), at, err) && read_close(r, figures, at, err);
}

static bool read_tag(struct reader *r, char mark, struct slice name, size_t at, struct error *err)
{
    switch (mark) {
    case '#':
        return read_section(r, NODE_ROWS, name, at, err);
    case '^':
        return read_section(r, NODE_NO_ROWS, name, at, err);
    case '?':
        return read_condition(r, NODE_IF, name, at, err);
    case '-':
        return read_condition(r, NODE_UNLESS, name, at, err);
    case '/':
        return read_close(r, name, at, err);
    case '>':
        return read_part(r, name, at, err);
    case '@':
        return read_figures(r, name, at, err);
    case '=':
        return read_file(r, name, at, err);
    case '$':
        return read_field(r, NODE_CSS, name, at, err);
    case '&':
        return read_field(r, NODE_RAW, name, at, err);
    default:
        return read_field(r, NODE_FIELD, name, at, err);
    }
}

/* Tags that show nothing themselves take their line with them when nothing else
 * stands on it: cuts the indent off `before` and tells to skip the newline. */
static bool is_alone(const struct reader *r, char mark, struct slice *before, size_t end)
{
    if (!strchr("#^?-/>@", mark))
        return false;
    size_t start = before->length;
    while (start > 0 && (before->bytes[start - 1] == ' ' || before->bytes[start - 1] == '\t'))
        start--;
    bool line_begins = start > 0 ? before->bytes[start - 1] == '\n'
                                 : before->bytes == r->all.bytes || before->bytes[-1] == '\n';
    if (!line_begins || end >= r->all.length || r->all.bytes[end] != '\n')
        return false;
    before->length = start;
    return true;
}

static bool read_all(struct reader *r, struct error *err)
{
    static const char marks[] = "#^?-/>@=$&";
    size_t depth = r->depth;
    while (r->at < r->all.length) {
        struct slice rest = {r->all.bytes + r->at, r->all.length - r->at};
        const char *begin = memmem(rest.bytes, rest.length, "{{", 2);
        struct slice before = {rest.bytes, begin ? (size_t)(begin - rest.bytes) : rest.length};
        if (!begin) {
            add_node(r->t, NODE_TEXT, before);
            break;
        }
        size_t at = r->at + before.length;
        const char *end = memmem(begin, rest.length - before.length, "}}", 2);
        if (!end)
            return fail_at(r, at, (struct slice){"", 0}, "the tag is not closed", err);
        struct slice name = {begin + 2, (size_t)(end - begin) - 2};
        char mark = ' ';
        if (name.length > 0 && strchr(marks, name.bytes[0])) {
            mark = name.bytes[0];
            name = (struct slice){name.bytes + 1, name.length - 1};
        }
        r->at = (size_t)(end - r->all.bytes) + 2;
        r->at += is_alone(r, mark, &before, r->at);
        if (before.length > 0)
            add_node(r->t, NODE_TEXT, before);
        if (!read_tag(r, mark, name, at, err))
            return false;
    }
    if (r->depth != depth)
        return fail_at(r, r->all.length, r->t->nodes[r->open[r->depth - 1]].text, "is not closed",
                       err);
    return true;
}

static bool read_source(sqlite3 *db, const char *source, struct slice text,
                        struct template **ret_template, struct error *err)
{
    size_t open[MAX_DEPTH];
    struct reader r = {.db = db, .source = source, .all = text, .open = open};
    r.t = memory_new(1, sizeof *r.t);
    if (!read_all(&r, err)) {
        template_free(r.t);
        return false;
    }
    *ret_template = r.t;
    return true;
}

bool template_read(sqlite3 *db, const char *name, struct template **ret_template, struct error *err)
{
    SCOPED_TEXT path = path_of(slice_of(name));
    return read_source(db, path, slice_of(embedded_text(path)), ret_template, err);
}

bool template_read_text(sqlite3 *db, const char *text, struct template **ret_template,
                        struct error *err)
{
    return read_source(db, "template", slice_of(text), ret_template, err);
}

void template_free(struct template *t)
{
    if (!t)
        return;
    for (size_t i = 0; i < t->count; i++)
        sqlite3_finalize(t->nodes[i].rows);
    free(t->nodes);
    free(t);
}

/* What stands for an ASCII byte in HTML; NULL: itself. C0 and DEL cannot stand there. */
static const char *entity_of(unsigned char c)
{
    static const char *const entities[128] = {
        ['&'] = "&amp;",  ['<'] = "&lt;",   ['>'] = "&gt;",
        ['"'] = "&quot;", ['\''] = "&#39;", [0x7f] = "\xef\xbf\xbd",
    };
    if (c < 0x20 && c != '\n' && c != '\t')
        return "\xef\xbf\xbd";
    return entities[c];
}

/* What a reader could not see, and what would turn the text round, is named instead. */
static size_t write_beyond_ascii(FILE *out, struct slice text, size_t at)
{
    int32_t c = -1;
    size_t n = utf8_next(text, at, &c);
    if (c < 0 || (c >= 0x80 && c < 0xa0))
        fputs_unlocked("\xef\xbf\xbd", out);
    else if (utf8_is_deceptive(c))
        fprintf(out, "[U+%04X]", (unsigned)c);
    else
        fwrite_unlocked(text.bytes + at, 1, n, out);
    return n;
}

void template_write_escaped(FILE *out, struct slice text)
{
    for (size_t i = 0; i < text.length;) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c >= 0x80) {
            i += write_beyond_ascii(out, text, i);
            continue;
        }
        const char *entity = entity_of(c);
        if (entity)
            fputs_unlocked(entity, out);
        else
            putc_unlocked(c, out);
        i++;
    }
}

/* Letters, digits, spaces and what is not ASCII stand (turning characters are named); the
 * rest as \HEX. */
static void write_css_string(FILE *out, struct slice text)
{
    for (size_t i = 0; i < text.length;) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c >= 0x80) {
            i += write_beyond_ascii(out, text, i);
            continue;
        }
        if (c == ' ' || isalnum(c))
            putc_unlocked(c, out);
        else
            fprintf(out, "\\%x ", (unsigned)c);
        i++;
    }
}

static bool is_web_address(struct slice text)
{
    return (text.length > 7 && strncasecmp(text.bytes, "http://", 7) == 0) ||
           (text.length > 8 && strncasecmp(text.bytes, "https://", 8) == 0);
}

/* What may not stand in an address as it is, percent-encoded. */
static void write_address(FILE *out, struct slice text)
{
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.bytes[i];
        if (c <= ' ' || c >= 0x7f || strchr("\"<>\\^`{|}", c))
            fprintf(out, "%%%02X", (unsigned)c);
        else
            template_write_escaped(out, (struct slice){text.bytes + i, 1});
    }
}

struct rendering {
    const struct template *t;
    template_raw_source *raw;
    void *context;
    FILE *out;
};

static bool render_range(const struct rendering *r, size_t from, size_t to, struct error *err);

static bool render_rows(const struct rendering *r, const struct node *n, size_t from,
                        struct error *err)
{
    for (int i = 0; i < sqlite3_bind_parameter_count(n->rows); i++)
        if (n->bound[i].rows)
            sqlite3_bind_value(n->rows, i + 1,
                               sqlite3_column_value(n->bound[i].rows, n->bound[i].column));
    bool ok = true;
    if (n->kind == NODE_NO_ROWS) {
        bool found = query_next(n->rows);
        return query_done(n->rows, err) && (found || render_range(r, from, n->after, err));
    }
    while (ok && query_next(n->rows))
        ok = render_range(r, from, n->after, err);
    return query_done(n->rows, err) && ok;
}

static void render_field(const struct rendering *r, const struct node *n, struct slice value)
{
    if (!n->is_href)
        template_write_escaped(r->out, value);
    else if (is_web_address(value))
        write_address(r->out, value);
    else
        putc_unlocked('#', r->out);
}

static bool render_node(const struct rendering *r, size_t i, struct error *err)
{
    const struct node *n = &r->t->nodes[i];
    struct slice value = n->text;
    if (n->place.rows)
        value = query_column(n->place.rows, n->place.column);
    switch (n->kind) {
    case NODE_TEXT:
        fwrite_unlocked(value.bytes, 1, value.length, r->out);
        return true;
    case NODE_FIELD:
        render_field(r, n, value);
        return true;
    case NODE_CSS:
        write_css_string(r->out, value);
        return true;
    case NODE_RAW:
        return r->raw(r->context, value, r->out, err);
    case NODE_ROWS:
    case NODE_NO_ROWS:
        return render_rows(r, n, i + 1, err);
    case NODE_IF:
    case NODE_UNLESS:
        return (value.length > 0) != (n->kind == NODE_IF) || render_range(r, i + 1, n->after, err);
    }
    return true;
}

static bool render_range(const struct rendering *r, size_t from, size_t to, struct error *err)
{
    for (size_t i = from; i < to;) {
        if (!render_node(r, i, err))
            return false;
        i = r->t->nodes[i].after ? r->t->nodes[i].after : i + 1;
    }
    return true;
}

bool template_render(struct template *t, template_raw_source *raw, void *context, FILE *out,
                     struct error *err)
{
    struct rendering r = {t, raw, context, out};
    return render_range(&r, 0, t->count, err);
}
