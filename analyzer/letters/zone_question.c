/* SPDX-License-Identifier: MIT
 * Whose question each part of a letter is: by its numbers, by its words, and by where it stands.
 */
#include "letters/asked.h"
#include "letters/zone_walk.h"

#include <ctype.h>

enum { MARK_BYTES = 700, LINE_ASKED = 120 };

static struct slice body_of(const struct walk *w, size_t unit)
{
    struct slice text = unit_text(w->z->folded, &w->z->units->items[unit]);
    size_t body = w->marks[unit].body;
    return (struct slice){text.bytes + body, text.length - body};
}

/* "q: how many" */
static size_t lead_length(struct slice text)
{
    static const char *const leads[] = {"q: ", "q. ", "q - ", "question: ", "\"", NULL};
    for (const char *const *lead = leads; *lead; lead++)
        if (text.length > strlen(*lead) && memcmp(text.bytes, *lead, strlen(*lead)) == 0)
            return strlen(*lead);
    return 0;
}

/* Where words of a line may end that ask, and those begin that answer: behind a dash, a colon or a
 * tab. 0: no such place from there on. */
static size_t next_border(const struct folded *folded, const struct unit *unit, size_t from,
                          size_t *ret_end)
{
    for (size_t at = from; at + 2 < unit->end && at < unit->begin + MARK_BYTES; at++) {
        const char *text = folded->text + at;
        bool is_tab = *text == ' ' && folded->source.bytes[folded->origins[at]] == '\t';
        size_t length = is_tab                           ? 1
                        : memcmp(text, " - ", 3) == 0    ? 3
                        : memcmp(text, " = ", 3) == 0    ? 3
                        : *text == ':' && text[1] == ' ' ? 2
                                                         : 0;
        *ret_end = at;
        if (length)
            return at + length;
    }
    return 0;
}

/* "2. Price - 64,000": where the answer begins behind a copy of a question, else 0. */
static size_t answer_in_line(const struct walk *w, const struct unit *unit, size_t *ret_end)
{
    struct slice text = unit_text(w->z->folded, unit);
    struct number_list numbers = {.count = 0};
    bool is_numbered = numbers_at_start(text, &numbers) || numbers_of_row(text, &numbers);
    size_t begin = unit->begin + (is_numbered ? numbers.end : 0), answer = 0, end;
    size_t most = 0;
    for (size_t from = begin, next; (next = next_border(w->z->folded, unit, from, &end)) != 0;
         from = next) {
        size_t common;
        struct slice words = {w->z->folded->text + begin, end - begin};
        if (questions_copied(w->z->questions, words, numbers.items[0], &common) < 0 ||
            common <= most)
            continue;
        most = common;
        answer = next;
        *ret_end = end;
    }
    return answer;
}

/* Parts lines in which an answer stands behind its question. */
static void part_lines(struct walk *w)
{
    struct unit_list *units = w->z->units, parted = {0};
    for (size_t i = 0; i < units->count && w->z->questions->is_given; i++) {
        struct unit unit = units->items[i];
        size_t end = 0, answer = unit.begins_line ? answer_in_line(w, &unit, &end) : 0;
        for (int part = 0; part < (answer ? 2 : 1); part++) {
            struct unit *added;
            parted.items =
                arena_grow(w->z->arena, parted.items, parted.count, &parted.room, sizeof unit);
            added = &parted.items[parted.count++];
            *added = unit;
            if (!answer)
                continue;
            added->heading = NULL;
            added->is_behind = part == 1;
            added->is_line = part == 0;
            added->begin = part ? answer : unit.begin;
            added->end = part ? unit.end : end;
        }
    }
    if (parted.count > units->count)
        *units = parted;
}

static void find_mark(struct walk *w, size_t at)
{
    const struct unit *unit = &w->z->units->items[at];
    struct slice text = unit_text(w->z->folded, unit);
    struct question_mark *mark = &w->marks[at];
    struct number_list numbers;
    *mark = (struct question_mark){.asked = -1};
    if (text.length > UNIT_BYTES_MAX || unit->is_chrome || unit->is_behind)
        return;
    bool is_row = false;
    if (numbers_at_start(text, &numbers) ||
        (is_row = unit->begins_line && numbers_of_row(text, &numbers))) {
        mark->first = numbers.items[0];
        mark->count = (uint16_t)numbers.count;
        mark->body = (uint16_t)numbers.end;
        mark->is_named = numbers.is_named;
        mark->is_answer = numbers.is_answer;
        mark->is_bare = !numbers.is_named && numbers.is_signed;
        mark->is_label = numbers.end >= text.length;
    } else if (unit->begins_line)
        mark->body = (uint16_t)lead_length(text);
    struct slice body = body_of(w, at);
    if (is_row && !unit->is_row &&
        (numbers.end >= text.length ||
         questions_copied(w->z->questions, body, mark->first, NULL) < 0)) {
        *mark = (struct question_mark){.asked = -1}; /* a number, but of no question */
        return;
    }
    if ((!unit->begins_line && !mark->count) || body.length == 0 || body.length > MARK_BYTES)
        return;
    mark->asks = asked_looks(body);
    int asked = questions_copied(w->z->questions, body, mark->first, NULL);
    if (asked < 0 && mark->asks)
        asked = questions_by_words(w->z->questions, body);
    mark->asked = (int16_t)asked;
}

