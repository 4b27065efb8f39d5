/* SPDX-License-Identifier: MIT */
#include "intake/tool_parents.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>

void tool_parents_add(struct tool_parents *parents, struct slice id, struct slice parent, long line)
{
    parents->list =
        memory_grow(parents->list, parents->count, &parents->room, sizeof *parents->list);
    parents->list[parents->count++] =
        (struct tool_parent){slice_copy(id), slice_copy(parent), line};
}

/* The topmost tool above. What lies between is made shorter by the way, so that long chains
 * of tools take no time by their square. */
static int32_t top_of(int32_t *above, int32_t tool)
{
    while (above[tool]) {
        if (above[above[tool]])
            above[tool] = above[above[tool]];
        tool = above[tool];
    }
    return tool;
}

static bool leave_out(const struct tool_parent *entry, bool is_ambiguous, struct account *account,
                      struct error *err)
{
    struct ledger_notice notice = {is_ambiguous ? "ambiguous-name" : "parent-circle", entry->line,
                                   1};
    char id[100], parent[100];
    utf8_show(slice_of(entry->id), id, sizeof id);
    utf8_show(slice_of(entry->parent), parent, sizeof parent);
    if (is_ambiguous)
        return ledger_notice(account->ledger, account, &notice, err,
                             "the parent of \"%s\" is left out: \"%s\" is a name of more than "
                             "one tool; give the identifier",
                             id, parent);
    return ledger_notice(account->ledger, account, &notice, err,
                         "the parent of \"%s\" would be below the tool itself: left out", id);
}

static bool find_parent(const struct tool_parent *entry, struct registry *r, int32_t *ret_no,
                        struct error *err)
{
    struct slice name = slice_of(entry->parent);
    *ret_no = registry_find_tool(r, name);
    if (*ret_no == NAMES_AMBIGUOUS)
        return true;
    if (*ret_no == NAMES_UNKNOWN && !registry_add_tool(r, name, ret_no, err))
        return false;
    registry_note_tool_spelling(r, *ret_no, name, false);
    struct tool_entry *tool = &r->tool_list[*ret_no - 1];
    if (!tool->is_listed && tool->rows++ == 0)
        tool->first_line = entry->line;
    return true;
}

bool tool_parents_resolve(const struct tool_parents *parents, struct registry *r,
                          struct account *account, struct error *err)
{
    SCOPED_QUERY update = query_prepare(r->db, "update_tool_parent");
    __attribute__((cleanup(memory_release))) int32_t *above =
        memory_new(r->tool_count + parents->count + 1, sizeof *above);
    for (size_t i = 0; i < parents->count; i++) {
        const struct tool_parent *entry = &parents->list[i];
        int32_t tool = registry_find_tool_id(r, slice_of(entry->id)), parent = 0;
        if (!find_parent(entry, r, &parent, err))
            return false;
        bool is_ambiguous = parent == NAMES_AMBIGUOUS;
        /* No tool above is its own: what has no parent yet stands on top. */
        if (is_ambiguous || top_of(above, parent) == tool) {
            if (!leave_out(entry, is_ambiguous, account, err))
                return false;
            continue;
        }
        above[tool] = parent;
        query_bind_int(update, "tool_no", tool);
        query_bind_int(update, "parent_no", parent);
        if (!query_run(update, err))
            return false;
    }
    return true;
}

void tool_parents_done(struct tool_parents *parents)
{
    for (size_t i = 0; i < parents->count; i++) {
        free(parents->list[i].id);
        free(parents->list[i].parent);
    }
    free(parents->list);
    *parents = (struct tool_parents){0};
}
