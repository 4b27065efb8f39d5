/* SPDX-License-Identifier: MIT
 * The text of a template (report/template.h) into its list of nodes: every tag is closed, every
 * part, query and column known, and each column is looked up once, here.
 */
#ifndef CONCORD_REPORT_TEMPLATE_PARSE_H
#define CONCORD_REPORT_TEMPLATE_PARSE_H

#include "store/query.h"

struct template;

/* Reads the text, which outlives the template, and prepares its queries on `db`. The caller frees
 * (template_free). Errors: INPUT, with line and column of the tag, in `source` or in the part in
 * which it stands. */
MUST_CHECK bool template_parse(sqlite3 *db, const char *source, struct slice text,
                               struct template **ret_template, struct error *err);

/* The embedded file of a page or part. headline: of the room of that name; shared/figure: as it
 * is. The caller frees. */
char *template_path(struct slice name);

#endif
