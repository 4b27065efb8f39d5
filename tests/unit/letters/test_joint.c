/* SPDX-License-Identifier: MIT
 * Letters that two forces send together (LETTERS 1, S15): what each of them says.
 */
#include "suites.h"
#include "table.h"

#include "base/memory.h"
#include "base/text.h"
#include "short_letter.h"

#include <stdlib.h>

static const struct {
    const char *what, *body, *northmere, *westvale;
} joint_letters[] = {
    {"one answer", "We do not hold the information.", "not_held no deny - -",
     "not_held no deny - -"},
    {"both by name", "Northmere and Westvale hold no information.", "not_held no deny - -",
     "not_held no deny - -"},
    {"neither force", "Neither force holds a record of this.", "not_held no deny - -",
     "not_held no deny - -"},
    {"neither, by name",
     "Neither Northmere Constabulary nor Westvale Police holds a record of this.",
     "not_held no deny - -", "not_held no deny - -"},
    {"neither uses it", "Neither force uses Osprey Lens.", "not_held no none deny -",
     "not_held no none deny -"},
    {"both forces", "Both forces use Osprey Lens.", "disclosed no none confirm -",
     "disclosed no none confirm -"},
    {"both refuse to say",
     "Northmere Constabulary and Westvale Police can neither confirm nor deny that they hold it, "
     "by "
     "virtue of section 31(3).",
     "ncnd - ncnd - 31(3)", "ncnd - ncnd - 31(3)"},
    {"each by a sentence",
     "Northmere Constabulary uses Osprey Lens. Westvale Police does not use Osprey Lens.",
     "disclosed no none confirm -", "not_held no none deny -"},
    {"each by a clause",
     "Northmere Constabulary does not hold it, but Westvale Police can neither confirm nor deny "
     "that it holds it, under section 31(3).",
     "not_held no deny - -", "ncnd - ncnd - 31(3)"},
    {"does not", "Northmere uses Osprey Lens; Westvale does not.", "disclosed no none confirm -",
     "not_held no none deny -"},
    {"does", "Northmere does not use Osprey Lens; Westvale does.", "not_held no none deny -",
     "disclosed no none confirm -"},
    {"under headings",
     "Northmere Constabulary\nNo information is held.\n\nWestvale Police\nWe can neither confirm "
     "nor "
     "deny that it is held, under section 24(2).",
     "not_held no deny - -", "ncnd - ncnd - 24(2)"},
    {"under labels",
     "Northmere Constabulary: no information is held.\nWestvale Police: the information is held "
     "and is exempt under section 31(1).",
     "not_held no deny - -", "held_exempt no confirm - 31(1)"},
    {"in columns",
     "Asked | Northmere | Westvale\nThe record of use | No information is held. | A copy is "
     "attached.",
     "not_held no deny - -", "disclosed no none - -"},
    {"a paragraph each",
     "So far as Northmere is concerned, I have looked again. No information is held.\n\nAs regards "
     "Westvale, the report was found. It is held and is exempt under section 31(1).",
     "not_held no deny - -", "held_exempt no confirm - 31(1)"},
    {"for each", "For Northmere no information is held. For Westvale a copy is attached.",
     "not_held no deny - -", "disclosed no none - -"},
};

static void read_for(const char *own, const char *partner, const char *body,
                     struct letter_reading *ret)
{
    char *text = memory_print(
        "Northmere Constabulary and Westvale Police\nJoint information rights unit\nOur ref: "
        "100/24\n\nRequest\n\nDo you use Osprey Lens, and what is known about it?\n\nResponse\n\n"
        "%s\n\nIf you are dissatisfied with this response you may ask for an internal review.\n\n"
        "Yours sincerely\n",
        body);
    const char *const names[] = {own}, *const partners[] = {partner},
                      *const tools[] = {"Osprey Lens"};
    const struct letter_context context = {.own_names = names,
                                           .own_name_count = 1,
                                           .partner_names = partners,
                                           .partner_name_count = 1,
                                           .tools = tools,
                                           .tool_count = 1,
                                           .regime = ACT_FOIA};
    struct letter_text letter = {.text = text, .length = strlen(text)};
    struct error err = {0};
    ck_assert_msg(letter_read(short_reader(), &letter, &context, ret, &err), "%s", err.what);
    letter_text_free(&letter);
}

START_TEST(each_force_has_its_row)
{
    static const char *const forces[] = {"Northmere Constabulary", "Westvale Police"};
    const char *const summaries[] = {joint_letters[_i].northmere, joint_letters[_i].westvale};
    for (size_t force = 0; force < 2; force++) {
        struct letter_reading reading;
        char summary[200];
        read_for(forces[force], forces[!force], joint_letters[_i].body, &reading);
        short_summary(&reading, "", summary, sizeof summary);
        ck_assert_msg(strcmp(summary, summaries[force]) == 0, "%s, %s: \"%s\"",
                      joint_letters[_i].what, forces[force], summary);
        ck_assert(strstr(short_row(&reading, "", 'A')->flags, "joint_letter"));
        letter_reading_done(&reading);
    }
}
END_TEST

Suite *suite_letters_joint(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/joint", &tcase);
    ADD_TABLE_TEST(tcase, each_force_has_its_row, joint_letters);
    return suite;
}
