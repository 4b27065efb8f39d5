/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "classify/person_name.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

enum { PART_LEAST = 3 };

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c > 0x7f;
}

static bool is_known(const struct seen_names *names, const struct name_found *found)
{
    for (size_t i = 0; i < names->count; i++) {
        size_t k = 0;
        while (k < found->count && names->list[i].count == found->count &&
               slice_equals(names->list[i].words[k], found->words[k]))
            k++;
        if (k == found->count)
            return true;
    }
    return false;
}

void seen_names_add(struct seen_names *names, const struct name_grammar *grammar, struct slice text,
                    const struct name_found *found)
{
    if (!found->count || is_known(names, found))
        return;
    struct seen_name seen = {.count = found->count};
    for (size_t i = 0; i < found->count; i++) {
        const struct slice word = found->words[i];
        seen.words[i] = (struct slice){arena_copy(&names->arena, word), word.length};
        seen.may_stand_alone[i] = word.length >= PART_LEAST &&
                                  !memchr(word.bytes, '.', word.length) &&
                                  !name_is_ordinary(grammar, text, word);
    }
    names->list = memory_grow(names->list, names->count, &names->room, sizeof *names->list);
    names->list[names->count++] = seen;
}

void seen_names_done(struct seen_names *names)
{
    arena_done(&names->arena);
    free(names->list);
    *names = (struct seen_names){0};
}

struct search {
    const struct name_grammar *grammar;
    struct slice text;
    seen_name_place *place;
    void *context;
};

/* Does the word stand there, whole, in any case? */
static bool stands_at(struct slice text, size_t at, struct slice word)
{
    size_t end = at + word.length;
    return end <= text.length && strncasecmp(text.bytes + at, word.bytes, word.length) == 0 &&
           (at == 0 || !is_word_byte(text.bytes[at - 1])) &&
           (end == text.length || !is_word_byte(text.bytes[end]));
}

static size_t skip_space(struct slice text, size_t at)
{
    while (at < text.length &&
           (isspace((unsigned char)text.bytes[at]) || (unsigned char)text.bytes[at] == 0xc2 ||
            (unsigned char)text.bytes[at] == 0xa0))
        at++;
    return at;
}

/* The end of the words from there on, or 0. Between them are blanks; an initial may stand or lack
 * its full stop. */
static size_t end_of_words(struct slice text, size_t at, const struct slice *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        at = i ? skip_space(text, at) : at;
        const struct slice bare = slice_without_end(words[i], ".");
        if (!stands_at(text, at, bare))
            return 0;
        at += bare.length;
        if (at < text.length && text.bytes[at] == '.' && i + 1 < count)
            at++;
    }
    return at;
}

/* "Doe, Jane" and "DOE Jane". */
static size_t end_of_reversed(struct slice text, size_t at, const struct seen_name *name)
{
    if (name->count < 2 || !stands_at(text, at, name->words[name->count - 1]))
        return 0;
    at += name->words[name->count - 1].length;
    if (at < text.length && text.bytes[at] == ',')
        at++;
    at = skip_space(text, at);
    return end_of_words(text, at, name->words, name->count - 1);
}

/* Titles and initials that stand before a name are a part of it: "Ms", "J.". */
static size_t begin_with_title(const struct search *s, size_t at)
{
    for (int i = 0; i < 4; i++) {
        size_t end = at;
        while (end > 0 && s->text.bytes[end - 1] == ' ')
            end--;
        size_t begin = end;
        while (begin > 0 && (isalpha((unsigned char)s->text.bytes[begin - 1]) ||
                             s->text.bytes[begin - 1] == '.'))
            begin--;
        const struct slice word = {s->text.bytes + begin, end - begin};
        bool is_initial = word.length >= 1 && word.length <= 2 &&
                          isupper((unsigned char)*word.bytes) &&
                          (word.length == 1 || word.bytes[1] == '.') && !slice_is(word, "I") &&
                          !slice_is(word, "A");
        if (at == end || !word.length ||
            (!is_initial && mask_words_kind(&s->grammar->words, word) != MASK_WORD_TITLE))
            return at;
        at = begin;
    }
    return at;
}

static void tell(const struct search *s, size_t begin, size_t end)
{
    s->place(begin_with_title(s, begin), end, s->context);
}

/* A part counts where it begins with a capital, as it does in the name. */
static void search_parts(const struct search *s, const struct seen_name *name, size_t at)
{
    for (size_t i = 0; i < name->count; i++)
        if (name->may_stand_alone[i] && stands_at(s->text, at, name->words[i]) &&
            (isupper((unsigned char)s->text.bytes[at]) || (unsigned char)s->text.bytes[at] > 0x7f))
            tell(s, at, at + name->words[i].length);
}

/* "Ms Doe", where "Doe" alone may be something else. */
static void search_titled(const struct search *s, const struct seen_name *name, size_t at)
{
    const struct slice last = name->words[name->count - 1];
    if (stands_at(s->text, at, last) && begin_with_title(s, at) < at)
        tell(s, at, at + last.length);
}

void seen_names_search(const struct seen_names *names, const struct name_grammar *grammar,
                       struct slice text, bool with_parts, seen_name_place *place, void *context)
{
    const struct search s = {grammar, text, place, context};
    for (size_t at = 0; at < text.length; at++) {
        if (!is_word_byte(text.bytes[at]) || (at > 0 && is_word_byte(text.bytes[at - 1])))
            continue;
        for (size_t i = 0; i < names->count; i++) {
            const struct seen_name *name = &names->list[i];
            size_t end = name->count > 1 ? end_of_words(text, at, name->words, name->count) : 0;
            end = end ? end : end_of_reversed(text, at, name);
            if (end)
                tell(&s, at, end);
            else if (with_parts)
                search_parts(&s, name, at);
            search_titled(&s, name, at);
        }
    }
}
