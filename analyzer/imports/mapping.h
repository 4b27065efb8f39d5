/* SPDX-License-Identifier: MIT
 * What the columns and words of an export mean (docs/design/IMPORT.md): datasets/profiles/
 * NAME.map.csv, and a file of the user's in the same form, whose rules go first.
 */
#ifndef CONCORD_IMPORTS_MAPPING_H
#define CONCORD_IMPORTS_MAPPING_H

#include "base/arena.h"
#include "base/error.h"

#define MAP_RULES(_)                                                                               \
    _(MAP_VERSION, "version")                                                                      \
    _(MAP_COLUMN, "column")                                                                        \
    _(MAP_IGNORE, "ignore")                                                                        \
    _(MAP_NEEDS, "needs")                                                                          \
    _(MAP_CONSTANT, "constant")                                                                    \
    _(MAP_VALUE, "value")                                                                          \
    _(MAP_UNKNOWN, "unknown")                                                                      \
    _(MAP_DATES, "dates")                                                                          \
    _(MAP_STATEMENTS, "statements")

enum map_rule_kind {
#define MAP_RULE_KIND(code, word) code,
    MAP_RULES(MAP_RULE_KIND)
#undef MAP_RULE_KIND
        MAP_RULE_KINDS
};

/* Texts are never NULL, and live as the mapping. */
struct map_rule {
    enum map_rule_kind kind;
    const char *field, *from, *when, *to;
    const char *folded; /* of `from`: without case and with one kind of space; of a heading as
                           headings are compared */
    long line;          /* of the user's file; 0: of the profile */
    unsigned *used;     /* how often it held; counted on as the rules are asked */
};

/* A line of the user's file that does nothing: why, and what to do. */
struct map_note {
    long line;
    const char *rule, *field, *value; /* as the line has them */
    const char *reason, *advice;
};

struct mapping {
    struct arena arena;
    struct map_rule *rules; /* those of the user first */
    size_t count, room;
    struct map_note *notes; /* not sorted */
    size_t note_count, note_room;
    const char *version;    /* of the profile */
    const char *statements; /* whose statements are run, "contracts"; NULL: those of the profile */
    bool is_month_first;
};

/* `path` is a file of the user's; NULL: the profile's own alone. Ended by mapping_done, whatever
 * comes of it. Errors: USAGE, where there is no such profile; INPUT, with file and line. */
MUST_CHECK bool mapping_load(const char *profile, const char *path, struct mapping *ret,
                             struct error *err);
/* Notes that a rule does nothing; the texts are copied. */
void mapping_note(struct mapping *m, const struct map_rule *rule, const char *reason,
                  const char *advice);
/* "value" */
const char *map_rule_word(enum map_rule_kind kind);
/* What stands behind these words at the beginning of a text, whatever their case, or NULL: of "left
 * out: it never arrived" the reason. */
const char *map_behind(const char *text, const char *words);
void mapping_done(struct mapping *m);

/* "tracker, disclosure-log or alaveteli", of all that the program has; the caller frees. */
char *mapping_list_profiles(void);

/* The next field=value of a list with ; between, or the word alone with an empty field. False at
 * its end. *ret_adds: field+=value. */
struct map_assignment {
    struct slice field, value;
    bool adds;
};
bool map_next_assignment(struct slice *rest, struct map_assignment *ret);

#endif
