/* SPDX-License-Identifier: MIT */
#include "letters/numbers.h"

#include "letters/number_mention.h"

#include <ctype.h>

enum { DASHED_GREATEST = 20 }; /* the exemptions begin with section 21 */

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
    bool is_closed = c->text.bytes[c->at - 1] == ')'; /* "1(a) and 1(b)" */
    for (;;) {
        const struct question_number *last = &list->items[list->count - 1];
        struct number_cursor trial = *c;
        struct question_number number;
        enum joint joint = joint_take(&trial);
        cursor_skip_spaces(&trial);
        if (joint == JOINT_NONE || !cursor_take_digits(&trial, &number))
            return true;
        bool is_part = trial.text.bytes[trial.at - 1] == ')';
        if (is_closed && !is_part)
            return true;
        bool is_later = number.number > last->number ||
                        (number.number == last->number && number.letter > last->letter);
        if (!last->number || !is_later)
            return false;
        if (joint == JOINT_RANGE)
            number_list_add_range(list, number);
        else
            number_list_add(list, number);
        *c = trial;
    }
}

/* Digits of a number, and no year: "3 - 2023/24 spend". */
static bool is_range_end(const struct number_cursor *c, size_t ahead)
{
    enum { YEAR = 4 };
    size_t digits = 0;
    while (digits < YEAR && isdigit((unsigned char)cursor_peek(c, ahead + digits)))
        digits++;
    return digits > 0 && digits < YEAR;
}

/* "1 - How many", but no "31 - Law enforcement": a section with its title. */
static bool is_before_dash(const struct number_cursor *c, struct question_number number)
{
    return number.number && number.number <= DASHED_GREATEST && cursor_peek(c, 0) == ' ' &&
           cursor_peek(c, 1) == '-' && cursor_peek(c, 2) == ' ' && !is_range_end(c, 3);
}

/* "a * none": a list in a list */
static bool is_before_bullet(const struct number_cursor *c)
{
    static const char bullet[] = " \xe2\x80\xa2 ";
    return c->at + strlen(bullet) <= c->text.length &&
           memcmp(c->text.bytes + c->at, bullet, strlen(bullet)) == 0;
}

/* "1, 2 and 4 all come to the same thing", "1 and 2 are held" */
static bool is_said_of_several(const struct number_cursor *c, const struct number_list *list)
{
    static const char *const words[] = {"all",    "both", "are",    "have", "can",
                                        "cannot", "come", "fall",   "will", "together",
                                        "see",    "were", "remain", NULL};
    struct number_cursor rest = *c;
    cursor_skip_spaces(&rest);
    return list->count > 1 && cursor_take_listed(&rest, words) != 0;
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
    if (!is_bracketed && !take_bare_list(c, ret))
        return false;
    char sign = cursor_peek(c, 0);
    if (is_bracketed ? sign == ')'
                     : sign == '.' || sign == ')' || sign == ':' ||
                           (sign == '/' && cursor_peek(c, 1) == ' '))
        c->at++;
    else if (!is_bracketed && is_said_of_several(c, ret))
        ret->is_named = true;
    else if (is_bracketed || (!is_closed && !is_before_dash(c, number) && !is_before_bullet(c)))
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
    static const char *const leads[] = {"note to",
                                        "notes to",
                                        "note on",
                                        "notes on",
                                        "why",
                                        "finally",
                                        "lastly",
                                        "and finally",
                                        "in response to",
                                        "in answer to",
                                        "in reply to",
                                        "in relation to",
                                        "with regard to",
                                        "in respect of",
                                        "as regards",
                                        "as for",
                                        "your",
                                        "my",
                                        "our",
                                        "that",
                                        "this",
                                        "for",
                                        "to",
                                        "as to",
                                        "on",
                                        "regarding",
                                        "with respect to",
                                        "concerning",
                                        "turning to",
                                        "turning now to",
                                        "moving to",
                                        "moving on to",
                                        "coming to",
                                        "with reference to",
                                        "in respect to",
                                        "in regard to",
                                        "under",
                                        "whereas",
                                        "while",
                                        "where",
                                        "re",
                                        "the",
                                        NULL};
    for (int lead; (lead = cursor_take_listed(c, leads)) != 0; cursor_skip_spaces(c)) {
        bool is_article =
            strcmp(leads[lead - 1], "the") == 0 || strcmp(leads[lead - 1], "your") == 0;
        c->has_article |= is_article;
        c->has_lead |= !is_article && strcmp(leads[lead - 1], "to") != 0;
    }
}

