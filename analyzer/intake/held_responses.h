/* SPDX-License-Identifier: MIT
 * The accepted rows of responses.csv, kept until the file is read and then stored in byte order of
 * their identifiers (SEMANTICS 64): storing them as they come and moving them afterwards would
 * cost as much again as reading them. Small: about as long as the rows of the file.
 */
#ifndef CONCORD_INTAKE_HELD_RESPONSES_H
#define CONCORD_INTAKE_HELD_RESPONSES_H

#include "base/dictionary.h"
#include "intake/asked.h"
#include "intake/binding.h"
#include "store/row_image.h"
#include "store/row_table.h"

struct held_response {
    uint64_t first; /* of the identifier, its first bytes: what mostly tells two apart */
    char *bytes;    /* the identifier, then the image of the row */
    uint32_t id_length, length;
    int64_t line;
    bool is_inexact; /* not dated to the day */
};

struct held_responses {
    struct row_table *table; /* held_response, from which they are stored */
    struct row_map columns;  /* its columns */
    struct row_image image;  /* of all of them but identifier and line */
    struct held_response *rows;
    size_t count, room;
    struct asked_list asked; /* of the rows that are dated to the day */
    struct dictionary ids;   /* hash of the identifier -> index into rows, until they are stored */
    char **blocks;           /* what rows point into */
    size_t block_count, block_room;
    size_t used, size;     /* of the last block */
    struct value_row *row; /* the one that is being stored */
};

void held_responses_open(struct held_responses *h, sqlite3 *db,
                         const struct contract_file *contract);
/* Leaves it empty. */
void held_responses_done(struct held_responses *h);

/* Gives the rows kept so far to one that keeps none yet. */
void held_responses_move(struct held_responses *from, struct held_responses *to);

/* The row kept under that identifier, or NULL; lives until the next is kept. */
const struct held_response *held_responses_find(struct held_responses *h, struct slice id);
/* Does the row say what that one says, wherever it stands? */
bool held_responses_same(struct held_responses *h, const struct held_response *other,
                         const struct value_row *row);
/* Copies the row, whose identifier is not kept yet. */
void held_responses_keep(struct held_responses *h, const struct value_row *row);

/* Writes them all, and temp.inexact_response; nothing can be found or kept afterwards. Errors: as
 * database_failed. */
MUST_CHECK bool held_responses_store(struct held_responses *h, sqlite3 *db, struct error *err);

#endif
