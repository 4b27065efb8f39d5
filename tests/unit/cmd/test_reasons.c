/* SPDX-License-Identifier: MIT
 * Which changes are given as the reason of a new, altered or resolved finding, and which are
 * not, since they cannot have mattered.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define RESPONSES                                                                                  \
    "response_id,force_id,request_id,tool_id,date_responded,stance,exemptions,source_url,note\n"
#define RECORD                                                                                     \
    "acknowledgement_id,force_id,tool_id,kind,publisher,date_published,date_withdrawn,source_url," \
    "summary\n"
#define ADVICE                                                                                     \
    "guidance_id,title,tool_id,effective_from,effective_to,condition,expected_stance,"             \
    "required_exemptions\n"
#define CIRCULATION "request_id,force_id,received,date_received\n"

/* The pack that every comparison begins with: kent denied in 2024, under advice to keep NCND. */
static const struct file {
    const char *name, *text;
} base[] = {
    {"forces.csv", "force_id,name,nation,kind,regime\n"
                   "essex,Essex Police,England,territorial,FOIA\n"
                   "kent,Kent Police,England,territorial,FOIA\n"},
    {"collaborations.csv", "collaboration_id,name,force_id\n"},
    {"guidance.csv", ADVICE "c23-n,Circular,argus,2023-01-01,,not_acknowledged,ncnd,\n"
                            "c23-a,Circular,argus,2023-01-01,,acknowledged,held_s21,\n"},
    {"responses.csv", RESPONSES "k1,kent,7001/24,argus,2024-02-20,not_held,,,\n"
                                "e1,essex,7001/24,argus,2024-02-20,ncnd,31(3);24(2),,\n"},
};

static void write_files(const char *folder, const struct file *files, size_t count)
{
    mkdir(running_path(folder), 0777);
    for (size_t i = 0; i < count && files[i].name; i++) {
        char name[128];
        snprintf(name, sizeof name, "%s/%s", folder, files[i].name);
        running_write(name, files[i].text);
    }
}

/* What is other a quarter later, and the reasons and rows given for one finding. */
static const struct {
    struct file files[3];
    const char *finding, *reasons, *because;
} later[] = {
    /* the circular ends years after the letters; the denial is coded again */
    {{{"guidance.csv", ADVICE "c23-n,Circular,argus,2023-01-01,2026-06-30,not_acknowledged,ncnd,\n"
                              "c23-a,Circular,argus,2023-01-01,,acknowledged,held_s21,\n"},
      {"responses.csv", RESPONSES "k1,kent,7001/24,argus,2024-02-20,ncnd,31(3);24(2),,\n"
                                  "e1,essex,7001/24,argus,2024-02-20,ncnd,31(3);24(2),,\n"}},
     "G03",
     "row changed",
     "responses k1 (stance: not_held -> ncnd; exemptions: - -> 24(2);31(3))"},
    /* the circular ended before the letter: that is the reason */
    {{{"guidance.csv", ADVICE "c23-n,Circular,argus,2023-01-01,2024-01-31,not_acknowledged,ncnd,\n"
                              "c23-a,Circular,argus,2023-01-01,,acknowledged,held_s21,\n"}},
     "G03",
     "guidance changed",
     "for k1: c23-n -> none; guidance c23-n (effective_to: - -> 2024-01-31)"},
    /* another title of the circular beside another stance it expects */
    {{{"guidance.csv",
       ADVICE "c23-n,Other title,argus,2023-01-01,,not_acknowledged,not_held;ncnd,\n"
              "c23-a,Other title,argus,2023-01-01,,acknowledged,held_s21,\n"}},
     "G03",
     "guidance changed",
     "guidance c23-n (title: Circular -> Other title; expected_stance: ncnd -> not_held;ncnd)"},
    /* an acknowledgement of years later does not explain a letter of 2024 that is gone */
    {{{"acknowledgements.csv", RECORD "a1,kent,argus,press_release,force,2026-03-01,,,\n"},
      {"responses.csv", RESPONSES "e1,essex,7001/24,argus,2024-02-20,ncnd,31(3);24(2),,\n"}},
     "G03",
     "withdrawn from the pack",
     "responses k1"},
    /* one of before does */
    {{{"acknowledgements.csv", RECORD "a1,kent,argus,press_release,force,2024-01-01,,,\n"}},
     "G03",
     "acknowledgement appeared",
     "acknowledgements a1"},
    /* a note is read by no rule */
    {{{"responses.csv", RESPONSES "k1,kent,7001/24,argus,2024-02-20,not_held,,,read again\n"
                                  "e1,essex,7001/24,argus,2024-02-20,ncnd,31(3);24(2),,\n"},
      {"guidance.csv", ADVICE "c23-n,Circular,argus,2024-06-01,,not_acknowledged,ncnd,\n"}},
     "G03",
     "guidance changed",
     "for k1: c23-n -> none; guidance c23-n (effective_from: 2023-01-01 -> 2024-06-01)"},
    /* another letter of the force, and its note only */
    {{{"responses.csv", RESPONSES "k1,kent,7001/24,argus,2024-02-20,not_held,,,\n"
                                  "e1,essex,7001/24,argus,2024-02-20,not_held,,,\n"}},
     "X02",
     "row changed",
     "responses e1 (stance: ncnd -> not_held; exemptions: 24(2);31(3) -> -)"},
};

