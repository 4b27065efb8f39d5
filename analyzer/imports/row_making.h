/* SPDX-License-Identifier: MIT
 * Within this folder: one row of an export on its way into the pack.
 */
#ifndef CONCORD_IMPORTS_ROW_MAKING_H
#define CONCORD_IMPORTS_ROW_MAKING_H

#include "imports/import_job.h"
#include "imports/import_record.h"

struct row_making {
    struct import_job *job;
    struct import_record record;
    int64_t row_no;
    const char *in_file; /* borrowed */
    struct body bodies[BODIES_MAX];
    size_t body_count;
    const char *tools[TOOL_WORDS_MAX];
    size_t tool_count;
    bool is_in_pack;
    int64_t letter_no; /* of read_letter; 0: none */
};

/* What each of these finds goes into the record. Errors: of the database. */
MUST_CHECK bool row_fill_in(struct row_making *m, struct error *err); /* headings, options */
MUST_CHECK bool row_read_tools(struct row_making *m, struct error *err);
void row_read_dates(struct row_making *m);
MUST_CHECK bool row_read_letter(struct row_making *m, const struct body *body, struct error *err);

/* Writes the row of the pack about one body and one tool (NULL: none). */
MUST_CHECK bool pack_row_write(struct row_making *m, const struct body *body, const char *tool,
                               struct error *err);

/* Says what became of the row. */
MUST_CHECK bool row_leave_out(struct row_making *m, const char *reason, struct error *err);
MUST_CHECK bool row_reject(struct row_making *m, const char *column, const char *code,
                           const char *message, const char *suggestion, struct error *err);
MUST_CHECK bool row_is_unmapped(struct row_making *m, const char *field, const char *words,
                                struct error *err);

static inline const char *row_get(const struct row_making *m, const char *field)
{
    return import_record_get(&m->record, field);
}
static inline bool row_has(const struct row_making *m, const char *field)
{
    return import_record_has(&m->record, field);
}
static inline void row_set(struct row_making *m, const char *field, const char *words)
{
    import_record_set(&m->record, slice_of(field), slice_of(words));
}

#endif
