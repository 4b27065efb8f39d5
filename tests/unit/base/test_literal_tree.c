/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/literal_tree.h"
#include "base/text.h"

#include <stdlib.h>

/* The value of a literal is its number. */
static const struct {
    const char *text;
    enum pattern_clue_place place;
} literals[] = {
    {"he", CLUE_ANYWHERE},       {"held", CLUE_ANYWHERE},    {"held", CLUE_WORD_START},
    {"he", CLUE_TEXT_START},     {"e", CLUE_ANYWHERE},       {"", CLUE_TEXT_START},
    {"1\xff", CLUE_ANYWHERE},    {"\xff", CLUE_ANYWHERE},    {"\xc2\xa3", CLUE_ANYWHERE},
    {"\xff", CLUE_TEXT_START},   {", he", CLUE_ANYWHERE},    {"i", CLUE_WORD_START},
    {"heldback", CLUE_ANYWHERE}, {"x\xff", CLUE_WORD_START},
};

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

static bool stands_at(size_t literal, struct slice text, size_t at)
{
    const char *bytes = literals[literal].text;
    enum pattern_clue_place place = literals[literal].place;
    bool is_word = at < text.length && is_word_byte(text.bytes[at]) &&
                   (at == 0 || !is_word_byte(text.bytes[at - 1]));
    if ((place == CLUE_TEXT_START && at > 0) || (place == CLUE_WORD_START && !is_word))
        return false;
    for (size_t i = 0; bytes[i]; i++) {
        if (at + i >= text.length)
            return false;
        unsigned char byte = (unsigned char)text.bytes[at + i];
        bool is_same = (unsigned char)bytes[i] == CLUE_BEYOND_ASCII
                           ? byte >= 0xc0
                           : byte == (unsigned char)bytes[i];
        if (!is_same)
            return false;
    }
    return true;
}

static const char *const texts[] = {
    "",
    "e",
    "held",
    "he held it, he withheld",
    "i did, if it is \xc2\xa3"
    "1, or 1\xc3\xa9 and 1",
    "\xc3\xa9held x\xc3\xa9 xx\xc3\xa9",
    "held heldbac heldback unheldback",
    "\xe2\x82\xac\xf0\x9f\x98\x80he",
};

START_TEST(each_literal_is_found_wherever_it_stands)
{
    struct literal_tree tree = {0};
    struct arena arena = {0};
    struct literal_hits hits = {0};
    for (size_t i = 0; i < LENGTH_OF(literals); i++)
        literal_tree_add(&tree, slice_of(literals[i].text), literals[i].place, (uint32_t)i);
    literal_tree_build(&tree);
    struct slice text = slice_of(texts[_i]);
    literal_tree_search(&tree, text, &arena, &hits);
    bool found[LENGTH_OF(literals)][64] = {{false}};
    for (size_t i = 0; i < hits.count; i++) {
        const struct literal_set set = tree.sets[hits.items[i].set];
        ck_assert(i == 0 || hits.items[i].at >= hits.items[i - 1].at);
        for (uint32_t k = 0; k < set.count; k++)
            found[tree.values[set.first + k]][hits.items[i].at] = true;
    }
    for (size_t i = 0; i < LENGTH_OF(literals); i++)
        for (size_t at = 0; at <= text.length; at++)
            ck_assert_msg(found[i][at] == stands_at(i, text, at), "\"%s\" at %zu of \"%s\"",
                          literals[i].text, at, texts[_i]);
    literal_tree_done(&tree);
    arena_done(&arena);
}
END_TEST

START_TEST(values_of_one_literal_stand_together_in_order)
{
    struct literal_tree tree = {0};
    struct arena arena = {0};
    struct literal_hits hits = {0};
    const uint32_t values[] = {7, 3, 9};
    for (size_t i = 0; i < LENGTH_OF(values); i++)
        literal_tree_add(&tree, slice_of("held"), CLUE_ANYWHERE, values[i]);
    literal_tree_build(&tree);
    literal_tree_search(&tree, slice_of("is held"), &arena, &hits);
    ck_assert_uint_eq(hits.count, 1);
    const struct literal_set set = tree.sets[hits.items[0].set];
    ck_assert_uint_eq(set.count, 3);
    ck_assert_uint_eq(tree.values[set.first], 3);
    ck_assert_uint_eq(tree.values[set.first + 1], 7);
    ck_assert_uint_eq(tree.values[set.first + 2], 9);
    literal_tree_done(&tree);
    arena_done(&arena);
}
END_TEST

START_TEST(a_tree_of_nothing_finds_nothing)
{
    struct literal_tree tree = {0};
    struct arena arena = {0};
    struct literal_hits hits = {0};
    literal_tree_build(&tree);
    literal_tree_search(&tree, slice_of("is held \xc3\xa9"), &arena, &hits);
    ck_assert_uint_eq(hits.count, 0);
    literal_tree_done(&tree);
    arena_done(&arena);
}
END_TEST

Suite *suite_base_literal_tree(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/literal_tree", &tcase);
    ADD_TABLE_TEST(tcase, each_literal_is_found_wherever_it_stands, texts);
    tcase_add_test(tcase, values_of_one_literal_stand_together_in_order);
    tcase_add_test(tcase, a_tree_of_nothing_finds_nothing);
    return suite;
}
