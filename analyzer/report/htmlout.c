/* SPDX-License-Identifier: MIT */
#include "report/htmlout.h"

#include "base/digest.h"
#include "base/embedded.h"
#include "report/chart.h"
#include "report/markdown.h"
#include "report/template.h"

/* What the page's policy allows to run: the one script of ours. */
static void write_script_hash(FILE *out)
{
    char base64[DIGEST_BASE64_BYTES];
    digest_base64_of(slice_of(embedded_text("reports/script/report.js")), base64);
    fputs(base64, out);
}

/* {{&name}}: the method page, the digest of the script, or a chart. */
static bool write_raw(void *context, struct slice name, FILE *out, struct error *err)
{
    const struct outdir *const *o = context;
    if (slice_is(name, "method"))
        markdown_write(embedded_text("docs/method.md"), out);
    else if (slice_is(name, "script-hash"))
        write_script_hash(out);
    else
        return chart_write_inline(*o, name, out, err);
    return true;
}

bool htmlout_write(sqlite3 *db, const char *template_name, const struct outdir *o, FILE *out,
                   struct error *err)
{
    struct template *page = NULL;
    struct error mistake = {0};
    if (!template_read(db, template_name, &page, &mistake))
        internal_fault("%s:%ld: %s", mistake.source, mistake.line, mistake.what);
    bool ok = template_render(page, write_raw, &o, out, err);
    template_free(page);
    return ok;
}
