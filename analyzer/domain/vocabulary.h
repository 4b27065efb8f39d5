/* SPDX-License-Identifier: MIT
 * The fixed words of the field (DOMAIN.md, DATA.md) as codes: each list is
 * written once here, and analyzer/store/schema/1-words.sql repeats it for people
 * (a test holds the two together). Comparison ignores ASCII case, spaces,
 * hyphens and underscores.
 */
#ifndef CONCORD_DOMAIN_VOCABULARY_H
#define CONCORD_DOMAIN_VOCABULARY_H

#include "base/slice.h"

enum position { POSITION_CONFIRM, POSITION_DENY, POSITION_NCND, POSITION_SILENT };

/* code, word, position it reveals */
#define STANCES(_)                                                                                 \
    _(STANCE_DISCLOSED, "disclosed", POSITION_CONFIRM)                                             \
    _(STANCE_HELD_EXEMPT, "held_exempt", POSITION_CONFIRM)                                         \
    _(STANCE_HELD_S21, "held_s21", POSITION_CONFIRM)                                               \
    _(STANCE_NOT_HELD, "not_held", POSITION_DENY)                                                  \
    _(STANCE_NCND, "ncnd", POSITION_NCND)                                                          \
    _(STANCE_REFUSED_COST, "refused_cost", POSITION_SILENT)                                        \
    _(STANCE_REFUSED_VEXATIOUS, "refused_vexatious", POSITION_SILENT)                              \
    _(STANCE_CLARIFICATION, "clarification", POSITION_SILENT)                                      \
    _(STANCE_TRANSFERRED, "transferred", POSITION_SILENT)                                          \
    _(STANCE_NO_RESPONSE, "no_response", POSITION_SILENT)                                          \
    _(STANCE_UNREAD, "unread", POSITION_SILENT)                                                    \
    _(STANCE_OTHER, "other", POSITION_SILENT)

enum stance {
#define STANCE_CODE(code, word, position) code,
    STANCES(STANCE_CODE)
#undef STANCE_CODE
};

enum topic {
    TOPIC_USE,
    TOPIC_CONTRACT,
    TOPIC_COST,
    TOPIC_PERIOD,
    TOPIC_SCOPE,
    TOPIC_EXTENSION,
    TOPIC_MEETINGS,
    TOPIC_DPIA,
    TOPIC_DSA,
    TOPIC_DPA,
    TOPIC_COVERT_USE,
    TOPIC_OTHER,
};

enum stage { STAGE_INITIAL, STAGE_INTERNAL_REVIEW, STAGE_ICO, STAGE_TRIBUNAL };

enum held_statement { HELD_CONFIRM, HELD_DENY, HELD_NCND, HELD_NONE };

/* A word list: words[code], ended by NULL. */
struct vocabulary {
    const char *name;
    const char *const *words;
};

extern const struct vocabulary stances, topics, stages, held_statements, applicant_kinds, positions,
    acknowledgement_kinds, publishers, guidance_conditions, request_scopes, force_kinds, regimes;

/* The code of a word, or -1. */
int vocabulary_code(const struct vocabulary *v, struct slice word);

/* The word of the list that was nearly written, or NULL. The text must be valid UTF-8. */
const char *vocabulary_nearest(const struct vocabulary *v, struct slice text);

/* All its words, "initial, ico, tribunal", for people. */
void vocabulary_list(const struct vocabulary *v, char *out, size_t size);

enum position stance_position(enum stance stance);

/* The position that a row shows: the literal statement's where it is confirm,
 * deny or ncnd, else the stance's (SEMANTICS 20). held < 0: no statement. */
enum position shown_position(enum stance stance, int held);

/* yes/no, true/false, 1/0, y/n, any case: 1 or 0; -1 for anything else. */
int yes_no_parse(struct slice word);

/* "", "unknown", "n/a" and "-" (any case) all mean not known (DATA.md). */
bool means_unknown(struct slice value);

#endif
