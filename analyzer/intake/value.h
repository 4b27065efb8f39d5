/* SPDX-License-Identifier: MIT
 * One cell of a file of the contract, from text to a typed value, or the reason
 * why it cannot be read and what may have been meant.
 */
#ifndef CONCORD_INTAKE_VALUE_H
#define CONCORD_INTAKE_VALUE_H

#include "domain/date.h"
#include "intake/exemption_sets.h"
#include "intake/ledger.h"

enum { VALUE_NEW = -1 }; /* a tool, request, question or set that is not there yet */

/* What was noticed while a value was read, and is told once a column (cell_notes.h). */
enum value_note {
    NOTE_SHORT_YEAR = 1,     /* 06/01/25 */
    NOTE_MAY_BE_TURNED = 2,  /* 06/01/2025 is another day with the month first */
    NOTE_FORMULA = 4,        /* the address or the text in a formula */
    NOTE_BARE_NUMBER = 8,    /* a request of digits only, the last two of them its year */
    NOTE_FIRST_DAY = 16,     /* 1 January 1900 or 1970: what a program makes of an empty cell */
    NOTE_NO_VALUE = 32,      /* where an address belongs, words that say that there is none */
    NOTE_NO_ADDRESS = 64,    /* there, what is no address */
    NOTE_OTHER_SCRIPT = 128, /* a letter that is not Latin in an identifier or a name */
};

struct value {
    bool is_known;
    bool is_spelling_known; /* the registry has been told how the cell spells it */
    unsigned char notes;    /* of enum value_note */
    int32_t number;         /* of what it refers to, or the code of a word, or 1 for yes */
    struct date_interval date;
    struct slice text; /* as normalised; of the cell, the row, the registry or a vocabulary */
};

/* What cells are read against. */
struct value_context {
    struct registry *registry;
    struct exemption_sets *sets;
};

/* The values of the row so far, where a cell depends on an earlier one, and
 * memory for normalised texts that lives as long as the row. */
struct value_row {
    const struct contract_file *contract;
    struct value values[CONTRACT_COLUMNS];
    /* What is stored beside the columns (binding.h): where the row stands, and of guidance
     * which positions its stances are. */
    int64_t file_no, line;
    bool expects_confirm, expects_deny, expects_ncnd;
    char *scratch;
    size_t scratch_used, scratch_room;
    struct row_fault fault;
};

/* Room for the normalised forms of a row of that many bytes; the texts of the row before are
 * given up. Freed by value_row_done. */
void value_row_reserve(struct value_row *row, size_t bytes);
void value_row_done(struct value_row *row);
/* Takes memory of it. */
char *value_row_take(struct value_row *row, size_t bytes);

/* Reads a cell (trimmed, and not one of the words for "not known") into row->values[column],
 * which is not known where nothing is left of it; false with row->fault filled. */
bool value_read(struct value_context *context, struct value_row *row, size_t column,
                struct slice text);

/* May the value be remembered for the next row with the same text? */
bool value_is_lasting(enum column_type type, const struct value *value);

/* Fills row->fault; `column` an index into the contract. Returns false. */
bool value_fault(struct value_row *row, size_t column, const char *code, struct slice text,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Adds what to do about it. Returns false. */
bool value_suggest(struct value_row *row, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The fault of a name that several things have. Returns false. */
bool value_ambiguous(struct value_row *row, size_t column, struct slice text, const char *what);

#endif
