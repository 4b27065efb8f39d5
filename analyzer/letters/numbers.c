/* SPDX-License-Identifier: MIT */
#include "letters/numbers.h"

#include <ctype.h>

/* A text that is read from left to right. */
struct cursor {
    struct slice text;
    size_t at;
    bool has_lead; /* "with regard to" stood before: "the third," is enough then */
};

static char peek(const struct cursor *c, size_t ahead)
{
    return c->at + ahead < c->text.length ? c->text.bytes[c->at + ahead] : '\0';
}

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static void skip_spaces(struct cursor *c)
{
    while (peek(c, 0) == ' ')
        c->at++;
}

static bool take(struct cursor *c, char byte)
{
    if (peek(c, 0) != byte)
        return false;
    c->at++;
    return true;
}

/* Takes the word where it stands as one of its own; digits may follow it ("q1"). */
static bool take_word(struct cursor *c, const char *word)
{
    size_t length = strlen(word);
    if (c->text.length - c->at < length || memcmp(c->text.bytes + c->at, word, length) != 0)
        return false;
    char after = peek(c, length);
    if (isalpha((unsigned char)after) || (unsigned char)after >= 0x80)
        return false;
    c->at += length;
    return true;
}

static int take_listed(struct cursor *c, const char *const *words)
{
    for (int i = 0; words[i]; i++)
        if (take_word(c, words[i]))
            return i + 1;
    return 0;
}

static const char *const cardinals[] = {"one",    "two",    "three", "four", "five",
                                        "six",    "seven",  "eight", "nine", "ten",
                                        "eleven", "twelve", NULL};
static const char *const ordinals[] = {"first",   "second", "third", "fourth", "fifth", "sixth",
                                       "seventh", "eighth", "ninth", "tenth",  NULL};
static const char *const ordinal_digits[] = {"1st", "2nd", "3rd", "4th",  "5th", "6th",
                                             "7th", "8th", "9th", "10th", NULL};
static const char *const romans[] = {"i",    "ii", "iii", "iv", "v",   "vi", "vii",
                                     "viii", "ix", "x",   "xi", "xii", NULL};

/* "2", "2a", "2(a)", "2.1" is 2: false where no number stands there. */
static bool take_digits(struct cursor *c, struct question_number *ret)
{
    int number = 0;
    size_t digits = 0;
    while (isdigit((unsigned char)peek(c, digits)) && digits < 4)
        number = 10 * number + (peek(c, digits++) - '0');
    char after = peek(c, digits);
    bool is_other = (after == '/' && peek(c, digits + 1) != ' ') ||
                    (after == '-' && isdigit((unsigned char)peek(c, digits + 1)) && digits > 2) ||
                    after == '%' || after == '\'' ||
                    ((after == ',' || after == '.') && isdigit((unsigned char)peek(c, digits + 1)));
    if (digits == 0 || digits > 3 || number == 0 || number > NUMBER_GREATEST || is_other)
        return false;
    *ret = (struct question_number){number, 0};
    bool is_bracketed =
        after == '(' && isalpha((unsigned char)peek(c, digits + 1)) && peek(c, digits + 2) == ')';
    bool is_lettered = after >= 'a' && after <= 'h' && !is_word_byte(peek(c, digits + 1));
    if (is_bracketed)
        ret->letter = peek(c, digits + 1);
    else if (is_lettered)
        ret->letter = after;
    else if (is_word_byte(after))
        return false;
    c->at += digits + (is_bracketed ? 3 : is_lettered);
    return true;
}

/* A number behind a word such as "question": also in words, roman, or a letter alone. */
static bool take_number(struct cursor *c, struct question_number *ret)
{
    size_t start = c->at;
    bool is_bracketed = take(c, '(');
    int number = 0;
    if (take_digits(c, ret) || (number = take_listed(c, cardinals)) != 0 ||
        (number = take_listed(c, romans)) != 0) {
        if (number)
            *ret = (struct question_number){number, 0};
    } else if (peek(c, 0) >= 'a' && peek(c, 0) <= 'h' && !is_word_byte(peek(c, 1))) {
        *ret = (struct question_number){0, peek(c, 0)};
        c->at++;
    } else {
        c->at = start;
        return false;
    }
    if (is_bracketed && !take(c, ')')) {
        c->at = start;
        return false;
    }
    return true;
}

