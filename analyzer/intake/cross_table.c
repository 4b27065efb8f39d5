/* SPDX-License-Identifier: MIT */
#include "intake/cross_table.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>

enum { FEWEST_COLUMNS = 2, NAMED = 4, HEADINGS_BYTES = NAMED * (SIGHT_SHOWN_BYTES + 8) };

/* The columns that hold answers. */
struct answered {
    const struct column_sight **list;
    size_t count;
};

static bool holds_answers(const struct column_sight *c, bool with_ticks)
{
    int64_t said = c->answers + (with_ticks ? c->ticks : 0);
    return c->column < 0 && *c->heading && said > 0 && mostly(said, c);
}

static struct answered find_answered(const struct table_sight *sight, bool with_ticks)
{
    struct answered a = {.list = memory_new(sight->count + 1, sizeof *a.list)};
    for (size_t i = 0; i < sight->count; i++)
        if (holds_answers(&sight->columns[i], with_ticks))
            a.list[a.count++] = &sight->columns[i];
    return a;
}

/* "Argus", "Borg" and 3 more */
static void write_headings(const struct answered *a, char out[HEADINGS_BYTES])
{
    size_t named = a->count > NAMED ? NAMED - 1 : a->count;
    out[0] = '\0';
    for (size_t i = 0; i < named; i++) {
        bool is_last = i + 1 == named && named == a->count;
        text_add(out, HEADINGS_BYTES, "%s\"%s\"",
                 i == 0    ? ""
                 : is_last ? " and "
                           : ", ",
                 a->list[i]->heading);
    }
    if (named < a->count)
        text_add(out, HEADINGS_BYTES, " and %zu more", a->count - named);
}

/* What most headings are. */
static const char *heading_as(const struct answered *a)
{
    size_t forces = 0, tools = 0, requests = 0, questions = 0;
    for (size_t i = 0; i < a->count; i++) {
        forces += a->list[i]->names_force;
        tools += a->list[i]->names_tool;
        requests += a->list[i]->names_request;
        questions += a->list[i]->names_question;
    }
    if (forces * 2 > a->count)
        return "force_id";
    if (tools * 2 > a->count)
        return "tool_id";
    if (requests * 2 > a->count)
        return "request_id";
    return questions * 2 > a->count ? "question_id"
                                    : "tool_id, request_id, question_id or date_responded";
}

/* A column for each stance, with a yes in one of them. */
static bool are_stances(const struct answered *a)
{
    size_t stances_named = 0;
    for (size_t i = 0; i < a->count; i++)
        stances_named += a->list[i]->names_answer;
    return stances_named * 2 > a->count;
}

static void write_advice(const struct answered *a, char *out, size_t size)
{
    if (are_stances(a))
        text_cut(out, size,
                 "Their headings are stances: write one column stance, and in each row the heading "
                 "whose cell says yes.");
    else
        text_cut(out, size,
                 "Write a row for each of these cells, with a response_id of its own: the heading "
                 "as %s, the cell as stance, and the other columns as they are. `concord schema "
                 "responses` lists the columns.",
                 heading_as(a));
}

bool cross_table_explain(const struct table_sight *sight, struct error *err)
{
    struct answered a = find_answered(sight, true);
    bool is_cross = a.count >= FEWEST_COLUMNS;
    if (is_cross) {
        char headings[HEADINGS_BYTES], next[400];
        struct error found = {0};
        write_headings(&a, headings);
        write_advice(&a, next, sizeof next);
        (void)error_set(&found, ERROR_INPUT, err->source, err->line, next,
                        "the file looks like a cross table: the columns %s hold answers (\"%s\")"
                        "%s",
                        headings, a.list[0]->example,
                        are_stances(&a) ? "" : ", and each answer needs a row of its own");
        *err = found;
    }
    free(a.list);
    return is_cross;
}

bool cross_table_tell(const struct table *t, struct error *err)
{
    if (t->header.carried_count < FEWEST_COLUMNS || t->contract != &contract_files[FILE_RESPONSES])
        return true;
    struct table_sight sight = table_sight_look(t);
    struct answered a = find_answered(&sight, false);
    bool ok = true;
    if (a.count >= FEWEST_COLUMNS) {
        char headings[HEADINGS_BYTES], next[400];
        write_headings(&a, headings);
        write_advice(&a, next, sizeof next);
        struct ledger_notice notice = {"cross-table", 0, (int64_t)a.count};
        ok = ledger_notice(t->account.ledger, &t->account, &notice, err,
                           "the columns %s hold answers (\"%s\"), which are not read. Are they "
                           "answers to other questions, or about other tools? %s",
                           headings, a.list[0]->example, next);
    }
    free(a.list);
    table_sight_done(&sight);
    return ok;
}