/* "the paper asked for under two" */
static bool take_asked_for(struct number_cursor *c, struct number_list *ret)
{
    static const char *const leads[] = {
        "asked for under", "asked for at",    "asked for in", "asked under",  "asked at",
        "wanted at",       "wanted under",    "wanted in",    "sought at",    "sought under",
        "sought in",       "requested under", "requested at", "requested in", NULL};
    struct number_cursor trial = *c;
    struct question_number number;
    if (!cursor_take_listed(&trial, leads))
        return false;
    cursor_skip_spaces(&trial);
    if (!cursor_take_number(&trial, &number) || (!number.number && cursor_peek(&trial, 0) != ')'))
        return false;
    *ret = (struct number_list){
        .items = {number}, .count = 1, .begin = c->at, .end = trial.at, .is_named = true};
    *c = trial;
    return true;
}

/* "as for the fourth, ..." within a sentence */
static bool take_led(struct number_cursor *c, struct number_list *ret)
{
    struct number_cursor trial = *c;
    if (take_asked_for(c, ret))
        return true;
    take_leads(&trial);
    if (!trial.has_lead || !trial.has_article || !mention_take(&trial, ret))
        return false;
    *c = trial;
    return true;
}

/* "a" is rarely the name of an answer: only before a number, or as "answer", "all", "apart", "at",
 * "asked" */
static bool is_mere_article(const struct number_cursor *c)
{
    char next = cursor_peek(c, 1);
    return cursor_peek(c, 0) == 'a' && !isdigit((unsigned char)next) && !strchr("nlpst", next);
}

bool numbers_next(struct slice text, size_t from, struct number_list *ret)
{
    struct number_cursor c = {.text = text, .at = from};
    while (c.at < text.length) {
        bool is_word_start = c.at == 0 || !cursor_is_word_byte(text.bytes[c.at - 1]);
        bool may_begin = is_word_start && cursor_is_word_byte(text.bytes[c.at]);
        if (text.bytes[c.at] == '(' && numbers_in_brackets(text, c.at, ret))
            return true;
        if (may_begin && !is_mere_article(&c) && (mention_take(&c, ret) || take_led(&c, ret)))
            return true;
        c.at++;
    }
    return false;
}

/* "#1" */
static bool take_digits_alone(struct number_cursor *c, struct number_list *ret)
{
    struct question_number number;
    if (!cursor_take_digits(c, &number))
        return false;
    *ret = (struct number_list){.items = {number}, .count = 1};
    return true;
}

/* "Ymateb / Response 1": the word in the other language. */
static void take_other_language(struct number_cursor *c)
{
    enum { WORDS = 24 };
    struct number_cursor trial = *c;
    while (trial.at < c->at + WORDS &&
           (isalpha((unsigned char)cursor_peek(&trial, 0)) || cursor_peek(&trial, 0) == ' '))
        if (cursor_take_text(&trial, " / ")) {
            *c = trial;
            return;
        } else
            trial.at++;
}

/* "Cwestiwn 2 / Question 2": the same again. */
static void take_again(struct number_cursor *c)
{
    struct number_cursor trial = *c;
    struct number_list again;
    if (cursor_take_text(&trial, " / ") && mention_take(&trial, &again) && !again.is_answer)
        *c = trial;
}

/* "the remaining questions", "the other two points": those that are still open. */
static bool take_remaining(struct number_cursor *c, struct number_list *ret)
{
    static const char *const leads[] = {
        "remaining",         "other", "rest of the", "rest of your", "remainder of the",
        "remainder of your", NULL};
    struct number_cursor trial = *c;
    bool is_answer;
    if (!trial.has_article || !cursor_take_listed(&trial, leads))
        return false;
    cursor_skip_spaces(&trial);
    cursor_take_cardinal(&trial);
    cursor_skip_spaces(&trial);
    if (!mention_take_name(&trial, &is_answer) || is_answer)
        return false;
    *ret = (struct number_list){.is_remaining = true, .is_named = true};
    *c = trial;
    return true;
}

