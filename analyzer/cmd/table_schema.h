/* SPDX-License-Identifier: MIT
 * The data contract as Frictionless Table Schemas, for checking a pack with
 * standard tools.
 */
#ifndef CONCORD_CMD_TABLE_SCHEMA_H
#define CONCORD_CMD_TABLE_SCHEMA_H

#include "intake/contract.h"

#include <stdio.h>

/* The Table Schema of one file, or, for NULL, the Data Package of a pack. */
void table_schema_print(const struct contract_file *file, FILE *out);

#endif
