/* SPDX-License-Identifier: MIT */
#include "measure/public_answers.h"

#include "base/memory.h"
#include "store/row_map.h"

#include <stdlib.h>

struct answer_row {
    struct public_answer answer;
    struct slice position;
};
static const struct field answer_fields[] = {
    FIELD_NAMED(struct answer_row, answer.tool_no, "tool_no"),
    FIELD_NAMED(struct answer_row, answer.force_no, "force_no"),
    FIELD_NAMED(struct answer_row, answer.letter_no, "letter_no"),
    FIELD(struct answer_row, position),
    FIELD_NAMED(struct answer_row, answer.is_qualified, "is_qualified"),
    FIELD_NAMED(struct answer_row, answer.is_acknowledged, "is_acknowledged"),
    FIELD_NAMED(struct answer_row, answer.is_territorial, "is_territorial"),
    FIELD_NAMED(struct answer_row, answer.evidence.third_party, "third_party"),
    FIELD_NAMED(struct answer_row, answer.evidence.collaboration, "collaboration"),
};

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

static bool load_answers(sqlite3 *db, bool is_public, struct public_answers *p, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(db, "public_answers", answer_fields);
    struct rooms rooms = {0};
    for (struct answer_row row; row_next(&rows, &row);) {
        row.answer.position = (enum position)vocabulary_code(&positions, row.position);
        if (is_public)
            row.answer.evidence = (struct evidence_count){0};
        if (!check_answer(db, &row.answer, err))
            return false;
        add_answer(p, &rooms, row.answer);
    }
    return row_done(&rows, err);
}

static bool count_territorial(sqlite3 *db, size_t *ret_forces, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "count_territorial_forces");
    *ret_forces = query_next(s) ? (size_t)query_get_int(s, "forces") : 0;
    return query_done(s, err);
}

bool public_answers_load(sqlite3 *db, bool is_public, struct public_answers *ret, struct error *err)
{
    *ret = (struct public_answers){0};
    bool ok =
        count_territorial(db, &ret->territorial, err) && load_answers(db, is_public, ret, err);
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

size_t tool_answers_qualified(struct tool_answers tool)
{
    size_t qualified = 0;
    for (size_t i = 0; i < tool.count; i++)
        qualified += tool.items[i].is_qualified;
    return qualified;
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
