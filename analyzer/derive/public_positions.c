/* SPDX-License-Identifier: MIT
 * What the world knows of a force and a tool at the audit date (clause 36).
 */
#include "base/memory.h"
#include "derive/passes.h"
#include "store/row_map.h"

#include <stdlib.h>

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

static bool write_position(struct row_map *insert, struct position_row row,
                           const struct letters *letters, const struct standpoint *point,
                           struct error *err)
{
    row.position = positions.words[POSITION_CONFIRM];
    row.acknowledgement_no = point->acknowledgement_no;
    if (!point->acknowledgement_no) {
        const struct letter *letter = &letters->letters[point->letter];
        row.position = positions.words[letter->position_on_use];
        row.qualified = letter->qualified;
        row.letter_no = point->letter + 1;
    }
    return row_write(insert, &row, err);
}

static bool write_positions(const struct inputs *in, const struct letters *letters,
                            const struct standpoint *points, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(in->db, "insert_public_position", position_fields);
    for (size_t tool = 0; tool < in->tool_count; tool++)
        for (size_t force = 0; force < in->force_count; force++) {
            const struct standpoint *point = &points[tool * in->force_count + force];
            const struct position_row row = {.tool_no = (int32_t)tool, .force_no = (int32_t)force};
            if ((point->acknowledgement_no || point->letter >= 0) &&
                !write_position(&insert, row, letters, point, err))
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
    return write_positions(in, letters, points, err);
}
