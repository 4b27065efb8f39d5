/* SPDX-License-Identifier: MIT */
#include "classify/masks.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "letters/pattern_table.h"

#include <stdio.h>
#include <stdlib.h>

struct masks {
    struct pattern_table table;
};

bool masks_new(struct masks **ret_masks, struct error *err)
{
    *ret_masks = memory_new(1, sizeof **ret_masks);
    return pattern_table_load("datasets/reference/masks.csv", &(*ret_masks)->table, err);
}

void masks_free(struct masks *masks)
{
    if (masks)
        pattern_table_done(&masks->table);
    free(masks);
}

struct places {
    struct mask_place *list;
    size_t count, room;
};

static void add_place(struct places *places, size_t begin, size_t end, const char *kind)
{
    places->list = memory_grow(places->list, places->count, &places->room, sizeof *places->list);
    places->list[places->count++] = (struct mask_place){begin, end, kind};
}

static void find_all(const struct kind_pattern *mask, struct slice text, struct places *places)
{
    struct pattern_match match;
    enum pattern_result found = PATTERN_FOUND;
    if (!kind_pattern_may_match(mask, text))
        return;
    for (size_t from = 0; from <= text.length; from = match.end) {
        found = pattern_find(mask->pattern, text, from, &match);
        if (found != PATTERN_FOUND || match.end <= from)
            break;
        add_place(places, match.begin, match.end, mask->kind);
    }
    if (found == PATTERN_GAVE_UP)
        add_place(places, 0, text.length, mask->kind);
}

static int compare(const void *a, const void *b)
{
    const struct mask_place *one = a, *other = b;
    if (one->begin != other->begin)
        return one->begin < other->begin ? -1 : 1;
    return one->end > other->end ? -1 : one->end < other->end;
}

size_t masks_find(const struct masks *masks, struct slice text, struct mask_place **ret_places)
{
    struct places places = {0};
    for (size_t i = 0; i < masks->table.count; i++)
        find_all(&masks->table.list[i], text, &places);
    if (places.count > 1)
        qsort(places.list, places.count, sizeof *places.list, compare);
    size_t kept = 0;
    for (size_t i = 0; i < places.count; i++) {
        struct mask_place *last = kept ? &places.list[kept - 1] : NULL;
        if (!last || places.list[i].begin >= last->end)
            places.list[kept++] = places.list[i];
        else if (places.list[i].end > last->end)
            last->end = places.list[i].end;
    }
    *ret_places = places.list;
    return kept;
}

/* How far around a span is looked for what shows that it is about a person. */
enum { AROUND = 200 };

static bool is_inside_character(char byte)
{
    return ((unsigned char)byte & 0xc0U) == 0x80;
}

/* The span with what stands around it, on borders of characters. */
static struct slice surroundings(struct slice text, size_t begin, size_t end, size_t *ret_from)
{
    size_t from = begin > AROUND ? begin - AROUND : 0;
    size_t to = text.length - end > AROUND ? end + AROUND : text.length;
    while (from > 0 && is_inside_character(text.bytes[from]))
        from--;
    while (to < text.length && is_inside_character(text.bytes[to]))
        to++;
    *ret_from = from;
    return (struct slice){text.bytes + from, to - from};
}

/* White space of every kind and length as one space. */
static void write_plain(FILE *out, struct slice piece, bool *after_space)
{
    for (size_t i = 0; i < piece.length;) {
        int32_t character;
        size_t bytes = utf8_next(piece, i, &character);
        bool is_space = utf8_is_blank(character);
        if (!is_space)
            fwrite(piece.bytes + i, 1, bytes, out);
        else if (!*after_space)
            fputc(' ', out);
        *after_space = is_space;
        i += bytes;
    }
}

static void cut(char *words, size_t *length, size_t most)
{
    if (*length <= most)
        return;
    size_t at = most - 3;
    while (at > 0 && is_inside_character(words[at]))
        at--;
    memcpy(words + at, "...", sizeof "...");
    *length = at + 3;
}

char *masks_words(const struct masks *masks, struct slice text, size_t begin, size_t end,
                  size_t most)
{
    size_t from, length = 0;
    struct slice around = surroundings(text, begin, end, &from);
    struct mask_place *places;
    size_t count = masks_find(masks, around, &places);
    char *words = NULL;
    FILE *out = memory_stream(&words, &length);
    bool after_space = true;
    size_t at = begin - from, stop = end - from;
    for (size_t i = 0; i < count; i++) {
        if (places[i].end <= at || places[i].begin >= stop)
            continue;
        if (places[i].begin > at)
            write_plain(out, (struct slice){around.bytes + at, places[i].begin - at}, &after_space);
        fprintf(out, "[%s]", places[i].kind);
        after_space = false;
        at = places[i].end < stop ? places[i].end : stop;
    }
    write_plain(out, (struct slice){around.bytes + at, stop - at}, &after_space);
    memory_stream_end(out);
    free(places);
    cut(words, &length, most);
    return words;
}
