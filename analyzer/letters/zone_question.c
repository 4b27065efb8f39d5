/* SPDX-License-Identifier: MIT
 * Whose question each part of a letter is: by its numbers, by its words, and by where it stands.
 */
#include "letters/asked.h"
#include "letters/zone_walk.h"

enum { LINE_ASKED = 120 };

const char walk_remaining[] = "remaining";

/* "2. What could go wrong: vehicles would ...", among the answers: none of the pack's questions. */
static bool is_label_of_reasons(const struct walk *w)
{
    const struct phrase *heading = w->z->units->items[w->at].heading;
    return heading && !heading->is_line && w->state != ZONE_REQUEST && w->state != ZONE_HEAD &&
           zone_is_reason((enum letter_zone)heading->code);
}

bool walk_is_question(const struct walk *w)
{
    const struct question_mark *mark = &w->marks[w->at];
    return mark->asked >= 0 || (mark->count && mark->asks && !is_label_of_reasons(w));
}

bool walk_has_later_question(const struct walk *w)
{
    int next = question_set_is_empty(&w->answered) ? 1 : w->last_asked + 1;
    for (size_t i = w->at + 1; i < w->z->units->count && i < w->at + UNITS_AHEAD; i++) {
        const struct unit *unit = &w->z->units->items[i];
        const struct question_mark *mark = &w->marks[i];
        bool is_over = unit->heading && unit->heading->is_line && mark->asked < 0 &&
                       zone_is_closed((enum letter_zone)unit->heading->code);
        if (is_over)
            return false;
        int question = mark->asked >= 0 ? mark->asked
                       : mark->count    ? questions_number(w->z->questions, mark->first)
                                        : -1;
        bool is_next =
            mark->asked >= 0 || mark->is_named || (mark->is_bare && mark->first.number == next);
        if (question >= 0 && is_next && unit->begins_line &&
            !question_set_has(&w->answered, (size_t)question))
            return true;
    }
    return false;
}

static void begin_answer(struct walk *w, struct question_set meant, int number, const char *because)
{
    walk_enter(w, ZONE_ANSWERS, because);
    w->current = w->together = meant;
    for (size_t i = 0; i < sizeof meant.bits / sizeof *meant.bits; i++)
        w->answered.bits[i] |= meant.bits[i];
    w->last_asked = number ? number : w->last_asked;
}

static bool set_question(struct unit *unit, const char *because)
{
    walk_set_zone(unit, ZONE_REQUEST, because);
    return unit->is_question = true;
}

/* A letter alone is a part of the question before it, where that has such parts. */
static void complete_letters(struct walk *w, struct number_list *numbers)
{
    bool is_lettered = false;
    for (size_t i = 0; i < numbers->count; i++) {
        struct question_number *number = &numbers->items[i];
        struct question_number part = {w->last_asked, number->letter};
        int place = number->letter - 'a' + 1;
        is_lettered |= !number->number;
        if (number->number || questions_number(w->z->questions, *number) >= 0)
            continue;
        if (w->last_asked && questions_has_number(w->z->questions, part))
            *number = part;
        else if (!w->has_digits && place <= w->last_asked + 1)
            *number = (struct question_number){place, 0};
    }
    bool is_number = w->z->units->items[w->at].begins_line || /* not "Provided. 85." */
                     questions_number(w->z->questions, numbers->items[0]) >= 0;
    w->has_digits |= numbers->items[0].number && !is_lettered && is_number;
}

/* A numbered part of the request, or the answer to one. True: the unit is done. */
static bool take_number_in_request(struct walk *w, struct unit *unit,
                                   const struct number_list *numbers)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct slice body = walk_body(w, w->at);
    struct question_set meant = {0};
    bool is_known = questions_find(w->z->questions, numbers, &meant);
    bool is_again = questions_has_seen(w->z->questions, numbers->items[0]);
    bool reads = walk_reads_as_question(w, w->at);
    bool is_no_question = !reads && w->z->questions->is_given &&
                          (mark->is_label || walk_begins_answer(body) ||
                           questions_are_others(w->z->questions, numbers->items[0], body));
    int last = numbers->items[numbers->count - 1].number;
    is_again = is_again && (!reads || numbers->items[0].number < w->last_asked);
    if (is_known && (numbers->is_answer || is_again || is_no_question)) {
        begin_answer(w, meant, last, is_again ? "number again" : "number");
        if (reads && !mark->is_label && !numbers->is_answer)
            set_question(unit, w->because);
        else
            walk_set_zone(unit, ZONE_ANSWERS, w->because);
        return true;
    }
    if (numbers->count != 1 || numbers->is_answer)
        return false;
    questions_ask(w->z->arena, w->z->questions, numbers->items[0], body);
    w->asked = (struct question_set){0};
    questions_find(w->z->questions, numbers, &w->asked);
    questions_see(w->z->questions, &w->asked);
    w->last_asked = last;
    set_question(unit, w->because);
    unit->questions = w->asked;
    return true;
}

