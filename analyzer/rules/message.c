/* SPDX-License-Identifier: MIT */
#include "rules/message.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>

enum { MOST_NAMES = 12 };

struct rendering {
    struct lookups *lookups;
    const struct finding *finding;
    FILE *out;
    struct error *err;
};

static void put(struct rendering *r, struct slice text)
{
    fwrite(text.bytes, 1, text.length, r->out);
}

static void put_text(struct rendering *r, const char *text)
{
    fputs(text, r->out);
}

/* "on 9 December 2024", "in December 2024", "undated but received 3 March 2025" */
static void put_when(struct rendering *r, const struct description *d)
{
    if (date_is_known(d->date)) {
        char text[DATE_LONG_BYTES];
        if (d->is_bounded)
            date_format_bounded(d->date, text);
        else
            date_format_when(d->date, text);
        put_text(r, d->is_bounded ? "on " : "");
        put_text(r, text);
        return;
    }
    put_text(r, d->bounds.length ? "undated but " : "undated");
    put(r, d->bounds);
}

static void put_as_force(struct rendering *r, const struct description *d, bool is_record)
{
    put(r, d->name);
    put_text(r, is_record ? " by its acknowledgement " : " ");
    put_when(r, d);
}

static void put_as_letter(struct rendering *r, const struct description *d)
{
    bool is_dated = date_is_known(d->date);
    put_text(r, is_dated ? "the " : "the undated ");
    /* One that only takes more time answers nothing (clause 58). */
    put_text(r, slice_is(d->says, "extended") ? "extension letter " : "answer ");
    put(r, d->id);
    if (!is_dated) {
        put_text(r, d->bounds.length ? " " : "");
        put(r, d->bounds);
        return;
    }
    char text[DATE_LONG_BYTES];
    if (d->is_bounded)
        date_format_bounded(d->date, text);
    else
        date_format_long(d->date, text);
    fprintf(r->out, " of %s", text);
}

static void put_as_acknowledgement(struct rendering *r, const struct description *d)
{
    char text[DATE_LONG_BYTES];
    date_format_long(d->date, text);
    put(r, d->id);
    put_text(r, " (");
    put(r, d->says);
    fprintf(r->out, ", %s)", text);
}

static void put_as_ruling(struct rendering *r, const struct description *d)
{
    char text[DATE_LONG_BYTES];
    date_format_long(d->date, text);
    put(r, d->id);
    put_text(r, " (");
    put(r, d->says);
    put_text(r, ", about ");
    put(r, d->name);
    fprintf(r->out, ", %s)", text);
}

static void put_item(struct rendering *r, const struct description *d, enum list_style style,
                     enum evidence_kind kind)
{
    switch (style) {
    case AS_FORCE:
        put_as_force(r, d, kind == EVIDENCE_ACKNOWLEDGEMENT);
        return;
    case AS_LETTER:
        put_as_letter(r, d);
        return;
    case AS_ACKNOWLEDGEMENT:
        put_as_acknowledgement(r, d);
        return;
    case AS_RULING:
        put_as_ruling(r, d);
        return;
    case AS_TITLE:
        put(r, d->name);
        return;
    case AS_BASIS:
        put(r, d->name);
        put_text(r, " on ");
        put(r, d->basis);
        return;
    case AS_STANCE:
        put(r, d->id);
        put_text(r, " ");
        put(r, d->says);
        return;
    case AS_TOPIC:
    case AS_COUNT:
        return;
    }
}

static enum evidence_kind kind_of(const struct evidence *e)
{
    for (enum evidence_kind k = EVIDENCE_RESPONSE; k < EVIDENCE_KINDS; k++)
        if (e->rows[k])
            return k;
    return EVIDENCE_RESPONSE;
}

static size_t count_role(const struct finding *f, struct slice role)
{
    size_t count = 0;
    for (size_t i = 0; i < f->evidence_count; i++)
        count += slice_is(role, f->evidence[i].role);
    return count;
}

static void put_separator(struct rendering *r, size_t index, size_t count)
{
    if (index == 0)
        return;
    put_text(r, index + 1 == count ? " and " : ", ");
}

