/* SPDX-License-Identifier: MIT */
#include "letters/letter_reading.h"

const char *letter_zone_name(enum letter_zone zone)
{
    static const char *const names[] = {
#define ZONE_NAME(code, word) word,
        LETTER_ZONES(ZONE_NAME)
#undef ZONE_NAME
    };
    return names[zone];
}

const char *letter_field_name(enum letter_field field)
{
    static const char *const names[] = {
#define FIELD_NAME(code, word) word,
        LETTER_FIELDS(FIELD_NAME)
#undef FIELD_NAME
    };
    return names[field];
}

void letter_reading_done(struct letter_reading *reading)
{
    arena_done(&reading->arena);
    *reading = (struct letter_reading){0};
}
