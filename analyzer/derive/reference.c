/* SPDX-License-Identifier: MIT */
#include "derive/reference.h"

#include "base/memory.h"
#include "store/row_map.h"

#include <stdlib.h>

static struct date_interval or_always(struct date_interval d, int32_t end)
{
    return date_is_known(d) ? d : (struct date_interval){end, end};
}

/* From a beginning and an end, each inclusive and each an interval (clause 11). */
static struct window window_between(struct date_interval from, struct date_interval to)
{
    return (struct window){{from.earliest, to.latest}, {from.latest, to.earliest}};
}

static bool load_regimes(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "regime_of_forces");
    size_t room = 0;
    while (query_next(s)) {
        size_t no = (size_t)query_get_int(s, "force_no");
        while (m->force_count <= no) {
            m->regime_of = memory_grow(m->regime_of, m->force_count, &room, sizeof *m->regime_of);
            m->regime_of[m->force_count++] = 0;
        }
        m->regime_of[no] = (int8_t)vocabulary_code(&regimes, query_get_text(s, "regime"));
    }
    return query_done(s, err);
}

static bool load_request_ranks(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "requests_by_id");
    int32_t *order = NULL;
    size_t room = 0, count = 0;
    while (query_next(s)) {
        int32_t no = (int32_t)query_get_int(s, "request_no");
        order = memory_grow(order, count, &room, sizeof *order);
        order[count++] = no;
        if ((size_t)no > m->request_count)
            m->request_count = (size_t)no;
    }
    m->request_rank = memory_new(m->request_count + 1, sizeof *m->request_rank);
    for (size_t i = 0; i < count; i++)
        m->request_rank[order[i]] = (int32_t)i;
    free(order);
    return query_done(s, err);
}

static const struct field question_fields[] = {
    FIELD(struct question, question_no),
    FIELD(struct question, request_no),
    FIELD(struct question, listed_topic),
};

static bool load_question_rows(struct model *m, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(m->db, "topics_listed", question_fields);
    size_t room = 0;
    struct question q = {0};
    while (row_next(&rows, &q)) {
        while (m->question_count <= (size_t)q.question_no) {
            m->questions =
                memory_grow(m->questions, m->question_count, &room, sizeof *m->questions);
            m->questions[m->question_count++] =
                (struct question){.listed_topic = -1, .expanded_topic = TOPIC_USE};
        }
        q.expanded_topic = q.listed_topic;
        m->questions[q.question_no] = q;
    }
    return row_done(&rows, err);
}

struct given_topic {
    int32_t question_no;
    struct slice topic;
};
static const struct field given_topic_fields[] = {
    FIELD(struct given_topic, question_no),
    FIELD(struct given_topic, topic),
};

static bool resolve_question_topics(struct model *m, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(m->db, "topics_given", given_topic_fields);
    struct given_topic given;
    while (row_next(&rows, &given)) {
        struct question *q = &m->questions[given.question_no];
        if (q->listed_topic < 0)
            q->expanded_topic = (int8_t)vocabulary_code(&topics, given.topic);
    }
    for (size_t i = 0; i < m->question_count; i++)
        if (m->questions[i].expanded_topic < 0)
            m->questions[i].expanded_topic = TOPIC_USE;
    return row_done(&rows, err);
}

static const struct field question_order_fields[] = {
    FIELD(struct question, question_no),
    FIELD(struct question, request_no),
};

static bool order_questions(struct model *m, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(m->db, "questions_by_request", question_order_fields);
    m->question_order = memory_new(m->question_count + 1, sizeof *m->question_order);
    m->first_question = memory_new(m->request_count + 2, sizeof *m->first_question);
    int32_t placed = 0, request = 0;
    struct question q;
    while (row_next(&rows, &q)) {
        while (request < q.request_no)
            m->first_question[++request] = placed;
        m->question_order[placed++] = q.question_no;
    }
    while ((size_t)request < m->request_count + 1)
        m->first_question[++request] = placed;
    return row_done(&rows, err);
}

static bool load_tools(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "parents_of_tools");
    size_t room = 0;
    while (query_next(s)) {
        size_t no = (size_t)query_get_int(s, "tool_no");
        while (m->tool_count <= no) {
            m->parent_of = memory_grow(m->parent_of, m->tool_count, &room, sizeof *m->parent_of);
            m->parent_of[m->tool_count++] = 0;
        }
        m->parent_of[no] = (int32_t)query_get_int(s, "parent_no");
    }
    m->is_asked_about = memory_new(m->tool_count + 1, sizeof *m->is_asked_about);
    return query_done(s, err);
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

