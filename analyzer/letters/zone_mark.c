/* SPDX-License-Identifier: MIT
 * What each unit of a letter has of a question: found before the walk, so that it can look ahead.
 */
#include "letters/asked.h"
#include "letters/zone_walk.h"

#include <ctype.h>

enum { MARK_BYTES = 700 };

struct slice walk_body(const struct walk *w, size_t unit)
{
    struct slice text = unit_text(w->z->folded, &w->z->units->items[unit]);
    size_t body = w->marks[unit].body;
    return (struct slice){text.bytes + body, text.length - body};
}

/* "q: how many" */
static size_t lead_length(struct slice text)
{
    static const char *const leads[] = {"q: ",
                                        "q. ",
                                        "q - ",
                                        "question: ",
                                        "\"",
                                        "you asked: ",
                                        "you asked for ",
                                        "you asked ",
                                        "you also asked for ",
                                        "you also asked ",
                                        "you then asked for ",
                                        "you then asked ",
                                        "you wanted to know ",
                                        "you ask for ",
                                        "you ask ",
                                        "your request for ",
                                        "your question: ",
                                        "you requested ",
                                        NULL};
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
        char byte = folded->source.bytes[folded->origins[at]];
        bool is_tab = *text == ' ' && (byte == '\t' || byte == '\n');
        size_t length = is_tab                                                         ? 1
                        : memcmp(text, " a. ", 4) == 0 || memcmp(text, " a: ", 4) == 0 ? 4
                        : memcmp(text, " - ", 3) == 0                                  ? 3
                        : memcmp(text, " = ", 3) == 0                                  ? 3
                        : *text == ':' && text[1] == ' '                               ? 2
                        : *text == ')' && text[1] == ' '                               ? 2
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
    size_t begin = unit->begin + (is_numbered ? numbers.end : lead_length(text)), answer = 0, end;
    size_t most = 0;
    for (size_t from = begin, next; (next = next_border(w->z->folded, unit, from, &end)) != 0;
         from = next) {
        size_t common;
        struct slice words = {w->z->folded->text + begin, end - begin};
        struct slice all = {words.bytes, unit->end - begin};
        int question = questions_copied(w->z->questions, words, numbers.items[0], &common);
        if (question < 0 || common <= most ||
            questions_common(w->z->questions, question, all) > common)
            continue;
        most = common;
        answer = next;
        *ret_end = end;
    }
    return answer;
}

/* "Q1. How many?", and below it "A. Nine", behind which no "B." stands. */
static bool is_asked_above(const struct walk *w, const struct unit *before)
{
    const struct unit *end = w->z->units->items + w->z->units->count;
    struct slice asked = unit_text(w->z->folded, before);
    struct number_list numbers;
    bool is_numbered = before->begins_line && numbers_at_start(asked, &numbers) &&
                       numbers.is_named && !numbers.is_answer;
    for (const struct unit *next = before + 2; next < end && is_numbered; next++) {
        struct slice text = unit_text(w->z->folded, next);
        if (next->begins_line && text.length > 1 && text.bytes[0] == 'b' &&
            strchr(".):", text.bytes[1]))
            return false;
        if (next->begins_line && numbers_at_start(text, &numbers) && numbers.is_named)
            break;
    }
    return is_numbered;
}

/* "How many? - Nine", "A. Nine": the sign is no part of the answer. */
static void skip_sign(const struct walk *w, struct unit *unit, const struct unit *before)
{
    static const char *const signs[] = {
        "- ", ": ", "= ", "a. ", "a: ", "a - ", "ans: ", "-> ", "answer: ", NULL};
    struct slice text = unit_text(w->z->folded, unit), asked = unit_text(w->z->folded, before);
    bool is_behind = !unit->begins_line && asked.bytes[asked.length - 1] == '?';
    bool is_below = text.bytes[0] == 'a' &&
                    (lead_length(asked) > 1 || (!unit->heading && is_asked_above(w, before)));
    for (const char *const *sign = signs; *sign && (is_behind || is_below); sign++) {
        size_t length = strlen(*sign);
        if (text.length <= length || memcmp(text.bytes, *sign, length) != 0)
            continue;
        unit->begin += length;
        unit->is_behind = true;
        return;
    }
}

