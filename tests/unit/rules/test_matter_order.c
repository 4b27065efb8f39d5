/* SPDX-License-Identifier: MIT
 * What later letters have overtaken, and the order in which matters are looked at (SEMANTICS 78).
 */
#include "cmd/running.h"
#include "measure/measuring.h"
#include "rules/worked_packs.h"
#include "suites.h"
#include "table.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#define ROW(id, force, request, stage, received, date, retrieved, stance)                          \
    id "," force "," request ",argus," stage "," received "," date "," retrieved "," stance        \
       ",31(3);24(2),yes,yes\n"
#define NCND(id, force, request, date)   ROW(id, force, request, "", "", date, "", "ncnd")
#define DENIAL(id, force, request, date) ROW(id, force, request, "", "", date, "", "not_held")

static sqlite3 *audit_rows(const char *responses)
{
    char text[4096];
    snprintf(text, sizeof text,
             "response_id,force_id,request_id,tool_id,stage,date_received,date_responded,"
             "retrieved_on,stance,exemptions,harm_test,public_interest_test\n%s",
             responses);
    const struct measuring_file files[] = {
        {"forces.csv", "force_id,name,nation,kind,regime\n"
                       "essex,Essex,England,territorial,FOIA\n"
                       "kent,Kent,England,territorial,FOIA\n"
                       "surrey,Surrey,England,territorial,FOIA\n"},
        {"collaborations.csv", "collaboration_id,name,force_id\n"},
        {"tools.csv", "tool_id,name\nargus,Argus\n"},
        {"responses.csv", text}};
    measuring_write("pack", files, LENGTH_OF(files));
    return measuring_audit("pack", NULL, NULL);
}

/* Which letters are overtaken, and by which. */
static const struct {
    const char *responses, *overtaken;
} letters[] = {
    /* whatever it says, the latest with a position is the current word, and has overtaken all */
    {NCND("a", "kent", "1/23", "2023-03-01") DENIAL("b", "kent", "2/24", "2024-03-01")
         NCND("c", "kent", "3/25", "2025-03-01"),
     "a c\nb c"},
    {NCND("a", "kent", "1/23", "2023-03-01") NCND("b", "kent", "2/24", "2024-03-01"), "a b"},
    /* a later letter that takes no position leaves the word as it is, and is itself overtaken */
    {NCND("a", "kent", "1/23", "2023-03-01")
         ROW("b", "kent", "2/24", "", "", "2024-03-01", "", "refused_cost"),
     ""},
    {ROW("b", "kent", "2/22", "", "", "2022-03-01", "", "refused_cost")
         NCND("a", "kent", "1/23", "2023-03-01"),
     "b a"},
    /* another force's letter, or one about another day of the same month, overtakes nothing */
    {NCND("a", "kent", "1/23", "2023-03-01") NCND("b", "essex", "1/23", "2024-03-01"), ""},
    {NCND("a", "kent", "1/23", "2024-03") NCND("b", "kent", "2/24", "2024-03-20"), ""},
    {NCND("a", "kent", "1/23", "2024-03") NCND("b", "kent", "2/24", "2024-04"), "a b"},
    /* without a day: only where it was read before the other was given */
    {NCND("a", "kent", "1/23", "") NCND("b", "kent", "2/24", "2024-03-20"), ""},
    {ROW("a", "kent", "1/23", "", "", "", "2024-01-31", "ncnd")
         NCND("b", "kent", "2/24", "2024-03-20"),
     "a b"},
    /* a review follows what it reviews, dated or not */
    {NCND("a", "kent", "1/23", "")
         ROW("b", "kent", "1/23", "internal_review", "", "", "", "not_held"),
     "a b"},
    {ROW("a", "kent", "1/23", "", "", "2023-05", "", "ncnd")
         ROW("b", "kent", "1/23", "internal_review", "", "2023-05", "", "not_held"),
     "a b"},
};

START_TEST(a_later_letter_overtakes)
{
    sqlite3 *db = audit_rows(letters[_i].responses);
    measuring_check(
        db,
        "SELECT w.response_id || ' ' || x.response_id FROM overtaken o"
        " JOIN letter l ON l.letter_no = o.letter_no JOIN letter b ON b.letter_no = o.by_no"
        " JOIN response_wording w ON w.response_no = l.response_no"
        " JOIN response_wording x ON x.response_no = b.response_no ORDER BY 1",
        letters[_i].overtaken);
    sqlite3_close(db);
}
END_TEST

