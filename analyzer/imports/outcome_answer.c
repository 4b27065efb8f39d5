/* SPDX-License-Identifier: MIT */
#include "imports/outcome_answer.h"

#include <string.h>

static const struct {
    enum outcome_kind kind;
    const char *stance;
} answers[] = {
    {SAYS_NCND, "ncnd"},
    {SAYS_NOT_HELD, "not_held"},
    {SAYS_HELD_EXEMPT, "held_exempt"},
    {SAYS_DISCLOSED, "disclosed"},
    {SAYS_PARTIAL, "disclosed"},
    {SAYS_COST, "refused_cost"},
    {SAYS_VEXATIOUS, "refused_vexatious"},
    {SAYS_S21, "held_s21"},
    {SAYS_FUTURE, "held_exempt"},
    {SAYS_CLARIFICATION, "clarification"},
    {SAYS_EXTENDED, "extended"},
    {SAYS_TRANSFERRED, "transferred"},
    {SAYS_NO_RESPONSE, "no_response"},
    {SAYS_OTHER, "other"},
};
enum { ANSWERS = sizeof answers / sizeof *answers, MOST_LISTED = 3 };

static const char *stance_of(enum outcome_kind kind)
{
    for (size_t i = 0; i < ANSWERS; i++)
        if (answers[i].kind == kind)
            return answers[i].stance;
    return NULL;
}

/* The stances that are said, each once, in the order of the words. */
static size_t list_stances(const struct outcome_words *words, const char *ret[MOST_LISTED])
{
    size_t count = 0;
    for (size_t i = 0; i < words->count && count < MOST_LISTED; i++) {
        const char *stance = stance_of(words->said[i]);
        for (size_t j = 0; stance && j < count; j++)
            if (strcmp(ret[j], stance) == 0)
                stance = NULL;
        if (stance)
            ret[count++] = stance;
    }
    return count;
}

static bool say_any(const struct outcome_words *words, const enum outcome_kind *kinds, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (outcome_words_say(words, kinds[i]))
            return true;
    return false;
}
#define SAY_ANY(words, ...)                                                                        \
    say_any(words, (const enum outcome_kind[]){__VA_ARGS__},                                       \
            sizeof((const enum outcome_kind[]){__VA_ARGS__}) / sizeof(enum outcome_kind))

/* "Disclosed in part" says what "disclosed" beside a refusal or redactions does. */
static void join_disclosures(struct outcome_words *w)
{
    if (SAY_ANY(w, SAYS_DISCLOSED, SAYS_PARTIAL))
        outcome_words_drop(w, SAYS_REDACTED);
    outcome_words_replace(w, SAYS_REDACTED, SAYS_PARTIAL);
    if (outcome_words_say(w, SAYS_REFUSED))
        outcome_words_replace(w, SAYS_DISCLOSED, SAYS_PARTIAL);
    if (outcome_words_say(w, SAYS_PARTIAL)) {
        outcome_words_drop(w, SAYS_DISCLOSED);
        outcome_words_drop(w, SAYS_REFUSED);
    }
}

/* That something is held says the less the more stands beside it; "denied" may be the request. */
static void join_holdings(struct outcome_words *w, const struct outcome_cell *cell)
{
    if (SAY_ANY(w, SAYS_NCND, SAYS_NOT_HELD))
        outcome_words_drop(w, SAYS_DENIED);
    else if (cell->cited && outcome_words_say(w, SAYS_DENIED))
        outcome_words_replace(w, SAYS_DENIED, SAYS_REFUSED);
    if (SAY_ANY(w, SAYS_REFUSED, SAYS_HELD_EXEMPT) && outcome_words_say(w, SAYS_HELD)) {
        outcome_words_drop(w, SAYS_HELD);
        outcome_words_replace(w, SAYS_REFUSED, SAYS_HELD_EXEMPT);
    }
    if (outcome_words_say(w, SAYS_HELD) && w->count == 1 && cell->cited) {
        w->said[0] = SAYS_HELD_EXEMPT;
        w->is_often[SAYS_HELD_EXEMPT] = cell->withholding < cell->cited;
    }
    if (w->count > 1)
        outcome_words_drop(w, SAYS_HELD);
}

