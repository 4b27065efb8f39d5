/* SPDX-License-Identifier: MIT */
#include "store/row_map.h"

#include "base/error.h"
#include "base/text.h"

#include <math.h>

/* Of a parameter counted from 1, of a column from 0; less where there is none. */
static int look_up(const struct row_map *m, const char *name, enum row_direction direction)
{
    return direction == ROW_WRITES ? query_parameter_index(m->statement, name)
                                   : query_column_index(m->statement, name);
}

static bool is_there(int position, enum row_direction direction)
{
    return position >= (direction == ROW_WRITES ? 1 : 0);
}

static bool takes(const struct row_slot *slot, int position)
{
    return slot->position == position ||
           (slot->type == FIELD_DAYS && slot->position_of_latest == position);
}

static int find_position(const struct row_map *m, const char *name, enum row_direction direction)
{
    const char *what = direction == ROW_WRITES ? "parameter" : "column";
    int position = look_up(m, name, direction);
    if (!is_there(position, direction))
        internal_fault("no %s %s in: %s", what, name, sqlite3_sql(m->statement));
    for (size_t i = 0; i < m->count; i++)
        if (takes(&m->slots[i], position))
            internal_fault("two fields for %s %s in: %s", what, name, sqlite3_sql(m->statement));
    return position;
}

static void add_slot(struct row_map *m, const struct field *f, enum row_direction direction)
{
    char first[80];
    bool is_days = f->type == FIELD_DAYS;
    text_fit(first, sizeof first, "%s%s", f->name, is_days ? "_earliest" : "");
    if (f->may_lack && !is_there(look_up(m, first, direction), direction))
        return;
    if (m->count == ROW_MAP_FIELDS)
        internal_fault("more than %d fields in a row: %s", ROW_MAP_FIELDS, f->name);
    struct row_slot slot = {.type = f->type,
                            .is_optional = f->is_optional,
                            .offset = f->offset,
                            .known_at = f->known_at,
                            .position = find_position(m, first, direction)};
    if (is_days) {
        char latest[80];
        text_fit(latest, sizeof latest, "%s_latest", f->name);
        slot.position_of_latest = find_position(m, latest, direction);
    }
    m->slots[m->count++] = slot;
}

/* A parameter that nothing fills would be NULL, a column that nothing reads is forgotten. */
static void check_complete(const struct row_map *m, enum row_direction direction)
{
    int used = 0;
    for (size_t i = 0; i < m->count; i++)
        used += m->slots[i].type == FIELD_DAYS ? 2 : 1;
    int there = direction == ROW_WRITES ? sqlite3_bind_parameter_count(m->statement)
                                        : sqlite3_column_count(m->statement);
    if (used != there)
        internal_fault("%d fields for %d %s: %s", used, there,
                       direction == ROW_WRITES ? "parameters" : "columns",
                       sqlite3_sql(m->statement));
}

struct row_map row_map_over(sqlite3_stmt *statement, const struct field *fields, size_t count,
                            enum row_direction direction)
{
    struct row_map m = {.statement = statement};
    for (size_t i = 0; i < count; i++)
        add_slot(&m, &fields[i], direction);
    check_complete(&m, direction);
    return m;
}

struct row_map row_map_open(sqlite3 *db, const char *statement, const struct field *fields,
                            size_t count, enum row_direction direction)
{
    return row_map_over(query_prepare(db, statement), fields, count, direction);
}

void row_map_done(struct row_map *m)
{
    query_finalize(&m->statement);
}

/* In the order of enum field_type, up to FIELD_SIZE. */
static int64_t number_at(enum field_type type, const void *member)
{
    switch ((int)type) {
    case FIELD_BOOL:
        return *(const bool *)member;
    case FIELD_INT8:
        return *(const int8_t *)member;
    case FIELD_UINT8:
        return *(const uint8_t *)member;
    case FIELD_INT16:
        return *(const int16_t *)member;
    case FIELD_INT32:
        return *(const int32_t *)member;
    case FIELD_UINT32:
        return *(const uint32_t *)member;
    case FIELD_INT64:
        return *(const int64_t *)member;
    default:
        return (int64_t) * (const size_t *)member;
    }
}

static void set_number_at(enum field_type type, void *member, int64_t value)
{
    switch ((int)type) {
    case FIELD_BOOL:
        *(bool *)member = value != 0;
        break;
    case FIELD_INT8:
        *(int8_t *)member = (int8_t)value;
        break;
    case FIELD_UINT8:
        *(uint8_t *)member = (uint8_t)value;
        break;
    case FIELD_INT16:
        *(int16_t *)member = (int16_t)value;
        break;
    case FIELD_INT32:
        *(int32_t *)member = (int32_t)value;
        break;
    case FIELD_UINT32:
        *(uint32_t *)member = (uint32_t)value;
        break;
    case FIELD_INT64:
        *(int64_t *)member = value;
        break;
    default:
        *(size_t *)member = (size_t)value;
        break;
    }
}

