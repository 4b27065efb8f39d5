/* SPDX-License-Identifier: MIT
 * Everything that rows refer to, with its numbers: forces, collaborations,
 * tools, requests and questions. Tools, requests and questions that no file
 * lists are added when an accepted row first names them.
 */
#ifndef CONCORD_INTAKE_REGISTRY_H
#define CONCORD_INTAKE_REGISTRY_H

#include "domain/vocabulary.h"
#include "intake/lookalikes.h"
#include "intake/names.h"
#include "intake/word_hints.h"
#include "store/row_map.h"

enum { REGIME_FOIA, REGIME_FOISA, REGIME_OTHER };
enum { ID_BYTES = 256 }; /* no identifier is longer, with its NUL */

/* How an identifier that no file lists is spelt: as it was met first, which stays while rows are
 * read, and as it will be shown. */
struct spelling {
    char *best;    /* the first in byte order so far; NULL: as it was met first */
    bool is_cells; /* of a cell of a row; until then of whatever else named it */
};

struct tool_entry {
    char *id;
    struct spelling spelling;
    bool is_listed;  /* in tools.csv */
    long first_line; /* in the file being read, where it is not listed */
    int64_t rows;
};

struct request_entry {
    char *id;
    struct spelling spelling;
    bool is_listed;  /* in requests.csv */
    int32_t tool_no; /* 0: none */
};

struct registry {
    struct word_book book;
    struct lookalikes lookalikes;
    struct word_hints stance_hints;
    struct names forces;
    int8_t *regimes; /* by force_no - 1 */
    size_t force_count, force_room;

    struct names collaborations;

    struct names tools;           /* as tools.csv names them */
    struct text_index tool_ids;   /* folded, of those it lacks */
    struct tool_entry *tool_list; /* by tool_no - 1 */
    size_t tool_count, tool_room;

    struct text_index request_ids;      /* folded, of those that requests.csv lacks */
    struct names requests;              /* identifiers and aliases of requests.csv */
    struct request_entry *request_list; /* by request_no - 1 */
    size_t request_count, request_room;

    struct text_index questions; /* "request_no:Q1" */
    size_t question_count;

    sqlite3 *db;
    struct row_map insert_tool, insert_request, insert_question;
};

/* Every error below is of kind OUTPUT. The database is borrowed until registry_close. */
void registry_open(struct registry *r, sqlite3 *db);
void registry_close(struct registry *r);
/* Reads the words of others, and letters that look like Latin ones. */
MUST_CHECK bool registry_read_book(struct registry *r, struct error *err);

/* Read what the tables hold now that a file is loaded. */
MUST_CHECK bool registry_read_forces(struct registry *r, struct error *err);
MUST_CHECK bool registry_read_collaborations(struct registry *r, struct error *err);
MUST_CHECK bool registry_read_tools(struct registry *r, struct error *err);

/* The number of a tool by identifier, name or alias, NAMES_UNKNOWN or NAMES_AMBIGUOUS. */
int32_t registry_find_tool(const struct registry *r, struct slice text);
/* The number of the tool of exactly that identifier in tools.csv, else of one that it lacks, or
 * NAMES_UNKNOWN. */
int32_t registry_find_tool_id(const struct registry *r, struct slice id);
/* The number of a normalised request identifier, NAMES_UNKNOWN or NAMES_AMBIGUOUS. */
int32_t registry_find_request(const struct registry *r, struct slice id);
/* The number of a question (upper-cased), or 0. */
int32_t registry_find_question(const struct registry *r, int32_t request_no, struct slice id);

/* Note what requests.csv and questions.csv define; return the number that their row must get.
 * The texts are copied; an id that is there already must not be noted again. */
int32_t registry_note_request(struct registry *r, struct slice id, int32_t tool_no,
                              struct slice aliases);
int32_t registry_note_question(struct registry *r, int32_t request_no, struct slice id);

/* Notes how a row spells what no file lists (SEMANTICS 63): of the cells of accepted and of
 * duplicate rows, the first in byte order is shown. */
void registry_note_tool_spelling(struct registry *r, int32_t number, struct slice text,
                                 bool is_cell);
void registry_note_request_spelling(struct registry *r, int32_t number, struct slice text);
/* Once all rows are read: what is shown becomes what is stored. */
MUST_CHECK bool registry_store_spellings(struct registry *r, struct error *err);

/* Add what a row names and no file lists: *ret_no is its number. The id is copied. */
MUST_CHECK bool registry_add_tool(struct registry *r, struct slice id, int32_t *ret_no,
                                  struct error *err);
MUST_CHECK bool registry_add_request(struct registry *r, struct slice id, int32_t *ret_no,
                                     struct error *err);
MUST_CHECK bool registry_add_question(struct registry *r, int32_t request_no, struct slice id,
                                      int32_t *ret_no, struct error *err);

#endif
