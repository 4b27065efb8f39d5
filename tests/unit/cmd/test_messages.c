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

Suite *suite_cmd_messages(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/messages", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, says_what_the_rows_say, messages);
    return suite;
}