static void add(struct number_list *list, struct question_number number)
{
    if (list->count < NUMBERS_MAX)
        list->items[list->count++] = number;
}

/* 2 - 5, 2a to 2c */
static void add_range(struct number_list *list, struct question_number last)
{
    struct question_number first = list->items[list->count - 1];
    if (first.number == last.number && last.letter > first.letter && first.letter) {
        for (char letter = (char)(first.letter + 1); letter <= last.letter; letter++)
            add(list, (struct question_number){first.number, letter});
        return;
    }
    for (int number = first.number + 1; number <= last.number; number++)
        add(list, (struct question_number){number, number == last.number ? last.letter : 0});
}

enum joint { JOINT_NONE, JOINT_LIST, JOINT_RANGE };

static enum joint take_joint(struct cursor *c)
{
    static const char *const listing[] = {"and", "or", "plus", "as well as", NULL};
    static const char *const ranging[] = {"to", "through", "until", NULL};
    skip_spaces(c);
    if (take(c, '-') || take_listed(c, ranging))
        return JOINT_RANGE;
    bool is_list = false;
    while (take(c, ',') || take(c, '&') || take(c, ';') || take_listed(c, listing)) {
        is_list = true;
        skip_spaces(c);
    }
    return is_list ? JOINT_LIST : JOINT_NONE;
}

/* "part ii" is one of the Act. */
static bool is_part_of_act(const struct cursor *c)
{
    struct cursor rest = *c;
    if (!take_word(&rest, "part") && !take_word(&rest, "parts"))
        return false;
    skip_spaces(&rest);
    return take_listed(&rest, romans) != 0;
}

static int take_name(struct cursor *c, bool *ret_is_answer)
{
    static const char *const names[] = {"question", "questions", "q",         "qs",       "query",
                                        "queries",  "point",     "points",    "part",     "parts",
                                        "item",     "items",     "request",   "requests", "qn",
                                        "qns",      "bullet",    "paragraph", NULL};
    static const char *const answers[] = {"response", "responses", "answer", "answers",
                                          "reply",    "replies",   "a",      NULL};
    *ret_is_answer = false;
    int name = take_listed(c, names);
    if (name)
        return name;
    name = take_listed(c, answers);
    *ret_is_answer = name != 0;
    return name;
}

/* A number behind one in digits: in digits, or "1a and b". */
static bool take_further(struct cursor *c, struct question_number *ret)
{
    bool is_letter = peek(c, 0) >= 'a' && peek(c, 0) <= 'h';
    return (isdigit((unsigned char)peek(c, 0)) || peek(c, 0) == '(' || is_letter) &&
           take_number(c, ret);
}

/* "2, 3 and 5 - 7", as often with the word again: "question 2 and question 4". */
static bool take_list(struct cursor *c, struct number_list *list)
{
    struct question_number number;
    bool has_digits = isdigit((unsigned char)peek(c, 0)) || peek(c, 0) == '(';
    if (!take_number(c, &number))
        return false;
    add(list, number);
    for (;;) {
        struct cursor trial = *c;
        enum joint joint = take_joint(&trial);
        skip_spaces(&trial);
        bool is_answer;
        if (joint != JOINT_NONE && take_name(&trial, &is_answer)) {
            take(&trial, '.');
            skip_spaces(&trial);
        }
        if (joint == JOINT_NONE ||
            !(has_digits ? take_further(&trial, &number) : take_number(&trial, &number)))
            return true;
        if (joint == JOINT_RANGE)
            add_range(list, number);
        else
            add(list, number);
        *c = trial;
    }
}

