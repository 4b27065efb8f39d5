/* SPDX-License-Identifier: MIT
 * Tools below tools (clause 15).
 */
#ifndef CONCORD_DERIVE_TOOLS_H
#define CONCORD_DERIVE_TOOLS_H

#include "derive/inputs.h"

/* In inputs.parent_of, which has no circles: how many steps `ancestor` is above the tool, 0 for the
 * tool itself; -1 where it is not. */
int tool_distance(const struct inputs *in, int32_t tool_no, int32_t ancestor);

#endif
