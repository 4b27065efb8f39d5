/* SPDX-License-Identifier: MIT */
#include "intake/names.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/utf8.h"
#include "domain/name.h"
#include "intake/force_hints.h"

#include <stdlib.h>

/* The stronger wins where two things share a spelling. */
enum strength { STRENGTH_SHORTENED, STRENGTH_WHOLE };

enum { NEAREST = 3 };

static void add_spelling(struct names *names, const char *folded, int32_t number, int16_t strength)
{
    struct slice text = slice_of(folded);
    if (text.length == 0)
        return;
    int32_t at = text_index_find(&names->index, text);
    if (at < 0) {
        names->entries =
            memory_grow(names->entries, names->count, &names->room, sizeof *names->entries);
        names->entries[names->count] =
            (struct name_entry){number, strength, (int16_t)text.length, {0, 0}};
        text_index_add(&names->index, text, (int32_t)names->count++);
        return;
    }
    struct name_entry *entry = &names->entries[at];
    if (strength > entry->strength)
        *entry = (struct name_entry){number, strength, entry->length, {0, 0}};
    else if (strength == entry->strength && entry->number > 0 && entry->number != number)
        *entry =
            (struct name_entry){NAMES_AMBIGUOUS, strength, entry->length, {entry->number, number}};
}

static void add_whole(struct names *names, struct slice text, int32_t number,
                      char folded[NAME_BYTES])
{
    name_fold(text, folded);
    add_spelling(names, folded, number, STRENGTH_WHOLE);
}

static void add_name(struct names *names, struct slice text, int32_t number)
{
    char folded[NAME_BYTES];
    add_whole(names, text, number, folded);
    if (name_drop_parenthesis(folded))
        add_spelling(names, folded, number, STRENGTH_SHORTENED);
}

void names_add_alias(struct names *names, int32_t number, struct slice alias)
{
    add_name(names, slice_trim(alias), number);
}

void names_add(struct names *names, int32_t number, struct slice id, struct slice name,
               struct slice aliases)
{
    if (text_index_find(&names->ids, id) < 0)
        text_index_add(&names->ids, id, number);
    char folded[NAME_BYTES];
    add_whole(names, id, number, folded);
    add_name(names, name, number);
    struct slice alias;
    while (slice_next_part(&aliases, ';', &alias))
        names_add_alias(names, number, alias);

    names->shown =
        memory_grow(names->shown, names->shown_count, &names->shown_room, sizeof *names->shown);
    char called[84], id_shown[64];
    utf8_show(name, called, sizeof called);
    utf8_show(id, id_shown, sizeof id_shown);
    names->shown[names->shown_count++] = *called && strcmp(called, id_shown) != 0
                                             ? memory_print("%s (%s)", called, id_shown)
                                             : memory_copy(id_shown);
}

void names_add_code(struct names *names, int32_t number, struct slice code)
{
    char folded[NAME_BYTES];
    name_fold(code, folded);
    if (*folded && text_index_find(&names->codes, slice_of(folded)) < 0)
        text_index_add(&names->codes, slice_of(folded), number);
}

int32_t names_find(const struct names *names, struct slice text, bool drop_parenthesis)
{
    int32_t number = text_index_find(&names->ids, text);
    if (number > 0)
        return number;
    char folded[NAME_BYTES];
    name_fold(text, folded);
    int32_t at = text_index_find(&names->index, slice_of(folded));
    if (at >= 0 && (names->entries[at].strength != STRENGTH_SHORTENED || drop_parenthesis))
        return names->entries[at].number;
    if (!drop_parenthesis || !name_drop_parenthesis(folded))
        return NAMES_UNKNOWN;
    at = text_index_find(&names->index, slice_of(folded));
    /* "X (B)" is not "X (A)", though both shorten to "X". */
    if (at < 0 || names->entries[at].strength == STRENGTH_SHORTENED)
        return NAMES_UNKNOWN;
    return names->entries[at].number;
}

struct near_name {
    int32_t number;
    int distance;
};

