/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "domain/request_id.h"

/* SEMANTICS 2, DATA.md: circulation numbers. */
static const struct {
    const char *text, *id;
} ids[] = {
    {"995/24", "995/24"},
    {"Log No.995/24", "995/24"},
    {"CRU 0995/24", "995/24"},
    {"CRU0995/24", "995/24"},
    {"00175022", "1750/22"},
    {"00099524", "995/24"},
    {"99524", "995/24"},
    {"995/2024", "995/24"},
    {" 995/24 ", "995/24"},
    {"Circulation number: 995/24", "995/24"},
    {"Ref. #995/24", "995/24"},
    {"REFERENCE - CRU - LOG 995/24", "995/24"},
    {"Log No.7001/24", "7001/24"},
    {"00700124", "7001/24"},
    {"700124", "7001/24"},
    {"123456/24", "123456/24"},
    {"000/24", "0/24"},
    {"12345678", "123456/78"},
    {"2024", "2024"},
    {"123456789", "123456789"},
    {"1234567/24", "1234567/24"},
    {"995/4", "995/4"},
    {"995/024", "995/024"},
    {"995/1999", "995/99"},
    {"995/0024", "995/0024"},
    {"2024/7001", "2024/7001"},
    {"24/7001", "24/7001"},
    {"995/24/1", "995/24/1"},
    {"995 / 24", "995/24"},
    {"995/24\xc2\xa0", "995/24"},
    {"\xe2\x80\x89"
     "995/24",
     "995/24"},
    {"\xe2\x80\x8b"
     "995/24",
     "995/24"},
    {"\xef\xbb\xbf"
     "995/24",
     "995/24"},
    {"99\xc2\xad"
     "5/24",
     "995/24"},
    {"995\xe2\x81\x84"
     "24",
     "995/24"},
    {"995\xef\xbc\x8f"
     "24",
     "995/24"},
    {"995\xe2\x88\x95"
     "24",
     "995/24"},
    {"CRU\xc2\xa0"
     "995/24",
     "995/24"},
    {"\xe2\x84\x96 995/24", "995/24"},
    {"N\xc2\xb0 995/24", "N\xc2\xb0 995/24"},
    {"995-24", "995-24"},
    {"995/24.", "995/24."},
    {"995/", "995/"},
    {"995/ ", "995/"},
    {"nyp-0287", "nyp-0287"},
    {"mps-2018", "mps-2018"},
    {"0745-2022/23", "0745-2022/23"},
    {"north/24", "north/24"},
    {"LogNo.995/24", "995/24"},
    {"cruref995/24", "995/24"},
    {"nowhere", "nowhere"},
    {"no/24", "no/24"},
    {"logbook 995/24", "logbook 995/24"},
    {"Log", "Log"},
    {"CRU-2018", "CRU-2018"},
    {"FOI 995/24", "FOI 995/24"},
    {"/24", "/24"},
    {"", ""},
    {"No\xc3\xabl 99524", "No\xc3\xabl 99524"},
};

START_TEST(canonical_form)
{
    char id[64];
    ck_assert(request_id_normalise(slice_of(ids[_i].text), id, sizeof id));
    ck_assert_str_eq(id, ids[_i].id);
}
END_TEST

START_TEST(canonical_form_stays)
{
    char once[64], twice[64];
    ck_assert(request_id_normalise(slice_of(ids[_i].text), once, sizeof once));
    ck_assert(request_id_normalise(slice_of(once), twice, sizeof twice));
    ck_assert_str_eq(twice, once);
}
END_TEST

START_TEST(what_does_not_fit_is_refused)
{
    char id[7];
    ck_assert(request_id_normalise(slice_of("0995/2024"), id, sizeof id));
    ck_assert(!request_id_normalise(slice_of("9995/2024"), id, sizeof id));
    ck_assert(!request_id_normalise(slice_of("abcdefg"), id, sizeof id));
    ck_assert(request_id_normalise(slice_of("abcdef"), id, sizeof id));
}
END_TEST

Suite *suite_domain_request_id(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("domain/request_id", &tcase);
    ADD_TABLE_TEST(tcase, canonical_form, ids);
    ADD_TABLE_TEST(tcase, canonical_form_stays, ids);
    tcase_add_test(tcase, what_does_not_fit_is_refused);
    return suite;
}
