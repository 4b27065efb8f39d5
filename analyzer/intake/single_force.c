/* SPDX-License-Identifier: MIT */
#include "intake/single_force.h"

#include "base/text.h"
#include "domain/name.h"

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

size_t single_force_several(const struct registry *r, struct slice text, int32_t *ret_numbers,
                            size_t most)
{
    char folded[NAME_BYTES];
    size_t count = 0;
    name_fold(text, folded);
    const char *behind_first = folded;
    next_part(&behind_first);
    if (!*behind_first)
        return 0;
    for (const char *rest = folded; *rest;) {
        const char *before = rest;
        int32_t number = next_force(r, &rest);
        if (!number && next_part(&rest).length)
            return 0;
        if (number && count < most)
            ret_numbers[count++] = number;
        if (number && rest == before)
            return 0;
    }
    return count;
}

/* "Kent Police (kent) and Essex Police (essex)", where it names several and nothing else. */
static bool names_several(const struct registry *r, struct slice text, char out[SINGLE_FORCE_BYTES])
{
    enum { MOST = 64 };
    int32_t numbers[MOST];
    size_t count = single_force_several(r, text, numbers, MOST);
    bool has_others = false;
    out[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        has_others = has_others || numbers[i] != numbers[0];
        text_add(out, SINGLE_FORCE_BYTES, "%s%s",
                 i == 0           ? ""
                 : i + 1 == count ? " and "
                                  : ", ",
                 r->forces.shown[numbers[i] - 1]);
    }
    return has_others;
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
