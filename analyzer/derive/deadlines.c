/* SPDX-License-Identifier: MIT
 * Answers that are still to come, or that have not come in time: to requests as they were
 * circulated, and to those of which a row says when they came and that there is no answer yet
 * (clause 77).
 */
#include "derive/deadline.h"
#include "derive/passes.h"
#include "store/row_map.h"

#include <stdlib.h>

struct circulation {
    int32_t circulation_no, request_no, force_no, tool_no;
    struct date_interval received;
};
static const struct field circulation_fields[] = {
    FIELD(struct circulation, circulation_no),   FIELD(struct circulation, request_no),
    FIELD(struct circulation, force_no),         FIELD_OPTIONAL(struct circulation, tool_no),
    FIELD_OF_DAYS(struct circulation, received),
};

struct deadline_row {
    int32_t force_no, request_no, tool_no, stage, circulation_no, response_no;
    struct date_interval received, twentieth, fortieth, due;
    int32_t due_working_days;
    const char *passed;
};
static const struct field deadline_fields[] = {
    FIELD(struct deadline_row, force_no),
    FIELD(struct deadline_row, request_no),
    FIELD_OPTIONAL(struct deadline_row, tool_no),
    FIELD(struct deadline_row, stage),
    FIELD_OPTIONAL(struct deadline_row, circulation_no),
    FIELD_OPTIONAL(struct deadline_row, response_no),
    FIELD_OF_DAYS(struct deadline_row, received),
    FIELD_OF_DAYS(struct deadline_row, twentieth),
    FIELD_OF_DAYS(struct deadline_row, fortieth),
    FIELD_OF_DAYS(struct deadline_row, due),
    FIELD(struct deadline_row, due_working_days),
    FIELD(struct deadline_row, passed),
};

static const struct date_interval unknown = {DAY_MIN, DAY_MAX};

/* The facts of one force and request. */
struct asked {
    const struct fact *facts;
    size_t count;
};

static bool is_answer(const struct fact *f)
{
    return f->stance != STANCE_NO_RESPONSE && f->stance != STANCE_EXTENDED;
}

/* At that stage or a later one: whoever answers a review has answered. */
static bool is_answered(const struct asked *a, int stage)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->facts[i].stage >= stage && is_answer(&a->facts[i]))
            return true;
    return false;
}

/* The rows of a stage stand together. */
static struct asked at_stage(const struct asked *a, int stage)
{
    struct asked s = {a->facts, 0};
    while (s.facts < a->facts + a->count && s.facts->stage < stage)
        s.facts++;
    while (s.facts + s.count < a->facts + a->count && s.facts[s.count].stage == stage)
        s.count++;
    return s;
}

/* A row of no_response, else one that takes more time; 0: none. */
static int32_t row_that_waits(const struct asked *s)
{
    int32_t extended = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (s->facts[i].stance == STANCE_NO_RESPONSE)
            return s->facts[i].response_no;
        if (s->facts[i].stance == STANCE_EXTENDED && !extended)
            extended = s->facts[i].response_no;
    }
    return extended;
}

static bool write_row(const struct inputs *in, struct row_map *insert, const struct asked *s,
                      struct deadline_row *row, struct error *err)
{
    struct date_interval today = {in->as_of, in->as_of};
    struct extensions extensions = extensions_of(s->facts, s->count);
    struct deadline d = {.due = unknown};
    row->twentieth = row->fortieth = unknown;
    if (deadline_of(in, row->force_no, row->received, &extensions, today, &d)) {
        row->passed = certainty_words[d.passed];
        deadline_day(in, row->force_no, row->received, 20, &row->twentieth);
        if (extensions.count || extensions.has_undated)
            deadline_day(in, row->force_no, row->received, 40, &row->fortieth);
    }
    row->due = d.due;
    row->due_working_days = d.working_days;
    row->response_no = row_that_waits(s);
    return row_write(insert, row, err);
}

static bool is_before(const struct fact *f, int32_t force_no, int32_t request_no)
{
    return f->force_no < force_no || (f->force_no == force_no && f->request_no < request_no);
}

static struct asked asked_of(const struct inputs *in, int32_t force_no, int32_t request_no)
{
    size_t low = 0, high = in->fact_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (is_before(&in->facts[middle], force_no, request_no))
            low = middle + 1;
        else
            high = middle;
    }
    struct asked a = {in->facts + low, 0};
    while (low + a.count < in->fact_count && a.facts[a.count].force_no == force_no &&
           a.facts[a.count].request_no == request_no)
        a.count++;
    return a;
}

static bool write_circulated(const struct inputs *in, struct row_map *insert, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(in->db, "circulations_received", circulation_fields);
    struct circulation c;
    bool ok = true;
    while (ok && row_next(&rows, &c)) {
        struct asked a = asked_of(in, c.force_no, c.request_no);
        struct asked initial = at_stage(&a, STAGE_INITIAL);
        struct deadline_row row = {.force_no = c.force_no,
                                   .request_no = c.request_no,
                                   .tool_no = c.tool_no,
                                   .stage = STAGE_INITIAL,
                                   .circulation_no = c.circulation_no,
                                   .received = c.received};
        ok = is_answered(&a, STAGE_INITIAL) || write_row(in, insert, &initial, &row, err);
    }
    return ok && row_done(&rows, err);
}

/* Of a stage whose rows say when the request came, and that no answer has. */
static bool write_stage(const struct inputs *in, struct row_map *insert, const struct asked *a,
                        int stage, struct error *err)
{
    struct asked s = at_stage(a, stage);
    const struct fact *dated = s.facts;
    while (dated < s.facts + s.count && !date_is_known(dated->received))
        dated++;
    if (dated == s.facts + s.count || is_answered(a, stage))
        return true;
    struct deadline_row row = {.force_no = dated->force_no,
                               .request_no = dated->request_no,
                               .tool_no = dated->tool_no,
                               .stage = stage,
                               .received = dated->received};
    return write_row(in, insert, &s, &row, err);
}

static bool write_told(const struct inputs *in, struct row_map *insert, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < in->fact_count;) {
        struct asked a = {in->facts + i, 0};
        bool may_wait = false;
        for (; i < in->fact_count && in->facts[i].force_no == a.facts->force_no &&
               in->facts[i].request_no == a.facts->request_no;
             i++) {
            may_wait |= !is_answer(&in->facts[i]);
            a.count++;
        }
        if (may_wait)
            ok = write_stage(in, insert, &a, STAGE_INITIAL, err) &&
                 write_stage(in, insert, &a, STAGE_INTERNAL_REVIEW, err);
    }
    return ok;
}

bool deadlines_build(const struct inputs *in, struct error *err)
{
    if (in->as_of == DAY_MAX)
        return true;
    SCOPED_ROW_MAP insert = row_writer(in->db, "insert_deadline", deadline_fields);
    return write_circulated(in, &insert, err) && write_told(in, &insert, err);
}