static void join_refusals(struct outcome_words *w, const struct outcome_cell *cell)
{
    if (SAY_ANY(w, SAYS_NCND, SAYS_NOT_HELD, SAYS_HELD_EXEMPT, SAYS_COST, SAYS_VEXATIOUS, SAYS_S21,
                SAYS_FUTURE, SAYS_CLARIFICATION, SAYS_PARTIAL_NCND))
        outcome_words_drop(w, SAYS_REFUSED);
    if (outcome_words_say(w, SAYS_NOT_HELD))
        outcome_words_drop(w, SAYS_TRANSFERRED);
    if (w->count > 1 || cell->cited)
        outcome_words_drop(w, SAYS_PIT);
    else if (outcome_words_say(w, SAYS_PIT)) {
        w->said[0] = SAYS_EXTENDED; /* a test that is still made, or one that was */
        w->is_often[SAYS_EXTENDED] = true;
    }
}

/* What says that nothing has come yet, beside what says that something has. */
static void join_silences(struct outcome_words *w)
{
    const char *stances[MOST_LISTED];
    outcome_words_drop(w, SAYS_ANSWERED);
    if (outcome_words_say(w, SAYS_WAITING))
        outcome_words_drop(w, SAYS_NO_RESPONSE);
    bool is_answered = list_stances(w, stances) || outcome_words_say(w, SAYS_REFUSED);
    if (!is_answered)
        return;
    bool is_often = SAY_ANY(w, SAYS_WITHDRAWN, SAYS_UNDELIVERED) ||
                    (outcome_words_say(w, SAYS_WAITING) &&
                     !SAY_ANY(w, SAYS_EXTENDED, SAYS_CLARIFICATION, SAYS_TRANSFERRED));
    outcome_words_drop(w, SAYS_WAITING);
    outcome_words_drop(w, SAYS_WITHDRAWN);
    outcome_words_drop(w, SAYS_UNDELIVERED);
    if (w->count)
        w->is_often[w->said[0]] = w->is_often[w->said[0]] || is_often;
}

static void find_stage(struct outcome_words *w, struct outcome_answer *ret)
{
    if (!outcome_words_say(w, SAYS_REVIEW) || w->count == 1)
        return;
    outcome_words_drop(w, SAYS_REVIEW);
    ret->stage = "internal_review";
    ret->review = "a review is named: is this what was answered first, or what it decided?";
}

/* Two answers in one cell. That a force would not say beside another answer is of the rest. */
static void take_two(const struct outcome_words *w, const char *const stances[MOST_LISTED],
                     struct outcome_answer *ret)
{
    static const enum outcome_kind with_rest[] = {SAYS_NOT_HELD, SAYS_DISCLOSED, SAYS_PARTIAL,
                                                  SAYS_HELD_EXEMPT, SAYS_COST};
    bool is_rest = outcome_words_say(w, SAYS_NCND) && !ret->stage &&
                   say_any(w, with_rest, sizeof with_rest / sizeof *with_rest);
    bool is_second = ret->stage || (is_rest && strcmp(stances[0], "ncnd") == 0);
    ret->stance = stances[is_second];
    ret->other = stances[!is_second];
    ret->is_partial_ncnd = is_rest;
    ret->review = is_rest ? "an answer and a refusal to say stand side by side"
                          : "several answers stand in one cell";
}

/* A refusal by what it cites. A section without its limb does not say which of the two it is. */
static void take_refusal(const struct outcome_cell *cell, struct outcome_answer *ret)
{
    ret->stance = cell->is_all_s21         ? "held_s21"
                  : cell->is_all_cost      ? "refused_cost"
                  : cell->is_all_vexatious ? "refused_vexatious"
                  : cell->is_all_not_held  ? "not_held"
                  : cell->is_foisa_18      ? "ncnd"
                                           : NULL;
    if (ret->stance)
        return;
    if (cell->withholding == cell->cited) {
        ret->stance = "held_exempt";
        if (cell->refusing_otherwise)
            ret->review = "an exemption stands beside cost, a vexatious request or section 21";
    } else if (cell->excusing == cell->cited) {
        ret->stance = "ncnd";
        ret->other = "held_exempt";
        ret->review = "only the limb of an NCND is cited, and no word says that it is one";
    } else if (!cell->open) {
        ret->stance = cell->costs == cell->withholding ? "refused_cost" : "held_exempt";
        ret->is_partial_ncnd = true;
        ret->other = "ncnd";
        ret->review = "withholding and neither confirming nor denying are cited together";
    } else {
        ret->stance = "other";
        ret->other = "ncnd";
        ret->review = "a refusal does not say whether anything is held, and the section is cited "
                      "without its subsection";
    }
}

