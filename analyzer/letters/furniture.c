/* SPDX-License-Identifier: MIT */
#include "letters/furniture.h"

#include <ctype.h>

enum {
    NUMBERED_LINE = 120, /* bytes: a longer line that names a page is a sentence */
    BLOCK_LINES = 8,
    REPEATED_BYTES = 12, /* shorter lines stand twice by chance */
    REPEATS = 64,        /* lines near the number of a page that one is compared with, each way */
    FULL = 44,           /* bytes: a shorter line may end where its writer wanted it to */
};

struct furnishing {
    struct folded *folded;
    bool *is_out;
    size_t *paged; /* lines near the number of a page */
    size_t paged_count;
};

static struct slice line_of(const struct folded *folded, size_t line)
{
    const struct folded_line *l = &folded->lines[line];
    return (struct slice){folded->text + l->begin, l->end - l->begin};
}

static bool is_blank(const struct folded *folded, size_t line)
{
    return folded->lines[line].begin == folded->lines[line].end;
}

static size_t skip_digits(struct slice text, size_t at)
{
    while (at < text.length && isdigit((unsigned char)text.bytes[at]))
        at++;
    return at;
}

static bool has_at(struct slice text, size_t at, const char *word)
{
    size_t length = strlen(word);
    return text.length >= at + length && memcmp(text.bytes + at, word, length) == 0;
}

/* "page 2 of 3", "page 2", "page 2/3" at a place: its end, else 0. */
static size_t page_number_at(struct slice text, size_t at)
{
    static const char *const joints[] = {" of ", "/", " / ", NULL};
    if (!has_at(text, at, "page "))
        return 0;
    size_t begin = at + strlen("page "), end = skip_digits(text, begin);
    if (end == begin)
        return 0;
    for (const char *const *joint = joints; *joint; joint++)
        if (has_at(text, end, *joint)) {
            size_t more = end + strlen(*joint);
            return skip_digits(text, more) > more ? skip_digits(text, more) : end;
        }
    return end;
}

/* "2 | p a g e", "- 2 -", "2 of 3" as the whole line. */
static bool is_bare_number(struct slice text)
{
    static const char *const ends[] = {" | page", " | p a g e", " of ", " -", "|page", NULL};
    size_t begin = has_at(text, 0, "- ") || has_at(text, 0, "* ") ? 2 : 0;
    size_t end = skip_digits(text, begin);
    if (end == begin)
        return false;
    for (const char *const *e = ends; *e; e++)
        if (has_at(text, end, *e))
            return skip_digits(text, end + strlen(*e)) == text.length;
    return false;
}

static bool names_page(struct slice text)
{
    if (text.length > NUMBERED_LINE || text.length == 0)
        return false;
    if (is_bare_number(text) || (has_at(text, 0, "p a g e") && text.length < REPEATED_BYTES))
        return true;
    for (size_t at = 0; at < text.length; at++) {
        size_t end = at == 0 || text.bytes[at - 1] == ' ' ? page_number_at(text, at) : 0;
        if (end && (at == 0 || end == text.length))
            return true;
    }
    return false;
}

/* The same words, whatever the numbers. */
static bool is_same_line(struct slice a, struct slice b)
{
    size_t i = 0, k = 0;
    while (i < a.length && k < b.length) {
        size_t a_end = skip_digits(a, i), b_end = skip_digits(b, k);
        if ((a_end > i) != (b_end > k) || (a_end == i && a.bytes[i] != b.bytes[k]))
            return false;
        i = a_end > i ? a_end : i + 1;
        k = b_end > k ? b_end : k + 1;
    }
    return i == a.length && k == b.length;
}

/* Does the line stand at another border of pages too? */
static bool is_repeated(const struct furnishing *f, size_t line)
{
    struct slice text = line_of(f->folded, line);
    size_t low = 0, high = f->paged_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (f->paged[middle] < line)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low + REPEATS < f->paged_count ? low + REPEATS : f->paged_count;
    for (size_t i = low > REPEATS ? low - REPEATS : 0; i < end; i++)
        if (text.length >= REPEATED_BYTES && f->paged[i] != line &&
            is_same_line(text, line_of(f->folded, f->paged[i])))
            return true;
    return false;
}

/* The run of full lines around a line. */
static void find_block(const struct folded *folded, size_t line, size_t *ret_begin, size_t *ret_end)
{
    *ret_begin = *ret_end = line;
    while (*ret_begin > 0 && !is_blank(folded, *ret_begin - 1) && line - *ret_begin < BLOCK_LINES)
        --*ret_begin;
    while (*ret_end < folded->line_count && !is_blank(folded, *ret_end) &&
           *ret_end - line <= BLOCK_LINES)
        ++*ret_end;
}

static void find_paged(struct furnishing *f)
{
    enum { NEAR = 4 };
    size_t from = 0;
    for (size_t i = 0; i < f->folded->line_count; i++) {
        if (!names_page(line_of(f->folded, i)))
            continue;
        for (size_t k = i > from + NEAR ? i - NEAR : from; k <= i + NEAR; k++, from = k)
            if (k < f->folded->line_count && !is_blank(f->folded, k))
                f->paged[f->paged_count++] = k;
    }
}

