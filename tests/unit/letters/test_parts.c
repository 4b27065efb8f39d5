/* SPDX-License-Identifier: MIT
 * The parts of reading a letter: folding, sentences, dates, citations, tables.
 */
#include "suites.h"
#include "table.h"

#include "letters/cited_scan.h"
#include "letters/coding.h"
#include "letters/folded.h"
#include "letters/phrase_search.h"
#include "letters/sentence.h"
#include "letters/written_date.h"

#include "base/text.h"

static const struct {
    const char *text, *folded;
} foldings[] = {
    {"We HOLD it", "we hold it\n"},
    {"neither con-\nfirm nor", "neither confirm nor\n"},
    {"con\xc2\xad"
     "firm",
     "confirm\n"},
    {"a\xc2\xa0 \xe2\x80\x89z", "a z\n"},
    {"31 \xe2\x80\x93 40", "31 - 40\n"},
    {"\xe2\x80\x9cyes\xe2\x80\x9d it\xe2\x80\x99s", "\"yes\" it's\n"},
    {"\xef\xac\x81le", "file\n"},
    {"\xe2\x80\xa2 one\n\xc2\xb7 two\no three\n- four", "* one\n* two\n* three\n* four\n"},
    {"> quoted\n>> twice", "quoted\ntwice\n"},
    {"| a | b |", "a\nb\n"},
    {"(cid:127) one", "* one\n"},
    {"\xe2\x80\xae"
     "abc\xe2\x80\xac",
     "abc\n"},
    {"Cymraeg \xc5\xb4yn", "cymraeg wyn\n"},
    {"We dont hold it, it isnt here", "we don't hold it, it isn't here\n"},
    {"cantor, wonton", "cantor, wonton\n"},
    {"", "\n"},
};

START_TEST(text_is_folded)
{
    struct arena arena = {0};
    struct folded folded;
    fold_letter(&arena, slice_of(foldings[_i].text), &folded);
    ck_assert_str_eq(folded.text, foldings[_i].folded);
    arena_done(&arena);
}
END_TEST

static const struct {
    const char *what, *text, *folded;
} column_tables[] = {
    {"a head line",
     "You asked                  We answer\n\nIs it used                 Yes, since\nby the "
     "force?              2019.\n\nWhat it cost               Nothing.\n",
     "you asked\nwe answer\n\nis it used by the force?\nyes, since 2019.\n\nwhat it "
     "cost\nnothing.\n\n\n"},
    {"rows without blank lines",
     "1. Is it used by your        No.\nforce?\n2. Send the contract.        Attached.\nThat is "
     "all.",
     "1. is it used by your force?\nno.\n\n2. send the contract. that is all.\nattached.\n\n\n"},
    {"words right alone",
     "Q1 Is it used?       It is held, and\n                     exempt.\n\nQ2 Its cost?       "
     "  12\n",
     "q1 is it used?\nit is held, and exempt.\n\nq2 its cost?\n12\n\n\n"},
    {"figures of years are none", "2019/20      410      387\n2020/21      120      911\n",
     "2019/20 410 387\n2020/21 120 911\n\n"},
    {"nor are two addresses",
     "The Force                 A. Person\nIts House           Her "
     "Road\n",
     "the force a. person\nits house her road\n\n"},
};

START_TEST(columns_are_taken_apart)
{
    struct arena arena = {0};
    struct folded folded;
    fold_columns(&arena, slice_of(column_tables[_i].text), &folded);
    ck_assert_msg(strcmp(folded.text, column_tables[_i].folded) == 0, "%s: %s",
                  column_tables[_i].what, folded.text);
    for (size_t i = 0; i + 1 < folded.length; i++) {
        struct letter_span span = folded_origin(&folded, i, folded.length - 1);
        ck_assert(span.begin <= span.end && span.end <= strlen(column_tables[_i].text));
    }
    arena_done(&arena);
}
END_TEST

START_TEST(folding_maps_back)
{
    struct arena arena = {0};
    struct folded folded;
    const char *text = "We neither con-\nfirm nor den\xc2\xady \xe2\x80\x9cit\xe2\x80\x9d.";
    fold_letter(&arena, slice_of(text), &folded);
    const char *word = strstr(folded.text, "confirm"), *quoted = strstr(folded.text, "\"it\"");
    struct letter_span span =
        folded_origin(&folded, (size_t)(word - folded.text), (size_t)(word - folded.text) + 7);
    ck_assert_int_eq(strncmp(text + span.begin, "con-\nfirm", span.end - span.begin), 0);
    ck_assert_uint_eq(span.end - span.begin, strlen("con-\nfirm"));
    span =
        folded_origin(&folded, (size_t)(quoted - folded.text), (size_t)(quoted - folded.text) + 4);
    ck_assert_uint_eq(span.end - span.begin, strlen("\xe2\x80\x9cit\xe2\x80\x9d"));
    arena_done(&arena);
}
END_TEST