bool row_slot_is_null(const struct row_slot *slot, const void *row)
{
    const void *member = (const char *)row + slot->offset;
    if (slot->known_at && !*(const bool *)((const char *)row + slot->known_at))
        return true;
    switch ((int)slot->type) {
    case FIELD_REAL:
        return isnan(*(const double *)member);
    case FIELD_SLICE:
        return ((const struct slice *)member)->length == 0;
    case FIELD_TEXT:
        return !*(const char *const *)member || !**(const char *const *)member;
    case FIELD_DAYS:
        return !date_is_known(*(const struct date_interval *)member);
    default:
        return slot->is_optional && number_at(slot->type, member) == 0;
    }
}

static void bind_null(sqlite3_stmt *s, struct row_slot *slot)
{
    if (slot->is_null)
        return;
    query_null(s, slot->position);
    if (slot->position_of_latest)
        query_null(s, slot->position_of_latest);
}

static void bind_known(sqlite3_stmt *s, const struct row_slot *slot, const void *member)
{
    const struct date_interval *days = member;
    switch ((int)slot->type) {
    case FIELD_REAL:
        query_real(s, slot->position, *(const double *)member);
        break;
    case FIELD_SLICE:
        query_text(s, slot->position, *(const struct slice *)member);
        break;
    case FIELD_TEXT:
        query_text(s, slot->position, slice_of(*(const char *const *)member));
        break;
    case FIELD_DAYS:
        query_int(s, slot->position, days->earliest);
        query_int(s, slot->position_of_latest, days->latest);
        break;
    default:
        query_int(s, slot->position, number_at(slot->type, member));
        break;
    }
}

void row_bind(struct row_map *m, const void *row)
{
    for (size_t i = 0; i < m->count; i++) {
        struct row_slot *slot = &m->slots[i];
        const void *member = (const char *)row + slot->offset;
        bool null = row_slot_is_null(slot, row);
        if (null)
            bind_null(m->statement, slot);
        else
            bind_known(m->statement, slot, member);
        slot->is_null = null;
    }
}

void row_slot_give(const struct row_slot *slot, const void *row, int column, sqlite3_context *out)
{
    if (row_slot_is_null(slot, row))
        return;
    const void *member = (const char *)row + slot->offset;
    const struct date_interval *days = member;
    struct slice text;
    switch ((int)slot->type) {
    case FIELD_REAL:
        sqlite3_result_double(out, *(const double *)member);
        break;
    case FIELD_SLICE:
    case FIELD_TEXT:
        text = slot->type == FIELD_SLICE ? *(const struct slice *)member
                                         : slice_of(*(const char *const *)member);
        sqlite3_result_text64(out, text.bytes, text.length, SQLITE_STATIC, SQLITE_UTF8);
        break;
    case FIELD_DAYS:
        sqlite3_result_int64(out, column == slot->position ? days->earliest : days->latest);
        break;
    default:
        sqlite3_result_int64(out, number_at(slot->type, member));
        break;
    }
}

bool row_write(struct row_map *m, const void *row, struct error *err)
{
    row_bind(m, row);
    return query_run(m->statement, err);
}

static void read_days(sqlite3_stmt *s, const struct row_slot *slot, struct date_interval *ret)
{
    *ret = (struct date_interval){DAY_MIN, DAY_MAX};
    if (sqlite3_column_type(s, slot->position) != SQLITE_NULL)
        ret->earliest = sqlite3_column_int(s, slot->position);
    if (sqlite3_column_type(s, slot->position_of_latest) != SQLITE_NULL)
        ret->latest = sqlite3_column_int(s, slot->position_of_latest);
}

static double read_real(sqlite3_stmt *s, int column)
{
    return sqlite3_column_type(s, column) == SQLITE_NULL ? (double)NAN
                                                         : sqlite3_column_double(s, column);
}

static void read_field(sqlite3_stmt *s, const struct row_slot *slot, void *member)
{
    switch ((int)slot->type) {
    case FIELD_REAL:
        *(double *)member = read_real(s, slot->position);
        break;
    case FIELD_SLICE:
        *(struct slice *)member = query_column(s, slot->position);
        break;
    case FIELD_TEXT:
        *(const char **)member = query_column(s, slot->position).bytes;
        break;
    case FIELD_DAYS:
        read_days(s, slot, member);
        break;
    default:
        set_number_at(slot->type, member, sqlite3_column_int64(s, slot->position));
        break;
    }
}

bool row_next(struct row_map *m, void *ret_row)
{
    if (!query_next(m->statement))
        return false;
    for (size_t i = 0; i < m->count; i++)
        read_field(m->statement, &m->slots[i], (char *)ret_row + m->slots[i].offset);
    return true;
}

bool row_done(struct row_map *m, struct error *err)
{
    return query_done(m->statement, err);
}
