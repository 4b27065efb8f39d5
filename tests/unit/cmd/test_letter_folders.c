/* SPDX-License-Identifier: MIT
 * Folders of letters, whose they are, and what is said where there are none.
 */
#include "letter_files.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NAMELESS "Dear applicant, no information is held.\nYours\n"
#define HEAD     "response_id,force_id,request_id,tool_id,stance,exemptions,text,text_file,Team\n"

/* A folder of letters: one that is sure, one whose force nobody knows, and a table. */
static void write_letters(void)
{
    letter_files_folder("letters");
    running_write("letters/kent-police.txt", KENT);
    running_write("letters/essex.txt", ESSEX);
    running_write("letters/odd.txt", NAMELESS);
    running_write("letters/table.csv", "a,b\n1,2\n");
}

#define AUDIT_LETTERS                                                                              \
    "audit", "letters", "--request", "995/24", "--tool", "palantir", "--format", "csv,json,html"

START_TEST(a_folder_of_letters_is_audited)
{
    write_letters();
    running_check(RUN_IN(running_work, AUDIT_LETTERS, "-o", "out"), 0,
                  "3 letters in 4 files (1 not read): 2 rows sure, 1 for a person to review; of 1 "
                  "nobody knows whose: whose.csv.\n2 rows rest on machine reading alone.\n",
                  NULL);
    letter_files_check("out/pack/responses.csv", "kent-police,kent,995/24,,palantir,", true);
    letter_files_check("out/pack/responses.csv", ",machine,", true);
    letter_files_check("out/pack/responses.csv", "odd", false);
    letter_files_check("out/whose.csv", "letters/odd.txt,,", true);
    letter_files_check("out/unreadable.csv", "letters/table.csv,,\"it is a table, no letter", true);
    letter_files_check("out/proposals.csv", "letters/odd.txt", true);
    letter_files_check("out/findings.csv", "essex;kent-police,M-", true);
    letter_files_check("out/timeline.csv", ",machine\n", true);
    letter_files_check("out/matrix.csv", ",machine,", true);
    letter_files_check("out/report.html",
                       "<strong>2 of 2</strong> rows rest on machine reading alone", true);
    letter_files_check("out/report.html", "<span class=\"tag\">read by machine</span>", true);
    letter_files_check("out/findings.json", "\"read_by_machine\": [\n", true);
    running_check(RUN_IN(running_work, "explain", "out/audit.db", "X01"), 0,
                  "read by machine, letters/", NULL);
    running_check(RUN_IN(running_work, "check", "out/pack"), 0, "Next: concord audit", NULL);
}
END_TEST

/* The same words of another force, or of nobody knows whom, are letters of their own. */
START_TEST(a_letter_that_lies_there_twice_is_read_once)
{
    letter_files_folder("letters");
    running_write("letters/kent-police.txt", KENT);
    running_write("letters/kent again.txt", KENT);
    running_write("letters/essex.txt", NAMELESS);
    running_write("letters/surrey.txt", NAMELESS);
    running_write("letters/odd.txt", NAMELESS);
    running_write("letters/even.txt", NAMELESS);
    running_check(RUN_IN(running_work, "classify", "letters"), 0,
                  "    letters/kent-police.txt: the same letter as letters/kent again.txt\n"
                  "\n6 files: 6 read, 0 unreadable. 6 parts: 5 letters, 1 no letter.\n",
                  NULL);
    running_check(RUN_IN(running_work, AUDIT_LETTERS, "-o", "out"), 0, "Read 3 rows in 1 file",
                  NULL);
    letter_files_check("out/unreadable.csv", "letters/kent-police.txt,,the same letter as", true);
    letter_files_check("out/whose.csv", "letters/odd.txt,,", true);
    letter_files_check("out/whose.csv", "letters/even.txt,,", true);
}
END_TEST

START_TEST(an_output_among_the_letters_is_refused)
{
    write_letters();
    running_check(RUN_IN(running_work, AUDIT_LETTERS, "-o", "letters/out"), 2, NULL,
                  "would lie in the folder of letters");
    ck_assert(!support_exists(running_path("letters/out")));
    running_check(RUN_IN(running_work, AUDIT_LETTERS, "-o", "letters-out"), 0, NULL, NULL);
}
END_TEST

/* Whoever writes is named first; the force that is named below is told of. */
static const char *const other_bodies[] = {"Borsetshire Police", "Port of Dover Police", "NPCC",
                                           "Office of the Police and Crime Commissioner for Kent",
                                           "Kent County Council"};

START_TEST(a_letter_of_a_body_that_is_unknown_goes_to_a_person)
{
    SCOPED_TEXT text = memory_print("%s\n\nDear applicant,\n\nNo information is held. Essex "
                                    "Police may hold it.\n\nYours\n",
                                    other_bodies[_i]);
    running_write("letter.txt", text);
    running_check(RUN_IN(running_work, "classify", "letter.txt"), 0, "force_unsure", NULL);
}
END_TEST

