/* SPDX-License-Identifier: MIT */
#include "derive/reference.h"

#include "base/memory.h"
#include "derive/columns.h"
#include "store/query.h"

#include <stdlib.h>

struct date_interval interval_columns(sqlite3_stmt *s, int first)
{
    if (sqlite3_column_type(s, first) == SQLITE_NULL)
        return (struct date_interval){DAY_MIN, DAY_MAX};
    return (struct date_interval){sqlite3_column_int(s, first), sqlite3_column_int(s, first + 1)};
}

void bind_interval(sqlite3_stmt *s, int position, struct date_interval d)
{
    if (!date_is_known(d)) {
        query_null(s, position);
        query_null(s, position + 1);
        return;
    }
    query_int(s, position, d.earliest);
    query_int(s, position + 1, d.latest);
}

static struct date_interval or_always(struct date_interval d, int32_t end)
{
    return date_is_known(d) ? d : (struct date_interval){end, end};
}

/* From a beginning and an end, each inclusive and each an interval (clause 11). */
static struct window window_between(struct date_interval from, struct date_interval to)
{
    return (struct window){{from.earliest, to.latest}, {from.latest, to.earliest}};
}

/* The first column of the next row. */
static int32_t step_to(sqlite3_stmt *s, bool *ret_row, struct error *err, bool *ret_ok)
{
    *ret_ok = query_step(s, ret_row, err);
    return *ret_ok && *ret_row ? sqlite3_column_int(s, 0) : 0;
}

static bool load_regimes(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/regimes.sql");
    size_t room = 0;
    bool row = false, ok = false;
    for (int32_t no = step_to(s, &row, err, &ok); ok && row; no = step_to(s, &row, err, &ok)) {
        while (m->force_count <= (size_t)no) {
            m->regime_of = memory_grow(m->regime_of, m->force_count, &room, sizeof *m->regime_of);
            m->regime_of[m->force_count++] = 0;
        }
        m->regime_of[no] = (int8_t)vocabulary_code(&regimes, query_column(s, 1));
    }
    return ok;
}

static bool load_request_ranks(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/requests_in_order.sql");
    int32_t *order = NULL;
    size_t room = 0, count = 0;
    bool row = false, ok = false;
    for (int32_t no = step_to(s, &row, err, &ok); ok && row; no = step_to(s, &row, err, &ok)) {
        order = memory_grow(order, count, &room, sizeof *order);
        order[count++] = no;
        if ((size_t)no > m->request_count)
            m->request_count = (size_t)no;
    }
    m->request_rank = memory_new(m->request_count + 1, sizeof *m->request_rank);
    for (size_t i = 0; i < count; i++)
        m->request_rank[order[i]] = (int32_t)i;
    free(order);
    return ok;
}

static bool load_question_rows(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/questions.sql");
    size_t room = 0;
    bool row = false, ok = false;
    for (int32_t no = step_to(s, &row, err, &ok); ok && row; no = step_to(s, &row, err, &ok)) {
        while (m->question_count <= (size_t)no) {
            m->questions =
                memory_grow(m->questions, m->question_count, &room, sizeof *m->questions);
            m->questions[m->question_count++] = (struct question){0, 0, -1, TOPIC_USE};
        }
        bool is_listed = sqlite3_column_type(s, 2) != SQLITE_NULL;
        int8_t topic = is_listed ? (int8_t)sqlite3_column_int(s, 2) : -1;
        m->questions[no] = (struct question){no, sqlite3_column_int(s, 1), topic, topic};
    }
    return ok;
}

static bool resolve_question_topics(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/question_topics_given.sql");
    bool row = false, ok = false;
    for (int32_t no = step_to(s, &row, err, &ok); ok && row; no = step_to(s, &row, err, &ok))
        if (m->questions[no].listed_topic < 0)
            m->questions[no].expanded_topic = (int8_t)vocabulary_code(&topics, query_column(s, 1));
    for (size_t i = 0; i < m->question_count; i++)
        if (m->questions[i].expanded_topic < 0)
            m->questions[i].expanded_topic = TOPIC_USE;
    return ok;
}

static bool order_questions(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/questions_by_request.sql");
    m->question_order = memory_new(m->question_count + 1, sizeof *m->question_order);
    m->first_question = memory_new(m->request_count + 2, sizeof *m->first_question);
    int32_t placed = 0, request = 0;
    bool row = false, ok = false;
    for (int32_t no = step_to(s, &row, err, &ok); ok && row; no = step_to(s, &row, err, &ok)) {
        while (request < sqlite3_column_int(s, 1))
            m->first_question[++request] = placed;
        m->question_order[placed++] = no;
    }
    while ((size_t)request < m->request_count + 1)
        m->first_question[++request] = placed;
    return ok;
}

