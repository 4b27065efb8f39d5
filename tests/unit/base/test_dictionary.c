/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/dictionary.h"

#include <stdio.h>

static bool is_same_number(int32_t number, const void *key, void *context)
{
    (void)context;
    return number == *(const int32_t *)key;
}

START_TEST(numbers_of_one_hash_are_told_apart)
{
    struct dictionary d = {0};
    int32_t key = 0;
    ck_assert_int_eq(dictionary_find(&d, 1, is_same_number, &key, NULL), -1);
    for (int32_t i = 0; i < 100; i++)
        dictionary_add(&d, 42, i);
    for (key = 0; key < 100; key++)
        ck_assert_int_eq(dictionary_find(&d, 42, is_same_number, &key, NULL), key);
    ck_assert_int_eq(dictionary_find(&d, 42, is_same_number, &key, NULL), -1);
    key = 5;
    ck_assert_int_eq(dictionary_find(&d, 43, is_same_number, &key, NULL), -1);
    dictionary_done(&d);
    dictionary_done(&d);
}
END_TEST

START_TEST(many_texts_are_found_again)
{
    enum { COUNT = 20000 };
    struct text_index index = {0};
    char text[32];
    for (int32_t i = 0; i < COUNT; i++) {
        snprintf(text, sizeof text, "text %d", i);
        ck_assert_int_eq(text_index_find(&index, slice_of(text)), -1);
        text_index_add(&index, slice_of(text), i * 2);
    }
    for (int32_t i = 0; i < COUNT; i++) {
        snprintf(text, sizeof text, "text %d", i);
        ck_assert_int_eq(text_index_find(&index, slice_of(text)), i * 2);
    }
    ck_assert_uint_eq(index.count, COUNT);
    text_index_done(&index);
    ck_assert_int_eq(text_index_find(&index, slice_of("text 1")), -1);
}
END_TEST

START_TEST(texts_are_copied_and_may_be_empty)
{
    struct text_index index = {0};
    char text[] = "essex";
    text_index_add(&index, slice_of(text), 7);
    text_index_add(&index, (struct slice){NULL, 0}, 8);
    text[0] = 'X';
    ck_assert_int_eq(text_index_find(&index, slice_of("essex")), 7);
    ck_assert_int_eq(text_index_find(&index, slice_of("")), 8);
    ck_assert_int_eq(text_index_find(&index, slice_of("esse")), -1);
    text_index_done(&index);
}
END_TEST

START_TEST(low_bits_of_near_texts_differ)
{
    enum { PLACES = 1024 };
    static unsigned char hits[PLACES];
    unsigned most = 0;
    for (int i = 0; i < PLACES; i++) {
        char text[16];
        snprintf(text, sizeof text, "R%07d", i);
        unsigned char *place = &hits[dictionary_hash(slice_of(text)) % PLACES];
        ++*place;
        most = *place > most ? *place : most;
    }
    ck_assert_uint_lt(most, 10);
}
END_TEST

Suite *suite_base_dictionary(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/dictionary", &tcase);
    tcase_add_test(tcase, numbers_of_one_hash_are_told_apart);
    tcase_add_test(tcase, many_texts_are_found_again);
    tcase_add_test(tcase, texts_are_copied_and_may_be_empty);
    tcase_add_test(tcase, low_bits_of_near_texts_differ);
    return suite;
}
