/* SPDX-License-Identifier: MIT
 * Sentences of tests/letters/sentences.csv, each the only one of a short letter: is the act that it
 * does found, and none where it does none? Those held back are for counting: nobody who writes
 * patterns reads them.
 */
#include "sheet.h"
#include "short_letter.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>

/* Which acts say what a sentence does; both of a pair "A+B" are needed. A stance says it too, since
 * a section that is relied on may be all that tells. Floors are a little under what stands, in
 * hundredths. */
static const struct kind {
    const char *act, *found_as, *stance;
    int least, least_held_back;
} kinds[] = {
    {"HOLD+", "HOLD+ YES", "", 93, 79},
    {"HOLD-", "HOLD- NO", "", 86, 73},
    {"HOLD-PART", "HOLD-PART HOLD++HOLD-", "", 79, 33},
    {"USE+", "USE+ YES", "", 86, 66},
    {"USE-", "USE- NO", "", 86, 79},
    {"GIVE", "GIVE ZERO", "disclosed", 93, 59},
    {"WITHHOLD", "WITHHOLD", "held_exempt", 93, 93},
    {"S21", "S21", "held_s21", 93, 59},
    {"S22", "S22", "held_exempt", 93, 86},
    {"NCND", "NCND", "", 86, 73},
    {"NCND-REST", "NCND-REST", "", 86, 66},
    {"COST1", "COST1", "refused_cost", 93, 73},
    {"COST2", "COST2", "", 93, 46},
    {"VEX", "VEX", "refused_vexatious", 86, 79},
    {"CLARIFY", "CLARIFY", "", 86, 66},
    {"EXTEND", "EXTEND", "", 73, 53},
    {"TRANSFER", "TRANSFER", "", 86, 53},
    {"UPHOLD", "UPHOLD", "", 86, 39},
    {"OVERTURN", "OVERTURN VARY", "", 79, 33},
    {"NOTFOI", "NOTFOI EIR DPA", "", 79, 33},
    {"ACK", "ACK", "", 79, 19},
};
static const int false_most = 7, false_most_held_back = 20; /* of NONE, in hundredths */

static void read_sentence(const char *sentence, const char *force, struct letter_reading *ret)
{
    const char *own[] = {*force ? force : "Northmere Constabulary"}, *tools[] = {"Meridian Graph"};
    struct letter_context context = {.own_names = own,
                                     .own_name_count = 1,
                                     .tools = tools,
                                     .tool_count = 1,
                                     .regime = strstr(sentence, "Scotland") ? ACT_FOISA : ACT_FOIA};
    struct letter_text letter = {
        .text = memory_print("Dear Applicant\n\nYour request: does the force use Meridian Graph, "
                             "and what is held on it?\n\nResponse\n\n%s\n\nYours sincerely\n",
                             sentence)};
    letter.length = strlen(letter.text);
    struct error err = {0};
    ck_assert_msg(letter_read(short_reader(), &letter, &context, ret, &err), "%s", err.what);
    letter_text_free(&letter);
}

/* The words of the acts that count, each between blanks. */
static void acts_that_count(const struct letter_reading *reading, char *out, size_t size)
{
    text_fit(out, size, " ");
    for (size_t i = 0; i < reading->act_count; i++) {
        const struct letter_act *act = &reading->acts[i];
        if (act->why_not)
            continue;
        bool is_rest = strcmp(act->act, "NCND") == 0 && strcmp(act->scope, "residual") == 0;
        text_add(out, size, "%s ", is_rest ? "NCND-REST" : act->act);
    }
}

static bool has(const char *acts, const char *word, size_t length)
{
    char *looked_for = memory_print(" %.*s ", (int)length, word);
    bool found = strstr(acts, looked_for) != NULL;
    free(looked_for);
    return found;
}

static bool has_any(const char *acts, const char *words)
{
    while (*words) {
        size_t length = strcspn(words, " ");
        const char *pair = memchr(words + 1, '+', length - 1);
        size_t first = pair && pair[1] == '+' ? (size_t)(pair - words) + 1 : length;
        if (has(acts, words, first) &&
            (first == length || has(acts, words + first + 1, length - first - 1)))
            return true;
        words += length + strspn(words + length, " ");
    }
    return false;
}

static bool is_right(const struct kind *kind, const char *acts,
                     const struct letter_reading *reading)
{
    if (kind)
        return has_any(acts, kind->found_as) ||
               (*kind->stance && reading->row_count > 0 &&
                strcmp(reading->rows[0].values[LETTER_STANCE], kind->stance) == 0);
    for (size_t i = 0; i < LENGTH_OF(kinds); i++)
        if (has_any(acts, kinds[i].found_as))
            return false;
    return true;
}

/* Hundredths of the sentences of that act and half that are read rightly. With the name of an act,
 * or "all", in CK_SENTENCES_TOLD those misread of the half to develop with are told. */
static int count_right(const struct sheet *sheet, const struct kind *kind, const char *half)
{
    int count = 0, right = 0;
    const char *act = kind ? kind->act : "NONE", *told = getenv("CK_SENTENCES_TOLD");
    bool is_told = told && (strcmp(told, "all") == 0 || strcmp(told, act) == 0) &&
                   strcmp(half, "develop") == 0;
    for (size_t i = 0; i < sheet->count; i++) {
        if (strcmp(sheet_cell(sheet, i, "act"), act) != 0 ||
            strcmp(sheet_cell(sheet, i, "half"), half) != 0)
            continue;
        struct letter_reading reading;
        char acts[400];
        const char *sentence = sheet_cell(sheet, i, "sentence");
        read_sentence(sentence, sheet_cell(sheet, i, "force"), &reading);
        acts_that_count(&reading, acts, sizeof acts);
        bool is_read = is_right(kind, acts, &reading);
        count++;
        right += is_read;
        if (is_told && !is_read)
            printf("  %s [%s] %s\n", act, acts, sentence);
        letter_reading_done(&reading);
    }
    ck_assert_msg(count > 0, "no sentence of %s, %s", act, half);
    return right * 100 / count;
}

START_TEST(sentences_are_read)
{
    struct sheet sheet;
    int sum = 0, sum_held_back = 0;
    sheet_open(&sheet, "tests/letters/sentences.csv");
    for (size_t i = 0; i < LENGTH_OF(kinds); i++) {
        int share = count_right(&sheet, &kinds[i], "develop");
        int share_held_back = count_right(&sheet, &kinds[i], "held_back");
        sum += share;
        sum_held_back += share_held_back;
        printf("%-10s %3d %3d\n", kinds[i].act, share, share_held_back);
        fflush(stdout);
        ck_assert_int_ge(share, kinds[i].least);
        ck_assert_int_ge(share_held_back, kinds[i].least_held_back);
    }
    int wrong = 100 - count_right(&sheet, NULL, "develop");
    int wrong_held_back = 100 - count_right(&sheet, NULL, "held_back");
    printf("mean %3d %3d; NONE with an act %3d %3d\n", sum / (int)LENGTH_OF(kinds),
           sum_held_back / (int)LENGTH_OF(kinds), wrong, wrong_held_back);
    fflush(stdout);
    ck_assert_int_le(wrong, false_most);
    ck_assert_int_le(wrong_held_back, false_most_held_back);
    sheet_close(&sheet);
}
END_TEST

Suite *suite_letters_sentences(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/sentences", &tcase);
    tcase_add_test(tcase, sentences_are_read);
    return suite;
}
