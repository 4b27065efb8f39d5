/* SPDX-License-Identifier: MIT */
#include "rules/finding.h"

#include "base/memory.h"

#include <stdlib.h>

const char *const key_columns[KEY_PARTS] = {
    [KEY_FORCE] = "force_no",
    [KEY_TOOL] = "tool_no",
    [KEY_REQUEST] = "request_no",
    [KEY_QUESTION] = "question_no",
    [KEY_COLLABORATION] = "collaboration_no",
    [KEY_OTHER_TOOL] = "other_tool_no",
    [KEY_POSITION] = "position_no",
};

const char *const evidence_columns[EVIDENCE_KINDS] = {
    [EVIDENCE_RESPONSE] = "response_no",     [EVIDENCE_ACKNOWLEDGEMENT] = "acknowledgement_no",
    [EVIDENCE_GUIDANCE] = "guidance_no",     [EVIDENCE_CIRCULATION] = "circulation_no",
    [EVIDENCE_COMMITMENT] = "commitment_no", [EVIDENCE_MEMBERSHIP] = "membership_no",
    [EVIDENCE_EXEMPTION] = "exemption_no",   [EVIDENCE_RULING] = "ruling_no",
};

void finding_clear(struct finding *f)
{
    for (size_t i = 0; i < f->detail_count; i++) {
        free(f->details[i].name);
        free(f->details[i].value);
    }
    f->detail_count = 0;
    f->evidence_count = 0;
}

void finding_done(struct finding *f)
{
    finding_clear(f);
    free(f->details);
    free(f->evidence);
    *f = (struct finding){0};
}

/* Rows of one finding come one after the other, so a repeat is near; a bounded
 * look back keeps findings with thousands of rows linear. */
void finding_add_evidence(struct finding *f, const struct evidence *e)
{
    enum { LOOK_BACK = 64 };
    size_t first = f->evidence_count > LOOK_BACK ? f->evidence_count - LOOK_BACK : 0;
    for (size_t i = first; i < f->evidence_count; i++)
        if (memcmp(f->evidence[i].rows, e->rows, sizeof e->rows) == 0 &&
            strcmp(f->evidence[i].role, e->role) == 0)
            return;
    f->evidence =
        memory_grow(f->evidence, f->evidence_count, &f->evidence_room, sizeof *f->evidence);
    f->evidence[f->evidence_count++] = *e;
}

void finding_add_detail(struct finding *f, const char *name, struct slice value)
{
    f->details = memory_grow(f->details, f->detail_count, &f->detail_room, sizeof *f->details);
    f->details[f->detail_count++] = (struct detail){slice_copy(slice_of(name)), slice_copy(value)};
}

const char *finding_detail(const struct finding *f, const char *name)
{
    for (size_t i = 0; i < f->detail_count; i++)
        if (strcmp(f->details[i].name, name) == 0)
            return f->details[i].value;
    return "";
}
