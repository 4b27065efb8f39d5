/* SPDX-License-Identifier: MIT
 * The accounting of a load: which files were read, how many rows each gave, and
 * every reject and notice. It does not judge rows.
 */
#ifndef CONCORD_INTAKE_LEDGER_H
#define CONCORD_INTAKE_LEDGER_H

#include "intake/load.h"
#include "intake/pack.h"
#include "store/row_map.h"

/* Why a row is not taken, in the words of rejects.csv. */
struct row_fault {
    const char *code;   /* NULL: no fault */
    const char *column; /* header of the contract or of the file, or NULL */
    struct slice value; /* any bytes; borrowed */
    char message[400];
    char suggestion[400];
};

struct ledger {
    sqlite3_stmt *insert_file, *update_file;
    struct row_map insert_reject, insert_notice;
    struct intake_result *result;
    char *first_reject_file; /* the first of the pack, for --strict; owned */
    char first_reject[640];
    long first_reject_line;
    int64_t pack_rejects;
};

/* The account of one file. */
struct account {
    struct ledger *ledger;
    const struct contract_file *contract;
    const struct pack_file *file;
    int64_t file_no;
    int64_t read, accepted, duplicates, rejected;
    long first_duplicate_line;
};

void ledger_open(struct ledger *ledger, sqlite3 *db, struct intake_result *result);
void ledger_close(struct ledger *ledger);

/* Enters a file: its digest is `sha256`, in hexadecimal, or "" to be given at the end. */
MUST_CHECK bool ledger_begin_file(struct ledger *ledger, const struct contract_file *contract,
                                  const struct pack_file *file, const char *encoding,
                                  struct account *ret_account, struct error *err);
/* Writes the counts and the digest, and the notice about duplicates. */
MUST_CHECK bool ledger_end_file(struct account *account, const char *sha256, struct error *err);

/* Counts one row, and writes down each of its faults, one at least. */
MUST_CHECK bool ledger_reject(struct account *account, long line, const struct row_fault *faults,
                              size_t count, struct error *err);

/* account NULL: about the pack; line 0: about no row. */
struct ledger_notice {
    const char *code;
    long line;
    int64_t rows;
};
MUST_CHECK bool ledger_notice(struct ledger *ledger, const struct account *account,
                              const struct ledger_notice *notice, struct error *err,
                              const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
