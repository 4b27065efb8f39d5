/* SPDX-License-Identifier: MIT */
#include "letters/unit.h"

#include "letters/cited_scan.h"
#include "letters/furniture.h"
#include "letters/sentence.h"

#include <ctype.h>

enum {
    FULL_LINE = 44, /* bytes: a shorter line may end where its writer wanted it to */
    HEADING_BYTES = 160,
};

struct cutting {
    struct arena *arena;
    struct folded *folded;
    struct phrase_search *search;
    const struct phrase **heads; /* of each line */
    struct unit_list *units;
    uint32_t paragraph;
    bool is_bilingual;    /* "Naddo / No." */
    uint32_t usual_depth; /* how deep most lines are quoted: a copy of a message */
};

static struct slice line_text(const struct cutting *c, size_t line)
{
    const struct folded_line *l = &c->folded->lines[line];
    return (struct slice){c->folded->text + l->begin, l->end - l->begin};
}

/* A line without signs that only adorn it. */
static struct slice undecorated(struct slice text)
{
    while (text.length && strchr("*#=_- ", text.bytes[0]))
        text = (struct slice){text.bytes + 1, text.length - 1};
    while (text.length && strchr("*#=_-: ", text.bytes[text.length - 1]))
        text.length--;
    return text;
}

/* "Esboniad / Explanation" */
static struct slice behind_other_language(struct slice text)
{
    enum { WORDS = 30 };
    for (size_t i = 0; i + 3 < text.length && i < WORDS; i++) {
        if (memcmp(text.bytes + i, " / ", 3) == 0)
            return (struct slice){text.bytes + i + 3, text.length - i - 3};
        if (!isalpha((unsigned char)text.bytes[i]) && text.bytes[i] != ' ' && text.bytes[i] != '\'')
            break;
    }
    return text;
}

static const struct phrase *find_heading(const struct cutting *c, size_t line)
{
    struct slice text = line_text(c, line), plain = undecorated(text);
    struct pattern_match match;
    size_t first = c->folded->lines[line].is_bullet && text.length > 2 ? 2 : 0;
    bool is_small = c->folded->has_capitals && !c->folded->lines[line].has_capital &&
                    isalpha((unsigned char)text.bytes[first]);
    if (plain.length == 0 || is_small)
        return NULL;
    struct slice seen = {plain.bytes, plain.length < HEADING_BYTES ? plain.length : HEADING_BYTES};
    while (seen.length < plain.length && (plain.bytes[seen.length] & 0xc0) == 0x80)
        seen.length--;
    struct slice other = behind_other_language(seen);
    if (other.length < seen.length)
        seen = plain = other;
    phrase_search_text(c->search, PHRASES_LINE, seen);
    for (const struct phrase *row = NULL; (row = phrase_search_next(c->search, row));) {
        if (row->is_line && seen.length < plain.length)
            continue;
        if (phrase_find(c->search, row, 0, &match) == PATTERN_FOUND && match.begin == 0 &&
            (!row->is_line || match.end == plain.length))
            return row;
    }
    return NULL;
}

static bool ends_sentence(struct slice text)
{
    while (text.length && strchr("\"') ", text.bytes[text.length - 1]))
        text.length--;
    return text.length && strchr(".?!:;", text.bytes[text.length - 1]);
}

/* A citation with its title, as lists of exemptions have them. */
static bool begins_with_citation(struct slice text)
{
    struct scanned_citation scanned;
    return citation_scan(text, 0, NULL, &scanned) && scanned.begin <= 2 && scanned.has_word;
}

/* Not only signs that adorn it, as the rules of a table. */
static bool has_words(struct slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if (isalnum((unsigned char)text.bytes[i]) || (unsigned char)text.bytes[i] >= 0x80)
            return true;
    return false;
}

/* Is it the number behind that with which the lines before began? */
static bool is_counted_on(struct slice first, struct question_number number)
{
    struct number_list numbers;
    return numbers_at_start(first, &numbers) && numbers.count == 1 &&
           (numbers.items[0].number + 1 == number.number ||
            (numbers.items[0].letter && numbers.items[0].letter + 1 == number.letter));
}

/* Does the line go on in the next one? */
static bool is_joined(const struct cutting *c, size_t first, size_t line)
{
    const struct folded_line *this = &c->folded->lines[line], *next = this + 1;
    struct slice text = line_text(c, line), after = line_text(c, line + 1);
    struct number_list numbers;
    if (this->column || next->column || !has_words(text) || !has_words(after))
        return false;
    bool is_heading = c->heads[line] && c->heads[line]->is_line;
    if (text.length == 0 || after.length == 0 || is_heading || c->heads[line + 1] ||
        this->quote_depth != next->quote_depth || next->is_bullet || ends_sentence(text))
        return false;
    if (isdigit((unsigned char)text.bytes[text.length - 1]) &&
        isdigit((unsigned char)after.bytes[0]))
        return false; /* a reference and a date */
    if (begins_with_citation(text) && begins_with_citation(after))
        return false;
    bool is_full = text.length >= FULL_LINE;
    bool is_small =
        c->folded->has_capitals && !next->has_capital && isalpha((unsigned char)after.bytes[0]);
    if (!is_full && !is_small)
        return false;
    return !numbers_at_start(after, &numbers) || !numbers.is_signed ||
           (is_full && !numbers.is_named && this->has_capital == next->has_capital &&
            !is_counted_on(line_text(c, first), numbers.items[0]));
}

