/* SPDX-License-Identifier: MIT */
#include "derive/facts.h"

#include "base/memory.h"
#include "derive/columns.h"
#include "store/query.h"

#include <stdlib.h>

static int8_t code_column(sqlite3_stmt *s, int column)
{
    if (sqlite3_column_type(s, column) == SQLITE_NULL)
        return -1;
    return (int8_t)sqlite3_column_int(s, column);
}

/* The row's own topic, else the one questions.csv gives, else use (clause 18). */
static int8_t topic_as_given(const struct model *m, int8_t own, int32_t question_no)
{
    if (own >= 0)
        return own;
    int8_t listed = question_no ? m->questions[question_no].listed_topic : (int8_t)-1;
    return listed >= 0 ? listed : (int8_t)TOPIC_USE;
}

static struct fact fact_from_row(const struct model *m, sqlite3_stmt *s)
{
    struct fact f = {.response_no = sqlite3_column_int(s, 0),
                     .force_no = sqlite3_column_int(s, 1),
                     .request_no = sqlite3_column_int(s, 2),
                     .question_no = sqlite3_column_int(s, 3),
                     .tool_no = sqlite3_column_int(s, 4),
                     .set_no = sqlite3_column_int(s, 5),
                     .received = interval_columns(s, 6),
                     .responded = interval_columns(s, 8),
                     .stage = code_column(s, 11),
                     .stance = code_column(s, 12),
                     .held = code_column(s, 13),
                     .partial_ncnd = code_column(s, 14),
                     .harm_test = code_column(s, 15),
                     .public_interest_test = code_column(s, 16),
                     .has_link = sqlite3_column_int(s, 17) != 0};
    f.topic = topic_as_given(m, code_column(s, 10), f.question_no);
    f.position = (int8_t)shown_position((enum stance)f.stance, f.held);
    return f;
}

/* Clauses 8 and 9: by its answer, or, where that has no date, by its receipt. */
static bool is_after_as_of(const struct model *m, const struct fact *f)
{
    if (date_is_known(f->responded))
        return f->responded.earliest > m->as_of;
    return date_is_known(f->received) && f->received.earliest > m->as_of;
}

static int compare_days(struct date_interval a, struct date_interval b)
{
    if (a.earliest != b.earliest)
        return a.earliest < b.earliest ? -1 : 1;
    return (a.latest > b.latest) - (a.latest < b.latest);
}

/* Letters of one force and request come in the order of clause 16. */
static int compare_facts(const void *left, const void *right)
{
    const struct fact *a = left, *b = right;
    COMPARE(force_no)
    COMPARE(request_no)
    COMPARE(stage)
    int days = compare_days(a->responded, b->responded);
    if (days)
        return days;
    COMPARE(tool_no)
    COMPARE(question_no)
    COMPARE(response_no)
    return 0;
}

bool fact_same_letter(const struct fact *a, const struct fact *b)
{
    return a->force_no == b->force_no && a->request_no == b->request_no && a->stage == b->stage &&
           compare_days(a->responded, b->responded) == 0;
}

bool model_load_facts(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/facts.sql");
    size_t room = 0;
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        m->facts = memory_grow(m->facts, m->fact_count, &room, sizeof *m->facts);
        struct fact f = fact_from_row(m, s);
        if (is_after_as_of(m, &f))
            continue;
        m->facts[m->fact_count++] = f;
        m->is_asked_about[f.tool_no] = true;
    }
    if (m->fact_count)
        qsort(m->facts, m->fact_count, sizeof *m->facts, compare_facts);
    return ok;
}

/* The caller frees. */
static bool identifier_of(struct model *m, int32_t response_no, char **ret_id, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/response_id.sql");
    query_int(s, 1, response_no);
    bool row = false;
    if (!query_step(s, &row, err))
        return false;
    *ret_id = slice_copy(query_column(s, 0));
    return true;
}

bool fact_is_later_identifier(struct model *m, const struct fact *a, const struct fact *b,
                              bool *ret_later, struct error *err)
{
    SCOPED_TEXT first = NULL;
    SCOPED_TEXT second = NULL;
    if (!identifier_of(m, a->response_no, &first, err) ||
        !identifier_of(m, b->response_no, &second, err))
        return false;
    *ret_later = strcmp(first, second) > 0;
    return true;
}
