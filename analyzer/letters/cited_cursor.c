/* SPDX-License-Identifier: MIT */
#include "letters/cited_cursor.h"

#include <ctype.h>

char scan_peek(const struct scan *s, size_t ahead)
{
    return s->at + ahead < s->text.length ? s->text.bytes[s->at + ahead] : '\0';
}

void scan_skip_spaces(struct scan *s)
{
    while (scan_peek(s, 0) == ' ')
        s->at++;
}

bool scan_take_text(struct scan *s, const char *text)
{
    size_t length = strlen(text);
    if (s->text.length - s->at < length || memcmp(s->text.bytes + s->at, text, length) != 0)
        return false;
    s->at += length;
    return true;
}

bool scan_take_word_of(struct scan *s, const char *word)
{
    struct scan trial = *s;
    if (!scan_take_text(&trial, word) || isalnum((unsigned char)scan_peek(&trial, 0)))
        return false;
    *s = trial;
    return true;
}

int scan_take_cardinal(struct scan *s)
{
    static const char *const ones[] = {"one",     "two",       "three",    "four",     "five",
                                       "six",     "seven",     "eight",    "nine",     "ten",
                                       "eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
                                       "sixteen", "seventeen", "eighteen", "nineteen", NULL};
    static const char *const tens[] = {"twenty", "thirty", "forty", "fifty", NULL};
    for (int ten = 0; tens[ten]; ten++) {
        struct scan trial = *s, more;
        if (!scan_take_word_of(&trial, tens[ten]))
            continue;
        more = trial;
        more.at += scan_peek(&more, 0) == '-' || scan_peek(&more, 0) == ' ';
        for (int one = 0; one < 9; one++)
            if (scan_take_word_of(&more, ones[one])) {
                *s = more;
                return (ten + 2) * 10 + one + 1;
            }
        *s = trial;
        return (ten + 2) * 10;
    }
    for (int one = 0; ones[one]; one++)
        if (scan_take_word_of(s, ones[one]))
            return one + 1;
    return 0;
}

bool writing_put(struct writing *w, char c)
{
    if (w->used + 1 >= w->size)
        return false;
    w->out[w->used++] = c;
    w->out[w->used] = '\0';
    return true;
}

bool scan_is_open(char c)
{
    return c == '(' || c == '{' || c == '[';
}

bool scan_is_closed(char c)
{
    return c == ')' || c == '}' || c == ']';
}

bool scan_take_further_letter(struct scan *s, struct writing *w)
{
    static const char *const joints[] = {" and ", " & ", ", ", ",", "&", "/", " or ", NULL};
    for (const char *const *j = joints; *j; j++) {
        struct scan trial = *s;
        if (!scan_take_text(&trial, *j) || !isalpha((unsigned char)scan_peek(&trial, 0)) ||
            isalnum((unsigned char)scan_peek(&trial, 1)))
            continue;
        if (!writing_put(w, ')') || !writing_put(w, '(') || !writing_put(w, scan_peek(&trial, 0)))
            return false;
        trial.at++;
        *s = trial;
        return true;
    }
    return false;
}

bool scan_take_bracket(struct scan *s, struct writing *w)
{
    struct scan trial = *s;
    struct writing out = *w;
    scan_skip_spaces(&trial);
    bool is_opened = scan_is_open(scan_peek(&trial, 0));
    if (is_opened)
        trial.at++;
    else if (s->at == 0 || !scan_is_closed(s->text.bytes[s->at - 1]) || trial.at != s->at)
        return false;
    scan_skip_spaces(&trial);
    size_t length = 0;
    while (isalnum((unsigned char)scan_peek(&trial, length)) && length < 5)
        length++;
    char first = scan_peek(&trial, 0);
    bool is_number = isdigit((unsigned char)first) && length <= 3;
    bool is_letter = isalpha((unsigned char)first) &&
                     (length <= 2 || strspn(trial.text.bytes + trial.at, "ivx") >= length);
    if (!length || (!is_number && !is_letter) || !writing_put(&out, '('))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!writing_put(&out, scan_peek(&trial, i)))
            return false;
    trial.at += length;
    while (is_letter && scan_take_further_letter(&trial, &out))
        ;
    scan_skip_spaces(&trial);
    if (!scan_is_closed(scan_peek(&trial, 0)) || !writing_put(&out, ')'))
        return false;
    trial.at++;
    s->at = trial.at;
    *w = out;
    return true;
}
