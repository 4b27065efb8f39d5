/* SPDX-License-Identifier: MIT */
#include "letters/cited.h"

#include "base/text.h"
#include "letters/cited_scan.h"
#include "letters/clause.h"

#include <stdlib.h>

enum { LAW_WINDOW = 60, TITLE_LINE = 110, TITLE_ALONE = 60 };

struct citing {
    const struct act_search *s;
    struct cited_list *list;
    size_t unit;
    struct slice text; /* of the unit, masked */
    struct slot_list slots;
    size_t clause_end; /* of the citation at hand */
};

/* Sections that no answer can rest on. Returns false for those that it can. */
static bool is_procedural(enum act act, const char *number)
{
    int section = (int)strtol(number, NULL, 10);
    if (section == 12 || section == 14)
        return false;
    if (act == ACT_FOISA)
        return section != 18 && (section < 25 || section > 41);
    return section < 21 || section > 44;
}

/* The words behind a citation, or before it, as far as a law is named there. */
static struct slice law_window(const struct citing *c, const struct scanned_citation *scanned,
                               bool is_ahead)
{
    size_t begin = scanned->end, end = c->text.length;
    if (is_ahead) {
        end = scanned->begin;
        begin = end > LAW_WINDOW ? end - LAW_WINDOW : 0;
    } else if (end - begin > LAW_WINDOW)
        end = begin + LAW_WINDOW;
    while (begin < end && (c->text.bytes[begin] & 0xc0) == 0x80)
        begin++;
    while (end > begin && end < c->text.length && (c->text.bytes[end] & 0xc0) == 0x80)
        end--;
    return (struct slice){c->text.bytes + begin, end - begin};
}

/* The first row of the table that the words before or behind a citation match, or NULL. */
static const struct phrase *find_law(const struct citing *c, struct slice window, bool is_ahead)
{
    struct phrase_search *search = c->s->search;
    struct pattern_match match;
    phrase_search_text(search, PHRASES_LAW, window);
    for (const struct phrase *phrase = NULL; (phrase = phrase_search_next(search, phrase));)
        if ((strcmp(phrase->reach, "ahead") == 0) == is_ahead &&
            phrase_find(search, phrase, 0, &match) == PATTERN_FOUND)
            return phrase;
    return NULL;
}

/* The law that the words beside a citation name. */
static bool read_law(const struct citing *c, const struct scanned_citation *scanned,
                     struct cited *cited)
{
    const struct phrase *law = find_law(c, law_window(c, scanned, false), false);
    const struct phrase *ahead = find_law(c, law_window(c, scanned, true), true);
    if (ahead && (!law || ahead->number < law->number))
        law = ahead;
    if (law)
        cited->act = act_find(slice_of(law->regime));
    return law && cited->act == ACT_NONE;
}

static bool has_slot(const struct citing *c, enum act_word kind, const struct cited *cited)
{
    for (size_t i = 0; i < c->slots.count; i++) {
        const struct slot *slot = &c->slots.items[i];
        if ((enum act_word)slot->phrase->code != kind ||
            strcmp(slot->phrase->weight, "holding") == 0)
            continue;
        bool is_sentence = strcmp(slot->phrase->reach, "sentence") == 0;
        bool is_here = slot->begin >= cited->clause_begin;
        for (size_t k = 0; k < c->slots.count && is_here; k++)
            is_here =
                !(c->slots.items[k].phrase->code == ACT_WORD_BORDER &&
                  c->slots.items[k].begin > cited->begin && c->slots.items[k].begin <= slot->begin);
        if (strcmp(slot->phrase->reach, "before") == 0 && slot->begin > cited->begin)
            is_here = false;
        if (strcmp(slot->phrase->reach, "after") == 0 && slot->begin < cited->begin)
            is_here = false;
        if (is_sentence || is_here)
            return true;
    }
    return false;
}

static bool is_own(enum letter_zone zone)
{
    return zone == ZONE_DECISION || zone == ZONE_ANSWERS || zone == ZONE_RESIDUAL ||
           zone == ZONE_EXEMPTIONS;
}

