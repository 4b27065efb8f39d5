/* SPDX-License-Identifier: MIT */
#include "measure/public_answers.h"

#include "base/memory.h"
#include "store/query.h"

#include <stdlib.h>

static struct public_answer answer_from_row(sqlite3_stmt *s)
{
    return (struct public_answer){
        .tool_no = sqlite3_column_int(s, 0),
        .force_no = sqlite3_column_int(s, 1),
        .position = (enum position)vocabulary_code(&positions, query_column(s, 2)),
        .is_acknowledged = sqlite3_column_int(s, 3),
        .is_territorial = sqlite3_column_int(s, 4),
        .evidence = {(size_t)sqlite3_column_int64(s, 5), (size_t)sqlite3_column_int64(s, 6)},
        .letter_no = sqlite3_column_int(s, 7),
    };
}

/* An audit.db from elsewhere may hold any word. */
static bool check_answer(sqlite3 *db, const struct public_answer *a, struct error *err)
{
    if (!a->force_no || (int)a->position >= 0)
        return true;
    return error_set(err, ERROR_INPUT, sqlite3_db_filename(db, "main"), 0,
                     "Make it again with `concord audit`.", "it holds a position that is none");
}

struct rooms {
    size_t items, tools, first;
};

static void add_answer(struct public_answers *p, struct rooms *rooms, struct public_answer answer)
{
    if (p->tool_count == 0 || p->tools[p->tool_count - 1] != answer.tool_no) {
        p->tools = memory_grow(p->tools, p->tool_count, &rooms->tools, sizeof *p->tools);
        p->first = memory_grow(p->first, p->tool_count, &rooms->first, sizeof *p->first);
        p->tools[p->tool_count] = answer.tool_no;
        p->first[p->tool_count++] = p->count;
    }
    if (answer.force_no) {
        p->items = memory_grow(p->items, p->count, &rooms->items, sizeof *p->items);
        p->items[p->count++] = answer;
    }
}

bool public_answers_load(sqlite3 *db, bool is_public, struct public_answers *ret, struct error *err)
{
    *ret = (struct public_answers){0};
    struct rooms rooms = {0};
    SCOPED_QUERY forces = query_prepare(db, "analyzer/measure/queries/territorial_forces.sql");
    bool row = false, ok = query_step(forces, &row, err);
    ret->territorial = ok ? (size_t)sqlite3_column_int64(forces, 0) : 0;
    SCOPED_QUERY s = query_prepare(db, "analyzer/measure/queries/public_answers.sql");
    for (ok = ok && query_step(s, &row, err); ok && row; ok = ok && query_step(s, &row, err)) {
        struct public_answer answer = answer_from_row(s);
        if (is_public)
            answer.evidence = (struct evidence_count){0};
        ok = check_answer(db, &answer, err);
        if (ok)
            add_answer(ret, &rooms, answer);
    }
    if (!ok)
        public_answers_done(ret);
    return ok;
}

void public_answers_done(struct public_answers *p)
{
    free(p->items);
    free(p->tools);
    free(p->first);
    *p = (struct public_answers){0};
}

struct tool_answers tool_answers_at(const struct public_answers *p, size_t index)
{
    size_t end = index + 1 < p->tool_count ? p->first[index + 1] : p->count;
    return (struct tool_answers){p->items ? p->items + p->first[index] : NULL,
                                 end - p->first[index], p->territorial};
}

struct position_counts tool_answers_counts(struct tool_answers tool)
{
    size_t by_position[POSITION_SILENT + 1] = {0};
    for (size_t i = 0; i < tool.count; i++)
        by_position[tool.items[i].position]++;
    return (struct position_counts){by_position[POSITION_CONFIRM], by_position[POSITION_DENY],
                                    by_position[POSITION_NCND]};
}

struct map_counts tool_answers_map(struct tool_answers tool)
{
    struct map_counts map = {.forces = tool.territorial};
    for (size_t i = 0; i < tool.count; i++)
        if (tool.items[i].is_territorial) {
            map.confirming += tool.items[i].position == POSITION_CONFIRM;
            map.denying += tool.items[i].position == POSITION_DENY;
        }
    return map;
}

struct answers tool_answers_for_stats(struct tool_answers tool, struct evidence_count *room)
{
    struct answers answers = {.counts = tool_answers_counts(tool), .evidence = room};
    for (size_t i = 0; i < tool.count; i++) {
        const struct public_answer *a = &tool.items[i];
        if (a->position == POSITION_NCND && a->evidence.third_party + a->evidence.collaboration)
            room[answers.evidence_count++] = a->evidence;
    }
    return answers;
}

struct exposure tool_answers_exposure(struct tool_answers tool, const struct exposure_model *model)
{
    struct evidence_count *room __attribute__((cleanup(memory_release))) =
        memory_new(tool.count + 1, sizeof *room);
    struct answers answers = tool_answers_for_stats(tool, room);
    return exposure_of(model, &answers);
}

double public_answer_probability(const struct public_answer *a, const struct exposure_model *model,
                                 double p_use)
{
    if (a->position == POSITION_NCND)
        return exposure_with_evidence(model, p_use, a->evidence);
    return a->position == POSITION_CONFIRM ? 1 : 0;
}
