/* SPDX-License-Identifier: MIT */
#include "report/template_parse.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "report/chart_kind.h"
#include "report/template.h"
#include "report/template_nodes.h"
#include "store/statements.h"

enum { MAX_DEPTH = 16 };

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

static struct node *add_node(struct template *t, enum node_kind kind, struct slice text)
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

static bool read_field(struct reader *r, enum node_kind kind, struct slice name, size_t at,
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
    if (count > TEMPLATE_PARAMETERS)
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

static bool read_section(struct reader *r, enum node_kind kind, struct slice name, size_t at,
                         struct error *err)
{
    SCOPED_TEXT statement = slice_copy(name);
    if (!statement_find(statement))
        return fail_at(r, at, name, "there is no such query", err);
    struct node *n = add_node(r->t, kind, name);
    n->rows = query_prepare(r->db, statement);
    return bind_places(r, n, NULL, at, err) && open_node(r, at, name, err);
}

static bool read_condition(struct reader *r, enum node_kind kind, struct slice name, size_t at,
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

char *template_path(struct slice name)
{
    const char *slash = memchr(name.bytes, '/', name.length);
    struct slice room = slash ? (struct slice){"", 0} : name;
    return memory_print("reports/page/%.*s%s%.*s.html", (int)room.length, room.bytes,
                        slash ? "" : "/", (int)name.length, name.bytes);
}

static bool read_all(struct reader *r, struct error *err);

static bool read_part(struct reader *r, struct slice name, size_t at, struct error *err)
{
    SCOPED_TEXT path = template_path(name);
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

bool template_parse(sqlite3 *db, const char *source, struct slice text,
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
