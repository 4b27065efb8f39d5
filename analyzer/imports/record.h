/* SPDX-License-Identifier: MIT
 * One row of an export by the names of its fields, and what the rules of a mapping make of it.
 */
#ifndef CONCORD_IMPORTS_RECORD_H
#define CONCORD_IMPORTS_RECORD_H

#include "imports/mapping.h"

struct record_field {
    const char *name, *words, *link, *comment; /* never NULL */
};

enum { RECORD_FIELDS_MAX = 96 };

/* Texts live in its arena. */
struct record {
    struct arena arena;
    struct record_field fields[RECORD_FIELDS_MAX];
    size_t count;
    const char *left_out, *rejected; /* why; NULL: it is not */
};

/* Of a field that is not there "". */
const char *record_get(const struct record *r, const char *field);
const char *record_link(const struct record *r, const char *field);
bool record_has(const struct record *r, const char *field);
/* Copies. What does not fit is a fault of the program: fields are those of a mapping. */
void record_set(struct record *r, struct slice field, struct slice words);
/* Behind what is there, with "; " between, unless it is there already. */
void record_add(struct record *r, const char *field, const char *words);
void record_print(struct record *r, const char *field, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void record_done(struct record *r);

/* The first value rule of a field that knows these words, or NULL. */
const struct map_rule *mapping_find_value(const struct mapping *m, const struct record *r,
                                          const char *field, struct slice words);
/* The rule for words that no value rule of the field knows, or NULL. */
const struct map_rule *mapping_find_unknown(const struct mapping *m, const char *field);

/* Does what the rule says. */
void record_apply(struct record *r, const struct map_rule *rule);

/* Sets constants where a field is not there, and applies the value rules field by field; a field
 * whose words none of its rules knows is told by `unknown`. */
typedef bool record_unknown(void *context, const char *field, const char *words,
                            struct error *err);
MUST_CHECK bool record_apply_mapping(struct record *r, const struct mapping *m,
                                     record_unknown *unknown, void *context, struct error *err);

#endif
