/* SPDX-License-Identifier: MIT */
#include "intake/identity.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static bool is_referred_to_by_number(enum column_type type)
{
    return type == COLUMN_FORCE || type == COLUMN_FORCE_OR_ANY || type == COLUMN_COLLABORATION ||
           type == COLUMN_YES_NO || type == COLUMN_NUMBER || type == COLUMN_DATE_OR_YES;
}

static void write_bytes(struct identity_text *out, const char *bytes, size_t count)
{
    if (count == 0)
        return; /* an empty value may have no bytes at all */
    if (out->length + count > out->room) {
        out->room = 2 * (out->length + count);
        out->bytes = memory_resize(out->bytes, out->room);
    }
    memcpy(out->bytes + out->length, bytes, count);
    out->length += count;
}

/* Six printable bytes, so that what is written is a text. */
static void write_number(struct identity_text *out, int32_t number)
{
    enum { DIGITS = 6, BITS = 6 };
    char digits[DIGITS];
    uint32_t rest = (uint32_t)number;
    for (size_t i = 0; i < DIGITS; i++, rest >>= BITS)
        digits[i] = (char)('0' + (rest & ((1u << BITS) - 1)));
    write_bytes(out, digits, DIGITS);
}

static void write_text(struct identity_text *out, struct slice text)
{
    write_number(out, (int32_t)text.length);
    write_bytes(out, text.bytes, text.length);
}

/* Each value with its length, so that no two rows write the same text. */
static void write_value(struct identity_text *out, enum column_type type, const struct value *value)
{
    write_bytes(out, value->is_known ? "+" : "-", 1);
    if (!value->is_known)
        return;
    if (is_referred_to_by_number(type))
        write_number(out, value->number);
    else
        write_text(out, value->text);
    write_number(out, value->date.earliest);
    write_number(out, value->date.latest);
}

/* The key columns, or all and what is carried. */
static struct slice write_row(struct identity_text *out, const struct value_row *row,
                              unsigned columns, const struct header *carried,
                              const struct csv_row *raw)
{
    out->length = 0;
    for (size_t i = 0; i < row->contract->count; i++)
        if (columns & 1u << i)
            write_value(out, row->contract->columns[i].type, &row->values[i]);
    for (size_t i = 0; carried && i < carried->carried_count; i++)
        write_text(out, slice_trim(raw->fields[carried->carried[i].field]));
    return (struct slice){out->bytes, out->length};
}

enum identity identity_check(struct identities *all, const struct value_row *row,
                             const struct header *header, const struct csv_row *raw, long *ret_line)
{
    bool is_whole_row = row->contract->key == (1u << row->contract->count) - 1;
    struct slice whole = write_row(&all->whole, row, ~0u, header, raw);
    struct slice key =
        write_row(&all->key, row, row->contract->key, is_whole_row ? header : NULL, raw);
    int32_t at = text_index_find(&all->keys, key);
    if (at >= 0) {
        const struct identity_row *other = &all->rows[at];
        *ret_line = other->line;
        bool same = slice_equals(whole, (struct slice){other->text, other->length});
        return same ? IDENTITY_DUPLICATE : IDENTITY_CONFLICT;
    }
    text_index_add(&all->keys, key, (int32_t)all->count);
    all->rows = memory_grow(all->rows, all->count, &all->room, sizeof *all->rows);
    all->rows[all->count++] = (struct identity_row){slice_copy(whole), whole.length, raw->line};
    return IDENTITY_FIRST;
}

void identities_done(struct identities *all)
{
    text_index_done(&all->keys);
    for (size_t i = 0; i < all->count; i++)
        free(all->rows[i].text);
    free(all->rows);
    free(all->whole.bytes);
    free(all->key.bytes);
    *all = (struct identities){0};
}
