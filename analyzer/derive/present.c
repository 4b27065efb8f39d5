/* SPDX-License-Identifier: MIT
 * How an answer of the day of the audit would stand before the record and the advice, to a request
 * that the pack does not know: for each tool that was asked about, once for all forces of which
 * nothing is on record about it, and once for each of the others.
 */
#include "derive/passes.h"
#include "derive/standing.h"
#include "store/row_map.h"

enum { ANY_OTHER_FORCE = 0 };

struct present_row {
    int32_t tool_no, force_no;
    size_t reading;
    bool own_acknowledgement;
    int32_t guidance_no;
};
static const struct field present_fields[] = {
    FIELD(struct present_row, tool_no),
    FIELD(struct present_row, force_no),
    FIELD(struct present_row, reading),
    FIELD(struct present_row, own_acknowledgement),
    FIELD_OPTIONAL(struct present_row, guidance_no),
};

/* As a letter without a date, where the pack has none to say what day it is. */
static struct date_interval day_of_audit(const struct inputs *in)
{
    if (in->as_of == DAY_MAX)
        return (struct date_interval){DAY_MIN, DAY_MAX};
    return (struct date_interval){in->as_of, in->as_of};
}

static bool write_standing(struct standings *standings, struct row_map *insert, int32_t force_no,
                           int32_t tool_no, struct error *err)
{
    const struct inputs *in = standings->in;
    const struct fact answer = {
        .force_no = force_no, .tool_no = tool_no, .any_day = day_of_audit(in)};
    int32_t number = standing_of(standings, &answer);
    const struct standing *s = &standings->standings[number];
    for (size_t i = 0; i < s->count; i++) {
        const struct reading *r = &standings->readings[s->first + i];
        const struct present_row row = {
            .tool_no = tool_no,
            .force_no = force_no,
            .reading = i + 1,
            .own_acknowledgement = r->own != 0,
            .guidance_no = r->guidance < 0 ? 0 : in->guidance[r->guidance].guidance_no};
        if (!row_write(insert, &row, err))
            return false;
    }
    return true;
}

bool present_build(const struct inputs *in, const struct record *record, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(in->db, "insert_present_reading", present_fields);
    struct standings standings = {.in = in, .record = record};
    bool ok = true;
    for (int32_t tool = 1; ok && (size_t)tool < in->tool_count; tool++)
        if (in->is_asked_about[tool])
            ok = write_standing(&standings, &insert, ANY_OTHER_FORCE, tool, err);
    for (size_t i = 0; ok && i < record->count; i++) {
        const struct record_entry *e = &record->entries[i];
        if (i == 0 || e->force_no != e[-1].force_no || e->tool_no != e[-1].tool_no)
            ok = write_standing(&standings, &insert, e->force_no, e->tool_no, err);
    }
    standings_done(&standings);
    return ok;
}
