/* SPDX-License-Identifier: MIT
 * A database with a ledger, for what is tested without loading a pack.
 */
#ifndef CONCORD_TESTS_UNIT_INTAKE_BOOKS_H
#define CONCORD_TESTS_UNIT_INTAKE_BOOKS_H

#include "intake/ledger.h"
#include "intake/registry.h"

struct books {
    sqlite3 *db;
    struct intake_result result;
    struct ledger ledger;
    struct registry registry; /* empty */
    struct pack_file file;
    char path[64];
    struct account account; /* of the file */
    struct error err;
};

/* Nothing points into the books' own memory but what books_close ends; they stay where they are. */
void books_open(struct books *b);
void books_close(struct books *b);

/* Enters a file of five bytes: of the pack ("pack/tools.csv"), or of the reference data. */
void books_begin_file(struct books *b, enum contract_file_no file, bool is_reference);

/* Inserts the tools of a list "id,name,aliases/id,name,aliases", and reads them. */
void books_list_tools(struct books *b, const char *tools);

/* The parts of a list as slices of it; how many there are, at most `room`. */
size_t books_parts(const char *list, char separator, struct slice *out, size_t room);

#endif
