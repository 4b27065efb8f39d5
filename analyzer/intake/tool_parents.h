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
        char *id, *parent; /* owned */
        long line;
    } * list;
    size_t count, room;
};

/* Notes that the row on that line names a parent. Both texts are copied. */
void tool_parents_add(struct tool_parents *parents, struct slice id, struct slice parent,
                      long line);

/* Writes the parents, in the order in which they were added. Every id must be known to the
 * registry. A parent that no row lists is added to it, and counted in its entry for the notice
 * "unknown-tool", which the caller gives; one whose name is that of several tools
 * ("ambiguous-name"), and one that would close a circle ("parent-circle"), is left out, with a
 * notice for the child's line. Errors: OUTPUT. */
MUST_CHECK bool tool_parents_resolve(const struct tool_parents *parents, struct registry *r,
                                     struct account *account, struct error *err);

/* Leaves it empty. */
void tool_parents_done(struct tool_parents *parents);

#endif