static bool take_silence(const struct outcome_words *w, const struct outcome_cell *cell,
                         struct outcome_answer *ret)
{
    bool is_lone = w->count == 1 && !cell->cited && !w->is_reversed;
    ret->is_waiting = is_lone && w->said[0] == SAYS_WAITING;
    ret->left_out = is_lone && w->said[0] == SAYS_WITHDRAWN     ? "the request was withdrawn"
                    : is_lone && w->said[0] == SAYS_UNDELIVERED ? "the request did not arrive"
                                                                : NULL;
    return ret->is_waiting || ret->left_out;
}

static bool take_words(const struct outcome_words *w, const struct outcome_cell *cell,
                       struct outcome_answer *ret)
{
    const char *stances[MOST_LISTED];
    size_t count = list_stances(w, stances);
    ret->is_partial_ncnd = outcome_words_say(w, SAYS_PARTIAL_NCND);
    if (count > 1)
        take_two(w, stances, ret);
    else if (count == 1)
        ret->stance = stances[0];
    else if (ret->is_partial_ncnd) {
        ret->stance = "other";
        ret->review =
            "neither confirmed nor denied in part: nothing says what was answered to the rest";
    } else if (cell->cited && (w->count == 0 || outcome_words_say(w, SAYS_REFUSED)))
        take_refusal(cell, ret);
    else
        return false;
    if (!ret->review && outcome_words_say(w, SAYS_PARTIAL))
        ret->review = "some of it was given: nothing says what was done with the rest";
    if (!ret->review && outcome_words_say(w, SAYS_OTHER))
        ret->review = "it was dealt with otherwise: what was answered?";
    return true;
}

bool outcome_answer_find(struct outcome_words *words, const struct outcome_cell *cell,
                         struct outcome_answer *ret)
{
    *ret = (struct outcome_answer){.stance = NULL};
    join_disclosures(words);
    join_holdings(words, cell);
    join_refusals(words, cell);
    join_silences(words);
    find_stage(words, ret);
    if (take_silence(words, cell, ret))
        return true;
    if (!take_words(words, cell, ret)) {
        ret->review = outcome_words_say(words, SAYS_REFUSED)
                          ? "a refusal does not say whether anything is held, and cites no section"
                          : NULL;
        return false;
    }
    outcome_answer_weigh(cell, ret);
    if (!ret->review && words->unknown)
        ret->review = "words stand beside the answer that no list knows";
    if (!ret->review && outcome_words_are_uncertain(words))
        ret->review = "the words often mean this, and may mean something else";
    return true;
}

static bool is_one_of(const char *stance, const char *const *list)
{
    for (; *list; list++)
        if (strcmp(*list, stance) == 0)
            return true;
    return false;
}

void outcome_answer_weigh(const struct outcome_cell *cell, struct outcome_answer *answer)
{
    static const char *const has_rest[] = {"not_held", "disclosed", "held_exempt", NULL};
    static const char *const weighed[] = {"held_exempt", "disclosed", "ncnd", "extended",
                                          "other",       "not_held",  NULL};
    if (answer->review || answer->is_waiting || answer->left_out || !answer->stance)
        return;
    bool is_ncnd = strcmp(answer->stance, "ncnd") == 0 || answer->is_partial_ncnd;
    if (cell->excusing && !is_ncnd && strcmp(answer->stance, "extended") != 0) {
        answer->is_partial_ncnd = is_one_of(answer->stance, has_rest);
        answer->other = "ncnd";
        answer->review = "the limb of an NCND is cited beside another answer";
    } else if (strcmp(answer->stance, "not_held") == 0 && !cell->is_all_not_held &&
               cell->withholding + cell->open && !answer->is_partial_ncnd) {
        answer->other = "held_exempt";
        answer->review = "an exemption is cited for what is said not to be held";
    } else if (strcmp(answer->stance, "ncnd") == 0 && cell->refusing_otherwise) {
        answer->other = cell->is_all_cost ? "refused_cost" : NULL;
        answer->review = "cost, a vexatious request or section 21 is cited for an NCND";
    } else if ((cell->withholding > cell->refusing_otherwise || cell->open) &&
               !is_one_of(answer->stance, weighed)) {
        answer->review = "an exemption is cited beside another answer";
    }
}
