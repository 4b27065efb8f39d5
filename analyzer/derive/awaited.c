/* SPDX-License-Identifier: MIT
 * Who received a request and has not answered it (clause 30).
 */
#include "derive/deadline.h"
#include "derive/passes.h"
#include "store/row_map.h"

/* The first fact of a force and request, or fact_count. */
static size_t find_facts(const struct inputs *in, int32_t force_no, int32_t request_no)
{
    size_t low = 0, high = in->fact_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct fact *f = &in->facts[middle];
        if (f->force_no < force_no || (f->force_no == force_no && f->request_no < request_no))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What a force sent about a request where it is no answer: nothing, or that it takes more time. */
struct wait {
    bool is_answered;
    int32_t response_no;          /* a row of no_response, else one that takes more time; 0: none */
    struct extensions extensions; /* initial ones (clause 58) */
};

static struct wait wait_of(const struct inputs *in, int32_t force_no, int32_t request_no)
{
    struct wait w = {0};
    size_t first = find_facts(in, force_no, request_no), end = first, initial = 0;
    int32_t extension = 0;
    for (; end < in->fact_count && in->facts[end].force_no == force_no &&
           in->facts[end].request_no == request_no;
         end++) {
        const struct fact *f = &in->facts[end];
        initial += f->stage == STAGE_INITIAL; /* they stand first */
        if (f->stance == STANCE_NO_RESPONSE)
            w.response_no = f->response_no;
        else if (f->stance == STANCE_EXTENDED)
            extension = f->response_no;
        else
            w.is_answered = true;
    }
    w.response_no = w.response_no ? w.response_no : extension;
    if (initial)
        w.extensions = extensions_of(&in->facts[first], initial);
    return w;
}

struct circulation_row {
    int32_t circulation_no, request_no, force_no;
    struct date_interval received;
};
static const struct field circulation_fields[] = {
    FIELD(struct circulation_row, circulation_no),
    FIELD(struct circulation_row, request_no),
    FIELD(struct circulation_row, force_no),
    FIELD_OF_DAYS(struct circulation_row, received),
};

struct awaited_row {
    int32_t circulation_no;
    struct date_interval due;
    int32_t due_working_days;
    const char *overdue;
    int32_t response_no;
};
static const struct field awaited_fields[] = {
    FIELD(struct awaited_row, circulation_no),       FIELD_OF_DAYS(struct awaited_row, due),
    FIELD(struct awaited_row, due_working_days),     FIELD(struct awaited_row, overdue),
    FIELD_OPTIONAL(struct awaited_row, response_no),
};

static bool write_awaited(const struct inputs *in, struct row_map *insert,
                          const struct circulation_row *c, struct error *err)
{
    struct wait wait = wait_of(in, c->force_no, c->request_no);
    struct date_interval today = {in->as_of, in->as_of};
    struct deadline d;
    if (wait.is_answered || !deadline_of(in, c->force_no, c->received, &wait.extensions, today, &d))
        return true;
    const struct awaited_row row = {.circulation_no = c->circulation_no,
                                    .due = d.due,
                                    .due_working_days = d.working_days,
                                    .overdue = certainty_words[d.passed],
                                    .response_no = wait.response_no};
    return row_write(insert, &row, err);
}

bool awaited_build(const struct inputs *in, struct error *err)
{
    if (in->as_of == DAY_MAX)
        return true;
    SCOPED_ROW_MAP rows = row_reader(in->db, "received_circulations", circulation_fields);
    SCOPED_ROW_MAP insert = row_writer(in->db, "insert_awaited", awaited_fields);
    struct circulation_row row;
    while (row_next(&rows, &row))
        if (!write_awaited(in, &insert, &row, err))
            return false;
    return row_done(&rows, err);
}
