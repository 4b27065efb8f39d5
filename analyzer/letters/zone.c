/* SPDX-License-Identifier: MIT */
#include "letters/asked.h"
#include "letters/cited_scan.h"
#include "letters/zone_walk.h"

enum { LIST_ITEM = 140, TITLE_BYTES = 80 };

static struct slice masked_text(const struct walk *w, const struct unit *unit)
{
    return (struct slice){w->z->masked + unit->begin, unit->end - unit->begin};
}

const char walk_by_default[] = "sentence";

/* Behind the greeting, or without one: a whole sentence is the force's own until a request begins,
 * but thanks for one. */
static bool begins_letter(const struct walk *w, const struct unit *unit)
{
    enum { SENTENCE = 30 };
    static const char thanks[] = "thank";
    struct slice text = unit_text(w->z->folded, unit);
    if (text.length > strlen(thanks) && memcmp(text.bytes, thanks, strlen(thanks)) == 0)
        return false;
    return w->state == ZONE_HEAD && w->at >= w->greeting && text.length >= SENTENCE &&
           unit->begins_line && text.bytes[text.length - 1] == '.' && !asked_looks(text);
}

static bool is_greeting(struct slice text)
{
    static const char *const starts[] = {"dear ",          "hi ", "hello", "good morning",
                                         "good afternoon", NULL};
    for (const char *const *start = starts; *start; start++)
        if (text.length >= strlen(*start) && memcmp(text.bytes, *start, strlen(*start)) == 0)
            return true;
    return false;
}

static void find_greeting(struct walk *w)
{
    for (size_t i = 0; i < w->z->units->count && i < UNITS_AHEAD && !w->greeting; i++)
        if (w->z->units->items[i].begins_line && !w->z->units->items[i].is_quoted &&
            is_greeting(unit_text(w->z->folded, &w->z->units->items[i])))
            w->greeting = i + 1;
}

/* The first cue of the table that the unit has, from the state. */
static const struct phrase *find_cue(const struct walk *w, const struct unit *unit)
{
    struct slice text = masked_text(w, unit);
    struct pattern_match match;
    uint64_t from = (uint64_t)1 << (w->has_aside ? w->aside : w->state);
    if (walk_is_head(w) && w->state != ZONE_HEAD && !w->has_aside)
        from |= (uint64_t)1 << ZONE_HEAD;
    phrase_search_begin(w->z->search, PHRASES_CUE, text, &unit->sight);
    for (const struct phrase *row = NULL; (row = phrase_search_next(w->z->search, row));) {
        bool is_title = row->code == ZONE_COMPLAINT && w->state == ZONE_HEAD && unit->is_line &&
                        text.length <= TITLE_BYTES; /* of a review */
        if (!(row->zone_bits & from) || is_title)
            continue;
        if (phrase_find(w->z->search, row, 0, &match) == PATTERN_FOUND)
            return row;
    }
    return NULL;
}

/* "You also asked", "your reason for asking": still what was asked. */
static bool goes_on_asking(struct slice text)
{
    return text.length > 3 && memcmp(text.bytes, "you", 3) == 0;
}

/* In a request without a heading for the response: does the response begin with this paragraph? */
static bool is_reply(const struct walk *w, const struct unit *unit)
{
    struct slice text = unit_text(w->z->folded, unit);
    const struct unit *before = w->at > 0 ? unit - 1 : NULL;
    if (w->state != ZONE_REQUEST || w->is_quotation || !before ||
        before->paragraph == unit->paragraph || w->at < w->last_response || asked_looks(text) ||
        (!w->is_told && asked_by_applicant(text)))
        return false;
    char end = w->z->folded->text[before->end - 1];
    bool is_told = w->is_told && !goes_on_asking(text);
    return before->zone == ZONE_REQUEST && (before->is_question || is_told) && strchr(".?\"", end);
}

static void find_last_response(struct walk *w)
{
    for (size_t i = 0; i < w->z->units->count; i++) {
        const struct phrase *heading = w->z->units->items[i].heading;
        if (heading && (heading->code == ZONE_DECISION || heading->code == ZONE_ANSWERS))
            w->last_response = i;
    }
}

void walk_enter(struct walk *w, enum letter_zone zone, const char *because)
{
    w->state = zone;
    w->because = because;
    w->has_aside = false;
    w->is_list = false;
    w->has_numbered_reasons = w->is_rest_too = false;
    w->has_answers |= zone_is_own(zone);
}

