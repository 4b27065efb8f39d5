/* SPDX-License-Identifier: MIT
 * Phrases are searched for where their matches may begin, and it must be all the same as searching
 * for each of them everywhere.
 */
#include "suites.h"

#include "base/text.h"
#include "table.h"

#include "corpus.h"

#include "letters/folded.h"
#include "letters/phrase_search.h"

static struct phrase_book book;

static void load(void)
{
    struct error err = {0};
    ck_assert_msg(phrase_book_load(&book, &err), "%s:%ld: %s", err.source, err.line, err.what);
}

static void unload(void)
{
    phrase_book_done(&book);
}

/* Does the text have one literal of each set of the table? */
static bool has_needs(const struct phrase *phrase, struct slice text)
{
    struct slice rest = slice_of(phrase->needs), set, literal;
    while (slice_next_part(&rest, '+', &set)) {
        bool has_one = false;
        while (slice_next_part(&set, '|', &literal))
            has_one |= memmem(text.bytes, text.length, literal.bytes, literal.length) != NULL;
        if (!has_one)
            return false;
    }
    return true;
}

static size_t compare_phrase(const struct phrase_search *search, const struct phrase *phrase,
                             struct slice text)
{
    size_t found = 0;
    for (size_t from = 0; from <= text.length;) {
        struct pattern_match plain = {0}, match = {0};
        enum pattern_result wanted = has_needs(phrase, text)
                                         ? pattern_find(phrase->pattern, text, from, &plain)
                                         : PATTERN_NONE;
        enum pattern_result result = phrase_find(search, phrase, from, &match);
        ck_assert_msg(result == wanted && match.begin == plain.begin && match.end == plain.end,
                      "%s from %zu of \"%.*s\"", phrase->id, from, (int)text.length, text.bytes);
        if (result != PATTERN_FOUND)
            break;
        found++;
        from = match.end > from ? match.end : from + 1;
        while (from < text.length && ((unsigned char)text.bytes[from] & 0xc0) == 0x80)
            from++;
    }
    return found;
}

/* Of all phrases of all groups; those that are not told beforehand must not match. */
static size_t compare_text(struct phrase_search *search, struct slice text)
{
    size_t found = 0;
    for (int group = 0; group < PHRASE_GROUPS; group++) {
        const struct phrase_list *list = &book.groups[group];
        phrase_search_text(search, (enum phrase_group)group, text);
        const struct phrase *next = phrase_search_next(search, NULL);
        for (size_t i = 0; i < list->count; i++) {
            size_t matches = compare_phrase(search, list->items[i], text);
            ck_assert_msg(!matches || next == list->items[i], "%s is not told", list->items[i]->id);
            if (next == list->items[i])
                next = phrase_search_next(search, next);
            found += matches;
        }
    }
    return found;
}

/* In every fifth letter of the corpus, of each style some. */
START_TEST(searching_is_the_same_as_trying_everywhere)
{
    enum { EVERY = 5 };
    struct corpus corpus;
    struct arena arena = {0};
    struct phrase_search *search = phrase_search_new(&arena, &book);
    size_t found = 0;
    corpus_open(&corpus, HALF_DEVELOP);
    for (size_t i = 0; i < corpus.count; i += EVERY) {
        const struct letter_text *text = &corpus.letters[i].text;
        struct folded folded;
        fold_letter(&arena, (struct slice){text->text, text->length}, &folded);
        for (size_t line = 0; line < folded.line_count; line++) {
            const struct folded_line *l = &folded.lines[line];
            found +=
                compare_text(search, (struct slice){folded.text + l->begin, l->end - l->begin});
        }
    }
    ck_assert_uint_gt(found, 5000 / EVERY);
    corpus_close(&corpus);
    arena_done(&arena);
}
END_TEST