/* Parts lines in which an answer stands behind its question. */
static void part_lines(struct walk *w)
{
    struct unit_list *units = w->z->units, parted = {0};
    for (size_t i = 0; i < units->count && w->z->questions->is_given; i++) {
        struct unit unit = units->items[i];
        if (i > 0)
            skip_sign(w, &unit, &units->items[i - 1]);
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
    if (parted.count)
        *units = parted;
}

/* "(i) section 24" is one of a list of exemptions. */
static bool begins_citation(struct slice text)
{
    static const char *const starts[] = {"section ", "sections ", "s.", "s ", "ss", NULL};
    for (const char *const *start = starts; *start; start++) {
        size_t length = strlen(*start);
        if (text.length > length + 1 && memcmp(text.bytes, *start, length) == 0 &&
            (isdigit((unsigned char)text.bytes[length]) ||
             isdigit((unsigned char)text.bytes[length + 1])))
            return true;
    }
    return false;
}

/* "2. Part 1. No report": a paragraph, and its question; not "2. As for question 1: ...". */
static void take_number_behind(struct slice text, struct number_list *numbers)
{
    static const char pointer[] = "as for ";
    struct slice behind = {text.bytes + numbers->end, text.length - numbers->end};
    struct number_list named;
    bool is_pointer =
        behind.length > strlen(pointer) && memcmp(behind.bytes, pointer, strlen(pointer)) == 0;
    if (numbers->is_named || is_pointer || !numbers_at_start(behind, &named) || !named.is_named)
        return;
    bool is_signed =
        named.is_signed || (named.end < behind.length && behind.bytes[named.end] == ',');
    if (!is_signed)
        return;
    named.end += numbers->end;
    *numbers = named;
}

/* "2 is held", "3 has been sent on" */
static bool is_said_of_number(struct slice body)
{
    static const char *const verbs[] = {"is ",   "are ",  "was ", "were ",   "has ",
                                        "have ", "will ", "can ", "cannot ", NULL};
    for (const char *const *verb = verbs; *verb; verb++)
        if (body.length > strlen(*verb) && memcmp(body.bytes, *verb, strlen(*verb)) == 0)
            return true;
    return false;
}

/* "Section 40(2) (personal information) has been applied." is an answer. */
static bool is_citation_applied(struct slice body)
{
    static const char *const verbs[] = {" been applied", " been engaged", " is applied",
                                        " applies",      " apply",        " is engaged",
                                        " is relied",    " are engaged",  NULL};
    for (const char *const *verb = verbs; *verb; verb++)
        if (memmem(body.bytes, body.length, *verb, strlen(*verb)))
            return true;
    return false;
}

/* "a how many vans", without a sign, where that is the question's letter. */
static bool is_lettered(const struct walk *w, struct slice text)
{
    if (text.length < 3 || text.bytes[1] != ' ' || text.bytes[0] < 'a' || text.bytes[0] > 'h')
        return false;
    struct slice body = {text.bytes + 2, text.length - 2};
    int question = questions_copied(w->z->questions, body, (struct question_number){0}, NULL);
    return question >= 0 && w->z->questions->items[question].number.letter == text.bytes[0];
}

void walk_find_mark(struct walk *w, size_t at)
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
        int paragraph =
            numbers.is_signed && !numbers.is_named && numbers.count == 1 && !numbers.items[0].letter
                ? numbers.items[0].number
                : 0;
        mark->paragraph = (int16_t)paragraph;
        mark->paragraph_end = (uint16_t)numbers.end;
        take_number_behind(text, &numbers);
        mark->first = numbers.items[0];
        mark->count = (uint16_t)numbers.count;
        mark->body = (uint16_t)numbers.end;
        mark->is_named = numbers.is_named;
        mark->is_answer = numbers.is_answer;
        mark->is_bare = !numbers.is_named && numbers.is_signed;
        mark->is_label = numbers.end >= text.length;
    } else if (unit->begins_line)
        mark->body = (uint16_t)(is_lettered(w, text) ? 2 : lead_length(text));
    struct slice body = walk_body(w, at);
    if (is_row && !unit->is_row && !is_said_of_number(body) && !numbers.items[0].letter &&
        (numbers.end >= text.length ||
         questions_copied(w->z->questions, body, mark->first, NULL) < 0)) {
        *mark = (struct question_mark){.asked = -1}; /* a number, but of no question */
        return;
    }
    if ((!unit->begins_line && !mark->count) || body.length == 0 || body.length > MARK_BYTES)
        return;
    mark->is_bare |= is_row && is_said_of_number(body);
    if (mark->is_bare && begins_citation(body) &&
        (!w->z->questions->is_given || !is_citation_applied(body))) {
        *mark = (struct question_mark){
            .asked = -1, .paragraph = mark->paragraph, .paragraph_end = mark->paragraph_end};
        return;
    }
    bool is_in_quotes =
        body.length > 2 && body.bytes[0] == '"' && body.bytes[body.length - 1] == '"';
    mark->asks = (asked_looks(body) && !(is_row && is_said_of_number(body))) ||
                 (mark->count && (is_in_quotes || unit->asks_in_row));
    int asked = questions_copied(w->z->questions, body, mark->first, NULL);
    if (asked < 0 && mark->asks)
        asked = questions_by_words(w->z->questions, body);
    mark->asked = (int16_t)asked;
}

