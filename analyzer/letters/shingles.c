/* SPDX-License-Identifier: MIT */
#include "letters/shingles.h"

#include "base/dictionary.h"
#include "base/memory.h"

#include <stdlib.h>
#include <utf8proc.h>

/* The text in the form in which words are compared; the caller frees. NULL: nothing to read. */
static char *folded(struct slice text, size_t *ret_length)
{
    utf8proc_uint8_t *out = NULL;
    utf8proc_ssize_t length =
        utf8proc_map((const utf8proc_uint8_t *)text.bytes, (utf8proc_ssize_t)text.length, &out,
                     UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    *ret_length = length > 0 ? (size_t)length : 0;
    if (length > 0)
        return (char *)out;
    free(out);
    return NULL;
}

/* A letter, a mark on one, or a digit. */
static bool is_of_word(int32_t character)
{
    utf8proc_category_t kind = utf8proc_category(character);
    return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_ND;
}

/* The next word from *at on, which it moves behind it; empty: none. */
static struct slice next_word(const char *text, size_t length, size_t *at)
{
    size_t begin = *at, end = *at;
    while (*at < length) {
        utf8proc_int32_t character;
        utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)text + *at,
                                                  (utf8proc_ssize_t)(length - *at), &character);
        bool is_word = bytes > 0 && is_of_word(character);
        if (!is_word && end > begin)
            break;
        *at += bytes > 0 ? (size_t)bytes : 1;
        if (is_word)
            end = *at;
        else
            begin = end = *at;
    }
    return (struct slice){text + begin, end - begin};
}

static int compare(const void *a, const void *b)
{
    const uint64_t *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

static void sort_once_each(struct shingles *s)
{
    if (s->count == 0)
        return;
    qsort(s->hashes, s->count, sizeof *s->hashes, compare);
    size_t kept = 1;
    for (size_t i = 1; i < s->count; i++)
        if (s->hashes[i] != s->hashes[kept - 1])
            s->hashes[kept++] = s->hashes[i];
    s->count = kept;
}

static void add_runs(struct shingles *s, size_t *room, struct slice text)
{
    size_t length, at = 0, words = 0;
    char *plain = folded(text, &length);
    uint64_t last[SHINGLE_WORDS];
    for (struct slice word; plain && (word = next_word(plain, length, &at)).length; words++) {
        last[words % SHINGLE_WORDS] = dictionary_hash(word);
        if (words + 1 < SHINGLE_WORDS)
            continue;
        uint64_t run[SHINGLE_WORDS]; /* in the order of the text */
        for (size_t i = 0; i < SHINGLE_WORDS; i++)
            run[i] = last[(words + 1 + i) % SHINGLE_WORDS];
        s->hashes = memory_grow(s->hashes, s->count, room, sizeof *s->hashes);
        s->hashes[s->count++] = dictionary_hash((struct slice){(const char *)run, sizeof run});
    }
    free(plain);
}

struct shingles shingles_of(const struct slice *passages, size_t count)
{
    struct shingles s = {0};
    size_t room = 0;
    for (size_t i = 0; i < count; i++)
        add_runs(&s, &room, passages[i]);
    sort_once_each(&s);
    return s;
}

void shingles_done(struct shingles *s)
{
    free(s->hashes);
    *s = (struct shingles){0};
}

size_t shingles_in_both(const struct shingles *a, const struct shingles *b)
{
    size_t both = 0;
    for (size_t i = 0, k = 0; i < a->count && k < b->count;) {
        both += a->hashes[i] == b->hashes[k];
        bool step_a = a->hashes[i] <= b->hashes[k], step_b = b->hashes[k] <= a->hashes[i];
        i += step_a;
        k += step_b;
    }
    return both;
}

double shingles_likeness(const struct shingles *a, const struct shingles *b)
{
    size_t both = shingles_in_both(a, b), either = a->count + b->count - both;
    return either ? (double)both / (double)either : 0;
}

double shingles_share_in(const struct shingles *a, const struct shingles *b)
{
    return a->count ? (double)shingles_in_both(a, b) / (double)a->count : 0;
}
