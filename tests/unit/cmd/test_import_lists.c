/* SPDX-License-Identifier: MIT
 * Lists that people keep by hand, as they come: columns that say the same, forces shortened, a
 * mapping file with slips, the wrong profile, and workbooks.
 */
#include "letter_files.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"
#include "letters/reading/letter_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check_lines(const char *name, const char *const *lines)
{
    for (; *lines; lines++)
        letter_files_check(name, *lines, true);
}

#define IMPORT(...)                                                                                \
    RUN_IN(running_work, "import", "tracker", "t.csv", "-r", "1/24", "-t", "x", __VA_ARGS__)

/* Each line of a mapping file that does nothing is told, with what to do; the row stays as it is.
 */
START_TEST(a_slip_in_a_mapping_file_is_told)
{
    static const char *const told[] = {
        "m.csv:2: value outcome \"Odd\": \"by telephone\" is no outcome that the program knows\n",
        "m.csv:3: value outcome \"Odd\": \"stnce\" is no field\n      Did you mean \"stance\"?\n",
        "m.csv:4: value outcome \"Odd\": \"ncndd\" is no word for stance\n      Write one of: ",
        "m.csv:5: value Outcom \"Odd\": \"Outcom\" is no field\n",
        "m.csv:6: value outcome \"Never\": it held for no row\n",
        "m.csv:7: value outcome \"Odd\": \"colour\" names no field\n",
        "m.csv:8: value outcome \"Odd\": \"perhaps\" is neither yes nor no\n",
        "m.csv:9: column colour \"Colour\": \"colour\" is no field\n",
        "m.csv:10: column note \"Farbe\": no table has a column of that heading\n",
        "m.csv:11: column \"Colour\": the line is not filled in\n",
        "m.csv:12: value outcome \"Odd\": the line is not filled in\n",
        "m.csv:13: unknown outcome \"whatever\": \"whatever\" says nothing of unknown words\n",
    };
    running_write("t.csv", "Force,Outcome,Notes,Colour\nKent,Odd,mine,red\nEssex,NCND,,blue\n");
    running_write("m.csv", "rule,field,from,when,to,note\n"
                           "value,outcome,Odd,,by telephone,\n"
                           "value,outcome,Odd,,stnce=ncnd,\n"
                           "value,outcome,Odd,,stance=ncndd,\n"
                           "value,Outcom,Odd,,ncnd,\n"
                           "value,outcome,Never,,ncnd,\n"
                           "value,outcome,Odd,colour,ncnd,\n"
                           "value,outcome,Odd,,partial_ncnd=perhaps,\n"
                           "column,colour,Colour,,,\n"
                           "column,note,Farbe,,,\n"
                           "column,,Colour,,,\n"
                           "value,outcome,Odd,,,\n"
                           "unknown,outcome,,,whatever,\n");
    struct support_output output = IMPORT("-m", "m.csv", "-o", "pack");
    for (size_t i = 0; i < LENGTH_OF(told); i++)
        ck_assert_msg(strstr(output.out, told[i]), "%s\n%s", told[i], output.out);
    support_output_done(&output);
    letter_files_check("pack/responses.csv", ",unread,,,,,,,,,,,,mine; Odd,", true);
    letter_files_check("pack/unmapped.map.csv", "value,outcome,Odd,", true);
}
END_TEST

/* What is filled in where the list has its words is understood, and a second column of notes goes
 * behind the first. */
START_TEST(a_list_filled_in_is_understood)
{
    running_write("t.csv", "Force,Outcome,Notes,Colour\nKent,Odd,mine,red\nEssex,NCND,,blue\n");
    running_write("m.csv", "rule,field,from,when,to,note\n"
                           "column,,Colour,,note,\n"
                           "Value,Outcome,odd,,Left out: an odd one,\n");
    running_check(IMPORT("-m", "m.csv", "-o", "pack"), 0, "1 in the pack, 1 left out", NULL);
    letter_files_check("pack/responses.csv", ",ncnd,,,,,,,,,,,,blue,", true);
    letter_files_check("pack/left-out.csv", "an odd one", true);
    ck_assert(!support_exists(running_path("pack/unmapped.map.csv")));
}
END_TEST

