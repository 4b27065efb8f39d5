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
    _(STANCE_OTHER, "other", POSITION_SILENT)                                                      \
    _(STANCE_HELD_PART, "held_part", POSITION_CONFIRM)                                             \
    _(STANCE_EXTENDED, "extended", POSITION_SILENT)

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
enum { TOPIC_COUNT = TOPIC_OTHER + 1 };

enum stage { STAGE_INITIAL, STAGE_INTERNAL_REVIEW, STAGE_ICO, STAGE_TRIBUNAL };

enum held_statement { HELD_CONFIRM, HELD_DENY, HELD_NCND, HELD_NONE };

/* A word list: words[code], ended by NULL. */
struct vocabulary {
    const char *name;
    const char *const *words;
    const char *const *shown; /* as people write them; NULL: the same */
};

extern const struct vocabulary stances, topics, stages, held_statements, use_statements,
    applicant_kinds, positions, acknowledgement_kinds, publishers, guidance_conditions,
    request_scopes, force_kinds, regimes, ruling_bodies, ruling_outcomes, ruling_subjects,
    ruling_orders, severities, coders, reading_names, coded_fields;

/* The code of a word, or -1. */
int vocabulary_code(const struct vocabulary *v, struct slice word);

/* The word of the list that was nearly written, as it is shown, or NULL; none where another of
 * them is as near. The text must be valid UTF-8. */
const char *vocabulary_nearest(const struct vocabulary *v, struct slice text);

/* All its words, "initial, ico, tribunal", for people. */
void vocabulary_list(const struct vocabulary *v, char *out, size_t size);

enum position stance_position(enum stance stance);

/* Topics on which using the tool is what is asked (SEMANTICS 49). */
bool topic_is_use(enum topic topic);

/* What a statement says, confirm, deny or ncnd; silent for none or less than 0. */
enum position stated_position(int statement);

/* The position that a row shows: that of what it says about use, where use is what it is about;
 * else of what it says about holding; else the stance's (SEMANTICS 20, 49). Less than 0: no
 * statement. */
enum position shown_position(enum stance stance, int held, int use, bool is_about_use);

/* yes/no, true/false, 1/0, y/n, any case: 1 or 0; -1 for anything else. */
int yes_no_parse(struct slice word);

/* The word for such a code, "unknown" for less than 0. */
const char *yes_no_unknown(int code);

/* "", "unknown", "n/a" and "-" (any case) all mean not known (DATA.md). */
bool means_unknown(struct slice value);

#endif
