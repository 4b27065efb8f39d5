/* SPDX-License-Identifier: MIT
 * Reference and dates: what rows of phrases.csv find in lines and sentences, and in a label with
 * the value that stands in the next line or cell.
 */
#include "base/memory.h"
#include "letters/joint.h"
#include "letters/state.h"
#include "letters/written_date.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

enum {
    UNITS_SEEN = 400,
    LABEL_BYTES = 40,
    VALUE_BYTES = 60,
    LINE_BYTES = 90,
    UNITS_OF_HEAD = 40,
    UNITS_EARLY = 12,
    RUN = 8,
    DATE_BYTES = 16,
    REFERENCES = 2,
    REFERENCES_APART = 3,
};

/* Text to look into: a unit, or a label with its value behind it. */
struct view {
    struct slice text; /* masked */
    const struct unit *unit;
    size_t place; /* of its first byte in the folded text */
    struct literal_hits hits;
    size_t value_at, value_place; /* in a label's: where the value begins, here and folded */
};

struct head_search {
    struct letter_state *s;
    struct view *views;
    size_t count, room;
    size_t line; /* the next to look at */
    struct found_value references[REFERENCES];
    size_t reference_places[REFERENCES]; /* in the folded text */
    size_t reference_count;
    const struct unit *reference_unit;
};

static void add_view(struct head_search *h, struct view view)
{
    h->views = arena_grow(h->s->arena, h->views, h->count, &h->room, sizeof view);
    h->views[h->count++] = view;
}

static struct slice masked_of(const struct letter_state *s, const struct unit *unit)
{
    return (struct slice){s->masked + unit->begin, unit->end - unit->begin};
}

static bool has_digit(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (isdigit((unsigned char)text.bytes[i]))
            return true;
    return false;
}

static bool is_label(const struct letter_state *s, size_t at)
{
    const struct unit *unit = &s->units.items[at];
    struct slice text = masked_of(s, unit);
    return at < s->units.count && unit->is_line && !unit->is_quoted && text.length <= LABEL_BYTES &&
           !has_digit(text);
}

static void add_labelled(struct head_search *h, size_t label, size_t value)
{
    const struct letter_state *s = h->s;
    if (value >= s->units.count)
        return;
    const struct unit *named = &s->units.items[label], *given = &s->units.items[value];
    struct slice name = slice_trim(masked_of(s, named)), text = masked_of(s, given);
    if (!given->begins_line || text.length > VALUE_BYTES || !has_digit(text))
        return;
    while (name.length && strchr(": -", name.bytes[name.length - 1]))
        name.length--;
    struct view view = {.unit = named,
                        .place = named->begin,
                        .value_at = name.length + 2,
                        .value_place = given->begin};
    char *joined = arena_new(s->arena, view.value_at + text.length + 1, 1);
    memcpy(joined, name.bytes, name.length);
    memcpy(joined + name.length, ": ", 2);
    memcpy(joined + view.value_at, text.bytes, text.length);
    view.text = (struct slice){joined, view.value_at + text.length};
    literals_find(&s->book->literals, view.text, &view.hits);
    add_view(h, view);
}

/* Labels above their values: "received / 3 june 2024", or a row of labels and a row of values. */
static void add_labels(struct head_search *h, size_t first)
{
    size_t count = 0;
    while (count < RUN && is_label(h->s, first + count))
        count++;
    for (size_t i = 0; i < count; i++)
        add_labelled(h, first + i, first + count + i);
    if (count > 1)
        add_labelled(h, first + count - 1, first + count);
}

/* Does a line that ends so go on in the next? */
static bool is_open(struct slice line)
{
    static const char *const words[] = {"on",   "of",    "and",   "to",  "dated",   "by",     "the",
                                        "from", "since", "until", "in",  "between", "before", "at",
                                        "a",    "for",   "after", "our", "your",    "or",     NULL};
    size_t begin = line.length;
    while (begin > 0 && line.bytes[begin - 1] != ' ')
        begin--;
    struct slice last = {line.bytes + begin, line.length - begin};
    for (const char *const *word = words; *word; word++)
        if (slice_is(last, *word))
            return true;
    return false;
}

