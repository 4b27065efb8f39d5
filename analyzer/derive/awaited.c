/* SPDX-License-Identifier: MIT
 * Who received a request and has not answered it (clause 30).
 */
#include "derive/deadline.h"
#include "derive/passes.h"
#include "store/query.h"

/* The first fact of a force and request, or fact_count. */
static size_t find_facts(const struct model *m, int32_t force_no, int32_t request_no)
{
    size_t low = 0, high = m->fact_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct fact *f = &m->facts[middle];
        if (f->force_no < force_no || (f->force_no == force_no && f->request_no < request_no))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Any row other than no_response is an answer. Sets *ret_no_response to such a row. */
static bool is_answered(const struct model *m, int32_t force_no, int32_t request_no,
                        int32_t *ret_no_response)
{
    for (size_t i = find_facts(m, force_no, request_no);
         i < m->fact_count && m->facts[i].force_no == force_no &&
         m->facts[i].request_no == request_no;
         i++) {
        if (m->facts[i].stance != STANCE_NO_RESPONSE)
            return true;
        *ret_no_response = m->facts[i].response_no;
    }
    return false;
}

static bool write_awaited(const struct model *m, sqlite3_stmt *insert, sqlite3_stmt *row,
                          struct error *err)
{
    int32_t force_no = sqlite3_column_int(row, 2), no_response = 0;
    if (is_answered(m, force_no, sqlite3_column_int(row, 1), &no_response))
        return true;
    struct date_interval due, received = {sqlite3_column_int(row, 3), sqlite3_column_int(row, 4)};
    if (!deadline_of(m, force_no, received, &due))
        return true;
    query_int(insert, 1, sqlite3_column_int(row, 0));
    query_int(insert, 2, due.earliest);
    query_int(insert, 3, due.latest);
    query_null(insert, 4);
    if (m->as_of > due.earliest)
        query_text(insert, 4, slice_of(m->as_of > due.latest ? "certain" : "possible"));
    query_null(insert, 5);
    if (no_response)
        query_int(insert, 5, no_response);
    return query_run(insert, err);
}

bool awaited_build(struct model *m, struct error *err)
{
    if (m->as_of == DAY_MAX)
        return true;
    SCOPED_QUERY rows = query_prepare(m->db, "analyzer/derive/queries/circulation.sql");
    SCOPED_QUERY insert = query_prepare(m->db, "analyzer/derive/queries/insert_awaited.sql");
    bool row = false, ok = query_step(rows, &row, err);
    for (; ok && row; ok = query_step(rows, &row, err))
        if (!write_awaited(m, insert, rows, err))
            return false;
    return ok;
}
