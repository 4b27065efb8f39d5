/* SPDX-License-Identifier: MIT */
#include "dossier/dossier.h"

#include "audit/known_names.h"
#include "base/memory.h"
#include "domain/request_id.h"
#include "dossier/answers.h"
#include "dossier/readings.h"
#include "precheck/precheck.h"
#include "report/htmlout.h"
#include "report/output.h"
#include "report/pdf.h"
#include "store/query.h"
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>

struct dossiers {
    sqlite3 *db;   /* borrowed */
    sqlite3 *base; /* the same audit, audited anew; NULL: not needed yet */
    dossier_mask *mask;
    void *mask_context;
};

/* shown_words(text) while a dossier is written; as store/text_functions.h has it, no text changes.
 */
static void shown_words(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const struct dossiers *d = sqlite3_user_data(context);
    const char *text = (const char *)sqlite3_value_text(values[0]);
    char *shown = NULL;
    if (text && d->mask)
        shown =
            d->mask(d->mask_context, (struct slice){text, (size_t)sqlite3_value_bytes(values[0])});
    if (shown)
        sqlite3_result_text(context, shown, -1, SQLITE_TRANSIENT);
    else
        sqlite3_result_value(context, values[0]);
    free(shown);
}

bool dossiers_open(sqlite3 *db, struct dossiers **ret, struct error *err)
{
    struct dossiers *d = *ret = memory_new(1, sizeof *d);
    d->db = db;
    if (sqlite3_create_function_v2(db, "shown_words", 1, SQLITE_UTF8, d, shown_words, NULL, NULL,
                                   NULL) != SQLITE_OK)
        internal_fault("shown_words could not be registered: %s", sqlite3_errmsg(db));
    return output_prepare_tables(db, err) &&
           database_run_file(db, "reports/tables/09-dossier.sql", err);
}

void dossiers_close(struct dossiers *d)
{
    if (!d)
        return;
    sqlite3_close_v2(d->base);
    d->mask = NULL;
    free(d);
}

static bool find(sqlite3 *db, const char *statement, const char *what, const char *typed,
                 int32_t *ret_no, struct error *err)
{
    struct known_names known;
    bool ok = known_names_load(db, statement, &known, err) &&
              known_names_find(&known, what, slice_trim(slice_of(typed)), ret_no, err);
    known_names_done(&known);
    return ok;
}

static bool find_request(sqlite3 *db, const char *typed, int32_t *ret_no, struct error *err)
{
    size_t size = strlen(typed) + 16;
    SCOPED_TEXT canonical = memory_new(size, 1);
    bool is_one = request_id_normalise(slice_of(typed), canonical, size);
    return find(db, STATEMENT("known_requests"), "request", is_one ? canonical : typed, ret_no,
                err);
}

bool dossiers_find(struct dossiers *d, const char *force, const char *request, const char *tool,
                   struct dossier_subject *ret, struct error *err)
{
    *ret = (struct dossier_subject){0};
    return (!force ||
            find(d->db, STATEMENT("known_forces"), "force", force, &ret->force_no, err)) &&
           (!request || find_request(d->db, request, &ret->request_no, err)) &&
           (!tool || known_tool(d->db, tool, &ret->tool_no, err));
}

static void bind_text(sqlite3_stmt *s, const char *parameter, const char *text)
{
    query_bind_text(s, parameter, slice_of(text ? text : ""));
}

static bool set_subject(struct dossiers *d, const struct dossier_plan *plan, struct error *err)
{
    SCOPED_QUERY clear = query_prepare(d->db, "dossier_clear");
    SCOPED_QUERY s = query_prepare(d->db, "insert_dossier_subject");
    query_bind_int(s, "force_no", plan->subject.force_no);
    query_bind_int(s, "request_no", plan->subject.request_no);
    query_bind_int(s, "tool_no", plan->subject.tool_no);
    query_bind_int(s, "is_whole", plan->is_whole);
    bind_text(s, "masking", plan->masking);
    bind_text(s, "left_out", plan->left_out);
    return query_run(clear, err) && query_run(s, err);
}

static bool fill_tables(struct dossiers *d, const struct dossier_plan *plan, struct error *err)
{
    d->mask = plan->mask;
    d->mask_context = plan->mask_context;
    return set_subject(d, plan, err) &&
           database_run_file(d->db, "reports/tables/10-dossier-parts.sql", err) &&
           readings_add(d->db, plan->subject.force_no, err) &&
           database_run_file(d->db, "reports/tables/11-dossier-sheets.sql", err) &&
           (d->base || precheck_replay(d->db, &d->base, err)) && answers_add(d->db, d->base, err);
}

static bool write_page(struct dossiers *d, struct outdir *o, const char *name, struct error *err)
{
    FILE *out = NULL;
    if (!outdir_open(o, name, &out, err))
        return false;
    bool ok = htmlout_write(d->db, "dossier", o, out, err);
    return outdir_close(out, name, err) && ok;
}

static bool print_page(struct dossiers *d, struct outdir *o, const struct dossier_plan *plan,
                       struct error *err)
{
    SCOPED_QUERY s = query_prepare(d->db, "dossier_day");
    if (!query_next(s))
        return query_done(s, err);
    return pdf_print(o, plan->page, plan->pdf, query_get_text(s, "day").bytes, err);
}

bool dossiers_write(struct dossiers *d, struct outdir *o, const struct dossier_plan *plan,
                    struct error *err)
{
    return fill_tables(d, plan, err) && write_page(d, o, plan->page, err) &&
           (!plan->pdf || print_page(d, o, plan, err));
}
