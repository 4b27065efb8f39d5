/* SPDX-License-Identifier: MIT */
#include "imports/tool_words.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/pattern.h"
#include "store/row_map.h"

#include <ctype.h>
#include <stdlib.h>

/* A name of a tool, as a pattern. */
struct tool_word {
    int32_t tool_no, parent_no;
    const char *tool_id;
    bool is_vendor;
    struct pattern *pattern;
};

struct tool_words {
    struct arena arena;
    struct tool_word *words;
    size_t count, room;
};

struct name_row {
    int32_t tool_no, parent_no;
    bool is_vendor;
    struct slice tool_id, words;
};
static const struct field name_fields[] = {
    FIELD(struct name_row, tool_no),   FIELD(struct name_row, parent_no),
    FIELD(struct name_row, is_vendor), FIELD(struct name_row, tool_id),
    FIELD(struct name_row, words),
};

/* HART is a tool and hart is a deer. */
static bool is_short_capitals(struct slice words)
{
    enum { SHORT = 5 };
    bool has_letter = false;
    for (size_t i = 0; i < words.length; i++) {
        unsigned char c = (unsigned char)words.bytes[i];
        if (c >= 0x80 || islower(c) || c == ' ')
            return false;
        has_letter = has_letter || isupper(c);
    }
    return has_letter && words.length <= SHORT;
}

static char *pattern_of(struct slice words)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&text, &length);
    fputs(is_short_capitals(words) ? "" : "(?i)", out);
    fputs("(?<![\\p{L}\\p{N}])", out);
    for (size_t i = 0; i < words.length; i++) {
        unsigned char c = (unsigned char)words.bytes[i];
        if (isspace(c))
            fputs("[\\s\\p{Pd}_]+", out);
        else if (c == '-')
            fputs("[\\s\\p{Pd}_]?", out);
        else if (c < 0x80 && !isalnum(c))
            fprintf(out, "\\%c", c);
        else
            fputc(c, out);
    }
    fputs("(?![\\p{L}\\p{N}])", out);
    memory_stream_end(out);
    return text;
}

static void add(struct tool_words *t, const struct name_row *row)
{
    char reason[120];
    SCOPED_TEXT text = pattern_of(row->words);
    struct pattern *pattern = pattern_new(slice_of(text), NULL, reason, sizeof reason);
    if (!pattern)
        return; /* too long for one, and then for a title */
    t->words = memory_grow(t->words, t->count, &t->room, sizeof *t->words);
    t->words[t->count++] = (struct tool_word){.tool_no = row->tool_no,
                                              .parent_no = row->parent_no,
                                              .tool_id = arena_copy(&t->arena, row->tool_id),
                                              .is_vendor = row->is_vendor,
                                              .pattern = pattern};
}

bool tool_words_open(sqlite3 *db, struct tool_words **ret, struct error *err)
{
    struct tool_words *t = *ret = memory_new(1, sizeof *t);
    SCOPED_ROW_MAP rows = row_reader(db, "import_tool_names", name_fields);
    struct name_row row;
    while (row_next(&rows, &row))
        add(t, &row);
    return row_done(&rows, err);
}

void tool_words_close(struct tool_words *t)
{
    if (!t)
        return;
    for (size_t i = 0; i < t->count; i++)
        pattern_free(t->words[i].pattern);
    free(t->words);
    arena_done(&t->arena);
    free(t);
}

bool tool_words_stand_in(struct slice words, struct slice text)
{
    char reason[120];
    struct pattern_match match;
    SCOPED_TEXT written = pattern_of(words);
    struct pattern *pattern = pattern_new(slice_of(written), NULL, reason, sizeof reason);
    bool found = pattern && pattern_find(pattern, text, 0, &match) == PATTERN_FOUND;
    if (pattern)
        pattern_free(pattern);
    return found;
}

struct mention {
    size_t begin, end;
    const struct tool_word *word;
};
struct mentions {
    struct mention *list;
    size_t count, room;
};

static void find_mentions(struct tool_words *t, struct slice text, bool of_vendors,
                          struct mentions *ret)
{
    struct pattern_match match;
    for (size_t i = 0; i < t->count; i++) {
        if (t->words[i].is_vendor != of_vendors)
            continue;
        for (size_t from = 0;
             pattern_find(t->words[i].pattern, text, from, &match) == PATTERN_FOUND;
             from = match.end) {
            ret->list = memory_grow(ret->list, ret->count, &ret->room, sizeof *ret->list);
            ret->list[ret->count++] = (struct mention){match.begin, match.end, &t->words[i]};
        }
    }
}

/* Does it stand within the words of another tool, "facial recognition" in "live facial
 * recognition"? */
static bool is_covered(const struct mentions *m, const struct mention *mention)
{
    for (size_t i = 0; i < m->count; i++) {
        const struct mention *other = &m->list[i];
        if (other->word->tool_no != mention->word->tool_no && other->begin <= mention->begin &&
            other->end >= mention->end && other->end - other->begin > mention->end - mention->begin)
            return true;
    }
    return false;
}

static int32_t parent_of(const struct tool_words *t, int32_t tool_no)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->words[i].tool_no == tool_no)
            return t->words[i].parent_no;
    return 0;
}

static bool is_ancestor(const struct tool_words *t, int32_t tool_no, int32_t of)
{
    int32_t above = parent_of(t, of);
    for (size_t steps = 0; above && steps < t->count; steps++) {
        if (above == tool_no)
            return true;
        above = parent_of(t, above);
    }
    return false;
}

static int compare_mentions(const void *a, const void *b)
{
    const struct mention *first = a, *second = b;
    if (first->begin != second->begin)
        return first->begin < second->begin ? -1 : 1;
    return first->word->tool_no - second->word->tool_no;
}

static bool is_listed(const char *const *ids, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(ids[i], id) == 0)
            return true;
    return false;
}

static size_t choose(const struct tool_words *t, struct mentions *m, const char **ret_ids)
{
    size_t count = 0;
    if (m->count)
        qsort(m->list, m->count, sizeof *m->list, compare_mentions);
    for (size_t i = 0; i < m->count && count < TOOL_WORDS_MAX; i++) {
        const struct tool_word *word = m->list[i].word;
        bool is_general = is_covered(m, &m->list[i]) || is_listed(ret_ids, count, word->tool_id);
        for (size_t j = 0; j < m->count && !is_general; j++)
            is_general = is_ancestor(t, word->tool_no, m->list[j].word->tool_no);
        if (!is_general)
            ret_ids[count++] = word->tool_id;
    }
    return count;
}

size_t tool_words_find(struct tool_words *t, struct slice text, const char *ret_ids[TOOL_WORDS_MAX])
{
    struct mentions mentions = {0};
    find_mentions(t, text, false, &mentions);
    size_t count = choose(t, &mentions, ret_ids);
    mentions.count = 0;
    if (!count) {
        find_mentions(t, text, true, &mentions);
        count = choose(t, &mentions, ret_ids);
        count = count == 1 ? 1 : 0; /* a vendor of several tools says nothing of which */
    }
    free(mentions.list);
    return count;
}
