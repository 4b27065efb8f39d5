/* SPDX-License-Identifier: MIT */
#include "base/pattern_clues.h"

#include "base/pattern_part.h"

#include <ctype.h>
#include <limits.h>

enum { CLASS_MAX = 16 };

/* The pattern, read from left to right. What is not known here (options, verbs, references)
 * fails, and then a match may begin anywhere. */
struct reading {
    const char *at, *end;
    struct arena *arena;
    bool failed;
};

static struct pattern_part read_alternatives(struct reading *r);

static bool is_next(const struct reading *r, char byte)
{
    return r->at < r->end && *r->at == byte;
}

static bool take(struct reading *r, const char *text)
{
    size_t length = strlen(text);
    if ((size_t)(r->end - r->at) < length || memcmp(r->at, text, length) != 0)
        return false;
    r->at += length;
    return true;
}

static struct pattern_part any(const struct reading *r)
{
    return pattern_part_of(clue_set_any(r->arena));
}

/* Takes no bytes. */
static struct pattern_part empty(const struct reading *r, enum pattern_clue_place place)
{
    return pattern_part_of(clue_set_empty(r->arena, place));
}

static struct pattern_part fail(struct reading *r)
{
    r->failed = true;
    r->at = r->end;
    return any(r);
}

static bool is_plain(char byte)
{
    return isalnum((unsigned char)byte) || byte == ' ' || byte == ',' || byte == '-';
}

/* The bytes that one character of a class may begin with. */
struct byte_class {
    bool has[CLUE_BEYOND_ASCII + 1];
};

static void add_range(struct byte_class *class, unsigned first, unsigned last)
{
    for (unsigned byte = first; byte <= last; byte++)
        class->has[byte] = true;
}

static struct pattern_part part_of_class(struct reading *r, const struct byte_class *class)
{
    unsigned char bytes[CLASS_MAX];
    size_t count = 0;
    for (unsigned byte = 0; byte <= CLUE_BEYOND_ASCII; byte++) {
        if (!class->has[byte])
            continue;
        if (count == CLASS_MAX)
            return any(r);
        bytes[count++] = (unsigned char)byte;
    }
    return pattern_part_of(clue_set_bytes(r->arena, bytes, count));
}

static void add_digits(struct byte_class *class)
{
    add_range(class, '0', '9');
    class->has[CLUE_BEYOND_ASCII] = true;
}

enum { DIGITS = CLUE_BEYOND_ASCII + 1 };

/* One byte of a class, or DIGITS, which are added. False: something else. */
static bool take_class_item(struct reading *r, struct byte_class *class, unsigned *ret_byte)
{
    unsigned char byte = (unsigned char)*r->at++;
    *ret_byte = byte;
    if (byte == '[' && r->at < r->end && strchr(":.=", *r->at))
        return false;
    if (byte >= 0x80)
        *ret_byte = CLUE_BEYOND_ASCII;
    if (byte != '\\')
        return true;
    if (r->at == r->end)
        return false;
    byte = (unsigned char)*r->at++;
    *ret_byte = byte == 'd' ? DIGITS : byte;
    if (byte == 'd')
        add_digits(class);
    return byte == 'd' || (byte < 0x80 && !isalnum(byte));
}

/* "[a-z]", behind its bracket */
static struct pattern_part read_class(struct reading *r)
{
    struct byte_class class = {0};
    bool is_negated = take(r, "^");
    for (bool is_first = true; r->at < r->end && (is_first || *r->at != ']'); is_first = false) {
        unsigned first, last;
        if (!take_class_item(r, &class, &first))
            return fail(r);
        last = first;
        if (r->end - r->at > 1 && r->at[0] == '-' && r->at[1] != ']') {
            r->at++;
            if (!take_class_item(r, &class, &last) || last < first || first == DIGITS ||
                last == DIGITS)
                return fail(r);
        }
        if (first != DIGITS)
            add_range(&class, first, last);
    }
    if (!take(r, "]"))
        return fail(r);
    return is_negated ? any(r) : part_of_class(r, &class);
}

