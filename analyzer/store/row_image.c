/* SPDX-License-Identifier: MIT */
#include "store/row_image.h"

#include "base/error.h"

#include <stdint.h>
#include <string.h>

/* The byte before a value: how many bytes it has. A text has its length in front. */
enum { NULL_VALUE = 0, SMALL = 1, NUMBER = sizeof(int32_t), DAYS = sizeof(struct date_interval) };
enum { TEXT = 64, MOST_WITHOUT_TEXT = 1 + DAYS };

static bool has(const struct row_image *image, size_t offset)
{
    for (size_t i = 0; i < image->count; i++)
        if (image->slots[i].offset == offset)
            return true;
    return false;
}

void row_image_add(struct row_image *image, const struct row_map *m)
{
    for (size_t i = 0; i < m->count; i++) {
        if (has(image, m->slots[i].offset))
            continue;
        if (image->count == ROW_MAP_FIELDS)
            internal_fault("more than %d fields in an image", ROW_MAP_FIELDS);
        image->slots[image->count++] = m->slots[i];
    }
}

void row_image_leave_out(struct row_image *image, size_t offset)
{
    size_t kept = 0;
    for (size_t i = 0; i < image->count; i++)
        if (image->slots[i].offset != offset)
            image->slots[kept++] = image->slots[i];
    image->count = kept;
}

size_t row_image_room(const struct row_image *image, const void *row)
{
    size_t room = image->count * MOST_WITHOUT_TEXT;
    for (size_t i = 0; i < image->count; i++) {
        const void *member = (const char *)row + image->slots[i].offset;
        if (image->slots[i].type == FIELD_SLICE)
            room += ((const struct slice *)member)->length;
    }
    return room;
}

static char *pack_bytes(char *to, char tag, const void *bytes, size_t count)
{
    *to = tag;
    memcpy(to + 1, bytes, count);
    return to + 1 + count;
}

static char *pack_number(char *to, int32_t number)
{
    if (number < 0 || number > INT8_MAX)
        return pack_bytes(to, NUMBER, &number, NUMBER);
    to[0] = SMALL;
    to[1] = (char)number;
    return to + 2;
}

static char *pack_text(char *to, struct slice text)
{
    uint32_t length = (uint32_t)text.length;
    to = pack_bytes(to, TEXT, &length, sizeof length);
    memcpy(to, text.bytes, text.length);
    return to + text.length;
}

static char *pack_field(char *to, const struct row_slot *slot, const void *row)
{
    const void *member = (const char *)row + slot->offset;
    if (row_slot_is_null(slot, row)) {
        *to = NULL_VALUE;
        return to + 1;
    }
    switch ((int)slot->type) {
    case FIELD_INT32:
        return pack_number(to, *(const int32_t *)member);
    case FIELD_DAYS:
        return pack_bytes(to, DAYS, member, DAYS);
    case FIELD_SLICE:
        return pack_text(to, *(const struct slice *)member);
    default:
        internal_fault("a field of an image is no number, text or days");
    }
}

size_t row_image_pack(const struct row_image *image, const void *row, char *ret_bytes)
{
    char *to = ret_bytes;
    for (size_t i = 0; i < image->count; i++)
        to = pack_field(to, &image->slots[i], row);
    return (size_t)(to - ret_bytes);
}

/* A number that lacks is told by its bool alone. */
static void set_null(const struct row_slot *slot, void *row, void *member)
{
    if (slot->type == FIELD_SLICE)
        *(struct slice *)member = (struct slice){"", 0};
    else if (slot->type == FIELD_DAYS)
        *(struct date_interval *)member = (struct date_interval){DAY_MIN, DAY_MAX};
    else if (slot->known_at)
        *(bool *)((char *)row + slot->known_at) = false;
    else
        *(int32_t *)member = 0;
}

static const char *unpack_field(const char *from, const struct row_slot *slot, void *row)
{
    void *member = (char *)row + slot->offset;
    char tag = *from++;
    uint32_t length;
    if (tag == NULL_VALUE) {
        set_null(slot, row, member);
        return from;
    }
    if (slot->known_at)
        *(bool *)((char *)row + slot->known_at) = true;
    switch (tag) {
    case SMALL:
        *(int32_t *)member = *from;
        return from + SMALL;
    case TEXT:
        memcpy(&length, from, sizeof length);
        from += sizeof length;
        *(struct slice *)member = (struct slice){from, length};
        return from + length;
    default:
        memcpy(member, from, (size_t)tag);
        return from + tag;
    }
}

void row_image_unpack(const struct row_image *image, const char *bytes, void *row)
{
    for (size_t i = 0; i < image->count; i++)
        bytes = unpack_field(bytes, &image->slots[i], row);
}