/* Does the next line ask, behind a label? */
static bool is_asked_below(const struct walk *w, size_t at)
{
    if (!w->marks[at].is_label || at + 1 >= w->z->units->count)
        return false;
    const struct question_mark *next = &w->marks[at + 1];
    return w->z->units->items[at + 1].begins_line && !next->count &&
           (next->asks || next->asked >= 0);
}

/* "Yes", "None", "12": an answer where nothing is known of the question. */
static bool begins_answer(struct slice text)
{
    static const char *const starts[] = {"yes",   "no",      "none",    "nil",   "n/a",  "not",
                                         "zero",  "nothing", "neither", "never", "one",  "two",
                                         "three", "four",    "there",   "see",   "held", "exempt",
                                         "we",    "it",      "they",    NULL};
    if (text.length > 1 && strchr("-:=", text.bytes[0]))
        return true;
    if (text.length &&
        (isdigit((unsigned char)text.bytes[0]) || (unsigned char)text.bytes[0] == 0xc2))
        return true;
    for (const char *const *start = starts; *start; start++) {
        size_t length = strlen(*start);
        if (text.length >= length && memcmp(text.bytes, *start, length) == 0 &&
            (text.length == length || !isalpha((unsigned char)text.bytes[length])))
            return true;
    }
    return false;
}

static bool reads_as_question(const struct walk *w, size_t at)
{
    const struct question_mark *mark = &w->marks[at];
    return mark->asked >= 0 || mark->asks || is_asked_below(w, at);
}

/* What tells one question from another: its place in the list, or its number. -1: none. */
static int key_of(const struct walk *w, size_t at)
{
    const struct question_mark *mark = &w->marks[at];
    if (mark->asked >= 0)
        return mark->asked;
    if (mark->count != 1 || (!mark->is_named && !mark->is_bare))
        return -1;
    if (!w->z->questions->is_given)
        return mark->first.number;
    return questions_number(w->z->questions, mark->first);
}

/* Is something between two questions that is none? */
static bool has_between(const struct walk *w, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++) {
        const struct unit *unit = &w->z->units->items[i];
        const struct question_mark *mark = &w->marks[i];
        struct slice text = unit_text(w->z->folded, unit);
        bool is_chrome = unit->is_chrome || unit->is_quoted ||
                         (unit->heading && unit->heading->code == ZONE_CHROME);
        bool is_own_heading = unit->heading && zone_is_own((enum letter_zone)unit->heading->code);
        if (is_chrome || mark->asks || mark->asked >= 0)
            continue;
        if (is_own_heading || (unit->begins_line && !asked_on(text)) ||
            (!unit->begins_line && begins_answer(text)))
            return true;
    }
    return false;
}

/* Questions and, between them, nothing but what is marked as quoted: those are the answers. */
static void find_marked_answers(struct walk *w)
{
    size_t last = 0, questions = 0, marked = 0;
    bool is_marked = false, is_other = false;
    for (size_t i = 0; i < w->z->units->count; i++) {
        const struct unit *unit = &w->z->units->items[i];
        if (unit->is_quoted || key_of(w, i) < 0 || !reads_as_question(w, i)) {
            is_marked |= unit->is_quoted;
            is_other |= !unit->is_quoted && unit->begins_line && i != last + 1;
            continue;
        }
        marked += questions++ && is_marked && !is_other;
        is_marked = is_other = false;
        last = i;
    }
    for (size_t i = 0; i < w->z->units->count && marked * 2 >= questions && marked; i++)
        w->z->units->items[i].is_quoted = false;
}

/* The questions as they stand first: do answers stand between them, and none below? */
static void find_layout(struct walk *w)
{
    enum { KEYS = NUMBER_GREATEST + 1 };
    uint8_t times[KEYS] = {0};
    size_t last = 0, pairs = 0, between = 0, again = 0, questions = 0;
    for (size_t i = 0; i < w->z->units->count; i++) {
        int key = key_of(w, i);
        if (key < 0 || key >= KEYS)
            continue;
        if (times[key]) {
            again += times[key] == 1 && w->marks[i].count;
            times[key] = 2;
            continue;
        }
        if (!reads_as_question(w, i))
            continue;
        times[key] = 1;
        if (questions++) {
            pairs++;
            between += has_between(w, last, i);
        }
        last = is_asked_below(w, i) ? i + 1 : i;
    }
    w->is_inline = between && between * 2 >= pairs && again * 2 < questions;
}

void walk_find_marks(struct walk *w)
{
    part_lines(w);
    w->marks = arena_new(w->z->arena, w->z->units->count + 1, sizeof *w->marks);
    for (size_t i = 0; i < w->z->units->count; i++)
        find_mark(w, i);
    find_marked_answers(w);
    find_layout(w);
}

bool walk_is_question(const struct walk *w)
{
    const struct question_mark *mark = &w->marks[w->at];
    return mark->asked >= 0 || (mark->count && mark->asks);
}