/* Day received and day responded of a row, by the headings of two columns of days. */
static const struct {
    const char *headings, *days, *told, *row;
} dates[] = {
    {"Date sent,Date received", "2/12/2024,3/1/2025",
     "\"Date sent\" is taken for the day of the request and \"Date received\" for that of the "
     "answer",
     ",2024-12-02,2025-01-03,ncnd,"},
    {"Date sent,Date received", "3/1/2025,2/12/2024",
     "\"Date received\" is taken for the day of the request and \"Date sent\" for that of the "
     "answer",
     ",2024-12-02,2025-01-03,ncnd,"},
    {"Date sent,Date received,Date responded", "2/12/2024,3/12/2024,3/1/2025",
     "\"Date received\" is taken for the day on which the request was received",
     ",2024-12-03,2025-01-03,ncnd,,,,,,,,,,,,Date sent: 2/12/2024,"},
};

START_TEST(two_columns_of_days_are_told_apart)
{
    char csv[200];
    snprintf(csv, sizeof csv, "Force,Outcome,%s\nKent,NCND,%s\n", dates[_i].headings,
             dates[_i].days);
    running_write("t.csv", csv);
    running_check(IMPORT("-o", "pack"), 0, dates[_i].told, NULL);
    letter_files_check("pack/responses.csv", dates[_i].row, true);
}
END_TEST

/* Who still waits keeps address, status and remarks; who has the day of an answer does not wait. */
START_TEST(who_waits_loses_nothing)
{
    running_write("t.csv", "Force,Outcome,Sent,Replied,Ref,Notes,Link\n"
                           "Kent,Overdue - chased,2/12/2024,,K/1,by post,https://example.org/1\n"
                           "Essex,Overdue,2/12/2024,3/1/2025,,,\n"
                           "Surrey,Responded,2/12/2024,,,,\n");
    running_check(IMPORT("-o", "pack"), 0, "2 responses, 0 acknowledgements, 1 still waiting.\n",
                  NULL);
    letter_files_check("pack/circulation.csv",
                       "1/24,kent,yes,2024-12-02,https://example.org/1,by post; status in the "
                       "export: Overdue - chased; reference: K/1\n",
                       true);
    check_lines("pack/responses.csv",
                (const char *const[]){",2024-12-02,2025-01-03,unread,", "Overdue,",
                                      ",2024-12-02,,unread,", "Responded,", NULL});
    running_check(RUN_IN(running_work, "check", "pack", "--strict"), 0, NULL, NULL);
}
END_TEST

#define BATCH                                                                                      \
    "request_url,authority_name,number_of_replies,request_status\n"                                \
    "https://www.whatdotheyknow.com/request/a,Kent Police,1,Refused.\n"

static const struct {
    const char *profile, *csv, *message;
} others[] = {
    {"tracker", BATCH, "its columns are those of the profile \"alaveteli\": 4 of 4 are known"},
    {"disclosure-log", BATCH, "its columns are those of the profile \"alaveteli\""},
    {"alaveteli", "Force,Outcome,Sent\nKent,NCND,2/12/2024\n",
     "its columns are those of the profile \"tracker\": 3 of 3 are known there, and 0 here"},
    {"contracts-finder", BATCH, "its columns are those of the profile \"alaveteli\""},
};

START_TEST(a_file_of_another_profile_is_refused)
{
    running_write("t.csv", others[_i].csv);
    running_check(RUN_IN(running_work, "import", others[_i].profile, "t.csv", "-r", "1/24", "-t",
                         "x", "-o", "pack"),
                  3, NULL, others[_i].message);
    ck_assert(!support_exists(running_path("pack")));
}
END_TEST

/* Names as lists have them; of several in one cell each is a row, and only the bad one is lost. */
START_TEST(forces_are_known_as_they_are_shortened)
{
    running_write("t.csv", "Force,Outcome,Ref\n"
                           "A&S,NCND,1\nDyfed Powys,NCND,2\nN. Yorkshire,NCND,3\n"
                           "Cambs Constab,NCND,4\nHants & IOW,NCND,5\nKent *,NCND,6\n"
                           "\"Surrey, Wessex and Gwent\",NCND,7\nKent?,NCND,8\nW&M,NCND,9\n"
                           "Kent and Medway Fire,NCND,10\n");
    running_check(IMPORT("-o", "pack"), 0,
                  "7 in the pack, 1 left out, 2 rejected, 0 seen twice.\n"
                  "8 responses, 0 acknowledgements, 0 still waiting.\n"
                  "1 row is in the pack without a part that was rejected: rejects.csv.\n",
                  NULL);
    check_lines("pack/responses.csv",
                (const char *const[]){"avon-and-somerset-1,avon-and-somerset,",
                                      "force in the export: Cambs Constab,", "dyfed-powys-2,",
                                      "north-yorkshire-3,", "cambridgeshire-4,", "hampshire-5,",
                                      "kent-6,kent,", "surrey-7,", "gwent-7,", NULL});
    check_lines("pack/rejects.csv", (const char *const[]){"t.csv,8,,force_id,unknown-force,Wessex,",
                                                          ",Kent?,", ",W&M,", NULL});
    letter_files_check("pack/left-out.csv", "a fire service is no police force", true);
}
END_TEST

