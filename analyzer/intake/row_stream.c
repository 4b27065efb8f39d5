/* SPDX-License-Identifier: MIT */
#include "intake/row_stream.h"

#include "base/memory.h"

#include <pthread.h>
#include <stdlib.h>

enum { BATCHES = 4, BATCH_ROWS = 512, BATCH_BYTES = 1 << 18, SHORT_FILE = 1 << 20 };

/* Rows copied out of the reader: the bytes of all their fields one after the
 * other, so that the slices can be set when the batch is full and moves no more. */
struct batch {
    struct csv_row rows[BATCH_ROWS];
    size_t count;
    struct slice *fields; /* of all rows; a bad row's value follows its fields */
    size_t field_count, field_room;
    char *bytes;
    size_t used, room;
};

struct row_stream {
    struct csv_reader *reader;
    bool has_thread;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    bool stop;
    size_t filled;  /* batches that wait for the caller or are in its hands */
    size_t reading; /* index of the batch in its hands */
    size_t next_row;
    bool is_holding;
    struct batch batches[BATCHES];
};

static void add_field(struct batch *b, struct slice field)
{
    if (b->used + field.length > b->room) {
        b->room = (b->used + field.length) * 2 + BATCH_BYTES;
        b->bytes = memory_resize(b->bytes, b->room);
    }
    if (field.length)
        memcpy(b->bytes + b->used, field.bytes, field.length);
    b->used += field.length;
    b->fields = memory_grow(b->fields, b->field_count, &b->field_room, sizeof *b->fields);
    b->fields[b->field_count++].length = field.length;
}

static void set_slices(struct batch *b)
{
    const char *at = b->bytes;
    for (size_t i = 0; i < b->field_count; i++) {
        b->fields[i].bytes = at;
        at += b->fields[i].length;
    }
    struct slice *field = b->fields;
    for (size_t i = 0; i < b->count; i++) {
        b->rows[i].fields = field;
        field += b->rows[i].count;
        if (b->rows[i].event == CSV_BAD_ROW)
            b->rows[i].fault.value = *field++;
    }
}

/* False when the file is at its end. */
static bool fill(struct batch *b, struct csv_reader *reader)
{
    b->count = b->field_count = b->used = 0;
    bool more = true;
    while (more && b->count < BATCH_ROWS && b->used < BATCH_BYTES) {
        struct csv_row *row = &b->rows[b->count++];
        csv_reader_next(reader, row);
        if (row->event == CSV_END || !row->fields)
            row->count = 0;
        for (size_t i = 0; i < row->count; i++)
            add_field(b, row->fields[i]);
        if (row->event == CSV_BAD_ROW)
            add_field(b, row->fault.value);
        more = row->event != CSV_END;
    }
    set_slices(b);
    return more;
}

static void *read_rows(void *context)
{
    struct row_stream *s = context;
    bool more = true;
    for (size_t at = 0; more; at = (at + 1) % BATCHES) {
        pthread_mutex_lock(&s->lock);
        while (s->filled == BATCHES && !s->stop)
            pthread_cond_wait(&s->changed, &s->lock);
        bool stop = s->stop;
        pthread_mutex_unlock(&s->lock);
        if (stop)
            break;
        more = fill(&s->batches[at], s->reader);
        pthread_mutex_lock(&s->lock);
        s->filled++;
        pthread_cond_signal(&s->changed);
        pthread_mutex_unlock(&s->lock);
    }
    return NULL;
}

struct row_stream *row_stream_open(struct csv_reader *reader, size_t file_bytes)
{
    struct row_stream *s = memory_new(1, sizeof *s);
    s->reader = reader;
    if (file_bytes < SHORT_FILE)
        return s;
    pthread_mutex_init(&s->lock, NULL);
    pthread_cond_init(&s->changed, NULL);
    s->has_thread = pthread_create(&s->thread, NULL, read_rows, s) == 0;
    return s;
}

/* Gives the batch in the caller's hands back, and waits for the next one. */
static void turn_over(struct row_stream *s)
{
    pthread_mutex_lock(&s->lock);
    if (s->is_holding) {
        s->filled--;
        s->reading = (s->reading + 1) % BATCHES;
        pthread_cond_signal(&s->changed);
    }
    while (s->filled == 0)
        pthread_cond_wait(&s->changed, &s->lock);
    pthread_mutex_unlock(&s->lock);
    s->is_holding = true;
    s->next_row = 0;
}

void row_stream_next(struct row_stream *s, struct csv_row *ret_row)
{
    if (!s->has_thread) {
        csv_reader_next(s->reader, ret_row);
        return;
    }
    if (!s->is_holding || s->next_row == s->batches[s->reading].count)
        turn_over(s);
    *ret_row = s->batches[s->reading].rows[s->next_row++];
}

void row_stream_close(struct row_stream *s)
{
    if (s->has_thread) {
        pthread_mutex_lock(&s->lock);
        s->stop = true;
        pthread_cond_signal(&s->changed);
        pthread_mutex_unlock(&s->lock);
        if (pthread_join(s->thread, NULL) != 0)
            internal_fault("the thread of a file was lost");
    }
    for (size_t i = 0; i < BATCHES; i++) {
        free(s->batches[i].fields);
        free(s->batches[i].bytes);
    }
    free(s);
}