static bool has_words_before(const struct folded *folded, size_t line)
{
    while (line > 0)
        if (!is_blank(folded, --line))
            return true;
    return false;
}

/* The run of full lines is furniture where most of its lines are: the title of the next page need
 * not be repeated. */
static void take_block(struct furnishing *f, size_t page)
{
    size_t begin, end, known = 0;
    find_block(f->folded, page, &begin, &end);
    if (end - begin > BLOCK_LINES) { /* it stands close to the text */
        for (begin = page; begin > 0 && is_repeated(f, begin - 1);)
            begin--;
        for (end = page + 1; end < f->folded->line_count && is_repeated(f, end);)
            end++;
    }
    for (size_t i = begin; i < end; i++)
        known += names_page(line_of(f->folded, i)) || is_repeated(f, i);
    bool is_all = known * 2 > end - begin;
    if (!has_words_before(f->folded, begin))
        return;
    for (size_t i = begin; i < end; i++)
        f->is_out[i] |= is_all || names_page(line_of(f->folded, i)) || is_repeated(f, i);
}

static bool is_cut(const struct folded *folded, size_t before, size_t after)
{
    struct slice text = line_of(folded, before);
    const struct folded_line *next = &folded->lines[after];
    bool is_small = folded->has_capitals && !next->has_capital && !next->is_bullet &&
                    isalpha((unsigned char)folded->text[next->begin]);
    return !strchr(".?!:;", text.bytes[text.length - 1]) && (is_small || text.length >= FULL);
}

struct copying {
    struct folded *folded;
    size_t at, lines;
};

static void copy_line(struct copying *c, size_t line, bool is_in_word)
{
    struct folded *folded = c->folded;
    struct folded_line copy = folded->lines[line];
    size_t length = copy.end - copy.begin;
    if (is_in_word && c->lines > 0) /* over the hyphen and the end of the line */
        c->at = --folded->lines[--c->lines].end;
    else
        folded->lines[c->lines].begin = c->at;
    memmove(folded->text + c->at, folded->text + copy.begin, length + 1);
    memmove(folded->origins + c->at, folded->origins + copy.begin,
            (length + 1) * sizeof *folded->origins);
    copy.begin = is_in_word ? folded->lines[c->lines].begin : c->at;
    copy.has_capital = is_in_word ? folded->lines[c->lines].has_capital : copy.has_capital;
    copy.end = c->at + length;
    folded->lines[c->lines++] = copy;
    c->at = copy.end + 1;
}

/* Is the word before the border cut by a hyphen? */
static bool is_in_word(const struct folded *folded, size_t before, size_t after)
{
    struct slice text = line_of(folded, before);
    return text.length > 2 && text.bytes[text.length - 1] == '-' &&
           islower((unsigned char)text.bytes[text.length - 2]) &&
           !folded->lines[after].has_capital &&
           islower((unsigned char)folded->text[folded->lines[after].begin]);
}

static void take_out(struct furnishing *f)
{
    struct folded *folded = f->folded;
    struct copying c = {.folded = folded};
    size_t count = folded->line_count, before = count;
    uint32_t end = folded->origins[folded->length];
    for (size_t i = 0; i < count; i++) {
        size_t next = i;
        bool is_border = false;
        while (next < count && (is_blank(folded, next) || f->is_out[next]))
            is_border |= f->is_out[next++];
        if (!is_border || next == count || before == count) {
            before = is_blank(folded, i) ? before : c.lines;
            copy_line(&c, i, false);
            continue;
        }
        bool goes_on = is_cut(folded, before, next);
        if (!goes_on) { /* a blank line stays between paragraphs */
            folded->lines[i].end = folded->lines[i].begin;
            copy_line(&c, i, false);
            folded->text[c.at - 1] = '\n';
        }
        bool in_word = goes_on && is_in_word(folded, before, next);
        copy_line(&c, next, in_word);
        before = c.lines - 1;
        i = next;
    }
    folded->line_count = c.lines;
    folded->length = c.at;
    folded->text[folded->length] = '\0';
    folded->origins[folded->length] = end;
}

/* The last line that is none of them. */
static size_t last_of_text(const struct furnishing *f)
{
    size_t last = f->folded->line_count;
    while (last > 0 && (is_blank(f->folded, last - 1) || names_page(line_of(f->folded, last - 1)) ||
                        is_repeated(f, last - 1)))
        last--;
    return last;
}

void furniture_take_out(struct arena *arena, struct folded *folded)
{
    struct furnishing f = {.folded = folded};
    bool is_any = false;
    f.paged = arena_new(arena, folded->line_count + 1, sizeof *f.paged);
    f.is_out = arena_new(arena, folded->line_count + 1, sizeof *f.is_out);
    find_paged(&f);
    size_t last = f.paged_count ? last_of_text(&f) : 0;
    for (size_t i = 0; i < f.paged_count; i++)
        if (f.paged[i] < last && names_page(line_of(folded, f.paged[i]))) {
            take_block(&f, f.paged[i]);
            is_any = true;
        }
    if (is_any)
        take_out(&f);
}
