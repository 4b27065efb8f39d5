/* SPDX-License-Identifier: MIT */
#include "intake/single_force.h"

#include "base/text.h"
#include "base/utf8.h"
#include "intake/force_hints.h"

#include <string.h>

/* The list of words.csv. */
static const char list[] = "no single force";

bool single_force_is_all(struct slice text)
{
    static const char *const stars[] = {"*", "\xe2\x88\x97", "\xe2\x9c\xb1", "\xe2\x88\xa4"};
    char folded[NAME_BYTES];
    name_fold(text, folded);
    for (size_t i = 0; i < sizeof stars / sizeof *stars; i++)
        if (strcmp(folded, stars[i]) == 0)
            return true;
    return false;
}

/* The next of what stands between "and", "or" and signs, which it takes from *rest. */
static struct slice next_part(const char **rest)
{
    static const char signs[] = ";,/+|\n";
    static const char *const words[] = {" and ", " or ", " - ", " plus ", " with "};
    const char *start = *rest;
    size_t length = strcspn(start, signs), taken = start[length] ? 1 : 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *at = strstr(start, words[i]);
        if (at && (size_t)(at - start) < length) {
            length = (size_t)(at - start);
            taken = strlen(words[i]);
        }
    }
    *rest = start + length + taken;
    return slice_trim((struct slice){start, length});
}

/* The longest run of parts at *rest that is the name of a force ("Avon and Somerset"), or 0. */
static int32_t next_force(const struct registry *r, const char **rest)
{
    enum { MOST_PARTS = 4 };
    const char *start = *rest, *end = start;
    int32_t found = 0;
    for (int i = 0; i < MOST_PARTS && *end; i++) {
        struct slice part = next_part(&end);
        struct slice run = {start, (size_t)(part.bytes + part.length - start)};
        int32_t number = names_find(&r->forces, slice_trim(run), true);
        if (number > 0) {
            found = number;
            *rest = end;
        }
    }
    return found;
}

static void add_part(struct force_parts *parts, int32_t number, struct slice words)
{
    if (parts->count < FORCE_PARTS_MAX)
        parts->list[parts->count++] = (struct force_part){number, words};
}

static bool names_two(const struct force_parts *parts)
{
    int32_t first = 0;
    for (size_t i = 0; i < parts->count; i++) {
        int32_t number = parts->list[i].number;
        if (first && number && number != first)
            return true;
        first = first ? first : number;
    }
    return false;
}

bool single_force_parts(const struct registry *r, struct slice text, struct force_parts *ret)
{
    ret->count = 0;
    name_fold(text, ret->folded);
    for (const char *rest = ret->folded; *rest;) {
        const char *before = rest;
        int32_t number = next_force(r, &rest);
        struct slice words =
            number ? (struct slice){before, (size_t)(rest - before)} : next_part(&rest);
        if (!number && words.length && hint_of_force_within(&r->forces, words))
            return false;
        if (words.length)
            add_part(ret, number, words);
    }
    return names_two(ret);
}

/* "Kent Police (kent) and Essex Police (essex), and "wessx", which is
 * none", where it does. */
static bool names_several(const struct registry *r, struct slice text, char out[SINGLE_FORCE_BYTES])
{
    struct force_parts parts;
    if (!single_force_parts(r, text, &parts))
        return false;
    size_t known = 0, told = 0;
    for (size_t i = 0; i < parts.count; i++)
        known += parts.list[i].number > 0;
    out[0] = '\0';
    for (size_t i = 0; i < parts.count; i++) {
        if (!parts.list[i].number)
            continue;
        const char *between = told + 1 == known ? " and " : ", ";
        text_add(out, SINGLE_FORCE_BYTES, "%s%s", told ? between : "",
                 r->forces.shown[parts.list[i].number - 1]);
        told++;
    }
    for (size_t i = 0; i < parts.count; i++) {
        char shown[64];
        if (parts.list[i].number)
            continue;
        utf8_show(parts.list[i].words, shown, sizeof shown);
        text_add(out, SINGLE_FORCE_BYTES, ", and \"%s\", which is none", shown);
    }
    return true;
}

static void advise(const char *what, bool may_be_all, char out[SINGLE_FORCE_BYTES])
{
    text_cut(out, SINGLE_FORCE_BYTES, "%s%s", what,
             may_be_all ? " Write * where every force is meant." : "");
}

bool single_force_lacks(const struct registry *r, struct slice text, bool may_be_all,
                        char ret_reason[SINGLE_FORCE_BYTES], char ret_advice[SINGLE_FORCE_BYTES])
{
    static const char each[] = "Write a row for each force.";
    char names[SINGLE_FORCE_BYTES];
    const struct word_meaning *meaning = word_book_find(&r->book, list, text);
    int32_t collaboration = names_find(&r->collaborations, text, true);
    if (names_several(r, text, names))
        text_cut(ret_reason, SINGLE_FORCE_BYTES, "names several forces, %s", names);
    else if (collaboration > 0)
        text_cut(ret_reason, SINGLE_FORCE_BYTES, "is a collaboration, %s, and no single force",
                 r->collaborations.shown[collaboration - 1]);
    else if (meaning || single_force_is_all(text))
        text_cut(ret_reason, SINGLE_FORCE_BYTES, "is no single force");
    else
        return false;
    advise(meaning ? meaning->advice : each, may_be_all, ret_advice);
    return true;
}