static void begin_list(struct walk *w, const char *because)
{
    w->is_list = true;
    w->before_list =
        zone_is_own(w->state) && w->state != ZONE_EXEMPTIONS ? w->state : ZONE_DECISION;
    w->before_because = w->because;
    w->state = w->before_list == ZONE_RESIDUAL ? ZONE_RESIDUAL : ZONE_EXEMPTIONS;
    w->because = because;
    w->has_aside = false;
}

/* "This notice is for question 3 and for anything else": what follows is said of these. */
static void follow_scope(struct walk *w, const struct unit *unit)
{
    struct slice text = unit_text(w->z->folded, unit);
    struct number_list numbers;
    struct question_set named = {0};
    for (size_t from = 0; numbers_next(text, from, &numbers); from = numbers.end)
        questions_find(w->z->questions, &numbers, &named);
    if (question_set_is_empty(&named))
        return;
    w->current = named;
    phrase_search_begin(w->z->search, PHRASES_SLOT, masked_text(w, unit), &unit->sight);
    w->is_rest_too = phrase_search_has(w->z->search, ACT_WORD_RESIDUAL);
}

/* Labels of a form speak each for itself: "First duty", "Second duty", "Fact". */
static void follow_form(struct walk *w, const struct unit *unit)
{
    const char *id = unit->heading->id;
    bool is_first = strcmp(id, "l-first-duty") == 0;
    if (is_first) {
        w->is_form = true;
        w->labelled = w->current;
    } else if (w->is_form && (strcmp(id, "l-second-duty") == 0 || strcmp(id, "l-refusal") == 0))
        w->current = w->labelled;
    if (w->is_form && strcmp(id, "l-refusal") == 0)
        follow_scope(w, unit);
}

static void take_heading(struct walk *w, struct unit *unit)
{
    enum letter_zone zone = (enum letter_zone)unit->heading->code;
    bool is_line = unit->heading->is_line;
    if (zone == ZONE_ANNEX && w->points_to_annex)
        zone = ZONE_DECISION; /* "see appendix a": what it says is the answer */
    walk_set_zone(unit, zone, unit->heading->id);
    if (zone == ZONE_CHROME)
        return;
    follow_form(w, unit);
    bool begins_part = (zone_is_own(zone) && zone != ZONE_EXEMPTIONS) || zone == ZONE_EXPLANATION ||
                       zone == ZONE_ANNEX;
    if (w->state == ZONE_REQUEST && zone_is_own(zone))
        walk_leave_request(w);
    else if (begins_part && is_line && !walk_keeps_question(w, unit->heading))
        w->current = (struct question_set){0};
    if (zone == ZONE_EXEMPTIONS)
        begin_list(w, unit->heading->id);
    else
        walk_enter(
            w, zone == ZONE_DECISION && !question_set_is_empty(&w->current) ? ZONE_ANSWERS : zone,
            unit->heading->id);
    if (!is_line && zone == ZONE_DECISION)
        walk_set_zone(unit, w->state, w->because);
    if (is_line && zone == ZONE_RESIDUAL)
        follow_scope(w, unit);
    w->is_quotation = false;
    if (!is_line && zone == ZONE_REQUEST)
        unit->is_question = true;
}

/* Is it a citation with its title, or a title alone? */
static bool is_list_item(const struct walk *w, const struct unit *unit)
{
    struct slice text = unit_text(w->z->folded, unit);
    struct scanned_citation scanned;
    return unit->begins_line && text.length < LIST_ITEM &&
           (citation_scan(text, 0, NULL, &scanned) && scanned.begin < 16);
}

static void end_list(struct walk *w)
{
    w->is_list = false;
    if (w->state == ZONE_EXEMPTIONS) {
        w->state = w->before_list;
        w->because = w->before_because;
    }
}

static void begin_message(struct walk *w)
{
    walk_enter(w, ZONE_HEAD, "message");
    w->current = w->asked = (struct question_set){0};
    w->is_quotation = w->is_rest_too = false;
    w->last_asked = 0;
}

