/* SPDX-License-Identifier: MIT */
#include "letters/clause.h"

enum { MATCHES_A_SLOT = 8 };

static void find_slot(const struct phrase *phrase, const struct literal_hits *hits,
                      struct slice sentence, size_t place, struct slot_list *ret)
{
    size_t from = 0;
    for (int i = 0; i < MATCHES_A_SLOT && ret->count < SLOTS_MAX && from < sentence.length; i++) {
        struct pattern_match match;
        if (phrase_find(phrase, hits, sentence, from, &match) != PATTERN_FOUND)
            return;
        ret->items[ret->count++] = (struct slot){phrase, place + match.begin, place + match.end};
        from = match.end > from ? match.end : from + 1;
        while (from < sentence.length && (sentence.bytes[from] & 0xc0) == 0x80)
            from++;
    }
}

void slots_find(const struct phrase_book *book, struct slice sentence,
                const struct literal_hits *hits, size_t place, enum slot_part part,
                struct slot_list *ret)
{
    if (part != SLOTS_BUT_BORDERS)
        ret->count = 0;
    for (size_t i = 0; i < book->phrases.count; i++) {
        int code = book->phrases.rows[i].code;
        bool is_wanted = part == SLOTS_ALL || (code == ACT_WORD_BORDER) == (part == SLOTS_BORDERS);
        if (code >= ACT_WORD_IF && code < ACT_WORD_OTHER_LAW && code != ACT_WORD_ASKS_USE &&
            is_wanted)
            find_slot(&book->phrases.rows[i], hits, sentence, place, ret);
    }
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
