/* SPDX-License-Identifier: MIT
 * Responses that nobody has sent, read beside those of the pack.
 */
#include "loading.h"
#include "suites.h"
#include "table.h"

#include <string.h>

#define HEADER "response_id,force_id,request_id,question_id,tool_id,stage,date_responded,stance\n"
#define DRAFT  HEADER "draft,kent,1/24,,t,,2024-03-01,ncnd\n"

/* What the pack holds beside the draft, how many of its rows are the draft's letter, and all that
 * is stored, in the order of identifiers. */
static const struct {
    const char *row;
    int left_out;
    const char *stored;
} packs[] = {
    {"z,kent,1/24,,t,,2024-03-01,not_held\n", 1, "draft|1"},
    {"z,kent,1/24,,t,initial,2024-03-01,\n", 0, "draft|1"},
    {"z,essex,1/24,,t,,2024-03-01,ncnd\n", 0, "draft|1;z|2"},
    {"z,kent,2/24,,t,,2024-03-01,ncnd\n", 0, "draft|1;z|2"},
    {"z,kent,1/24,Q1,t,,2024-03-01,ncnd\n", 0, "draft|1;z|2"},
    {"z,kent,1/24,,u,,2024-03-01,ncnd\n", 0, "draft|1;z|2"},
    {"z,kent,1/24,,t,internal_review,2024-03-01,ncnd\n", 0, "draft|1;z|2"},
    {"z,kent,1/24,,t,,2024-03-02,ncnd\n", 0, "draft|1;z|2"},
    {"z,kent,1/24,,t,,2024-03,ncnd\n", 0, "draft|1;z|2"},
    {"a,kent,1/24,,t,,,ncnd\n", 0, "a|1;draft|2"},
};

static void load(struct loading *l, const char *row, const char *draft)
{
    char text[400] = HEADER;
    loading_begin(l);
    strcat(text, row);
    loading_write(l, "responses.csv", text, strlen(text));
    loading_load(l, (struct intake_options){.draft = slice_of(draft)});
    ck_assert_msg(l->ok, "%s", l->err.what);
}

START_TEST(same_letter_is_left_out)
{
    struct loading l;
    load(&l, packs[_i].row, DRAFT);
    ck_assert_int_eq((int)l.result.left_out, packs[_i].left_out);
    loading_assert(&l, "SELECT response_id, response_no FROM response_wording ORDER BY response_no",
                   packs[_i].stored);
    loading_assert(
        &l, "SELECT count(*) FROM input_file WHERE read <> accepted + duplicate + rejected", "0");
    loading_assert(&l, "SELECT name, kind, accepted FROM input_file WHERE kind = 'draft'",
                   "draft|draft|1");
    loading_end(&l);
}
END_TEST

/* A letter without a date is the same as none. */
START_TEST(undated_letters_are_never_the_same)
{
    struct loading l;
    load(&l, "z,kent,1/24,,t,,,ncnd\n", HEADER "draft,kent,1/24,,t,,,ncnd\n");
    ck_assert_int_eq((int)l.result.left_out, 0);
    loading_end(&l);
}
END_TEST

START_TEST(without_a_draft_all_is_as_ever)
{
    struct loading l;
    load(&l, "z,kent,1/24,,t,,2024-03-01,ncnd\n", "");
    loading_assert(&l, "SELECT count(*) FROM input_file WHERE kind = 'draft'", "0");
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

Suite *suite_intake_draft(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/draft", &tcase);
    ADD_TABLE_TEST(tcase, same_letter_is_left_out, packs);
    tcase_add_test(tcase, undated_letters_are_never_the_same);
    tcase_add_test(tcase, without_a_draft_all_is_as_ever);
    return suite;
}
