/* SPDX-License-Identifier: MIT
 * How the questions and answers of a letter lie to each other: from the marks of all units, before
 * the walk.
 */
#include "letters/asked.h"
#include "letters/zone_walk.h"

enum { SENTENCE = 80, TOPIC = 50, REQUEST = 200, HEADINGS_MAX = 16 };

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
            (!unit->begins_line && !asked_on(text) && !asked_by_applicant(text)))
            return true;
    }
    return false;
}

/* "Training: ", or a line of its own. */
static struct slice topic_of(const struct walk *w, size_t at)
{
    const struct unit *unit = &w->z->units->items[at];
    const struct question_mark *mark = &w->marks[at];
    struct slice text = unit_text(w->z->folded, unit), none = {"", 0};
    if (!unit->begins_line || unit->is_quoted || unit->is_chrome || unit->heading || mark->count ||
        mark->asked >= 0)
        return none;
    for (size_t i = 0; i + 1 < text.length && i < TOPIC; i++)
        if (text.bytes[i] == ':' && text.bytes[i + 1] == ' ')
            return (struct slice){text.bytes, i};
    bool is_line = unit->is_line && text.length < TOPIC && text.length > 0 &&
                   !strchr(".,;", text.bytes[text.length - 1]);
    return is_line ? text : none;
}

/* Answers under words of their questions: of most questions, each once. */
static void find_topics(struct walk *w)
{
    const struct question_list *questions = w->z->questions;
    struct question_set seen = {0};
    size_t found = 0;
    for (int pass = 0; pass < 2 && questions->is_given; pass++)
        for (size_t i = 0; i < w->z->units->count; i++) {
            int question = questions_of_topic(questions, topic_of(w, i));
            if (question < 0)
                continue;
            found += pass == 0 && !question_set_has(&seen, (size_t)question);
            question_set_add(&seen, (size_t)question);
            if (pass == 1 && found > 1 && found * 2 > questions->count)
                w->marks[i].topic = (int16_t)(question + 1);
        }
}

static bool is_paragraph_number(const struct walk *w, size_t unit, int number)
{
    const struct question_mark *mark = &w->marks[unit];
    bool reads = walk_reads_as_question(w, unit);
    bool tells_all = !mark->asks && walk_body(w, unit).length > REQUEST; /* with words of one */
    return mark->paragraph == number && !mark->is_label && w->z->units->items[unit].begins_line &&
           (!reads || tells_all);
}

/* What a paragraph says begins behind its number: "2. Item (1)." is of the first item. */
static void strip_number(struct walk *w, size_t unit)
{
    struct unit *its = &w->z->units->items[unit];
    its->begin += w->marks[unit].paragraph_end;
    while (its->begin < its->end && w->z->folded->text[its->begin] == ' ')
        its->begin++;
    w->marks[unit] = (struct question_mark){.asked = -1};
    if (its->begin < its->end)
        walk_find_mark(w, unit);
}

/* Paragraphs of a letter that are numbered for themselves: more of them than questions, or the
 * first tells of the request. */
static void find_numbered_paragraphs(struct walk *w)
{
    const struct question_list *questions = w->z->questions;
    int greatest = 0;
    for (size_t i = 0; i < questions->count; i++)
        if (questions->items[i].number.number > greatest)
            greatest = questions->items[i].number.number;
    for (size_t i = 0; i < w->z->units->count; i++) {
        if (!is_paragraph_number(w, i, 1))
            continue;
        struct slice body = walk_body(w, i);
        bool tells = memmem(body.bytes, body.length, "your", 4) &&
                     memmem(body.bytes, body.length, "request", 7);
        size_t last = i;
        int number = 1;
        for (size_t k = i + 1; k < w->z->units->count; k++) {
            if (is_paragraph_number(w, k, 1))
                break;
            if (!is_paragraph_number(w, k, number + 1))
                continue;
            number++;
            last = k;
        }
        bool are_long = number > 1 && body.length > SENTENCE && body.bytes[body.length - 1] == '.';
        bool are_more = questions->is_given ? number > greatest : are_long;
        if (!are_more && !(tells && number > 1))
            continue;
        for (size_t k = i, at = 1; k <= last; k++)
            if (is_paragraph_number(w, k, (int)at)) {
                strip_number(w, k);
                at++;
            }
    }
}

/* A short line with the number, that is no question of the pack and asks nobody. */
static bool is_numbered_line(const struct walk *w, size_t at, int number)
{
    const struct unit *unit = &w->z->units->items[at];
    const struct question_mark *mark = &w->marks[at];
    struct slice body = walk_body(w, at);
    return mark->paragraph == number && !mark->is_label && mark->asked < 0 && unit->begins_line &&
           unit->is_line && body.length > 0 && body.length < TOPIC &&
           !strchr("?.,;", body.bytes[body.length - 1]);
}