START_TEST(reasons_are_what_can_have_mattered)
{
    write_files("old", base, LENGTH_OF(base));
    write_files("new", base, LENGTH_OF(base));
    write_files("new", later[_i].files, LENGTH_OF(later[_i].files));
    running_check(RUN_IN(running_work, "audit", "--format", "csv", "old", "-o", "a", "--quiet"), 0,
                  NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "--format", "csv", "new", "-o", "b", "--quiet",
                         "--baseline", "a/audit.db"),
                  0, NULL, NULL);
    char sql[200];
    snprintf(
        sql, sizeof sql,
        "SELECT reasons || ': ' || coalesce(because, '') FROM resolved_finding WHERE finding_id "
        "LIKE '%s-%%'",
        later[_i].finding);
    char expected[400], *value = running_query("b/audit.db", sql);
    snprintf(expected, sizeof expected, "%s: %s", later[_i].reasons, later[_i].because);
    ck_assert_str_eq(value, expected);
    free(value);
}
END_TEST

/* X06 about a letter that the last audit had. */
START_TEST(a_letter_that_is_gone_is_withdrawn)
{
    static const struct file circulated[] = {
        {"circulation.csv",
         CIRCULATION "7001/24,kent,yes,2024-01-15\n7001/24,essex,yes,2024-01-15\n"},
        {"responses.csv", RESPONSES "k1,kent,7001/24,argus,2024-02-10,not_held,,,\n"
                                    "o1,essex,7009/24,argus,2024-05-10,ncnd,31(3);24(2),,\n"}};
    write_files("old", base, LENGTH_OF(base));
    write_files("old", circulated, LENGTH_OF(circulated));
    write_files("new", base, LENGTH_OF(base));
    write_files("new", circulated, LENGTH_OF(circulated));
    running_write("new/responses.csv",
                  RESPONSES "o1,essex,7009/24,argus,2024-05-10,ncnd,31(3);24(2),,\n");
    running_check(RUN_IN(running_work, "audit", "--format", "csv", "old", "-o", "a", "--quiet"), 0,
                  NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "--format", "csv,html", "new", "-o", "b", "--quiet",
                         "--baseline", "a/audit.db"),
                  0, NULL, NULL);
    char *value = running_query(
        "b/audit.db", "SELECT group_concat(force_id || ': ' || substr(message, instr(message, "
                      "'), ') + 3) || ' ' || change, '|') FROM (SELECT * FROM v_findings "
                      "WHERE rule_id = 'X06' ORDER BY force_id)");
    ck_assert_str_eq(value,
                     "essex: no answer is on record. persisting|kent: the answer of the last "
                     "audit (k1) is withdrawn from the pack. new");
    free(value);
    value = running_query("b/audit.db", "SELECT reasons || ': ' || because FROM v_findings WHERE "
                                        "rule_id = 'X06' AND force_id = 'kent'");
    ck_assert_str_eq(value, "another answer withdrawn from the pack: responses k1");
    free(value);
    size_t size = 0;
    char *page = support_read_file(running_path("b/report.html"), &size);
    ck_assert_ptr_nonnull(
        strstr(page, "the answer of the last audit (k1) is withdrawn from the pack"));
    free(page);
}
END_TEST

/* The day of the audit, and not what happened elsewhere. */
START_TEST(a_later_day_is_a_reason)
{
    static const struct file first[] = {
        {"circulation.csv", CIRCULATION "7001/24,kent,yes,2024-02-10\n"},
        {"responses.csv", RESPONSES "e1,essex,7001/24,argus,2024-02-20,ncnd,31(3);24(2),,\n"}};
    write_files("old", base, LENGTH_OF(base));
    write_files("old", first, LENGTH_OF(first));
    write_files("new", base, LENGTH_OF(base));
    write_files("new", first, LENGTH_OF(first));
    running_write("new/responses.csv",
                  RESPONSES "e1,essex,7001/24,argus,2024-02-20,ncnd,31(3);24(2),,\n"
                            "e2,essex,7009/24,ledger,2024-06-01,disclosed,,,\n");
    running_check(RUN_IN(running_work, "audit", "--format", "csv", "old", "-o", "a", "--quiet"), 0,
                  NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "--format", "csv", "new", "-o", "b", "--baseline",
                         "a/audit.db"),
                  0, "Note: that audit is of a pack of another name.", NULL);
    char *value =
        running_query("b/audit.db", "SELECT reasons || ': ' || because FROM v_findings WHERE "
                                    "rule_id = 'X06' AND force_id = 'kent'");
    ck_assert_str_eq(value, "audit date moved: 2024-02-20 -> 2024-06-01");
    free(value);
}
END_TEST

Suite *suite_cmd_reasons(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/reasons", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, reasons_are_what_can_have_mattered, later);
    tcase_add_test(tcase, a_letter_that_is_gone_is_withdrawn);
    tcase_add_test(tcase, a_later_day_is_a_reason);
    return suite;
}
