/* SPDX-License-Identifier: MIT
 * The exemptions that letters cite: each distinct set once per regime, each
 * citation classified by the statutory table of its Act (SEMANTICS 32, 44, 55).
 */
#ifndef CONCORD_INTAKE_EXEMPTION_SETS_H
#define CONCORD_INTAKE_EXEMPTION_SETS_H

#include "base/dictionary.h"
#include "domain/citation.h"
#include "intake/registry.h"
#include "store/row_map.h"

enum { SET_CITATIONS = 64, SET_BYTES = SET_CITATIONS * CITATION_BYTES };

struct statute_row {
    int32_t exemption_no;
    enum act act;
    char citation[CITATION_BYTES];
    bool is_ncnd, harm_test_needed, pit_needed, is_procedural;
};

struct exemption_sets {
    struct statute_row *statute;
    size_t statute_count, statute_room;
    struct text_index by_raw[3]; /* by regime: the cell as written -> set_no */
    struct text_index by_key[3]; /* by regime: the citations sorted -> set_no */
    sqlite3_stmt *insert_set;
    struct row_map insert_citation;
};

/* A list as one letter gives it. */
struct citation_list {
    char citations[SET_CITATIONS][CITATION_BYTES]; /* in its order, without repeats */
    size_t count;
};

/* Ended by exemption_sets_close; the database is borrowed until then. */
void exemption_sets_open(struct exemption_sets *sets, sqlite3 *db);
void exemption_sets_close(struct exemption_sets *sets);

/* Reads the statutory table from the database. Errors: OUTPUT. */
MUST_CHECK bool exemption_sets_read_statute(struct exemption_sets *sets, sqlite3 *db,
                                            struct error *err);

enum citation_fault { CITATIONS_OK, CITATIONS_UNREADABLE, CITATIONS_TOO_MANY };

/* Reads a list of somebody under the Act `own`; on a fault *ret_bad is the item,
 * a part of text. */
enum citation_fault citation_list_read(struct slice text, enum act own,
                                       struct citation_list *ret_list, struct slice *ret_bad);
/* "31(3);24(2)" */
void citation_list_write(const struct citation_list *list, char out[SET_BYTES]);

/* *ret_set is the number of the set that a cell means, or 0 where it is not there yet; on a fault
 * *ret_bad is the item, a part of text. For the regime `other` every text can be read, but not
 * more than SET_CITATIONS items. */
enum citation_fault exemption_sets_find(struct exemption_sets *sets, int regime, struct slice text,
                                        int32_t *ret_set, struct slice *ret_bad);

/* Adds the set of a cell that exemption_sets_find did not find. Errors: OUTPUT. */
MUST_CHECK bool exemption_sets_add(struct exemption_sets *sets, int regime, struct slice text,
                                   int32_t *ret_set, struct error *err);

#endif
