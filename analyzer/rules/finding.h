/* SPDX-License-Identifier: MIT
 * A finding while it is being put together: its key, and its evidence in the
 * order in which the rule gave it.
 */
#ifndef CONCORD_RULES_FINDING_H
#define CONCORD_RULES_FINDING_H

#include "domain/date.h"
#include "rules/rule_file.h"

#include <sqlite3.h>

enum evidence_kind {
    EVIDENCE_RESPONSE,
    EVIDENCE_ACKNOWLEDGEMENT,
    EVIDENCE_GUIDANCE,
    EVIDENCE_CIRCULATION,
    EVIDENCE_COMMITMENT,
    EVIDENCE_MEMBERSHIP,
    EVIDENCE_EXEMPTION,
    EVIDENCE_RULING,
    EVIDENCE_KINDS,
};

/* The columns in which a SELECT gives the parts of the key, and the rows of each kind. */
extern const char *const key_columns[KEY_PARTS], *const evidence_columns[EVIDENCE_KINDS];

struct evidence {
    char role[ROLE_BYTES];
    int32_t rows[EVIDENCE_KINDS]; /* the row of each kind, 0: none */
};

/* A column of the rule's own, for its message: "citations", "31(3)". */
struct detail {
    char *name, *value;
};

struct finding {
    const struct rule *rule;
    int32_t key[KEY_PARTS]; /* 0: the part is empty */
    enum severity severity;
    bool is_certain;
    struct date_interval date; /* of the latest row concerned */
    struct evidence *evidence;
    size_t evidence_count, evidence_room;
    struct detail *details;
    size_t detail_count, detail_room;
};

/* Empties a finding for the next one; keeps its room. */
void finding_clear(struct finding *f);
void finding_done(struct finding *f);

/* Adds evidence unless the same is there already. */
void finding_add_evidence(struct finding *f, const struct evidence *e);
void finding_add_detail(struct finding *f, const char *name, struct slice value);
/* What a column of its own says; "" where it has none of that name. */
const char *finding_detail(const struct finding *f, const char *name);

#endif