/* "price list: section 43(2), commercial interests" */
static bool is_behind_label(const struct citing *c, size_t at)
{
    enum { LABEL = 44 };
    size_t colon = at;
    while (colon > 0 && strchr(" (-", c->text.bytes[colon - 1]))
        colon--;
    bool is_border = colon > 0 && (c->text.bytes[colon - 1] == ':' || colon + 2 < at);
    return is_border && at <= LABEL && !memchr(c->text.bytes, '.', at);
}

/* A line that is a citation with its title. */
static bool is_listed(const struct citing *c, const struct cited *cited)
{
    const struct unit *unit = &c->s->units->items[c->unit];
    size_t at = cited->begin - unit->begin;
    bool is_first = at <= 2 || is_behind_label(c, at);
    for (size_t i = c->list->count; i > 0 && !is_first && c->list->items[i - 1].unit == c->unit;
         i--)
        is_first = c->list->items[i - 1].begin - unit->begin <= 2;
    bool is_alone = is_first && unit->end - unit->begin <= TITLE_ALONE;
    return is_alone || (unit->begins_line && is_first && unit->end - unit->begin <= TITLE_LINE);
}

static enum cited_status status_of(const struct citing *c, const struct cited *cited)
{
    const struct unit *unit = &c->s->units->items[c->unit];
    bool is_answer = c->s->is_lenient && unit->zone == ZONE_REQUEST && !unit->is_question;
    if ((unit->zone == ZONE_REQUEST && !is_answer) || unit->zone == ZONE_CLARIFICATION ||
        unit->zone == ZONE_QUOTED)
        return CITED_REQUEST;
    if (has_slot(c, ACT_WORD_NOT_RELIED, cited) || has_slot(c, ACT_WORD_TOLD, cited))
        return CITED_NOT_RELIED;
    if (has_slot(c, ACT_WORD_DESCRIBED, cited) && !has_slot(c, ACT_WORD_RELIED, cited))
        return CITED_DESCRIBED;
    bool is_lenient_zone =
        c->s->is_lenient &&
        (unit->zone == ZONE_HEAD || unit->zone == ZONE_SEARCHES || unit->zone == ZONE_DUTIES ||
         unit->zone == ZONE_EXPLANATION || is_answer);
    if (!is_own(unit->zone) && !is_lenient_zone)
        return CITED_DESCRIBED;
    /* Where the force decides, what it names it relies on. */
    if (has_slot(c, ACT_WORD_RELIED, cited) || is_listed(c, cited) || is_own(unit->zone)) {
        if (has_slot(c, ACT_WORD_IF, cited))
            return CITED_POSSIBLE;
        return unit->zone == ZONE_RESIDUAL || has_slot(c, ACT_WORD_RESIDUAL, cited) ? CITED_RESIDUAL
                                                                                    : CITED_RELIED;
    }
    return CITED_MENTIONED;
}

static void find_clause(struct citing *c, struct cited *cited)
{
    struct clause clause = {.begin = c->s->units->items[c->unit].begin};
    clause.end = clause.begin;
    cited->clause_begin = clause.begin;
    c->clause_end = c->s->units->items[c->unit].end;
    while (clause_next(&c->slots, c->s->units->items[c->unit].end, &clause) &&
           clause.begin <= cited->begin) {
        cited->clause_begin = clause.begin;
        c->clause_end = clause.end;
    }
}

/* "section 31(3) law enforcement (question 2)": whose it alone is, by a bracket behind it. */
static bool find_bracketed_questions(const struct citing *c, const struct scanned_citation *scanned,
                                     struct cited *cited)
{
    struct scanned_citation next;
    struct number_list numbers;
    size_t end = citation_scan(c->text, scanned->end, scanned, &next) ? next.begin : c->text.length;
    struct slice behind = {c->text.bytes + scanned->end, end - scanned->end};
    const char *open = memchr(behind.bytes, '(', behind.length);
    if (!open || c->s->questions->count == 0)
        return false;
    struct slice bracket = {open + 1, (size_t)(behind.bytes + behind.length - open - 1)};
    const char *close = memchr(bracket.bytes, ')', bracket.length);
    if (!close || !numbers_next(bracket, 0, &numbers) || bracket.bytes + numbers.end > close + 1)
        return false;
    return questions_find(c->s->questions, &numbers, &cited->questions);
}

/* The questions that its sentence named last before it: "for question 2 you will find it at ..., so
 * we rely on section 21". */
