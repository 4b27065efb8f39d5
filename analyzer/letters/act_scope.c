/* SPDX-License-Identifier: MIT
 * What an act speaks of: everything, the questions that it names, the rest, covert work.
 */
#include "letters/act_steps.h"

/* "... and does not confirm": what the clause before it speaks of goes on. */
static bool has_no_subject(const struct looking *l)
{
    static const char *const verbs[] = {"do ",   "does ",    "will ", "cannot ", "can ",
                                        "must ", "neither ", "is ",   "are ",    NULL};
    struct slice text = slice_trim(l->text);
    if (text.length > 1 && *text.bytes == ',')
        text = slice_trim((struct slice){text.bytes + 1, text.length - 1});
    if (text.length < 4 || memcmp(text.bytes, "and ", 4) != 0)
        return false;
    text = (struct slice){text.bytes + 4, text.length - 4};
    for (const char *const *verb = verbs; *verb; verb++)
        if (text.length > strlen(*verb) && memcmp(text.bytes, *verb, strlen(*verb)) == 0)
            return true;
    return false;
}

static bool is_fact(enum act_word word)
{
    return word != ACT_WORD_NCND && word != ACT_WORD_NODUTY && word != ACT_WORD_REST &&
           word != ACT_WORD_USE_NCND && word < ACT_WORD_HARM;
}

bool act_is_about_holding(enum act_word word)
{
    return word <= ACT_WORD_NOT_HELD || word == ACT_WORD_USE || word == ACT_WORD_NO_USE;
}

bool act_is_refusal_to_say(enum act_word word)
{
    return word == ACT_WORD_NCND || word == ACT_WORD_NODUTY || word == ACT_WORD_USE_NCND ||
           word == ACT_WORD_NOINFERENCE;
}

/* "We do" tells what was spoken of before. */
static bool may_tell_holding(enum act_word word)
{
    return act_is_about_holding(word) || word == ACT_WORD_DOES || word == ACT_WORD_DOES_NOT;
}

const struct slot *act_slot(const struct looking *l, const struct found_act *act,
                            enum act_word kind)
{
    for (size_t i = 0; i < l->slots.count; i++) {
        const struct slot *slot = &l->slots.items[i];
        if ((enum act_word)slot->phrase->code != kind ||
            (strcmp(slot->phrase->weight, "facts") == 0 && !is_fact(act->word)) ||
            (strcmp(slot->phrase->weight, "holding") == 0 && !may_tell_holding(act->word)))
            continue;
        if (strcmp(slot->phrase->reach, "sentence") == 0)
            return slot;
        bool is_lead = slot->begin == l->s->units->items[l->unit].begin; /* "so far as it may go" */
        bool is_carried = kind == ACT_WORD_RESIDUAL && act_is_refusal_to_say(act->word) &&
                          slot->begin < l->clause.begin && (is_lead || has_no_subject(l));
        bool is_here =
            is_carried || (slot->begin >= l->clause.begin && slot->begin < l->clause.end);
        bool is_before = is_here && slot->begin < act->begin;
        bool is_after = is_here && slot->begin >= act->begin;
        if (strcmp(slot->phrase->reach, "before") == 0  ? is_before
            : strcmp(slot->phrase->reach, "after") == 0 ? is_after
                                                        : is_here)
            return slot;
    }
    return NULL;
}

