/* SPDX-License-Identifier: MIT */
#include "letters/ending.h"

enum { VALUE = 120 }; /* bytes: a shorter answer may be a value without an act */

static int only_question(const struct question_set *set)
{
    int found = -1;
    for (int i = 0; i < QUESTIONS_MAX; i++)
        if (question_set_has(set, (size_t)i)) {
            if (found >= 0)
                return -1;
            found = i;
        }
    return found;
}

static bool is_answer(const struct unit *unit)
{
    return !unit->is_question && !question_set_is_empty(&unit->questions);
}

/* A label, or a heading above the answer. */
static bool is_label(const struct letter_state *s, const struct unit *unit)
{
    struct number_list numbers;
    struct slice text = unit_text(&s->folded, unit);
    return (unit->heading && unit->heading->is_line) ||
           (numbers_at_start(text, &numbers) && numbers.end >= text.length);
}

/* The last question with an answer of its own, or -1. */
static int last_question(const struct letter_state *s, size_t *ret_end)
{
    for (size_t i = s->units.count; i-- > 0;)
        if (is_answer(&s->units.items[i])) {
            *ret_end = i + 1;
            return only_question(&s->units.items[i].questions);
        }
    return -1;
}

/* How many others have an answer; 0 where one of them has more than a paragraph. */
static size_t others_of_one_paragraph(const struct letter_state *s, int last)
{
    uint32_t paragraphs[QUESTIONS_MAX];
    struct question_set seen = {0};
    size_t count = 0;
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        if (!is_answer(unit) || is_label(s, unit))
            continue;
        for (int q = 0; q < QUESTIONS_MAX; q++) {
            if (q == last || !question_set_has(&unit->questions, (size_t)q))
                continue;
            if (question_set_has(&seen, (size_t)q) && paragraphs[q] != unit->paragraph)
                return 0;
            count += !question_set_has(&seen, (size_t)q);
            question_set_add(&seen, (size_t)q);
            paragraphs[q] = unit->paragraph;
        }
    }
    return count;
}

static bool has_outcome(const struct letter_state *s, size_t from, size_t to)
{
    for (size_t i = 0; i < s->acts.count; i++) {
        const struct found_act *act = &s->acts.items[i];
        if (act->unit >= from && act->unit < to && !act->why_not &&
            act->word < ACT_WORD_NOINFERENCE)
            return true;
    }
    return s->units.items[to - 1].end - s->units.items[from].begin < VALUE;
}

static void free_of_question(struct letter_state *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        s->units.items[i].questions = (struct question_set){0};
    for (size_t i = 0; i < s->acts.count; i++) {
        struct found_act *act = &s->acts.items[i];
        if (act->unit >= from && act->unit < to && !act->names_questions)
            act->questions = (struct question_set){0};
    }
    for (size_t i = 0; i < s->cited.count; i++) {
        struct cited *cited = &s->cited.items[i];
        if (cited->unit >= from && cited->unit < to && !cited->names_questions)
            cited->questions = (struct question_set){0};
    }
}

void ending_settle(struct letter_state *s)
{
    size_t end = 0, first = 0;
    int last = last_question(s, &end);
    size_t others = last < 0 ? 0 : others_of_one_paragraph(s, last);
    if (!others)
        return;
    for (size_t i = end; i-- > 0 && only_question(&s->units.items[i].questions) == last;)
        if (is_answer(&s->units.items[i]) && !is_label(s, &s->units.items[i]))
            first = i;
    size_t behind = first;
    while (behind < end && s->units.items[behind].paragraph == s->units.items[first].paragraph)
        behind++;
    if (behind >= end || !has_outcome(s, first, behind))
        return;
    enum letter_zone zone = s->units.items[behind].zone;
    bool is_apart = zone == ZONE_RESIDUAL || zone == ZONE_DUTIES || zone == ZONE_EXPLANATION;
    if (others > 1 || is_apart)
        free_of_question(s, behind, end);
}
