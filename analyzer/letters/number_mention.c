/* SPDX-License-Identifier: MIT */
#include "letters/number_mention.h"

#include <ctype.h>

void number_list_add(struct number_list *list, struct question_number number)
{
    if (list->count < NUMBERS_MAX)
        list->items[list->count++] = number;
}

void number_list_add_range(struct number_list *list, struct question_number last)
{
    struct question_number first = list->items[list->count - 1];
    if (first.number == last.number && last.letter > first.letter && first.letter) {
        for (char letter = (char)(first.letter + 1); letter <= last.letter; letter++)
            number_list_add(list, (struct question_number){first.number, letter});
        return;
    }
    for (int number = first.number + 1; number <= last.number; number++)
        number_list_add(list,
                        (struct question_number){number, number == last.number ? last.letter : 0});
}

enum joint joint_take(struct number_cursor *c)
{
    static const char *const listing[] = {"and", "or", "plus", "as well as", NULL};
    static const char *const ranging[] = {"to", "through", "until", NULL};
    cursor_skip_spaces(c);
    if (cursor_take(c, '-') || cursor_take_listed(c, ranging))
        return JOINT_RANGE;
    bool is_list = c->may_have_strokes && cursor_take(c, '/');
    while (cursor_take(c, ',') || cursor_take(c, '&') || cursor_take(c, ';') ||
           cursor_take_listed(c, listing)) {
        is_list = true;
        cursor_skip_spaces(c);
    }
    return is_list ? JOINT_LIST : JOINT_NONE;
}

int mention_take_name(struct number_cursor *c, bool *ret_is_answer)
{
    static const char *const names[] = {
        "question", "questions", "q",         "qs",        "query",   "queries",  "point",
        "points",   "part",      "parts",     "item",      "items",   "request",  "requests",
        "qn",       "qns",       "bullet",    "paragraph", "limb",    "limbs",    "element",
        "elements", "enquiry",   "enquiries", "aspect",    "aspects", "cwestiwn", "cwestiynau",
        "row",      "rows",      "matter",    "matters",   "entry",   "entries",  NULL};
    static const char *const answers[] = {"response", "responses", "answer", "answers", "reply",
                                          "replies",  "ymateb",    "ateb",   "a",       NULL};
    char first = cursor_peek(c, 0);
    struct number_cursor before = *c;
    *ret_is_answer = false;
    int name = cursor_take_listed(c, names);
    if (!name) {
        name = cursor_take_listed(c, answers);
        *ret_is_answer = name != 0;
    }
    bool is_article = name && *ret_is_answer && c->at == before.at + 1 &&
                      cursor_peek(c, 0) == ' ' && !isdigit((unsigned char)cursor_peek(c, 1));
    if (is_article) {
        *c = before; /* "a two-page summary" */
        name = 0;
        *ret_is_answer = false;
    }
    c->may_have_strokes = name && first == 'q';
    if (name && !cursor_take_text(c, "(s)"))
        cursor_take_text(c, "'s");
    return name;
}

/* "1a and b": b is 1b. */
static struct question_number completed(const struct number_list *list,
                                        struct question_number number)
{
    const struct question_number *last = &list->items[list->count - 1];
    if (number.number == 0 && last->letter)
        number.number = last->number;
    return number;
}

/* A number behind one in digits: in digits, or "1a and b". */
static bool take_further(struct number_cursor *c, struct question_number *ret)
{
    char first = cursor_peek(c, 0);
    return (isdigit((unsigned char)first) || first == '(' || (first >= 'a' && first <= 'h')) &&
           cursor_take_number(c, ret);
}

/* "question 1, part (b)" is 1b. */
static void take_part(struct number_cursor *c, struct number_list *list)
{
    static const char *const parts[] = {"part", "sub-question", "subsection", "sub-part", NULL};
    struct question_number *last = &list->items[list->count - 1], part;
    struct number_cursor trial = *c;
    cursor_take(&trial, ',');
    cursor_skip_spaces(&trial);
    if (last->letter || !last->number || !cursor_take_listed(&trial, parts))
        return;
    cursor_skip_spaces(&trial);
    if (!cursor_take_number(&trial, &part) || part.number)
        return;
    last->letter = part.letter;
    *c = trial;
}

/* "2, 3 and 5 - 7", as often with the word again: "question 2 and question 4". */
static bool take_list(struct number_cursor *c, struct number_list *list)
{
    struct question_number number;
    bool has_digits = isdigit((unsigned char)cursor_peek(c, 0)) || cursor_peek(c, 0) == '(';
    if (!cursor_take_number(c, &number))
        return false;
    number_list_add(list, number);
    for (;;) {
        if (list->items[list->count - 1].letter)
            cursor_take(c, ')'); /* "a) and b)" */
        take_part(c, list);
        struct number_cursor trial = *c;
        enum joint joint = joint_take(&trial);
        cursor_skip_spaces(&trial);
        bool is_answer;
        if (joint != JOINT_NONE && mention_take_name(&trial, &is_answer)) {
            cursor_take(&trial, '.');
            cursor_skip_spaces(&trial);
        }
        trial.may_have_strokes = c->may_have_strokes;
        if (joint == JOINT_NONE ||
            !(has_digits ? take_further(&trial, &number) : cursor_take_number(&trial, &number)))
            return true;
        number = completed(list, number);
        if (joint == JOINT_RANGE)
            number_list_add_range(list, number);
        else
            number_list_add(list, number);
        *c = trial;
    }
}