/* What was rejected can end a run that nobody looks at. */
START_TEST(rejects_can_end_an_import)
{
    running_write("t.csv", "Force,Outcome,Sent\nKent,NCND,2/12/2024\nWessex,NCND,2/12/2024\n");
    running_check(IMPORT("-o", "pack", "--strict"), 3, NULL,
                  "1 row is rejected and 0 files not read, and --strict accepts none; the first: "
                  "t.csv:3: unknown force \"Wessex\"");
    ck_assert(!support_exists(running_path("pack")));
    running_check(IMPORT("-n", "--strict"), 3, "Nothing was written.\n", "--strict accepts none");
    running_check(IMPORT("-o", "pack", "--fail-on-reject"), 1,
                  "The last day in the pack is one on which a request was sent (2024-12-02)", NULL);
    running_check(IMPORT("-o", "pack"), 4, NULL,
                  "pack: the folder exists already, and nothing that stands there is replaced");
    running_write("t.csv", "Force,Subject,Outcome\nKent,Some tool,NCND\n");
    running_check(RUN_IN(running_work, "import", "tracker", "t.csv", "-o", "toolless"), 0,
                  "1 row names no tool: --tool says which it is", NULL);
}
END_TEST

/* Decisions go back as those about letters do. */
START_TEST(decisions_about_notes_are_taken)
{
    static const char decide[] =
        "awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }"
        "$at[\"reading\"] == \"B\" { $at[\"decision\"] = \"accept B\" }"
        "$at[\"words\"] == \"Odd\" { $at[\"decision\"] = \"change\"; $at[\"d_stance\"] = \"ncnd\" }"
        "$at[\"words\"] == \"BAU\" { $at[\"decision\"] = \"not a response\" }"
        "{ if ($at[\"decision\"]) { $at[\"decided_by\"] = \"lead\"; $at[\"decided_on\"] = "
        "\"2025-02-01\" } print }' pack/proposals.csv >decided.csv";
    const char *const shell[] = {"sh", "-c", decide, NULL};
    running_write("t.csv", "Force,Outcome,Ref\nKent,Not held s31(3),1\nEssex,Odd,2\nGwent,BAU,3\n"
                           "Surrey,Partially disclosed,4\n");
    running_check(IMPORT("-o", "pack"), 0, "4 rows for a person to review: decide in proposals.csv",
                  NULL);
    running_check(support_run(running_work, NULL, shell), 0, NULL, NULL);
    running_check(RUN_IN(running_work, "classify", "--review", "decided.csv", "pack"), 0,
                  "5 lines: 4 decided, 0 decided so before, 1 undecided, 0 refused.", NULL);
    running_check(RUN_IN(running_work, "classify", "pack", "--apply", "-o", "new"), 0,
                  "3 rows without a letter decided by a person.\n"
                  "3 rows: 2 decided by a person, 1 as they were.\n"
                  "1 left out: no responses.\n",
                  NULL);
    check_lines("new/responses.csv", (const char *const[]){"kent-1,kent,", ",ncnd,,,,31(3),",
                                                           "essex-2,essex,", ",person,", NULL});
    letter_files_check("new/responses.csv", "gwent", false);
    letter_files_check("new/responses.csv", "not_held", false);
    running_check(RUN_IN(running_work, "check", "new", "--strict"), 0, NULL, NULL);
}
END_TEST

#define MAIN                                                                                       \
    "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "                           \
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
#define SHEET_REL(n)                                                                               \
    "<Relationship Id='r" n "' Type='http://schemas.openxmlformats.org/officeDocument/2006/"       \
    "relationships/worksheet' Target='worksheets/sheet" n ".xml'/>"
#define T(at, words) "<c r='" at "' t='inlineStr'><is><t>" words "</t></is></c>"
#define D(at, day)   "<c r='" at "' s='1'><v>" day "</v></c>"
#define SHEET(n, rows, merged)                                                                     \
    {                                                                                              \
        "xl/worksheets/sheet" n ".xml",                                                            \
            "<worksheet " MAIN "><sheetData>" rows "</sheetData>" merged "</worksheet>", 0         \
    }

/* A title above, cells merged downwards and across, days as numbers, a second sheet, a hidden one,
 * notes and a total below. */
