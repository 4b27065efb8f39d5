/* SPDX-License-Identifier: MIT */
#include "classify/masks.h"

#include "suites.h"
#include "table.h"

#include <stdlib.h>

/* A span of a text, its words in a list of at most so many bytes. */
static const struct {
    const char *text, *span;
    size_t most;
    const char *words;
} spans[] = {
    {"We hold nothing.", "hold nothing", 200, "hold nothing"},
    {"Line\none  and\ttwo\xc2\xa0three", "one  and\ttwo\xc2\xa0three", 200, "one and two three"},
    {"Write to foi@northmere.example now", "Write to foi@northmere.example now", 200,
     "Write to [e-mail] now"},
    {"Ring 01234 567 890 for help", "Ring 01234 567 890", 200, "Ring [telephone]"},
    {"Ring +44 1632 961 123", "Ring +44 1632 961 123", 200, "Ring [telephone]"},
    /* the number of a notice of Find a Tender */
    {"Notice 022345-2025 of May", "Notice 022345-2025", 200, "Notice 022345-2025"},
    {"Ring 022345-20257 or so", "Ring 022345-20257", 200, "Ring [telephone]"},
    {"Best regards Orla", "Best regards Orla", 200, "Best regards [person]"},
    {"Many thanks\nOrla", "Many thanks\nOrla", 200, "Many thanks [person]"},
    /* the word that shows that it is a name stands before the span */
    {"Dear Ms Imogen Fairweather, we hold it", "Fairweather, we hold it", 200,
     "[person], we hold it"},
    {"Yours sincerely\nOrla Penhaligon\nDisclosure", "Orla Penhaligon", 200, "[person]"},
    {"Dear Sir or Madam, we hold it", "Dear Sir or Madam, we hold it", 200,
     "Dear Sir or Madam, we hold it"},
    /* cut between characters */
    {"abcdefghij", "abcdefghij", 8, "abcde..."},
    {"abcd\xc3\xa9"
     "fghij",
     "abcd\xc3\xa9"
     "fghij",
     8, "abcd..."},
    {"Call me", "", 200, ""},
};

START_TEST(persons_are_masked)
{
    struct error err = {0};
    struct masks *masks;
    ck_assert_msg(masks_new(&masks, &err), "%s", err.what);
    const char *text = spans[_i].text;
    size_t begin = (size_t)(strstr(text, spans[_i].span) - text);
    char *words =
        masks_words(masks, slice_of(text), begin, begin + strlen(spans[_i].span), spans[_i].most);
    ck_assert_str_eq(words, spans[_i].words);
    free(words);
    masks_free(masks);
}
END_TEST

/* Places in order, none within another. */
START_TEST(places_are_in_order)
{
    static const char text[] =
        "Dear Ann Lee, write to a@b.example or c@d.example, or 01234 567 890";
    struct error err = {0};
    struct masks *masks;
    struct mask_place *places;
    ck_assert_msg(masks_new(&masks, &err), "%s", err.what);
    size_t count = masks_find(masks, slice_of(text), &places);
    ck_assert_uint_eq(count, 4);
    static const char *const kinds[] = {"person", "e-mail", "e-mail", "telephone"};
    for (size_t i = 0; i < count; i++) {
        ck_assert_str_eq(places[i].kind, kinds[i]);
        ck_assert(places[i].begin < places[i].end);
        ck_assert(i == 0 || places[i - 1].end <= places[i].begin);
    }
    free(places);
    masks_free(masks);
}
END_TEST

Suite *suite_classify_masks(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("classify/masks", &tcase);
    ADD_TABLE_TEST(tcase, persons_are_masked, spans);
    tcase_add_test(tcase, places_are_in_order);
    return suite;
}