/* May a number without a word begin an answer here? */
static bool may_be_bare(struct walk *w, const struct question_mark *mark)
{
    if (mark->asked >= 0)
        return true;
    bool is_next = w->last_asked > 0 && mark->first.number == w->last_asked + 1;
    if (!zone_is_reason(w->state))
        return w->state != ZONE_EXEMPTIONS;
    w->has_numbered_reasons |= !is_next;
    return is_next && !w->has_numbered_reasons && !question_set_is_empty(&w->current);
}

/* "As for question 1: refused", where the answer to another question begins. */
static bool is_pointer(const struct walk *w, const struct unit *unit,
                       const struct question_mark *mark, const struct question_set *meant)
{
    if (w->at == 0 || !mark->is_named || mark->is_label || question_set_is_empty(&w->current) ||
        question_sets_meet(&w->current, meant))
        return false;
    const struct unit *before = unit - 1;
    bool is_behind = before->is_question || w->marks[w->at - 1].is_label ||
                     (before->heading && before->heading->is_line &&
                      zone_is_own((enum letter_zone)before->heading->code));
    for (size_t i = 0; i < w->z->questions->count && is_behind; i++)
        if (question_set_has(meant, i) && !question_set_has(&w->answered, i))
            return false;
    return is_behind;
}

/* "3. Please clarify which you mean", where question 3 stood before in its own words. */
static bool asks_the_applicant(const struct walk *w, const struct number_list *numbers)
{
    int question = questions_number(w->z->questions, numbers->items[0]);
    return w->z->questions->is_given && !w->is_inline && question >= 0 &&
           w->marks[w->at].asked < 0 && w->z->questions->items[question].is_seen &&
           w->z->questions->items[question].all_words.count > 0;
}

static bool take_number_of_answer(struct walk *w, struct unit *unit,
                                  const struct number_list *numbers)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct question_set meant = {0};
    struct slice body = walk_body(w, w->at);
    questions_find(w->z->questions, numbers, &meant);
    if ((!numbers->is_named && !may_be_bare(w, mark)) || is_pointer(w, unit, mark, &meant))
        return false;
    meant = (struct question_set){0};
    bool is_question = walk_reads_as_question(w, w->at) && !mark->is_label && !numbers->is_answer &&
                       !asks_the_applicant(w, numbers);
    bool is_label =
        (numbers->is_answer || numbers->is_signed) && !zone_is_reason(w->state) && !is_question;
    bool is_new = (w->z->questions->count == 0 && !numbers->is_ordinal) ||
                  (is_label && !w->z->questions->is_given);
    if (numbers->is_named && is_new && numbers->count == 1)
        questions_ask(w->z->arena, w->z->questions, numbers->items[0],
                      is_question ? body : (struct slice){"", 0});
    else if (numbers->count == 1 && is_question && (w->is_inline || w->z->questions->is_given))
        questions_ask(w->z->arena, w->z->questions, numbers->items[0], body);
    if (!questions_find(w->z->questions, numbers, &meant))
        return false;
    begin_answer(w, meant, numbers->items[numbers->count - 1].number, "number");
    if (is_question)
        set_question(unit, w->because);
    else
        walk_set_zone(unit, ZONE_ANSWERS, w->because);
    return true;
}

/* Behind the end of a letter only a question that is still open goes on with it. */
static bool may_reopen(const struct walk *w, const struct unit *unit)
{
    const struct question_mark *mark = &w->marks[w->at];
    int question = mark->asked >= 0 ? mark->asked
                   : mark->is_named ? questions_number(w->z->questions, mark->first)
                                    : -1;
    bool is_head = mark->asked >= 0 || mark->is_label || unit->is_line;
    return w->z->questions->is_given && question >= 0 && unit->begins_line && is_head &&
           !question_set_has(&w->answered, (size_t)question);
}

