/* SPDX-License-Identifier: MIT
 * Persons are masked in whole letters, and nothing of what the force decided is lost: the letters
 * of tests/evidence/letters.txt, and those that others wrote for the classifier.
 */
#include "classify/letter_masks.h"

#include "suites.h"
#include "support.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>

enum { LETTERS = 40 };

static struct letter_masks *masks_of_forces(void)
{
    static const char *const kept[] = {"Kent Police",
                                       "Kent",
                                       "Durham Constabulary",
                                       "Durham",
                                       "MPS",
                                       "Lincolnshire Police",
                                       "Palantir",
                                       "Argus",
                                       "Palantir Foundry",
                                       "995/24",
                                       "Westmarch Police"};
    struct error err = {0};
    struct letter_masks *masks;
    ck_assert_msg(letter_masks_new(&masks, &err), "%s: %s", err.source, err.what);
    for (size_t i = 0; i < LENGTH_OF(kept); i++)
        letter_masks_keep(masks, slice_of(kept[i]));
    return masks;
}

static char *masked(const struct letter_masks *masks, struct slice text)
{
    struct seen_names names = {0};
    struct mask_place *places;
    letter_masks_learn(masks, text, &names);
    size_t count = letter_masks_find(masks, text, &names, NULL, &places);
    for (size_t i = 0; i < count; i++) {
        ck_assert(places[i].begin < places[i].end && places[i].end <= text.length);
        ck_assert(i == 0 || places[i - 1].end <= places[i].begin);
    }
    char *result = letter_masks_apply(text, places, count, NULL);
    free(places);
    seen_names_done(&names);
    return result;
}

/* The part of the file behind the heading "== NN". */
static struct slice part_of(const char *file, int number)
{
    char heading[16];
    snprintf(heading, sizeof heading, "\n== %02d ", number);
    const char *begin = strstr(file, heading);
    ck_assert_msg(begin != NULL, "no letter %d", number);
    const char *end = strstr(begin + 1, "\n== ");
    return (struct slice){begin + 1, end ? (size_t)(end + 1 - begin - 1) : strlen(begin + 1)};
}

static void check_line(struct slice line, const char *letter, const char *result)
{
    if (line.length < 2 || !strchr("-+", line.bytes[0]) || line.bytes[1] != ' ')
        return;
    char *words = slice_copy((struct slice){line.bytes + 2, line.length - 2});
    bool must_go = line.bytes[0] == '-';
    ck_assert_msg(strstr(letter, words) != NULL, "not in the letter: %s", words);
    ck_assert_msg((strstr(result, words) == NULL) == must_go, "%s: %s\n%s",
                  must_go ? "left" : "lost", words, result);
    free(words);
}

START_TEST(planted_persons_go_and_the_decision_stays)
{
    size_t size;
    char *file = support_read_file("tests/evidence/letters.txt", &size);
    struct letter_masks *masks = masks_of_forces();
    char *part = slice_copy(part_of(file, _i + 1));
    char *letter = strstr(part, "\n--\n");
    ck_assert_ptr_nonnull(letter);
    char *result = masked(masks, slice_of(letter + 4));
    struct slice rest = {part, (size_t)(letter - part)}, line;
    int lines = 0;
    for (; slice_next_part(&rest, '\n', &line); lines++)
        check_line(line, letter + 4, result);
    ck_assert_int_ge(lines, 2);
    free(result);
    free(part);
    letter_masks_free(masks);
    free(file);
}
END_TEST

/* What was masked once has nothing left to mask. */
START_TEST(masking_twice_is_masking_once)
{
    size_t size;
    char *file = support_read_file("tests/evidence/letters.txt", &size);
    struct letter_masks *masks = masks_of_forces();
    char *part = slice_copy(part_of(file, _i + 1));
    char *once = masked(masks, slice_of(strstr(part, "\n--\n") + 4));
    char *twice = masked(masks, slice_of(once));
    ck_assert_str_eq(once, twice);
    free(once);
    free(twice);
    free(part);
    letter_masks_free(masks);
    free(file);
}
END_TEST

/* Words with nobody in them, as they stand in decisions. */
static const char *const untouched[] = {
    "Northmere Police neither confirms nor denies that it holds anything about Palantir Foundry.",
    "Section 31(1)(a) Law Enforcement and Section 24(2) National Security are engaged.",
    "The contract was let on 1 April 2023 to Axon Public Safety UK Limited for £1,250,000.",
    "Please contact the Information Commissioner's Office, or the Disclosure Unit.",
    "The Chief Constable and the Police and Crime Commissioner were informed in May 2024.",
    "See 995/24, 0720-2024/25, FOI 01234567890 and IC-392889-C5J2.",
    "Yours faithfully\nInformation Rights Unit\nNorthmere Police",
    "Dear Sir or Madam,\n\nNo information held.",
    "Dear Northmere Police,\n\nDo you use Argus?",
    "Deployed in Larkham, Harrowdale and Great Ashby; 31 cameras at 12 sites.",
    "1. Yes\n2. No\n3. 2021-04-01 to 2024-03-31\n4. 12345 records",
    "Neither Confirm Nor Deny (NCND) applies. Public Interest Test. Factors For Disclosure.",
    "However, Jane has left; St John Ambulance and the Stephen Lawrence Inquiry stay.",
    "Sites\nCroydon, Lambeth\nKingsmere, Larkham",
    "Units CO19 MPS and SO15 CTC; reg 12 EIR; Our reference: AB12 CDE; ref AB123456C1.",
    "Published on 12/03/2025; born of need. Staff number: 412; warrant cards of 2024.",
    "",
};

