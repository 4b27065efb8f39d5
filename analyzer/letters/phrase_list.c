/* SPDX-License-Identifier: MIT */
#include "letters/phrase_list.h"

#include "base/pattern_clues.h"

#include <assert.h>

static_assert(PHRASE_GROUPS <= 16, "a set of literals has a bit for each group");

static enum phrase_group group_of_code(int code)
{
    if (code < ACT_WORD_IF)
        return PHRASES_ACT;
    if (code == ACT_WORD_BORDER)
        return PHRASES_BORDER;
    if (code == ACT_WORD_ASKS_USE)
        return PHRASES_ASKS_USE;
    if (code == ACT_WORD_OTHER_LAW)
        return PHRASES_LAW;
    if (code == ACT_WORD_OF_DECISION)
        return PHRASES_OF_DECISION;
    return code < ACT_WORD_OTHER_LAW ? PHRASES_SLOT : PHRASES_FIELD;
}

static struct literal_tree *tree_of(struct phrase_book *book, enum phrase_group group)
{
    return &book->trees[phrase_texts_of(group)].literals;
}

static uint32_t value_of(const struct phrase *phrase, uint32_t number)
{
    return (uint32_t)phrase->group << PHRASE_GROUP_SHIFT | number;
}

static void add_needs(struct phrase_book *book, struct phrase *phrase)
{
    struct phrase_list *list = &book->groups[phrase->group];
    struct slice rest = slice_of(phrase->needs), set, literal;
    phrase->first_need = list->need_count;
    for (; slice_next_part(&rest, '+', &set); list->need_count++, phrase->need_count++)
        while (slice_next_part(&set, '|', &literal))
            literal_tree_add(tree_of(book, phrase->group), literal, CLUE_ANYWHERE,
                             value_of(phrase, list->need_count | PHRASE_NEED));
}

static void add_clues(struct phrase_book *book, const struct phrase *phrase,
                      const struct pattern_clue_list *clues, uint32_t number)
{
    for (size_t i = 0; i < clues->count; i++) {
        const struct pattern_clue *clue = &clues->items[i];
        const struct slice bytes = {(const char *)clue->bytes, clue->length};
        literal_tree_add(tree_of(book, phrase->group), bytes, clue->place,
                         value_of(phrase, number));
    }
}

/* What the pattern itself needs, beside what the table says. */
static void add_pattern(struct phrase_book *book, struct phrase *phrase, struct arena *work)
{
    struct phrase_list *list = &book->groups[phrase->group];
    struct pattern_clues clues;
    pattern_clues_of(slice_of(phrase->text), work, &clues);
    add_clues(book, phrase, &clues.starts, phrase->number);
    if (!clues.starts.count)
        list->anywhere[phrase->number / 64] |= (uint64_t)1 << (phrase->number % 64);
    for (size_t i = 0; i < PATTERN_NEEDS && clues.needs[i].count; i++, phrase->need_count++)
        add_clues(book, phrase, &clues.needs[i], list->need_count++ | PHRASE_NEED);
}

static void add_phrase(struct phrase_book *book, struct phrase *phrase, enum phrase_group group)
{
    struct phrase_list *list = &book->groups[group];
    list->items =
        arena_grow(&book->arena, list->items, list->count, &list->room, sizeof *list->items);
    phrase->group = group;
    phrase->number = (uint32_t)list->count;
    list->items[list->count++] = phrase;
}

static void build(struct phrase_book *book, struct phrase_tree *tree)
{
    const struct literal_tree *literals = &tree->literals;
    literal_tree_build(&tree->literals);
    tree->groups_of_set = arena_new(&book->arena, literals->set_count, sizeof *tree->groups_of_set);
    for (size_t i = 0; i < literals->set_count; i++)
        for (uint32_t k = 0; k < literals->sets[i].count; k++) {
            uint32_t group = literals->values[literals->sets[i].first + k] >> PHRASE_GROUP_SHIFT;
            tree->groups_of_set[i] |= (uint16_t)(1U << group);
        }
}

void phrase_lists_make(struct phrase_book *book)
{
    for (size_t i = 0; i < book->phrases.count; i++)
        add_phrase(book, &book->phrases.rows[i], group_of_code(book->phrases.rows[i].code));
    for (size_t i = 0; i < book->headings.count; i++) {
        struct phrase *heading = &book->headings.rows[i];
        add_phrase(book, heading,
                   heading->is_line || heading->is_lead ? PHRASES_LINE : PHRASES_CUE);
    }
    for (size_t group = 0; group < PHRASE_GROUPS; group++) {
        struct phrase_list *list = &book->groups[group];
        list->anywhere = arena_new(&book->arena, list->count / 64 + 1, sizeof *list->anywhere);
    }
    struct arena work = {0};
    struct phrase_table *tables[] = {&book->phrases, &book->headings};
    for (size_t table = 0; table < 2; table++)
        for (size_t i = 0; i < tables[table]->count; i++) {
            struct phrase *phrase = &tables[table]->rows[i];
            add_needs(book, phrase);
            add_pattern(book, phrase, &work);
        }
    for (size_t texts = 0; texts < PHRASE_TEXTS; texts++)
        build(book, &book->trees[texts]);
    arena_done(&work);
}

void phrase_lists_done(struct phrase_book *book)
{
    for (size_t texts = 0; texts < PHRASE_TEXTS; texts++)
        literal_tree_done(&book->trees[texts].literals);
}
