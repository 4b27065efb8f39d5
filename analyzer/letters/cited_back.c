/* SPDX-License-Identifier: MIT
 * Citations that a later sentence relies on without naming them again: "it is on that provision
 * that I rely", "both exemptions are engaged".
 */
#include "letters/cited.h"

#include "base/text.h"

enum { UNITS_BACK = 4 };

static bool has_word(struct slice text, const char *word)
{
    return memmem(text.bytes, text.length, word, strlen(word)) != NULL;
}

static bool may_be_meant(const struct cited *cited)
{
    return cited->status == CITED_DESCRIBED || cited->status == CITED_MENTIONED ||
           cited->status == CITED_POSSIBLE;
}

/* Of the unit: all, or only the one that is meant by "the former" or "the second". */
static bool rely_on(struct cited_list *list, size_t unit, struct slice text)
{
    size_t first = list->count, last = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].unit != unit || !may_be_meant(&list->items[i]))
            continue;
        first = first < i ? first : i;
        last = i;
    }
    if (first == list->count)
        return false;
    if (has_word(text, "second") || has_word(text, "latter") || has_word(text, "last"))
        first = last;
    else if (has_word(text, "first") || has_word(text, "former"))
        last = first;
    for (size_t i = first; i <= last; i++)
        if (list->items[i].unit == unit && may_be_meant(&list->items[i]))
            list->items[i].status = CITED_RELIED;
    return true;
}

static bool names_any(const struct cited_list *list, size_t unit)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].unit == unit)
            return true;
    return false;
}

void cited_look_back(const struct act_search *search, struct cited_list *list)
{
    for (size_t i = 1; i < search->units->count && list->count; i++) {
        const struct unit *unit = &search->units->items[i];
        struct slice text = {search->masked + unit->begin, unit->end - unit->begin};
        bool is_told = unit->zone == ZONE_REQUEST || unit->zone == ZONE_HISTORY ||
                       unit->zone == ZONE_COMPLAINT || unit->zone == ZONE_QUOTED ||
                       unit->zone == ZONE_CHROME;
        if (is_told)
            continue;
        phrase_search_begin(search->search, PHRASES_SLOT, text, &unit->sight);
        if (!phrase_search_has(search->search, ACT_WORD_RELIED_BACK) || names_any(list, i))
            continue;
        for (size_t back = 1; back <= UNITS_BACK && back <= i; back++)
            if (rely_on(list, i - back, text))
                break;
    }
}
