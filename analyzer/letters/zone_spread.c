/* SPDX-License-Identifier: MIT
 * Answers to several questions in one paragraph: "Nine are owned, and that is question 2. The price
 * asked for at question 3 is held. It is withheld ..." Which sentence speaks of which question.
 */
#include "letters/number_cursor.h"
#include "letters/zone_walk.h"

/* What a sentence names. */
struct naming {
    struct question_set questions;
    struct question_set last; /* of which the next sentences speak too; none: of others */
    bool is_behind;           /* what stands before the number is the answer */
};

/* "see question 2", "the same as at question 1", "in view of our answer to question 1" */
static bool is_pointer(struct slice before)
{
    static const char *const pointers[] = {
        "see ",     "same as", "as in ",   "as at ",     "as with",  "as under",
        "refer to", "than at", "unlike",   "view of",    "light of", "yes to",
        "no to",    "given ",  "owing to", "because of", "as above", NULL};
    enum { POINTER_BEFORE = 40 };
    size_t from = before.length > POINTER_BEFORE ? before.length - POINTER_BEFORE : 0;
    for (const char *const *pointer = pointers; *pointer; pointer++)
        if (memmem(before.bytes + from, before.length - from, *pointer, strlen(*pointer)))
            return true;
    return false;
}

/* "and that is the whole of question 3.", "(question 2)" */
static bool is_told_behind(struct slice text, const struct number_list *numbers)
{
    static const char *const cues[] = {
        "so much for", "that is ",    "that was ",   "that's ",     "which is ",   "which was ",
        "which deal",  "which answe", "which dispo", "which cover", "which takes", "that deals",
        "that answer", "that dispos", "this answer", "this deals",  "this dispos", "asked at ",
        "wanted at ",  "sought at ",  "asked in ",   "sought in ",  NULL};
    enum { CUE_BEFORE = 48, END_BYTES = 3 };
    bool is_bracketed = numbers->begin > 0 && text.bytes[numbers->begin - 1] == '(' &&
                        numbers->end < text.length && text.bytes[numbers->end] == ')';
    bool is_last = numbers->end + END_BYTES >= text.length ||
                   (text.bytes[numbers->end] == ',' && numbers->end + 1 < text.length);
    if (is_bracketed && numbers->begin > 1)
        return true;
    size_t from = numbers->begin > CUE_BEFORE ? numbers->begin - CUE_BEFORE : 0;
    struct slice before = {text.bytes + from, numbers->begin - from};
    for (const char *const *cue = cues; *cue && is_last; cue++)
        if (memmem(before.bytes, before.length, *cue, strlen(*cue)))
            return true;
    return false;
}

static bool find_naming(const struct walk *w, size_t at, struct naming *ret)
{
    struct slice text = unit_text(w->z->folded, &w->z->units->items[at]);
    struct number_list numbers;
    *ret = (struct naming){0};
    if (w->marks[at].count && numbers_at_start(text, &numbers) &&
        questions_find(w->z->questions, &numbers, &ret->questions)) {
        ret->last = ret->questions;
        return true;
    }
    for (size_t from = 0; numbers_next(text, from, &numbers); from = numbers.end) {
        struct question_set named = {0};
        if (is_pointer(slice_trim((struct slice){text.bytes, numbers.begin})) ||
            !questions_find(w->z->questions, &numbers, &named))
            continue;
        for (size_t i = 0; i < sizeof named.bits / sizeof *named.bits; i++)
            ret->questions.bits[i] |= named.bits[i];
        bool is_behind = is_told_behind(text, &numbers);
        ret->is_behind |= is_behind;
        ret->last = named;
        if (is_behind)
            ret->last = (struct question_set){0};
    }
    return !question_set_is_empty(&ret->questions);
}

static bool is_own(const struct unit *unit)
{
    return (unit->zone == ZONE_DECISION || unit->zone == ZONE_ANSWERS ||
            unit->zone == ZONE_SEARCHES || unit->zone == ZONE_HISTORY ||
            zone_is_reason(unit->zone)) &&
           !unit->is_question && !unit->is_quoted;
}

static void give(struct unit *unit, const struct naming *naming)
{
    unit->questions = naming->questions;
    unit->names_behind = naming->is_behind;
    if (!zone_is_reason(unit->zone))
        unit->zone = ZONE_ANSWERS;
}

/* Do its sentences name two sets of questions, one of them not at its beginning? */
static bool speaks_of_several(const struct walk *w, size_t begin, size_t end)
{
    struct naming first = {0}, naming;
    bool are_several = false, is_within = false;
    for (size_t i = begin; i < end; i++) {
        if (!is_own(&w->z->units->items[i]) || !find_naming(w, i, &naming))
            continue;
        if (question_set_is_empty(&first.questions))
            first = naming;
        are_several |= memcmp(&first.questions, &naming.questions, sizeof first.questions) != 0;
        is_within |= w->marks[i].count == 0;
    }
    return are_several && is_within;
}