/* Of the matters of one rule: what has overtaken them. */
static const struct {
    const char *responses, *rule, *matters;
} matters[] = {
    /* what rests on the first and the second of three is history, what rests on the third is not */
    {NCND("a", "kent", "1/23", "2023-03-01") DENIAL("b", "kent", "2/24", "2024-03-01")
         NCND("c", "kent", "3/25", "2025-03-01"),
     "T0", "2/24 c\n3/25 \n3/25 "},
    /* between forces: the side that is looked at, here the denials, has moved on, or has not */
    {DENIAL("a", "kent", "1/23", "2023-03-01") NCND("b", "essex", "1/23", "2023-03-01")
         NCND("c", "kent", "2/24", "2024-03-01"),
     "X02", "1/23 c"},
    {DENIAL("a", "kent", "1/23", "2023-03-01") NCND("b", "essex", "1/23", "2023-03-01")
         NCND("c", "essex", "2/24", "2024-03-01"),
     "X02", "1/23 "},
    /* one of two has moved on: it still rests on the other */
    {DENIAL("a", "kent", "1/23", "2023-03-01") DENIAL("d", "surrey", "1/23", "2023-03-01")
         NCND("b", "essex", "1/23", "2023-03-01") NCND("c", "kent", "2/24", "2024-03-01"),
     "X02", "1/23 "},
    {DENIAL("a", "kent", "1/23", "2023-03-01") DENIAL("d", "surrey", "1/23", "2023-03-01")
         NCND("b", "essex", "1/23", "2023-03-01") NCND("c", "kent", "2/24", "2024-03-01")
             NCND("e", "surrey", "2/24", "2024-03-01"),
     "X02", "1/23 c;e"},
};

START_TEST(a_matter_is_overtaken_where_its_parties_are)
{
    char sql[512];
    snprintf(sql, sizeof sql,
             "SELECT coalesce(request_ids, '') || ' ' || coalesce(overtaken_by, '') FROM v_matters"
             " WHERE rule_ids LIKE '%%%s%%' ORDER BY 1",
             matters[_i].rule);
    sqlite3 *db = audit_rows(matters[_i].responses);
    measuring_check(db, sql, matters[_i].matters);
    sqlite3_close(db);
}
END_TEST

/* In every worked pack: no matter stands before one that is to be looked at first. Only such as are
 * alike in all that matters are told apart by names, and no rank is left out or given twice. */
static const char *const never[] = {
    "WITH told AS (SELECT m.*, overtaken_by IS NOT NULL AS is_overtaken, certainty = 'possible' AS "
    "is_possible,"
    "    length(coalesce(parties, '')) - length(replace(coalesce(parties, ''), ';', '')) +"
    "        (coalesce(parties, '') <> '') AS forces,"
    "    (SELECT max(day) FROM finding f WHERE f.matter_no = m.matter_no) AS day FROM v_matters m)"
    " SELECT a.rank, b.rank FROM told a JOIN told b ON b.rank = a.rank + 1"
    " WHERE (a.is_overtaken, -a.severity_rank, a.is_possible, -a.forces, -coalesce(a.day, -9e6))"
    "     > (b.is_overtaken, -b.severity_rank, b.is_possible, -b.forces, -coalesce(b.day, -9e6))",
    "SELECT rank FROM v_matters GROUP BY rank HAVING count(*) > 1",
    "SELECT max(rank) FROM v_matters HAVING max(rank) <> count(*)",
    "SELECT by_no FROM overtaken JOIN public_position p ON p.letter_no = overtaken.letter_no",
};

START_TEST(what_to_look_at_first_stands_first)
{
    worked_packs_never(never, LENGTH_OF(never));
}
END_TEST

Suite *suite_rules_matter_order(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("rules/matter_order", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_set_timeout(tcase, 120);
    ADD_TABLE_TEST(tcase, a_later_letter_overtakes, letters);
    ADD_TABLE_TEST(tcase, a_matter_is_overtaken_where_its_parties_are, matters);
    tcase_add_test(tcase, what_to_look_at_first_stands_first);
    return suite;
}
