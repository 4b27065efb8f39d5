/* SPDX-License-Identifier: MIT */
#include "derive/record.h"

#include "base/memory.h"
#include "derive/columns.h"
#include "derive/days.h"
#include "derive/reference.h"
#include "store/query.h"

#include <stdlib.h>

static const char *const level_words[] = {"own", "collaboration", "third_party"};

struct acknowledgement {
    int32_t no, force_no, collaboration_no, tool_no;
    bool is_by_force, is_by_collaboration;
    struct date_interval published;
    struct window in_force;
};

static struct acknowledgement acknowledgement_from_row(sqlite3_stmt *s)
{
    struct slice publisher = query_column(s, 4);
    struct acknowledgement a = {.no = sqlite3_column_int(s, 0),
                                .force_no = sqlite3_column_int(s, 1),
                                .collaboration_no = sqlite3_column_int(s, 2),
                                .tool_no = sqlite3_column_int(s, 3),
                                .is_by_force = slice_is(publisher, "force"),
                                .is_by_collaboration = slice_is(publisher, "collaboration"),
                                .published = interval_columns(s, 5)};
    struct date_interval withdrawn = {DAY_MAX, DAY_MAX};
    if (sqlite3_column_int(s, 7)) /* on a day not known: any from publication on (clause 45) */
        withdrawn = interval_columns(s, 8);
    a.in_force = (struct window){{a.published.earliest, withdrawn.latest},
                                 {a.published.latest, withdrawn.earliest}};
    return a;
}

/* Both hold: the acknowledgement and the membership through which it speaks. */
static struct window both(struct window a, struct window b)
{
#define LATER(x, y)   ((x) > (y) ? (x) : (y))
#define EARLIER(x, y) ((x) < (y) ? (x) : (y))
    return (struct window){{LATER(a.possible.earliest, b.possible.earliest),
                            EARLIER(a.possible.latest, b.possible.latest)},
                           {LATER(a.certain.earliest, b.certain.earliest),
                            EARLIER(a.certain.latest, b.certain.latest)}};
#undef LATER
#undef EARLIER
}

static void add_entry(struct model *m, struct record_entry entry)
{
    m->record = memory_grow(m->record, m->record_count, &m->record_room, sizeof *m->record);
    m->record[m->record_count++] = entry;
}

/* Clause 13, for one tool of which it speaks. */
static void add_for_tool(struct model *m, const struct acknowledgement *a, int32_t tool_no)
{
    struct record_entry entry = {.tool_no = tool_no,
                                 .acknowledgement_no = a->no,
                                 .published = a->published,
                                 .in_force = a->in_force};
    if (a->force_no) {
        entry.force_no = a->force_no;
        entry.level = a->is_by_force ? LEVEL_OWN : LEVEL_THIRD_PARTY;
        add_entry(m, entry);
    }
    if (!a->collaboration_no)
        return;
    bool is_formal = a->is_by_force || a->is_by_collaboration;
    for (size_t i = 0; i < m->membership_count; i++) {
        const struct membership *member = &m->memberships[i];
        if (member->collaboration_no != a->collaboration_no)
            continue;
        entry.force_no = member->force_no;
        entry.level = is_formal ? LEVEL_COLLABORATION : LEVEL_THIRD_PARTY;
        entry.in_force = both(a->in_force, member->in_force);
        add_entry(m, entry);
    }
}

static int compare_entries(const void *left, const void *right)
{
    const struct record_entry *a = left, *b = right;
    COMPARE(force_no)
    COMPARE(tool_no)
    COMPARE(acknowledgement_no)
    COMPARE(level)
    COMPARE(in_force.possible.earliest)
    COMPARE(in_force.possible.latest)
    return 0;
}

static bool write_record(struct model *m, struct error *err)
{
    SCOPED_QUERY insert =
        query_prepare(m->db, "analyzer/derive/queries/insert_acknowledgement_for.sql");
    for (size_t i = 0; i < m->record_count; i++) {
        const struct record_entry *e = &m->record[i];
        query_int(insert, 1, e->force_no);
        query_int(insert, 2, e->tool_no);
        query_int(insert, 3, e->acknowledgement_no);
        query_text(insert, 4, slice_of(level_words[e->level]));
        query_int(insert, 5, e->in_force.possible.earliest);
        query_int(insert, 6, e->in_force.possible.latest);
        query_null(insert, 7);
        query_null(insert, 8);
        if (e->in_force.certain.earliest <= e->in_force.certain.latest) {
            query_int(insert, 7, e->in_force.certain.earliest);
            query_int(insert, 8, e->in_force.certain.latest);
        }
        if (!query_run(insert, err))
            return false;
    }
    return true;
}

bool record_build(struct model *m, struct error *err)
{
    SCOPED_QUERY s = query_prepare(m->db, "analyzer/derive/queries/acknowledgements.sql");
    bool row = false, ok = query_step(s, &row, err);
    for (; ok && row; ok = query_step(s, &row, err)) {
        struct acknowledgement a = acknowledgement_from_row(s);
        if (date_is_known(a.published) && a.published.earliest > m->as_of)
            continue;
        for (int32_t tool = 1; (size_t)tool < m->tool_count; tool++)
            if (m->is_asked_about[tool] && tool_distance(m, a.tool_no, tool) >= 0)
                add_for_tool(m, &a, tool);
    }
    if (ok && m->record_count)
        qsort(m->record, m->record_count, sizeof *m->record, compare_entries);
    return ok && write_record(m, err);
}

void record_find(const struct model *m, int32_t force_no, int32_t tool_no,
                 const struct record_entry **ret_first, size_t *ret_count)
{
    size_t low = 0, high = m->record_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct record_entry *e = &m->record[middle];
        if (e->force_no < force_no || (e->force_no == force_no && e->tool_no < tool_no))
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < m->record_count && m->record[end].force_no == force_no &&
           m->record[end].tool_no == tool_no)
        end++;
    *ret_first = m->record ? m->record + low : NULL;
    *ret_count = end - low;
}

/* Each entry's dates are read independently, so one entry alone has to be
 * certain for the level to be. */
enum certainty record_on_day(const struct record_entry *first, size_t count, enum level level,
                             int32_t day)
{
    enum certainty best = CERTAINTY_NONE;
    for (size_t i = 0; i < count; i++) {
        if (first[i].level != (int8_t)level)
            continue;
        enum certainty c = window_on_day(&first[i].in_force, day);
        if (c > best)
            best = c;
    }
    return best;
}
