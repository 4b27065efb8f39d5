/* SPDX-License-Identifier: MIT */
#include "letters/head_view.h"

#include <ctype.h>

enum {
    UNITS_SEEN = 400,
    LABEL_BYTES = 40,
    VALUE_BYTES = 60,
    LINE_BYTES = 90,
    UNITS_OF_HEAD = 40,
    RUN = 8,
};

struct viewing {
    const struct letter_state *s;
    struct head_views *list;
    size_t line; /* the next to look at */
};

static void add_view(struct viewing *v, struct head_view view)
{
    struct head_views *list = v->list;
    list->items = arena_grow(v->s->arena, list->items, list->count, &list->room, sizeof view);
    list->items[list->count++] = view;
}

static struct slice masked_of(const struct letter_state *s, const struct unit *unit)
{
    return (struct slice){s->masked + unit->begin, unit->end - unit->begin};
}

/* A label of its own: "sent: 3 june 2024". */
static bool has_label(struct slice text)
{
    for (size_t i = 0; i + 1 < text.length && !isdigit((unsigned char)text.bytes[i]); i++)
        if (text.bytes[i] == ':')
            return true;
    return false;
}

size_t head_count_digits(struct slice text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += isdigit((unsigned char)text.bytes[i]) != 0;
    return count;
}

static bool is_label(const struct letter_state *s, size_t at)
{
    if (at >= s->units.count)
        return false;
    const struct unit *unit = &s->units.items[at];
    struct slice text = masked_of(s, unit);
    return unit->is_line && !unit->is_quoted && text.length <= LABEL_BYTES &&
           head_count_digits(text) == 0;
}

static bool is_value(const struct letter_state *s, size_t at)
{
    if (at >= s->units.count)
        return false;
    const struct unit *unit = &s->units.items[at];
    struct slice text = masked_of(s, unit);
    return unit->begins_line && text.length <= VALUE_BYTES && head_count_digits(text) > 0 &&
           !has_label(text);
}

static struct phrase_sight look(const struct letter_state *s, struct slice text)
{
    return phrase_sight_keep(s->arena, phrase_look(s->search, PHRASES_FIELD, text));
}

static void add_labelled(struct viewing *v, size_t label, size_t value)
{
    const struct letter_state *s = v->s;
    if (!is_value(s, value))
        return;
    const struct unit *named = &s->units.items[label], *given = &s->units.items[value];
    struct slice name = slice_trim(masked_of(s, named)), text = masked_of(s, given);
    while (name.length && strchr(": -", name.bytes[name.length - 1]))
        name.length--;
    struct head_view view = {.unit = named,
                             .place = named->begin,
                             .value_at = name.length + 2,
                             .value_place = given->begin};
    char *joined = arena_new(s->arena, view.value_at + text.length + 1, 1);
    memcpy(joined, name.bytes, name.length);
    memcpy(joined + name.length, ": ", 2);
    memcpy(joined + view.value_at, text.bytes, text.length);
    view.text = (struct slice){joined, view.value_at + text.length};
    view.sight = look(s, view.text);
    add_view(v, view);
}

/* Labels above their values: "received / 3 june 2024", or a row of labels and a row of values. */
static void add_labels(struct viewing *v, size_t first)
{
    size_t count = 0;
    while (count < RUN && is_label(v->s, first + count))
        count++;
    size_t values = 0, last = first + 2 * count - 1;
    while (values < count && is_value(v->s, first + count + values))
        values++;
    if (values == 0 || is_value(v->s, last))
        values = count; /* some of them without a digit */
    for (size_t i = count - values; i < count; i++)
        add_labelled(v, first + i, first + values + i);
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
static void add_lines(struct viewing *v, const struct unit *unit)
{
    const struct folded *folded = &v->s->folded;
    struct slice before = {"", 0};
    for (; v->line < folded->line_count && folded->lines[v->line].begin < unit->end; v->line++) {
        const struct folded_line *line = &folded->lines[v->line];
        bool is_part = line->begin >= unit->begin && line->end <= unit->end &&
                       line->end - line->begin < unit->end - unit->begin;
        struct slice text = {v->s->masked + line->begin, line->end - line->begin};
        if (is_part && text.length > 0 && text.length <= LINE_BYTES &&
            head_count_digits(text) > 0 && !is_open(before)) {
            struct head_view view = {.text = text, .unit = unit, .place = line->begin};
            view.sight = look(v->s, text);
            add_view(v, view);
        }
        before = text;
    }
}

void head_views_find(const struct letter_state *state, struct head_views *ret)
{
    *ret = (struct head_views){0};
    struct viewing v = {.s = state, .list = ret};
    bool was_label = false;
    for (size_t i = 0; i < state->units.count && i < UNITS_SEEN; i++) {
        const struct unit *unit = &state->units.items[i];
        add_view(&v, (struct head_view){.text = masked_of(state, unit),
                                        .unit = unit,
                                        .place = unit->begin,
                                        .sight = unit->sight});
        if (i < UNITS_OF_HEAD)
            add_lines(&v, unit);
        bool is_one = is_label(state, i);
        if (is_one && !was_label)
            add_labels(&v, i);
        was_label = is_one;
    }
}
