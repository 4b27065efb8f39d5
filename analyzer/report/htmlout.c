/* SPDX-License-Identifier: MIT */
#include "report/htmlout.h"

#include "report/chart.h"
#include "report/template.h"

static bool write_chart(void *context, struct slice name, FILE *out, struct error *err)
{
    const struct outdir *const *o = context;
    return chart_write_inline(*o, name, out, err);
}

bool htmlout_write(sqlite3 *db, const char *template_name, const struct outdir *o, FILE *out,
                   struct error *err)
{
    struct template *page = NULL;
    struct error mistake = {0};
    if (!template_read(db, template_name, &page, &mistake))
        fault("%s:%ld: %s", mistake.source, mistake.line, mistake.what);
    bool ok = template_render(page, write_chart, &o, out, err);
    template_free(page);
    return ok;
}
