/* SPDX-License-Identifier: MIT */
#include "intake/binding.h"

#include "base/text.h"

static const struct field beside[] = {
    FIELD(struct value_row, file_no),         FIELD(struct value_row, line),
    FIELD(struct value_row, expects_confirm), FIELD(struct value_row, expects_deny),
    FIELD(struct value_row, expects_ncnd),
};
enum { BESIDE = sizeof beside / sizeof *beside };
/* No column gives more than two. */
enum { MOST_FIELDS = BESIDE + 2 * CONTRACT_COLUMNS, NAME_SIZE = 64 };

/* All that a statement may use of a file. */
struct offer {
    struct field fields[MOST_FIELDS];
    char names[MOST_FIELDS][NAME_SIZE];
    size_t count;
};

static void add(struct offer *o, const struct field *field)
{
    if (o->count == MOST_FIELDS)
        internal_fault("more than %d fields of a file: %s", MOST_FIELDS, field->name);
    o->fields[o->count] = *field;
    o->fields[o->count++].may_lack = true;
}

static void add_value(struct offer *o, size_t column, enum field_type type, size_t member,
                      struct slice stem, const char *suffix)
{
    size_t value = offsetof(struct value_row, values) + column * sizeof(struct value);
    char *name = o->names[o->count];
    add(o, &(struct field){.name = name,
                           .type = type,
                           .offset = value + member,
                           .known_at = value + offsetof(struct value, is_known)});
    text_fit(name, NAME_SIZE, "%.*s%s", (int)stem.length, stem.bytes, suffix);
}

static struct slice day_name(const char *name)
{
    return slice_without_end(slice_of(strncmp(name, "date_", 5) == 0 ? name + 5 : name), "_on");
}

static void add_column(struct offer *o, size_t i, const struct column *column)
{
    struct slice name = slice_of(column->name);
    const size_t number = offsetof(struct value, number), date = offsetof(struct value, date);
    switch ((int)column->type) {
    case COLUMN_DATE_OR_YES:
        add_value(o, i, FIELD_INT32, number, name, "");
        add_value(o, i, FIELD_DAYS, date, day_name(column->name), "");
        break;
    case COLUMN_DATE:
        add_value(o, i, FIELD_DAYS, date, day_name(column->name), "");
        break;
    case COLUMN_YES_NO:
    case COLUMN_NUMBER:
        add_value(o, i, FIELD_INT32, number, name, "");
        break;
    case COLUMN_FORCE:
    case COLUMN_FORCE_OR_ANY:
    case COLUMN_COLLABORATION:
        add_value(o, i, FIELD_INT32, number, slice_without_end(name, "_id"), "_no");
        break;
    default:
        add_value(o, i, FIELD_SLICE, offsetof(struct value, text), name, "");
        add_value(o, i, FIELD_INT32, number, slice_without_end(name, "_id"), "_no");
        break;
    }
}

static struct row_map open_map(sqlite3 *db, const char *statement,
                               const struct contract_file *contract, enum row_direction direction)
{
    struct offer o = {.count = 0};
    for (size_t i = 0; i < BESIDE; i++)
        add(&o, &beside[i]);
    for (size_t i = 0; i < contract->count; i++)
        add_column(&o, i, &contract->columns[i]);
    return row_map_open(db, statement, o.fields, o.count, direction);
}

struct row_map binding_open(sqlite3 *db, const char *statement,
                            const struct contract_file *contract)
{
    return open_map(db, statement, contract, ROW_WRITES);
}

struct row_map binding_of_columns(sqlite3 *db, const char *statement,
                                  const struct contract_file *contract)
{
    return open_map(db, statement, contract, ROW_READS);
}