bool walk_has_later_question(const struct walk *w)
{
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
        bool is_next = mark->asked >= 0 || mark->is_named ||
                       (mark->is_bare && mark->first.number == w->last_asked + 1);
        if (question >= 0 && is_next && unit->begins_line &&
            !question_set_has(&w->answered, (size_t)question))
            return true;
    }
    return false;
}

static void begin_answer(struct walk *w, struct question_set meant, int number, const char *because)
{
    walk_enter(w, ZONE_ANSWERS, because);
    w->current = meant;
    for (size_t i = 0; i < sizeof meant.bits / sizeof *meant.bits; i++)
        w->answered.bits[i] |= meant.bits[i];
    if (number)
        w->last_asked = number;
}

static void set_question(struct unit *unit, const char *because)
{
    unit->is_question = true;
    walk_set_zone(unit, ZONE_REQUEST, because);
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
    w->has_digits |= numbers->items[0].number && !is_lettered;
}

/* A numbered part of the request, or the answer to one. True: the unit is done. */
static bool take_number_in_request(struct walk *w, struct unit *unit,
                                   const struct number_list *numbers)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct slice body = body_of(w, w->at);
    struct question_set meant = {0};
    bool is_known = questions_find(w->z->questions, numbers, &meant);
    bool is_again = questions_has_seen(w->z->questions, numbers->items[0]);
    bool reads = reads_as_question(w, w->at);
    bool is_no_question =
        !reads && w->z->questions->is_given &&
        (mark->is_label || questions_are_others(w->z->questions, numbers->items[0], body));
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

static bool take_number_of_answer(struct walk *w, struct unit *unit,
                                  const struct number_list *numbers)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct question_set meant = {0};
    struct slice body = body_of(w, w->at);
    if (!numbers->is_named && !may_be_bare(w, mark))
        return false;
    bool is_question = reads_as_question(w, w->at) && !mark->is_label && !numbers->is_answer;
    if (numbers->is_named && w->z->questions->count == 0 && numbers->count == 1)
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
    bool is_first = numbers->count == 1 && numbers->items[0].number == 1 && !numbers->is_answer;
    return is_first && (numbers->is_signed || unit->is_row) && unit->begins_line &&
           !mark->is_label && (reads_as_question(w, w->at) || w->z->questions->count > 0);
}

bool walk_take_number(struct walk *w, struct unit *unit)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct number_list numbers;
    struct slice text = unit_text(w->z->folded, unit);
    if (!mark->count || (zone_is_closed(w->state) && !may_reopen(w, unit)))
        return false;
    if (!numbers_at_start(text, &numbers) && !numbers_of_row(text, &numbers))
        return false;
    complete_letters(w, &numbers);
    if (w->state == ZONE_HEAD && begins_request(w, unit, &numbers))
        walk_enter(w, ZONE_REQUEST, "numbered");
    bool is_label = numbers.is_named && unit->is_line && mark->is_label;
    if (w->state == ZONE_HEAD && !is_label)
        return false;
    if (w->state == ZONE_REQUEST)
        return take_number_in_request(w, unit, &numbers);
    bool goes_on = w->state == ZONE_ANSWERS && numbers.is_signed &&
                   numbers.items[0].number == w->last_asked + 1;
    return (unit->begins_line || goes_on) && take_number_of_answer(w, unit, &numbers);
}

/* A question without its number: of the request, or shown again above its answer. */
bool walk_take_question(struct walk *w, struct unit *unit)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct slice text = unit_text(w->z->folded, unit);
    struct question_set meant = {0};
    int question = mark->asked;
    if (question < 0 && mark->asks && !w->z->questions->is_given && !mark->count)
        question = questions_by_words(w->z->questions, body_of(w, w->at));
    if (mark->count || !unit->begins_line || (question < 0 && !mark->asks))
        return false;
    if (question >= 0)
        question_set_add(&meant, (size_t)question);
    int number = question >= 0 ? w->z->questions->items[question].number.number : 0;
    if (question >= 0 && mark->asks && w->state == ZONE_HEAD)
        walk_enter(w, ZONE_REQUEST, "question");
    if (w->state == ZONE_REQUEST && question >= 0) {
        bool is_again = w->z->questions->items[question].is_seen && number < w->last_asked;
        if (is_again)
            begin_answer(w, meant, number, "question again");
        w->asked = meant;
        questions_see(w->z->questions, &meant);
        w->last_asked = number;
        set_question(unit, w->because);
        return true;
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
    set_question(unit, "question again");
    return true;
}

bool walk_is_answer_between(const struct walk *w, const struct unit *unit)
{
    const struct question_mark *mark = &w->marks[w->at];
    struct slice text = unit_text(w->z->folded, unit);
    if (w->state != ZONE_REQUEST || question_set_is_empty(&w->asked) ||
        (!w->is_inline && !unit->is_behind) || w->at == 0 || mark->asks || mark->asked >= 0)
        return false;
    return unit[-1].is_question && (unit->begins_line || begins_answer(text));
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
