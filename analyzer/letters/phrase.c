/* SPDX-License-Identifier: MIT */
#include "letters/phrase.h"

#include "base/memory.h"
#include "letters/letter_reading.h"
#include "letters/phrase_list.h"
#include "letters/table_file.h"

#include <stdlib.h>

#define PHRASES_PATH  "datasets/reference/phrases.csv"
#define HEADINGS_PATH "datasets/reference/letter-headings.csv"

enum column { ID, KIND, NEEDS, PATTERN, ZONES, REGIME, WEIGHT, REACH, EXAMPLE, COUNTER_EXAMPLE };

static const char *const columns[] = {"id",     "kind",   "needs", "pattern", "zones",
                                      "regime", "weight", "reach", "example", "counter_example",
                                      NULL};

/* Parts of patterns that have a name: {info}. */
struct macros {
    struct text_part {
        const char *name, *text;
    } * items;
    size_t count, room;
};

struct loading {
    struct phrase_book *book;
    struct table_file table;
    struct macros macros;
    struct error *err;
};

static bool fault(struct loading *l, const char *what, struct slice value)
{
    return error_set(l->err, ERROR_INPUT, l->table.path, l->table.row.line, NULL, "%s: \"%.*s\"",
                     what, (int)(value.length < 80 ? value.length : 80), value.bytes);
}

static const char *cell(struct loading *l, enum column column)
{
    return arena_copy(&l->book->arena, table_file_cell(&l->table, column));
}

static const char *macro_text(const struct macros *macros, struct slice name)
{
    for (size_t i = 0; i < macros->count; i++)
        if (slice_is(name, macros->items[i].name))
            return macros->items[i].text;
    return NULL;
}

/* The length of "{name}" at the beginning of the text, else 0. */
static size_t macro_length(struct slice text)
{
    size_t length = 1;
    while (length < text.length && text.bytes[length] >= 'a' && text.bytes[length] <= 'z')
        length++;
    bool is_macro = text.length && text.bytes[0] == '{' && length > 1 && length < text.length &&
                    text.bytes[length] == '}';
    return is_macro ? length + 1 : 0;
}

/* The pattern with its named parts filled in; NULL and an error where one is not known. */
static const char *expand(struct loading *l, struct slice text)
{
    char *expanded = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&expanded, &length);
    bool ok = true;
    for (size_t at = 0; at < text.length && ok;) {
        struct slice rest = {text.bytes + at, text.length - at};
        size_t macro = macro_length(rest);
        if (!macro) {
            const char *next = memchr(rest.bytes + 1, '{', rest.length - 1);
            size_t plain = next ? (size_t)(next - rest.bytes) : rest.length;
            fwrite(rest.bytes, 1, plain, out);
            at += plain;
            continue;
        }
        struct slice name = {rest.bytes + 1, macro - 2};
        const char *part = macro_text(&l->macros, name);
        ok = part || fault(l, "no such part of a pattern", name);
        if (part)
            fprintf(out, "(?:%s)", part);
        at += macro;
    }
    memory_stream_end(out);
    char *kept = arena_copy(&l->book->arena, (struct slice){expanded, length});
    free(expanded);
    return ok ? kept : NULL;
}

/* Each is of two bytes or more, so that few texts have it by chance. */
static bool check_needs(struct loading *l, const char *needs)
{
    struct slice rest = slice_of(needs), set, literal;
    while (slice_next_part(&rest, '+', &set))
        while (slice_next_part(&set, '|', &literal))
            if (literal.length < 2)
                return fault(l, "no literal", literal);
    return true;
}

static uint64_t zone_bit(enum letter_zone zone)
{
    return (uint64_t)1 << zone;
}

/* The zones of a name of one or several, or 0. */
static uint64_t zones_named(struct slice name)
{
    uint64_t own = zone_bit(ZONE_DECISION) | zone_bit(ZONE_ANSWERS) | zone_bit(ZONE_RESIDUAL) |
                   zone_bit(ZONE_EXEMPTIONS);
    uint64_t reasons = zone_bit(ZONE_HARM) | zone_bit(ZONE_PUBLIC_INTEREST) |
                       zone_bit(ZONE_BALANCE) | zone_bit(ZONE_EXPLANATION) | zone_bit(ZONE_ANNEX);
    if (slice_is(name, "own"))
        return own;
    if (slice_is(name, "soft"))
        return own | zone_bit(ZONE_HEAD) | zone_bit(ZONE_SEARCHES) | zone_bit(ZONE_DUTIES) |
               zone_bit(ZONE_ADVICE);
    if (slice_is(name, "reasons"))
        return reasons;
    if (slice_is(name, "any"))
        return UINT64_MAX;
    for (int zone = 0; zone < ZONE_COUNT; zone++)
        if (slice_is(name, letter_zone_name((enum letter_zone)zone)))
            return zone_bit((enum letter_zone)zone);
    return 0;
}

static bool read_zones(struct loading *l, struct phrase *phrase)
{
    struct slice rest = table_file_cell(&l->table, ZONES), name;
    while (slice_next_part(&rest, ';', &name)) {
        uint64_t zones = zones_named(name);
        if (!zones)
            return fault(l, "no such zone", name);
        phrase->zone_bits |= zones;
    }
    return true;
}

