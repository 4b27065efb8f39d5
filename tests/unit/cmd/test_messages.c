/* SPDX-License-Identifier: MIT
 * What messages say of letters: not more than their rows do.
 */
#include "base/memory.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

#define HEADING                                                                                    \
    "response_id,force_id,date_received,date_responded,stance,use_statement,held_statement,"       \
    "partial_ncnd,exemptions,retrieved_on,tool_id,request_id\n"
#define ARGUS ",argus,7001/24\n"
#define AGAIN ",argus,7002/24\n" /* of another request */

static const struct {
    const char *rows, *rule, *said;
} messages[] = {
    /* a letter that takes more time is no answer, and says why there are 40 days */
    {"e0,kent,2024-01-02,2024-01-20,extended,,,,," ARGUS
     "e1,kent,2024-01-02,2024-05-20,ncnd,,,,," ARGUS,
     "L08",
     "the 40th working day (it took more time in the extension letter e0 of 20 January 2024) was "
     "27 February 2024, and it answered in the answer e1 of 20 May 2024."},
    {"e0,kent,2024-01-02,2024-03-20,extended,,,,," ARGUS
     "e1,kent,2024-01-02,2024-05-20,ncnd,,,,," ARGUS,
     "L08",
     "the 20th working day was 30 January 2024, and it wrote the extension letter e0 of 20 March "
     "2024 and the answer e1 of 20 May 2024."},
    {"e1,kent,2024-01-02,2024-05-20,ncnd,,,,," ARGUS, "L08",
     "the 20th working day was 30 January 2024, and it answered in the answer e1 of 20 May 2024."},
    {"e0,kent,2024-01-02,2024-01-20,extended,confirm,,,31(3)," ARGUS, "L04",
     "wrote about argus in the extension letter e0 of 20 January 2024, which confirms, and cited"},
    {"e0,kent,2024-01-02,2024-01-20,not_held,,,,31(3)," ARGUS, "L04",
     "answered about argus in the answer e0 of 20 January 2024 with not_held and cited"},
    /* a denial that keeps an NCND for the rest */
    {"a,kent,,2024-01-20,not_held,,,yes,31(3)," ARGUS "b,essex,,2024-01-20,disclosed,,,,," ARGUS,
     "X07",
     "1 force denied open use and neither confirmed nor denied the rest (Kent Police on 20 January "
     "2024), and NCND was given only beside an open answer."},
    {"a,kent,,2024-01-20,not_held,,,no,31(3)," ARGUS "b,essex,,2024-01-20,disclosed,,,,," ARGUS,
     "X07",
     "1 force denied (Kent Police on 20 January 2024), and none neither confirmed nor denied."},
    {"a,kent,,2024-01-20,not_held,,,,," ARGUS "b,essex,,2024-01-20,ncnd,confirm,,,," ARGUS, "X07",
     "and NCND was given only beside an open answer."},
    {"a,kent,,2024-01-20,not_held,,,yes,," ARGUS "b,kent,,2024-02-20,ncnd,,,,," AGAIN, "T03",
     "Kent Police denied open use and neither confirmed nor denied the rest about argus (the"},
    {"a,kent,,2024-01-20,not_held,,,no,," ARGUS "b,kent,,2024-02-20,ncnd,,,,," AGAIN, "T03",
     "Kent Police denied about argus (the answer a"},
    {"a,kent,,2024-01-20,ncnd,,,,," ARGUS "b,kent,,2024-02-20,not_held,,,yes,," AGAIN, "T04",
     "and later denied open use and neither confirmed nor denied the rest (the answer b"},
    {"a,kent,,2024-01-20,not_held,,,yes,," ARGUS "b,kent,,2024-02-20,disclosed,,,,," AGAIN, "T05",
     "Kent Police denied open use and neither confirmed nor denied the rest about argus"},
    {"a,kent,,2024-01-20,disclosed,,,,," ARGUS "b,kent,,2024-02-20,not_held,,,yes,," AGAIN, "T06",
     "and later denied open use and neither confirmed nor denied the rest (the answer b"},
    /* a day that only bounds give, though they are those of a year or a month */
    {"a,kent,2024-01-01,,not_held,,,,31(3),2024-12-31" ARGUS, "L04",
     "the answer a of a day from 1 January 2024 to 31 December 2024"},
    {"a,kent,2024-02-01,,not_held,,,,31(3),2024-02-29" ARGUS, "L04",
     "the answer a of a day from 1 February 2024 to 29 February 2024"},
    {"a,kent,2024-02-01,,not_held,,,,31(3),2024-02-01" ARGUS, "L04", "the answer a of 1 February"},
    {"a,kent,2024-02-01,2024-02,not_held,,,,31(3),2024-02-29" ARGUS, "L04",
     "the answer a of February 2024"},
};

static char *messages_of(const char *rows, const char *rule)
{
    SCOPED_TEXT pack = memory_print("%s%s", HEADING, rows);
    SCOPED_TEXT sql = memory_print("SELECT message FROM finding WHERE rule_id = '%s'", rule);
    running_write("responses.csv", pack);
    running_check(
        RUN_IN(running_work, "audit", "responses.csv", "-o", "out", "--format", "csv", "--quiet"),
        0, NULL, NULL);
    return running_query("out/audit.db", sql);
}

START_TEST(says_what_the_rows_say)
{
    SCOPED_TEXT said = messages_of(messages[_i].rows, messages[_i].rule);
    ck_assert_msg(said && strstr(said, messages[_i].said), "row %d: %s", _i, said ? said : "none");
}
END_TEST

START_TEST(evidence_says_what_is_coded)
{
    free(messages_of("a,kent,,2024-01-20,ncnd,deny,confirm,yes,31(3)," ARGUS, "L01"));
    running_check_query("out", "SELECT says FROM v_evidence LIMIT 1",
                        "ncnd, use_statement deny, held_statement confirm, partial NCND");
    free(messages_of("a,kent,,2024-01-20,not_held,,none,no,31(3)," ARGUS, "L04"));
    running_check_query("out", "SELECT says FROM v_evidence LIMIT 1", "not_held");
}
END_TEST

START_TEST(dates_that_cross_are_named)
{
    free(messages_of("a,kent,2024-07-01,,not_held,,,,31(3),2024-06-30" ARGUS, "L04"));
    running_check_query("out", "SELECT message FROM notice WHERE code = 'dates-cross'",
                        "date_received and retrieved_on leave no day for the letter of 1 row, "
                        "first date_received \"2024-07-01\", date_responded \"\", retrieved_on "
                        "\"2024-06-30\": date_responded is kept as written; look the dates up in "
                        "the source");
}
END_TEST

Suite *suite_cmd_messages(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/messages", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, says_what_the_rows_say, messages);
    tcase_add_test(tcase, evidence_says_what_is_coded);
    tcase_add_test(tcase, dates_that_cross_are_named);
    return suite;
}
