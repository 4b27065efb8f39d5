/* SPDX-License-Identifier: MIT
 * Cells of exemptions: a list under the Act of a force, a list of advice, or one section.
 */
#ifndef CONCORD_INTAKE_VALUE_CITATION_H
#define CONCORD_INTAKE_VALUE_CITATION_H

#include "intake/value.h"

/* Each false with row->fault filled. */
bool value_exemptions_read(struct exemption_sets *sets, int regime, struct value_row *row,
                           size_t column, struct slice text, struct value *value);
bool value_citations_read(enum act own, struct value_row *row, size_t column, struct slice text,
                          struct value *value);
bool value_citation_read(enum act own, struct value_row *row, size_t column, struct slice text,
                         struct value *value);

#endif
