/* SPDX-License-Identifier: MIT */
#include "report/chart.h"

#include "base/memory.h"
#include "report/picture.h"

bool chart_choose(sqlite3 *db, const struct chart_choice *choice, struct chart_list *ret_list,
                  struct error *err)
{
    SCOPED_QUERY rows = query_prepare(db, "charts_chosen");
    query_bind_text(rows, "kind", slice_of(choice->kind));
    if (choice->tool_no)
        query_bind_int(rows, "tool_no", choice->tool_no);
    if (choice->request_no)
        query_bind_int(rows, "request_no", choice->request_no);
    return chart_list_read(rows, ret_list, err);
}

bool chart_draw(sqlite3 *db, struct outdir *o, const struct chart_list *list,
                struct drawing_plan plan, struct error *err)
{
    SCOPED_QUERY audit = query_prepare(db, "picture_words");
    if (!query_next(audit))
        return query_done(audit, err);
    if (!plan.marking)
        plan.marking = query_get_text(audit, "marking").bytes;
    plan.made_as_of = query_get_text(audit, "made_as_of").bytes;
    plan.day = query_get_text(audit, "day").bytes;
    return drawing_make(db, o, list, &plan, err);
}

/* Gone when the pages are written. */
static const char page_folder[] = ".page-charts";

bool chart_write_all(sqlite3 *db, struct outdir *o, unsigned uses, struct error *err)
{
    struct chart_list list = {0};
    const struct chart_choice all = {.kind = "all"};
    const struct drawing_plan alone = {.size = DRAWING_WEB, .forms = DRAWING_SVG | DRAWING_PNG};
    const struct drawing_plan on_page = {
        .folder = page_folder, .size = DRAWING_PAGE, .forms = DRAWING_SVG};
    bool ok = chart_choose(db, &all, &list, err) &&
              (!(uses & CHARTS_ALONE) || chart_draw(db, o, &list, alone, err)) &&
              (!(uses & CHARTS_ON_PAGE) || chart_draw(db, o, &list, on_page, err));
    chart_list_done(&list);
    return ok;
}

void chart_discard_inline(struct outdir *o)
{
    outdir_discard_folder(o, page_folder);
}

bool chart_write_inline(const struct outdir *o, struct slice name, FILE *out, struct error *err)
{
    SCOPED_TEXT path = memory_print("%s/%.*s.svg", page_folder, (int)name.length, name.bytes);
    return picture_write_inline(o, path, out, err);
}
