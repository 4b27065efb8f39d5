/* SPDX-License-Identifier: MIT */
#include "letters/zone.h"

#include "letters/asked.h"
#include "letters/cited_scan.h"

enum { LIST_ITEM = 140, LINE_ASKED = 120, UNITS_AHEAD = 80 };

/* Where the walk stands. */
struct walk {
    struct zoning *z;
    enum letter_zone state;
    const char *because;
    bool has_aside; /* a zone that ends with its paragraph */
    enum letter_zone aside;
    const char *aside_because;
    uint32_t aside_paragraph;
    struct question_set current; /* whose answer stands here */
    struct question_set asked;   /* the last numbered part of the request */
    int last_asked;              /* its number */
    bool is_inline;              /* answers stand between the questions */
    bool is_quotation;           /* the request began with a quote */
    bool is_list;                /* exemptions are listed, and then the zone before goes on */
    enum letter_zone before_list;
    const char *before_because;
    bool has_answers;
    size_t at;
    size_t last_response; /* the last unit that is the heading of one */
};

static struct slice masked_text(const struct walk *w, const struct unit *unit)
{
    return (struct slice){w->z->masked + unit->begin, unit->end - unit->begin};
}

static bool is_reason(enum letter_zone zone)
{
    return zone == ZONE_HARM || zone == ZONE_PUBLIC_INTEREST || zone == ZONE_BALANCE ||
           zone == ZONE_EXPLANATION;
}