/* "With reference to your request for it, I have to inform you that ..." */
static bool decides_too(const struct walk *w, const struct unit *unit)
{
    struct slice text = masked_text(w, unit);
    for (size_t at = 0; at + 2 < text.length; at++) {
        struct slice rest = {text.bytes + at + 2, text.length - at - 2};
        struct pattern_match match;
        if (memcmp(text.bytes + at, ", ", 2) != 0)
            continue;
        phrase_search_part(w->z->search, PHRASES_CUE, rest, &unit->sight);
        for (const struct phrase *row = NULL; (row = phrase_search_next(w->z->search, row));)
            if (row->code == ZONE_DECISION && row->zone_bits >> ZONE_REQUEST & 1 &&
                phrase_find(w->z->search, row, 0, &match) == PATTERN_FOUND)
                return true;
    }
    return false;
}

/* "You asked whether we use it, and since when.": told in a sentence that leaves nothing to come.
 */
static bool is_told_whole(const struct walk *w, const struct unit *unit)
{
    struct slice text = unit_text(w->z->folded, unit);
    return text.length > 0 && text.bytes[text.length - 1] == '.' &&
           !memmem(text.bytes, text.length, "follow", 6) &&
           !memmem(text.bytes, text.length, "below", 5);
}

static void follow_cue(struct walk *w, struct unit *unit, const struct phrase *cue)
{
    enum letter_zone zone = (enum letter_zone)cue->code;
    walk_set_zone(unit, zone, cue->id);
    if (strcmp(cue->reach, "scope") == 0) {
        walk_set_zone(unit, w->state, w->because);
        follow_scope(w, unit);
        return;
    }
    if (strcmp(cue->reach, "once") == 0)
        return;
    if (strcmp(cue->reach, "list") == 0) {
        begin_list(w, cue->id);
        walk_set_zone(unit, w->before_list, w->before_because);
        return;
    }
    if (strcmp(cue->reach, "paragraph") == 0) {
        w->has_aside = true;
        w->aside = zone;
        w->aside_because = cue->id;
        w->aside_paragraph = unit->paragraph;
        return;
    }
    if (zone_is_closed(zone) && walk_has_later_question(w)) {
        walk_set_zone(unit, w->state, w->because);
        return; /* a complaint that is spoken of, not the rights to one */
    }
    if (w->has_aside && zone_is_own(w->state) && zone == ZONE_DECISION) {
        w->has_aside = false; /* back from what was recited */
        walk_set_zone(unit, w->state, w->because);
        return;
    }
    if (zone == ZONE_REQUEST && decides_too(w, unit)) {
        walk_enter(w, ZONE_DECISION, cue->id);
        walk_set_zone(unit, w->state, cue->id);
        return;
    }
    if (w->state == ZONE_REQUEST && zone != ZONE_REQUEST)
        walk_leave_request(w);
    if (zone == ZONE_RESIDUAL && !walk_has_later_question(w))
        w->current = (struct question_set){0};
    bool was_told = w->state == ZONE_REQUEST && w->is_told;
    walk_enter(w, zone, cue->id);
    w->is_told = zone == ZONE_REQUEST && (was_told || is_told_whole(w, unit));
}

/* The request in quotes ends with them. */
static void follow_quotation(struct walk *w, const struct unit *unit)
{
    struct slice text = unit_text(w->z->folded, unit);
    if (w->state != ZONE_REQUEST || text.length == 0)
        return;
    const char *quote = memchr(text.bytes, '"', text.length);
    bool begins = text.bytes[0] == '"' ||
                  (quote && quote[-1] == ' ' &&
                   !memchr(quote + 1, '"', text.length - (size_t)(quote + 1 - text.bytes)));
    if (begins)
        w->is_quotation = true;
    size_t end = text.length;
    while (end > 1 && strchr(".?! ", text.bytes[end - 1]))
        end--;
    if (w->is_quotation && end > 1 && text.bytes[end - 1] == '"') {
        w->is_quotation = false;
        walk_leave_request(w);
        walk_enter(w, question_set_is_empty(&w->current) ? ZONE_DECISION : ZONE_ANSWERS,
                   "quote closed");
    }
}