static const char *const odd_texts[] = {
    "",
    "@@@@",
    "\xc3\xa9we hold it\xc3\xa9, and \xd9\xa1\xd9\xa2 hours",
    "page \xd9\xa1 of \xd9\xa2",
    "\xd9\xa1. your request",
    "the the the police police we we hold hold",
    "\xf0\x9f\x98\x80 \xe2\x82\xac 12 was held\xe2\x80\xa6",
    "no\xc2\xb2 information is held; neither\xc3\x9f confirm nor deny",
};

START_TEST(and_in_odd_texts_too)
{
    struct arena arena = {0};
    struct phrase_search *search = phrase_search_new(&arena, &book);
    compare_text(search, slice_of(odd_texts[_i]));
    arena_done(&arena);
}
END_TEST

/* A search that kept anything of the text before would find it again. */
START_TEST(one_text_leaves_nothing_for_the_next)
{
    struct arena arena = {0};
    struct phrase_search *search = phrase_search_new(&arena, &book);
    phrase_search_text(search, PHRASES_ACT, slice_of("@@@@ holds the information you want"));
    ck_assert(phrase_search_has(search, ACT_WORD_HOLD));
    phrase_search_text(search, PHRASES_ACT, slice_of("@@@@ has the information you want"));
    ck_assert(!phrase_search_has(search, ACT_WORD_NOT_HELD));
    phrase_search_text(search, PHRASES_ACT, slice_of(""));
    ck_assert(!phrase_search_has(search, ACT_WORD_HOLD));
    arena_done(&arena);
}
END_TEST

/* What is kept of one look serves every group of units. */
START_TEST(a_sight_serves_all_groups)
{
    struct arena arena = {0};
    struct phrase_search *search = phrase_search_new(&arena, &book);
    struct slice text = slice_of("if we hold it, but we do not, our ref: foi/123/24");
    const struct phrase_sight sight =
        phrase_sight_keep(&arena, phrase_look(search, PHRASES_ACT, text));
    phrase_search_text(search, PHRASES_ACT, slice_of("another text"));
    phrase_search_begin(search, PHRASES_BORDER, text, &sight);
    ck_assert(phrase_search_has(search, ACT_WORD_BORDER));
    phrase_search_begin(search, PHRASES_SLOT, text, &sight);
    ck_assert(phrase_search_has(search, ACT_WORD_IF));
    phrase_search_begin(search, PHRASES_FIELD, text, &sight);
    ck_assert(phrase_search_has(search, ACT_WORD_REFERENCE));
    arena_done(&arena);
}
END_TEST

/* A phrase that may begin anywhere is tried on every text, whatever it holds: few may. */
START_TEST(nearly_every_phrase_has_somewhere_to_begin)
{
    enum { ANYWHERE_MOST = 8 };
    char names[1024] = "";
    int count = 0;
    for (int group = 0; group < PHRASE_GROUPS; group++)
        for (size_t i = 0; i < book.groups[group].count; i++) {
            if (!(book.groups[group].anywhere[i / 64] >> (i % 64) & 1))
                continue;
            text_add(names, sizeof names, " %s", book.groups[group].items[i]->id);
            count++;
        }
    ck_assert_msg(count <= ANYWHERE_MOST, "%d may begin with anything:%s", count, names);
}
END_TEST

Suite *suite_letters_phrases(void)
{
    enum { SECONDS = 120 };
    TCase *tcase;
    Suite *suite = suite_with_case("letters/phrases", &tcase);
    tcase_add_checked_fixture(tcase, load, unload);
    tcase_set_timeout(tcase, SECONDS);
    tcase_add_test(tcase, searching_is_the_same_as_trying_everywhere);
    ADD_TABLE_TEST(tcase, and_in_odd_texts_too, odd_texts);
    tcase_add_test(tcase, one_text_leaves_nothing_for_the_next);
    tcase_add_test(tcase, a_sight_serves_all_groups);
    tcase_add_test(tcase, nearly_every_phrase_has_somewhere_to_begin);
    return suite;
}
