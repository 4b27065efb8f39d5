/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/pattern.h"
#include "base/pattern_clues.h"
#include "base/text.h"

/* Clues as "bytes" in order, "\b" before those at the start of a word, "^" before those at that of
 * the text, "?" for any character beyond ASCII; lists of needs behind "&". "-": none. */
static const struct {
    const char *pattern, *clues;
} clues[] = {
    {"held", "held"},
    {"is|are", "are|is"},
    {"(?:is|are) held", "are hel|is held"},
    {"\\b(?:we|i)\\b", "\\bi|\\bwe"},
    {"\\bwe hold", "\\bwe hold"},
    {"we (?:do )?hold", "we do h|we hold"},
    {"we (?:[a-z]+ )?hold", "we  & hold"},
    {"no[a-z]* held", "no &  held"},
    {"[a-z]+ held", "- &  held"},
    {".*held", "- & held"},
    {"^.*held", "^ & held"},
    {"^(?:for|against)\\b", "^against|^for"},
    {"\\A(?:page \\d+ of \\d+)\\z", "^page 0|^page 1|^page 2|^page 3|^page 4|^page 5|^page 6|"
                                    "^page 7|^page 8|^page 9|^page ? &  of "},
    {"(?:^|, )held", ", held|^held"},
    {"\\d{2}/\\d", "0|1|2|3|4|5|6|7|8|9|?"},
    {"@+ holds", "@ &  holds"},
    {"x{3}y", "x"},
    {"x{2,}y?", "x"},
    {"x?y", "xy|y"},
    {"x*y", "x|y"},
    {"x+?y", "x"},
    {"(?<!not )(?=h)held\\K", "held"},
    {"held(?! back)", "held"},
    {"\\b: held", ": held"},
    {"[:=-] ?0", "- 0|-0|: 0|:0|= 0|=0"},
    {"[^a]b", "-"},
    {"[\\]a]b", "]b|ab"},
    {"[]a]b", "]b|ab"},
    {"a[.]b", "a.b"},
    {"\xc2\xa3?5", "5|\xc2\xa3"
                   "5"},
    {"[\xc2\xa3x]5", "x5|?"},
    {"a|", "-"},
    {"a{,3}b", "-"},
    {"(?i)held", "-"},
    {"(held)\\1", "-"},
    {"(?<name>held)", "-"},
    {"(?>held)", "-"},
    {"(*MARK:x)held", "-"},
    {"\\x{a0}held", "-"},
    {"\\p{L}held", "-"},
    {"[[:alpha:]]held", "-"},
    {"[\\d-z]held", "-"},
    {"\\Qheld\\E", "-"},
    {"information held", "informa"},
    {"the (?:information|records) (?:is|are) held",
     "the inf|the rec & informa|records &  is hel| are he"},
};

static void add_clues(char *out, size_t size, const struct pattern_clue_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct pattern_clue *clue = &list->items[i];
        text_add(out, size, "%s%s", i ? "|" : "",
                 clue->place == CLUE_WORD_START   ? "\\b"
                 : clue->place == CLUE_TEXT_START ? "^"
                                                  : "");
        for (size_t k = 0; k < clue->length; k++)
            text_add(out, size, "%c",
                     clue->bytes[k] == CLUE_BEYOND_ASCII ? '?' : (char)clue->bytes[k]);
    }
}

START_TEST(clues_are_told_from_the_words_of_a_pattern)
{
    struct arena arena = {0};
    struct pattern_clues found;
    char text[400] = "";
    pattern_clues_of(slice_of(clues[_i].pattern), &arena, &found);
    add_clues(text, sizeof text, &found.starts);
    text_add(text, sizeof text, "%s", found.starts.count ? "" : "-");
    for (size_t i = 0; i < PATTERN_NEEDS && found.needs[i].count; i++) {
        text_add(text, sizeof text, " & ");
        add_clues(text, sizeof text, &found.needs[i]);
    }
    ck_assert_str_eq(text, clues[_i].clues);
    arena_done(&arena);
}
END_TEST

/* Too many ways to begin are told by fewer bytes of each, and never fall under the table. */
START_TEST(many_alternatives_are_told_more_briefly)
{
    struct arena arena = {0};
    struct pattern_clues found;
    static char pattern[20000];
    for (char a = 'a'; a <= 'z'; a++)
        for (char b = 'a'; b <= 'z'; b++)
            text_add(pattern, sizeof pattern, "%s%c%cheld", *pattern ? "|" : "", a, b);
    pattern_clues_of(slice_of(pattern), &arena, &found);
    ck_assert_uint_eq(found.starts.count, 26);
    ck_assert_uint_eq(found.starts.items[0].length, 1);
    arena_done(&arena);
}
END_TEST

Suite *suite_base_pattern_clues(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/pattern_clues", &tcase);
    ADD_TABLE_TEST(tcase, clues_are_told_from_the_words_of_a_pattern, clues);
    tcase_add_test(tcase, many_alternatives_are_told_more_briefly);
    return suite;
}
