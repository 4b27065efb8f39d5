/* SPDX-License-Identifier: MIT
 * Reference and dates, as rows of phrases.csv find them.
 */
#include "base/memory.h"
#include "letters/head_view.h"
#include "letters/joint.h"
#include "letters/written_date.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

enum {
    UNITS_EARLY = 12,
    UNITS_BEGIN = 4,
    LONG_BYTES = 500,
    REFERENCES = 2,
    REFERENCES_APART = 3,
    DIGITS_LEAST = 2
};

struct head_search {
    struct letter_state *s;
    struct phrase_search *part_search; /* of a part of a view */
    struct head_views views;
    struct found_value references[REFERENCES];
    size_t reference_places[REFERENCES]; /* in the folded text */
    size_t reference_count;
    const struct unit *reference_unit;
    bool is_responded_loose; /* no label gives it */
};

static size_t folded_place(const struct head_view *view, size_t at)
{
    return view->value_at && at >= view->value_at ? view->value_place + at - view->value_at
                                                  : view->place + at;
}

static struct letter_span place_of(const struct head_search *h, const struct head_view *view,
                                   const struct pattern_match *match)
{
    return folded_origin(&h->s->folded, folded_place(view, match->begin),
                         folded_place(view, match->end - 1) + 1);
}

static struct slice words_of(const struct head_view *view, const struct pattern_match *match)
{
    return (struct slice){view->text.bytes + match->begin, match->end - match->begin};
}

/* What a match of a row of that kind is worth. True: it is what was looked for. */
typedef bool take_match(struct head_search *h, const struct phrase *phrase,
                        const struct head_view *view, const struct pattern_match *match);

static bool is_supporting(const struct phrase *phrase)
{
    return strcmp(phrase->weight, "supporting") == 0;
}

