/* SPDX-License-Identifier: MIT */
#include "report/htmlout.h"

#include "base/embedded.h"
#include "report/chart.h"
#include "report/markdown.h"
#include "report/template.h"

/* {{&name}}: a document of ours, docs/NAME.md, or a chart. */
static bool write_raw(void *context, struct slice name, FILE *out, struct error *err)
{
    const struct outdir *const *o = context;
    if (!slice_is(name, "method"))
        return chart_write_inline(*o, name, out, err);
    markdown_write(embedded_text("docs/method.md"), out);
    return true;
}

bool htmlout_write(sqlite3 *db, const char *template_name, const struct outdir *o, FILE *out,
                   struct error *err)
{
    struct template *page = NULL;
    struct error mistake = {0};
    if (!template_read(db, template_name, &page, &mistake))
        fault("%s:%ld: %s", mistake.source, mistake.line, mistake.what);
    bool ok = template_render(page, write_raw, &o, out, err);
    template_free(page);
    return ok;
}