static bool is_own(enum letter_zone zone)
{
    return zone == ZONE_DECISION || zone == ZONE_ANSWERS || zone == ZONE_RESIDUAL ||
           zone == ZONE_EXEMPTIONS;
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

/* What stands behind the number. */
static struct slice behind(struct slice text, const struct number_list *numbers)
{
    return (struct slice){text.bytes + numbers->end, text.length - numbers->end};
}

/* Does a later line go on with the next number? Then answers stand between the questions. */
static bool asks_later(const struct walk *w)
{
    for (size_t i = w->at + 1; i < w->z->units->count && i < w->at + UNITS_AHEAD; i++) {
        const struct unit *unit = &w->z->units->items[i];
        struct number_list numbers;
        struct slice text = unit_text(w->z->folded, unit);
        if (unit->heading && (enum letter_zone)unit->heading->code != ZONE_REQUEST)
            return false;
        if (!unit->begins_line || !numbers_at_start(text, &numbers) ||
            numbers.items[0].number != w->last_asked + 1)
            continue;
        return !questions_has_seen(w->z->questions, numbers.items[0]) && !numbers.is_answer;
    }
    return false;
}

/* In the request: does an answer stand here, between this question and the next? */
static bool is_answer_between(const struct walk *w, const struct unit *unit)
{
    struct slice text = unit_text(w->z->folded, unit);
    const struct unit *before = w->at > 0 ? unit - 1 : NULL;
    if (w->state != ZONE_REQUEST || question_set_is_empty(&w->asked) || !unit->begins_line ||
        !before || asked_looks(text))
        return false;
    char end = w->z->folded->text[before->end - 1];
    return before->is_question && (end == '?' || end == '.') && (w->is_inline || asks_later(w));
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

static void enter(struct walk *w, enum letter_zone zone, const char *because)
{
    w->state = zone;
    w->because = because;
    w->has_aside = false;
    w->is_list = false;
    w->has_answers |= is_own(zone);
}

static void leave_request(struct walk *w)
{
    w->is_inline = w->is_inline || (!question_set_is_empty(&w->asked) && asks_later(w));
    w->current = w->is_inline ? w->asked : (struct question_set){0};
}

static void set_zone(struct unit *unit, enum letter_zone zone, const char *because)
{
    unit->zone = zone;
    unit->because = because;
}

/* A numbered part of the request, or the answer to one. True: the unit is done. */
static bool take_number_in_request(struct walk *w, struct unit *unit,
                                   const struct number_list *numbers)
{
    struct slice rest = behind(unit_text(w->z->folded, unit), numbers);
    struct question_set meant = {0};
    bool is_known = questions_find(w->z->questions, numbers, &meant);
    bool is_again = questions_has_seen(w->z->questions, numbers->items[0]) && !asked_looks(rest);
    if ((numbers->is_answer || is_again) && is_known) {
        enter(w, ZONE_ANSWERS, "number again");
        w->current = meant;
        w->last_asked = numbers->items[numbers->count - 1].number;
        set_zone(unit, ZONE_ANSWERS, w->because);
        return true;
    }
    if (numbers->count != 1 || numbers->is_answer)
        return false;
    questions_ask(w->z->arena, w->z->questions, numbers->items[0], rest);
    w->asked = (struct question_set){0};
    questions_find(w->z->questions, numbers, &w->asked);
    w->last_asked = numbers->items[0].number;
    set_zone(unit, ZONE_REQUEST, w->because);
    unit->is_question = true;
    unit->questions = w->asked;
    return true;
}

static bool take_number_of_answer(struct walk *w, struct unit *unit,
                                  const struct number_list *numbers)
{
    struct question_set meant = {0};
    struct slice rest = behind(unit_text(w->z->folded, unit), numbers);
    bool may_be_bare = !is_reason(w->state) && w->state != ZONE_EXEMPTIONS;
    if (!numbers->is_named && !may_be_bare)
        return false;
    bool is_question = asked_looks(rest) && !numbers->is_answer;
    if (numbers->is_named && w->z->questions->count == 0 && numbers->count == 1)
        questions_ask(w->z->arena, w->z->questions, numbers->items[0],
                      is_question ? rest : (struct slice){"", 0});
    else if (numbers->count == 1 && is_question && (w->is_inline || w->z->questions->is_given))
        questions_ask(w->z->arena, w->z->questions, numbers->items[0], rest);
    if (!questions_find(w->z->questions, numbers, &meant))
        return false;
    enter(w, ZONE_ANSWERS, "number");
    w->current = meant;
    w->last_asked = numbers->items[numbers->count - 1].number;
    unit->is_question = is_question;
    set_zone(unit, is_question ? ZONE_REQUEST : ZONE_ANSWERS, w->because);
    return true;
}

/* A first number in the head, with a question behind it. */
static bool begins_request(const struct walk *w, const struct unit *unit,
                           const struct number_list *numbers)
{
    struct slice text = unit_text(w->z->folded, unit);
    bool is_first = numbers->count == 1 && numbers->items[0].number == 1 && !numbers->is_answer;
    return is_first && numbers->is_signed && unit->begins_line &&
           behind(text, numbers).length > 1 &&
           (asked_looks(behind(text, numbers)) || w->z->questions->count > 0);
}

static bool take_number(struct walk *w, struct unit *unit)
{
    struct number_list numbers;
    struct slice text = unit_text(w->z->folded, unit);
    bool is_closed =
        w->state == ZONE_COMPLAINT || w->state == ZONE_ANNEX || w->state == ZONE_FOOTER;
    if (is_closed || !numbers_at_start(text, &numbers))
        return false;
    if (w->state == ZONE_HEAD && begins_request(w, unit, &numbers))
        enter(w, ZONE_REQUEST, "numbered");
    bool is_label = numbers.is_named && unit->is_line && behind(text, &numbers).length == 0;
    if (w->state == ZONE_HEAD && !is_label)
        return false;
    if (w->state == ZONE_REQUEST)
        return take_number_in_request(w, unit, &numbers);
    bool goes_on = w->state == ZONE_ANSWERS && numbers.is_signed &&
                   numbers.items[0].number == w->last_asked + 1;
    return (unit->begins_line || goes_on) && take_number_of_answer(w, unit, &numbers);
}

/* A question of the request that the letter shows again, without its number. */
static bool take_question_again(struct walk *w, struct unit *unit)
{
    struct slice text = unit_text(w->z->folded, unit);
    if (!is_own(w->state) || !unit->begins_line || !asked_looks(text))
        return false;
    int question = questions_by_words(w->z->questions, text);
    bool is_asked = unit->is_line && text.length < LINE_ASKED &&
                    text.bytes[text.length - 1] == '?' &&
                    !memmem(text.bytes, text.length, "you", 3);
    if (question >= 0) {
        w->current = (struct question_set){0};
        question_set_add(&w->current, (size_t)question);
    }
    if (question < 0 && !is_asked)
        return false;
    unit->is_question = true;
    set_zone(unit, ZONE_REQUEST, "question again");
    return true;
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
        enter(w, zone, unit->heading->id);
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
        leave_request(w);
    if (zone == ZONE_RESIDUAL)
        w->current = (struct question_set){0};
    enter(w, zone, cue->id);
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
        leave_request(w);
        enter(w, ZONE_DECISION, "quote closed");
    }
}

/* A label at the beginning of a line means nothing behind the letter's end. */
static bool may_head(const struct walk *w, const struct phrase *heading)
{
    bool is_over = w->state == ZONE_COMPLAINT || w->state == ZONE_FOOTER || w->state == ZONE_ANNEX;
    bool is_title = w->state == ZONE_HEAD && heading->code == ZONE_COMPLAINT; /* of a review */
    bool may_be = heading->zone_bits >> w->state & 1 && !is_title;
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
    if (take_number(w, unit) && unit->zone == ZONE_REQUEST) {
        return;
    }
    if (is_answer_between(w, unit)) {
        leave_request(w);
        enter(w, ZONE_ANSWERS, "between questions");
    } else if (is_reply(w, unit)) {
        leave_request(w);
        enter(w, ZONE_DECISION, "reply");
    }
    if (w->is_list && !is_list_item(w, unit) && !unit->heading)
        end_list(w);
    set_zone(unit, w->has_aside ? w->aside : w->state,
             w->has_aside ? w->aside_because : w->because);
    if (take_question_again(w, unit))
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
