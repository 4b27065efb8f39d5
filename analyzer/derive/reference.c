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

static bool load_regimes(struct inputs *ret, struct error *err)
{
    SCOPED_QUERY s = query_prepare(ret->db, "regime_of_forces");
    int8_t *regime_of = NULL;
    bool *is_territorial = NULL;
    size_t room = 0, room_of_kinds = 0;
    while (query_next(s)) {
        size_t no = (size_t)query_get_int(s, "force_no");
        while (ret->force_count <= no) {
            regime_of = memory_grow(regime_of, ret->force_count, &room, sizeof *regime_of);
            is_territorial = memory_grow(is_territorial, ret->force_count, &room_of_kinds,
                                         sizeof *is_territorial);
            is_territorial[ret->force_count] = false;
            regime_of[ret->force_count++] = 0;
        }
        regime_of[no] = (int8_t)vocabulary_code(&regimes, query_get_text(s, "regime"));
        is_territorial[no] = query_get_int(s, "is_territorial");
    }
    ret->regime_of = regime_of;
    ret->is_territorial = is_territorial;
    return query_done(s, err);
}

static bool load_request_ranks(struct inputs *ret, struct error *err)
{
    SCOPED_QUERY s = query_prepare(ret->db, "requests_by_id");
    int32_t *order = NULL;
    size_t room = 0, count = 0;
    while (query_next(s)) {
        int32_t no = (int32_t)query_get_int(s, "request_no");
        order = memory_grow(order, count, &room, sizeof *order);
        order[count++] = no;
        if ((size_t)no > ret->request_count)
            ret->request_count = (size_t)no;
    }
    int32_t *rank = memory_new(ret->request_count + 1, sizeof *rank);
    for (size_t i = 0; i < count; i++)
        rank[order[i]] = (int32_t)i;
    free(order);
    ret->request_rank = rank;
    return query_done(s, err);
}

static const struct field question_fields[] = {
    FIELD(struct question, question_no),
    FIELD(struct question, request_no),
    FIELD(struct question, listed_topic),
};

