/* SPDX-License-Identifier: MIT */
#include "letters/asked.h"
#include "letters/cited_scan.h"
#include "letters/zone_walk.h"

enum { LIST_ITEM = 140 };

static struct slice masked_text(const struct walk *w, const struct unit *unit)
{
    return (struct slice){w->z->masked + unit->begin, unit->end - unit->begin};
}

/* The first cue of the table that the unit has, from the state. */
static const struct phrase *find_cue(const struct walk *w, const struct unit *unit)
{
    struct slice text = masked_text(w, unit);
    struct pattern_match match;
    enum letter_zone from = w->has_aside ? w->aside : w->state;
    for (size_t i = 0; i < w->z->book->headings.count; i++) {
        const struct phrase *row = &w->z->book->headings.rows[i];
        if (!(row->zone_bits >> from & 1) || row->is_line || row->is_lead)
            continue;
        if (phrase_find(row, &unit->hits, text, 0, &match) == PATTERN_FOUND)
            return row;
    }
    return NULL;
}

/* In a request without a heading for the response: does the response begin with this paragraph? */
static bool is_reply(const struct walk *w, const struct unit *unit)
{
    struct slice text = unit_text(w->z->folded, unit);
    const struct unit *before = w->at > 0 ? unit - 1 : NULL;
    if (w->state != ZONE_REQUEST || w->is_quotation || !before ||
        before->paragraph == unit->paragraph || w->at < w->last_response || asked_looks(text) ||
        asked_by_applicant(text))
        return false;
    char end = w->z->folded->text[before->end - 1];
    return before->zone == ZONE_REQUEST && before->is_question && strchr(".?\"", end);
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
    w->has_answers |= is_own(zone);
}

static void begin_list(struct walk *w, const char *because)
{
    w->is_list = true;
    w->before_list = is_own(w->state) && w->state != ZONE_EXEMPTIONS ? w->state : ZONE_DECISION;
    w->before_because = w->because;
    w->state = w->before_list == ZONE_RESIDUAL ? ZONE_RESIDUAL : ZONE_EXEMPTIONS;
    w->because = because;
    w->has_aside = false;
}

static void take_heading(struct walk *w, struct unit *unit)
{
    enum letter_zone zone = (enum letter_zone)unit->heading->code;
    bool is_line = unit->heading->is_line;
    set_zone(unit, zone, unit->heading->id);
    if (zone == ZONE_CHROME)
        return;
    if (is_own(zone) && zone != ZONE_EXEMPTIONS && !w->is_inline && is_line)
        w->current = (struct question_set){0};
    if ((zone == ZONE_EXPLANATION || zone == ZONE_ANNEX) && is_line)
        w->current = (struct question_set){0};
    if (zone == ZONE_EXEMPTIONS)
        begin_list(w, unit->heading->id);
    else
        walk_enter(w, zone, unit->heading->id);
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

static void follow_cue(struct walk *w, struct unit *unit, const struct phrase *cue)
{
    enum letter_zone zone = (enum letter_zone)cue->code;
    set_zone(unit, zone, cue->id);
    if (strcmp(cue->reach, "once") == 0)
        return;
    if (strcmp(cue->reach, "list") == 0) {
        begin_list(w, cue->id);
        set_zone(unit, w->before_list, w->before_because);
        return;
    }
    if (strcmp(cue->reach, "paragraph") == 0) {
        w->has_aside = true;
        w->aside = zone;
        w->aside_because = cue->id;
        w->aside_paragraph = unit->paragraph;
        return;
    }
    if (w->has_aside && is_own(w->state) && zone == ZONE_DECISION) {
        w->has_aside = false; /* back from what was recited */
        set_zone(unit, w->state, w->because);
        return;
    }
    if (w->state == ZONE_REQUEST && zone != ZONE_REQUEST)
        walk_leave_request(w);
    if (zone == ZONE_RESIDUAL)
        w->current = (struct question_set){0};
    walk_enter(w, zone, cue->id);
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
        walk_enter(w, ZONE_DECISION, "quote closed");
    }
}

/* A label at the beginning of a line means nothing behind the letter's end. */
static bool may_head(const struct walk *w, const struct phrase *heading)
{
    bool is_over = w->state == ZONE_COMPLAINT || w->state == ZONE_FOOTER || w->state == ZONE_ANNEX;
    bool may_be = heading->zone_bits >> w->state & 1;
    return may_be && (!is_over || heading->is_line);
}

static void take_unit(struct walk *w, struct unit *unit)
{
    if (w->has_aside && unit->paragraph != w->aside_paragraph)
        w->has_aside = false;
    if (unit->is_chrome || unit->is_quoted) {
        set_zone(unit, unit->is_chrome ? ZONE_CHROME : ZONE_QUOTED, "mark");
        return;
    }
    if (unit->heading && unit->begins_line && may_head(w, unit->heading)) {
        take_heading(w, unit);
        return;
    }
    if (walk_take_number(w, unit) && unit->zone == ZONE_REQUEST) {
        return;
    }
    if (walk_is_answer_between(w, unit)) {
        walk_leave_request(w);
        walk_enter(w, ZONE_ANSWERS, "between questions");
    } else if (is_reply(w, unit)) {
        walk_leave_request(w);
        walk_enter(w, ZONE_DECISION, "reply");
    }
    if (w->is_list && !is_list_item(w, unit) && !unit->heading)
        end_list(w);
    set_zone(unit, w->has_aside ? w->aside : w->state,
             w->has_aside ? w->aside_because : w->because);
    if (walk_take_question_again(w, unit))
        return;
    struct slice text = unit_text(w->z->folded, unit);
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
    find_last_response(&w);
    for (; w.at < zoning->units->count; w.at++) {
        struct unit *unit = &zoning->units->items[w.at];
        literals_find(&zoning->book->literals, masked_text(&w, unit), &unit->hits);
        take_unit(&w, unit);
        unit->is_rest = w.state == ZONE_RESIDUAL;
        if (is_own(unit->zone) || is_reason(unit->zone))
            unit->questions = w.current;
    }
}