/* "1. What we did", "2. What came of it", "3. Decision": headings of the letter's parts, where
 * some of them are known for such, and nobody gave other questions of as many numbers. */
static void find_numbered_headings(struct walk *w)
{
    const struct unit *units = w->z->units->items;
    size_t lines[HEADINGS_MAX], count = 0, known = 0;
    for (size_t i = 0; i < w->z->units->count && count < HEADINGS_MAX; i++) {
        if (!is_numbered_line(w, i, (int)count + 1))
            continue;
        bool is_followed = i + 1 < w->z->units->count && !w->marks[i + 1].count;
        if (!is_followed)
            return; /* a list */
        known += units[i].heading && units[i].heading->is_line;
        lines[count++] = i;
    }
    if (count < 2 || !known || (w->z->questions->is_given && known * 2 < count))
        return;
    for (size_t i = 0; i < count; i++)
        strip_number(w, lines[i]);
}

/* Questions and, between them, nothing but what is marked as quoted: those are the answers. */
static void find_marked_answers(struct walk *w)
{
    size_t last = 0, questions = 0, marked = 0;
    bool is_marked = false, is_other = false;
    for (size_t i = 0; i < w->z->units->count; i++) {
        const struct unit *unit = &w->z->units->items[i];
        if (unit->is_quoted || key_of(w, i) < 0 || !walk_reads_as_question(w, i)) {
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
        if (!walk_reads_as_question(w, i))
            continue;
        times[key] = 1;
        if (questions++) {
            pairs++;
            between += has_between(w, last, i);
        }
        last = walk_is_asked_below(w, i) ? i + 1 : i;
    }
    bool are_all_between = between == pairs && again < questions;
    w->is_inline = between && between * 2 >= pairs && (again * 2 < questions || are_all_between);
}

/* "firstly," is 1, "lastly," -1; 0: none. */
static int adverb_at(struct slice text, size_t *ret_end)
{
    static const char *const adverbs[] = {"firstly", "secondly", "thirdly", "fourthly", "fifthly",
                                          "sixthly", "lastly",   "finally", "first",    "second",
                                          "third",   "fourth",   "fifth",   "sixth",    NULL};
    enum { ENDS = 6, PLAIN = 8 };
    for (int i = 0; adverbs[i]; i++) {
        size_t length = strlen(adverbs[i]);
        if (text.length <= length + 1 || memcmp(text.bytes, adverbs[i], length) != 0 ||
            !strchr(",:", text.bytes[length]))
            continue;
        *ret_end = length + 1;
        return i < ENDS ? i + 1 : i < PLAIN ? -1 : i - PLAIN + 1;
    }
    return 0;
}

/* "Firstly, ... Secondly, ... Lastly, ...": a paragraph for each question, and no more of them. */
static void find_adverbs(struct walk *w, bool is_sure)
{
    int count = (int)w->z->questions->count, next = 1;
    for (size_t i = 0; i < w->z->units->count && w->z->questions->is_given; i++) {
        const struct unit *unit = &w->z->units->items[i];
        size_t end = 0;
        int place = unit->begins_line && !unit->is_quoted
                        ? adverb_at(unit_text(w->z->folded, unit), &end)
                        : 0;
        if (!place || w->z->units->items[i].heading)
            continue;
        if (place != next && !(place < 0 && next == count))
            return;
        if (is_sure)
            w->marks[i] = (struct question_mark){.first = {next, 0},
                                                 .count = 1,
                                                 .body = (uint16_t)end,
                                                 .asked = -1,
                                                 .is_named = true,
                                                 .is_adverb = true};
        next++;
    }
    if (!is_sure && count > 1 && next == count + 1)
        find_adverbs(w, true);
}

void walk_find_layout(struct walk *w)
{
    find_topics(w);
    find_adverbs(w, false);
    find_numbered_headings(w);
    find_numbered_paragraphs(w);
    find_marked_answers(w);
    find_layout(w);
}

bool walk_goes_on_asking(const struct walk *w, const struct unit *unit)
{
    bool is_behind = w->at > 1 && unit[-1].is_question && !unit->begins_line &&
                     unit[-1].paragraph == unit->paragraph;
    size_t label = w->at;
    while (is_behind && label > 0 && w->z->units->items[label].paragraph == unit->paragraph &&
           !w->marks[label].is_label)
        label--;
    if (!is_behind || !w->marks[label].is_label || !w->marks[label].is_named ||
        w->marks[label].is_answer)
        return false;
    for (size_t i = w->at + 1; i < w->z->units->count && i < w->at + UNITS_AHEAD; i++)
        if (w->marks[i].is_answer && w->marks[i].is_label)
            return true;
    return false;
}