/* A label at the beginning of a line means nothing behind the letter's end. */
static bool may_head(const struct walk *w, const struct phrase *heading)
{
    bool is_over = zone_is_closed(w->state);
    bool is_title = w->state == ZONE_HEAD && heading->code == ZONE_COMPLAINT; /* of a review */
    bool may_be = heading->zone_bits >> w->state & 1 && !is_title;
    bool is_in_list =
        w->state == ZONE_REQUEST && heading->code == ZONE_FOOTER && w->at > 0 &&
        w->z->units->items[w->at - 1].paragraph == w->z->units->items[w->at].paragraph;
    const struct question_mark *before = w->at > 0 ? &w->marks[w->at - 1] : NULL;
    bool is_asked = before && before->is_label && before->is_named && !before->is_answer &&
                    zone_is_closed((enum letter_zone)heading->code) &&
                    w->z->units->items[w->at - 1].paragraph == w->z->units->items[w->at].paragraph;
    return may_be && !is_in_list && !is_asked && (!is_over || heading->is_line);
}

static void take_unit(struct walk *w, struct unit *unit)
{
    if (w->has_aside && unit->paragraph != w->aside_paragraph)
        w->has_aside = false;
    if (w->at > 0 && unit[-1].begins_message)
        begin_message(w);
    bool is_in_chrome = !unit->begins_line && w->at > 0 && unit[-1].zone == ZONE_CHROME &&
                        unit->heading && unit->heading->is_line;
    if (is_in_chrome) {
        walk_set_zone(unit, ZONE_CHROME, unit->heading->id);
        return;
    }
    if (walk_goes_on_asking(w, unit)) {
        walk_set_zone(unit, ZONE_REQUEST, "asked on");
        unit->is_question = true;
        return;
    }
    bool is_asked_again = unit->is_quoted && walk_is_question(w) && w->z->questions->is_given;
    if (unit->is_chrome || (unit->is_quoted && !is_asked_again)) {
        walk_set_zone(unit, unit->is_chrome ? ZONE_CHROME : ZONE_QUOTED, "mark");
        return;
    }
    if (unit->heading && unit->begins_line && may_head(w, unit->heading) && !walk_is_question(w)) {
        take_heading(w, unit);
        return;
    }
    bool is_numbered = walk_take_number(w, unit);
    if (is_numbered && (unit->zone == ZONE_REQUEST || unit->because == walk_remaining)) {
        follow_quotation(w, unit);
        return;
    }
    walk_take_topic(w, unit);
    walk_take_former(w, unit);
    if (walk_is_answer_between(w, unit)) {
        walk_leave_request(w);
        walk_enter(w, ZONE_ANSWERS, "between questions");
    } else if (is_reply(w, unit)) {
        walk_leave_request(w);
        walk_enter(w, ZONE_DECISION, "reply");
    }
    if (begins_letter(w, unit))
        walk_enter(w, ZONE_DECISION, walk_by_default);
    if (w->is_list && !is_list_item(w, unit) && !unit->heading)
        end_list(w);
    walk_set_zone(unit, w->has_aside ? w->aside : w->state,
                  w->has_aside ? w->aside_because : w->because);
    if (walk_take_question(w, unit)) {
        follow_quotation(w, unit);
        return;
    }
    struct slice text = unit_text(w->z->folded, unit);
    w->points_to_annex |= walk_points_to_annex(w, text);
    bool is_asked =
        w->state == ZONE_REQUEST && (asked_looks(text) || memchr(text.bytes, '"', text.length));
    unit->is_question |= is_asked || (w->state == ZONE_REQUEST && w->is_quotation);
    const struct phrase *cue = w->is_quotation || is_asked ? NULL : find_cue(w, unit);
    if (cue)
        follow_cue(w, unit, cue);
    follow_quotation(w, unit);
}

void zones_find(struct zoning *zoning)
{
    struct walk w = {.z = zoning, .state = ZONE_HEAD, .because = ""};
    walk_find_marks(&w);
    find_last_response(&w);
    find_greeting(&w);
    for (; w.at < zoning->units->count; w.at++) {
        struct unit *unit = &zoning->units->items[w.at];
        unit->sight = phrase_sight_keep(
            zoning->arena, phrase_look(zoning->search, PHRASES_CUE, masked_text(&w, unit)));
        take_unit(&w, unit);
        unit->is_rest = w.state == ZONE_RESIDUAL;
        unit->is_rest_too = w.is_rest_too;
        if (zone_is_own(unit->zone) || zone_is_reason(unit->zone))
            unit->questions = w.current;
    }
    walk_spread_answers(&w);
    walk_follow_notes(zoning);
}
