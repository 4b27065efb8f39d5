/* SPDX-License-Identifier: MIT */
#include "letters/joint.h"

#include <ctype.h>

const char *const joint_names[] = {"both forces",
                                   "the two forces",
                                   "our two forces",
                                   "each force",
                                   "both constabularies",
                                   "the two constabularies",
                                   "both of us",
                                   "neither force",
                                   "neither constabulary",
                                   "neither of us",
                                   NULL};

enum { OWN = 1, PARTNER = 2, BOTH = OWN | PARTNER, NAMES_MAX = 64, MENTIONS_MAX = 16 };

struct name {
    struct slice text; /* folded */
    unsigned whose;
};

/* Names of a sentence; "A and B" is one mention of both. */
struct mention {
    size_t begin, end; /* in the folded text */
    unsigned whose;
};

struct joint {
    struct letter_state *s;
    struct name names[NAMES_MAX];
    size_t name_count;
    size_t unit;
    struct mention mentions[MENTIONS_MAX]; /* of the unit */
    size_t mention_count;
    unsigned *of_unit; /* whose part each unit stands in; 0: nobody's alone */
};

struct slice joint_short_name(struct slice name)
{
    static const char *const ends[] = {
        " police service", " police", " constabulary", " Police Service", " Police",
        " Constabulary",   NULL};
    for (const char *const *end = ends; *end; end++)
        if (slice_ends_with(name, *end))
            return slice_without_end(name, *end);
    return name;
}

static void add_name(struct joint *j, struct slice text, unsigned whose)
{
    if (text.length > 2 && j->name_count < NAMES_MAX)
        j->names[j->name_count++] = (struct name){text, whose};
}

static void add_names(struct joint *j, const char *const *names, size_t count, unsigned whose)
{
    for (size_t i = 0; i < count; i++) {
        struct folded folded;
        fold_letter(j->s->arena, slice_of(names[i]), &folded);
        struct slice text = slice_trim((struct slice){folded.text, folded.length});
        add_name(j, text, whose);
        add_name(j, joint_short_name(text), whose);
    }
}

static bool has_word(const char *const *names, size_t count, const char *word)
{
    bool found = false;
    for (size_t i = 0; i < count; i++)
        found |= strcasestr(names[i], word) != NULL;
    return found;
}

/* "The Authority" is the one of the two that is called so. */
static void add_kinds(struct joint *j, const struct letter_context *c)
{
    static const char *const kinds[][2] = {{"service", "the service"},
                                           {"authority", "the authority"},
                                           {"constabulary", "the constabulary"},
                                           {"commissioner", "the commissioner"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        bool is_own = has_word(c->own_names, c->own_name_count, kinds[i][0]);
        bool is_partner = has_word(c->partner_names, c->partner_name_count, kinds[i][0]);
        if (is_own != is_partner)
            add_name(j, slice_of(kinds[i][1]), is_own ? OWN : PARTNER);
        if (is_own != is_partner && i == 0)
            add_name(j, slice_of("the police service"), is_own ? OWN : PARTNER);
    }
}

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c > 0x7f;
}

/* The longest name there, or NULL. */
static const struct name *name_at(const struct joint *j, struct slice text)
{
    const struct name *best = NULL;
    for (size_t i = 0; i < j->name_count; i++) {
        struct slice name = j->names[i].text;
        bool is_there = name.length <= text.length &&
                        memcmp(name.bytes, text.bytes, name.length) == 0 &&
                        (name.length == text.length || !is_word_byte(text.bytes[name.length]));
        if (is_there && (!best || name.length > best->text.length))
            best = &j->names[i];
    }
    return best;
}

/* Is nothing between two names but what joins them? */
static bool is_joined(struct slice between)
{
    static const char *const joints[] = {"and", "or",     "nor",          "&",    "/",
                                         ",",   "police", "constabulary", "with", NULL};
    struct slice word;
    while (slice_next_part(&between, ' ', &word)) {
        bool found = word.length == 0;
        for (const char *const *joint = joints; *joint && !found; joint++)
            found = slice_is(word, *joint);
        if (!found)
            return false;
    }
    return true;
}

static void add_mention(struct joint *j, size_t begin, const struct name *name)
{
    struct mention *last = j->mention_count ? &j->mentions[j->mention_count - 1] : NULL;
    size_t end = begin + name->text.length;
    if (last && is_joined((struct slice){j->s->folded.text + last->end, begin - last->end})) {
        last->whose |= name->whose;
        last->end = end;
    } else if (j->mention_count < MENTIONS_MAX)
        j->mentions[j->mention_count++] = (struct mention){begin, end, name->whose};
}

