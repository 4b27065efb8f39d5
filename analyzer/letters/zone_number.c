/* SPDX-License-Identifier: MIT
 * The numbers of questions in the walk through a letter (LETTERS 1.1, 1.2).
 */
#include "letters/asked.h"
#include "letters/zone_walk.h"

enum { LINE_ASKED = 120, UNITS_AHEAD = 80 };

/* What stands behind the number. */
static struct slice behind(struct slice text, const struct number_list *numbers)
{
    return (struct slice){text.bytes + numbers->end, text.length - numbers->end};
}

/* Does a later line go on with the next number? Then answers stand between the questions. */
static bool asks_later(const struct walk *w)
{
    for (size_t i = w->at + 1; i < w->z->units->count && i < w->at + UNITS_AHEAD; i++) {
        const struct unit *unit = &w->z->units->items[i];
        struct number_list numbers;
        struct slice text = unit_text(w->z->folded, unit);
        if (unit->heading && (enum letter_zone)unit->heading->code != ZONE_REQUEST)
            return false;
        if (!unit->begins_line || !numbers_at_start(text, &numbers) ||
            numbers.items[0].number != w->last_asked + 1)
            continue;
        return !questions_has_seen(w->z->questions, numbers.items[0]) && !numbers.is_answer;
    }
    return false;
}

bool walk_is_answer_between(const struct walk *w, const struct unit *unit)
{
    struct slice text = unit_text(w->z->folded, unit);
    const struct unit *before = w->at > 0 ? unit - 1 : NULL;
    if (w->state != ZONE_REQUEST || question_set_is_empty(&w->asked) || !unit->begins_line ||
        !before || asked_looks(text))
        return false;
    char end = w->z->folded->text[before->end - 1];
    return before->is_question && (end == '?' || end == '.') && (w->is_inline || asks_later(w));
}

void walk_leave_request(struct walk *w)
{
    w->is_inline = w->is_inline || (!question_set_is_empty(&w->asked) && asks_later(w));
    w->current = w->is_inline ? w->asked : (struct question_set){0};
}

/* A numbered part of the request, or the answer to one. True: the unit is done. */
static bool take_number_in_request(struct walk *w, struct unit *unit,
                                   const struct number_list *numbers)
{
    struct slice rest = behind(unit_text(w->z->folded, unit), numbers);
    struct question_set meant = {0};
    bool is_known = questions_find(w->z->questions, numbers, &meant);
    bool is_again = questions_has_seen(w->z->questions, numbers->items[0]) && !asked_looks(rest);
    if ((numbers->is_answer || is_again) && is_known) {
        walk_enter(w, ZONE_ANSWERS, "number again");
        w->current = meant;
        w->last_asked = numbers->items[numbers->count - 1].number;
        set_zone(unit, ZONE_ANSWERS, w->because);
        return true;
    }
    if (numbers->count != 1 || numbers->is_answer)
        return false;
    questions_ask(w->z->arena, w->z->questions, numbers->items[0], rest);
    w->asked = (struct question_set){0};
    questions_find(w->z->questions, numbers, &w->asked);
    w->last_asked = numbers->items[0].number;
    set_zone(unit, ZONE_REQUEST, w->because);
    unit->is_question = true;
    unit->questions = w->asked;
    return true;
}

static bool take_number_of_answer(struct walk *w, struct unit *unit,
                                  const struct number_list *numbers)
{
    struct question_set meant = {0};
    struct slice rest = behind(unit_text(w->z->folded, unit), numbers);
    bool may_be_bare = !is_reason(w->state) && w->state != ZONE_EXEMPTIONS;
    if (!numbers->is_named && !may_be_bare)
        return false;
    bool is_question = asked_looks(rest) && !numbers->is_answer;
    bool is_label = (numbers->is_answer || numbers->is_signed) && !is_reason(w->state);
    bool is_new = w->z->questions->count == 0 || is_label;
    if (numbers->is_named && is_new && numbers->count == 1)
        questions_ask(w->z->arena, w->z->questions, numbers->items[0],
                      is_question ? rest : (struct slice){"", 0});
    else if (numbers->count == 1 && is_question && (w->is_inline || w->z->questions->is_given))
        questions_ask(w->z->arena, w->z->questions, numbers->items[0], rest);
    if (!questions_find(w->z->questions, numbers, &meant))
        return false;
    walk_enter(w, ZONE_ANSWERS, "number");
    w->current = meant;
    w->last_asked = numbers->items[numbers->count - 1].number;
    unit->is_question = is_question;
    set_zone(unit, is_question ? ZONE_REQUEST : ZONE_ANSWERS, w->because);
    return true;
}

/* A first number in the head, with a question behind it. */
static bool begins_request(const struct walk *w, const struct unit *unit,
                           const struct number_list *numbers)
{
    struct slice text = unit_text(w->z->folded, unit);
    bool is_first = numbers->count == 1 && numbers->items[0].number == 1 && !numbers->is_answer;
    return is_first && numbers->is_signed && unit->begins_line &&
           behind(text, numbers).length > 1 &&
           (asked_looks(behind(text, numbers)) || w->z->questions->count > 0);
}

/* "Response 2: none" in the head, "Question 1: none", or a line with nothing but a number. */
static bool begins_answers(const struct walk *w, const struct unit *unit,
                           const struct number_list *numbers)
{
    struct slice rest = behind(unit_text(w->z->folded, unit), numbers);
    bool is_told = numbers->is_answer || (numbers->items[0].number == 1 && !asked_looks(rest));
    bool is_line = unit->is_line && rest.length == 0 && !numbers->is_answer;
    return numbers->is_named && (is_line || (is_told && numbers->is_signed && unit->begins_line));
}

bool walk_take_number(struct walk *w, struct unit *unit)
{
    struct number_list numbers;
    struct slice text = unit_text(w->z->folded, unit);
    bool is_closed =
        w->state == ZONE_COMPLAINT || w->state == ZONE_ANNEX || w->state == ZONE_FOOTER;
    if (is_closed || !numbers_at_start(text, &numbers))
        return false;
    if (w->state == ZONE_HEAD && begins_request(w, unit, &numbers))
        walk_enter(w, ZONE_REQUEST, "numbered");
    if (w->state == ZONE_HEAD && !begins_answers(w, unit, &numbers))
        return false;
    if (w->state == ZONE_REQUEST)
        return take_number_in_request(w, unit, &numbers);
    bool goes_on = w->state == ZONE_ANSWERS && numbers.is_signed &&
                   numbers.items[0].number == w->last_asked + 1;
    return (unit->begins_line || goes_on) && take_number_of_answer(w, unit, &numbers);
}

bool walk_take_question_again(struct walk *w, struct unit *unit)
{
    struct slice text = unit_text(w->z->folded, unit);
    if (!is_own(w->state) || !unit->begins_line || !asked_looks(text))
        return false;
    int question = questions_by_words(w->z->questions, text);
    bool is_asked = unit->is_line && text.length < LINE_ASKED &&
                    text.bytes[text.length - 1] == '?' &&
                    !memmem(text.bytes, text.length, "you", 3);
    if (question >= 0) {
        w->current = (struct question_set){0};
        question_set_add(&w->current, (size_t)question);
    }
    if (question < 0 && !is_asked)
        return false;
    unit->is_question = true;
    set_zone(unit, ZONE_REQUEST, "question again");
    return true;
}
