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
    struct intake_result *result; /* counted on; borrowed */
    /* The first reject of the pack's own files, for --strict: path, "column: message", line. */
    char *first_reject_file; /* NULL: none; owned */
    char first_reject[640];
    long first_reject_line;
    int64_t pack_rejects;
};

/* The account of one file. Who loads it counts `read`, `accepted` and `duplicates`, and the line
 * of the first duplicate; ledger_reject counts `rejected`. */
struct account {
    struct ledger *ledger; /* this and what follows are borrowed */
    const struct contract_file *contract;
    const struct pack_file *file;
    int64_t file_no;
    int64_t read, accepted, duplicates, rejected;
    long first_duplicate_line;
};

/* Every error below is of kind OUTPUT: the database cannot be written. */

/* Both arguments are borrowed until ledger_close. */
void ledger_open(struct ledger *ledger, sqlite3 *db, struct intake_result *result);
void ledger_close(struct ledger *ledger);

/* Enters a file, without counts and digest yet. The contract and the file are borrowed until
 * ledger_end_file. */
MUST_CHECK bool ledger_begin_file(struct ledger *ledger, const struct contract_file *contract,
                                  const struct pack_file *file, const char *encoding,
                                  struct account *ret_account, struct error *err);
/* Writes the counts and the digest (in hexadecimal, not empty), and one notice about duplicates,
 * and adds them to the result. Counts that do not balance are a fault. */
MUST_CHECK bool ledger_end_file(struct account *account, const char *sha256, struct error *err);

/* Counts one row, and writes down each of its faults, one at least. Values are made printable and
 * cut at 199 bytes. */
MUST_CHECK bool ledger_reject(struct account *account, long line, const struct row_fault *faults,
                              size_t count, struct error *err);

struct ledger_notice {
    const char *code;
    long line;    /* of the first row; 0: about no row */
    int64_t rows; /* how many rows it stands for */
};
/* account NULL: about the pack. The message is made printable and cut at 699 bytes, 999 as it is
 * shown. */
MUST_CHECK bool ledger_notice(struct ledger *ledger, const struct account *account,
                              const struct ledger_notice *notice, struct error *err,
                              const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
