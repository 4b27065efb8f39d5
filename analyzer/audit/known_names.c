/* SPDX-License-Identifier: MIT */
#include "audit/known_names.h"

#include "base/memory.h"
#include "domain/name.h"
#include "store/row_map.h"
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>

struct known_row {
    int64_t number;
    struct slice id, name, aliases;
    bool is_territorial;
};
static const struct field known_fields[] = {
    FIELD(struct known_row, number),         FIELD(struct known_row, id),
    FIELD(struct known_row, name),           FIELD(struct known_row, aliases),
    FIELD(struct known_row, is_territorial),
};

static void add_row(struct known_names *known, const struct known_row *row)
{
    names_add(&known->names, (int32_t)row->number, row->id, row->name, row->aliases);
    known->shown =
        memory_grow(known->shown, known->count, &known->shown_room, sizeof *known->shown);
    known->is_territorial = memory_grow(known->is_territorial, known->count,
                                        &known->territorial_room, sizeof *known->is_territorial);
    known->is_territorial[known->count] = row->is_territorial;
    known->shown[known->count++] = slice_copy(row->name);
}

bool known_names_load(sqlite3 *db, const char *statement, struct known_names *ret,
                      struct error *err)
{
    *ret = (struct known_names){0};
    SCOPED_ROW_MAP rows = row_reader(db, statement, known_fields);
    struct known_row row;
    while (row_next(&rows, &row)) {
        /* An audit.db from elsewhere may count otherwise. */
        if (row.number != (int64_t)ret->count + 1)
            return error_set(err, ERROR_INPUT, sqlite3_db_filename(db, "main"), 0,
                             "Make it again with `concord audit`.",
                             "its forces or tools are not numbered as an audit does");
        add_row(ret, &row);
    }
    return row_done(&rows, err);
}

void known_names_done(struct known_names *known)
{
    names_done(&known->names);
    for (size_t i = 0; i < known->count; i++)
        free(known->shown[i]);
    free(known->shown);
    free(known->is_territorial);
}

/* A list in words: "A", "A or B", "A, B or C". */
struct listing {
    char *text;
    const char *last; /* what stands before the last one */
    size_t count, of;
};

static void list_add(struct listing *l, const char *name)
{
    const char *between = l->count == 0 ? "" : l->count + 1 == l->of ? l->last : ", ";
    char *longer = memory_print("%s%s%s", l->text ? l->text : "", between, name);
    free(l->text);
    l->text = longer;
    l->count++;
}

/* Folded names, and how far what was typed may be from one: further than what counts as near in a
 * pack, 175/25 for 157/25. */
struct slips {
    char typed[NAME_BYTES];
    char (*folded)[NAME_BYTES];
    int distance; /* the least; -1: none is near */
};

static void find_slips(const struct known_names *known, struct slice text, struct slips *s)
{
    name_fold(text, s->typed);
    s->folded = memory_new(known->count + 1, sizeof *s->folded);
    struct nearest_name nearest = nearest_begin(s->typed);
    for (size_t i = 0; i < known->count; i++) {
        name_fold(slice_of(known->shown[i]), s->folded[i]);
        nearest_offer(&nearest, s->folded[i]);
    }
    s->distance = nearest.name ? nearest.limit + 1 : -1;
}

static bool is_slip(const struct slips *s, size_t i)
{
    return name_distance(s->typed, s->folded[i], s->distance) == s->distance;
}

/* "Did you mean A or B?"; NULL: nothing is near, or too much. */
static char *ask_for_slips(const struct known_names *known, struct slice text)
{
    enum { MOST = 3 };
    struct slips s;
    struct listing l = {.last = " or "};
    find_slips(known, text, &s);
    for (size_t i = 0; s.distance >= 0 && i < known->count; i++)
        l.of += is_slip(&s, i);
    for (size_t i = 0; l.of <= MOST && s.distance >= 0 && i < known->count; i++)
        if (is_slip(&s, i))
            list_add(&l, known->names.shown[i]);
    free(s.folded);
    char *question = l.text ? memory_print("Did you mean %s?", l.text) : NULL;
    free(l.text);
    return question;
}

/* The first of them, and how many more there are. */
static char *what_is_known(const struct known_names *known)
{
    enum { LISTED = 6 };
    size_t shown = known->count <= LISTED + 1 ? known->count : LISTED;
    struct listing l = {.last = " and ", .of = shown < known->count ? 0 : shown};
    for (size_t i = 0; i < shown; i++)
        list_add(&l, known->names.shown[i]);
    char *sentence = shown < known->count
                         ? memory_print("It knows %s and %zu more.", l.text, known->count - shown)
                         : memory_print("It knows %s.", shown ? l.text : "none");
    free(l.text);
    return sentence;
}

static char *what_may_be_meant(struct known_names *known, struct slice text)
{
    const char *near = names_suggest(&known->names, text);
    if (*near)
        return memory_copy(near);
    char *question = ask_for_slips(known, text);
    return question ? question : what_is_known(known);
}

bool known_names_find(struct known_names *known, const char *what, struct slice text,
                      int32_t *ret_no, struct error *err)
{
    *ret_no = names_find(&known->names, text, true);
    if (*ret_no > 0)
        return true;
    if (*ret_no == NAMES_AMBIGUOUS)
        return error_set(err, ERROR_USAGE, NULL, 0, "Give its identifier.",
                         "more than one %s is called \"%.*s\"", what, (int)text.length, text.bytes);
    SCOPED_TEXT next = what_may_be_meant(known, text);
    return error_set(err, ERROR_USAGE, NULL, 0, next, "this audit knows no %s \"%.*s\"", what,
                     (int)text.length, text.bytes);
}

bool known_tool(sqlite3 *db, const char *text, int32_t *ret_no, struct error *err)
{
    struct known_names tools;
    bool ok = known_names_load(db, STATEMENT("known_tools"), &tools, err) &&
              known_names_find(&tools, "tool", slice_trim(slice_of(text)), ret_no, err);
    known_names_done(&tools);
    return ok;
}
