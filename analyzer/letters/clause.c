/* SPDX-License-Identifier: MIT */
#include "letters/clause.h"

enum { MATCHES_A_SLOT = 8 };

static void find_slot(const struct phrase_search *search, const struct phrase *phrase,
                      struct slice sentence, size_t place, struct slot_list *ret)
{
    size_t from = 0;
    for (int i = 0; i < MATCHES_A_SLOT && ret->count < SLOTS_MAX && from < sentence.length; i++) {
        struct pattern_match match;
        if (phrase_find(search, phrase, from, &match) != PATTERN_FOUND)
            return;
        ret->items[ret->count++] = (struct slot){phrase, place + match.begin, place + match.end};
        from = match.end > from ? match.end : from + 1;
        while (from < sentence.length && (sentence.bytes[from] & 0xc0) == 0x80)
            from++;
    }
}

static void find_group(struct phrase_search *search, enum phrase_group group, struct slice sentence,
                       const struct phrase_sight *sight, size_t place, struct slot_list *ret)
{
    phrase_search_begin(search, group, sentence, sight);
    for (const struct phrase *phrase = NULL; (phrase = phrase_search_next(search, phrase));)
        find_slot(search, phrase, sentence, place, ret);
}

void slots_find(struct phrase_search *search, struct slice sentence,
                const struct phrase_sight *sight, size_t place, enum slot_part part,
                struct slot_list *ret)
{
    if (part != SLOTS_BUT_BORDERS) {
        ret->count = 0;
        find_group(search, PHRASES_BORDER, sentence, sight, place, ret);
    }
    if (part != SLOTS_BORDERS)
        find_group(search, PHRASES_SLOT, sentence, sight, place, ret);
}

bool clause_next(const struct slot_list *slots, size_t sentence_end, struct clause *clause)
{
    if (clause->end >= sentence_end)
        return false;
    clause->begin = clause->end;
    clause->end = sentence_end;
    for (size_t i = 0; i < slots->count; i++) {
        const struct slot *slot = &slots->items[i];
        if (slot->phrase->code == ACT_WORD_BORDER && slot->begin > clause->begin &&
            slot->begin < clause->end)
            clause->end = slot->begin;
    }
    return true;
}