/* Lines of the head that were taken for one sentence. */
static void add_lines(struct head_search *h, const struct unit *unit)
{
    const struct folded *folded = &h->s->folded;
    struct slice before = {"", 0};
    for (; h->line < folded->line_count && folded->lines[h->line].begin < unit->end; h->line++) {
        const struct folded_line *line = &folded->lines[h->line];
        bool is_part = line->begin >= unit->begin && line->end <= unit->end &&
                       line->end - line->begin < unit->end - unit->begin;
        struct slice text = {h->s->masked + line->begin, line->end - line->begin};
        if (is_part && text.length > 0 && text.length <= LINE_BYTES && has_digit(text) &&
            !is_open(before)) {
            struct view view = {.text = text, .unit = unit, .place = line->begin};
            literals_find(&h->s->book->literals, text, &view.hits);
            add_view(h, view);
        }
        before = text;
    }
}

static void find_views(struct head_search *h)
{
    const struct letter_state *s = h->s;
    bool was_label = false;
    for (size_t i = 0; i < s->units.count && i < UNITS_SEEN; i++) {
        const struct unit *unit = &s->units.items[i];
        if (unit->is_quoted)
            continue;
        add_view(h, (struct view){.text = masked_of(s, unit),
                                  .unit = unit,
                                  .place = unit->begin,
                                  .hits = unit->hits});
        if (i < UNITS_OF_HEAD)
            add_lines(h, unit);
        bool is_one = is_label(s, i);
        if (is_one && !was_label)
            add_labels(h, i);
        was_label = is_one;
    }
}

static size_t folded_place(const struct view *view, size_t at)
{
    return view->value_at && at >= view->value_at ? view->value_place + at - view->value_at
                                                  : view->place + at;
}

static struct letter_span place_of(const struct head_search *h, const struct view *view,
                                   const struct pattern_match *match)
{
    return folded_origin(&h->s->folded, folded_place(view, match->begin),
                         folded_place(view, match->end - 1) + 1);
}

static struct slice words_of(const struct view *view, const struct pattern_match *match)
{
    return (struct slice){view->text.bytes + match->begin, match->end - match->begin};
}

/* What a match of a row of that kind is worth. True: it is what was looked for. */
typedef bool take_match(struct head_search *h, const struct phrase *phrase, const struct view *view,
                        const struct pattern_match *match);

static bool is_supporting(const struct phrase *phrase)
{
    return strcmp(phrase->weight, "supporting") == 0;
}

static bool find_in_view(struct head_search *h, int code, bool is_loose, const struct view *view,
                         take_match *take)
{
    const struct phrase_table *table = &h->s->book->phrases;
    for (size_t i = 0; i < table->count; i++) {
        const struct phrase *phrase = &table->rows[i];
        struct pattern_match match;
        if (phrase->code != code || !(phrase->zone_bits >> view->unit->zone & 1) ||
            is_supporting(phrase) != is_loose)
            continue;
        for (size_t from = 0;
             phrase_find(phrase, &view->hits, view->text, from, &match) == PATTERN_FOUND;
             from = match.end > from ? match.end : from + 1)
            if (take(h, phrase, view, &match))
                return true;
    }
    return false;
}

/* The first in the letter that a label gives, else the first that other words do. */
static bool find(struct head_search *h, int code, take_match *take)
{
    for (int is_loose = 0; is_loose < 2; is_loose++)
        for (size_t i = 0; i < h->count; i++)
            if (find_in_view(h, code, is_loose, &h->views[i], take))
                return true;
    return false;
}

static bool is_further(const struct phrase *phrase)
{
    return strcmp(phrase->reach, "further") == 0;
}