static struct pattern_part read_escape(struct reading *r)
{
    if (r->at == r->end)
        return fail(r);
    unsigned char letter = (unsigned char)*r->at++;
    struct byte_class digits = {0};
    switch (letter) {
    case 'd':
        add_digits(&digits);
        return part_of_class(r, &digits);
    case 'b':
        return empty(r, CLUE_WORD_START);
    case 'A':
        return empty(r, CLUE_TEXT_START);
    case 'B':
    case 'K':
    case 'z':
    case 'Z':
        return empty(r, CLUE_ANYWHERE);
    case 'w':
    case 'W':
    case 's':
    case 'S':
    case 'D':
        return any(r);
    default:
        return isalnum(letter) || letter >= 0x80
                   ? fail(r)
                   : pattern_part_of(clue_set_bytes(r->arena, &letter, 1));
    }
}

/* A group, behind its bracket. What only looks around takes no bytes. */
static struct pattern_part read_group(struct reading *r)
{
    static const char *const looks[] = {"?=", "?!", "?<=", "?<!", NULL};
    bool is_look = false;
    for (const char *const *look = looks; *look && !is_look; look++)
        is_look = take(r, *look);
    if (!is_look && !take(r, "?:") && (is_next(r, '?') || is_next(r, '*')))
        return fail(r);
    struct pattern_part inside = read_alternatives(r);
    if (!take(r, ")"))
        return fail(r);
    return is_look ? empty(r, CLUE_ANYWHERE) : inside;
}

/* A character, or several of ASCII of which the last is not repeated. */
static struct pattern_part read_characters(struct reading *r)
{
    const char *begin = r->at++;
    while ((unsigned char)*begin >= 0x80 && r->at < r->end &&
           ((unsigned char)*r->at & 0xc0) == 0x80)
        r->at++;
    while ((unsigned char)*begin < 0x80 && r->at < r->end && is_plain(*r->at) &&
           (r->at + 1 == r->end || !strchr("?*+{", r->at[1])))
        r->at++;
    return pattern_part_of(clue_set_text(r->arena, (struct slice){begin, (size_t)(r->at - begin)}));
}

static struct pattern_part read_atom(struct reading *r)
{
    if (take(r, "("))
        return read_group(r);
    if (take(r, "["))
        return read_class(r);
    if (take(r, "\\"))
        return read_escape(r);
    if (take(r, "."))
        return any(r);
    if (take(r, "^"))
        return empty(r, CLUE_TEXT_START);
    if (take(r, "$"))
        return empty(r, CLUE_ANYWHERE);
    return read_characters(r);
}

/* How often at least and at most. */
struct repetition {
    unsigned least, most;
};

static bool take_count(struct reading *r, unsigned *ret)
{
    enum { MANY = 10000 };
    const char *begin = r->at;
    for (*ret = 0; r->at < r->end && isdigit((unsigned char)*r->at); r->at++)
        *ret = *ret < MANY ? *ret * 10 + (unsigned)(*r->at - '0') : MANY;
    return r->at > begin;
}

/* "{2,}", behind its bracket; another use of the bracket is not known here. */
static bool read_counts(struct reading *r, struct repetition *ret)
{
    if (!take_count(r, &ret->least))
        return false;
    ret->most = ret->least;
    if (take(r, ",") && !take_count(r, &ret->most))
        ret->most = UINT_MAX;
    return take(r, "}");
}

static struct repetition read_repetition(struct reading *r)
{
    struct repetition times = {1, 1};
    if (take(r, "?"))
        times.least = 0;
    else if (take(r, "*"))
        times = (struct repetition){0, UINT_MAX};
    else if (take(r, "+"))
        times.most = UINT_MAX;
    else if (!take(r, "{"))
        return times;
    else if (!read_counts(r, &times))
        fail(r);
    if (!take(r, "?"))
        take(r, "+");
    return times;
}