static void spread(struct walk *w, size_t begin, size_t end)
{
    struct naming current = {0}, naming;
    size_t open = begin; /* the first sentence of which a later number may speak */
    for (size_t i = begin; i < end; i++) {
        struct unit *unit = &w->z->units->items[i];
        if (!is_own(unit)) {
            current = (struct naming){0};
            open = i + 1;
        } else if (find_naming(w, i, &naming)) {
            for (size_t k = open; k < i && naming.is_behind && open > begin; k++)
                give(&w->z->units->items[k], &(struct naming){.questions = naming.questions});
            give(unit, &naming);
            current = (struct naming){.questions = naming.last};
            open = i + 1;
        } else if (!question_set_is_empty(&current.questions)) {
            give(unit, &current);
            open = i + 1;
        }
    }
}

/* Where the part of a sentence ends, and whether it names a question. */
static size_t part_end(struct slice text, size_t from, bool *ret_names)
{
    size_t end = from;
    while (end < text.length && !(text.bytes[end] == ';' && end + 1 < text.length))
        end++;
    struct number_list numbers;
    struct slice part = {text.bytes + from, end - from};
    *ret_names = numbers_next(part, 0, &numbers) || (numbers_at_start(part, &numbers) && from == 0);
    return end;
}

static size_t parts_that_name(struct slice text)
{
    size_t count = 0;
    bool names;
    for (size_t at = 0; at < text.length; at++) {
        at = part_end(text, at, &names);
        count += names;
    }
    return count;
}

static void add_parts(struct walk *w, struct unit_list *list, struct unit unit)
{
    struct slice text = unit_text(w->z->folded, &unit);
    bool is_heading = unit.heading && unit.heading->is_line;
    bool are_many = !unit.is_quoted && !is_heading && text.length <= UNIT_BYTES_MAX &&
                    memchr(text.bytes, ';', text.length) && parts_that_name(text) > 1;
    const size_t whole = unit.end;
    for (size_t at = 0; at < text.length;) {
        bool names;
        size_t end = are_many ? part_end(text, at, &names) : text.length;
        list->items = arena_grow(w->z->arena, list->items, list->count, &list->room, sizeof unit);
        unit.end = end < text.length ? (size_t)(text.bytes - w->z->folded->text) + end + 1 : whole;
        list->items[list->count++] = unit;
        for (at = end + 1; at < text.length && text.bytes[at] == ' ';)
            at++;
        unit.begin = (size_t)(text.bytes - w->z->folded->text) + at;
        unit.begins_line = unit.is_line = false;
        unit.heading = NULL; /* "Response:" heads the first part */
    }
}

void walk_take_former(struct walk *w, const struct unit *unit)
{
    static const char *const leads[] = {
        "as to ",      "as for ",        "as regards ",     "on ", "regarding ",
        "concerning ", "in respect of ", "with regard to ", "",    NULL};
    struct slice text = unit_text(w->z->folded, unit);
    int first = -1, last = -1, count = 0;
    for (int i = 0; i < QUESTIONS_MAX; i++)
        if (question_set_has(&w->together, (size_t)i)) {
            first = first < 0 ? i : first;
            last = i;
            count++;
        }
    for (const char *const *lead = leads; *lead && count == 2 && w->state == ZONE_ANSWERS; lead++) {
        struct number_cursor c = {.text = text};
        if (!cursor_take_text(&c, *lead))
            continue;
        bool is_former = cursor_take_word(&c, "the former");
        if (!is_former && !cursor_take_word(&c, "the latter"))
            continue;
        w->current = (struct question_set){0};
        question_set_add(&w->current, (size_t)(is_former ? first : last));
        return;
    }
}

void walk_part_clauses(struct walk *w)
{
    struct unit_list parted = {0};
    for (size_t i = 0; i < w->z->units->count; i++)
        add_parts(w, &parted, w->z->units->items[i]);
    if (parted.count)
        *w->z->units = parted;
}

void walk_spread_answers(struct walk *w)
{
    const struct unit_list *units = w->z->units;
    if (w->z->questions->count < 2)
        return;
    for (size_t begin = 0, end; begin < units->count; begin = end) {
        for (end = begin + 1; end < units->count &&
                              units->items[end].paragraph == units->items[begin].paragraph &&
                              !units->items[end].begins_line;)
            end++;
        struct naming naming;
        bool is_free =
            question_set_is_empty(&units->items[begin].questions) || find_naming(w, begin, &naming);
        if (is_free && speaks_of_several(w, begin, end))
            spread(w, begin, end);
    }
}