START_TEST(a_list_says_whose_letters_they_are)
{
    write_letters();
    running_write("whose.csv", "file,force_id\nletters/odd.txt,Surrey Police\n");
    running_check(RUN_IN(running_work, AUDIT_LETTERS, "-o", "out", "--forces", "whose.csv"), 0,
                  "2 rows sure, 1 for a person to review.\n", NULL);
    letter_files_check("out/pack/responses.csv", "odd,surrey,995/24,", true);
    running_write("whose.csv", "file,force_id\nodd.txt,Kant Police\n");
    running_check(RUN_IN(running_work, AUDIT_LETTERS, "-o", "out2", "--forces", "whose.csv"), 3,
                  NULL, "whose.csv:2: this audit knows no force \"Kant Police\"");
}
END_TEST

/* A tool that no letter names is told, and goes as it was given. */
static const struct {
    const char *command, *tool;
    const char *told; /* on stderr; NULL: nothing is */
} tools[] = {
    {"audit", "palantr",
     "concord: palantr: this name of the tool stands in none of 3 letters: is it spelt so?\n"},
    {"classify", "palantr", "palantr: this name of the tool stands in none of 3 letters"},
    {"audit", "Argus-Insight", NULL},
    {"classify", "argus_insight", NULL},
};

START_TEST(a_tool_that_no_letter_names_is_told)
{
    write_letters();
    running_write("letters/odd.txt", NAMELESS "You asked about Argus Insight.\n");
    struct support_output output = RUN_IN(running_work, tools[_i].command, "letters", "--request",
                                          "995/24", "--tool", tools[_i].tool, "-o", "out");
    ck_assert_int_eq(output.code, 0);
    ck_assert_msg(tools[_i].told ? strstr(output.err, tools[_i].told) != NULL
                                 : !strstr(output.err, "name of the tool"),
                  "%s", output.err);
    support_output_done(&output);
}
END_TEST

/* The command that is named can be pasted, and says something. */
START_TEST(notices_about_letters_are_where_the_audit_says)
{
    write_letters();
    running_write("letters/norfolk.txt", "Norfolk Constabulary\n\nNo information is held.\n");
    running_check(RUN_IN(running_work, AUDIT_LETTERS, "-o", "my out"), 0,
                  "about the pack: `concord check 'my out/pack'` says which.\n", NULL);
    running_check(RUN_IN(running_work, "check", "my out/pack"), 0, " notice", NULL);
}
END_TEST

/* Whose a letter is, and whether a person must look at that. */
static const struct {
    const char *file, *letter, *told;
} whose[] = {
    {"a4.txt",
     "Northamptonshire Police\nDate: 8 May 2025\n\nNo information is held. A unit hosted by "
     "Leicestershire Police may hold it: ask Leicestershire Police.\n",
     "a4.txt: Northamptonshire Police\n"},
    {"16.txt",
     "\n  HERTFORDSHIRE CONSTABULARY \n20 March 2025\n\nNo information is held. Bedfordshire "
     "Police leads on it for the collaboration. You should write to Bedfordshire Police.\n",
     "16.txt: Hertfordshire Constabulary\n"},
    {"kent-police.txt",
     "We do not hold the information.\n\nInformation Compliance Unit\nGreater Manchester Police\n",
     "force_unsure"},
    {"surrey.txt", "Kent Police\n\nWe do not hold the information. Surrey Police may.\n",
     "force_unsure"},
    {"kent.txt", "Kent Police\n\nWe do not hold the information.\n", "begins_late"},
    {"kent.txt", "Kent Police\n8 May 2025\n\nWe do not hold the information.\n",
     "1 sure, 0 for a person"},
    {"surrey.txt",
     "Surrey Police and Sussex Police\n8 May 2025\n\nNeither force holds the information.\n",
     "2 sure, 0 for a person"},
    {"reply.eml",
     "From: foi@kent.police.uk\nTo: a@b.example\nSubject: x\nContent-Type: text/plain\n\nEssex "
     "Police does not hold this.\n",
     "force_unsure"},
    {"reply.eml",
     "From: foi@essex.police.uk\nTo: a@b.example\nSubject: x\nContent-Type: "
     "text/plain\n\nEssex Police does not hold this.\n",
     "1 sure, 0 for a person"},
    {"reply.eml",
     "From: J. Kent <jk@mail.example>\nTo: a@b.example\nSubject: x\nContent-Type: "
     "text/plain\n\nEssex Police does not hold this.\n",
     "1 sure, 0 for a person"},
};