static bool load_listed_topics(struct inputs *ret, struct question **ret_questions,
                               struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(ret->db, "topics_listed", question_fields);
    struct question *questions = NULL, q = {0};
    size_t room = 0;
    while (row_next(&rows, &q)) {
        while (ret->question_count <= (size_t)q.question_no) {
            questions = memory_grow(questions, ret->question_count, &room, sizeof *questions);
            questions[ret->question_count++] =
                (struct question){.listed_topic = -1, .expanded_topic = TOPIC_USE};
        }
        q.expanded_topic = q.listed_topic;
        questions[q.question_no] = q;
    }
    *ret_questions = questions;
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

/* Clause 17, where questions.csv does not list the question. */
static bool expand_topics(const struct inputs *in, struct question *questions, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(in->db, "topics_given", given_topic_fields);
    struct given_topic given;
    while (row_next(&rows, &given)) {
        struct question *q = &questions[given.question_no];
        if (q->listed_topic < 0)
            q->expanded_topic = (int8_t)vocabulary_code(&topics, given.topic);
    }
    for (size_t i = 0; i < in->question_count; i++)
        if (questions[i].expanded_topic < 0)
            questions[i].expanded_topic = TOPIC_USE;
    return row_done(&rows, err);
}

static bool load_questions(struct inputs *ret, struct error *err)
{
    struct question *questions = NULL;
    bool ok = load_listed_topics(ret, &questions, err) && expand_topics(ret, questions, err);
    ret->questions = questions;
    return ok;
}

static const struct field question_order_fields[] = {
    FIELD(struct question, question_no),
    FIELD(struct question, request_no),
};

static bool order_questions(struct inputs *ret, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(ret->db, "questions_by_request", question_order_fields);
    int32_t *order = memory_new(ret->question_count + 1, sizeof *order);
    int32_t *first = memory_new(ret->request_count + 2, sizeof *first);
    int32_t placed = 0, request = 0;
    struct question q;
    while (row_next(&rows, &q)) {
        while (request < q.request_no)
            first[++request] = placed;
        order[placed++] = q.question_no;
    }
    while ((size_t)request < ret->request_count + 1)
        first[++request] = placed;
    ret->question_order = order;
    ret->first_question = first;
    return row_done(&rows, err);
}

static bool load_tools(struct inputs *ret, struct error *err)
{
    SCOPED_QUERY s = query_prepare(ret->db, "parents_of_tools");
    int32_t *parent_of = NULL;
    size_t room = 0;
    while (query_next(s)) {
        size_t no = (size_t)query_get_int(s, "tool_no");
        while (ret->tool_count <= no) {
            parent_of = memory_grow(parent_of, ret->tool_count, &room, sizeof *parent_of);
            parent_of[ret->tool_count++] = 0;
        }
        parent_of[no] = (int32_t)query_get_int(s, "parent_no");
    }
    ret->parent_of = parent_of;
    return query_done(s, err);
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

static bool load_guidance(struct inputs *ret, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(ret->db, "guidance_by_number", guidance_fields);
    struct guidance *guidance = NULL;
    size_t room = 0;
    struct guidance_row row = {0};
    while (row_next(&rows, &row)) {
        struct guidance g = row.guidance;
        g.from = or_always(row.from, DAY_MIN);
        g.in_force = window_between(g.from, or_always(row.to, DAY_MAX));
        g.condition = (int8_t)vocabulary_code(&guidance_conditions, row.condition);
        guidance = memory_grow(guidance, ret->guidance_count, &room, sizeof *guidance);
        guidance[ret->guidance_count++] = g;
    }
    ret->guidance = guidance;
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

static bool load_memberships(struct inputs *ret, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(ret->db, "memberships_by_force", membership_fields);
    struct membership *memberships = NULL;
    size_t room = 0;
    struct membership_row row;
    while (row_next(&rows, &row)) {
        memberships = memory_grow(memberships, ret->membership_count, &room, sizeof *memberships);
        memberships[ret->membership_count++] = (struct membership){
            row.collaboration_no, row.force_no,
            window_between(or_always(row.from, DAY_MIN), or_always(row.to, DAY_MAX))};
        if ((size_t)row.collaboration_no > ret->collaboration_count)
            ret->collaboration_count = (size_t)row.collaboration_no;
    }
    ret->memberships = memberships;
    return row_done(&rows, err);
}

static bool load_holidays(sqlite3 *db, bool scotland_only, struct holiday_calendar *ret,
                          struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "days_off");
    query_bind_int(s, "scotland_only", scotland_only);
    int32_t *days = NULL;
    size_t room = 0, count = 0;
    while (query_next(s)) {
        days = memory_grow(days, count, &room, sizeof *days);
        days[count++] = (int32_t)query_get_int(s, "day");
    }
    *ret = (struct holiday_calendar){days, count};
    return query_done(s, err);
}

static bool load_as_of(struct inputs *ret, struct error *err)
{
    SCOPED_QUERY s = query_prepare(ret->db, "day_of_audit");
    bool is_known = query_next(s) && !query_is_null(s, "as_of_day");
    ret->as_of = is_known ? (int32_t)query_get_int(s, "as_of_day") : DAY_MAX;
    return query_done(s, err);
}

bool reference_load(struct inputs *ret, struct error *err)
{
    return load_as_of(ret, err) && load_regimes(ret, err) && load_request_ranks(ret, err) &&
           load_questions(ret, err) && order_questions(ret, err) && load_tools(ret, err) &&
           load_guidance(ret, err) && load_memberships(ret, err) &&
           load_holidays(ret->db, false, &ret->uk, err) &&
           load_holidays(ret->db, true, &ret->scotland, err);
}

void inputs_done(struct inputs *in)
{
    void *const owned[] = {&in->facts,          &in->is_asked_about, &in->regime_of,
                           &in->is_territorial, &in->request_rank,   &in->questions,
                           &in->first_question, &in->question_order, &in->parent_of,
                           &in->guidance,       &in->memberships,    &in->uk.days,
                           &in->scotland.days};
    for (size_t i = 0; i < sizeof owned / sizeof *owned; i++)
        memory_release(owned[i]);
}
