/* SPDX-License-Identifier: MIT */
#include "intake/value_force.h"

#include "intake/force_hints.h"
#include "intake/single_force.h"
#include "reader/csv_reader.h"

enum { SHOWN_BYTES = 80 };

/* A cell being read. */
struct named {
    struct registry *registry;
    struct value_row *row;
    size_t column;
    struct slice text;
    char shown[SHOWN_BYTES];
};

static struct named named(struct registry *r, struct value_row *row, size_t column,
                          struct slice text)
{
    struct named n = {.registry = r, .row = row, .column = column, .text = text};
    csv_show_value(text, n.shown, sizeof n.shown);
    return n;
}

static bool is_unknown(struct named *n, struct names *names, const char *what, const char *code)
{
    value_fault(n->row, n->column, code, n->text, "unknown %s \"%s\"", what, n->shown);
    const char *nearest = names_suggest(names, n->text);
    if (nearest[0])
        return value_suggest(n->row, "%s", nearest);
    return value_suggest(n->row, "Write it as %s.csv lists it, or add it there.",
                         names == &n->registry->forces ? "forces" : "collaborations");
}

/* Several forces at once, or none of them: no name is near. */
static bool is_no_single(struct named *n, const char *reason, const char *advice)
{
    value_fault(n->row, n->column, "no-single-force", n->text, "\"%s\" %s", n->shown, reason);
    return value_suggest(n->row, "%s", advice);
}

static bool names_another(struct named *n, const char *force, const char *other, const char *advice)
{
    value_fault(n->row, n->column, "names-another-body", n->text, "\"%s\" names %s and %s",
                n->shown, force, other);
    return value_suggest(n->row,
                         "Write the one body that answered%s%s; what is no force can be added in "
                         "forces_extra.csv.",
                         *advice ? ": " : "", advice);
}

/* A bracket is dropped where it says nothing else. */
bool value_force_read(struct registry *r, struct value_row *row, size_t column, struct slice text,
                      struct value *value)
{
    struct named n = named(r, row, column, text);
    char reason[SINGLE_FORCE_BYTES], what[SINGLE_FORCE_BYTES];
    value->number = names_find(&r->forces, text, true);
    if (value->number == NAMES_AMBIGUOUS)
        return value_ambiguous(row, column, text, "force");
    bool may_be_all = row->contract->columns[column].type == COLUMN_FORCE_OR_ANY;
    if (value->number == NAMES_UNKNOWN && single_force_lacks(r, text, may_be_all, reason, what))
        return is_no_single(&n, reason, what);
    if (value->number == NAMES_UNKNOWN)
        return is_unknown(&n, &r->forces, "force", "unknown-force");
    const char *advice;
    const char *other = bracket_names_other(&r->forces, &r->book, text, value->number, &advice);
    if (!other)
        other = bracket_names_other(&r->collaborations, &r->book, text, VALUE_NEW, &advice);
    return !other || names_another(&n, r->forces.shown[value->number - 1], other, advice);
}

bool value_collaboration_read(struct registry *r, struct value_row *row, size_t column,
                              struct slice text, struct value *value)
{
    struct named n = named(r, row, column, text);
    value->number = names_find(&r->collaborations, text, true);
    if (value->number == NAMES_AMBIGUOUS)
        return value_ambiguous(row, column, text, "collaboration");
    return value->number > 0 ||
           is_unknown(&n, &r->collaborations, "collaboration", "unknown-collaboration");
}