/* "parts a and b of question 1" are 1a and 1b. */
static void take_whole(struct number_cursor *c, struct number_list *list)
{
    struct number_cursor trial = *c;
    struct question_number whole;
    bool is_answer;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].number)
            return;
    cursor_skip_spaces(&trial);
    if (!cursor_take_word(&trial, "of"))
        return;
    cursor_skip_spaces(&trial);
    if (cursor_take_word(&trial, "your") || cursor_take_word(&trial, "the"))
        cursor_skip_spaces(&trial);
    if (!mention_take_name(&trial, &is_answer) || is_answer)
        return;
    while (cursor_take(&trial, ' ') || cursor_take(&trial, '.'))
        ;
    if (!cursor_take_digits(&trial, &whole) || whole.letter)
        return;
    for (size_t i = 0; i < list->count; i++)
        list->items[i].number = whole.number;
    *c = trial;
}

/* What stands between the word and its number: "no. ", "(s) to questions " */
static void take_between(struct number_cursor *c, bool is_answer)
{
    static const char *const between[] = {"to",     "for",     "no",       "nos",
                                          "number", "numbers", "numbered", NULL};
    bool is_again, may_be_colon = false;
    for (;;) {
        while (cursor_take(c, ' ') || cursor_take(c, '.') || cursor_take(c, '#') ||
               (may_be_colon && cursor_take(c, ':')))
            ;
        may_be_colon = cursor_take_listed(c, between) != 0;
        if (!may_be_colon && !(is_answer && mention_take_name(c, &is_again)))
            return;
    }
}

/* "question 2", "Question One (1)", "response to questions 1 and 2" */
static bool take_named(struct number_cursor *c, struct number_list *list)
{
    bool is_answer;
    if (!mention_take_name(c, &is_answer))
        return false;
    list->is_answer = is_answer;
    bool is_plural = c->text.bytes[c->at - 1] == 's';
    take_between(c, is_answer);
    if ((is_plural && cursor_is_at_pronoun(*c)) || !take_list(c, list))
        return false;
    take_whole(c, list);
    struct number_cursor trial = *c;
    struct question_number again;
    cursor_skip_spaces(&trial);
    if (cursor_take(&trial, '(') && cursor_take_digits(&trial, &again) && cursor_take(&trial, ')'))
        *c = trial;
    list->is_named = true;
    return true;
}

/* "of the request" tells that it is a question's number, "of the Act" that it is not. */
static bool is_of_something_else(struct number_cursor c)
{
    static const char *const articles[] = {"of the",      "of this",  "of that",
                                           "of schedule", "of annex", NULL};
    static const char *const requests[] = {"request",
                                           "requests",
                                           "question",
                                           "questions",
                                           "letter",
                                           "letters",
                                           "e-mail",
                                           "email",
                                           "enquiry",
                                           "application",
                                           "foi",
                                           "list",
                                           "freedom of information request",
                                           NULL};
    if (!cursor_take_listed(&c, articles))
        return false;
    cursor_skip_spaces(&c);
    return !cursor_take_listed(&c, requests);
}

/* "request number: f-2025-1", "request no. 25-00123": the number of a file, and no "Q2-yes". */
static bool is_reference(const struct number_cursor *c, const struct question_number *last)
{
    size_t digits = 0;
    while (isdigit((unsigned char)cursor_peek(c, digits + 1)))
        digits++;
    return cursor_peek(c, 0) == '-' &&
           (last->number ? digits > 3 || (digits && cursor_peek(c, 1) == '0') : digits > 0);
}

/* What must not follow: "part 2 of the Act", "request 7101/24", "point 3 per cent". */
static bool is_something_else(const struct number_cursor *c)
{
    static const char *const measures[] = {"per cent", "percent",  "working days", "million",
                                           "billion",  "thousand", "hundred",      NULL};
    struct number_cursor rest = *c;
    cursor_skip_spaces(&rest);
    return is_of_something_else(rest) || cursor_peek(c, 0) == '/' ||
           cursor_take_listed(&rest, measures);
}

/* "number 6 and", "no. 1 - the" */
static bool is_said_of(struct number_cursor c)
{
    static const char *const words[] = {"and",   "or",       "is",      "was",    "are",    "were",
                                        "has",   "concerns", "relates", "seeks",  "asks",   "goes",
                                        "falls", "cannot",   "can",     "stands", "please", "we",
                                        "i",     "you",      "there",   NULL};
    bool is_dash =
        cursor_peek(&c, 0) == ' ' && cursor_peek(&c, 1) == '-' && cursor_peek(&c, 2) == ' ';
    cursor_skip_spaces(&c);
    return is_dash || cursor_take_listed(&c, words) != 0;
}