static bool find_in_view(struct head_search *h, int code, bool is_loose,
                         const struct head_view *view, take_match *take)
{
    struct phrase_search *search = h->s->search;
    /* What is quoted may tell when it came in, and nothing else. */
    if (view->unit->is_quoted && (code != ACT_WORD_DATE_RECEIVED || is_loose))
        return false;
    if (view->text.length > LONG_BYTES && view->unit - h->s->units.items > UNITS_EARLY)
        return false;
    phrase_search_begin(search, PHRASES_FIELD, view->text, &view->sight);
    for (const struct phrase *phrase = NULL; (phrase = phrase_search_next(search, phrase));) {
        struct pattern_match match;
        if (phrase->code != code || !(phrase->zone_bits >> view->unit->zone & 1) ||
            is_supporting(phrase) != is_loose)
            continue;
        for (size_t from = 0; phrase_find(search, phrase, from, &match) == PATTERN_FOUND;
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
        for (size_t i = 0; i < h->views.count; i++)
            if (find_in_view(h, code, is_loose, &h->views.items[i], take))
                return true;
    return false;
}

static bool is_further(const struct phrase *phrase)
{
    return strcmp(phrase->reach, "further") == 0;
}

static void add_reference(struct head_search *h, const struct head_view *view,
                          const struct pattern_match *match)
{
    char date[DATE_BYTES];
    struct letter_span place = place_of(h, view, match);
    struct slice bytes = {h->s->folded.source.bytes + place.begin, place.end - place.begin};
    bool is_near = h->reference_count == 0 || view->unit - h->reference_unit <= REFERENCES_APART;
    bool is_again = h->reference_count && slice_is(bytes, h->references[0].value);
    if (written_date(words_of(view, match), date) || !is_near || is_again ||
        head_count_digits(bytes) < DIGITS_LEAST)
        return;
    h->references[h->reference_count] =
        (struct found_value){.value = arena_copy(h->s->arena, bytes), .place = place};
    h->reference_places[h->reference_count++] = folded_place(view, match->begin);
    h->reference_unit = view->unit;
}

/* The next of a list: "wc/12/23 and fc/17/23". */
static void add_further(struct head_search *h, const struct head_view *view,
                        const struct pattern_match *match)
{
    struct phrase_search *search = h->part_search;
    struct slice rest = {view->text.bytes + match->end, view->text.length - match->end};
    struct pattern_match next;
    phrase_search_part(search, PHRASES_FIELD, rest, &view->sight);
    for (const struct phrase *phrase = NULL; (phrase = phrase_search_next(search, phrase));) {
        if (phrase->code != ACT_WORD_REFERENCE || !is_further(phrase) ||
            phrase_find(search, phrase, 0, &next) != PATTERN_FOUND)
            continue;
        next.begin += match->end;
        next.end += match->end;
        add_reference(h, view, &next);
        return;
    }
}

/* As the letter spells it; a date is none. Two forces that write one letter have one each. */
static bool take_reference(struct head_search *h, const struct phrase *phrase,
                           const struct head_view *view, const struct pattern_match *match)
{
    if (is_further(phrase))
        return false;
    const size_t wanted = h->s->context->partner_name_count ? REFERENCES : 1;
    add_reference(h, view, match);
    if (h->reference_count == 1 && wanted > 1)
        add_further(h, view, match);
    return h->reference_count >= wanted;
}

static bool is_one_of(struct slice word, const char *const *words)
{
    for (; *words; words++)
        if (word.length == strlen(*words) && strncasecmp(word.bytes, *words, word.length) == 0)
            return true;
    return false;
}

/* "IR-24-0102", "0071 REV": the number of a review; "LSD/IR/24/12" is that of a department. */
static bool names_review(struct slice reference)
{
    static const char *const words[] = {"ir", "rev", "review", NULL};
    static const char *const requests[] = {"foi", "foia", "foisa", "im", "eir", "req", NULL};
    bool is_of_department = false;
    for (size_t at = 0; at < reference.length;) {
        size_t end = at;
        while (end < reference.length && isalpha((unsigned char)reference.bytes[end]))
            end++;
        struct slice word = {reference.bytes + at, end - at};
        if (!is_of_department && is_one_of(word, words))
            return true;
        is_of_department |= word.length > 1 && !is_one_of(word, requests);
        at = end > at ? end : at + 1;
    }
    return false;
}

/* Elsewhere than where everybody is told that he may have one. */
static bool speaks_of_review(const struct letter_state *s)
{
    for (size_t i = 0; i < s->units.count; i++) {
        const struct unit *unit = &s->units.items[i];
        struct slice text = unit_text(&s->folded, unit);
        if (unit->zone != ZONE_COMPLAINT && unit->zone != ZONE_FOOTER &&
            (memmem(text.bytes, text.length, "review", 6) ||
             memmem(text.bytes, text.length, "complain", 8) ||
             memmem(text.bytes, text.length, "again", 5)))
            return true;
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
    if (h->s->stage == STAGE_INITIAL && names_review(slice_of(h->s->reference.value)) &&
        speaks_of_review(h->s))
        h->s->stage = STAGE_INTERNAL_REVIEW;
}

static bool keep_date(struct head_search *h, struct found_value *field, const char *date,
                      const struct head_view *view, const struct pattern_match *match)
{
    *field = (struct found_value){.value = arena_copy(h->s->arena, slice_of(date)),
                                  .place = place_of(h, view, match)};
    return true;
}

static bool take_responded(struct head_search *h, const struct phrase *phrase,
                           const struct head_view *view, const struct pattern_match *match)
{
    char date[DATE_BYTES];
    bool is_done = is_supporting(phrase) && *h->s->responded.value;
    if (is_done || !written_date(words_of(view, match), date))
        return is_done;
    if (strcmp(phrase->reach, "month") == 0)
        date[strlen("2024-12")] = '\0';
    /* A review may begin with the dates of all that went before. */
    h->is_responded_loose = is_supporting(phrase);
    bool may_be_earlier = h->s->stage == STAGE_INTERNAL_REVIEW && !is_supporting(phrase);
    if (strcmp(date, h->s->responded.value) > 0)
        keep_date(h, &h->s->responded, date, view, match);
    return !may_be_earlier;
}

/* The last date that stands before the match in its sentence. */
static void date_before(const struct head_search *h, const struct head_view *view, size_t end,
                        char ret[DATE_BYTES])
{
    struct phrase_search *search = h->part_search;
    struct slice text = {view->text.bytes, end};
    ret[0] = '\0';
    phrase_search_part(search, PHRASES_FIELD, text, &view->sight);
    for (const struct phrase *phrase = NULL; (phrase = phrase_search_next(search, phrase));) {
        struct pattern_match match;
        if (phrase->code != ACT_WORD_DATE)
            continue;
        char date[DATE_BYTES];
        for (size_t from = 0; phrase_find(search, phrase, from, &match) == PATTERN_FOUND;
             from = match.end > from ? match.end : from + 1)
            if (written_date_near(words_of(view, &match), h->s->responded.value, "", date))
                memcpy(ret, date, sizeof date);
    }
}

/* Where a letter speaks of the request that it answers. */
static bool is_early(const struct head_search *h, const struct head_view *view)
{
    enum letter_zone zone = view->unit->zone;
    static const char sender[] = "from:";
    bool is_header = view->text.length >= strlen(sender) &&
                     memcmp(view->text.bytes, sender, strlen(sender)) == 0;
    size_t begin = 0; /* of the letter, behind its head */
    while (begin < h->s->units.count && (h->s->units.items[begin].zone == ZONE_HEAD ||
                                         h->s->units.items[begin].zone == ZONE_CHROME))
        begin++;
    size_t unit = (size_t)(view->unit - h->s->units.items);
    bool is_near = unit < UNITS_EARLY || unit < begin + UNITS_BEGIN || zone == ZONE_HEAD ||
                   zone == ZONE_REQUEST;
    return is_near && !is_header;
}

static bool take_received(struct head_search *h, const struct phrase *phrase,
                          const struct head_view *view, const struct pattern_match *match)
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
    bool is_answer = *responded && place_of(h, view, match).begin == h->s->responded.place.begin;
    return !is_later && !is_answer && keep_date(h, &h->s->received, date, view, match);
}

static bool is_of_message(const struct head_messages *messages, struct letter_span place)
{
    for (size_t i = 0; i < messages->count; i++)
        if (place.begin >= messages->dates[i].begin && place.end <= messages->dates[i].end)
            return true;
    return false;
}

/* A date line at the top of several messages may be another one's. */
static void take_answered(struct head_search *h, const struct head_messages *messages)
{
    bool is_another = *h->s->responded.value && is_of_message(messages, h->s->responded.place);
    if (*messages->sent.value && (h->is_responded_loose || !*h->s->responded.value || is_another))
        h->s->responded = messages->sent;
    else if (*messages->answered.value && (h->is_responded_loose || !*h->s->responded.value))
        h->s->responded = messages->answered;
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
    struct head_search h = {.s = state,
                            .part_search = phrase_search_new(state->arena, state->book)};
    struct head_messages messages;
    state->reference.value = state->received.value = state->responded.value = "";
    head_views_find(state, &h.views);
    head_messages_find(state, &messages);
    find_reference(&h);
    find(&h, ACT_WORD_DATE_RESPONDED, take_responded);
    take_answered(&h, &messages);
    if (!*state->responded.value && state->text->sent)
        state->responded = (struct found_value){.value = state->text->sent, .is_from_file = true};
    find_address_month(state);
    /* At a review, received is when the review was asked for. */
    if (state->stage != STAGE_INTERNAL_REVIEW || !find(&h, ACT_WORD_DATE_REVIEW, take_received))
        find(&h, ACT_WORD_DATE_RECEIVED, take_received);
    if (!*state->received.value)
        state->received = messages.asked;
}
