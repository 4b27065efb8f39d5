/* SPDX-License-Identifier: MIT
 * The public positions of all forces (SEMANTICS 36, 37) as the functions of stats take them.
 */
#ifndef CONCORD_MEASURE_PUBLIC_ANSWERS_H
#define CONCORD_MEASURE_PUBLIC_ANSWERS_H

#include "base/error.h"
#include "domain/vocabulary.h"
#include "stats/accounting.h"
#include "stats/exposure.h"

#include <sqlite3.h>
#include <stdint.h>

struct public_answer {
    int32_t tool_no, force_no;
    int32_t letter_no;      /* on which the position stands; 0: on an own acknowledgement */
    enum position position; /* POSITION_SILENT: none, as a what-if may have it */
    bool is_qualified;    /* a denial with an NCND for the rest, which counts as NCND (clause 47) */
    bool is_acknowledged; /* by the force itself: the position is confirm */
    bool is_territorial;
    struct evidence_count evidence;
};

/* In order of tool and force. first[i] to first[i + 1] are those about tools[i]; a tool
 * that letters are about may have none. Freed by public_answers_done. */
struct public_answers {
    struct public_answer *items;
    int32_t *tools;
    size_t *first;
    size_t tool_count, count;
    size_t territorial; /* forces in the registry */
};

/* To the public the evidence about single forces is left out: with it, differences of bits
 * would tell a single force's probability. Errors: of the database; INPUT where it holds
 * what no audit writes. */
MUST_CHECK bool public_answers_load(sqlite3 *db, bool is_public, struct public_answers *ret,
                                    struct error *err);
void public_answers_done(struct public_answers *p);

/* The answers about one tool. */
struct tool_answers {
    const struct public_answer *items;
    size_t count;
    size_t territorial;
};

/* The answers about tools[index], borrowed from p. */
struct tool_answers tool_answers_at(const struct public_answers *p, size_t index);

struct position_counts tool_answers_counts(struct tool_answers tool);
/* How many of its NCNDs are qualified denials. */
size_t tool_answers_qualified(struct tool_answers tool);
struct map_counts tool_answers_map(struct tool_answers tool);

/* Exposure with the evidence of each NCND force. */
struct exposure tool_answers_exposure(struct tool_answers tool, const struct exposure_model *model);

/* For the functions of stats; the evidence goes to `room`, which has one for each item. */
struct answers tool_answers_for_stats(struct tool_answers tool, struct evidence_count *room);

/* P(use) of one force, given p_use of its tool: 1 confirm, 0 deny, with its evidence ncnd. */
double public_answer_probability(const struct public_answer *a, const struct exposure_model *model,
                                 double p_use);

#endif