static void find_mentions(struct joint *j, size_t unit)
{
    const struct unit *u = &j->s->units.items[unit];
    const char *text = j->s->folded.text;
    j->unit = unit;
    j->mention_count = 0;
    for (size_t at = u->begin; at < u->end; at++) {
        bool is_start = is_word_byte(text[at]) && (at == u->begin || !is_word_byte(text[at - 1]));
        const struct name *name =
            is_start ? name_at(j, (struct slice){text + at, u->end - at}) : NULL;
        if (!name)
            continue;
        add_mention(j, at, name);
        at += name->text.length - 1;
    }
}

static bool is_own_zone(enum letter_zone zone)
{
    return zone == ZONE_DECISION || zone == ZONE_ANSWERS || zone == ZONE_RESIDUAL ||
           zone == ZONE_EXEMPTIONS || zone == ZONE_SEARCHES || zone == ZONE_DUTIES;
}

/* "--- A ---": signs, or a few bytes of what else may stand beside a name that is a heading. */
static bool is_adornment(const struct joint *j, size_t begin, size_t end)
{
    enum { FEW = 3 };
    bool has_words = false;
    for (size_t at = begin; at < end; at++)
        has_words |= is_word_byte(j->s->folded.text[at]);
    return !has_words || end - begin <= FEW;
}

/* What is told of before, and the reasons, stand in a part as what is decided there does. */
static bool is_of_part(enum letter_zone zone)
{
    return is_own_zone(zone) || zone == ZONE_HISTORY || zone == ZONE_EXPLANATION ||
           zone_is_reason(zone);
}

/* A line that is the name of one of them heads what is said of it. */
static unsigned label_of(const struct joint *j)
{
    const struct unit *u = &j->s->units.items[j->unit];
    const struct mention *m = j->mention_count == 1 ? &j->mentions[0] : NULL;
    bool is_line = m && u->begins_line && is_adornment(j, u->begin, m->begin);
    bool is_lead = is_line && m->end < u->end && j->s->folded.text[m->end] == ':';
    return is_line && m->whose != BOTH && is_of_part(u->zone) &&
                   (is_lead || is_adornment(j, m->end, u->end))
               ? m->whose
               : 0;
}

/* "So far as A is concerned, ...": the paragraph is of A. */
static unsigned lead_of(const struct joint *j)
{
    static const char *const leads[] = {"so far as ",
                                        "as far as ",
                                        "in so far as ",
                                        "as regards ",
                                        "as to ",
                                        "as for ",
                                        "for ",
                                        "in the case of ",
                                        "in respect of ",
                                        "in relation to ",
                                        "with regard to ",
                                        "with respect to ",
                                        "regarding ",
                                        "concerning ",
                                        "turning to ",
                                        "at ",
                                        "on the part of ",
                                        NULL};
    const struct unit *u = &j->s->units.items[j->unit];
    const struct mention *m = j->mention_count ? &j->mentions[0] : NULL;
    bool is_first = j->unit == 0 || u[-1].paragraph != u->paragraph;
    if (!m || !is_first || m->whose == BOTH || !is_own_zone(u->zone))
        return 0;
    struct slice text = unit_text(&j->s->folded, u);
    for (const char *const *lead = leads; *lead; lead++) {
        size_t length = strlen(*lead);
        if (text.length > length && memcmp(text.bytes, *lead, length) == 0 &&
            m->begin == u->begin + length)
            return m->whose;
    }
    return 0;
}

enum { COLUMNS = 8 };

/* Cells that name one of them head the columns below. */
static void read_column(const struct joint *j, unsigned columns[COLUMNS])
{
    enum { ADORNMENT = 3 };
    const struct unit *u = &j->s->units.items[j->unit];
    const struct mention *m = j->mention_count == 1 ? &j->mentions[0] : NULL;
    if (m && m->whose != BOTH && u->column < COLUMNS && m->begin - u->begin <= ADORNMENT &&
        u->end - m->end <= ADORNMENT)
        columns[u->column] = m->whose;
}

