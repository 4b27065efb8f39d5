/* SPDX-License-Identifier: MIT */
#include "derive/facts.h"

#include "base/memory.h"
#include "derive/compare.h"
#include "store/row_map.h"

#include <stdlib.h>

/* The row's own topic, else what the question is about for all, else use (clause 62). */
static int8_t topic_as_given(const struct inputs *in, const struct fact *f)
{
    if (f->topic >= 0)
        return f->topic;
    return f->question_no ? in->questions[f->question_no].expanded_topic : (int8_t)TOPIC_USE;
}

static const struct field fact_fields[] = {
    FIELD(struct fact, response_no),
    FIELD(struct fact, force_no),
    FIELD(struct fact, request_no),
    FIELD(struct fact, question_no),
    FIELD(struct fact, tool_no),
    FIELD(struct fact, set_no),
    FIELD_OF_DAYS(struct fact, received),
    FIELD_OF_DAYS(struct fact, responded),
    FIELD_OF_DAYS(struct fact, written),
    FIELD_OF_DAYS(struct fact, any_day),
    FIELD(struct fact, topic),
    FIELD(struct fact, stage),
    FIELD(struct fact, stance),
    FIELD(struct fact, held),
    FIELD(struct fact, use),
    FIELD(struct fact, partial_ncnd),
    FIELD(struct fact, harm_test),
    FIELD(struct fact, public_interest_test),
    FIELD(struct fact, has_link),
    FIELD(struct fact, is_given),
};

/* Clauses 8 and 9: by its answer, or, where that has no date, by its receipt. */
static bool is_after_as_of(const struct inputs *in, const struct fact *f)
{
    if (date_is_known(f->responded))
        return f->responded.earliest > in->as_of;
    return date_is_known(f->received) && f->received.earliest > in->as_of;
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
    if (days == 0)
        days = compare_days(a->written, b->written);
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
           compare_days(a->written, b->written) == 0;
}

bool facts_load(struct inputs *ret, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(ret->db, "response_facts", fact_fields);
    struct fact *facts = NULL, f = {0};
    bool *is_asked_about = memory_new(ret->tool_count + 1, sizeof *is_asked_about);
    size_t room = 0;
    while (row_next(&rows, &f)) {
        if (is_after_as_of(ret, &f))
            continue;
        f.topic = topic_as_given(ret, &f);
        bool is_about_use = f.question_no == 0 || topic_is_use((enum topic)f.topic);
        f.position = (int8_t)shown_position((enum stance)f.stance, f.held, f.use, is_about_use);
        facts = memory_grow(facts, ret->fact_count, &room, sizeof *facts);
        facts[ret->fact_count++] = f;
        is_asked_about[f.tool_no] = true;
    }
    if (ret->fact_count)
        qsort(facts, ret->fact_count, sizeof *facts, compare_facts);
    ret->facts = facts;
    ret->is_asked_about = is_asked_about;
    return row_done(&rows, err);
}

/* The caller frees. */
static bool identifier_of(const struct inputs *in, int32_t response_no, char **ret_id,
                          struct error *err)
{
    SCOPED_QUERY s = query_prepare(in->db, "identifier_of_response");
    query_bind_int(s, "response_no", response_no);
    bool found = query_next(s);
    if (found)
        *ret_id = slice_copy(query_get_text(s, "response_id"));
    return query_done(s, err);
}

bool fact_is_later_identifier(const struct inputs *in, const struct fact *a, const struct fact *b,
                              bool *ret_later, struct error *err)
{
    SCOPED_TEXT first = NULL;
    SCOPED_TEXT second = NULL;
    if (!identifier_of(in, a->response_no, &first, err) ||
        !identifier_of(in, b->response_no, &second, err))
        return false;
    *ret_later = strcmp(first, second) > 0;
    return true;
}
