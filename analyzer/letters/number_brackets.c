/* SPDX-License-Identifier: MIT
 * Numbers in brackets behind a word that points to them: "held for (1) and (2)", "as to (3), no".
 */
#include "letters/number_cursor.h"

#include <ctype.h>
#include <string.h>

/* Does a word that points to a part of the request end here? */
static bool is_pointed_to(struct slice before)
{
    static const char *const words[] = {"for",   "in",    "at",    "to",    "on",        "under",
                                        "of",    "item",  "items", "point", "points",    "regards",
                                        "under", "about", "parts", "part",  "regarding", NULL};
    while (before.length && before.bytes[before.length - 1] == ' ')
        before.length--;
    for (const char *const *word = words; *word; word++) {
        size_t length = strlen(*word);
        if (slice_ends_with(before, *word) &&
            (before.length == length ||
             !isalnum((unsigned char)before.bytes[before.length - length - 1])))
            return true;
    }
    return false;
}

/* "(12)": the bytes it takes, else 0. */
static size_t bracketed_at(struct slice text, size_t at, int *ret_number)
{
    size_t i = at + 1;
    int number = 0;
    if (at >= text.length || text.bytes[at] != '(')
        return 0;
    for (; i < text.length && i < at + 3 && isdigit((unsigned char)text.bytes[i]); i++)
        number = 10 * number + text.bytes[i] - '0';
    bool is_one = i > at + 1 && i < text.length && text.bytes[i] == ')' && number > 0 &&
                  (i + 1 == text.length || strchr(" ,.;:", text.bytes[i + 1]));
    *ret_number = number;
    return is_one ? i + 1 - at : 0;
}

bool numbers_in_brackets(struct slice text, size_t at, struct number_list *ret)
{
    static const char *const joints[] = {", and ", " and ", " & ", " or ", ", ", NULL};
    int number;
    size_t length = bracketed_at(text, at, &number);
    if (!length || at == 0 || text.bytes[at - 1] != ' ' ||
        !is_pointed_to((struct slice){text.bytes, at}))
        return false;
    *ret = (struct number_list){.begin = at, .end = at, .is_named = true};
    while (length && ret->count < NUMBERS_MAX) {
        ret->items[ret->count++] = (struct question_number){.number = number};
        ret->end = at += length;
        length = 0;
        for (const char *const *joint = joints; *joint && !length; joint++) {
            size_t skip = strlen(*joint);
            bool is_joint = at + skip < text.length && memcmp(text.bytes + at, *joint, skip) == 0;
            length = is_joint ? bracketed_at(text, at + skip, &number) : 0;
            at += length ? skip : 0;
        }
    }
    return true;
}