/* A first number in the head, with a question behind it. */
static bool begins_request(const struct walk *w, const struct unit *unit,
                           const struct number_list *numbers)
{
    const struct question_mark *mark = &w->marks[w->at];
    const struct question_number *first = &numbers->items[0];
    bool is_first = numbers->count == 1 && !numbers->is_answer &&
                    (first->number == 1 || (first->number == 0 && first->letter == 'a'));
    return is_first && (numbers->is_signed || unit->is_row || mark->asked >= 0) &&
           unit->begins_line && !mark->is_label &&
           (walk_reads_as_question(w, w->at) ||
            (w->z->questions->count > 0 && w->state == ZONE_HEAD));
}

static bool is_answered(const struct walk *w, const struct number_list *numbers)
{
    struct question_set meant = {0};
    return !questions_find(w->z->questions, numbers, &meant) ||
           question_sets_meet(&meant, &w->answered);
}

void walk_take_topic(struct walk *w, struct unit *unit)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct question_set meant = {0};
    if (!mark->topic || w->state == ZONE_REQUEST || zone_is_closed(w->state))
        return;
    question_set_add(&meant, (size_t)mark->topic - 1);
    begin_answer(w, meant, 0, "topic");
    unit->is_question =
        unit->is_line && !memchr(w->z->folded->text + unit->begin, ':', unit->end - unit->begin);
}

/* "Response 2: none" in the head, "Question 1: none", or a line with nothing but a number. */
static bool begins_answers(const struct walk *w, const struct unit *unit,
                           const struct number_list *numbers)
{
    const struct question_mark *mark = &w->marks[w->at];
    bool is_told =
        numbers->is_answer || (numbers->items[0].number == 1 && !walk_reads_as_question(w, w->at));
    bool is_line = unit->is_line && mark->is_label;
    return numbers->is_named && (is_line || (is_told && numbers->is_signed && unit->begins_line));
}

/* "The remaining questions": all that have no answer yet, behind those that have. */
static bool take_remaining(struct walk *w, struct unit *unit)
{
    struct question_set open = {0};
    for (size_t i = 0; i < w->z->questions->count; i++)
        if (!question_set_has(&w->answered, i))
            question_set_add(&open, i);
    if (!unit->begins_line || question_set_is_empty(&w->answered) || question_set_is_empty(&open) ||
        zone_is_closed(w->state) || w->state == ZONE_REQUEST)
        return false;
    begin_answer(w, open, 0, walk_remaining);
    walk_set_zone(unit, ZONE_ANSWERS, w->because);
    return true;
}

/* "Response 2 - 14": a range to a question that is not there is an answer behind a dash. */
static bool is_false_range(const struct walk *w, struct slice text, struct number_list *numbers)
{
    static const char dash[] = " - ";
    const struct question_number last = numbers->items[numbers->count - 1];
    const char *at = memmem(text.bytes, numbers->end, dash, strlen(dash));
    if (numbers->count < 2 || !w->z->questions->count || !numbers->is_named || !at ||
        questions_number(w->z->questions, last) >= 0)
        return false;
    numbers->count = 1;
    numbers->end = (size_t)(at - text.bytes) + strlen(dash);
    numbers->is_signed = true;
    return true;
}