static void keep_nearest(struct near_name best[NEAREST], int32_t number, int distance)
{
    int place = NEAREST - 1;
    for (int i = 0; i < NEAREST; i++)
        if (best[i].number == number) {
            if (distance >= best[i].distance)
                return;
            place = i;
            break;
        }
    if (distance >= best[place].distance)
        return;
    for (; place > 0 && best[place - 1].distance > distance; place--)
        best[place] = best[place - 1];
    best[place] = (struct near_name){number, distance};
}

/* The nearest names of those whose length allows it. */
static void find_nearest(struct names *names, const char *folded, struct near_name best[NEAREST])
{
    /* A small share of the word: three letters of four make another word. */
    int length = (int)strlen(folded), limit = length / 4;
    limit = limit > 8 ? 8 : limit;
    for (int i = 0; i < NEAREST; i++)
        best[i] = (struct near_name){0, limit + 1};
    names->bytes_compared += names->index.count;
    for (size_t i = 0; i < names->index.count; i++) {
        const struct name_entry *entry = &names->entries[i];
        if (entry->number < 0 || abs(entry->length - length) > limit)
            continue;
        names->bytes_compared += (size_t)length;
        keep_nearest(best, entry->number, name_distance(folded, names->index.texts[i], limit));
    }
}

static char *work_out_suggestion(struct names *names, struct slice text)
{
    char folded[NAME_BYTES];
    name_fold(text, folded);
    struct near_name best[NEAREST];
    char out[HINT_BYTES] = "";
    if (names->book) {
        names->bytes_compared += names->index.count * strlen(folded);
        if (hint_for_name(names, names->book, text, out))
            return memory_copy(out);
    }
    find_nearest(names, folded, best);
    for (int i = 0; i < NEAREST && best[i].number; i++)
        text_add(out, sizeof out - 1, "%s%s", i ? " or " : "Did you mean ",
                 names->shown[best[i].number - 1]);
    if (out[0])
        text_add(out, sizeof out, "?");
    return memory_copy(out);
}

const char *names_suggest(struct names *names, struct slice text)
{
    if (names->is_mute)
        return "";
    int32_t at = text_index_find(&names->suggestions, text);
    if (at >= 0)
        return names->suggestion_texts[at];
    if (names->sought >= NAMES_SOUGHT || names->bytes_compared >= NAMES_BYTES_COMPARED) {
        names->left_out++;
        return "";
    }
    names->sought++;
    char *made = work_out_suggestion(names, text);
    names->suggestion_texts = memory_grow(names->suggestion_texts, names->suggestion_count,
                                          &names->suggestion_room, sizeof *names->suggestion_texts);
    names->suggestion_texts[names->suggestion_count] = made;
    text_index_add(&names->suggestions, text, (int32_t)names->suggestion_count++);
    return made;
}

void names_begin_suggestions(struct names *names, bool is_mute)
{
    for (size_t i = 0; i < names->suggestion_count; i++)
        free(names->suggestion_texts[i]);
    names->suggestion_count = 0;
    text_index_done(&names->suggestions);
    names->sought = names->bytes_compared = names->left_out = 0;
    names->is_mute = is_mute;
}

struct names_ambiguity names_first_ambiguity(const struct names *names)
{
    struct names_ambiguity first = {0};
    for (size_t i = 0; i < names->count; i++) {
        const struct name_entry *entry = &names->entries[i];
        if (entry->number != NAMES_AMBIGUOUS || entry->strength == STRENGTH_SHORTENED)
            continue;
        if (first.folded)
            first.further++;
        else
            first = (struct names_ambiguity){
                names->index.texts[i],
                {names->shown[entry->rivals[0] - 1], names->shown[entry->rivals[1] - 1]},
                0};
    }
    return first;
}

void names_done(struct names *names)
{
    names_begin_suggestions(names, false);
    text_index_done(&names->ids);
    text_index_done(&names->codes);
    text_index_done(&names->index);
    free(names->entries);
    for (size_t i = 0; i < names->shown_count; i++)
        free(names->shown[i]);
    free(names->shown);
    free(names->suggestion_texts);
    *names = (struct names){0};
}
