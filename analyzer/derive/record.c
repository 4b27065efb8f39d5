/* SPDX-License-Identifier: MIT */
#include "derive/record.h"

#include "base/memory.h"
#include "derive/compare.h"
#include "derive/tools.h"
#include "store/row_map.h"

#include <stdlib.h>

static const char *const level_words[] = {"own", "collaboration", "third_party"};

struct acknowledgement {
    int32_t acknowledgement_no, force_no, collaboration_no, tool_no;
    struct slice publisher;
    bool is_of_all, is_withdrawn;
    struct date_interval published, withdrawn;
    struct window in_force;
};
static const struct field acknowledgement_fields[] = {
    FIELD(struct acknowledgement, acknowledgement_no),
    FIELD(struct acknowledgement, force_no),
    FIELD(struct acknowledgement, collaboration_no),
    FIELD(struct acknowledgement, tool_no),
    FIELD(struct acknowledgement, publisher),
    FIELD(struct acknowledgement, is_of_all),
    FIELD(struct acknowledgement, is_withdrawn),
    FIELD_OF_DAYS(struct acknowledgement, published),
    FIELD_OF_DAYS(struct acknowledgement, withdrawn),
};

/* Withdrawn on a day not known: any from publication on (clause 45). */
static struct window window_of(const struct acknowledgement *a)
{
    struct date_interval end = a->withdrawn;
    if (!a->is_withdrawn)
        end = (struct date_interval){DAY_MAX, DAY_MAX};
    return (struct window){{a->published.earliest, end.latest},
                           {a->published.latest, end.earliest}};
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

/* The record while it is made. */
struct making {
    const struct inputs *in;
    struct record_entry *entries;
    size_t count, room;
};

static void add_entry(struct making *m, struct record_entry entry)
{
    m->entries = memory_grow(m->entries, m->count, &m->room, sizeof *m->entries);
    m->entries[m->count++] = entry;
}

/* By others, about every territorial force (clause 52). */
static void add_for_all(struct making *m, struct record_entry entry)
{
    entry.level = LEVEL_THIRD_PARTY;
    for (size_t force = 0; force < m->in->force_count; force++) {
        entry.force_no = (int32_t)force;
        if (m->in->is_territorial[force])
            add_entry(m, entry);
    }
}

/* Clause 13, for one tool of which it speaks. */
static void add_for_tool(struct making *m, const struct acknowledgement *a, int32_t tool_no)
{
    struct record_entry entry = {.tool_no = tool_no,
                                 .acknowledgement_no = a->acknowledgement_no,
                                 .published = a->published,
                                 .in_force = a->in_force};
    bool is_by_force = slice_is(a->publisher, "force");
    if (a->is_of_all)
        add_for_all(m, entry);
    if (a->force_no) {
        entry.force_no = a->force_no;
        entry.level = is_by_force ? LEVEL_OWN : LEVEL_THIRD_PARTY;
        add_entry(m, entry);
    }
    if (!a->collaboration_no)
        return;
    bool is_formal = is_by_force || slice_is(a->publisher, "collaboration");
    for (size_t i = 0; i < m->in->membership_count; i++) {
        const struct membership *member = &m->in->memberships[i];
        if (member->collaboration_no != a->collaboration_no)
            continue;
        if (is_by_force && member->force_no == a->force_no)
            continue; /* what is a force's own is not its collaboration's as well (clause 65) */
        entry.force_no = member->force_no;
        entry.level = is_formal ? LEVEL_COLLABORATION : LEVEL_THIRD_PARTY;
        entry.in_force = both(a->in_force, member->in_force);
        add_entry(m, entry);
    }
}

static void add_for_tools(struct making *m, const struct acknowledgement *a)
{
    for (int32_t tool = 1; (size_t)tool < m->in->tool_count; tool++)
        if (m->in->is_asked_about[tool] && tool_distance(m->in, a->tool_no, tool) >= 0)
            add_for_tool(m, a, tool);
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

struct entry_row {
    int32_t force_no, tool_no, acknowledgement_no;
    const char *level;
    int32_t possible_from, possible_to;
    struct date_interval certain;
};
static const struct field entry_fields[] = {
    FIELD(struct entry_row, force_no),           FIELD(struct entry_row, tool_no),
    FIELD(struct entry_row, acknowledgement_no), FIELD(struct entry_row, level),
    FIELD(struct entry_row, possible_from),      FIELD(struct entry_row, possible_to),
    FIELD_OF_DAYS(struct entry_row, certain),
};

static bool write_record(sqlite3 *db, const struct record *r, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(db, "insert_acknowledgement_for", entry_fields);
    for (size_t i = 0; i < r->count; i++) {
        const struct record_entry *e = &r->entries[i];
        struct entry_row row = {.force_no = e->force_no,
                                .tool_no = e->tool_no,
                                .acknowledgement_no = e->acknowledgement_no,
                                .level = level_words[e->level],
                                .possible_from = e->in_force.possible.earliest,
                                .possible_to = e->in_force.possible.latest,
                                .certain = {DAY_MIN, DAY_MAX}};
        if (e->in_force.certain.earliest <= e->in_force.certain.latest)
            row.certain = e->in_force.certain;
        if (!row_write(&insert, &row, err))
            return false;
    }
    return true;
}

bool record_build(const struct inputs *in, struct record *ret, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(in->db, "acknowledgements_of_record", acknowledgement_fields);
    struct making m = {.in = in};
    struct acknowledgement a = {0};
    while (row_next(&rows, &a)) {
        if (date_is_known(a.published) && a.published.earliest > in->as_of)
            continue;
        a.in_force = window_of(&a);
        add_for_tools(&m, &a);
    }
    if (m.count)
        qsort(m.entries, m.count, sizeof *m.entries, compare_entries);
    *ret = (struct record){m.entries, m.count};
    return row_done(&rows, err) && write_record(in->db, ret, err);
}

void record_done(struct record *r)
{
    memory_release(&r->entries);
}

void record_find(const struct record *r, int32_t force_no, int32_t tool_no,
                 const struct record_entry **ret_first, size_t *ret_count)
{
    size_t low = 0, high = r->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct record_entry *e = &r->entries[middle];
        if (e->force_no < force_no || (e->force_no == force_no && e->tool_no < tool_no))
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < r->count && r->entries[end].force_no == force_no &&
           r->entries[end].tool_no == tool_no)
        end++;
    *ret_first = r->entries ? r->entries + low : NULL;
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
