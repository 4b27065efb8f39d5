/* SPDX-License-Identifier: MIT */
#include "derive/cells.h"

#include "base/memory.h"
#include "derive/compare.h"
#include "derive/facts.h"

#include <stdlib.h>

/* One force's rows on one request, and scratch by question_no. */
struct run {
    const struct inputs *in;
    struct cell *cells; /* of all runs so far */
    size_t count, room;
    size_t first, end; /* of the facts */
    int32_t *answered; /* stamp of the letter that answers the question separately */
    int32_t *chosen;   /* stamp of the tool for which the question has its row */
    int32_t letter_stamp, tool_stamp;
};

static bool is_whole_letter(const struct fact *f)
{
    return f->question_no == 0;
}

/* Which questions of a letter that holds a part are answered is not said: only what it says
 * of use speaks for those on use (clause 50). */
static int8_t position_on_question(const struct inputs *in, int32_t question_no,
                                   const struct fact *f)
{
    if (f->stance != STANCE_HELD_PART || !is_whole_letter(f) || !question_no)
        return f->position;
    enum topic topic = (enum topic)in->questions[question_no].expanded_topic;
    return (int8_t)(topic_is_use(topic) ? stated_position(f->use) : POSITION_SILENT);
}

static void add_cell(struct run *run, int32_t question_no, size_t fact)
{
    run->chosen[question_no] = run->tool_stamp;
    run->cells = memory_grow(run->cells, run->count, &run->room, sizeof *run->cells);
    const struct fact *f = &run->in->facts[fact];
    run->cells[run->count++] =
        (struct cell){.request_no = f->request_no,
                      .question_no = question_no,
                      .tool_no = f->tool_no,
                      .force_no = f->force_no,
                      .fact = (int32_t)fact,
                      .position = position_on_question(run->in, question_no, f)};
}

/* The fact in [first, end) about the tool and question whose response_id is last. */
static bool last_row(struct run *run, size_t first, size_t end, const struct fact *like,
                     size_t *ret_fact, struct error *err)
{
    const struct fact *facts = run->in->facts;
    bool found = false;
    for (size_t i = first; i < end; i++) {
        if (facts[i].tool_no != like->tool_no || facts[i].question_no != like->question_no)
            continue;
        bool is_later = true;
        if (found &&
            !fact_is_later_identifier(run->in, &facts[i], &facts[*ret_fact], &is_later, err))
            return false;
        if (is_later)
            *ret_fact = i;
        found = true;
    }
    return true;
}

/* A whole-letter row stands for what its own letter does not answer separately. */
static void expand_whole_letter(struct run *run, size_t fact)
{
    const struct inputs *in = run->in;
    int32_t request = in->facts[fact].request_no;
    int32_t first = in->first_question[request], end = in->first_question[request + 1];
    if (first == end && run->chosen[0] != run->tool_stamp)
        add_cell(run, 0, fact);
    for (int32_t i = first; i < end; i++) {
        int32_t question = in->question_order[i];
        if (run->answered[question] != run->letter_stamp &&
            run->chosen[question] != run->tool_stamp)
            add_cell(run, question, fact);
    }
}

/* One letter, rows [first, end), for one tool: fills the questions that no later
 * letter has filled. */
static bool take_letter(struct run *run, size_t first, size_t end, int32_t tool_no,
                        struct error *err)
{
    const struct fact *facts = run->in->facts;
    run->letter_stamp++;
    size_t whole = end;
    for (size_t i = first; i < end; i++) {
        run->answered[facts[i].question_no] = run->letter_stamp;
        if (facts[i].tool_no == tool_no && is_whole_letter(&facts[i]))
            whole = i;
    }
    for (size_t i = first; i < end; i++) {
        const struct fact *f = &facts[i];
        if (f->tool_no != tool_no || is_whole_letter(f) ||
            run->chosen[f->question_no] == run->tool_stamp)
            continue;
        size_t row = i;
        if (!last_row(run, first, end, f, &row, err))
            return false;
        add_cell(run, f->question_no, row);
    }
    if (whole == end)
        return true;
    if (!last_row(run, first, end, &facts[whole], &whole, err))
        return false;
    expand_whole_letter(run, whole);
    return true;
}

static bool take_tool(struct run *run, int32_t tool_no, struct error *err)
{
    run->tool_stamp++;
    for (size_t end = run->end; end > run->first;) {
        size_t first = end - 1;
        while (first > run->first &&
               fact_same_letter(&run->in->facts[first - 1], &run->in->facts[end - 1]))
            first--;
        if (!take_letter(run, first, end, tool_no, err))
            return false;
        end = first;
    }
    return true;
}

static bool take_request(struct run *run, size_t *tool_done, struct error *err)
{
    for (size_t i = run->first; i < run->end; i++) {
        int32_t tool_no = run->in->facts[i].tool_no;
        if (tool_done[tool_no] == run->end)
            continue;
        tool_done[tool_no] = run->end;
        if (!take_tool(run, tool_no, err))
            return false;
    }
    return true;
}

static int compare_cells(const void *left, const void *right)
{
    const struct cell *a = left, *b = right;
    COMPARE(request_no)
    COMPARE(question_no)
    COMPARE(tool_no)
    COMPARE(force_no)
    return 0;
}

bool cells_build(const struct inputs *in, struct cells *ret, struct error *err)
{
    struct run run = {.in = in};
    run.answered = memory_new(in->question_count + 1, sizeof *run.answered);
    run.chosen = memory_new(in->question_count + 1, sizeof *run.chosen);
    size_t *tool_done = memory_new(in->tool_count + 1, sizeof *tool_done);
    bool ok = true;
    while (ok && run.first < in->fact_count) {
        const struct fact *f = &in->facts[run.first];
        run.end = run.first;
        while (run.end < in->fact_count && in->facts[run.end].force_no == f->force_no &&
               in->facts[run.end].request_no == f->request_no)
            run.end++;
        ok = take_request(&run, tool_done, err);
        run.first = run.end;
    }
    free(tool_done);
    free(run.chosen);
    free(run.answered);
    if (run.count)
        qsort(run.cells, run.count, sizeof *run.cells, compare_cells);
    *ret = (struct cells){run.cells, run.count};
    return ok;
}

void cells_done(struct cells *c)
{
    memory_release(&c->cells);
}
