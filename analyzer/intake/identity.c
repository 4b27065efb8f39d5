/* SPDX-License-Identifier: MIT */
#include "intake/identity.h"

#include "base/error.h"
#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

static bool is_referred_to_by_number(enum column_type type)
{
    return type == COLUMN_FORCE || type == COLUMN_FORCE_OR_ANY || type == COLUMN_COLLABORATION ||
           type == COLUMN_YES_NO || type == COLUMN_NUMBER || type == COLUMN_DATE_OR_YES;
}

/* Each value with its length, so that no two rows write the same text. */
static void write_value(FILE *out, enum column_type type, const struct value *value)
{
    if (!value->is_known) {
        fputs("-|", out);
        return;
    }
    if (is_referred_to_by_number(type))
        fprintf(out, "%d", (int)value->number);
    else
        fprintf(out, "%zu:%.*s", value->text.length, (int)value->text.length, value->text.bytes);
    fprintf(out, "@%d..%d|", (int)value->date.earliest, (int)value->date.latest);
}

/* The key columns, or all and what is carried. */
static char *write_row(const struct value_row *row, unsigned columns, const struct header *carried,
                       const struct csv_row *raw, size_t *ret_length)
{
    char *text = NULL;
    FILE *out = memory_stream(&text, ret_length);
    for (size_t i = 0; i < row->contract->count; i++)
        if (columns & 1u << i)
            write_value(out, row->contract->columns[i].type, &row->values[i]);
    for (size_t i = 0; carried && i < carried->carried_count; i++) {
        struct slice value = slice_trim(raw->fields[carried->carried[i].field]);
        fprintf(out, "%zu:%.*s|", value.length, (int)value.length, value.bytes);
    }
    memory_stream_end(out);
    return text;
}

enum identity identity_check(struct identities *all, const struct value_row *row,
                             const struct header *header, const struct csv_row *raw, long *ret_line)
{
    struct identity_row own = {.line = raw->line};
    own.text = write_row(row, ~0u, header, raw, &own.length);
    bool is_whole_row = row->contract->key == (1u << row->contract->count) - 1;
    size_t key_length = 0;
    char *key = write_row(row, row->contract->key, is_whole_row ? header : NULL, raw, &key_length);
    int32_t at = text_index_find(&all->keys, (struct slice){key, key_length});
    if (at >= 0) {
        const struct identity_row *other = &all->rows[at];
        bool same = slice_equals((struct slice){own.text, own.length},
                                 (struct slice){other->text, other->length});
        *ret_line = other->line;
        free(own.text);
        free(key);
        return same ? IDENTITY_DUPLICATE : IDENTITY_CONFLICT;
    }
    text_index_add(&all->keys, (struct slice){key, key_length}, (int32_t)all->count);
    free(key);
    all->rows = memory_grow(all->rows, all->count, &all->room, sizeof *all->rows);
    all->rows[all->count++] = own;
    return IDENTITY_FIRST;
}

void identities_done(struct identities *all)
{
    text_index_done(&all->keys);
    for (size_t i = 0; i < all->count; i++)
        free(all->rows[i].text);
    free(all->rows);
    *all = (struct identities){0};
}