/* "on 3 I need longer", "about 6 we must ask" */
static bool is_said_by_us(struct number_cursor c)
{
    static const char *const words[] = {"i", "we", NULL};
    bool is_spaced = cursor_peek(&c, 0) == ' ';
    cursor_skip_spaces(&c);
    return is_spaced && cursor_take_listed(&c, words);
}

/* What leads to a number. A weak word may as well lead to a day: "on 3, ...". */
static bool take_lead(struct number_cursor *c, bool *ret_is_strong)
{
    static const char *const leads[] = {"as to",
                                        "as for",
                                        "regarding",
                                        "note to",
                                        "note on",
                                        "notes to",
                                        "note",
                                        "about",
                                        "number",
                                        "numbers",
                                        "no.",
                                        "nos.",
                                        "concerning",
                                        "re",
                                        "with regard to",
                                        "with respect to",
                                        "in respect of",
                                        "in relation to",
                                        "in answer to",
                                        "in response to",
                                        "leaves",
                                        "leaving",
                                        "there remain",
                                        "there remains",
                                        "as regards",
                                        "i take",
                                        "i turn to",
                                        "turning to",
                                        "i come to",
                                        "i deal with",
                                        "we take",
                                        "we turn to",
                                        "taking",
                                        NULL};
    static const char *const weak[] = {"on", "for", "to", "under", "at", NULL};
    *ret_is_strong = cursor_take_listed(c, leads) != 0;
    return *ret_is_strong || cursor_take_listed(c, weak);
}

/* Does what follows the number show that it was one of a question? */
static bool is_led_number(const struct number_cursor *lead, const struct number_cursor *behind,
                          const struct number_list *list, bool is_strong, bool is_bracketed)
{
    char sign = cursor_peek(behind, 0);
    bool is_year = sign == ',' && isdigit((unsigned char)cursor_peek(behind, 2));
    bool is_number = is_strong && cursor_peek(lead, 0) == 'n';
    bool is_end = sign == '.' && behind->at + 1 == behind->text.length;
    bool is_signed = sign == ',' || sign == ':' || (is_end && is_strong) ||
                     (is_bracketed && sign == '.') || (is_number && is_said_of(*behind)) ||
                     is_said_by_us(*behind) ||
                     (is_strong && sign == ' ' && list->items[0].number && list->items[0].letter);
    if (is_bracketed)
        return is_signed || sign == ' ' || sign == '-';
    return is_signed && !is_year && (is_strong || is_said_by_us(*behind));
}

bool mention_take_led(struct number_cursor *c, struct number_list *ret)
{
    struct number_cursor trial = *c;
    bool is_strong;
    if (!take_lead(&trial, &is_strong))
        return false;
    cursor_skip_spaces(&trial);
    size_t begin = trial.at;
    bool is_bracketed = cursor_peek(&trial, 0) == '(';
    if (!is_bracketed && !isdigit((unsigned char)cursor_peek(&trial, 0)))
        return false;
    if (!take_list(&trial, ret) || !is_led_number(c, &trial, ret, is_strong, is_bracketed))
        return false;
    ret->begin = begin;
    ret->end = trial.at;
    ret->is_named = true;
    *c = trial;
    return true;
}

/* "part ii sets out" is one of the Act; "part ii", "part ii:" and "parts i and ii" are the
 * applicant's. */
static bool is_part_of_act(struct number_cursor c)
{
    if (!cursor_take_word(&c, "part"))
        return false;
    cursor_skip_spaces(&c);
    return cursor_take_roman(&c) != 0 && c.at < c.text.length && !strchr(":)-", cursor_peek(&c, 0));
}

/* A mention, by its word, its place or what leads to it. */
static bool take_any(struct number_cursor *c, struct number_list *ret)
{
    struct number_cursor trial = *c;
    *ret = (struct number_list){0};
    if (is_part_of_act(*c))
        return false;
    if (!take_named(&trial, ret)) {
        trial = *c;
        *ret = (struct number_list){0};
        if (!mention_take_place(&trial, ret)) {
            *ret = (struct number_list){0};
            return mention_take_led(c, ret);
        }
    }
    if (is_something_else(&trial) || is_reference(&trial, &ret->items[ret->count - 1]) ||
        (ret->is_answer && ret->items[0].number == 0))
        return false;
    *c = trial;
    return true;
}

bool mention_take(struct number_cursor *c, struct number_list *ret)
{
    size_t begin = c->at;
    struct number_cursor trial = *c;
    bool is_others = mention_take_exception(&trial);
    if (!take_any(&trial, ret))
        return false;
    bool is_led = ret->begin > begin && !is_others;
    ret->is_others = is_others;
    ret->begin = is_led ? ret->begin : begin;
    ret->end = trial.at;
    *c = trial;
    return true;
}