/* "question 2", "Question One (1)", "response to questions 1 and 2" */
static bool take_named(struct cursor *c, struct number_list *list)
{
    static const char *const between[] = {"to",     "for",     "no",       "nos",
                                          "number", "numbers", "numbered", NULL};
    bool is_answer;
    if (!take_name(c, &is_answer))
        return false;
    list->is_answer = is_answer;
    for (;;) {
        while (take(c, ' ') || take(c, '.') || take(c, ':') || take(c, '#'))
            ;
        bool is_again;
        if (!take_listed(c, between) && !(is_answer && take_name(c, &is_again)))
            break;
    }
    if (!take_list(c, list))
        return false;
    struct cursor trial = *c;
    skip_spaces(&trial);
    struct question_number again;
    if (take(&trial, '(') && take_digits(&trial, &again) && take(&trial, ')'))
        *c = trial;
    list->is_named = true;
    return true;
}

/* "(the) first question", "the first two questions", "the second and third points" */
static bool take_ordinal(struct cursor *c, struct number_list *list)
{
    struct cursor trial = *c;
    for (;;) {
        int first = take_listed(&trial, ordinals);
        if (!first)
            first = take_listed(&trial, ordinal_digits);
        if (!first)
            break;
        add(list, (struct question_number){first, 0});
        skip_spaces(&trial);
        int several = first == 1 ? take_listed(&trial, cardinals) : 0;
        for (int number = 2; number <= several; number++)
            add(list, (struct question_number){number, 0});
        skip_spaces(&trial);
        *c = trial;
        if (!take(&trial, ',') && take_joint(&trial) != JOINT_LIST)
            break;
        skip_spaces(&trial);
    }
    bool is_answer = false;
    list->is_named = list->count && ((take_name(c, &is_answer) && !is_answer) ||
                                     peek(c, 0) == ':' || (c->has_lead && peek(c, 0) == ','));
    return list->is_named;
}

/* What must not follow: "part 2 of the Act", "request 7101/24", "point 3 per cent". */
static bool is_something_else(const struct cursor *c)
{
    struct cursor rest = *c;
    skip_spaces(&rest);
    return take_word(&rest, "of the act") || take_word(&rest, "of that act") ||
           take_word(&rest, "of the freedom") || take_word(&rest, "of schedule") ||
           peek(&rest, 0) == '/' || take_word(&rest, "per cent") ||
           take_word(&rest, "working days");
}

/* "as to (2),", "regarding 2:": a number without its word behind words that lead to one. */
static bool take_led(struct cursor *c, struct number_list *ret)
{
    static const char *const leads[] = {"as to",
                                        "as for",
                                        "regarding",
                                        "note to",
                                        "note on",
                                        "notes to",
                                        "note",
                                        "about",
                                        "concerning",
                                        "re",
                                        "with regard to",
                                        "with respect to",
                                        "in respect of",
                                        "in relation to",
                                        "in answer to",
                                        "in response to",
                                        "on",
                                        "for",
                                        "to",
                                        "under",
                                        "at",
                                        NULL};
    struct cursor trial = *c;
    int lead = take_listed(&trial, leads);
    if (!lead)
        return false;
    skip_spaces(&trial);
    size_t begin = trial.at;
    bool is_bracketed = peek(&trial, 0) == '(';
    bool is_weak = lead > 15; /* a day or a road may follow */
    if (!is_bracketed && (is_weak || !isdigit((unsigned char)peek(&trial, 0))))
        return false;
    if (!take_list(&trial, ret))
        return false;
    char sign = peek(&trial, 0);
    bool is_year = isdigit((unsigned char)peek(&trial, 2));
    if ((sign != ',' && sign != ':' && !(is_bracketed && (sign == ' ' || sign == '-'))) ||
        (is_year && !is_bracketed))
        return false;
    ret->begin = begin;
    ret->end = trial.at;
    ret->is_named = true;
    *c = trial;
    return true;
}

static bool take_mention(struct cursor *c, struct number_list *ret)
{
    size_t begin = c->at;
    struct cursor trial = *c;
    *ret = (struct number_list){0};
    if (is_part_of_act(c))
        return false;
    if (!take_named(&trial, ret)) {
        trial = *c;
        *ret = (struct number_list){0};
        if (!take_ordinal(&trial, ret)) {
            *ret = (struct number_list){0};
            return take_led(c, ret);
        }
    }
    if (is_something_else(&trial) || (ret->is_answer && ret->items[0].number == 0))
        return false;
    ret->begin = begin;
    ret->end = trial.at;
    *c = trial;
    return true;
}

