/* SPDX-License-Identifier: MIT
 * Cells of one row that cannot both be right, and those that can.
 */
#include "suites.h"
#include "table.h"

#include "intake/loading.h"

#include <stdio.h>
#include <string.h>

#define OF_RESPONSES                                                                               \
    "response_id,force_id,request_id,tool_id,stance,use_statement,held_statement,exemptions,"      \
    "harm_test,public_interest_test,date_received,date_responded,retrieved_on\na,kent,1/24,t,"
#define OF_RULINGS                                                                                 \
    "ruling_id,body,force_id,tool_id,about,outcome,ordered,date,retrieved_on\na,ico,kent,t,ncnd,"
#define OF_ACKNOWLEDGEMENTS                                                                        \
    "acknowledgement_id,force_id,tool_id,kind,publisher,date_published,date_withdrawn,"            \
    "retrieved_on\na,kent,t,media,force,"
#define OF_GUIDANCE                                                                                \
    "guidance_id,title,condition,expected_stance,effective_from,effective_to\na,b,any,ncnd,"
#define OF_COMMITMENTS "commitment_id,title,force_id,date_from,date_to\na,b,*,"
#define OF_MEMBERS     "collaboration_id,name,force_id,date_from,date_to\na,b,kent,"

static const struct {
    const char *file, *heading, *cells, *said; /* "": nothing */
} rows[] = {
    {"responses.csv", OF_RESPONSES, "not_held,confirm,,,,,,2024-02-01,",
     "stance \"not_held\" beside use_statement \"confirm\""},
    {"responses.csv", OF_RESPONSES, "Not held,Confirm,,,,,,2024-02-01,",
     "stance \"Not held\" beside use_statement \"Confirm\""},
    {"responses.csv", OF_RESPONSES, "not_held,,confirm,,,,,2024-02-01,",
     "stance \"not_held\" beside held_statement \"confirm\""},
    {"responses.csv", OF_RESPONSES, "not_held,deny,deny,,,,,2024-02-01,", ""},
    {"responses.csv", OF_RESPONSES, "not_held,none,none,,,,,2024-02-01,", ""},
    {"responses.csv", OF_RESPONSES, "held_part,,deny,,,,,2024-02-01,",
     "stance \"held_part\" beside held_statement \"deny\""},
    {"responses.csv", OF_RESPONSES, "disclosed,,deny,,,,,2024-02-01,",
     "stance \"disclosed\" beside held_statement \"deny\""},
    {"responses.csv", OF_RESPONSES, "held_part,deny,confirm,,,,,2024-02-01,", ""},
    {"responses.csv", OF_RESPONSES, "ncnd,confirm,,31(3),,,,2024-02-01,",
     "stance \"ncnd\" beside use_statement \"confirm\""},
    {"responses.csv", OF_RESPONSES, "NCND,Deny,none,31(3),,,,2024-02-01,",
     "stance \"NCND\" beside use_statement \"Deny\""},
    {"responses.csv", OF_RESPONSES, "ncnd,ncnd,,31(3),,,,2024-02-01,", ""},
    {"responses.csv", OF_RESPONSES, "ncnd,none,,31(3),,,,2024-02-01,", ""},
    /* a finding of its own (L01) */
    {"responses.csv", OF_RESPONSES, "ncnd,,confirm,31(3),,,,2024-02-01,", ""},
    {"responses.csv", OF_RESPONSES, "no_response,confirm,,,,,,,",
     "stance \"no_response\" beside use_statement \"confirm\""},
    {"responses.csv", OF_RESPONSES, "no_response,,ncnd,,,,,,",
     "stance \"no_response\" beside held_statement \"ncnd\""},
    {"responses.csv", OF_RESPONSES, "no_response,,none,,,,,,", ""},
    {"responses.csv", OF_RESPONSES, "unread,,,31(3),,,,2024-02-01,",
     "stance \"unread\" beside exemptions \"31(3)\""},
    {"responses.csv", OF_RESPONSES, "unread,,,,yes,,,2024-02-01,",
     "stance \"unread\" beside harm_test \"yes\""},
    {"responses.csv", OF_RESPONSES, "unread,,,,no,1,,2024-02-01,",
     "stance \"unread\" beside public_interest_test \"1\""},
    {"responses.csv", OF_RESPONSES, "unread,,,,no,no,,2024-02-01,", ""},
    /* one of a row */
    {"responses.csv", OF_RESPONSES, "unread,confirm,deny,31(3),yes,,,2024-02-01,2024-01-01",
     "stance \"unread\" beside use_statement \"confirm\""},
    {"responses.csv", OF_RESPONSES, "ncnd,,,,,,,2024-02-01,2024-01-31",
     "retrieved_on \"2024-01-31\" before date_responded \"2024-02-01\""},
    {"responses.csv", OF_RESPONSES, "ncnd,,,,,,,2024-02-01,2024-01",
     "retrieved_on \"2024-01\" before date_responded \"2024-02-01\""},
    {"responses.csv", OF_RESPONSES, "ncnd,,,,,,,2024-02-01,2024", ""},
    {"responses.csv", OF_RESPONSES, "ncnd,,,,,,,2024-02-01,01/02/2024", ""},
    {"responses.csv", OF_RESPONSES, "ncnd,,,,,,2024-03-01,2024-03-02,2024-02-01",
     "retrieved_on \"2024-02-01\" before date_responded \"2024-03-02\""},
    /* within bounds, which tell of it themselves; and answered before asked, a finding (D01) */
    {"responses.csv", OF_RESPONSES, "ncnd,,,,,,,2024-02,2024-01-31", ""},
    {"responses.csv", OF_RESPONSES, "ncnd,,,,,,2024-03-01,,2024-01-31", ""},
    {"responses.csv", OF_RESPONSES, "ncnd,,,,,,2024-03-01,2024-02-01,", ""},
    {"rulings.csv", OF_RULINGS, "not_upheld,confirm_or_deny,2024-02-01,",
     "outcome \"not_upheld\" beside ordered \"confirm_or_deny\""},
    {"rulings.csv", OF_RULINGS, "not upheld,disclose,2024-02-01,",
     "outcome \"not upheld\" beside ordered \"disclose\""},
    {"rulings.csv", OF_RULINGS, "not_upheld,none,2024-02-01,", ""},
    {"rulings.csv", OF_RULINGS, "not_upheld,respond,2024-02-01,", ""},
    {"rulings.csv", OF_RULINGS, "partly_upheld,confirm_or_deny,2024-02-01,2024-02-01", ""},
    {"rulings.csv", OF_RULINGS, "upheld,disclose,2024-02-01,2024-01-31",
     "retrieved_on \"2024-01-31\" before date \"2024-02-01\""},
    {"acknowledgements.csv", OF_ACKNOWLEDGEMENTS, "2024-02-01,2024-01-31,",
     "date_withdrawn \"2024-01-31\" before date_published \"2024-02-01\""},
    {"acknowledgements.csv", OF_ACKNOWLEDGEMENTS, "2024-02-01,yes,", ""},
    {"acknowledgements.csv", OF_ACKNOWLEDGEMENTS, "2024-02,2024-02-03,", ""},
    {"acknowledgements.csv", OF_ACKNOWLEDGEMENTS, "2024-02-01,,2023",
     "retrieved_on \"2023\" before date_published \"2024-02-01\""},
    {"acknowledgements.csv", OF_ACKNOWLEDGEMENTS, "2024-02,,2023", ""},
    {"guidance.csv", OF_GUIDANCE, "2024-02-01,2023",
     "effective_to \"2023\" before effective_from \"2024-02-01\""},
    {"guidance.csv", OF_GUIDANCE, "2024-02,2024-02-01", ""},
    {"guidance.csv", OF_GUIDANCE, ",2024-02-01", ""},
    {"commitments.csv", OF_COMMITMENTS, "2024,2023-12-31",
     "date_to \"2023-12-31\" before date_from \"2024\""},
    {"commitments.csv", OF_COMMITMENTS, "2024,2024", ""},
    {"collaborations.csv", OF_MEMBERS, "2024-02,2024-01",
     "date_to \"2024-01\" before date_from \"2024-02\""},
    {"collaborations.csv", OF_MEMBERS, "2024-02,", ""},
};

