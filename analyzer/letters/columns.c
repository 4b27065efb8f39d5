/* SPDX-License-Identifier: MIT */
#include "letters/columns.h"

#include "letters/numbers.h"

#include <ctype.h>
#include <string.h>

enum {
    RIGHT_LEAST = 12, /* where the right column may begin, in characters */
    RIGHT_MOST = 120,
    GUTTER = 2,  /* blanks between the columns */
    WIDE = 4,    /* blanks that part a third column */
    BLANKS = 3,  /* empty lines that end a table */
    NUMBERS = 2, /* numbered rows, without a head line */
    LEFT_BYTES = 64,
};

struct parting {
    struct arena *arena;
    struct slice text;
    char *out;
    uint32_t *origins;
    size_t length, room;
    size_t right; /* where the right column begins, in characters */
};

/* A line as a row of a table with its right column there. */
struct line_parts {
    struct slice left, right; /* without blanks around */
    size_t end;               /* of the line, at its newline */
    bool is_across;           /* its words cross the gutter */
};

static size_t line_end(struct slice text, size_t at)
{
    const char *end = memchr(text.bytes + at, '\n', text.length - at);
    return end ? (size_t)(end - text.bytes) : text.length;
}

static bool begins_character(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

/* Where the right column begins in a line: behind the first wide gap that is not at its start. */
static size_t gap_of(struct slice text, size_t at, size_t end)
{
    size_t column = 0, blanks = 0;
    bool has_words = false;
    for (; at < end && column < RIGHT_MOST; at++) {
        char byte = text.bytes[at];
        if (byte == '\t' || byte == '|')
            return 0;
        if (byte != ' ' && has_words && blanks >= GUTTER && column >= RIGHT_LEAST)
            return column;
        blanks = byte == ' ' ? blanks + 1 : 0;
        has_words |= byte != ' ';
        column += begins_character(byte);
    }
    return 0;
}

static struct line_parts part_line(const struct parting *p, size_t at)
{
    struct line_parts parts = {.end = line_end(p->text, at)};
    size_t column = 0, begin = at;
    for (; at < parts.end && column < p->right; at++)
        column += begins_character(p->text.bytes[at]);
    while (at < parts.end && !begins_character(p->text.bytes[at]))
        at++;
    parts.left = slice_trim((struct slice){p->text.bytes + begin, at - begin});
    parts.right = slice_trim((struct slice){p->text.bytes + at, parts.end - at});
    parts.is_across = at < parts.end && at >= begin + GUTTER &&
                      (p->text.bytes[at - 1] != ' ' || p->text.bytes[at - GUTTER] != ' ');
    return parts;
}

static bool has_one_of(struct slice text, const char *const *words)
{
    char small[LEFT_BYTES];
    size_t length = text.length < sizeof small ? text.length : sizeof small;
    for (size_t i = 0; i < length; i++)
        small[i] = (char)tolower((unsigned char)text.bytes[i]);
    for (; *words; words++)
        if (memmem(small, length, *words, strlen(*words)))
            return true;
    return false;
}

/* "Information requested      Our reply" */
static bool is_head_line(const struct line_parts *parts)
{
    static const char *const asked[] = {"request", "question", "ask", "sought", "enquir", NULL};
    static const char *const told[] = {"repl", "respon", "answer", "decision", NULL};
    return parts->left.length < LEFT_BYTES && parts->right.length < LEFT_BYTES &&
           has_one_of(parts->left, asked) && has_one_of(parts->right, told);
}

static bool is_numbered(struct slice left, size_t *ret_end)
{
    char small[LEFT_BYTES];
    size_t length = left.length < sizeof small ? left.length : sizeof small;
    for (size_t i = 0; i < length; i++)
        small[i] = (char)tolower((unsigned char)left.bytes[i]);
    struct slice text = {small, length};
    struct number_list numbers = {.end = 0};
    bool is_one = numbers_at_start(text, &numbers) || numbers_of_row(text, &numbers);
    *ret_end = is_one ? numbers.end : 0;
    return is_one;
}

/* "Do we have it?:     Yes": the words of a form, with what stands behind them; not "Q1:". */
static bool is_label(struct slice left)
{
    size_t end;
    return left.length > 1 && left.bytes[left.length - 1] == ':' &&
           (!is_numbered(left, &end) || end < left.length);
}

static bool has_wide_gap(struct slice text)
{
    size_t blanks = 0;
    for (size_t i = 0; i < text.length; i++) {
        blanks = text.bytes[i] == ' ' ? blanks + 1 : 0;
        if (blanks >= WIDE)
            return true;
    }
    return false;
}

/* Where the table that begins here ends; *ret_is_one: whether it is one of questions and replies.
 */
static size_t table_end(const struct parting *p, size_t begin, bool *ret_is_one)
{
    size_t end = begin, blanks = 0, rows = 0, numbered = 0, wide = 0, labels = 0, number_end;
    bool has_head = false, is_beside = false;
    for (size_t at = begin; at < p->text.length;) {
        struct line_parts parts = part_line(p, at);
        blanks = parts.left.length || parts.right.length ? 0 : blanks + 1;
        if (parts.is_across || blanks >= BLANKS)
            break;
        at = parts.end + (parts.end < p->text.length);
        is_beside = parts.right.length > 0 || (is_beside && parts.left.length > 0);
        if (is_beside)
            end = at; /* what only stands left below the last row is none of the table's */
        if (!parts.right.length)
            continue;
        has_head |= parts.left.length && is_head_line(&parts);
        wide += has_wide_gap(parts.right);
        rows += parts.left.length > 0;
        numbered += is_numbered(parts.left, &number_end);
        labels += is_label(parts.left);
    }
    *ret_is_one = rows >= NUMBERS && wide * 2 < rows && labels * 2 < rows &&
                  (has_head || numbered >= NUMBERS);
    return end;
}

static void put(struct parting *p, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (p->length + 1 >= p->room) {
            size_t room = 2 * p->room;
            char *out = arena_new(p->arena, room, 1);
            uint32_t *origins = arena_new(p->arena, room, sizeof *origins);
            memcpy(out, p->out, p->length);
            memcpy(origins, p->origins, p->length * sizeof *origins);
            p->out = out;
            p->origins = origins;
            p->room = room;
        }
        p->origins[p->length] = (uint32_t)(bytes + i - p->text.bytes);
        p->out[p->length++] = bytes[i];
    }
}

