/* SPDX-License-Identifier: MIT
 * What must not change a reading, and what must (LETTERS 7).
 */
#include "suites.h"
#include "table.h"

#include "short_letter.h"

#include "base/memory.h"

#include <stdlib.h>

static const char *const decisions[] = {
    "Northmere Constabulary can neither confirm nor deny holding this, under section 31(3).",
    "No information is held.",
    "We hold the report, and it is exempt under section 43(2).",
    "I attach the policy you asked for.",
    "To comply would exceed the appropriate limit and section 12(1) applies.",
};

static const char *const additions[] = {
    "\n\nSection 40 is an absolute exemption and needs no test of the public interest.",
    "\n\nComplaint rights\nYou may ask whether we held it, or were right to say neither.",
    "\n\nYou were told in May that nothing was held.",
};

static void summary_of(const char *decision, const char *addition, char *out, size_t size)
{
    struct letter_reading reading;
    char *body = memory_print("%s%s", decision, addition);
    short_read_body(body, &reading);
    short_summary(&reading, "", out, size);
    letter_reading_done(&reading);
    free(body);
}

START_TEST(addition_changes_nothing)
{
    char plain[200], with[200];
    summary_of(decisions[_i], "", plain, sizeof plain);
    for (size_t i = 0; i < LENGTH_OF(additions); i++) {
        summary_of(decisions[_i], additions[i], with, sizeof with);
        ck_assert_msg(strcmp(plain, with) == 0, "%s:%s: \"%s\", not \"%s\"", decisions[_i],
                      additions[i], with, plain);
    }
}
END_TEST

START_TEST(rest_changes_partial_and_exemptions)
{
    struct letter_reading plain, with;
    char *body = memory_print("%s\n\nIn addition, we neither confirm nor deny that any other "
                              "information is held, by virtue of section 24(2).",
                              decisions[_i]);
    short_read_body(decisions[_i], &plain);
    short_read_body(body, &with);
    const struct letter_row *a = short_row(&plain, "", 'A'), *b = short_row(&with, "", 'A');
    ck_assert_str_eq(a->values[LETTER_STANCE], b->values[LETTER_STANCE]);
    ck_assert_str_eq(a->values[LETTER_HELD_STATEMENT], b->values[LETTER_HELD_STATEMENT]);
    ck_assert_str_eq(a->values[LETTER_USE_STATEMENT], b->values[LETTER_USE_STATEMENT]);
    ck_assert(strstr(b->values[LETTER_EXEMPTIONS], "24(2)"));
    letter_reading_done(&plain);
    letter_reading_done(&with);
    free(body);
}
END_TEST

static const char *const no_decisions[] = {
    "If Northmere Constabulary held this, it would neither confirm nor deny it.",
    "Were no information held, we would say so.",
    "An authority may neither confirm nor deny that it holds a thing.",
};

START_TEST(condition_removes_decision)
{
    char summary[200];
    summary_of(no_decisions[_i], "", summary, sizeof summary);
    ck_assert_str_eq(summary, "other - none - -");
}
END_TEST

START_TEST(request_is_no_decision)
{
    struct letter_reading reading;
    char *text = memory_print("Request\n\nPlease do not tell me the following: "
                              "\"%s\"\n\nResponse\n\nThe matter was looked into.\n\n"
                              "Complaints\nWrite to us.\n",
                              decisions[_i]);
    short_read(text, ACT_FOIA, 0, &reading);
    ck_assert_str_eq(short_row(&reading, "", 'A')->values[LETTER_STANCE], "other");
    letter_reading_done(&reading);
    free(text);
}
END_TEST

Suite *suite_letters_metamorphic(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/metamorphic", &tcase);
    ADD_TABLE_TEST(tcase, addition_changes_nothing, decisions);
    ADD_TABLE_TEST(tcase, rest_changes_partial_and_exemptions, decisions);
    ADD_TABLE_TEST(tcase, condition_removes_decision, no_decisions);
    ADD_TABLE_TEST(tcase, request_is_no_decision, decisions);
    return suite;
}