/* "In view of the answer to question 1 ...", under question 2: not what it speaks of. */
static bool is_mere_reference(const struct looking *l, struct slice text,
                              const struct number_list *numbers)
{
    static const char *const leads[] = {
        "answer",   "answers", "reply",      "response",       "see",      "owing",   "view of",
        "light of", "given",   "as at",      "as in",          "as under", "as with", "because of",
        "same as",  "from",    "set out in", "referred to in", NULL};
    static const char *const joins[] = {" the", " to", " at", " in", " my", " our", " under", NULL};
    const struct question_set own = l->s->units->items[l->unit].questions;
    struct question_set named = {0};
    if (question_set_is_empty(&own) || !questions_find(l->s->questions, numbers, &named) ||
        question_sets_meet(&own, &named))
        return false;
    struct slice before = slice_trim((struct slice){text.bytes, numbers->begin});
    for (const char *const *join = joins; *join;) {
        bool is_join = slice_ends_with(before, *join);
        if (is_join)
            before.length -= strlen(*join);
        join = is_join ? joins : join + 1;
    }
    for (const char *const *lead = leads; *lead; lead++)
        if (slice_ends_with(before, *lead))
            return true;
    return false;
}

/* Does "see", "as", "same as" stand before the number, in the answer to another question? */
static bool is_pointed_to(const struct looking *l, struct slice text,
                          const struct number_list *numbers)
{
    static const char *const pointers[] = {"see", "same", "per", "refer", "as", "like", NULL};
    enum { WORDS_BEFORE = 6 };
    const struct question_set *here = &l->s->units->items[l->unit].questions;
    struct question_set meant = {0};
    questions_find(l->s->questions, numbers, &meant);
    if (question_set_is_empty(here) || question_sets_meet(here, &meant))
        return false;
    struct slice before = {text.bytes, numbers->begin}, word;
    struct slice last[WORDS_BEFORE] = {0};
    size_t count = 0;
    while (slice_next_part(&before, ' ', &word))
        if (word.length)
            last[count++ % WORDS_BEFORE] = word;
    for (size_t i = count > WORDS_BEFORE ? count - WORDS_BEFORE : 0; i < count; i++) {
        struct slice next = i + 1 < count ? last[(i + 1) % WORDS_BEFORE] : (struct slice){"", 0};
        bool leads_to = slice_is(next, "to") || slice_is(next, "regards") ||
                        slice_is(next, "requested") || slice_is(next, "asked") ||
                        slice_is(next, "sought") || slice_is(next, "wanted");
        for (const char *const *p = pointers; *p && !leads_to; p++)
            if (slice_is(last[i % WORDS_BEFORE], *p))
                return true;
    }
    return false;
}

/* Those that the clause names in that part of the folded text. */
/* "save for question 4, ..." */
static bool is_excepted(struct slice text, const struct number_list *numbers)
{
    static const char *const leads[] = {"save for",   "save in",      "save as to", "save",
                                        "except for", "except in",    "except",     "excepting",
                                        "apart from", "exception of", "but for",    "excluding",
                                        "other than", "all but",      NULL};
    struct slice before = slice_trim((struct slice){text.bytes, numbers->begin});
    static const char *const joins[] = {" the", " your", " respect of", " in", NULL};
    for (const char *const *join = joins; *join; join++)
        if (slice_ends_with(before, *join))
            before.length -= strlen(*join);
    for (const char *const *lead = leads; *lead; lead++)
        if (slice_ends_with(before, *lead))
            return true;
    return false;
}

static struct question_set named_between(const struct looking *l, size_t begin, size_t end,
                                         size_t *ret_end, struct question_set *ret_same)
{
    struct slice text = {l->s->folded->text + begin, end - begin};
    struct number_list numbers;
    struct question_set named = {0};
    for (size_t from = 0; numbers_next(text, from, &numbers); from = numbers.end) {
        bool is_pointer = is_pointed_to(l, text, &numbers);
        if (is_pointer)
            questions_find(l->s->questions, &numbers, ret_same);
        if (is_pointer || is_mere_reference(l, text, &numbers) || is_excepted(text, &numbers))
            continue;
        if (question_set_is_empty(&named))
            *ret_end = begin + numbers.end;
        questions_find(l->s->questions, &numbers, &named);
    }
    return named;
}