START_TEST(letterhead_tells_whose_letter_it_is)
{
    running_write(whose[_i].file, whose[_i].letter);
    running_check(RUN_IN(running_work, "classify", whose[_i].file), 0, whose[_i].told, NULL);
}
END_TEST

static const struct {
    const char *arguments[9];
    int code;
    const char *err;
} refused[] = {
    {{"audit", "letters"}, 2, "Give --request and --tool: --request 995/24 --tool palantir."},
    {{"audit", "letters", "--request", "995/24"}, 2, "this folder has no responses.csv"},
    {{"audit", "pack", "--request", "995/24"}, 2, "this is a pack, whose rows say themselves"},
    {{"audit", "pack/responses.csv", "--tool", "t"}, 2, "this is read as one table of responses"},
    {{"audit", "-", "--tool", "t"}, 2, "--tool is about a folder of letters"},
    {{"audit", "leters", "--request", "995/24"}, 3, "leters: cannot be read: No such file"},
    {{"audit", "leters", "--forces", "w.csv"}, 3, "Look at the name."},
    {{"audit", "empty", "--request", "995/24", "--tool", "t"}, 3, "the folder is empty"},
    {{"audit", "tables", "--request", "995/24", "--tool", "t"}, 3, "no letter in this folder"},
    {{"audit", "letters/essex.txt", "--request", "995/24"}, 2, "this is a single file"},
    {{"audit", "letters/essex.txt", "--forces", "x"}, 2, "`concord classify letters/essex.txt`"},
    {{"check", "letters"}, 3, "Letters are read by `concord classify letters`, and audited by"},
    {{"check", "letters"}, 3, "it looks like a folder of letters"},
    {{"check", "nearly"}, 3, "it has responses.csv.txt"},
    {{"check", "empty"}, 3, "the folder holds no responses.csv"},
    {{"audit", "nameless", "--request", "1/24", "--tool", "t"}, 3, "nobody knows which force's"},
    {{"audit", "empty"}, 3, "the folder holds no responses.csv"},
    {{"classify", "leters"}, 3, "leters: there is nothing of that name"},
    {{"classify", "letters/none*"}, 3, "there is nothing of that name"},
    {{"classify", "empty"}, 3, "empty: the folder is empty"},
    {{"classify", "letters", "--apply"}, 2, "--apply needs -o NEWPACK"},
    {{"classify", "letters", "--apply", "-o", "new"}, 2, "it must be said what they answer"},
    {{"classify", "pack", "--force", "kent"}, 2, "Leave these options out."},
    {{"classify", "letters", "--review", "p.csv"}, 2, "--review needs a pack that is a folder"},
    {{"classify", "pack", "--review", "none.csv"}, 3, "none.csv: cannot be read"},
    {{"classify", "pack", "--review", "none.csv"}, 3, "Look at the name: it is that of a"},
    {{"classify", "pack", "--apply", "-o", "pack"}, 2, "the pack itself is never changed"},
    {{"classify", "pack", "--apply", "-o", "empty"},
     4,
     "the folder exists already, and nothing that stands there is replaced"},
    {{"classify", "bare"}, 3, "no row has a text to read"},
};

START_TEST(what_cannot_be_meant_is_refused)
{
    write_letters();
    letter_files_folder("pack");
    letter_files_folder("empty");
    letter_files_folder("bare");
    letter_files_folder("nameless");
    letter_files_folder("tables");
    letter_files_folder("nearly");
    running_write("tables/log.csv", "a,b\n");
    running_write("nearly/responses.csv.txt", "a,b\n");
    running_write("nameless/odd.txt", NAMELESS);
    running_write("empty/.hidden", "x");
    running_write("pack/responses.csv", HEAD "k1,kent,1/24,t,,,\"" KENT "\",,A\n");
    running_write("bare/responses.csv", HEAD "k1,kent,1/24,t,ncnd,,,,A\n");
    running_check(support_concord(running_work, NULL, refused[_i].arguments), refused[_i].code,
                  NULL, refused[_i].err);
}
END_TEST

Suite *suite_cmd_letter_folders(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/letter_folders", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, a_folder_of_letters_is_audited);
    tcase_add_test(tcase, a_letter_that_lies_there_twice_is_read_once);
    tcase_add_test(tcase, an_output_among_the_letters_is_refused);
    ADD_TABLE_TEST(tcase, a_letter_of_a_body_that_is_unknown_goes_to_a_person, other_bodies);
    tcase_add_test(tcase, a_list_says_whose_letters_they_are);
    ADD_TABLE_TEST(tcase, a_tool_that_no_letter_names_is_told, tools);
    tcase_add_test(tcase, notices_about_letters_are_where_the_audit_says);
    ADD_TABLE_TEST(tcase, letterhead_tells_whose_letter_it_is, whose);
    ADD_TABLE_TEST(tcase, what_cannot_be_meant_is_refused, refused);
    return suite;
}