static bool add_macro(struct loading *l)
{
    struct macros *macros = &l->macros;
    const char *text = expand(l, table_file_cell(&l->table, PATTERN));
    if (!text)
        return false;
    macros->items = arena_grow(&l->book->arena, macros->items, macros->count, &macros->room,
                               sizeof *macros->items);
    macros->items[macros->count++] = (struct text_part){cell(l, ID), text};
    return true;
}

/* A heading is a whole line, or the beginning of one: nothing else of it is searched. */
static const char *anchored(struct loading *l, const char *text)
{
    struct slice reach = table_file_cell(&l->table, REACH);
    bool is_line = slice_is(reach, "line");
    if (!text || (!is_line && !slice_is(reach, "lead")))
        return text;
    char *whole = memory_print("\\A(?:%s)%s", text, is_line ? "\\z" : "");
    char *kept = arena_copy(&l->book->arena, slice_of(whole));
    free(whole);
    return kept;
}

static bool read_pattern(struct loading *l, struct phrase *phrase)
{
    phrase->text = anchored(l, expand(l, table_file_cell(&l->table, PATTERN)));
    if (phrase->text)
        phrase->pattern = pattern_new_stepped(slice_of(phrase->text), PHRASE_STEPS);
    return phrase->text != NULL;
}

static bool add_row(struct loading *l, struct phrase_table *table)
{
    table->rows =
        arena_grow(&l->book->arena, table->rows, table->count, &table->room, sizeof *table->rows);
    struct phrase *phrase = &table->rows[table->count];
    *phrase = (struct phrase){.id = cell(l, ID),
                              .kind = cell(l, KIND),
                              .needs = cell(l, NEEDS),
                              .line = l->table.row.line,
                              .zones = cell(l, ZONES),
                              .regime = cell(l, REGIME),
                              .weight = cell(l, WEIGHT),
                              .reach = cell(l, REACH),
                              .example = cell(l, EXAMPLE),
                              .counter_example = cell(l, COUNTER_EXAMPLE)};
    phrase->is_line = strcmp(phrase->reach, "line") == 0;
    phrase->is_lead = strcmp(phrase->reach, "lead") == 0;
    if (!read_pattern(l, phrase))
        return false;
    table->count++; /* its pattern is freed with the book */
    return check_needs(l, phrase->needs) && read_zones(l, phrase);
}

static bool load_rows(struct loading *l, struct phrase_table *table)
{
    while (table_file_next(&l->table, l->err)) {
        bool is_macro = slice_is(table_file_cell(&l->table, KIND), "part");
        if (is_macro ? !add_macro(l) : !add_row(l, table))
            return false;
    }
    return l->table.row.event == CSV_END;
}

static bool load_table(struct loading *l, const char *path, struct phrase_table *table)
{
    bool ok = table_file_open(path, columns, &l->table, l->err) && load_rows(l, table);
    table_file_close(&l->table);
    return ok;
}

static bool set_codes(struct phrase_book *book, struct error *err)
{
    static const char *const words[] = {
#define ACT_WORD_TEXT(code, word) word,
        ACT_WORDS(ACT_WORD_TEXT)
#undef ACT_WORD_TEXT
    };
    for (size_t i = 0; i < book->phrases.count; i++) {
        struct phrase *phrase = &book->phrases.rows[i];
        while (phrase->code < ACT_WORD_COUNT && strcmp(phrase->kind, words[phrase->code]) != 0)
            phrase->code++;
        if (phrase->code == ACT_WORD_COUNT)
            return error_set(err, ERROR_INPUT, PHRASES_PATH, 0, NULL, "%s: no such act: \"%s\"",
                             phrase->id, phrase->kind);
    }
    for (size_t i = 0; i < book->headings.count; i++) {
        struct phrase *heading = &book->headings.rows[i];
        while (heading->code < ZONE_COUNT &&
               strcmp(heading->kind, letter_zone_name((enum letter_zone)heading->code)) != 0)
            heading->code++;
        if (heading->code == ZONE_COUNT)
            return error_set(err, ERROR_INPUT, HEADINGS_PATH, 0, NULL, "%s: no such zone: \"%s\"",
                             heading->id, heading->kind);
    }
    return true;
}

bool phrase_book_load(struct phrase_book *ret_book, struct error *err)
{
    struct loading l = {.book = ret_book, .err = err};
    bool ok = load_table(&l, PHRASES_PATH, &ret_book->phrases) &&
              load_table(&l, HEADINGS_PATH, &ret_book->headings) && set_codes(ret_book, err);
    if (ok)
        phrase_lists_make(ret_book);
    return ok;
}

bool phrase_book_check(struct phrase_book *book, struct error *err)
{
    const struct phrase_table *tables[] = {&book->phrases, &book->headings};
    const char *paths[] = {PHRASES_PATH, HEADINGS_PATH};
    for (size_t table = 0; table < 2; table++)
        for (size_t i = 0; i < tables[table]->count; i++) {
            const struct phrase *phrase = &tables[table]->rows[i];
            char reason[256];
            if (!pattern_is_sound(phrase->pattern, reason, sizeof reason))
                return error_set(err, ERROR_INPUT, paths[table], phrase->line, NULL, "%s: %s",
                                 phrase->id, reason);
        }
    return true;
}

static void free_patterns(struct phrase_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        pattern_free(table->rows[i].pattern);
}

void phrase_book_done(struct phrase_book *book)
{
    free_patterns(&book->phrases);
    free_patterns(&book->headings);
    phrase_lists_done(book);
    arena_done(&book->arena);
}