void act_name_questions(struct looking *l)
{
    l->named = l->same = (struct question_set){0};
    if (l->s->questions->count == 0)
        return;
    size_t sentence = l->s->units->items[l->unit].begin;
    l->named = named_between(l, l->clause.begin, l->clause.end, &l->named_end, &l->same);
    if (question_set_is_empty(&l->named) && sentence < l->clause.begin && has_no_subject(l))
        l->named = named_between(l, sentence, l->clause.begin, &l->named_end, &l->same);
}

/* "Covert policing is a matter apart. As to that we ...": does the sentence before name it? */
static bool follows_covert(const struct looking *l)
{
    const struct unit *units = l->s->units->items;
    bool has_before = l->unit > 0 && units[l->unit - 1].paragraph == units[l->unit].paragraph;
    if (!has_before)
        return false;
    const struct unit *before = &units[l->unit - 1];
    struct slice text = {l->s->masked + before->begin, before->end - before->begin};
    phrase_search_begin(l->s->search, PHRASES_SLOT, text, &before->sight);
    return phrase_search_has(l->s->search, ACT_WORD_COVERT);
}

/* Is it in a paragraph of its own behind the last answer? What is left open there is the rest of
 * all answers; where it says that it is the rest, a line of its own will do. */
static bool ends_the_answers(const struct looking *l, enum act_scope scope)
{
    const struct unit_list *units = l->s->units;
    const struct question_set own = units->items[l->unit].questions;
    bool begins_before = false;
    size_t line = l->unit;
    while (line > 0 && !(scope == SCOPE_RESIDUAL
                             ? units->items[line].begins_line
                             : units->items[line - 1].paragraph != units->items[line].paragraph))
        line--;
    for (size_t i = 0; i < units->count && !question_set_is_empty(&own); i++) {
        const struct unit *unit = &units->items[i];
        bool is_same = memcmp(&unit->questions, &own, sizeof own) == 0;
        begins_before |= i < line && is_same && unit->zone == ZONE_ANSWERS && !unit->is_question;
        if (i > l->unit && !is_same && !question_set_is_empty(&unit->questions))
            return false;
    }
    return begins_before;
}

/* Is it of the letter's request as a whole, in a paragraph apart from the answer? */
static bool is_of_request(const struct looking *l)
{
    const struct unit *unit = &l->s->units->items[l->unit];
    bool is_apart = false, is_named = memmem(l->text.bytes, l->text.length, "your request", 12);
    for (size_t i = 0; i < l->unit && is_named; i++) {
        const struct unit *before = &l->s->units->items[i];
        is_apart |= question_sets_meet(&before->questions, &unit->questions) &&
                    before->zone == ZONE_ANSWERS && !before->is_question &&
                    before->paragraph != unit->paragraph;
    }
    return is_apart;
}

void act_turn(const struct looking *l, struct found_act *act)
{
    static const char *const leads[] = {"in", "by", "at", "on", "for", "with", "to", "among", NULL};
    static const char *const negatives[] = {"none", "no", "nobody", "neither", "nowhere", NULL};
    static const char *const others[] = {"other", "cost", "charge", "extra", "small",  "little",
                                         "fewer", "less", "more",   "doubt", "longer", NULL};
    bool is_use = act->word == ACT_WORD_USE;
    if (!is_use && act->word != ACT_WORD_HOLD)
        return;
    struct slice rest = {l->s->masked + act->end, l->clause.end - act->end}, word;
    const char *const *found = leads;
    while (slice_next_part(&rest, ' ', &word) && word.length == 0)
        ;
    for (; *found && !slice_is(word, *found); found++)
        ;
    if (*found && !slice_next_part(&rest, ' ', &word))
        return;
    for (found = negatives; *found && !slice_is(word, *found); found++)
        ;
    if (!*found)
        return;
    bool is_no = slice_is(word, "no");
    for (found = others; is_no && slice_next_part(&rest, ' ', &word); is_no = false)
        for (; *found; found++)
            if (slice_is(word, *found))
                return;
    act->word = is_use ? ACT_WORD_NO_USE : ACT_WORD_NOT_HELD;
}

