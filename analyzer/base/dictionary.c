/* SPDX-License-Identifier: MIT */
#include "base/dictionary.h"

#include "base/memory.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 16 };

/* FNV-1a, whose low bits are weak for short keys, so with the finaliser of
 * MurmurHash3 on top: the table takes the low bits as the place. */
uint64_t dictionary_hash(struct slice text)
{
    uint64_t hash = 0xcbf29ce484222325U;
    for (size_t i = 0; i < text.length; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * 0x100000001b3U;
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdU;
    hash ^= hash >> 33;
    hash *= 0xc4ceb9fe1a85ec53U;
    return hash ^ hash >> 33;
}

int32_t dictionary_find(const struct dictionary *d, uint64_t hash, dictionary_is_same *is_same,
                        const void *key, void *context)
{
    if (d->capacity == 0)
        return -1;
    size_t mask = d->capacity - 1;
    for (size_t i = hash & mask; d->numbers[i] >= 0; i = (i + 1) & mask) {
        if (d->hashes[i] == hash && is_same(d->numbers[i], key, context))
            return d->numbers[i];
    }
    return -1;
}

static void place(struct dictionary *d, uint64_t hash, int32_t number)
{
    size_t mask = d->capacity - 1;
    size_t i = hash & mask;
    while (d->numbers[i] >= 0)
        i = (i + 1) & mask;
    d->hashes[i] = hash;
    d->numbers[i] = number;
}

static void grow(struct dictionary *d)
{
    struct dictionary old = *d;
    d->capacity = old.capacity ? old.capacity * 2 : FIRST_CAPACITY;
    d->hashes = memory_new(d->capacity, sizeof d->hashes[0]);
    d->numbers = memory_new(d->capacity, sizeof d->numbers[0]);
    memset(d->numbers, 0xff, d->capacity * sizeof d->numbers[0]);
    for (size_t i = 0; i < old.capacity; i++) {
        if (old.numbers[i] >= 0)
            place(d, old.hashes[i], old.numbers[i]);
    }
    free(old.hashes);
    free(old.numbers);
}

void dictionary_add(struct dictionary *d, uint64_t hash, int32_t number)
{
    if ((d->count + 1) * 4 > d->capacity * 3)
        grow(d);
    place(d, hash, number);
    d->count++;
}

void dictionary_done(struct dictionary *d)
{
    free(d->hashes);
    free(d->numbers);
    *d = (struct dictionary){0};
}

static bool is_same_text(int32_t entry, const void *key, void *context)
{
    const struct text_index *index = context;
    return slice_is(*(const struct slice *)key, index->texts[entry]);
}

int32_t text_index_find(const struct text_index *index, struct slice text)
{
    struct text_index view = *index;
    int32_t entry =
        dictionary_find(&index->dictionary, dictionary_hash(text), is_same_text, &text, &view);
    return entry < 0 ? -1 : index->numbers[entry];
}

void text_index_add(struct text_index *index, struct slice text, int32_t number)
{
    size_t room = index->room;
    index->texts = memory_grow(index->texts, index->count, &room, sizeof index->texts[0]);
    index->numbers =
        memory_grow(index->numbers, index->count, &index->room, sizeof index->numbers[0]);

    char *copy = memory_new(text.length + 1, 1);
    if (text.length)
        memcpy(copy, text.bytes, text.length);
    index->texts[index->count] = copy;
    index->numbers[index->count] = number;
    dictionary_add(&index->dictionary, dictionary_hash(text), (int32_t)index->count);
    index->count++;
}

void text_index_done(struct text_index *index)
{
    for (size_t i = 0; i < index->count; i++)
        free(index->texts[i]);
    free(index->texts);
    free(index->numbers);
    dictionary_done(&index->dictionary);
    *index = (struct text_index){0};
}