START_TEST(row_contradicts_itself)
{
    static const char answer[] =
        "response_id,force_id,request_id,tool_id,stance\na,kent,1/24,t,ncnd\n";
    char text[600], expected[200];
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", answer, strlen(answer));
    snprintf(text, sizeof text, "%s%s\n", rows[_i].heading, rows[_i].cells);
    loading_write(&l, rows[_i].file, text, strlen(text));
    loading_load(&l, (struct intake_options){0});
    snprintf(expected, sizeof expected, "%s%s%s", *rows[_i].said ? "1 row has " : "", rows[_i].said,
             *rows[_i].said ? "|2|1" : "");
    loading_assert(&l,
                   "SELECT substr(message, 1, instr(replace(message, ',', ':') || ':', ':') - 1), "
                   "line, rows FROM notice WHERE code = 'contradiction'",
                   expected);
    /* It is kept. */
    loading_assert(&l, "SELECT count(*) FROM reject", "0");
    loading_assert_sound(&l);
    loading_end(&l);
}
END_TEST

/* Rows that say the same are one notice; of many that differ the first twenty are told. */
START_TEST(many_rows_contradict_themselves)
{
    char text[4000] = "response_id,force_id,request_id,tool_id,stance,date_responded,retrieved_on\n"
                      "a,kent,1/24,t,ncnd,2024-02-01,2023\nb,kent,2/24,t,ncnd,2024-02-01,2023\n";
    for (int i = 10; i < 31; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text),
                 "c%d,kent,%d/24,t,ncnd,2024-03-%d,2022\n", i, i, i);
    struct loading l;
    loading_begin(&l);
    loading_write(&l, "responses.csv", text, strlen(text));
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l,
                   "SELECT count(*), sum(rows), max(rows), (SELECT message FROM notice WHERE "
                   "message LIKE '%likewise%') FROM notice WHERE code = 'contradiction'",
                   "21|23|3|3 further rows contradict themselves likewise: kept as written");
    loading_end(&l);
}
END_TEST

Suite *suite_intake_contradictions(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/contradictions", &tcase);
    ADD_TABLE_TEST(tcase, row_contradicts_itself, rows);
    tcase_add_test(tcase, many_rows_contradict_themselves);
    return suite;
}