static void find_parts(struct joint *j)
{
    unsigned columns[COLUMNS] = {0};
    unsigned now = 0, seen = 0, lead = 0;
    j->of_unit = arena_new(j->s->arena, j->s->units.count + 1, sizeof *j->of_unit);
    for (size_t i = 0; i < j->s->units.count; i++) {
        find_mentions(j, i);
        unsigned label = label_of(j);
        now = label ? label : is_of_part(j->s->units.items[i].zone) ? now : 0;
        seen |= label;
        const struct unit *unit = &j->s->units.items[i];
        read_column(j, columns);
        bool is_same = i > 0 && unit[-1].paragraph == unit->paragraph;
        lead = is_same ? lead : lead_of(j);
        bool is_cell = unit->column > 0 && unit->column < COLUMNS;
        j->of_unit[i] = is_cell && columns[unit->column] ? columns[unit->column]
                        : lead                           ? lead
                                                         : now;
        seen |= lead | (is_cell ? columns[unit->column] : 0);
    }
    for (size_t i = 0; i < j->s->units.count && seen != BOTH; i++)
        j->of_unit[i] = 0; /* the letterhead, not two parts */
}

static bool says_we(struct slice text)
{
    static const char *const words[] = {"we", "our", "both", "each", "us", NULL};
    struct slice word;
    while (slice_next_part(&text, ' ', &word))
        for (const char *const *w = words; *w; w++)
            if (slice_is(word, *w))
                return true;
    return false;
}

/* Who speaks in words of a clause: who was named last before their end, in the clause or, without
 * a subject of its own, in the sentence. */
static unsigned whose(struct joint *j, size_t unit, size_t clause_begin, size_t end)
{
    if (unit != j->unit)
        find_mentions(j, unit);
    const struct mention *last = NULL;
    for (size_t i = 0; i < j->mention_count; i++)
        if (j->mentions[i].begin < end)
            last = &j->mentions[i];
    struct slice clause = {j->s->folded.text + clause_begin, end - clause_begin};
    if (last && (last->end > clause_begin || !says_we(clause)))
        return last->whose;
    return j->of_unit[unit] ? j->of_unit[unit] : BOTH;
}

/* Whose name stands between two places. */
static unsigned named_between(const struct joint *j, size_t begin, size_t end)
{
    for (size_t i = 0; i < j->mention_count; i++)
        if (j->mentions[i].begin >= begin && j->mentions[i].end <= end &&
            j->mentions[i].whose != BOTH)
            return j->mentions[i].whose;
    return 0;
}

/* Of the two, who is named first in the letter. */
static unsigned named_first(const struct joint *j)
{
    struct slice text = {j->s->folded.text, j->s->folded.length};
    for (size_t at = 0; at < text.length; at++) {
        bool is_start =
            is_word_byte(text.bytes[at]) && (at == 0 || !is_word_byte(text.bytes[at - 1]));
        const struct name *name =
            is_start ? name_at(j, (struct slice){text.bytes + at, text.length - at}) : NULL;
        if (name && name->whose != BOTH)
            return name->whose;
    }
    return OWN;
}

bool joint_is_second_own(struct letter_state *state, size_t first, size_t second)
{
    struct joint j = {.s = state};
    const struct letter_context *context = state->context;
    add_names(&j, context->own_names, context->own_name_count, OWN);
    add_names(&j, context->partner_names, context->partner_name_count, PARTNER);
    size_t unit = 0;
    while (unit + 1 < state->units.count && state->units.items[unit + 1].begin <= first)
        unit++;
    find_mentions(&j, unit);
    const struct unit *u = &state->units.items[unit];
    unsigned named = named_between(&j, u->begin, first);
    if (!named && second < u->end && named_between(&j, second, u->end))
        named = named_between(&j, first, second);
    if (!named)
        named = named_first(&j);
    return named == PARTNER;
}

void joint_settle(struct letter_state *state)
{
    static const char reason[] = "said of the other force";
    const struct letter_context *context = state->context;
    if (!context->partner_name_count)
        return;
    struct joint j = {.s = state};
    add_names(&j, context->own_names, context->own_name_count, OWN);
    add_names(&j, context->partner_names, context->partner_name_count, PARTNER);
    add_kinds(&j, context);
    for (const char *const *name = joint_names; *name; name++)
        add_name(&j, slice_of(*name), BOTH);
    find_parts(&j);
    for (size_t i = 0; i < state->units.count; i++)
        state->units.items[i].is_others = j.of_unit[i] == PARTNER;
    for (size_t i = 0; i < state->acts.count; i++) {
        struct found_act *act = &state->acts.items[i];
        if (!act->why_not && whose(&j, act->unit, act->clause_begin, act->end) == PARTNER)
            act->why_not = reason;
    }
    for (size_t i = 0; i < state->cited.count; i++) {
        struct cited *cited = &state->cited.items[i];
        if (whose(&j, cited->unit, cited->clause_begin, cited->end) == PARTNER)
            cited->status = CITED_NOT_RELIED;
    }
    state->flags |= coding_flag(state->tables, "joint_letter");
}
