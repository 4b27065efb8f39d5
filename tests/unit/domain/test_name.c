/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "domain/name.h"

static const struct {
    const char *text, *folded;
} folds[] = {
    {"", ""},
    {"  Kent \t Police\n", "kent police"},
    {"KENT POLICE", "kent police"},
    {"Kent\xc2\xa0Police", "kent police"},     /* no-break space */
    {"Kent\xe2\x80\x83Police", "kent police"}, /* em space */
    {"Dyfed\xe2\x80\x93Powys", "dyfed-powys"}, /* en dash */
    {"Dyfed\xe2\x88\x92Powys", "dyfed-powys"}, /* minus sign */
    {"Dyfed\xe2\x80\x91Powys", "dyfed-powys"}, /* non-breaking hyphen */
    {"Dyfed-Powys", "dyfed-powys"},
    {"King\xe2\x80\x99s", "king's"},
    {"King\xca\xbcs", "king's"},
    {"King`s", "king's"},
    {"King\xc2\xb4s", "king's"},
    {"Devon & Cornwall", "devon and cornwall"},
    {"Devon&Cornwall", "devon and cornwall"},
    {"Devon and Cornwall", "devon and cornwall"},
    {"Devon \xef\xbc\x86 Cornwall", "devon and cornwall"}, /* full-width & */
    {"\xef\xbc\xad\xef\xbc\xb0\xef\xbc\xb3", "mps"},       /* full-width letters */
    {"Heddlu \xc3\x94", "heddlu \xc3\xb4"},
    {"Heddlu O\xcc\x82", "heddlu \xc3\xb4"}, /* combining circumflex */
    {"STRASSE stra\xc3\x9f"
     "e",
     "strasse strasse"},
    {"Kent\xe2\x80\x8b Police", "kent police"}, /* zero-width space */
    {"Kent\xc2\xad", "kent"},                   /* soft hyphen */
};

START_TEST(spellings_are_one)
{
    char folded[NAME_BYTES];
    name_fold(slice_of(folds[_i].text), folded);
    ck_assert_str_eq(folded, folds[_i].folded);
}
END_TEST

/* A digest of the whole stands behind the cut: 17 bytes. */
START_TEST(long_name_is_cut_between_characters)
{
    static char text[4002] = "x";
    for (size_t i = 0; i < 2000; i++)
        memcpy(text + 1 + 2 * i, "\xc3\xa9", 2);
    char folded[NAME_BYTES];
    name_fold(slice_of(text), folded);
    ck_assert_uint_eq(strlen(folded), NAME_BYTES - 2);
    memset(text, 'x', sizeof text - 1);
    name_fold(slice_of(text), folded);
    ck_assert_uint_eq(strlen(folded), NAME_BYTES - 1);
}
END_TEST

START_TEST(long_names_are_one_only_where_equal)
{
    static char text[2001];
    char one[NAME_BYTES], other[NAME_BYTES];
    memset(text, 'x', sizeof text - 1);
    name_fold(slice_of(text), one);
    text[1999] = 'X';
    name_fold(slice_of(text), other);
    ck_assert_str_eq(one, other);
    text[1999] = 'y';
    name_fold(slice_of(text), other);
    ck_assert_str_ne(one, other);
    text[1999] = '\0';
    name_fold(slice_of(text), other);
    ck_assert_str_ne(one, other);
}
END_TEST

static const struct {
    const char *folded, *without;
    bool had_one;
} parentheses[] = {
    {"metropolitan police service (mps)", "metropolitan police service", true},
    {"kent police", "kent police", false},
    {"a (b (c))", "a", true},
    {"a (b) (c)", "a (b)", true},
    {"(mps)", "(mps)", false},
    {"a)", "a)", false},
    {"", "", false},
};

START_TEST(trailing_parenthesis_is_dropped)
{
    char folded[NAME_BYTES];
    name_fold(slice_of(parentheses[_i].folded), folded);
    ck_assert_int_eq(name_drop_parenthesis(folded), parentheses[_i].had_one);
    ck_assert_str_eq(folded, parentheses[_i].without);
}
END_TEST

static const struct {
    const char *a, *b;
    int limit, distance;
} distances[] = {
    {"", "", 3, 0},
    {"kent", "kent", 3, 0},
    {"kent", "kant", 3, 1},
    {"kent", "ken", 3, 1},
    {"kent", "kents", 3, 1},
    {"kitten", "sitting", 3, 3},
    {"kitten", "sitting", 2, 3},
    {"", "abc", 3, 3},
    {"", "abcdef", 3, 4},
    {"kent", "essex", 0, 1},
    {"sussex", "surrey", 10, 3},
};

START_TEST(distance_up_to_a_limit)
{
    int limit = distances[_i].limit;
    ck_assert_int_eq(name_distance(distances[_i].a, distances[_i].b, limit),
                     distances[_i].distance);
    ck_assert_int_eq(name_distance(distances[_i].b, distances[_i].a, limit),
                     distances[_i].distance);
}
END_TEST

/* The first of those that are equally near, and nothing further away than the limit. */
START_TEST(nearest_of_several)
{
    struct nearest_name nearest = nearest_begin("kendal");
    ck_assert(!nearest_offer(&nearest, "essex"));
    ck_assert_ptr_null(nearest.name);
    ck_assert(nearest_offer(&nearest, "dental"));
    ck_assert(nearest_offer(&nearest, "kental"));
    ck_assert(!nearest_offer(&nearest, "bendal"));
    ck_assert(nearest_offer(&nearest, "kendal"));
    ck_assert(!nearest_offer(&nearest, "kendal"));
    ck_assert_str_eq(nearest.name, "kendal");
    /* Two letters of four make another word. */
    nearest = nearest_begin("none");
    ck_assert(!nearest_offer(&nearest, "ncnd"));
    ck_assert(nearest_offer(&nearest, "noen"));
    nearest = nearest_begin("");
    ck_assert(!nearest_offer(&nearest, "a"));
}
END_TEST

Suite *suite_domain_name(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("domain/name", &tcase);
    ADD_TABLE_TEST(tcase, spellings_are_one, folds);
    tcase_add_test(tcase, long_name_is_cut_between_characters);
    tcase_add_test(tcase, long_names_are_one_only_where_equal);
    ADD_TABLE_TEST(tcase, trailing_parenthesis_is_dropped, parentheses);
    ADD_TABLE_TEST(tcase, distance_up_to_a_limit, distances);
    tcase_add_test(tcase, nearest_of_several);
    return suite;
}
