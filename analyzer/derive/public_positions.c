/* SPDX-License-Identifier: MIT
 * What the world knows of a force and a tool at the audit date (clause 36).
 */
#include "base/memory.h"
#include "derive/passes.h"
#include "store/row_map.h"

#include <stdlib.h>

static void begin_by(int32_t *line, int32_t day)
{
    if (day < *line)
        *line = day;
}

/* By tool: the first day on which there may have been advice about it, whatever its condition;
 * DAY_MAX: never (clause 48). The caller frees. */
static int32_t *lines_of_tools(const struct inputs *in)
{
    int32_t *own = memory_new(in->tool_count + 1, sizeof *own);
    int32_t *of_request = memory_new(in->request_count + 1, sizeof *of_request);
    int32_t *line = memory_new(in->tool_count + 1, sizeof *line);
    int32_t of_all = DAY_MAX;
    for (size_t i = 0; i <= in->tool_count; i++)
        own[i] = DAY_MAX;
    for (size_t i = 0; i <= in->request_count; i++)
        of_request[i] = DAY_MAX;
    for (size_t i = 0; i < in->guidance_count; i++) {
        const struct guidance *g = &in->guidance[i];
        if (g->from.earliest <= in->as_of)
            begin_by(g->tool_no      ? &own[g->tool_no]
                     : g->request_no ? &of_request[g->request_no]
                                     : &of_all,
                     g->from.earliest);
    }
    for (size_t tool = 0; tool < in->tool_count; tool++) {
        line[tool] = of_all;
        size_t steps = 0;
        for (int32_t up = (int32_t)tool; up && steps <= in->tool_count; up = in->parent_of[up]) {
            begin_by(&line[tool], own[up]);
            steps++;
        }
    }
    for (size_t i = 0; i < in->fact_count; i++)
        begin_by(&line[in->facts[i].tool_no], of_request[in->facts[i].request_no]);
    free(of_request);
    free(own);
    return line;
}

/* One force and tool: the own acknowledgement, or else the letter, it stands on. */
struct standpoint {
    int32_t acknowledgement_no; /* 0: none */
    int32_t letter;             /* index, -1: none */
};

/* The own acknowledgement certainly in force at as-of, the first by number. With
 * no date in the pack there is none. */
static void stand_on_record(const struct inputs *in, const struct record *record,
                            struct standpoint *points)
{
    for (size_t i = 0; in->as_of != DAY_MAX && i < record->count; i++) {
        const struct record_entry *e = &record->entries[i];
        if (e->level != LEVEL_OWN || window_on_day(&e->in_force, in->as_of) != CERTAINTY_CERTAIN)
            continue;
        struct standpoint *p = &points[(size_t)e->tool_no * in->force_count + (size_t)e->force_no];
        if (!p->acknowledgement_no)
            p->acknowledgement_no = e->acknowledgement_no;
    }
}

/* Letters stand in the order of clause 31, so the last one wins. */
static void stand_on_letters(const struct inputs *in, const struct letters *letters,
                             struct standpoint *points)
{
    for (size_t i = 0; i < letters->count; i++) {
        const struct letter *l = &letters->letters[i];
        if (l->speaks_for_request)
            points[(size_t)l->tool_no * in->force_count + (size_t)l->force_no].letter = (int32_t)i;
    }
}

struct position_row {
    int32_t tool_no, force_no;
    const char *position;
    int32_t acknowledgement_no, letter_no;
    bool qualified, older_than_line;
};
static const struct field position_fields[] = {
    FIELD(struct position_row, tool_no),
    FIELD(struct position_row, force_no),
    FIELD(struct position_row, position),
    FIELD_OPTIONAL(struct position_row, acknowledgement_no),
    FIELD_OPTIONAL(struct position_row, letter_no),
    FIELD(struct position_row, qualified),
    FIELD(struct position_row, older_than_line),
};

/* What it stands on, and the lines by tool. */
struct grounds {
    const struct letters *letters;
    const int32_t *lines;
};

static bool write_position(struct row_map *insert, struct position_row row,
                           const struct grounds *grounds, const struct standpoint *point,
                           struct error *err)
{
    row.position = positions.words[POSITION_CONFIRM];
    row.acknowledgement_no = point->acknowledgement_no;
    if (!point->acknowledgement_no) {
        const struct letter *letter = &grounds->letters->letters[point->letter];
        row.position = positions.words[letter->position_on_use];
        row.qualified = letter->qualified;
        int32_t line = grounds->lines[row.tool_no];
        row.older_than_line = line != DAY_MAX && letter->any_day.latest < line;
        row.letter_no = point->letter + 1;
    }
    return row_write(insert, &row, err);
}

static bool write_positions(const struct inputs *in, const struct grounds *grounds,
                            const struct standpoint *points, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(in->db, "insert_public_position", position_fields);
    for (size_t tool = 0; tool < in->tool_count; tool++)
        for (size_t force = 0; force < in->force_count; force++) {
            const struct standpoint *point = &points[tool * in->force_count + force];
            const struct position_row row = {.tool_no = (int32_t)tool, .force_no = (int32_t)force};
            if ((point->acknowledgement_no || point->letter >= 0) &&
                !write_position(&insert, row, grounds, point, err))
                return false;
        }
    return true;
}

bool public_positions_build(const struct inputs *in, const struct record *record,
                            const struct letters *letters, struct error *err)
{
    size_t places = in->tool_count * in->force_count;
    struct standpoint *points __attribute__((cleanup(memory_release))) =
        memory_new(places, sizeof *points);
    for (size_t i = 0; i < places; i++)
        points[i].letter = -1;
    stand_on_record(in, record, points);
    stand_on_letters(in, letters, points);
    int32_t *lines __attribute__((cleanup(memory_release))) = lines_of_tools(in);
    const struct grounds grounds = {letters, lines};
    return write_positions(in, &grounds, points, err);
}