bool walk_take_number(struct walk *w, struct unit *unit)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct number_list numbers;
    struct slice text = unit_text(w->z->folded, unit);
    if (numbers_at_start(text, &numbers) && numbers.is_remaining)
        return take_remaining(w, unit);
    if (!mark->count || (zone_is_closed(w->state) && !may_reopen(w, unit)))
        return false;
    if (mark->is_adverb && zone_is_reason(w->state))
        return false;
    if (mark->is_adverb)
        numbers = (struct number_list){
            .items = {mark->first}, .count = 1, .end = mark->body, .is_named = true};
    else if (!numbers_at_start(text, &numbers) && !numbers_of_row(text, &numbers))
        return false;
    unit->is_behind |= is_false_range(w, text, &numbers);
    struct slice behind = {text.bytes + numbers.end, text.length - numbers.end};
    struct number_list named;
    if (mark->is_named && !numbers.is_named && numbers_at_start(behind, &named))
        numbers = named;
    if (!questions_resolve(w->z->questions, &numbers))
        return false;
    complete_letters(w, &numbers);
    if (walk_is_head(w) && begins_request(w, unit, &numbers))
        walk_enter(w, ZONE_REQUEST, "numbered");
    if (w->state == ZONE_HEAD && !begins_answers(w, unit, &numbers))
        return false;
    if (w->state == ZONE_REQUEST)
        return take_number_in_request(w, unit, &numbers);
    bool goes_on = w->state == ZONE_ANSWERS && (numbers.is_signed || numbers.is_named) &&
                   numbers.items[0].number == w->last_asked + 1;
    bool is_in_text = numbers.is_named && zone_is_own(w->state) && !is_answered(w, &numbers);
    bool is_listed = w->at > 0 && w->z->folded->text[unit[-1].end - 1] == ':';
    return (unit->begins_line || goes_on || is_in_text || is_listed) &&
           take_number_of_answer(w, unit, &numbers);
}

/* A question without its number: of the request, or shown again above its answer. */
bool walk_take_question(struct walk *w, struct unit *unit)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct slice text = unit_text(w->z->folded, unit);
    struct question_set meant = {0};
    int question = mark->asked;
    if (question < 0 && mark->asks && !w->z->questions->is_given && !mark->count)
        question = questions_by_words(w->z->questions, walk_body(w, w->at));
    bool is_below = w->at > 0 && walk_is_asked_below(w, w->at - 1);
    if (is_below && question < 0 && !mark->asks)
        return set_question(unit, "below its number");
    if (mark->count || !unit->begins_line || (question < 0 && !mark->asks))
        return false;
    if (question >= 0)
        question_set_add(&meant, (size_t)question);
    const int number = question >= 0 ? w->z->questions->items[question].number.number : 0;
    if (question >= 0 && mark->asks && walk_is_head(w))
        walk_enter(w, ZONE_REQUEST, "question");
    if (w->state == ZONE_REQUEST && question >= 0) {
        bool is_again = w->z->questions->items[question].is_seen && number < w->last_asked;
        if (is_again)
            begin_answer(w, meant, number, "question again");
        w->asked = meant;
        questions_see(w->z->questions, &meant);
        w->last_asked = number;
        return set_question(unit, w->because);
    }
    bool may_stand = zone_is_own(w->state) || (question >= 0 && zone_is_reason(w->state)) ||
                     (question >= 0 && zone_is_closed(w->state) && may_reopen(w, unit));
    bool is_asked = unit->is_line && text.length < LINE_ASKED &&
                    text.bytes[text.length - 1] == '?' && zone_is_own(w->state) &&
                    !memmem(text.bytes, text.length, "you", 3);
    if (!may_stand || (question < 0 && !is_asked))
        return false;
    if (question >= 0)
        begin_answer(w, meant, number, "question again");
    return set_question(unit, "question again");
}

bool walk_is_answer_between(const struct walk *w, const struct unit *unit)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct slice text = unit_text(w->z->folded, unit);
    if (w->state != ZONE_REQUEST || question_set_is_empty(&w->asked) ||
        (!w->is_inline && !unit->is_behind) || w->at == 0 || mark->asks || mark->asked >= 0)
        return false;
    return unit[-1].is_question && (unit->begins_line || walk_begins_answer(text) ||
                                    (!asked_on(text) && !asked_by_applicant(text)));
}

void walk_leave_request(struct walk *w)
{
    if (w->is_inline || w->z->units->items[w->at].is_behind)
        begin_answer(w, w->asked, 0, w->because);
    else
        w->current = (struct question_set){0};
}

bool walk_keeps_question(struct walk *w, const struct phrase *heading)
{
    size_t before = w->at;
    while (before > 0 && w->z->units->items[before - 1].zone == ZONE_CHROME)
        before--;
    bool is_behind =
        before > 0 && (w->z->units->items[before - 1].is_question || w->marks[before - 1].is_label);
    bool is_open = is_behind || walk_has_later_question(w);
    for (size_t i = 0; i < w->headed_count && !is_open; i++)
        is_open = w->headed[i] == heading;
    if (is_open && heading && w->headed_count < HEADED_MAX)
        w->headed[w->headed_count++] = heading;
    return is_open;
}
