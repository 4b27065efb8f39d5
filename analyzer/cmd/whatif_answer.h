/* SPDX-License-Identifier: MIT
 * The answer of `concord whatif` about one tool: the state now and then, worked out, and
 * shown as words or JSON.
 */
#ifndef CONCORD_CMD_WHATIF_ANSWER_H
#define CONCORD_CMD_WHATIF_ANSWER_H

#include "cmd/whatif_question.h"
#include "measure/whatif.h"

#include <jansson.h>

/* One state of a tool. NaN where undefined or kept from the public. */
struct whatif_state {
    struct position_counts counts;
    size_t qualified; /* of the NCNDs: denials of open use with an NCND for the rest */
    struct exposure exposure;
    struct accounting band[2]; /* with the least and the most users */
};

struct whatif_answer {
    struct whatif_state now, then;
    struct whatif change;
    bool is_about[MOST_CHANGES]; /* by change of the question: it alters something */
    bool is_kept_from_public;
};

/* The forces of `tool` with the changes of the question applied. A force that has
 * acknowledged the tool itself stays where it stands. */
struct whatif_answer whatif_answer_of(struct tool_answers tool, const struct whatif_question *q,
                                      const struct measure_settings *settings);

/* Both take the tool's name or identifier as the audit has it. */
void whatif_answer_print(const struct whatif_answer *a, const struct whatif_question *q,
                         const char *tool);
json_t *whatif_answer_json(const struct whatif_answer *a, const struct whatif_question *q,
                           const char *tool_id);

#endif
