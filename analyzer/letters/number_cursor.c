/* SPDX-License-Identifier: MIT */
#include "letters/number_cursor.h"

#include <ctype.h>

char cursor_peek(const struct number_cursor *c, size_t ahead)
{
    return c->at + ahead < c->text.length ? c->text.bytes[c->at + ahead] : '\0';
}

bool cursor_is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

void cursor_skip_spaces(struct number_cursor *c)
{
    while (cursor_peek(c, 0) == ' ')
        c->at++;
}

bool cursor_take(struct number_cursor *c, char byte)
{
    if (cursor_peek(c, 0) != byte)
        return false;
    c->at++;
    return true;
}

bool cursor_take_text(struct number_cursor *c, const char *text)
{
    size_t length = strlen(text);
    if (c->text.length - c->at < length || memcmp(c->text.bytes + c->at, text, length) != 0)
        return false;
    c->at += length;
    return true;
}

bool cursor_take_word(struct number_cursor *c, const char *word)
{
    struct number_cursor trial = *c;
    if (!cursor_take_text(&trial, word))
        return false;
    char after = cursor_peek(&trial, 0);
    if (isalpha((unsigned char)after) || (unsigned char)after >= 0x80)
        return false;
    *c = trial;
    return true;
}

int cursor_take_listed(struct number_cursor *c, const char *const *words)
{
    char first = cursor_peek(c, 0);
    for (int i = 0; words[i]; i++)
        if (*words[i] == first && cursor_take_word(c, words[i]))
            return i + 1;
    return 0;
}

int cursor_take_cardinal(struct number_cursor *c)
{
    static const char *const cardinals[] = {"one",    "two",    "three", "four", "five",
                                            "six",    "seven",  "eight", "nine", "ten",
                                            "eleven", "twelve", NULL};
    return cursor_take_listed(c, cardinals);
}

int cursor_take_roman(struct number_cursor *c)
{
    static const char *const romans[] = {"i",    "ii", "iii", "iv", "v",   "vi", "vii",
                                         "viii", "ix", "x",   "xi", "xii", NULL};
    return cursor_take_listed(c, romans);
}

static bool is_number_letter(char c)
{
    return c >= 'a' && c <= 'h';
}

/* Behind digits: "a", "(a)", " (a)", ".a", " a)", ".a)"; 0: none. */
static char take_letter(struct number_cursor *c)
{
    struct number_cursor trial = *c;
    bool is_spaced = cursor_take(&trial, ' '), is_dotted = !is_spaced && cursor_take(&trial, '.');
    bool is_bracketed = cursor_take(&trial, '(');
    char letter = cursor_peek(&trial, 0), after = cursor_peek(&trial, 1);
    bool is_close = !is_spaced && !is_dotted;
    bool is_letter =
        is_number_letter(letter) || (is_bracketed && is_close && isalpha((unsigned char)letter));
    bool is_closed = is_bracketed || is_spaced ? after == ')' : !cursor_is_word_byte(after);
    if (!is_letter || !is_closed)
        return 0;
    trial.at += is_bracketed || is_spaced || (is_dotted && after == ')') ? 2 : 1;
    *c = trial;
    return letter;
}

/* "7101/24", "10-14", "1.2", "20%", "1,000" */
static bool is_of_other_kind(const struct number_cursor *c, size_t digits)
{
    char after = cursor_peek(c, digits), next = cursor_peek(c, digits + 1);
    bool goes_on = isdigit((unsigned char)next);
    return (after == '/' && next != ' ' && !c->may_have_strokes) ||
           (after == '-' && goes_on && digits > 2) || after == '%' || after == '\'' ||
           ((after == ',' || after == '.') && goes_on);
}

bool cursor_take_digits(struct number_cursor *c, struct question_number *ret)
{
    int number = 0;
    size_t digits = 0;
    while (isdigit((unsigned char)cursor_peek(c, digits)) && digits < 4)
        number = 10 * number + (cursor_peek(c, digits++) - '0');
    if (digits == 0 || digits > 3 || number == 0 || number > NUMBER_GREATEST ||
        is_of_other_kind(c, digits))
        return false;
    struct number_cursor trial = *c;
    trial.at += digits;
    *ret = (struct question_number){number, take_letter(&trial)};
    if (!ret->letter && cursor_is_word_byte(cursor_peek(&trial, 0)))
        return false;
    *c = trial;
    return true;
}

bool cursor_is_at_letter(const struct number_cursor *c)
{
    return is_number_letter(cursor_peek(c, 0)) && !cursor_is_word_byte(cursor_peek(c, 1));
}

/* "in part a force may", "the request I made" */
static bool goes_on_as_sentence(struct number_cursor c)
{
    static const char *const may_follow[] = {"and", "or", "to", "of", "is", "asks", NULL};
    cursor_skip_spaces(&c);
    return isalpha((unsigned char)cursor_peek(&c, 0)) && !cursor_take_listed(&c, may_follow);
}

static bool take_bare(struct number_cursor *c, struct question_number *ret, bool is_bracketed)
{
    size_t start = c->at;
    if (cursor_take_digits(c, ret))
        return true;
    int number = cursor_take_cardinal(c);
    if (number == 0)
        number = cursor_take_roman(c);
    *ret = (struct question_number){number, 0};
    if (number == 0 && cursor_is_at_letter(c))
        ret->letter = c->text.bytes[c->at++];
    bool is_word_too = c->at == start + 1 && (ret->letter == 'a' || c->text.bytes[start] == 'i');
    if ((number || ret->letter) && (is_bracketed || !is_word_too || !goes_on_as_sentence(*c)))
        return true;
    c->at = start;
    return false;
}

bool cursor_take_number(struct number_cursor *c, struct question_number *ret)
{
    struct number_cursor trial = *c;
    bool is_bracketed = cursor_take(&trial, '(');
    if (!take_bare(&trial, ret, is_bracketed) || (is_bracketed && !cursor_take(&trial, ')')))
        return false;
    if (is_bracketed && !ret->letter && cursor_peek(&trial, 0) == '(')
        ret->letter = take_letter(&trial);
    *c = trial;
    return true;
}

bool cursor_is_at_pronoun(struct number_cursor c)
{
    static const char *const modals[] = {"would", "could", "can",  "must", "should",
                                         "might", "may",   "will", "has",  NULL};
    if (!cursor_take_word(&c, "one"))
        return false;
    cursor_skip_spaces(&c);
    return cursor_take_listed(&c, modals) != 0;
}