static struct pattern_part read_piece(struct reading *r)
{
    struct pattern_part once = read_atom(r);
    struct repetition times = read_repetition(r);
    if (times.least == 1 && times.most == 1)
        return once;
    if (times.least == 0)
        return pattern_part_optional(r->arena, &once, times.most == 1);
    return pattern_part_repeated(r->arena, &once);
}

static bool is_at_end(const struct reading *r)
{
    return r->at == r->end || *r->at == '|' || *r->at == ')';
}

static struct pattern_part read_sequence(struct reading *r)
{
    struct pattern_part piece = is_at_end(r) ? empty(r, CLUE_ANYWHERE) : read_piece(r);
    if (is_at_end(r))
        return piece;
    struct part_sequence sequence = part_sequence_begin(r->arena);
    part_sequence_add(r->arena, &sequence, &piece);
    while (!is_at_end(r)) {
        piece = read_piece(r);
        part_sequence_add(r->arena, &sequence, &piece);
    }
    return part_sequence_end(r->arena, &sequence);
}

static struct pattern_part read_alternatives(struct reading *r)
{
    const struct pattern_part first = read_sequence(r);
    if (!is_next(r, '|'))
        return first;
    struct part_choice choice = part_choice_begin(&first);
    while (take(r, "|")) {
        const struct pattern_part next = read_sequence(r);
        part_choice_add(r->arena, &choice, &next);
    }
    return part_choice_end(r->arena, &choice);
}

static bool is_word_byte(unsigned char byte)
{
    return byte < 0x80 && (isalnum(byte) || byte == '_');
}

static struct pattern_clue_list told(struct arena *arena, const struct clue_set *set)
{
    struct pattern_clue_list list = {arena_new(arena, set->count, sizeof *list.items), 0};
    for (size_t i = 0; i < set->count; i++) {
        struct pattern_clue clue = set->items[i].clue;
        /* At a border of words that is no word's first byte, a word ends. */
        if (clue.place == CLUE_WORD_START && !is_word_byte(clue.bytes[0]))
            clue.place = CLUE_ANYWHERE;
        list.items[list.count++] = clue;
    }
    return list;
}

static bool is_somewhere(const struct clue_set *starts)
{
    for (size_t i = 0; i < starts->count; i++)
        if (starts->items[i].clue.length == 0 && starts->items[i].clue.place != CLUE_TEXT_START)
            return false;
    return true;
}

/* Does each start begin with one of them anyway? */
static bool is_implied(const struct clue_set *needs, const struct clue_set *starts)
{
    for (size_t i = 0; i < starts->count; i++) {
        const struct pattern_clue *start = &starts->items[i].clue;
        bool has_one = false;
        for (size_t k = 0; k < needs->count && !has_one; k++) {
            const struct pattern_clue *need = &needs->items[k].clue;
            has_one = need->length <= start->length &&
                      memcmp(need->bytes, start->bytes, need->length) == 0;
        }
        if (!has_one)
            return false;
    }
    return true;
}

void pattern_clues_of(struct slice pattern, struct arena *arena, struct pattern_clues *ret)
{
    struct reading r = {pattern.bytes, pattern.bytes + pattern.length, arena, false};
    struct pattern_part whole = read_alternatives(&r);
    *ret = (struct pattern_clues){0};
    if (r.failed || r.at < r.end)
        return;
    size_t needs = 0;
    for (size_t i = 0; i < PATTERN_NEEDS; i++)
        if (whole.inside[i].count && !is_implied(&whole.inside[i], &whole.starts))
            ret->needs[needs++] = told(arena, &whole.inside[i]);
    clue_set_open(&whole.starts);
    clue_set_tidy(arena, &whole.starts);
    if (is_somewhere(&whole.starts))
        ret->starts = told(arena, &whole.starts);
}
