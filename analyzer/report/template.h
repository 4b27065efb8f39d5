/* SPDX-License-Identifier: MIT
 * Page templates without logic: a page is reports/page/NAME/NAME.html, the parts and the
 * queries it names; there is no HTML in C. A section's queries stand in the room of its
 * template, reports/page/SECTION/SECTION.sql.
 *
 *   {{name}}              the column of that name, of the innermost query that
 *                         has one; escaped, safe in text and in attributes
 *   {{#query}}..{{/query}} once for each row of the statement of that name
 *                         (store/statements.h); its parameters (:name) are columns of the
 *                         queries around it
 *   {{^query}}..{{/query}} once, where that query has no row
 *   {{?name}}..{{/name}}  where the column is neither NULL nor empty
 *   {{-name}}..{{/name}}  where it is
 *   {{>part}}             reports/page/part/part.html in this place; {{>shared/figure}}:
 *                         reports/page/shared/figure.html
 *   {{@timeline}}         the figure of each chart of that kind (reports/charts/timeline) about
 *                         the tool around this place
 *   {{=style/file.css}}   reports/style/file.css as it is (ours, so not escaped)
 *   {{$name}}             the column as the inside of a CSS string, for <style>
 *   {{&name}}             what the page's raw source writes for the column's
 *                         value: for pictures that we drew
 *
 * A column directly behind href=" must begin with http:// or https://, else "#"
 * stands there; what an address may not hold is percent-encoded. A tag alone on its line takes the
 * line with it.
 */
#ifndef CONCORD_REPORT_TEMPLATE_H
#define CONCORD_REPORT_TEMPLATE_H

#include "store/query.h"

struct template;

/* Reads and checks the page of that name (report/template_parse.h). Errors, for tests to show:
 * INPUT, with file, line and column of the tag. The caller frees; its queries are finalized. */
MUST_CHECK bool template_read(sqlite3 *db, const char *name, struct template **ret_template,
                              struct error *err);
void template_free(struct template *t);

/* Writes the trusted bytes that stand for `value`. */
typedef bool template_raw_source(void *context, struct slice value, FILE *out, struct error *err);

/* Write errors stay in the stream. Errors: of the queries and the raw source. */
MUST_CHECK bool template_render(struct template *t, template_raw_source *raw, void *context,
                                FILE *out, struct error *err);

#endif