static bool load_tools(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/tools.sql");
    size_t room = 0;
    bool row = false, ok = false;
    for (int32_t no = step_to(s, &row, err, &ok); ok && row; no = step_to(s, &row, err, &ok)) {
        while (m->tool_count <= (size_t)no) {
            m->parent_of = memory_grow(m->parent_of, m->tool_count, &room, sizeof *m->parent_of);
            m->parent_of[m->tool_count++] = 0;
        }
        m->parent_of[no] = sqlite3_column_int(s, 1);
    }
    m->is_asked_about = memory_new(m->tool_count + 1, sizeof *m->is_asked_about);
    return ok;
}

/* The steps are bounded, so that a loop of parents, which intake refuses, could
 * not hang the audit either. */
int tool_distance(const struct model *m, int32_t tool_no, int32_t ancestor)
{
    int32_t at = tool_no;
    for (int distance = 0; at && (size_t)distance <= m->tool_count; distance++) {
        if (at == ancestor)
            return distance;
        at = m->parent_of[at];
    }
    return -1;
}

static bool write_tool_ancestors(struct model *m, struct error *err)
{
    SCOPED_QUERY insert = query_prepare(m->db, "analyzer/derive/queries/insert_tool_ancestor.sql");
    for (int32_t tool = 1; (size_t)tool < m->tool_count; tool++) {
        int32_t at = tool;
        for (int distance = 0; at && (size_t)distance <= m->tool_count; distance++) {
            query_int(insert, 1, tool);
            query_int(insert, 2, at);
            query_int(insert, 3, distance);
            if (!query_run(insert, err))
                return false;
            at = m->parent_of[at];
        }
    }
    return true;
}

static struct guidance guidance_from_row(sqlite3_stmt *s)
{
    struct guidance g = {.guidance_no = sqlite3_column_int(s, 0),
                         .request_no = sqlite3_column_int(s, 1),
                         .tool_no = sqlite3_column_int(s, 2)};
    g.from = or_always(interval_columns(s, 3), DAY_MIN);
    g.in_force = window_between(g.from, or_always(interval_columns(s, 5), DAY_MAX));
    g.condition = (int8_t)vocabulary_code(&guidance_conditions, query_column(s, 7));
    for (int p = 0; p < 3; p++)
        g.expects[p] = sqlite3_column_int(s, 8 + p) != 0;
    g.expects_partial = sqlite3_column_int(s, 11) != 0;
    return g;
}

static bool load_guidance(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/guidance.sql");
    size_t room = 0;
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        m->guidance = memory_grow(m->guidance, m->guidance_count, &room, sizeof *m->guidance);
        m->guidance[m->guidance_count++] = guidance_from_row(s);
    }
    return ok;
}

static bool load_memberships(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/memberships.sql");
    size_t room = 0;
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        struct membership member = {sqlite3_column_int(s, 0), sqlite3_column_int(s, 1),
                                    window_between(or_always(interval_columns(s, 2), DAY_MIN),
                                                   or_always(interval_columns(s, 4), DAY_MAX))};
        m->memberships =
            memory_grow(m->memberships, m->membership_count, &room, sizeof *m->memberships);
        m->memberships[m->membership_count++] = member;
        if ((size_t)member.collaboration_no > m->collaboration_count)
            m->collaboration_count = (size_t)member.collaboration_no;
    }
    return ok;
}

static bool load_holidays(struct model *m, bool scotland_only, int32_t **ret_days,
                          struct holiday_calendar *ret_calendar, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/holidays.sql");
    query_int(s, 1, scotland_only);
    size_t room = 0, count = 0;
    bool row = false, ok = false;
    for (int32_t day = step_to(s, &row, err, &ok); ok && row; day = step_to(s, &row, err, &ok)) {
        *ret_days = memory_grow(*ret_days, count, &room, sizeof **ret_days);
        (*ret_days)[count++] = day;
    }
    *ret_calendar = (struct holiday_calendar){*ret_days, count};
    return ok;
}

static bool load_as_of(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/as_of.sql");
    bool row = false;
    if (!query_step(s, &row, err))
        return false;
    bool is_known = row && sqlite3_column_type(s, 0) != SQLITE_NULL;
    m->as_of = is_known ? sqlite3_column_int(s, 0) : DAY_MAX;
    return true;
}

bool model_load_reference(struct model *m, struct error *err)
{
    return load_as_of(m, err) && load_regimes(m, err) && load_request_ranks(m, err) &&
           load_question_rows(m, err) && resolve_question_topics(m, err) &&
           order_questions(m, err) && load_tools(m, err) && write_tool_ancestors(m, err) &&
           load_guidance(m, err) && load_memberships(m, err) &&
           load_holidays(m, false, &m->uk_days, &m->uk, err) &&
           load_holidays(m, true, &m->scottish_days, &m->scotland, err);
}

void model_done(struct model *m)
{
    void *const owned[] = {m->facts,          m->letters,        m->regime_of, m->request_rank,
                           m->questions,      m->first_question, m->parent_of, m->question_order,
                           m->is_asked_about, m->record,         m->guidance,  m->memberships,
                           m->uk_days,        m->scottish_days,  m->readings,  m->standings,
                           m->profiles,       m->cells};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        free(owned[i]);
    dictionary_done(&m->standing_index);
    dictionary_done(&m->profile_index);
}