static void add_reference(struct head_search *h, const struct view *view,
                          const struct pattern_match *match)
{
    char date[DATE_BYTES];
    struct letter_span place = place_of(h, view, match);
    struct slice bytes = {h->s->folded.source.bytes + place.begin, place.end - place.begin};
    bool is_near = h->reference_count == 0 || view->unit - h->reference_unit <= REFERENCES_APART;
    bool is_again = h->reference_count && slice_is(bytes, h->references[0].value);
    if (written_date(words_of(view, match), date) || !is_near || is_again)
        return;
    h->references[h->reference_count] =
        (struct found_value){.value = arena_copy(h->s->arena, bytes), .place = place};
    h->reference_places[h->reference_count++] = folded_place(view, match->begin);
    h->reference_unit = view->unit;
}

/* The next of a list: "wc/12/23 and fc/17/23". */
static void add_further(struct head_search *h, const struct view *view,
                        const struct pattern_match *match)
{
    const struct phrase_table *table = &h->s->book->phrases;
    struct slice rest = {view->text.bytes + match->end, view->text.length - match->end};
    struct pattern_match next;
    for (size_t i = 0; i < table->count; i++) {
        const struct phrase *phrase = &table->rows[i];
        if (phrase->code != ACT_WORD_REFERENCE || !is_further(phrase) ||
            phrase_find(phrase, &view->hits, rest, 0, &next) != PATTERN_FOUND)
            continue;
        next.begin += match->end;
        next.end += match->end;
        add_reference(h, view, &next);
        return;
    }
}

/* As the letter spells it; a date is none. Two forces that write one letter have one each. */
static bool take_reference(struct head_search *h, const struct phrase *phrase,
                           const struct view *view, const struct pattern_match *match)
{
    if (is_further(phrase))
        return false;
    const size_t wanted = h->s->context->partner_name_count ? REFERENCES : 1;
    add_reference(h, view, match);
    if (h->reference_count == 1 && wanted > 1)
        add_further(h, view, match);
    return h->reference_count >= wanted;
}

/* "IR-24-0102", "0071 REV": the number of a review. */
static bool names_review(struct slice reference)
{
    static const char *const words[] = {"ir", "rev", "review", NULL};
    for (size_t at = 0; at < reference.length;) {
        size_t end = at;
        while (end < reference.length && isalpha((unsigned char)reference.bytes[end]))
            end++;
        for (const char *const *word = words; *word; word++)
            if (end - at == strlen(*word) &&
                strncasecmp(reference.bytes + at, *word, end - at) == 0)
                return true;
        at = end > at ? end : at + 1;
    }
    return false;
}

static void find_reference(struct head_search *h)
{
    find(h, ACT_WORD_REFERENCE, take_reference);
    bool is_second = h->reference_count == REFERENCES &&
                     joint_is_second_own(h->s, h->reference_places[0], h->reference_places[1]);
    if (h->reference_count)
        h->s->reference = h->references[is_second];
    if (h->s->stage == STAGE_INITIAL && names_review(slice_of(h->s->reference.value)))
        h->s->stage = STAGE_INTERNAL_REVIEW;
}

static bool keep_date(struct head_search *h, struct found_value *field, const char *date,
                      const struct view *view, const struct pattern_match *match)
{
    *field = (struct found_value){.value = arena_copy(h->s->arena, slice_of(date)),
                                  .place = place_of(h, view, match)};
    return true;
}

static bool take_responded(struct head_search *h, const struct phrase *phrase,
                           const struct view *view, const struct pattern_match *match)
{
    char date[DATE_BYTES];
    bool is_done = is_supporting(phrase) && *h->s->responded.value;
    if (is_done || !written_date(words_of(view, match), date))
        return is_done;
    if (strcmp(phrase->reach, "month") == 0)
        date[strlen("2024-12")] = '\0';
    /* A review may begin with the dates of all that went before. */
    bool may_be_earlier = h->s->stage == STAGE_INTERNAL_REVIEW && !is_supporting(phrase);
    if (strcmp(date, h->s->responded.value) > 0)
        keep_date(h, &h->s->responded, date, view, match);
    return !may_be_earlier;
}

