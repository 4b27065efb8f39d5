/* SPDX-License-Identifier: MIT */
#include "intake/held_responses.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "store/statements.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 1 << 20 };

void held_responses_open(struct held_responses *h, sqlite3 *db,
                         const struct contract_file *contract)
{
    const size_t id = offsetof(struct value_row, values) + RESPONSE_ID * sizeof(struct value);
    h->table =
        row_table_open(db, "held_response", embedded_text("analyzer/intake/held_response.sql"));
    h->columns = binding_of_columns(db, STATEMENT("held_responses"), contract);
    row_image_add(&h->image, &h->columns);
    row_image_leave_out(&h->image, offsetof(struct value_row, line));
    row_image_leave_out(&h->image, id + offsetof(struct value, text));
}

void held_responses_done(struct held_responses *h)
{
    row_map_done(&h->columns);
    row_table_close(h->table);
    for (size_t i = 0; i < h->block_count; i++)
        free(h->blocks[i]);
    free(h->blocks);
    free(h->rows);
    dictionary_done(&h->ids);
    asked_done(&h->asked);
    *h = (struct held_responses){.count = 0};
}

void held_responses_move(struct held_responses *from, struct held_responses *to)
{
    const struct held_responses left = {
        .table = from->table, .columns = from->columns, .image = from->image};
    struct held_responses moved = *from;
    moved.table = to->table;
    moved.columns = to->columns;
    moved.image = to->image;
    *from = left;
    *to = moved;
}

static struct slice id_of(const struct held_response *row)
{
    return (struct slice){row->bytes, row->id_length};
}

static bool has_identifier(int32_t number, const void *key, void *context)
{
    const struct held_responses *h = context;
    return slice_equals(id_of(&h->rows[number]), *(const struct slice *)key);
}

const struct held_response *held_responses_find(struct held_responses *h, struct slice id)
{
    int32_t at = dictionary_find(&h->ids, dictionary_hash(id), has_identifier, &id, h);
    return at < 0 ? NULL : &h->rows[at];
}

/* The end of the last block, with that much room. */
static char *free_bytes(struct held_responses *h, size_t bytes)
{
    if (h->used + bytes > h->size) {
        h->size = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
        h->used = 0;
        h->blocks = memory_grow(h->blocks, h->block_count, &h->block_room, sizeof *h->blocks);
        h->blocks[h->block_count++] = memory_resize(NULL, h->size);
    }
    return h->blocks[h->block_count - 1] + h->used;
}

bool held_responses_same(struct held_responses *h, const struct held_response *other,
                         const struct value_row *row)
{
    char *bytes = free_bytes(h, row_image_room(&h->image, row));
    struct slice own = {bytes, row_image_pack(&h->image, row, bytes)};
    return slice_equals(own, (struct slice){other->bytes + other->id_length, other->length});
}

/* As a number in the order of the bytes. */
static uint64_t first_bytes(struct slice id)
{
    uint64_t first = 0;
    for (size_t i = 0; i < sizeof first; i++)
        first = first << 8 | (i < id.length ? (unsigned char)id.bytes[i] : 0U);
    return first;
}

/* Whether the row is not dated to the day; one that is is counted at once. */
static bool is_inexact(struct held_responses *h, const struct value *values)
{
    const struct value *responded = &values[RESPONSE_RESPONDED];
    if (!responded->is_known || !date_is_day(responded->date))
        return true;
    asked_count(&h->asked, &(struct answer_asked){.request_no = values[RESPONSE_REQUEST].number,
                                                  .tool_no = values[RESPONSE_TOOL].number,
                                                  .responded = responded->date});
    return false;
}

void held_responses_keep(struct held_responses *h, const struct value_row *row)
{
    struct slice id = row->values[RESPONSE_ID].text;
    char *bytes = free_bytes(h, id.length + row_image_room(&h->image, row));
    memcpy(bytes, id.bytes, id.length);
    size_t length = row_image_pack(&h->image, row, bytes + id.length);
    h->used += id.length + length;
    h->rows = memory_grow(h->rows, h->count, &h->room, sizeof *h->rows);
    h->rows[h->count] =
        (struct held_response){first_bytes(id),  bytes,     (uint32_t)id.length,
                               (uint32_t)length, row->line, is_inexact(h, row->values)};
    dictionary_add(&h->ids, dictionary_hash(id), (int32_t)h->count++);
}

static int compare_identifiers(const void *left, const void *right)
{
    const struct held_response *a = left, *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return slice_compare(id_of(a), id_of(b));
}

static const void *row_of(void *context, size_t number)
{
    struct held_responses *h = context;
    const struct held_response *held = &h->rows[number];
    struct value *id = &h->row->values[RESPONSE_ID];
    row_image_unpack(&h->image, held->bytes + held->id_length, h->row);
    id->text = id_of(held);
    h->row->line = held->line;
    return h->row;
}

static bool run(sqlite3 *db, const char *statement, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    return query_run(s, err);
}

static bool store_inexact(const struct held_responses *h, sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "insert_inexact_response");
    bool ok = true;
    for (size_t i = 0; ok && i < h->count; i++)
        if (h->rows[i].is_inexact) {
            query_bind_int(s, "response_no", (int64_t)i + 1);
            ok = query_run(s, err);
        }
    return ok;
}

bool held_responses_store(struct held_responses *h, sqlite3 *db, struct error *err)
{
    dictionary_done(&h->ids);
    if (h->count)
        qsort(h->rows, h->count, sizeof *h->rows, compare_identifiers);
    h->row = memory_new(1, sizeof *h->row);
    h->row->values[RESPONSE_ID].is_known = true;
    row_table_fill(h->table, &h->columns, h->count, row_of, h);
    bool ok = run(db, STATEMENT("insert_response"), err) &&
              run(db, STATEMENT("insert_response_wording"), err) && store_inexact(h, db, err);
    free(h->row);
    h->row = NULL;
    return ok;
}
