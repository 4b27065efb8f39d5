/* SPDX-License-Identifier: MIT */
#include "letters/row.h"

#include "letters/joint.h"

#include <strings.h>

enum { NEAR_UNITS = 8 };

/* An address in the text of a unit: its place in the folded text. */
static bool find_address(const struct letter_state *s, const struct unit *unit, size_t *ret_begin,
                         size_t *ret_end)
{
    static const char *const starts[] = {"https://", "http://", "www.", NULL};
    struct slice text = unit_text(&s->folded, unit);
    for (const char *const *start = starts; *start; start++) {
        const char *at = memmem(text.bytes, text.length, *start, strlen(*start));
        if (!at)
            continue;
        size_t begin = (size_t)(at - text.bytes), end = begin;
        while (end < text.length && text.bytes[end] != ' ' && !strchr("<>\"')", text.bytes[end]))
            end++;
        while (end > begin && strchr(".,;:", text.bytes[end - 1]))
            end--;
        *ret_begin = unit->begin + begin;
        *ret_end = unit->begin + end;
        return true;
    }
    return false;
}

static const struct letter_link *link_in(const struct letter_state *s, const struct unit *unit)
{
    struct letter_span place = folded_origin(&s->folded, unit->begin, unit->end);
    for (size_t i = 0; i < s->text->link_count; i++) {
        const struct letter_link *link = &s->text->links[i];
        bool is_here = link->words.begin < place.end && place.begin < link->words.end;
        if (is_here && strncmp(link->address, "mailto:", 7) != 0)
            return link;
    }
    return NULL;
}

static bool is_own(enum letter_zone zone)
{
    return zone == ZONE_DECISION || zone == ZONE_ANSWERS || zone == ZONE_EXEMPTIONS ||
           zone == ZONE_EXPLANATION;
}

/* Is it on the pages of the other force of a joint letter? Its host has the short name of that one
 * without blanks. */
static bool is_partners(const struct letter_state *s, const char *address)
{
    for (size_t i = 0; i < s->context->partner_name_count; i++) {
        struct slice name = joint_short_name(slice_of(s->context->partner_names[i]));
        size_t length = strcspn(name.bytes, " ");
        if (length > name.length)
            length = name.length;
        for (const char *at = address; length > 2 && strlen(at) >= length; at++)
            if (strncasecmp(at, name.bytes, length) == 0)
                return true;
    }
    return false;
}

static void take_words(const struct letter_state *s, const struct unit *unit, size_t begin,
                       size_t end, struct found_value *ret)
{
    struct letter_span place = folded_origin(&s->folded, unit->begin + begin, unit->begin + end);
    struct slice bytes = {s->folded.source.bytes + place.begin, place.end - place.begin};
    *ret = (struct found_value){.value = arena_copy(s->arena, bytes), .place = place};
}

static bool take_link(const struct letter_state *s, const struct unit *unit,
                      struct found_value *ret)
{
    size_t begin, end;
    const struct letter_link *link = link_in(s, unit);
    if (link && !is_partners(s, link->address)) {
        *ret = (struct found_value){.value = arena_copy(s->arena, slice_of(link->address)),
                                    .place = link->words};
        return true;
    }
    if (!find_address(s, unit, &begin, &end))
        return false;
    struct found_value found;
    take_words(s, unit, begin - unit->begin, end - unit->begin, &found);
    if (is_partners(s, found.value))
        return false;
    *ret = found;
    return true;
}