struct ancestor_row {
    int32_t tool_no, ancestor_no, distance;
};
static const struct field ancestor_fields[] = {
    FIELD(struct ancestor_row, tool_no),
    FIELD(struct ancestor_row, ancestor_no),
    FIELD(struct ancestor_row, distance),
};

static bool write_tool_ancestors(const struct model *m, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(m->db, "insert_tool_ancestor", ancestor_fields);
    for (int32_t tool = 1; (size_t)tool < m->tool_count; tool++) {
        struct ancestor_row row = {.tool_no = tool, .ancestor_no = tool};
        for (; row.ancestor_no && (size_t)row.distance <= m->tool_count; row.distance++) {
            if (!row_write(&insert, &row, err))
                return false;
            row.ancestor_no = m->parent_of[row.ancestor_no];
        }
    }
    return true;
}

struct guidance_row {
    struct guidance guidance; /* first, so that its fields are fields of the row */
    struct date_interval from, to;
    struct slice condition;
};
static const struct field guidance_fields[] = {
    FIELD(struct guidance, guidance_no),
    FIELD(struct guidance, request_no),
    FIELD(struct guidance, tool_no),
    FIELD_OF_DAYS(struct guidance_row, from),
    FIELD_OF_DAYS(struct guidance_row, to),
    FIELD(struct guidance_row, condition),
    FIELD_NAMED(struct guidance, expects[POSITION_CONFIRM], "expects_confirm"),
    FIELD_NAMED(struct guidance, expects[POSITION_DENY], "expects_deny"),
    FIELD_NAMED(struct guidance, expects[POSITION_NCND], "expects_ncnd"),
    FIELD(struct guidance, expects_partial),
};

static bool load_guidance(struct model *m, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(m->db, "guidance_by_number", guidance_fields);
    size_t room = 0;
    struct guidance_row row = {0};
    while (row_next(&rows, &row)) {
        struct guidance g = row.guidance;
        g.from = or_always(row.from, DAY_MIN);
        g.in_force = window_between(g.from, or_always(row.to, DAY_MAX));
        g.condition = (int8_t)vocabulary_code(&guidance_conditions, row.condition);
        m->guidance = memory_grow(m->guidance, m->guidance_count, &room, sizeof *m->guidance);
        m->guidance[m->guidance_count++] = g;
    }
    return row_done(&rows, err);
}

struct membership_row {
    int32_t collaboration_no, force_no;
    struct date_interval from, to;
};
static const struct field membership_fields[] = {
    FIELD(struct membership_row, collaboration_no),
    FIELD(struct membership_row, force_no),
    FIELD_OF_DAYS(struct membership_row, from),
    FIELD_OF_DAYS(struct membership_row, to),
};

static bool load_memberships(struct model *m, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(m->db, "memberships_by_force", membership_fields);
    size_t room = 0;
    struct membership_row row;
    while (row_next(&rows, &row)) {
        m->memberships =
            memory_grow(m->memberships, m->membership_count, &room, sizeof *m->memberships);
        m->memberships[m->membership_count++] = (struct membership){
            row.collaboration_no, row.force_no,
            window_between(or_always(row.from, DAY_MIN), or_always(row.to, DAY_MAX))};
        if ((size_t)row.collaboration_no > m->collaboration_count)
            m->collaboration_count = (size_t)row.collaboration_no;
    }
    return row_done(&rows, err);
}

static bool load_holidays(struct model *m, bool scotland_only, int32_t **ret_days,
                          struct holiday_calendar *ret_calendar, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "days_off");
    query_bind_int(s, "scotland_only", scotland_only);
    size_t room = 0, count = 0;
    while (query_next(s)) {
        *ret_days = memory_grow(*ret_days, count, &room, sizeof **ret_days);
        (*ret_days)[count++] = (int32_t)query_get_int(s, "day");
    }
    *ret_calendar = (struct holiday_calendar){*ret_days, count};
    return query_done(s, err);
}

static bool load_as_of(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "day_of_audit");
    bool is_known = query_next(s) && !query_is_null(s, "as_of_day");
    m->as_of = is_known ? (int32_t)query_get_int(s, "as_of_day") : DAY_MAX;
    return query_done(s, err);
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
