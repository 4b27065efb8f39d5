/* SPDX-License-Identifier: MIT */
#include "imports/bodies.h"

#include "base/memory.h"
#include "domain/name.h"
#include "intake/force_hints.h"
#include "intake/single_force.h"
#include "intake/value.h"

#include <stdio.h>

bool bodies_open(sqlite3 *db, struct bodies *ret, struct error *err)
{
    *ret = (struct bodies){0};
    registry_open(&ret->registry, db);
    return registry_read_book(&ret->registry, err) && registry_read_forces(&ret->registry, err) &&
           registry_read_collaborations(&ret->registry, err) &&
           registry_read_tools(&ret->registry, err) && speakers_load(db, &ret->speakers, err);
}

void bodies_close(struct bodies *b)
{
    speakers_done(&b->speakers);
    registry_close(&b->registry);
}

static struct slice id_of(const struct names *names, int32_t number)
{
    for (size_t i = 0; i < names->ids.count; i++)
        if (names->ids.numbers[i] == number)
            return slice_of(names->ids.texts[i]);
    return slice_of("");
}

struct slice bodies_force_id(const struct bodies *b, int32_t force_no)
{
    return id_of(&b->registry.forces, force_no);
}

struct slice bodies_collaboration_id(const struct bodies *b, int32_t collaboration_no)
{
    return id_of(&b->registry.collaborations, collaboration_no);
}

/* What stands in the bracket at its end: "EMSOU". */
static struct slice in_bracket(struct slice text)
{
    if (!text.length || text.bytes[text.length - 1] != ')')
        return slice_of("");
    size_t at = text.length - 1;
    while (at && text.bytes[at - 1] != '(')
        at--;
    return at ? slice_trim((struct slice){text.bytes + at, text.length - 1 - at}) : slice_of("");
}

static int32_t find_collaboration(const struct bodies *b, struct slice text)
{
    const struct names *names = &b->registry.collaborations;
    int32_t number = names_find(names, text, true);
    return number > 0 ? number : names_find(names, in_bracket(text), false);
}

static bool is_commissioner(const char *advice)
{
    return strstr(advice, "a commissioner is") != NULL;
}

/* A commissioner by a name of the office, else by the force that the name holds. */
static int32_t force_of_commissioner(const struct bodies *b, struct slice text)
{
    const struct names *forces = &b->registry.forces;
    const struct word_meaning *office = word_book_find(&b->registry.book, "commissioner", text);
    return office ? names_find(forces, slice_of(office->word), false)
                  : hint_of_force_within(forces, text);
}

/* The whole text as one body. */
static bool read_one(const struct bodies *b, struct slice text, struct body *ret)
{
    const struct registry *r = &b->registry;
    const char *advice;
    *ret = (struct body){.kind = BODY_FORCE, .words = text, .advice = ""};
    ret->number = names_find(&r->forces, text, true);
    if (ret->number > 0 && !bracket_names_other(&r->forces, &r->book, text, ret->number, &advice) &&
        !bracket_names_other(&r->collaborations, &r->book, text, VALUE_NEW, &advice))
        return true;
    ret->kind = BODY_COLLABORATION;
    ret->number = find_collaboration(b, text);
    return ret->number > 0;
}

static void read_other(const struct bodies *b, struct slice text, struct body *ret)
{
    const struct registry *r = &b->registry;
    const char *advice = hint_of_body(&r->book, text);
    *ret = (struct body){.kind = BODY_UNKNOWN, .words = text, .advice = advice ? advice : ""};
    bool is_office = word_book_find(&r->book, "commissioner", text);
    if (is_office || (advice && is_commissioner(advice))) {
        ret->kind = BODY_COMMISSIONER;
        ret->number = force_of_commissioner(b, text);
    } else if (advice)
        ret->kind = BODY_OTHER;
}

static bool is_there(const struct body *list, size_t count, const struct body *body)
{
    for (size_t i = 0; i < count; i++)
        if (body->kind != BODY_UNKNOWN && body->kind != BODY_OTHER && list[i].kind == body->kind &&
            list[i].number == body->number)
            return true;
    return false;
}

static size_t add(struct body *list, size_t count, struct body body)
{
    if (count < BODIES_MAX && !is_there(list, count, &body))
        list[count++] = body;
    return count;
}

/* As the cell writes what was folded, or the whole cell where it writes it otherwise. */
static struct slice as_written(struct slice cell, struct slice folded)
{
    for (size_t at = 0; at + folded.length <= cell.length; at++) {
        struct slice words = {cell.bytes + at, folded.length};
        char again[NAME_BYTES];
        name_fold(words, again);
        if (slice_is(folded, again))
            return words;
    }
    return cell;
}

/* What is no force's name costs no more than itself. */
static bool read_several(const struct bodies *b, struct slice text, struct body *list,
                         size_t *count)
{
    struct force_parts parts;
    if (!single_force_parts(&b->registry, text, &parts))
        return false;
    for (size_t i = 0; i < parts.count; i++) {
        const struct force_part *part = &parts.list[i];
        struct body body = {
            .kind = BODY_FORCE, .number = part->number, .words = text, .advice = ""};
        if (!part->number)
            read_other(b, as_written(text, part->words), &body);
        *count = add(list, *count, body);
    }
    return true;
}

static size_t read_part(const struct bodies *b, struct slice text, struct body *list, size_t count)
{
    struct body body;
    if (read_one(b, text, &body))
        return add(list, count, body);
    if (read_several(b, text, list, &count))
        return count;
    read_other(b, text, &body);
    return add(list, count, body);
}

size_t bodies_read(const struct bodies *b, struct slice text, struct body ret[BODIES_MAX])
{
    size_t count = 0;
    struct body whole;
    text = slice_trim(text);
    if (!text.length)
        return 0;
    if (read_one(b, text, &whole))
        return add(ret, 0, whole);
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && text.bytes[end] != ';' && text.bytes[end] != '\n')
            end++;
        struct slice part = slice_trim((struct slice){text.bytes + at, end - at});
        if (part.length)
            count = read_part(b, part, ret, count);
        at = end + 1;
    }
    return count;
}

int32_t bodies_of_title(struct bodies *b, struct slice title)
{
    int32_t whole = names_find(&b->registry.forces, title, true);
    if (whole > 0)
        return whole;
    SCOPED_TEXT text = slice_copy(title);
    const struct speaker *found = speakers_of_name(&b->speakers, text);
    return found ? found->force_no : 0;
}

int32_t bodies_of_address(struct bodies *b, struct slice address)
{
    const char *begin = NULL;
    for (size_t i = 0; i + 3 <= address.length && !begin; i++)
        if (memcmp(address.bytes + i, "://", 3) == 0)
            begin = address.bytes + i + 3;
    if (!begin)
        return 0;
    size_t length = 0, rest = address.length - (size_t)(begin - address.bytes);
    while (length < rest && begin[length] != '/' && begin[length] != '?' && begin[length] != '#')
        length++;
    SCOPED_TEXT sender = memory_print("foi@%.*s", (int)length, begin);
    const struct speaker *found = speakers_of_sender(&b->speakers, sender);
    return found ? found->force_no : 0;
}