/* "go to: drones - how we use them (opens in a new window)": what a copied link leaves. */
static bool take_opening(const struct letter_state *s, const struct unit *unit,
                         struct found_value *ret)
{
    static const char *const marks[] = {"(opens in",      "(opens a",    "[opens in",
                                        "(external link", "(link opens", NULL};
    static const char *const leads[] = {": ",   "go to ",   " see ", " visit ",
                                        " at ", " here - ", NULL};
    struct slice text = unit_text(&s->folded, unit);
    const char *mark = NULL;
    for (const char *const *m = marks; *m && !mark; m++)
        mark = memmem(text.bytes, text.length, *m, strlen(*m));
    if (!mark)
        return false;
    size_t end = (size_t)(mark - text.bytes), begin = 0;
    for (const char *const *lead = leads; *lead && begin == 0; lead++)
        for (const char *at = text.bytes;
             (at = memmem(at, (size_t)(mark - at), *lead, strlen(*lead))); at++)
            begin = (size_t)(at - text.bytes) + strlen(*lead);
    while (end > begin && text.bytes[end - 1] == ' ')
        end--;
    if (end <= begin)
        return false;
    take_words(s, unit, begin, end, ret);
    return true;
}

/* The title of a page, where a copy has lost its address. */
static bool take_title(const struct letter_state *s, const struct unit *unit,
                       struct found_value *ret)
{
    static const char *const words[] = {" named ",    " called ", " titled ",
                                        " entitled ", " headed ", NULL};
    struct slice text = unit_text(&s->folded, unit);
    if (take_opening(s, unit, ret))
        return true;
    for (const char *const *word = words; *word; word++) {
        const char *at = memmem(text.bytes, text.length, *word, strlen(*word));
        if (!at)
            continue;
        size_t begin = (size_t)(at - text.bytes) + strlen(*word), end = begin;
        if (begin < text.length && text.bytes[begin] == '"')
            begin = ++end;
        while (end < text.length && !strchr(".;\"", text.bytes[end]) &&
               !(text.bytes[end] == ',' && text.length > end + 6 &&
                 memcmp(text.bytes + end, ", where", 7) == 0))
            end++;
        take_words(s, unit, begin, end, ret);
        return true;
    }
    return false;
}

static bool may_hold_link(const struct block *block, const struct unit *unit)
{
    bool is_mine = block->question == WHOLE_LETTER || question_set_is_empty(&unit->questions) ||
                   question_set_has(&unit->questions, (size_t)block->question);
    return is_own(unit->zone) && is_mine;
}

/* Beside the section, where the zones could not be told apart. */
static bool is_answer(const struct unit *unit)
{
    return unit->zone != ZONE_CHROME && unit->zone != ZONE_COMPLAINT && unit->zone != ZONE_FOOTER &&
           unit->zone != ZONE_QUOTED && unit->zone != ZONE_ADVICE && !unit->is_question;
}

struct found_value link_find(const struct letter_state *state, const struct block *block,
                             uint64_t *flags)
{
    struct found_value found = {.value = ""};
    size_t start = state->units.count;
    for (size_t i = 0; i < block->cited_count; i++) {
        bool is_21 = slice_is(citation_section(slice_of(block->cited[i]->text)),
                              state->context->regime == ACT_FOISA ? "25" : "21");
        if (is_21 && block->cited[i]->unit < start)
            start = block->cited[i]->unit;
    }
    const struct found_act *act = block->first[ACT_WORD_S21];
    if (act && act->unit < start)
        start = act->unit;
    for (size_t i = start; i < state->units.count && i < start + NEAR_UNITS; i++)
        if (may_hold_link(block, &state->units.items[i]) &&
            take_link(state, &state->units.items[i], &found))
            return found;
    for (size_t i = 0; i < state->units.count; i++)
        if (may_hold_link(block, &state->units.items[i]) &&
            take_link(state, &state->units.items[i], &found))
            return found;
    size_t near = start > NEAR_UNITS ? start - NEAR_UNITS : 0;
    for (size_t i = near; i < state->units.count && i < start + NEAR_UNITS; i++)
        if (start < state->units.count && is_answer(&state->units.items[i]) &&
            take_link(state, &state->units.items[i], &found))
            return found;
    for (size_t i = start; i < state->units.count && i < start + NEAR_UNITS; i++)
        if (may_hold_link(block, &state->units.items[i]) &&
            take_title(state, &state->units.items[i], &found)) {
            *flags |= coding_flag(state->tables, "link_text_only");
            break;
        }
    return found;
}
