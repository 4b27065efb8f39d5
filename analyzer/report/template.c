/* SPDX-License-Identifier: MIT */
#include "report/template.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "report/escape.h"
#include "report/template_nodes.h"
#include "report/template_parse.h"

#include <stdlib.h>
#include <strings.h>

bool template_read(sqlite3 *db, const char *name, struct template **ret_template, struct error *err)
{
    SCOPED_TEXT path = template_path(slice_of(name));
    return template_parse(db, path, slice_of(embedded_text(path)), ret_template, err);
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

static bool is_web_address(struct slice text)
{
    return (text.length > 7 && strncasecmp(text.bytes, "http://", 7) == 0) ||
           (text.length > 8 && strncasecmp(text.bytes, "https://", 8) == 0);
}

static void render_field(const struct rendering *r, const struct node *n, struct slice value)
{
    if (!n->is_href)
        escape_html(r->out, value);
    else if (is_web_address(value))
        escape_address(r->out, value);
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
        escape_css_string(r->out, value);
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
