/* SPDX-License-Identifier: MIT */
#include "report/htmlout.h"

#include "base/digest.h"
#include "base/embedded.h"
#include "base/memory.h"
#include "report/chart.h"
#include "report/markdown.h"
#include "report/template.h"

static const char page_script[] = "reports/script/page.js",
                  report_script[] = "reports/script/report.js";

/* What the page's policy allows to run: its one script, which the report has with a second part
 * (NULL: without). */
static void write_digest_of(const char *script, const char *second, FILE *out)
{
    char base64[DIGEST_BASE64_BYTES];
    SCOPED_TEXT text =
        memory_print("%s%s", embedded_text(script), second ? embedded_text(second) : "");
    digest_base64_of(slice_of(text), base64);
    fputs(base64, out);
}

/* {{&name}}: the method page, the digest of a script, or a chart. */
static bool write_raw(void *context, struct slice name, FILE *out, struct error *err)
{
    const struct outdir *const *o = context;
    if (slice_is(name, "method"))
        markdown_write(embedded_text("docs/method.md"), out);
    else if (slice_is(name, "report-script"))
        write_digest_of(page_script, report_script, out);
    else if (slice_is(name, "page-script"))
        write_digest_of(page_script, NULL, out);
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