static void find_questions_before(const struct citing *c, struct cited *cited)
{
    const struct unit *unit = &c->s->units->items[c->unit];
    struct number_list numbers;
    struct slice text = {c->s->folded->text + unit->begin, cited->begin - unit->begin};
    for (size_t from = 0; c->s->questions->count && numbers_next(text, from, &numbers);
         from = numbers.end) {
        cited->questions = (struct question_set){0};
        questions_find(c->s->questions, &numbers, &cited->questions);
    }
}

/* Those that its sentence names from its clause on, up to `end`. */
static void find_questions_until(const struct citing *c, size_t end, struct cited *cited)
{
    struct number_list numbers;
    struct slice text = {c->s->folded->text + cited->clause_begin, end - cited->clause_begin};
    for (size_t from = 0; c->s->questions->count && numbers_next(text, from, &numbers);
         from = numbers.end)
        questions_find(c->s->questions, &numbers, &cited->questions);
}

static void find_questions(const struct citing *c, struct cited *cited)
{
    const struct unit *unit = &c->s->units->items[c->unit];
    find_questions_until(c, c->clause_end, cited);
    if (question_set_is_empty(&cited->questions))
        find_questions_until(c, unit->end, cited);
    if (question_set_is_empty(&cited->questions))
        find_questions_before(c, cited);
    cited->names_questions = !question_set_is_empty(&cited->questions);
    if (!cited->names_questions)
        cited->questions = unit->questions;
}

static bool normalise(const struct act_search *s, const struct scanned_citation *scanned,
                      struct cited *cited)
{
    char spelled[64];
    enum act act = cited->act == ACT_NONE ? s->regime : cited->act;
    text_fit(spelled, sizeof spelled, "%s %s", scanned->number,
             act == ACT_NONE ? "" : act_name(act));
    struct slice rest = slice_of(spelled), bad;
    return citation_next(&rest, s->regime, cited->text, &bad) == 1;
}

static void add_cited(struct citing *c, const struct scanned_citation *scanned)
{
    const struct unit *unit = &c->s->units->items[c->unit];
    struct cited cited = {
        .unit = c->unit, .begin = unit->begin + scanned->begin, .end = unit->begin + scanned->end};
    find_clause(c, &cited);
    cited.names_questions = find_bracketed_questions(c, scanned, &cited);
    if (!cited.names_questions)
        find_questions(c, &cited);
    bool is_other_law = read_law(c, scanned, &cited);
    if (!normalise(c->s, scanned, &cited))
        return;
    if (is_other_law)
        cited.status = CITED_OTHER_LAW;
    else if (scanned->is_regulation)
        cited.act = ACT_EIR, cited.status = CITED_OTHER_LAW;
    else if (strncmp(cited.text, "23(3)", 5) == 0 || strncmp(cited.text, "23(4)", 5) == 0)
        cited.status = CITED_DESCRIBED; /* what the bodies are */
    else if (is_procedural(cited.act ? cited.act : c->s->regime, scanned->number))
        cited.status = CITED_PROCEDURAL;
    else
        cited.status = status_of(c, &cited);
    struct slice number = slice_of(scanned->number);
    const char *bracket = memchr(number.bytes, '(', number.length);
    cited.is_odd = bracket && bracket[1] >= 'a' && bracket[1] <= 'z';
    c->list->items =
        arena_grow(c->s->arena, c->list->items, c->list->count, &c->list->room, sizeof cited);
    c->list->items[c->list->count++] = cited;
}

void cited_find(const struct act_search *search, struct cited_list *ret)
{
    struct citing c = {.s = search, .list = ret};
    for (; c.unit < search->units->count; c.unit++) {
        const struct unit *unit = &search->units->items[c.unit];
        struct scanned_citation scanned, last;
        bool has_last = false;
        if (unit->zone == ZONE_CHROME || unit->zone == ZONE_WELSH)
            continue;
        c.text = (struct slice){search->masked + unit->begin, unit->end - unit->begin};
        for (size_t from = 0; citation_scan(c.text, from, has_last ? &last : NULL, &scanned);
             from = scanned.end) {
            if (!has_last)
                slots_find(search->search, c.text, &unit->sight, unit->begin, SLOTS_ALL, &c.slots);
            add_cited(&c, &scanned);
            last = scanned;
            has_last = true;
        }
    }
}