static const struct letter_entry book[] = {
    {"xl/workbook.xml",
     "<workbook " MAIN "><sheets><sheet name='Palantir' sheetId='1' r:id='r1'/>"
     "<sheet name='Argus' sheetId='2' r:id='r2'/><sheet name='Old' sheetId='3' state='hidden' "
     "r:id='r3'/></sheets></workbook>",
     0},
    {"xl/_rels/workbook.xml.rels",
     "<Relationships>" SHEET_REL("1") SHEET_REL("2") SHEET_REL(
         "3") "<Relationship Id='s' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
              "relationships/styles' Target='styles.xml'/></Relationships>",
     0},
    {"xl/styles.xml",
     "<styleSheet " MAIN "><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>",
     0},
    SHEET(
        "1",
        "<row r='1'>" T(
            "A1",
            "FOI tracker (CRU 995/24)") "</row>"
                                        "<row r='3'>" T("A3", "Force") T("B3", "Sent") T(
                                            "C3",
                                            "Date replied") T("D3",
                                                              "Outcome") "</row><row r='4'>" T("A4",
                                                                                               "Ken"
                                                                                               "t")
                                            D("B4", "45628") D("C4", "45660") T(
                                                "D4", "NCND") "</row><row r='5'>" D("B5", "45630")
                                                D("C5", "45661") T(
                                                    "D5",
                                                    "Not held") "</row>"
                                                                "<row r='6'>" T(
                                                                    "A6",
                                                                    "Total") "<c "
                                                                             "r='B6'><v>2</v></c></"
                                                                             "row>"
                                                                             "<row r='8'>" T(
                                                                                 "A8",
                                                                                 "Compiled by the "
                                                                                 "team; ask before "
                                                                                 "use") "</row>",
        "<mergeCells><mergeCell ref='A1:D1'/><mergeCell ref='A4:A5'/></mergeCells>"),
    SHEET("2",
          "<row r='1'>" T("A1", "Force") T("B1", "Outcome") "</row>"
                                                            "<row r='2'>" T("A2", "Essex")
                                                                T("B2", "Disclosed") "</row>",
          ""),
    SHEET("3",
          "<row r='1'>" T("A1", "Force") T("B1", "Outcome") "</row>"
                                                            "<row r='2'>" T("A2", "Gwent")
                                                                T("B2", "NCND") "</row>",
          ""),
    {NULL, NULL, 0},
};

START_TEST(a_workbook_becomes_a_pack)
{
    struct slice made = make_archive(book);
    support_write_file(running_path("t.xlsx"), made.bytes, made.length);
    memory_release(&made.bytes);
    running_write("tools.csv", "tool_id,name\npalantir,Palantir\nargus,Argus\n");
    running_check(
        RUN_IN(running_work, "import", "tracker", "t.xlsx", "-T", "tools.csv", "-r", "157/25", "-o",
               "pack"),
        0, "Read 7 rows in 1 file: 4 in the pack, 3 left out, 0 rejected, 0 seen twice.\n", NULL);
    check_lines("pack/responses.csv",
                (const char *const[]){",kent,995/24,,,palantir,,,,2024-12-02,2025-01-03,ncnd,",
                                      ",kent,995/24,,,palantir,,,,2024-12-04,2025-01-04,not_held,",
                                      ",essex,157/25,,,argus,,,,,,disclosed,",
                                      ",gwent,157/25,,,,,,,,,ncnd,", NULL});
    check_lines("pack/provenance.csv",
                (const char *const[]){",t.xlsx,5,Palantir!5,", ",t.xlsx,2,Old!2,", NULL});
    check_lines("pack/left-out.csv",
                (const char *const[]){"a title above the columns", "a total\n",
                                      "ask before use,a heading between the rows\n", NULL});
    running_check(RUN_IN(running_work, "check", "pack", "--strict"), 0, NULL, NULL);
}
END_TEST

Suite *suite_cmd_import_lists(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/import_lists", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, a_slip_in_a_mapping_file_is_told);
    tcase_add_test(tcase, a_list_filled_in_is_understood);
    ADD_TABLE_TEST(tcase, two_columns_of_days_are_told_apart, dates);
    tcase_add_test(tcase, who_waits_loses_nothing);
    ADD_TABLE_TEST(tcase, a_file_of_another_profile_is_refused, others);
    tcase_add_test(tcase, forces_are_known_as_they_are_shortened);
    tcase_add_test(tcase, rejects_can_end_an_import);
    tcase_add_test(tcase, decisions_about_notes_are_taken);
    tcase_add_test(tcase, a_workbook_becomes_a_pack);
    return suite;
}
