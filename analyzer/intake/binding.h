/* SPDX-License-Identifier: MIT
 * The values of a row as fields for store/row_map, so that a statement takes of a file's columns
 * what it needs. For the columns request_id, date_received, stage and received it may use
 *   :request_id :stage                        the text as normalised (of a force or a
 *                                             collaboration there is none)
 *   :request_no :stage_no                     the number or the word's code
 *   :received_earliest :received_latest       the ends of the date (without
 *                                             date_ before or _on after it)
 *   :received :date_withdrawn                 yes/no, a number, a date that may be "yes": the
 *                                             number
 * and the members of struct value_row that stand beside the columns, by their names.
 */
#ifndef CONCORD_INTAKE_BINDING_H
#define CONCORD_INTAKE_BINDING_H

#include "intake/value.h"
#include "store/row_map.h"

/* For row_write and row_bind with a struct value_row of that file; ended by row_map_done. */
struct row_map binding_open(sqlite3 *db, const char *statement,
                            const struct contract_file *contract);
/* The same names as columns of a table that struct value_row fills (store/row_table.h), which the
 * statement selects. */
struct row_map binding_of_columns(sqlite3 *db, const char *statement,
                                  const struct contract_file *contract);

#endif
