/* SPDX-License-Identifier: MIT
 * Loads one file of the contract, row by row: what all files have in common.
 * What is special about a file stands in its plan (plans.c, responses.c).
 */
#ifndef CONCORD_INTAKE_TABLE_H
#define CONCORD_INTAKE_TABLE_H

#include "intake/bare_numbers.h"
#include "intake/binding.h"
#include "intake/cell_notes.h"
#include "intake/contradictions.h"
#include "intake/file_notes.h"
#include "intake/heading_row.h"
#include "intake/identity.h"
#include "intake/other_scripts.h"

/* A whole load. */
struct intake {
    sqlite3 *db;
    const struct intake_options *options;
    struct pack pack;
    struct ledger ledger;
    struct registry registry;
    struct exemption_sets sets;
    bool has_extra_forces;
    int64_t extra_file_no; /* of forces_extra.csv, where it was read */
    struct bare_numbers bare_numbers;
    bool pack_has_forces; /* its own registry, so reference rows may name forces it lacks */
    bool has_latest_day;  /* of the dates that decide as-of (SEMANTICS 8) */
    int32_t latest_day;
    int32_t day_before;       /* the last of them before that; DAY_MIN: none */
    int32_t latest_exact_day; /* of all dates known to the day; DAY_MIN: none */
    bool has_inexact_day;     /* of date_responded not known to the day */
    int32_t inexact_day;      /* the last, as written */
    bool has_bounds;          /* an answer not dated to the day says when it was received or read */
    struct drafted *drafted;  /* rows of the draft, until the pack's are read; NULL: none */
};

/* Things that happen to many rows and are told once a file. */
enum tally {
    TALLY_UNSPECIFIED_TOOL,
    TALLY_STANCE_UNREAD,
    TALLY_TEXT_ABSENT,
    TALLY_TEXT_IS_LETTER,
    TALLY_TEXT_IS_NONE,
    TALLY_REGIME_OTHER,
    TALLY_UNUSED_REFERENCE,
    TALLY_BOUNDS_CROSS,
    TALLY_COUNT,
};

/* Values by the text of their cells, so that none is worked out twice. */
struct value_cache {
    struct text_index index; /* -> index into values */
    struct value *values;
    size_t count, room;
    size_t last; /* the value used last: rows often repeat it */
};

enum { ROW_FAULTS = CONTRACT_COLUMNS };

struct table {
    struct intake *intake;
    const struct plan *plan;
    const struct contract_file *contract;
    struct account account;
    struct header header;
    struct heading_rows heading_rows;
    struct csv_row raw;
    struct value_row row;
    struct row_fault *faults; /* of the row, ROW_FAULTS at most */
    size_t fault_count;
    struct cell_notes notes;
    struct other_scripts other_scripts;
    struct file_notes file_notes;
    bool tool_is_default;
    struct row_map insert;         /* where the plan has one */
    struct row_map insert_carried; /* where the file has columns of its own */
    struct identities identities;
    struct contradictions contradictions;
    struct value_cache caches[CONTRACT_COLUMNS];
    struct {
        long line;
        int64_t rows;
    } tallies[TALLY_COUNT];
    void *own; /* of the plan: made by start, freed by stop */
};

struct plan {
    const char *insert; /* a statement, bound as binding.h says; NULL: the plan stores the rows */
    void (*start)(struct table *t);
    void (*stop)(struct table *t);
    /* A rule over several cells, and defaults: false with the fault filled. */
    bool (*check)(struct table *t);
    /* NULL: identity_check. */
    bool (*identify)(struct table *t, enum identity *ret, long *ret_line, struct error *err);
    /* Once the row is accepted: what the insert shall find in t->row beside its cells. */
    bool (*before)(struct table *t, struct error *err);
    /* After the insert; row_no is that of the row. */
    bool (*after)(struct table *t, int64_t row_no, struct error *err);
    /* After the last row. */
    bool (*finish)(struct table *t, struct error *err);
};

extern const struct plan plans[FILE_COUNT];
extern const struct plan review_plan; /* of review_file (review.c) */

/* Loads a file that the pack or the reference data has, which stays the caller's. Errors: INPUT
 * where its header cannot be used; OUTPUT. */
MUST_CHECK bool table_load(struct intake *intake, const struct contract_file *contract,
                           struct pack_file *file, struct error *err);

/* Counts the row for a notice. */
void table_tally(struct table *t, enum tally tally);

/* The end of a date decides as-of where no other is later. */
void table_note_day(struct table *t, const struct value *date);
/* One that does not decide it. */
void table_note_exact_day(struct table *t, const struct value *date);
/* Those of an answer; where it is not dated to the day, bounds_of_letters has the last word. */
void table_note_letter(struct table *t, const struct value *received, const struct value *responded,
                       const struct value *retrieved);

#endif
