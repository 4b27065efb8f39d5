/* SPDX-License-Identifier: MIT
 * When an answer speaks of use, and what it says (LETTERS 2.1, use_statement).
 */
#include "suites.h"
#include "table.h"

#include "short_letter.h"

#include "base/memory.h"

#include <stdlib.h>

static const struct {
    const char *question, *answer, *use;
} answers[] = {
    {"Does the force use Osprey Lens?", "Yes, since May.", "confirm"},
    {"Do you have kiosks for copying phones?", "Four, in the custody suites.", "confirm"},
    {"Which package do you use for video?", "Osprey Lens, version 7.", "confirm"},
    {"Have you ever tried it?", "A trial took place at one station in June.", "confirm"},
    {"Is it in use?", "It was in use here until 2022, when the licence ran out.", "confirm"},
    {"Does the force use Osprey Lens?", "Ten are on order, with delivery due in August.", "deny"},
    {"Does the force use Osprey Lens?", "Never. Nothing of the sort is planned.", "deny"},
    {"Does the force use Osprey Lens?", "It is being looked at, beside two others.", ""},
    {"Does the force use Osprey Lens?", "Yes and no. It is being looked into.", ""},
    {"Does the force use Osprey Lens?", "The claim is mistaken and we are no customer of it.",
     "deny"},
    {"Does the force use Osprey Lens?", "We can say neither yes nor no to that.", "ncnd"},
    {"Does the force use Osprey Lens?",
     "We neither confirm nor deny that information is held, under section 31(3).", ""},
    {"How many does the force own?", "Twenty-three.", ""},
    {"How many were in use in May?", "94 cameras were in use on the day you name.", "confirm"},
    {"What did it cost to run?", "£86,700 in 2024.", ""},
    {"Please supply the contract.", "We hold no contract for it.", ""},
};

START_TEST(answer_speaks_of_use)
{
    char *text = memory_print("Northmere Constabulary\nOur ref: 100/24\n\nRequest\n\n1. %s\n2. Who "
                              "is the maker?\n\nResponse\n\n1. %s\n2. Alder Ltd.\n\nComplaints\n"
                              "Write to us.\n",
                              answers[_i].question, answers[_i].answer);
    struct letter_reading reading;
    short_read(text, ACT_FOIA, 0, &reading);
    const struct letter_row *row = short_row(&reading, "Q1", 'A');
    const char *use = row ? row->values[LETTER_USE_STATEMENT] : "";
    ck_assert_msg(strcmp(use, answers[_i].use) == 0, "%s %s: \"%s\"", answers[_i].question,
                  answers[_i].answer, use);
    letter_reading_done(&reading);
    free(text);
}
END_TEST

/* The reasons of a letter that holds or gives may tell of use; those of a refusal to say do not. */
START_TEST(reasons_may_speak_of_use)
{
    static const struct {
        const char *body, *use;
    } letters[] = {
        {"The plans are held and are exempt under section 31(1).\n\nHarm\nOur officers use Osprey "
         "Lens every day. To publish the plans would show where.",
         "confirm"},
        {"We neither confirm nor deny that it is held, under section 31(3).\n\nHarm\nIf we use "
         "Osprey Lens, to say so would show where.",
         ""},
    };
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        struct letter_reading reading;
        short_read_body(letters[i].body, &reading);
        const struct letter_row *row = short_row(&reading, "", 'A');
        ck_assert_str_eq(row->values[LETTER_USE_STATEMENT], letters[i].use);
        letter_reading_done(&reading);
    }
}
END_TEST

Suite *suite_letters_use(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/use", &tcase);
    ADD_TABLE_TEST(tcase, answer_speaks_of_use, answers);
    tcase_add_test(tcase, reasons_may_speak_of_use);
    return suite;
}
