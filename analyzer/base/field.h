/* SPDX-License-Identifier: MIT
 * The members of a struct by name: how columns of a table, keys of a header and options of a
 * command find their place without a line of code each. An array of fields is written once,
 * beside the struct, and whoever fills or reads the struct goes through it.
 */
#ifndef CONCORD_BASE_FIELD_H
#define CONCORD_BASE_FIELD_H

#include "base/slice.h"

#include <stdint.h>

enum field_type {
    FIELD_BOOL,
    FIELD_INT8,
    FIELD_UINT8,
    FIELD_INT16,
    FIELD_INT32,
    FIELD_UINT32, /* what gcc and clang make of an enum */
    FIELD_INT64,
    FIELD_SIZE,
    FIELD_REAL,
    FIELD_SLICE,
    FIELD_TEXT, /* const char * */
    FIELD_DAYS, /* struct date_interval: never found by itself */
};

struct field {
    const char *name;
    enum field_type type;
    size_t offset;
    bool is_optional; /* 0 means none */
    bool may_lack;    /* one of many that a user may leave out: there is no such parameter */
    size_t known_at;  /* offset of a bool: is there a value? 0: there always is */
};

#define FIELD_TYPE_OF(tag, member)                                                                 \
    _Generic(((tag *)0)->member, bool                                                              \
             : FIELD_BOOL, int8_t                                                                  \
             : FIELD_INT8, uint8_t                                                                 \
             : FIELD_UINT8, int16_t                                                                \
             : FIELD_INT16, int32_t                                                                \
             : FIELD_INT32, uint32_t                                                               \
             : FIELD_UINT32, int64_t                                                               \
             : FIELD_INT64, size_t                                                                 \
             : FIELD_SIZE, double                                                                  \
             : FIELD_REAL, struct slice                                                            \
             : FIELD_SLICE, const char *                                                           \
             : FIELD_TEXT)

/* FIELD(struct unit, unit_no); FIELD_NAMED(struct unit, count, "answers") where the two differ;
 * FIELD_OPTIONAL(struct unit, question_no) where 0 means none, FIELD_OPTIONAL_NAMED where both. */
#define FIELD_NAMED(tag, member, text)                                                             \
    {                                                                                              \
        .name = (text), .type = FIELD_TYPE_OF(tag, member), .offset = offsetof(tag, member)        \
    }
#define FIELD(tag, member) FIELD_NAMED(tag, member, #member)
#define FIELD_OPTIONAL_NAMED(tag, member, text)                                                    \
    {                                                                                              \
        .name = (text), .type = FIELD_TYPE_OF(tag, member), .offset = offsetof(tag, member),       \
        .is_optional = true                                                                        \
    }
#define FIELD_OPTIONAL(tag, member) FIELD_OPTIONAL_NAMED(tag, member, #member)

#endif