static bool put_topics(struct rendering *r, struct slice role)
{
    SCOPED_TEXT last = NULL;
    for (size_t i = 0; i < r->finding->evidence_count; i++) {
        const struct evidence *e = &r->finding->evidence[i];
        struct description d;
        if (!slice_is(role, e->role))
            continue;
        if (!lookups_of_evidence(r->lookups, EVIDENCE_RESPONSE, e->rows[EVIDENCE_RESPONSE], &d,
                                 r->err))
            return false;
        if (last && slice_is(d.topic, last))
            continue;
        put_text(r, last ? ", " : "");
        put(r, d.topic);
        free(last);
        last = slice_copy(d.topic);
    }
    return true;
}

static bool put_list(struct rendering *r, struct slice role, enum list_style style)
{
    if (style == AS_TOPIC)
        return put_topics(r, role);
    size_t count = count_role(r->finding, role), index = 0;
    if (style == AS_COUNT) {
        fprintf(r->out, "%zu %s", count, count == 1 ? "force" : "forces");
        return true;
    }
    size_t shown = count > MOST_NAMES ? MOST_NAMES : count;
    for (size_t i = 0; i < r->finding->evidence_count && index < shown; i++) {
        const struct evidence *e = &r->finding->evidence[i];
        if (!slice_is(role, e->role))
            continue;
        enum evidence_kind kind = kind_of(e);
        struct description d;
        if (!lookups_of_evidence(r->lookups, kind, e->rows[kind], &d, r->err))
            return false;
        put_separator(r, index++, count);
        put_item(r, &d, style, kind);
    }
    if (count > shown)
        fprintf(r->out, " and %zu more", count - shown);
    return true;
}

static bool put_positions(struct rendering *r)
{
    static const struct {
        const char *role, *did;
    } sides[] = {
        {"confirm", " confirmed"}, {"deny", " denied"}, {"ncnd", " neither confirmed nor denied"}};
    const char *separator = "";
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        struct slice role = slice_of(sides[i].role);
        if (count_role(r->finding, role) == 0)
            continue;
        put_text(r, separator);
        if (!put_list(r, role, AS_FORCE))
            return false;
        put_text(r, sides[i].did);
        separator = "; ";
    }
    return true;
}

static bool put_key_part(struct rendering *r, enum key_part part)
{
    static const char *const before[KEY_PARTS] = {
        [KEY_REQUEST] = "request ",
        [KEY_QUESTION] = ", question ",
    };
    struct slice id, name;
    if (!lookups_of_key(r->lookups, (int)part, r->finding->key[part], &id, &name, r->err))
        return false;
    if (name.length && before[part])
        put_text(r, before[part]);
    put(r, name);
    return true;
}

static void put_day(struct rendering *r, const char *value)
{
    int32_t day = (int32_t)strtol(value, NULL, 10);
    char text[DATE_LONG_BYTES];
    date_format_long((struct date_interval){day, day}, text);
    put_text(r, text);
}

static void put_column(struct rendering *r, const struct message_piece *piece)
{
    for (size_t i = 0; i < r->finding->detail_count; i++) {
        const struct detail *d = &r->finding->details[i];
        if (!slice_is(piece->name, d->name))
            continue;
        if (piece->is_day)
            put_day(r, d->value);
        else
            put_text(r, d->value);
        return;
    }
    internal_fault("rule %s: no column %.*s", r->finding->rule->id, (int)piece->name.length,
                   piece->name.bytes);
}

static bool put_placeholder(struct rendering *r, const struct message_piece *piece)
{
    switch (piece->placeholder) {
    case PLACEHOLDER_NONE:
        return true;
    case PLACEHOLDER_KEY:
        return put_key_part(r, piece->key_part);
    case PLACEHOLDER_POSITIONS:
        return put_positions(r);
    case PLACEHOLDER_LIST:
        return put_list(r, piece->name, piece->style);
    case PLACEHOLDER_COLUMN:
        put_column(r, piece);
        return true;
    }
    return true;
}

static bool render(struct rendering *r)
{
    const struct message_template *template = &r->finding->rule->message;
    if (!r->finding->is_certain)
        put_text(r, "Possibly: ");
    for (size_t i = 0; i < template->count; i++) {
        put(r, template->pieces[i].text);
        if (!put_placeholder(r, &template->pieces[i]))
            return false;
    }
    return true;
}

bool message_render(struct lookups *lookups, const struct finding *finding, char **ret_message,
                    struct error *err)
{
    size_t size = 0;
    *ret_message = NULL;
    struct rendering r = {lookups, finding, memory_stream(ret_message, &size), err};
    bool ok = render(&r);
    memory_stream_end(r.out);
    if (!ok) {
        free(*ret_message);
        *ret_message = NULL;
    }
    return ok;
}