static void add_unit(struct cutting *c, struct unit unit)
{
    struct slice text = unit_text(c->folded, &unit);
    size_t blanks = 0;
    while (blanks < text.length && text.bytes[blanks] == ' ')
        blanks++;
    unit.begin += blanks;
    while (unit.end > unit.begin && c->folded->text[unit.end - 1] == ' ')
        unit.end--;
    if (c->is_bilingual) {
        struct slice whole = unit_text(c->folded, &unit);
        unit.begin += whole.length - behind_other_language(whole).length;
    }
    if (unit.end == unit.begin)
        return;
    c->units->items =
        arena_grow(c->arena, c->units->items, c->units->count, &c->units->room, sizeof unit);
    c->units->items[c->units->count++] = unit;
}

/* The end of a piece that is no longer than a pattern may see, at a space. */
static size_t piece_end(const struct folded *folded, size_t begin, size_t end)
{
    if (end - begin <= UNIT_BYTES_MAX)
        return end;
    size_t at = begin + UNIT_BYTES_MAX;
    while (at > begin + UNIT_OVERLAP * 2 && folded->text[at] != ' ')
        at--;
    if (folded->text[at] != ' ')
        at = begin + UNIT_BYTES_MAX;
    while ((folded->text[at] & 0xc0) == 0x80)
        at--;
    return at;
}

static size_t overlapped(const struct folded *folded, size_t at)
{
    at -= UNIT_OVERLAP;
    while ((folded->text[at] & 0xc0) == 0x80)
        at--;
    return at;
}

/* One run of joined lines, sentence by sentence. */
static void add_run(struct cutting *c, size_t begin, size_t end, struct unit model)
{
    for (size_t at = begin; at < end;) {
        struct slice rest = {c->folded->text + at, end - at};
        size_t sentence = at + sentence_length(rest);
        model.begins_line = at == begin;
        model.is_line = at == begin && sentence == end;
        for (size_t piece = at; piece < sentence;) {
            size_t stop = piece_end(c->folded, piece, sentence);
            model.begin = piece;
            model.end = stop;
            add_unit(c, model);
            piece = stop < sentence ? overlapped(c->folded, stop) : stop;
        }
        at = sentence;
    }
}

static bool is_marked(const struct letter_text *text, size_t place, enum letter_mark_kind kind)
{
    for (size_t i = 0; i < text->mark_count; i++)
        if (text->marks[i].kind == kind && text->marks[i].place.begin <= place &&
            place < text->marks[i].place.end)
            return true;
    return false;
}

/* How deep at least nine lines of ten are quoted. */
static uint32_t usual_depth(const struct folded *folded)
{
    size_t full = 0, quoted = 0;
    for (size_t i = 0; i < folded->line_count; i++) {
        bool is_full = folded->lines[i].end > folded->lines[i].begin;
        full += is_full;
        quoted += is_full && folded->lines[i].quote_depth > 0;
    }
    if (full == 0 || quoted * 10 < full * 9)
        return 0;
    uint32_t least = UINT32_MAX;
    for (size_t i = 0; i < folded->line_count; i++)
        if (folded->lines[i].end > folded->lines[i].begin && folded->lines[i].quote_depth > 0 &&
            folded->lines[i].quote_depth < least)
            least = folded->lines[i].quote_depth;
    return least;
}

static bool is_bilingual(const struct folded *folded)
{
    static const char *const words[] = {"heddlu ",  "cymraeg", "rhyddid gwybodaeth",
                                        "ymateb /", "cais /",  NULL};
    for (const char *const *word = words; *word; word++)
        if (memmem(folded->text, folded->length, *word, strlen(*word)))
            return true;
    return false;
}

static void cut_lines(struct cutting *c, const struct letter_text *text)
{
    struct folded *folded = c->folded;
    for (size_t line = 0; line < folded->line_count; line++) {
        const struct folded_line *first = &folded->lines[line];
        if (first->begin == first->end) {
            c->paragraph++;
            continue;
        }
        size_t last = line;
        while (last + 1 < folded->line_count && is_joined(c, line, last)) {
            folded->text[folded->lines[last].end] = ' ';
            last++;
        }
        size_t place = folded->origins[first->begin];
        add_run(c, first->begin, folded->lines[last].end,
                (struct unit){.paragraph = c->paragraph,
                              .heading = c->heads[line],
                              .column = first->column,
                              .is_row = first->column == 0 && last + 1 < folded->line_count &&
                                        folded->lines[last + 1].column == 1,
                              .is_shouted = first->is_shouted,
                              .is_quoted = first->quote_depth > c->usual_depth ||
                                           is_marked(text, place, LETTER_MARK_QUOTED),
                              .is_chrome = is_marked(text, place, LETTER_MARK_CHROME)});
        line = last;
    }
}

void units_cut(struct arena *arena, struct folded *folded, struct phrase_search *search,
               const struct letter_text *text, struct unit_list *ret)
{
    *ret = (struct unit_list){0};
    struct cutting c = {.arena = arena, .folded = folded, .search = search, .units = ret};
    furniture_take_out(arena, folded);
    c.usual_depth = usual_depth(folded);
    c.is_bilingual = is_bilingual(folded);
    c.heads = arena_new(arena, folded->line_count + 1, sizeof *c.heads);
    for (size_t i = 0; i < folded->line_count; i++)
        c.heads[i] = find_heading(&c, i);
    cut_lines(&c, text);
}