static const struct {
    const char *text;
    size_t length;
} sentences[] = {
    {"one. two", 5},      {"s. 31 applies. no", 15},  {"see no. 5. yes", 11},
    {"no. we do not", 4}, {"1. what is it? yes", 15}, {"e.g. this one. b", 15},
    {"no end", 6},        {"ask. \"yes.\" b", 5},
};

START_TEST(sentence_ends)
{
    ck_assert_uint_eq(sentence_length(slice_of(sentences[_i].text)), sentences[_i].length);
}
END_TEST

static const struct {
    const char *text, *date;
} dates[] = {
    {"9 december 2024", "2024-12-09"},
    {"9th dec 2024", "2024-12-09"},
    {"9th of december, 2024", "2024-12-09"},
    {"09/12/24", "2024-12-09"},
    {"9.12.2024", "2024-12-09"},
    {"2024-12-09", "2024-12-09"},
    {"december 9, 2024", "2024-12-09"},
    {"december 2024", "2024-12"},
    {"31 february 2024", ""},
    {"2024/december", "2024-12"},
    {"24 chwefror 2025", "2025-02-24"},
    {"today", ""},
};

START_TEST(date_is_read)
{
    char out[16];
    written_date(slice_of(dates[_i].text), out);
    ck_assert_str_eq(out, dates[_i].date);
}
END_TEST

static const struct {
    const char *text, *latest, *before, *date;
} near_dates[] = {
    {"28 october", "2024-11-22", "", "2024-10-28"},
    {"28th of october", "2025-01-22", "", "2024-10-28"},
    {"october 28", "2024-11-22", "", "2024-10-28"},
    {"the 30th", "2024-11-22", "2024-10-28", "2024-10-30"},
    {"the 2nd", "2024-11-22", "2024-10-28", "2024-11-02"},
    {"the 30th", "2024-11-22", "", "2024-10-30"},
    {"28 october 2023", "2024-11-22", "", "2023-10-28"},
    {"october 2023", "2024-11-22", "", "2023-10"},
    {"28 october", "", "", ""},
    {"31 february", "2024-11-22", "", ""},
    {"some day", "2024-11-22", "", ""},
};

START_TEST(date_is_completed)
{
    char out[16];
    written_date_near(slice_of(near_dates[_i].text), near_dates[_i].latest, near_dates[_i].before,
                      out);
    ck_assert_str_eq(out, near_dates[_i].date);
}
END_TEST

static const struct {
    const char *text, *numbers;
} citations[] = {
    {"section 31(3)", "31(3)"},
    {"s31 (1)(a)&(b)", "31(1)(a)(b)"},
    {"section 40(2)&(3a)(a)", "40(2) 40(3a)(a)"},
    {"section 12(1) and (4)", "12(1) 12(4)"},
    {"s31(1)a)", "31(1)(a)"},
    {"sections 24(2), 31(3) and 40", "24(2) 31(3) 40"},
    {"s. 3l(3) and 31{3)", "31(3) 31(3)"},
    {"5.31(3)", "31(3)"},
    {"ss 23(5) & 24(2)", "23(5) 24(2)"},
    {"section 12, subsection 1", "12(1)"},
    {"section 31, sub-section (3)", "31(3)"},
    {"subsection (3) of section 31 and section 40", "31(3) 40"},
    {"\xc2\xa7 31(3)", "31(3)"},
    {"s31(1)(a and b)", "31(1)(a)(b)"},
    {"section 31(1)(a,b,c)", "31(1)(a)(b)(c)"},
    {"section 31(1)a of the act", "31(1)(a)"},
    {"31(1) a table", "31(1)"},
    {"14 september and 31 drones", ""},
    {"section a", ""},
    {"section thirty-one", "31"},
    {"sections twenty-four and 31(3)", "24 31(3)"},
    {"section thirty one, subsection three", "31(3)"},
    {"section 31, subsections (1)(a) and (b)", "31(1)(a)(b)"},
    {"subsections (1)(a), (b) and (c) of section 31", "31(1)(a)(b)(c)"},
    {"the exemptions at 24 and 31", "24 31"},
    {"section 31(1), limbs (a) and (b)", "31(1)(a)(b)"},
    {"section 31(1) paragraph a", "31(1)(a)"},
    {"paragraphs (a) and (b) of section 31(1)", "31(1)(a)(b)"},
    {"section 31(1)(a) to (c)", "31(1)(a)(b)(c)"},
    {"section 31(1)(a), and (b)", "31(1)(a)(b)"},
    {"the exemption in two parts", ""},
    {"paragraph (a) of the policy", ""},
    {"one section of twelve pages", ""},
};

START_TEST(citations_are_scanned)
{
    char text[64] = "";
    struct scanned_citation scanned, last;
    struct slice all = slice_of(citations[_i].text);
    bool has_last = false;
    for (size_t from = 0; citation_scan(all, from, has_last ? &last : NULL, &scanned);
         from = scanned.end) {
        text_add(text, sizeof text, "%s%s", *text ? " " : "", scanned.number);
        last = scanned;
        has_last = true;
    }
    ck_assert_str_eq(text, citations[_i].numbers);
}
END_TEST