/* A mark that the letter has not, as if it stood behind what was put last. */
static void put_mark(struct parting *p, char mark)
{
    uint32_t place = p->length ? p->origins[p->length - 1] : 0;
    put(p, p->text.bytes + place, 1);
    p->out[p->length - 1] = mark;
}

/* Does the line begin a row of its own, behind one with these words at its left? */
static bool begins_row(const struct line_parts *line, struct slice left_before, bool was_head)
{
    if (!line->left.length || !left_before.length)
        return false;
    size_t number_end;
    bool is_whole = strchr("?.", left_before.bytes[left_before.length - 1]) &&
                    isupper((unsigned char)*line->left.bytes);
    return was_head || is_numbered(line->left, &number_end) || (is_whole && line->right.length);
}

/* The cells of a row: the lines of the left one, then those of the right one. */
static void put_row(struct parting *p, size_t begin, size_t end)
{
    for (int side = 0; side < 2; side++) {
        bool has_any = false;
        for (size_t at = begin; at < end;) {
            struct line_parts parts = part_line(p, at);
            struct slice cell = side ? parts.right : parts.left;
            at = parts.end + 1;
            if (!cell.length)
                continue;
            if (has_any)
                put_mark(p, ' ');
            put(p, cell.bytes, cell.length);
            has_any = true;
        }
        if (has_any)
            put_mark(p, '\n');
    }
    put_mark(p, '\n');
}

static void put_table(struct parting *p, size_t begin, size_t end)
{
    size_t row = begin;
    struct slice left = {"", 0};
    bool was_head = false;
    for (size_t at = begin; at < end;) {
        struct line_parts parts = part_line(p, at);
        bool is_blank = !parts.left.length && !parts.right.length;
        if (is_blank || begins_row(&parts, left, was_head)) {
            if (row < at)
                put_row(p, row, at);
            row = at;
            left.length = 0;
        }
        was_head = is_head_line(&parts);
        if (parts.left.length)
            left = parts.left;
        at = parts.end + (parts.end < p->text.length);
        if (is_blank)
            row = at;
    }
    if (row < end)
        put_row(p, row, end);
}

bool columns_part(struct arena *arena, struct slice text, struct slice *ret_text,
                  uint32_t **ret_origins)
{
    struct parting p = {.arena = arena, .text = text};
    size_t done = 0;
    for (size_t at = 0; at < text.length;) {
        size_t end = line_end(text, at), table = end + 1;
        bool is_table = false;
        p.right = gap_of(text, at, end);
        if (p.right)
            table = table_end(&p, at, &is_table);
        if (is_table) {
            if (!p.out) {
                p.room = text.length + text.length / 8 + LEFT_BYTES;
                p.out = arena_new(arena, p.room, 1);
                p.origins = arena_new(arena, p.room, sizeof *p.origins);
            }
            put(&p, text.bytes + done, at - done);
            put_table(&p, at, table);
            done = table;
        }
        at = table > at ? table : end + 1;
    }
    if (!done)
        return false;
    put(&p, text.bytes + done, text.length - done);
    p.origins[p.length] = (uint32_t)text.length;
    *ret_text = (struct slice){p.out, p.length};
    *ret_origins = p.origins;
    return true;
}
