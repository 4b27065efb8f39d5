/* SPDX-License-Identifier: MIT */
#include "letters/folded.h"

#include "base/utf8.h"
#include "letters/columns.h"

#include <ctype.h>
#include <string.h>
#include <utf8proc.h>

enum {
    GROWTH = 18, /* bytes that a character of the letter may become */
    SOFT_HYPHEN = 0xad,
    BULLET = '*',
};

struct folding {
    struct folded *out;
    struct slice text;
    struct arena *arena;
    size_t room;
    size_t at;          /* the character at hand */
    bool is_line_start; /* nothing but blanks, > and | so far */
    bool has_border;    /* one | among these */
    size_t letters, capitals;
    struct folded_line line;
};

static void put(struct folding *f, const char *bytes, size_t count)
{
    struct folded *out = f->out;
    for (size_t i = 0; i < count; i++) {
        out->origins[out->length] = (uint32_t)f->at;
        out->text[out->length++] = bytes[i];
    }
}

static void put_space(struct folding *f)
{
    struct folded *out = f->out;
    if (out->length > f->line.begin && out->text[out->length - 1] != ' ')
        put(f, " ", 1);
}

static void end_line(struct folding *f)
{
    struct folded *out = f->out;
    while (out->length > f->line.begin && out->text[out->length - 1] == ' ')
        out->length--;
    f->line.end = out->length;
    f->line.is_shouted = f->letters > 0 && f->letters == f->capitals;
    out->lines =
        arena_grow(f->arena, out->lines, out->line_count, &out->line_room, sizeof *out->lines);
    out->lines[out->line_count++] = f->line;
    put(f, "\n", 1);
    f->line = (struct folded_line){.begin = out->length};
    f->is_line_start = true;
    f->has_border = false;
    f->letters = f->capitals = 0;
}

static int32_t character_at(const struct folding *f, size_t at, size_t *ret_next)
{
    int32_t character = -1;
    *ret_next = at + utf8_next(f->text, at, &character);
    return character;
}

static bool is_space(int32_t c)
{
    return c == ' ' || c == '\t' || c == 0xa0 ||
           (c > 0x7f && utf8proc_category(c) == UTF8PROC_CATEGORY_ZS);
}

static bool is_dash(int32_t c)
{
    return c == '-' || c == 0x2212 || (c > 0x7f && utf8proc_category(c) == UTF8PROC_CATEGORY_PD);
}

/* Where a word goes on that a hyphen cut at the end of a line: the place of its next letter, else
 * 0. `at` stands behind the hyphen. */
static size_t rest_of_word(const struct folding *f, size_t at)
{
    const struct folded *out = f->out;
    if (out->length == f->line.begin ||
        !(out->text[out->length - 1] >= 'a' && out->text[out->length - 1] <= 'z'))
        return 0;
    size_t next = at;
    while (at < f->text.length && (f->text.bytes[at] == ' ' || f->text.bytes[at] == '\r'))
        at++;
    if (at >= f->text.length || f->text.bytes[at] != '\n')
        return 0;
    do {
        at++;
    } while (at < f->text.length && (f->text.bytes[at] == ' ' || f->text.bytes[at] == '>'));
    if (at >= f->text.length)
        return 0;
    int32_t c = character_at(f, at, &next);
    bool is_small =
        (c >= 'a' && c <= 'z') || (c > 0x7f && utf8proc_category(c) == UTF8PROC_CATEGORY_LL);
    return is_small ? at : 0;
}

/* "(cid:127)" at a place of the text: its length, else 0. */
static size_t cid_length(const struct folding *f)
{
    static const char begin[] = "(cid:";
    size_t at = f->at + sizeof begin - 1;
    if (f->text.length < at || memcmp(f->text.bytes + f->at, begin, sizeof begin - 1) != 0)
        return 0;
    while (at < f->text.length && f->text.bytes[at] >= '0' && f->text.bytes[at] <= '9')
        at++;
    return at < f->text.length && f->text.bytes[at] == ')' ? at + 1 - f->at : 0;
}

