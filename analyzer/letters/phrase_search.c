/* SPDX-License-Identifier: MIT */
#include "letters/phrase_search.h"

#include "letters/phrase_list.h"

/* A place where a match of a phrase may begin; `next` is its next one, counted from 1. */
struct start {
    uint32_t at, next;
};

struct phrase_search {
    struct arena *arena;
    const struct phrase_book *book;
    struct literal_hits hits; /* of the text that was looked at last */
    enum phrase_group group;
    const struct phrase_list *list;
    struct slice text;
    uint64_t *candidates;   /* a bit for each phrase that may begin somewhere */
    uint64_t *needs;        /* a bit for each need that is there */
    uint32_t *first, *last; /* start of each candidate, counted from 1 */
    struct start *starts;
    size_t start_count, start_room;
};

static size_t words(size_t bits)
{
    return bits / 64 + 1;
}

static bool has_bit(const uint64_t *bits, size_t number)
{
    return bits[number / 64] >> (number % 64) & 1;
}

struct phrase_search *phrase_search_new(struct arena *arena, const struct phrase_book *book)
{
    size_t phrases = 0, needs = 0;
    for (size_t i = 0; i < PHRASE_GROUPS; i++) {
        const struct phrase_list *list = &book->groups[i];
        phrases = list->count > phrases ? list->count : phrases;
        needs = list->need_count > needs ? list->need_count : needs;
    }
    struct phrase_search *search = arena_new(arena, 1, sizeof *search);
    search->arena = arena;
    search->book = book;
    search->candidates = arena_new(arena, words(phrases), sizeof *search->candidates);
    search->needs = arena_new(arena, words(needs), sizeof *search->needs);
    search->first = arena_new(arena, phrases + 1, sizeof *search->first);
    search->last = arena_new(arena, phrases + 1, sizeof *search->last);
    return search;
}

static void add_start(struct phrase_search *s, uint32_t phrase, size_t at)
{
    uint64_t bit = (uint64_t)1 << (phrase % 64);
    bool is_first = !(s->candidates[phrase / 64] & bit);
    if (!is_first && s->starts[s->last[phrase] - 1].at == at)
        return;
    if (s->start_count == s->start_room)
        s->starts =
            arena_grow(s->arena, s->starts, s->start_count, &s->start_room, sizeof *s->starts);
    s->starts[s->start_count++] = (struct start){(uint32_t)at, 0};
    uint32_t number = (uint32_t)s->start_count;
    if (is_first)
        s->first[phrase] = number;
    else
        s->starts[s->last[phrase] - 1].next = number;
    s->last[phrase] = number;
    s->candidates[phrase / 64] |= bit;
}

static void add_need(struct phrase_search *s, uint32_t number)
{
    s->needs[number / 64] |= (uint64_t)1 << (number % 64);
}

struct phrase_sight phrase_look(struct phrase_search *search, enum phrase_group group,
                                struct slice text)
{
    const struct phrase_tree *tree = &search->book->trees[phrase_texts_of(group)];
    literal_tree_search(&tree->literals, text, search->arena, &search->hits);
    return (struct phrase_sight){search->hits.items, search->hits.count};
}

struct phrase_sight phrase_sight_keep(struct arena *arena, struct phrase_sight sight)
{
    struct literal_hit *hits = arena_new(arena, sight.count, sizeof *hits);
    if (sight.count)
        memcpy(hits, sight.hits, sight.count * sizeof *hits);
    return (struct phrase_sight){hits, sight.count};
}

/* Of the values that go with the hit, sorted, those of the group. */
static void take_hit(struct phrase_search *s, const struct literal_tree *literals,
                     const struct literal_hit *hit)
{
    const struct literal_set set = literals->sets[hit->set];
    for (uint32_t i = 0; i < set.count; i++) {
        uint32_t value = literals->values[set.first + i], group = value >> PHRASE_GROUP_SHIFT;
        if (group > s->group)
            return;
        if (group < s->group)
            continue;
        uint32_t number = value & PHRASE_NUMBER;
        if (value & PHRASE_NEED)
            add_need(s, number);
        else
            add_start(s, number, hit->at);
    }
}

void phrase_search_begin(struct phrase_search *search, enum phrase_group group, struct slice text,
                         const struct phrase_sight *sight)
{
    const struct phrase_tree *tree = &search->book->trees[phrase_texts_of(group)];
    const struct phrase_list *list = &search->book->groups[group];
    search->group = group;
    search->list = list;
    search->text = text;
    search->start_count = 0;
    memset(search->candidates, 0, words(list->count) * sizeof *search->candidates);
    memset(search->needs, 0, words(list->need_count) * sizeof *search->needs);
    for (size_t i = 0; i < sight->count; i++)
        if (tree->groups_of_set[sight->hits[i].set] >> group & 1)
            take_hit(search, &tree->literals, &sight->hits[i]);
}

void phrase_search_text(struct phrase_search *search, enum phrase_group group, struct slice text)
{
    const struct phrase_sight sight = phrase_look(search, group, text);
    phrase_search_begin(search, group, text, &sight);
}

void phrase_search_part(struct phrase_search *search, enum phrase_group group, struct slice part,
                        const struct phrase_sight *whole)
{
    const struct literal_tree *tree = &search->book->trees[phrase_texts_of(group)].literals;
    phrase_search_text(search, group, part);
    for (size_t i = 0; i < whole->count; i++) {
        const struct literal_set set = tree->sets[whole->hits[i].set];
        for (uint32_t k = 0; k < set.count; k++) {
            uint32_t value = tree->values[set.first + k];
            if (value >> PHRASE_GROUP_SHIFT == group && value & PHRASE_NEED)
                add_need(search, value & PHRASE_NUMBER);
        }
    }
}

static bool has_needs(const struct phrase_search *s, const struct phrase *phrase)
{
    for (uint32_t i = 0; i < phrase->need_count; i++)
        if (!has_bit(s->needs, phrase->first_need + i))
            return false;
    return true;
}

const struct phrase *phrase_search_next(const struct phrase_search *search,
                                        const struct phrase *after)
{
    size_t number = after ? after->number + 1 : 0;
    const struct phrase_list *list = search->list;
    while (number < list->count) {
        size_t word = number / 64;
        uint64_t bits = search->candidates[word] | list->anywhere[word];
        bits = bits >> (number % 64) << (number % 64);
        if (!bits) {
            number = (word + 1) * 64;
            continue;
        }
        number = word * 64 + (size_t)__builtin_ctzll(bits);
        if (has_needs(search, list->items[number]))
            return list->items[number];
        number++;
    }
    return NULL;
}

enum pattern_result phrase_find(const struct phrase_search *search, const struct phrase *phrase,
                                size_t from, struct pattern_match *ret)
{
    if (!has_needs(search, phrase))
        return PATTERN_NONE;
    if (has_bit(search->list->anywhere, phrase->number))
        return pattern_find(phrase->pattern, search->text, from, ret);
    uint32_t next = has_bit(search->candidates, phrase->number) ? search->first[phrase->number] : 0;
    while (next) {
        const struct start *start = &search->starts[next - 1];
        next = start->next;
        if (start->at < from)
            continue;
        enum pattern_result result = pattern_find_at(phrase->pattern, search->text, start->at, ret);
        if (result != PATTERN_NONE)
            return result;
    }
    return PATTERN_NONE;
}

bool phrase_search_has(const struct phrase_search *search, int code)
{
    struct pattern_match match;
    for (const struct phrase *p = NULL; (p = phrase_search_next(search, p));)
        if (p->code == code && phrase_find(search, p, 0, &match) == PATTERN_FOUND)
            return true;
    return false;
}
