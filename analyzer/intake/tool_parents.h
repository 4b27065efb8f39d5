/* SPDX-License-Identifier: MIT
 * The tree of tools (SEMANTICS 15): parents may be named by any spelling and
 * before their own row, so they are resolved when the file is read.
 */
#ifndef CONCORD_INTAKE_TOOL_PARENTS_H
#define CONCORD_INTAKE_TOOL_PARENTS_H

#include "intake/ledger.h"
#include "intake/registry.h"

/* A zeroed one is empty. */
struct tool_parents {
    struct tool_parent {
        char *id, *parent;
        long line;
    } * list;
    size_t count, room;
};

void tool_parents_add(struct tool_parents *parents, struct slice id, struct slice parent,
                      long line);

/* Writes the parents. One that no row lists is added; one whose name is that of several
 * tools, and one that would close a circle, is left out; each with a notice. */
MUST_CHECK bool tool_parents_resolve(const struct tool_parents *parents, struct registry *r,
                                     struct account *account, struct error *err);

void tool_parents_done(struct tool_parents *parents);

#endif
