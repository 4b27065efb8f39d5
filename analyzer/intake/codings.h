/* SPDX-License-Identifier: MIT
 * What is special about codings.csv: the value of a decision is a cell of the column of
 * responses.csv that it decides.
 */
#ifndef CONCORD_INTAKE_CODINGS_H
#define CONCORD_INTAKE_CODINGS_H

#include "intake/table.h"

/* The steps of its plan. */
bool codings_check(struct table *t);

/* Reads a value as a cell of that column of responses.csv ("stance") of a row of the force, whose
 * number is 0 where it is not known. False with the fault in t->row, at its column `at`. */
bool codings_read_value(struct table *t, size_t at, struct slice field, int32_t force_no,
                        struct slice value);

#endif
