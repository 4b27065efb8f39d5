/* SPDX-License-Identifier: MIT */
#include "derive/tools.h"

#include "derive/passes.h"
#include "store/row_map.h"

/* The steps are bounded, so that a loop of parents, which intake refuses, could
 * not hang the audit either. */
int tool_distance(const struct inputs *in, int32_t tool_no, int32_t ancestor)
{
    int32_t at = tool_no;
    for (int distance = 0; at && (size_t)distance <= in->tool_count; distance++) {
        if (at == ancestor)
            return distance;
        at = in->parent_of[at];
    }
    return -1;
}

struct ancestor_row {
    int32_t tool_no, ancestor_no, distance;
};
static const struct field ancestor_fields[] = {
    FIELD(struct ancestor_row, tool_no),
    FIELD(struct ancestor_row, ancestor_no),
    FIELD(struct ancestor_row, distance),
};

bool ancestors_build(const struct inputs *in, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(in->db, "insert_tool_ancestor", ancestor_fields);
    for (int32_t tool = 1; (size_t)tool < in->tool_count; tool++) {
        struct ancestor_row row = {.tool_no = tool, .ancestor_no = tool};
        for (; row.ancestor_no && (size_t)row.distance <= in->tool_count; row.distance++) {
            if (!row_write(&insert, &row, err))
                return false;
            row.ancestor_no = in->parent_of[row.ancestor_no];
        }
    }
    return true;
}