bool numbers_next(struct slice text, size_t from, struct number_list *ret)
{
    struct cursor c = {.text = text, .at = from};
    while (c.at < text.length) {
        bool is_word_start = c.at == 0 || !is_word_byte(text.bytes[c.at - 1]);
        bool may_begin = is_word_start && is_word_byte(text.bytes[c.at]);
        if (may_begin &&
            !(text.bytes[c.at] == 'a' && !isdigit((unsigned char)peek(&c, 1)) &&
              peek(&c, 1) != 'n') &&
            take_mention(&c, ret))
            return true;
        c.at++;
    }
    return false;
}

/* "1.", "1)", "(1)", "1:", "a)", "iv." */
static bool take_bare(struct cursor *c, struct number_list *ret)
{
    struct question_number number;
    bool is_bracketed = take(c, '(');
    if (!take_digits(c, &number)) {
        int roman = take_listed(c, romans);
        bool is_letter =
            !roman && peek(c, 0) >= 'a' && peek(c, 0) <= 'h' && !is_word_byte(peek(c, 1));
        if (!roman && !is_letter)
            return false;
        number = roman && !(roman == 1 && !is_bracketed && peek(c, 0) == ' ')
                     ? (struct question_number){roman, 0}
                     : (struct question_number){0, peek(c, 0)};
        if (is_letter)
            c->at++;
    }
    char sign = peek(c, 0);
    bool is_dashed = sign == ' ' && peek(c, 1) == '-' && peek(c, 2) == ' ' && number.number &&
                     !number.letter && !isdigit((unsigned char)peek(c, 3));
    bool is_signed = is_bracketed ? sign == ')'
                                  : sign == '.' || sign == ')' || sign == ':' ||
                                        (sign == '/' && peek(c, 1) == ' ');
    if (!is_signed && !is_dashed)
        return false;
    c->at += is_dashed ? 2 : 1;
    if (peek(c, 0) != ' ' && c->at < c->text.length)
        return false;
    *ret = (struct number_list){.items = {number}, .count = 1};
    return true;
}

static void take_sign(struct cursor *c)
{
    skip_spaces(c);
    while (take(c, '.') || take(c, ')') || take(c, ':') || take(c, '-') || take(c, '?'))
        skip_spaces(c);
}

static bool has_sign(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] != ' ')
            return true;
    return false;
}

bool numbers_at_start(struct slice text, struct number_list *ret)
{
    struct cursor c = {.text = text};
    while (take(&c, '*') || take(&c, '"'))
        skip_spaces(&c);
    static const char *const leads[] = {"in response to",
                                        "in answer to",
                                        "in relation to",
                                        "with regard to",
                                        "in respect of",
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
    size_t begin = c.at;
    struct cursor led = c;
    for (int lead; (lead = take_listed(&c, leads)) != 0; skip_spaces(&c))
        c.has_lead |= leads[lead - 1][0] != 't' && leads[lead - 1][0] != 'y';
    struct cursor named = c;
    if (!take_mention(&named, ret)) {
        c.at = begin;
        named = c;
        *ret = (struct number_list){0};
        if (!take_led(&led, ret) && !take_bare(&named, ret))
            return false;
        if (led.at > begin)
            named = led;
    }
    size_t bare_end = named.at;
    take_sign(&named);
    ret->begin = begin;
    ret->end = named.at;
    bool is_after_sign =
        bare_end > 0 && strchr(".):-/", text.bytes[bare_end - 1]) && !ret->is_named;
    ret->is_signed = is_after_sign || ret->end == text.length ||
                     has_sign((struct slice){text.bytes + bare_end, ret->end - bare_end});
    return true;
}

bool numbers_of_row(struct slice text, struct number_list *ret)
{
    struct cursor c = {.text = text};
    struct question_number number;
    if (!take_digits(&c, &number) || (peek(&c, 0) != ' ' && c.at < text.length))
        return false;
    skip_spaces(&c);
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
    struct number_list list;
    struct slice text = {folded, length};
    if (numbers_at_start(text, &list) && list.count == 1 && list.end == length) {
        *ret = list.items[0];
        return true;
    }
    struct cursor c = {.text = text};
    return take_digits(&c, ret) && c.at == length;
}