/* "(Q1. Since when?)": all of the line is in them, not "(question 1)" alone. */
static bool is_name_in_brackets(struct number_cursor c)
{
    struct number_list list = {.count = 0};
    bool is_open = cursor_take(&c, '(') && isalpha((unsigned char)cursor_peek(&c, 0)) &&
                   isalnum((unsigned char)cursor_peek(&c, 1));
    return is_open && mention_take(&c, &list) && list.is_named && !list.is_ordinal &&
           strchr(".:", cursor_peek(&c, 0)) && cursor_peek(&c, 0);
}

bool numbers_at_start(struct slice text, struct number_list *ret)
{
    struct number_cursor c = {.text = text};
    while (cursor_take(&c, '*') || cursor_take(&c, '"'))
        cursor_skip_spaces(&c);
    bool is_hash = cursor_take(&c, '#');
    if (is_name_in_brackets(c))
        cursor_take(&c, '(');
    size_t begin = c.at;
    struct number_cursor named = c;
    take_other_language(&named);
    take_leads(&named);
    if (!take_remaining(&named, ret) && !mention_take(&named, ret)) {
        named = c;
        *ret = (struct number_list){0};
        bool is_alone = is_hash && take_digits_alone(&named, ret);
        if (!is_alone && !mention_take_led(&named, ret) && !take_bare(&named, ret))
            return false;
    }
    take_again(&named);
    size_t bare_end = named.at;
    take_sign(&named);
    ret->begin = begin;
    ret->end = named.at;
    bool is_after_sign =
        is_hash || (bare_end > 0 && strchr(".):/", text.bytes[bare_end - 1]) && !ret->is_named);
    ret->is_signed = is_after_sign || ret->end == text.length ||
                     has_sign((struct slice){text.bytes + bare_end, ret->end - bare_end});
    return true;
}

/* "b" in a cell of its own */
static bool take_letter_alone(struct slice text, struct question_number *ret)
{
    struct number_cursor c = {.text = slice_trim(text)};
    *ret = (struct question_number){0, cursor_peek(&c, 0)};
    return c.text.length == 1 && cursor_is_at_letter(&c);
}

bool numbers_of_row(struct slice text, struct number_list *ret)
{
    struct number_cursor c = {.text = text};
    struct question_number number;
    while (cursor_take(&c, '*'))
        cursor_skip_spaces(&c);
    if (take_letter_alone(text, &number)) {
        *ret = (struct number_list){.items = {number}, .count = 1, .end = text.length};
        return true;
    }
    if (!cursor_take_digits(&c, &number) || (cursor_peek(&c, 0) != ' ' && c.at < text.length))
        return false;
    cursor_skip_spaces(&c);
    struct number_cursor trial = c;
    if (!number.letter && cursor_is_at_letter(&trial)) { /* "1 a) none" */
        number.letter = cursor_peek(&trial, 0);
        trial.at++;
        if (cursor_take(&trial, ')') || cursor_take(&trial, '.') || is_before_bullet(&trial)) {
            cursor_skip_spaces(&trial);
            c = trial;
        } else
            number.letter = 0;
    }
    *ret = (struct number_list){.items = {number}, .count = 1, .end = c.at};
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
    bool is_lettered = length == 2 && folded[0] == 'q' && folded[1] >= 'a' && folded[1] <= 'h';
    if (is_lettered) { /* "QA" */
        *ret = (struct question_number){0, folded[1]};
        return true;
    }
    struct number_list list;
    struct slice text = {folded, length};
    if (numbers_at_start(text, &list) && list.count == 1 && list.end == length) {
        *ret = list.items[0];
        return true;
    }
    struct number_cursor c = {.text = text};
    return cursor_take_number(&c, ret) && c.at == length;
}
