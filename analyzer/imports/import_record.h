/* SPDX-License-Identifier: MIT
 * One row of an export by the names of its fields, and what the rules of a mapping make of it.
 */
#ifndef CONCORD_IMPORTS_IMPORT_RECORD_H
#define CONCORD_IMPORTS_IMPORT_RECORD_H

#include "imports/mapping.h"

struct import_record_field {
    const char *name, *words, *link, *comment; /* never NULL */
};

enum { RECORD_FIELDS_MAX = 96 };

/* Texts live in its arena. */
struct import_record {
    struct arena arena;
    struct import_record_field fields[RECORD_FIELDS_MAX];
    size_t count;
    const char *left_out, *rejected; /* why; NULL: it is not */
};

/* Of a field that is not there "". */
const char *import_record_get(const struct import_record *r, const char *field);
const char *import_record_link(const struct import_record *r, const char *field);
bool import_record_has(const struct import_record *r, const char *field);
/* Copies. What does not fit is a fault of the program: fields are those of a mapping. */
void import_record_set(struct import_record *r, struct slice field, struct slice words);
/* Behind what is there, with "; " between, unless it is there already. */
void import_record_add(struct import_record *r, const char *field, const char *words);
void import_record_print(struct import_record *r, const char *field, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void import_record_done(struct import_record *r);

/* The first value rule of a field that knows these words, or NULL. */
const struct map_rule *mapping_find_value(const struct mapping *m, const struct import_record *r,
                                          const char *field, struct slice words);
/* The rule for words that no value rule of the field knows, or NULL. */
const struct map_rule *mapping_find_unknown(const struct mapping *m, const char *field);

/* Does what the rule says. */
void import_record_apply(struct import_record *r, const struct map_rule *rule);

/* Sets constants where a field is not there, and applies the value rules field by field; a field
 * whose words none of its rules knows is told by `unknown`. */
typedef bool import_record_unknown(void *context, const char *field, const char *words,
                                   struct error *err);
MUST_CHECK bool import_record_apply_mapping(struct import_record *r, const struct mapping *m,
                                            import_record_unknown *unknown, void *context,
                                            struct error *err);

#endif
