/* SPDX-License-Identifier: MIT
 * What the world knows of a force and a tool at the audit date (clause 36).
 */
#include "base/memory.h"
#include "derive/days.h"
#include "derive/passes.h"
#include "store/query.h"

#include <stdlib.h>

/* One force and tool: the own acknowledgement, or else the letter, it stands on. */
struct standpoint {
    int32_t acknowledgement_no; /* 0: none */
    int32_t letter;             /* index, -1: none */
};

/* The own acknowledgement certainly in force at as-of, the first by number. With
 * no date in the pack there is none. */
static void stand_on_record(const struct model *m, struct standpoint *points)
{
    for (size_t i = 0; m->as_of != DAY_MAX && i < m->record_count; i++) {
        const struct record_entry *e = &m->record[i];
        if (e->level != LEVEL_OWN || window_on_day(&e->in_force, m->as_of) != CERTAINTY_CERTAIN)
            continue;
        struct standpoint *p = &points[(size_t)e->tool_no * m->force_count + (size_t)e->force_no];
        if (!p->acknowledgement_no)
            p->acknowledgement_no = e->acknowledgement_no;
    }
}

/* Letters stand in the order of clause 31, so the last one wins. */
static void stand_on_letters(const struct model *m, struct standpoint *points)
{
    for (size_t i = 0; i < m->letter_count; i++) {
        const struct letter *l = &m->letters[i];
        if (l->speaks_for_request)
            points[(size_t)l->tool_no * m->force_count + (size_t)l->force_no].letter = (int32_t)i;
    }
}

static bool write_position(const struct model *m, sqlite3_stmt *insert, size_t place,
                           struct standpoint point, struct error *err)
{
    query_int(insert, 1, (int64_t)(place / m->force_count));
    query_int(insert, 2, (int64_t)(place % m->force_count));
    query_null(insert, 4);
    query_null(insert, 5);
    if (point.acknowledgement_no) {
        query_text(insert, 3, slice_of(positions.words[POSITION_CONFIRM]));
        query_int(insert, 4, point.acknowledgement_no);
    } else {
        query_text(insert, 3, slice_of(positions.words[m->letters[point.letter].position_on_use]));
        query_int(insert, 5, point.letter + 1);
    }
    return query_run(insert, err);
}

bool public_positions_build(struct model *m, struct error *err)
{
    size_t places = m->tool_count * m->force_count;
    struct standpoint *points __attribute__((cleanup(memory_release))) =
        memory_new(places, sizeof *points);
    for (size_t i = 0; i < places; i++)
        points[i].letter = -1;
    stand_on_record(m, points);
    stand_on_letters(m, points);
    SCOPED_QUERY insert =
        query_prepare(m->db, "analyzer/derive/queries/insert_public_position.sql");
    for (size_t i = 0; i < places; i++)
        if ((points[i].acknowledgement_no || points[i].letter >= 0) &&
            !write_position(m, insert, i, points[i], err))
            return false;
    return true;
}
