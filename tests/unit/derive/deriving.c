/* SPDX-License-Identifier: MIT */
#include "deriving.h"

#include "store/database.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

static const bool is_asked_about[] = {false, true, true, true};
static const int32_t parent_of[] = {0, 0, 1, 0};
static const int8_t regime_of[4];
static const int32_t request_rank[] = {0, 0, 1};
static const struct question questions[] = {{0},
                                            {1, 1, TOPIC_USE, TOPIC_USE},
                                            {2, 1, TOPIC_COST, TOPIC_COST},
                                            {3, 2, TOPIC_MEETINGS, TOPIC_MEETINGS}};
static const int32_t first_question[] = {0, 0, 2, 3}, question_order[] = {1, 2, 3};

static struct fact fact_from(const struct given_fact *g, int32_t response_no)
{
    return (struct fact){.response_no = response_no,
                         .force_no = g->force_no,
                         .request_no = g->request_no,
                         .question_no = g->question_no,
                         .tool_no = g->tool_no,
                         .received = UNDATED,
                         .responded = g->responded,
                         .written = g->responded,
                         .any_day = g->responded,
                         .topic = questions[g->question_no].expanded_topic,
                         .stage = (int8_t)g->stage,
                         .stance = (int8_t)g->stance,
                         .position = (int8_t)stance_position(g->stance),
                         .held = -1,
                         .use = -1,
                         .partial_ncnd = -1,
                         .harm_test = -1,
                         .public_interest_test = -1};
}

void deriving_begin(struct deriving *d, const struct given_fact given[DERIVING_FACTS])
{
    struct error err = {0};
    *d = (struct deriving){.in = {.as_of = 1000,
                                  .facts = d->facts,
                                  .is_asked_about = is_asked_about,
                                  .regime_of = regime_of,
                                  .force_count = 4,
                                  .request_rank = request_rank,
                                  .request_count = 2,
                                  .questions = questions,
                                  .question_count = 4,
                                  .first_question = first_question,
                                  .question_order = question_order,
                                  .parent_of = parent_of,
                                  .tool_count = 4}};
    ck_assert(database_create(":memory:", &d->in.db, &err));
    for (size_t i = 0; i < DERIVING_FACTS && given && given[i].force_no; i++)
        d->facts[d->in.fact_count++] = fact_from(&given[i], (int32_t)i + 1);
}

void deriving_end(struct deriving *d)
{
    sqlite3_close(d->in.db);
}

void deriving_check(const struct deriving *d, const char *sql, const char *expected)
{
    sqlite3_stmt *s = NULL;
    ck_assert_msg(sqlite3_prepare_v2(d->in.db, sql, -1, &s, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(d->in.db));
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (const char *separator = ""; sqlite3_step(s) == SQLITE_ROW; separator = "|")
        fprintf(out, "%s%s", separator, (const char *)sqlite3_column_text(s, 0));
    fclose(out);
    sqlite3_finalize(s);
    ck_assert_str_eq(text, expected);
    free(text);
}