/* "Nine are flown, which is question 1, and two are lent (question 2)": the number behind, else the
 * last. */
static struct question_set named_behind(const struct looking *l, const struct found_act *act)
{
    struct slice text = {l->s->folded->text + l->clause.begin, l->clause.end - l->clause.begin};
    struct number_list numbers;
    struct question_set last = {0};
    for (size_t from = 0; numbers_next(text, from, &numbers); from = numbers.end) {
        struct question_set named = {0};
        if (!questions_find(l->s->questions, &numbers, &named))
            continue;
        last = named;
        if (l->clause.begin + numbers.begin >= act->end)
            break;
    }
    return question_set_is_empty(&last) ? l->named : last;
}

void act_set_scope(const struct looking *l, struct found_act *act)
{
    const struct unit *unit = &l->s->units->items[l->unit];
    bool is_rest =
        unit->is_rest || unit->zone == ZONE_RESIDUAL || act_slot(l, act, ACT_WORD_RESIDUAL);
    if (is_rest && (act_is_refusal_to_say(act->word) || act_slot(l, act, ACT_WORD_RESIDUAL)))
        act->scope = SCOPE_RESIDUAL;
    else if (act_slot(l, act, ACT_WORD_COVERT) ||
             (act_is_refusal_to_say(act->word) && follows_covert(l)))
        act->scope = SCOPE_COVERT;
    else if (!question_set_is_empty(&l->named))
        act->scope = SCOPE_QUESTIONS;
    act->names_questions = !question_set_is_empty(&l->named);
    act->questions = act->names_questions ? l->named : unit->questions;
    if (act->names_questions && unit->names_behind)
        act->questions = named_behind(l, act);
    bool is_open = !act->names_questions && act_is_refusal_to_say(act->word) &&
                   (act->scope == SCOPE_RESIDUAL || act->scope == SCOPE_COVERT);
    if (is_open && (ends_the_answers(l, act->scope) || is_of_request(l)))
        act->questions = (struct question_set){0};
}

/* "Question 6 and anything else" are two things; "question 6, over and above that," is one. */
static bool is_joined_by(struct slice between)
{
    static const char *const joints[] = {" and ",  " or ",          "as well as",
                                         " plus ", "together with", NULL};
    for (const char *const *joint = joints; *joint; joint++)
        if (memmem(between.bytes, between.length, *joint, strlen(*joint)))
            return true;
    return false;
}

bool act_is_split(const struct looking *l, struct found_act *act, struct found_act *ret_rest)
{
    const struct slot *rest = act_slot(l, act, ACT_WORD_RESIDUAL);
    if (l->s->units->items[l->unit].is_rest_too && act_is_refusal_to_say(act->word)) {
        *ret_rest = *act;
        ret_rest->scope = SCOPE_RESIDUAL;
        ret_rest->questions = (struct question_set){0};
        act->scope = SCOPE_QUESTIONS;
        return true;
    }
    if (!rest || question_set_is_empty(&l->named) || !act_is_refusal_to_say(act->word) ||
        rest->begin < l->named_end)
        return false;
    enum { BEHIND = 12, BEFORE = 40 }; /* "question 6 and ..., ... and for anything else" */
    size_t length = rest->begin - l->named_end;
    const char *text = l->s->folded->text + l->named_end;
    struct slice behind = {text, length < BEHIND ? length : BEHIND};
    struct slice before = {text + (length < BEFORE ? 0 : length - BEFORE),
                           length < BEFORE ? length : BEFORE};
    if (!is_joined_by(behind) && !is_joined_by(before))
        return false;
    size_t end;
    struct question_set same = {0};
    *ret_rest = *act;
    ret_rest->scope = SCOPE_RESIDUAL;
    ret_rest->questions = named_between(l, rest->begin, l->clause.end, &end, &same);
    act->scope = SCOPE_QUESTIONS;
    act->questions = named_between(l, l->clause.begin, rest->begin, &end, &same);
    return true;
}