/* The bytes of a bullet that begins the line here, else 0. */
static size_t bullet_length(const struct folding *f, int32_t c, size_t next)
{
    static const int32_t bullets[] = {0x2022, 0x2023, 0x25cf, 0x25cb, 0x25a0, 0x25aa, 0x25ab,
                                      0x25e6, 0x2043, 0xb7,   0x2219, 0x27a2, 0x2713, 0x25b6,
                                      0x25ba, 0x2756, 0x274f, 0x203a, 0xfffd};
    size_t cid = c == '(' ? cid_length(f) : 0;
    if (cid)
        return cid;
    bool is_bullet = c > 0x7f && utf8proc_category(c) == UTF8PROC_CATEGORY_CO;
    for (size_t i = 0; !is_bullet && i < sizeof bullets / sizeof *bullets; i++)
        is_bullet = c == bullets[i];
    size_t after = next;
    bool is_before_space = next < f->text.length && is_space(character_at(f, next, &after));
    if (!is_bullet && (c == 'o' || c == '*' || is_dash(c)) && is_before_space)
        is_bullet = true;
    return is_bullet ? next - f->at : 0;
}

/* One character for each kind of quote; 0 for anything else. */
static char quote_of(int32_t c)
{
    static const int32_t singles[] = {'`',    0xb4,   0x2b9,  0x2bb,  0x2bc,  0x2bd, 0x2018,
                                      0x2019, 0x201a, 0x201b, 0x2032, 0x2039, 0xff07};
    static const int32_t doubles[] = {0xab, 0xbb, 0x201c, 0x201d, 0x201e, 0x201f, 0x2033, 0xff02};
    for (size_t i = 0; i < sizeof singles / sizeof *singles; i++)
        if (c == singles[i])
            return '\'';
    for (size_t i = 0; i < sizeof doubles / sizeof *doubles; i++)
        if (c == doubles[i])
            return '"';
    return 0;
}

/* Small, without marks, in its compatible form. */
static void put_unicode(struct folding *f, int32_t c)
{
    utf8proc_int32_t parts[GROWTH];
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(c, parts, GROWTH,
                                UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                    UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
                                &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < GROWTH; i++) {
        utf8proc_uint8_t bytes[UTF8_BYTES];
        utf8proc_ssize_t length = utf8proc_encode_char(parts[i], bytes);
        if (parts[i] == ' ')
            put_space(f);
        else
            put(f, (const char *)bytes, (size_t)length);
    }
}

/* Is the letter t at hand the end of a negative written without its apostrophe ("dont")? */
static bool ends_negation(const struct folding *f)
{
    static const char *const stems[] = {"don",   "doesn", "didn",    "isn",  "aren",   "wasn",
                                        "weren", "hasn",  "haven",   "hadn", "couldn", "wouldn",
                                        "can",   "won",   "shouldn", NULL};
    size_t next = f->at + 1;
    bool is_inside = next < f->text.length && isalnum((unsigned char)f->text.bytes[next]);
    for (const char *const *stem = stems; *stem && !is_inside; stem++) {
        size_t length = strlen(*stem), begin = f->out->length - length;
        bool is_stem = f->out->length >= length &&
                       memcmp(f->out->text + begin, *stem, length) == 0 &&
                       (begin == 0 || !isalnum((unsigned char)f->out->text[begin - 1]));
        if (is_stem)
            return true;
    }
    return false;
}

static void put_character(struct folding *f, int32_t c)
{
    char byte = c < 0x80 && c != '`' ? (char)c : quote_of(c);
    if (is_dash(c))
        byte = '-';
    bool is_capital =
        c < 0x80 ? c >= 'A' && c <= 'Z' : utf8proc_category(c) == UTF8PROC_CATEGORY_LU;
    bool is_letter = is_capital || (c < 0x80 ? c >= 'a' && c <= 'z'
                                             : utf8proc_category(c) == UTF8PROC_CATEGORY_LL);
    f->letters += is_letter;
    f->capitals += is_capital;
    f->out->has_capitals |= is_capital;
    if (f->out->length == f->line.begin + (f->line.is_bullet ? 2 : 0))
        f->line.has_capital = is_capital;
    if (!byte) {
        put_unicode(f, c);
        return;
    }
    if (is_capital && c < 0x80)
        byte = (char)(byte - 'A' + 'a');
    if (byte == 't' && ends_negation(f))
        put(f, "'", 1);
    put(f, &byte, 1);
}

