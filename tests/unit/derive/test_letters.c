/* SPDX-License-Identifier: MIT */
#include "derive/letters.h"

#include "deriving.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>

/* The letters in order, "!" behind one that speaks for its request; of each fact its letter,
 * "s" where it is superseded and "c" where it is in conflict. */
static const struct {
    struct given_fact facts[DERIVING_FACTS];
    const char *letters, *rows;
} examples[] = {
    /* a later letter about everything supersedes everything */
    {{{1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, ON(10)},
      {1, 1, 0, 1, STAGE_INTERNAL_REVIEW, STANCE_NOT_HELD, ON(20)}},
     "ncnd deny!",
     "0s 1"},
    /* one about a question supersedes only the answer to it */
    {{{1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, ON(10)},
      {1, 1, 2, 1, STAGE_INITIAL, STANCE_NOT_HELD, ON(10)},
      {1, 1, 2, 1, STAGE_INTERNAL_REVIEW, STANCE_DISCLOSED, ON(20)}},
     "ncnd confirm!",
     "0 0s 1"},
    /* one about another tool nothing */
    {{{1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, ON(10)},
      {1, 1, 0, 3, STAGE_INTERNAL_REVIEW, STANCE_NOT_HELD, ON(20)}},
     "ncnd! deny!",
     "0 1"},
    /* one question of one letter answered in two ways; a denial of use outweighs an NCND */
    {{{1, 1, 1, 1, STAGE_INITIAL, STANCE_NCND, ON(10)},
      {1, 1, 1, 1, STAGE_INITIAL, STANCE_NOT_HELD, ON(10)}},
     "deny!",
     "0c 0c"},
    /* a detail presupposes use where it is confirmed or neither, but not where it is denied */
    {{{1, 1, 2, 1, STAGE_INITIAL, STANCE_NCND, ON(10)},
      {1, 1, 2, 2, STAGE_INITIAL, STANCE_DISCLOSED, ON(10)},
      {1, 1, 2, 3, STAGE_INITIAL, STANCE_NOT_HELD, ON(10)}},
     "ncnd! confirm! silent",
     "0 1 2"},
    /* meetings presuppose nothing */
    {{{1, 2, 3, 1, STAGE_INITIAL, STANCE_DISCLOSED, ON(10)}}, "silent", "0"},
    /* by date whatever the request; one without a date comes first */
    {{{1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, ON(20)},
      {1, 2, 0, 1, STAGE_INITIAL, STANCE_NOT_HELD, ON(10)}},
     "deny! ncnd!",
     "1 0"},
    {{{1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, ON(20)},
      {1, 2, 0, 1, STAGE_INITIAL, STANCE_DISCLOSED, UNDATED}},
     "confirm! ncnd!",
     "1 0"},
};

static void check_text(FILE *out, char **text, const char *expected)
{
    fclose(out);
    ck_assert_str_eq(*text, expected);
    free(*text);
}

START_TEST(letters_are_made_of_rows)
{
    struct deriving d;
    struct letters letters;
    struct error err = {0};
    deriving_begin(&d, examples[_i].facts);
    ck_assert(letters_build(&d.in, &letters, &err));
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (size_t i = 0; i < letters.count; i++)
        fprintf(out, "%s%s%s", i ? " " : "", positions.words[letters.letters[i].position_on_use],
                letters.letters[i].speaks_for_request ? "!" : "");
    check_text(out, &text, examples[_i].letters);
    out = open_memstream(&text, &size);
    for (size_t i = 0; i < d.in.fact_count; i++)
        fprintf(out, "%s%d%s%s", i ? " " : "", (int)letters.rows[i].letter,
                letters.rows[i].superseded ? "s" : "", letters.rows[i].conflicting ? "c" : "");
    check_text(out, &text, examples[_i].rows);
    letters_done(&letters);
    deriving_end(&d);
}
END_TEST

/* Received on Monday 5 January 1970, day 4: due on day 32. */
static const struct {
    struct date_interval responded;
    const char *late;
} answers[] = {{ON(32), "in time"},
               {ON(33), "certain 4..4 due 32..32"},
               {{30, 40}, "possible 4..4 due 32..32"},
               {{33, 40}, "certain 4..4 due 32..32"},
               {UNDATED, "in time"}};

START_TEST(lateness_is_certain_or_possible)
{
    static const struct given_fact given[DERIVING_FACTS] = {
        {1, 1, 0, 1, STAGE_INITIAL, STANCE_NCND, ON(0)}};
    struct deriving d;
    struct letters letters;
    struct error err = {0};
    deriving_begin(&d, given);
    d.facts[0].received = (struct date_interval)ON(4);
    d.facts[0].responded = answers[_i].responded;
    ck_assert(letters_build(&d.in, &letters, &err));
    deriving_check(&d,
                   "SELECT coalesce(late || ' ' || received_earliest || '..' || received_latest || "
                   "' due ' || due_earliest || '..' || due_latest, 'in time') FROM letter",
                   answers[_i].late);
    letters_done(&letters);
    deriving_end(&d);
}
END_TEST

/* A letter that takes more time, and the answer: received on day 4, due on day 32 or 60. */
static const struct {
    struct date_interval extension, answer;
    const char *late;
} extensions[] = {
    {ON(32), ON(60), "in time|in time"},          {ON(32), ON(61), "in time|certain 60"},
    {ON(33), ON(60), "certain 32|certain 32"},    {{30, 40}, ON(60), "possible 32|possible 32"},
    {{30, 40}, ON(61), "possible 32|certain 60"}, {UNDATED, ON(33), "in time|possible 32"},
    {UNDATED, ON(61), "in time|certain 60"}};

START_TEST(more_time_moves_the_deadline)
{
    const struct given_fact given[DERIVING_FACTS] = {
        {1, 1, 0, 1, STAGE_INITIAL, STANCE_EXTENDED, extensions[_i].extension},
        {1, 1, 0, 1, STAGE_INITIAL, STANCE_UNREAD, extensions[_i].answer}};
    struct deriving d;
    struct letters letters;
    struct error err = {0};
    deriving_begin(&d, given);
    d.facts[0].received = d.facts[1].received = (struct date_interval)ON(4);
    ck_assert(letters_build(&d.in, &letters, &err));
    deriving_check(&d,
                   "SELECT coalesce(late || ' ' || due_latest, 'in time') FROM letter "
                   "ORDER BY letter_no",
                   extensions[_i].late);
    letters_done(&letters);
    deriving_end(&d);
}
END_TEST

Suite *suite_derive_letters(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("derive/letters", &tcase);
    ADD_TABLE_TEST(tcase, letters_are_made_of_rows, examples);
    ADD_TABLE_TEST(tcase, lateness_is_certain_or_possible, answers);
    ADD_TABLE_TEST(tcase, more_time_moves_the_deadline, extensions);
    return suite;
}