/* The last date that stands before the match in its sentence. */
static void date_before(const struct head_search *h, const struct view *view, size_t end,
                        char ret[DATE_BYTES])
{
    const struct phrase_table *table = &h->s->book->phrases;
    ret[0] = '\0';
    for (size_t i = 0; i < table->count; i++) {
        const struct phrase *phrase = &table->rows[i];
        struct pattern_match match;
        struct slice text = {view->text.bytes, end};
        if (phrase->code != ACT_WORD_DATE)
            continue;
        char date[DATE_BYTES];
        for (size_t from = 0; phrase_find(phrase, &view->hits, text, from, &match) == PATTERN_FOUND;
             from = match.end > from ? match.end : from + 1)
            if (written_date_near(words_of(view, &match), h->s->responded.value, "", date))
                memcpy(ret, date, sizeof date);
    }
}

/* Where a letter speaks of the request that it answers. */
static bool is_early(const struct head_search *h, const struct view *view)
{
    enum letter_zone zone = view->unit->zone;
    return view->unit - h->s->units.items < UNITS_EARLY || zone == ZONE_HEAD ||
           zone == ZONE_REQUEST;
}

static bool take_received(struct head_search *h, const struct phrase *phrase,
                          const struct view *view, const struct pattern_match *match)
{
    char date[DATE_BYTES], before[DATE_BYTES];
    bool is_loose = is_supporting(phrase) || !written_date(words_of(view, match), date);
    if (is_loose && !is_early(h, view))
        return false;
    const char *responded = h->s->responded.value;
    date_before(h, view, match->begin, before);
    if (!written_date_near(words_of(view, match), responded, before, date))
        return false;
    bool is_later = strlen(responded) == strlen(date) && strcmp(date, responded) > 0;
    return !is_later && keep_date(h, &h->s->received, date, view, match);
}

/* The month of the page's address: /2024/december/ */
static void find_address_month(struct letter_state *s)
{
    if (*s->responded.value || !s->text->address)
        return;
    for (const char *at = s->text->address; (at = strchr(at, '/')); at++) {
        char *copy = memory_copy(at + 1), date[DATE_BYTES];
        for (char *c = copy; *c; c++)
            *c = (char)tolower((unsigned char)*c);
        char *year = copy, *month = strchr(copy, '/');
        bool found = false;
        if (month) {
            *month++ = '\0';
            month[strcspn(month, "/")] = '\0';
            size_t digits = strlen(year);
            const char *last = digits > 4 ? year + digits - 4 : year;
            char *words = memory_print("%s %s", month, last);
            found = strlen(last) == 4 && written_date(slice_of(words), date) && strlen(date) == 7;
            free(words);
        }
        free(copy);
        if (!found)
            continue;
        s->responded = (struct found_value){.value = arena_copy(s->arena, slice_of(date)),
                                            .is_from_file = true};
        s->flags |= coding_flag(s->tables, "date_from_address");
        return;
    }
}

void head_find(struct letter_state *state)
{
    struct head_search h = {.s = state};
    state->reference.value = state->received.value = state->responded.value = "";
    find_views(&h);
    find_reference(&h);
    find(&h, ACT_WORD_DATE_RESPONDED, take_responded);
    if (!*state->responded.value && state->text->sent)
        state->responded = (struct found_value){.value = state->text->sent, .is_from_file = true};
    find_address_month(state);
    /* At a review, received is when the review was asked for. */
    if (state->stage != STAGE_INTERNAL_REVIEW || !find(&h, ACT_WORD_DATE_REVIEW, take_received))
        find(&h, ACT_WORD_DATE_RECEIVED, take_received);
}
