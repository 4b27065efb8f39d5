/* SPDX-License-Identifier: MIT
 * Binds the values of a row to the parameters of a statement by their names.
 * For the columns force_id, date_received and stage a statement may use
 *   :force_id :date_received :stage           the text as normalised
 *   :force_no :stage_no                       the number or the word's code
 *   :received_earliest :received_latest       the ends of the date (without
 *                                             date_ before or _on after it)
 * and of yes/no and number columns the plain name is the number.
 */
#ifndef CONCORD_INTAKE_BINDING_H
#define CONCORD_INTAKE_BINDING_H

#include "intake/value.h"

/* Positions in the statement; 0: it does not use it. */
struct binding_slots {
    int text, number, earliest, latest;
};

struct binding {
    sqlite3_stmt *statement;
    const struct contract_file *contract;
    struct binding_slots slots[CONTRACT_COLUMNS];
    bool is_set[CONTRACT_COLUMNS]; /* bound to something else than NULL by the last row */
    int file_no, line;
};

/* Prepares the embedded file; ended by binding_done. */
void binding_open(struct binding *b, sqlite3 *db, const char *embedded_path,
                  const struct contract_file *contract);
void binding_done(struct binding *b);

/* Binds every column, and :file_no and :line. Texts are borrowed. */
void binding_set_row(struct binding *b, const struct value_row *row, int64_t file_no, long line);

/* Any other parameter, which must be there. */
void binding_set_int(struct binding *b, const char *name, int64_t value);

/* The position of such a parameter, for query_int where every row counts. */
int binding_position(const struct binding *b, const char *name);

#endif