/* What may stand before the words of a line. True: it was taken, up to *next. */
static bool take_line_start(struct folding *f, int32_t c, size_t *next)
{
    if (is_space(c)) {
        f->line.indent++;
        return true;
    }
    if (c == '>' || c == '|') {
        enum { EMPTY_CELL = 3 };
        bool is_cell = c == '|' && (f->has_border || f->line.indent >= EMPTY_CELL);
        f->line.quote_depth += c == '>';
        f->line.column += is_cell;
        f->has_border |= c == '|';
        return true;
    }
    f->is_line_start = false;
    size_t bullet = bullet_length(f, c, *next);
    if (!bullet)
        return false;
    const char mark = BULLET;
    put(f, &mark, 1);
    put(f, " ", 1);
    f->line.is_bullet = true;
    *next = f->at + bullet;
    return true;
}

/* A border between cells is an end of a line, one at the end of a line nothing. */
static void put_border(struct folding *f, size_t next)
{
    uint32_t quote_depth = f->line.quote_depth, column = f->line.column;
    while (next < f->text.length && (f->text.bytes[next] == ' ' || f->text.bytes[next] == '\t'))
        next++;
    if (next == f->text.length || f->text.bytes[next] == '\n')
        return;
    end_line(f);
    f->line.quote_depth = quote_depth;
    f->line.column = column + 1;
}

/* Most of a letter needs no look at what Unicode says of it. */
static bool is_plain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

static size_t fold_character(struct folding *f)
{
    size_t next;
    if (!f->is_line_start && is_plain(f->text.bytes[f->at])) {
        put_character(f, f->text.bytes[f->at]);
        return f->at + 1;
    }
    int32_t c = character_at(f, f->at, &next);
    if (c == '\n' || c == '\f' || c == 0x2028 || c == 0x2029) {
        end_line(f);
        return next;
    }
    if (f->is_line_start && !(utf8_is_blank(c) && !is_space(c)) && take_line_start(f, c, &next))
        return next;
    size_t rest = is_dash(c) || c == SOFT_HYPHEN ? rest_of_word(f, next) : 0;
    if (rest)
        return rest;
    if (is_space(c))
        put_space(f);
    else if (c == '|')
        put_border(f, next);
    else if (c >= ' ' && c != 0x7f && !utf8_is_blank(c) && !utf8_is_deceptive(c))
        put_character(f, c);
    return next;
}

static void make_room(struct folding *f)
{
    struct folded *out = f->out;
    if (f->room - out->length > 4 * GROWTH)
        return;
    size_t room = 2 * f->room;
    char *text = arena_new(f->arena, room + 1, 1);
    uint32_t *origins = arena_new(f->arena, room + 1, sizeof *origins);
    memcpy(text, out->text, out->length);
    memcpy(origins, out->origins, out->length * sizeof *origins);
    out->text = text;
    out->origins = origins;
    f->room = room;
}

void fold_letter(struct arena *arena, struct slice text, struct folded *ret)
{
    *ret = (struct folded){.source = text};
    struct folding f = {.out = ret, .text = text, .arena = arena, .is_line_start = true};
    f.room = text.length + text.length / 8 + 16 * GROWTH;
    ret->text = arena_new(arena, f.room + 1, 1);
    ret->origins = arena_new(arena, f.room + 1, sizeof *ret->origins);
    while (f.at < text.length) {
        make_room(&f);
        f.at = fold_character(&f);
    }
    make_room(&f);
    end_line(&f);
    ret->text[ret->length] = '\0';
    ret->origins[ret->length] = (uint32_t)text.length;
}

void fold_columns(struct arena *arena, struct slice text, struct folded *ret)
{
    struct slice parted;
    uint32_t *places;
    if (!columns_part(arena, text, &parted, &places)) {
        fold_letter(arena, text, ret);
        return;
    }
    fold_letter(arena, parted, ret);
    for (size_t i = 0; i <= ret->length; i++)
        ret->origins[i] = places[ret->origins[i]];
    ret->source = text;
}

struct letter_span folded_origin(const struct folded *folded, size_t begin, size_t end)
{
    struct letter_span span = {folded->origins[begin], folded->origins[begin]};
    if (end > begin) {
        int32_t last;
        size_t at = folded->origins[end - 1];
        if (at < span.begin) { /* the cell at its right begins higher */
            span.end = at;
            at = span.begin;
            span.begin = span.end;
        }
        span.end = at + utf8_next(folded->source, at, &last);
    }
    return span;
}
