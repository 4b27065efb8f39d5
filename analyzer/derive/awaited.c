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

/* Any row other than no_response is an answer. Sets *ret_no_response to such a row. */
static bool is_answered(const struct inputs *in, int32_t force_no, int32_t request_no,
                        int32_t *ret_no_response)
{
    for (size_t i = find_facts(in, force_no, request_no);
         i < in->fact_count && in->facts[i].force_no == force_no &&
         in->facts[i].request_no == request_no;
         i++) {
        if (in->facts[i].stance != STANCE_NO_RESPONSE)
            return true;
        *ret_no_response = in->facts[i].response_no;
    }
    return false;
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
    const char *overdue;
    int32_t response_no;
};
static const struct field awaited_fields[] = {
    FIELD(struct awaited_row, circulation_no),
    FIELD_OF_DAYS(struct awaited_row, due),
    FIELD(struct awaited_row, overdue),
    FIELD_OPTIONAL(struct awaited_row, response_no),
};

static const char *overdue_word(int32_t as_of, struct date_interval due)
{
    if (as_of <= due.earliest)
        return "";
    return as_of > due.latest ? "certain" : "possible";
}

static bool write_awaited(const struct inputs *in, struct row_map *insert,
                          const struct circulation_row *c, struct error *err)
{
    struct awaited_row row = {.circulation_no = c->circulation_no};
    if (is_answered(in, c->force_no, c->request_no, &row.response_no) ||
        !deadline_of(in, c->force_no, c->received, &row.due))
        return true;
    row.overdue = overdue_word(in->as_of, row.due);
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