/* "Request 1", its words, and somewhere below "Answer 1", or "Answer": then it is asked there. */
static bool has_answer_below(const struct walk *w, size_t at)
{
    bool is_named = w->marks[at].is_named && !w->marks[at].is_answer;
    for (size_t i = at + 2; i < w->z->units->count && is_named; i++) {
        const struct unit *unit = &w->z->units->items[i];
        bool is_label = w->marks[i].is_answer && w->marks[i].is_named && unit->begins_line;
        if (is_label || (unit->heading && strcmp(unit->heading->id, "h-response") == 0))
            return true;
    }
    return false;
}

/* Does the next line ask, behind a label? */
bool walk_is_asked_below(const struct walk *w, size_t at)
{
    if (!w->marks[at].is_label || at + 1 >= w->z->units->count)
        return false;
    const struct unit *unit = &w->z->units->items[at + 1];
    const struct question_mark *next = &w->marks[at + 1];
    bool is_open = !unit->heading && !unit->is_chrome && unit->is_line &&
                   !walk_begins_answer(unit_text(w->z->folded, unit));
    return unit->begins_line && !next->count &&
           (next->asks || next->asked >= 0 || (is_open && has_answer_below(w, at)));
}

/* "Yes", "None", "12": an answer where nothing is known of the question. */
bool walk_begins_answer(struct slice text)
{
    static const char *const starts[] = {"yes",   "no",      "none",    "nil",   "n/a",  "not",
                                         "zero",  "nothing", "neither", "never", "one",  "two",
                                         "three", "four",    "there",   "see",   "held", "exempt",
                                         "we",    "it",      "they",    NULL};
    if (text.length > 1 && strchr("-:=", text.bytes[0]))
        return true;
    while (text.length && strchr(", ", text.bytes[0]))
        text = (struct slice){text.bytes + 1, text.length - 1};
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

bool walk_reads_as_question(const struct walk *w, size_t at)
{
    const struct question_mark *mark = &w->marks[at];
    return mark->asked >= 0 || mark->asks || walk_is_asked_below(w, at);
}

void walk_find_marks(struct walk *w)
{
    walk_part_rows(w);
    part_lines(w);
    walk_part_clauses(w);
    w->marks = arena_new(w->z->arena, w->z->units->count + 1, sizeof *w->marks);
    for (size_t i = 0; i < w->z->units->count; i++)
        walk_find_mark(w, i);
    walk_find_layout(w);
}
