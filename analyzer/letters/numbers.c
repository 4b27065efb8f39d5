/* SPDX-License-Identifier: MIT */
#include "letters/numbers.h"

#include "letters/number_mention.h"

#include <ctype.h>

enum { DASHED_GREATEST = 20 }; /* the exemptions begin with section 21 */

bool numbers_next(struct slice text, size_t from, struct number_list *ret)
{
    struct number_cursor c = {.text = text, .at = from};
    while (c.at < text.length) {
        bool is_word_start = c.at == 0 || !cursor_is_word_byte(text.bytes[c.at - 1]);
        bool may_begin = is_word_start && cursor_is_word_byte(text.bytes[c.at]);
        if (may_begin &&
            !(text.bytes[c.at] == 'a' && !isdigit((unsigned char)cursor_peek(&c, 1)) &&
              cursor_peek(&c, 1) != 'n') &&
            mention_take(&c, ret))
            return true;
        c.at++;
    }
    return false;
}

/* "1", "(1", "a", "iv": what a line may begin with */
static bool take_bare_number(struct number_cursor *c, bool is_bracketed,
                             struct question_number *ret)
{
    if (cursor_take_digits(c, ret))
        return true;
    size_t start = c->at;
    bool is_letter = cursor_is_at_letter(c);
    int roman = cursor_take_roman(c);
    if (!roman && !is_letter)
        return false;
    bool is_pronoun = roman == 1 && !is_bracketed && cursor_peek(c, 0) == ' ';
    *ret = roman && !is_pronoun ? (struct question_number){roman, 0}
                                : (struct question_number){0, c->text.bytes[start]};
    if (!roman)
        c->at++;
    return true;
}

/* "1 & 2", "1-3": in rising order. */
static bool take_bare_list(struct number_cursor *c, struct number_list *list)
{
    for (;;) {
        const struct question_number *last = &list->items[list->count - 1];
        struct number_cursor trial = *c;
        struct question_number number;
        enum joint joint = joint_take(&trial);
        cursor_skip_spaces(&trial);
        if (joint == JOINT_NONE || !cursor_take_digits(&trial, &number))
            return true;
        if (!last->number || number.number <= last->number)
            return false;
        if (joint == JOINT_RANGE)
            number_list_add_range(list, number);
        else
            number_list_add(list, number);
        *c = trial;
    }
}

/* "1 - How many", but no "31 - Law enforcement": a section with its title. */
static bool is_before_dash(const struct number_cursor *c, struct question_number number)
{
    return number.number && number.number <= DASHED_GREATEST && cursor_peek(c, 0) == ' ' &&
           cursor_peek(c, 1) == '-' && cursor_peek(c, 2) == ' ' &&
           isalpha((unsigned char)cursor_peek(c, 3));
}

/* "1.", "1)", "(1)", "1:", "a)", "iv.", "1(a)", "1 & 2:" */
static bool take_bare(struct number_cursor *c, struct number_list *ret)
{
    struct question_number number;
    bool is_bracketed = cursor_take(c, '(');
    if (!take_bare_number(c, is_bracketed, &number))
        return false;
    *ret = (struct number_list){.items = {number}, .count = 1};
    bool is_closed = c->text.bytes[c->at - 1] == ')'; /* that of its letter */
    if (!is_bracketed && !is_closed && !take_bare_list(c, ret))
        return false;
    char sign = cursor_peek(c, 0);
    if (is_bracketed ? sign == ')' : sign == '.' || sign == ')' || sign == ':')
        c->at++;
    else if (is_bracketed || (!is_closed && !is_before_dash(c, number)))
        return false;
    if (is_bracketed && !number.letter && cursor_peek(c, 0) == '(') {
        struct number_cursor trial = *c;
        if (cursor_take_number(&trial, &number) && !number.number) {
            ret->items[0].letter = number.letter;
            *c = trial;
        }
    }
    if (is_bracketed)
        cursor_take(c, '.');
    return cursor_peek(c, 0) == ' ' || c->at == c->text.length;
}

static void take_sign(struct number_cursor *c)
{
    cursor_skip_spaces(c);
    while (cursor_take(c, '.') || cursor_take(c, ')') || cursor_take(c, ':') ||
           cursor_take(c, '-') || cursor_take(c, '?'))
        cursor_skip_spaces(c);
}

static bool has_sign(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != ' ')
            return true;
    return false;
}

static void take_leads(struct number_cursor *c)
{
    static const char *const leads[] = {"in response to",
                                        "in answer to",
                                        "in reply to",
                                        "in relation to",
                                        "with regard to",
                                        "in respect of",
                                        "as regards",
                                        "as for",
                                        "your",
                                        "for",
                                        "to",
                                        "as to",
                                        "on",
                                        "regarding",
                                        "with respect to",
                                        "concerning",
                                        "re",
                                        "the",
                                        NULL};
    for (int lead; (lead = cursor_take_listed(c, leads)) != 0; cursor_skip_spaces(c))
        c->has_lead |= leads[lead - 1][0] != 't' && leads[lead - 1][0] != 'y';
}

bool numbers_at_start(struct slice text, struct number_list *ret)
{
    struct number_cursor c = {.text = text};
    if (cursor_take(&c, '*'))
        cursor_skip_spaces(&c);
    size_t begin = c.at;
    struct number_cursor named = c;
    take_leads(&named);
    if (!mention_take(&named, ret)) {
        named = c;
        if (!take_bare(&named, ret))
            return false;
    }
    size_t bare_end = named.at;
    take_sign(&named);
    ret->begin = begin;
    ret->end = named.at;
    bool is_after_sign = bare_end > 0 && strchr(".):", text.bytes[bare_end - 1]) && !ret->is_named;
    ret->is_signed = is_after_sign || ret->end == text.length ||
                     has_sign((struct slice){text.bytes + bare_end, ret->end - bare_end});
    return true;
}

bool number_of_id(const char *id, struct question_number *ret)
{
    char folded[32];
    size_t length = 0;
    for (; *id && length < sizeof folded - 1; id++)
        folded[length++] = (char)tolower((unsigned char)*id);
    if (*id)
        return false;
    struct number_list list;
    struct slice text = {folded, length};
    if (numbers_at_start(text, &list) && list.count == 1 && list.end == length) {
        *ret = list.items[0];
        return true;
    }
    struct number_cursor c = {.text = text};
    return cursor_take_number(&c, ret) && c.at == length;
}
