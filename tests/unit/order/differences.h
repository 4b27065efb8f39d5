/* SPDX-License-Identifier: MIT
 * In what two sets of outputs differ, told as "output,subject" and the columns.
 */
#ifndef CONCORD_TESTS_UNIT_ORDER_DIFFERENCES_H
#define CONCORD_TESTS_UNIT_ORDER_DIFFERENCES_H

#include <jansson.h>

/* Adds to `differences`, an object by "output,subject", an object by column of one example each.
 * A row that only one has is the column "row"; the same rows in another order "order". */
void differences_add(json_t *differences, json_t *a, json_t *b);

/* "findings,G13,message response_ids": the columns in byte order. The caller frees. */
char *differences_line(const char *where, json_t *columns);

#endif