static bool finds(struct phrase_search *search, const struct phrase *phrase, const char *text)
{
    struct pattern_match match;
    struct slice all = slice_of(text);
    phrase_search_text(search, phrase->group, all);
    enum pattern_result result = phrase_find(search, phrase, 0, &match);
    ck_assert_msg(result != PATTERN_GAVE_UP, "%s gives up", phrase->id);
    bool is_line = strcmp(phrase->reach, "line") == 0;
    return result == PATTERN_FOUND && (!is_line || (match.begin == 0 && match.end == all.length));
}

/* All faults at once: whoever merges two tables has several. */
static void check_table(struct phrase_search *search, const struct phrase_table *table)
{
    char faults[4096] = "";
    for (size_t i = 0; i < table->count; i++) {
        const struct phrase *phrase = &table->rows[i];
        if (!finds(search, phrase, phrase->example))
            text_add(faults, sizeof faults, "\n%s does not find \"%s\"", phrase->id,
                     phrase->example);
        if (finds(search, phrase, phrase->counter_example))
            text_add(faults, sizeof faults, "\n%s finds \"%s\"", phrase->id,
                     phrase->counter_example);
        if (!*phrase->example || !*phrase->counter_example)
            text_add(faults, sizeof faults, "\n%s lacks examples", phrase->id);
    }
    ck_assert_msg(!*faults, "%s", faults);
}

START_TEST(phrases_find_their_examples)
{
    static struct phrase_book book;
    struct arena arena = {0};
    struct error err = {0};
    ck_assert_msg(phrase_book_load(&book, &err) && phrase_book_check(&book, &err), "%s:%ld: %s",
                  err.source, err.line, err.what);
    struct phrase_search *search = phrase_search_new(&arena, &book);
    check_table(search, &book.phrases);
    check_table(search, &book.headings);
    arena_done(&arena);
    phrase_book_done(&book);
}
END_TEST

static const struct {
    int facts[4];
    const char *id;
} codings[] = {
    {{ACT_WORD_ACK, -1}, "C01"},
    {{ACT_WORD_EXTEND, ACT_WORD_HOLD, -1}, "C02"},
    {{ACT_WORD_CLARIFY, -1}, "C03"},
    {{ACT_WORD_VEX, ACT_WORD_NCND, -1}, "C04"},
    {{ACT_WORD_NCND, FACT_NCND_EFFORT, -1}, "C05"},
    {{ACT_WORD_NCND, -1}, "C06"},
    {{ACT_WORD_NCND, ACT_WORD_HOLD, -1}, "C07"},
    {{ACT_WORD_NCND, ACT_WORD_NOT_HELD, -1}, "C08"},
    {{ACT_WORD_WITHHOLD, FACT_CITES_NCND, -1}, "C09"},
    {{ACT_WORD_REST, -1}, "C10"},
    {{ACT_WORD_REST, ACT_WORD_NOT_HELD, FACT_BASE, -1}, "C11"},
    {{ACT_WORD_S21, ACT_WORD_HOLD, -1}, "C12"},
    {{ACT_WORD_COST1, -1}, "C13"},
    {{ACT_WORD_GIVE, ACT_WORD_WITHHOLD, -1}, "C14"},
    {{ACT_WORD_HOLD, ACT_WORD_WITHHOLD, -1}, "C15"},
    {{ACT_WORD_WITHHOLD, -1}, "C16"},
    {{ACT_WORD_UPHOLD, -1}, "C17"},
    {{FACT_FORMULA, ACT_WORD_HOLD, ACT_WORD_NO_USE, -1}, "C19"},
    {{ACT_WORD_NOT_HELD, -1}, "C20"},
    {{ACT_WORD_HOLD, -1}, "C21"},
    {{ACT_WORD_TRANSFER, -1}, "C22"},
    {{ACT_WORD_NOTICE, ACT_WORD_NCND, -1}, "C23"},
    {{-1}, "C24"},
};

START_TEST(facts_are_coded)
{
    struct coding_tables tables = {0};
    struct error err = {0};
    fact_set facts = 0;
    ck_assert_msg(coding_load(&tables, &err), "%s:%ld: %s", err.source, err.line, err.what);
    for (const int *fact = codings[_i].facts; *fact >= 0; fact++)
        facts |= fact_bit(*fact);
    ck_assert_str_eq(coding_find(&tables, facts)->id, codings[_i].id);
    coding_done(&tables);
}
END_TEST

Suite *suite_letters_parts(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/parts", &tcase);
    ADD_TABLE_TEST(tcase, text_is_folded, foldings);
    ADD_TABLE_TEST(tcase, columns_are_taken_apart, column_tables);
    tcase_add_test(tcase, folding_maps_back);
    ADD_TABLE_TEST(tcase, sentence_ends, sentences);
    ADD_TABLE_TEST(tcase, date_is_read, dates);
    ADD_TABLE_TEST(tcase, date_is_completed, near_dates);
    ADD_TABLE_TEST(tcase, citations_are_scanned, citations);
    tcase_add_test(tcase, phrases_find_their_examples);
    ADD_TABLE_TEST(tcase, facts_are_coded, codings);
    return suite;
}
