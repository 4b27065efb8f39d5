/* SPDX-License-Identifier: MIT
 * The question of `concord whatif`: which forces take which positions about which tool, read
 * from words and checked against the audit.
 */
#ifndef CONCORD_CMD_WHATIF_QUESTION_H
#define CONCORD_CMD_WHATIF_QUESTION_H

#include "base/error.h"
#include "measure/public_answers.h"

#include <sqlite3.h>

enum { MOST_CHANGES = 200 };

/* Words as typed, borrowed from argv. */
struct whatif_words {
    const char *changes[MOST_CHANGES]; /* FORCE=STANCE */
    size_t count;
    const char *tool; /* NULL: the tools that these forces have a position on */
};

struct position_change {
    int32_t force_no;
    enum position to; /* POSITION_SILENT: none */
    bool is_territorial;
    char *force; /* its name */
};

struct whatif_question {
    struct position_change changes[MOST_CHANGES];
    size_t count;
    int32_t tool_no; /* 0: not given */
};

/* Errors: USAGE, with the nearest names; of the database. Freed by whatif_question_done. */
MUST_CHECK bool whatif_question_read(sqlite3 *db, const struct whatif_words *words,
                                     struct whatif_question *ret, struct error *err);
void whatif_question_done(struct whatif_question *q);

#endif
