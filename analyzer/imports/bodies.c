/* SPDX-License-Identifier: MIT */
#include "imports/bodies.h"

#include "base/memory.h"
#include "domain/name.h"
#include "imports/short_name.h"
#include "intake/force_hints.h"
#include "intake/single_force.h"
#include "intake/value.h"

#include <stdio.h>
#include <string.h>

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

/* Marks of a footnote behind a name. */
static struct slice without_marks(struct slice text)
{
    static const char *const marks[] = {"*",        "\xe2\x80\xa0", "\xe2\x80\xa1",
                                        "\xc2\xb9", "\xc2\xb2",     "\xc2\xb3"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        while (slice_ends_with(text, marks[i])) {
            text = slice_trim(slice_without_end(text, marks[i]));
            i = 0;
        }
    return text;
}

/* As people shorten it in a list. */
static bool read_short(const struct bodies *b, struct slice text, struct body *ret)
{
    struct slice name = without_marks(text);
    if (!name.length || memchr(name.bytes, '?', name.length) ||
        hint_of_body(&b->registry.book, name))
        return false;
    if (name.length < text.length && read_one(b, name, ret)) {
        ret->words = text;
        return true;
    }
    int32_t number = short_name_find(&b->registry.forces, &b->registry.book, name);
    if (number)
        *ret = (struct body){
            .kind = BODY_FORCE, .number = number, .words = text, .advice = "", .is_short = true};
    return number != 0;
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

static size_t read_part(const struct bodies *b, struct slice text, struct body *list, size_t count);

static bool is_known(const struct bodies *b, struct slice text, struct body *ret)
{
    return read_one(b, text, ret) || read_short(b, text, ret);
}

/* Where a part of a list ends, and how long what stands behind it is: signs, or words too. */
static size_t end_of_part(struct slice text, bool by_words, size_t *ret_between)
{
    static const char *const words[] = {" and ", " & ", " plus ", "&", " - "};
    for (size_t i = 0; i < text.length; i++) {
        *ret_between = strchr(";,/|+\n", text.bytes[i]) && text.bytes[i] ? 1 : 0;
        for (size_t j = 0; by_words && !*ret_between && j < sizeof words / sizeof *words; j++) {
            size_t length = strlen(words[j]);
            if (i + length <= text.length && memcmp(text.bytes + i, words[j], length) == 0)
                *ret_between = length;
        }
        if (*ret_between)
            return i;
    }
    *ret_between = 0;
    return text.length;
}

/* "Suffolk and Dorset joint unit": more than a bad name, so that its list is for a person. */
static bool names_a_force(const struct bodies *b, struct slice text)
{
    size_t between = 1;
    for (size_t at = 0; between; at += between) {
        struct slice rest = {text.bytes + at, text.length - at};
        size_t end = end_of_part(rest, true, &between);
        if (hint_of_force_within(&b->registry.forces, (struct slice){rest.bytes, end}))
            return true;
        at += end;
    }
    return false;
}

/* "Kent, Wessex and Surrey": each part for itself, where one of them is known. */
static size_t read_list(const struct bodies *b, struct slice text, struct body *list, size_t count,
                        bool by_words)
{
    struct body parts[BODIES_MAX];
    size_t found = 0, known = 0, between;
    for (size_t at = 0; at < text.length && found < BODIES_MAX; at += between) {
        struct slice rest = {text.bytes + at, text.length - at};
        size_t end = end_of_part(rest, by_words, &between);
        struct slice part = slice_trim((struct slice){rest.bytes, end});
        at += end;
        if (!between && !found)
            return 0;
        if (!part.length)
            continue;
        size_t before = found;
        if (!by_words)
            found = read_part(b, part, parts, found);
        else if (is_known(b, part, &parts[found]))
            found++;
        else
            parts[found++] = (struct body){.kind = BODY_UNKNOWN, .words = part, .advice = ""};
        for (size_t i = before; i < found; i++)
            if (parts[i].kind == BODY_UNKNOWN && names_a_force(b, parts[i].words))
                return 0;
        for (size_t i = before; i < found; i++)
            known += parts[i].kind == BODY_FORCE || parts[i].kind == BODY_COLLABORATION;
    }
    size_t total = count;
    for (size_t i = 0; known && i < found; i++)
        total = add(list, total, parts[i]);
    return known ? total : 0;
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
        struct slice words = as_written(text, part->words);
        if (!part->number && !is_known(b, words, &body))
            read_other(b, words, &body);
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
    if (read_short(b, text, &body))
        return add(list, count, body);
    size_t total = read_list(b, text, list, count, false);
    if (!total && !hint_of_body(&b->registry.book, text))
        total = read_list(b, text, list, count, true);
    if (total)
        return total;
    read_other(b, text, &body);
    return add(list, count, body);
}

size_t bodies_read(const struct bodies *b, struct slice text, struct body ret[BODIES_MAX])
{
    text = slice_trim(text);
    return text.length ? read_part(b, text, ret, 0) : 0;
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