/* What can reach a person, in forms that letters have it in. */
static const struct {
    const char *text, *masked;
} planted[] = {
    {"Cole, Jane", "[masked: person]"},
    {"Held by:\nCole, Jane (Inspector)\nOkafor, B. J.; 3",
     "Held by:\n[masked: person] (Inspector)\n[masked: person]; 3"},
    {"To: Cole, Jane; Marsh, Peter", "To: [masked: person]; [masked: person]"},
    {"cc: Jane Cole, John Marsh; Ms P. Quill and Tom Reed",
     "cc: [masked: person], [masked: person]; [masked: person] and [masked: person]"},
    {"Cc Tamar Quenby", "Cc [masked: person]"},
    {"cc Data Protection Officer", "cc Data Protection Officer"},
    {"Witness: Kofi Mensah", "Witness: [masked: person]"},
    {"so said Peter Marsh in May", "so said [masked: person] in May"},
    {"Yours sincerely\n\nJANE COLE\nFOI OFFICER",
     "Yours sincerely\n\n[masked: person]\nFOI OFFICER"},
    {"Our Ms J. Cole answers", "Our [masked: person] answers"},
    {"NI QQ 12 34 56 C, ab123456a, NINO: ab 12 34 56",
     "NI [masked: national insurance number], [masked: national insurance number], NINO: "
     "[masked: national insurance number]"},
    {"Case AB123456C", "Case [masked: national insurance number]"},
    {"Date of birth (dd/mm/yyyy): 12/03/1985",
     "Date of birth (dd/mm/yyyy): [masked: date of birth]"},
    {"D.O.B. 12.3.85", "D.O.B. [masked: date of birth]"},
    {"born on 12 March 1985", "born on [masked: date of birth]"},
    {"(12/03/1985 (DOB))", "([masked: date of birth] (DOB))"},
    {"collar number 1234, PC 5678 and PCSO 7123",
     "collar number [masked: collar number], PC [masked: collar number] and PCSO "
     "[masked: collar number]"},
    {"PC 1234 Hughes", "PC [masked: person]"},
    {"warrant no. K223344", "warrant no. [masked: collar number]"},
    {"AB12 CDE and AB12CDE", "[masked: registration mark] and [masked: registration mark]"},
    {"VRM: ABC 123D; number plate K5 ABC",
     "VRM: [masked: registration mark]; number plate [masked: registration mark]"},
    {"Postcode: km4 7qt", "Postcode: [masked: address]"},
    {"14 Orchard Lane\nkm4 7qt", "[masked: address]"},
    {"07700 900 123", "[masked: telephone]"},
    {"0 7700 900123 or 07 700 900 123", "[masked: telephone] or [masked: telephone]"},
    {"+44 (0)7700 900 123, 44 7700 900123", "[masked: telephone], [masked: telephone]"},
    {"passport 123456789; NHS no. 943 476 5919",
     "passport [masked: passport number]; NHS no. [masked: NHS number]"},
    {"MORGA 657054 SM9IJ", "[masked: driving licence number]"},
    {"sort code 12-34-56, account 12345678",
     "sort code [masked: bank account], account [masked: bank account]"},
};

START_TEST(what_can_reach_a_person_goes)
{
    struct letter_masks *masks = masks_of_forces();
    char *result = masked(masks, slice_of(planted[_i].text));
    ck_assert_str_eq(result, planted[_i].masked);
    free(result);
    letter_masks_free(masks);
}
END_TEST

START_TEST(words_without_persons_stay)
{
    struct letter_masks *masks = masks_of_forces();
    char *result = masked(masks, slice_of(untouched[_i]));
    ck_assert_str_eq(result, untouched[_i]);
    free(result);
    letter_masks_free(masks);
}
END_TEST

/* A name of one letter, in the note on another. */
START_TEST(names_of_other_letters_are_found_whole)
{
    struct letter_masks *masks = masks_of_forces();
    struct seen_names names = {0};
    struct mask_place *places;
    static const char note[] = "As Orla Penhaligon said; see Penhaligon House and Ms Penhaligon.";
    letter_masks_learn(masks, slice_of("Yours sincerely\nOrla Penhaligon\n"), &names);
    size_t count = letter_masks_find(masks, slice_of(note), NULL, &names, &places);
    char *result = letter_masks_apply(slice_of(note), places, count, NULL);
    ck_assert_str_eq(result,
                     "As [masked: person] said; see Penhaligon House and [masked: person].");
    free(result);
    free(places);
    seen_names_done(&names);
    letter_masks_free(masks);
}
END_TEST

Suite *suite_classify_letter_masks(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("classify/letter_masks", &tcase);
    tcase_add_loop_test(tcase, planted_persons_go_and_the_decision_stays, 0, LETTERS);
    tcase_add_loop_test(tcase, masking_twice_is_masking_once, 0, LETTERS);
    ADD_TABLE_TEST(tcase, what_can_reach_a_person_goes, planted);
    ADD_TABLE_TEST(tcase, words_without_persons_stay, untouched);
    tcase_add_test(tcase, names_of_other_letters_are_found_whole);
    return suite;
}
