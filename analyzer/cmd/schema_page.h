/* SPDX-License-Identifier: MIT
 * The data contract as a page in Markdown: docs/contract.md.
 */
#ifndef CONCORD_CMD_SCHEMA_PAGE_H
#define CONCORD_CMD_SCHEMA_PAGE_H

#include "intake/contract.h"

#include <stdio.h>

/* The tables of one file, or, for NULL, of all with what stands before them. */
void schema_page_print(const struct contract_file *file, FILE *out);

#endif
