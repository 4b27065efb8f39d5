/* SPDX-License-Identifier: MIT
 * Exports of other people as a pack.
 */
#include "letter_files.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define TOOLS                                                                                      \
    "tool_id,name,vendor,aliases,parent_tool_id\n"                                                 \
    "palantir,Palantir,Palantir Technologies,,\n"                                                  \
    "nectar,Nectar,Palantir Technologies,NECTAR,palantir\n"                                        \
    "argus,Argus,Argus Ltd,,\n"

#define TRACKER                                                                                    \
    "FOI tracker - Palantir (CRU 995/24),,,,,\n"                                                   \
    "Force,Sent,Date replied,Outcome,Ref,Notes\n"                                                  \
    "Kent Police,2/12/2024,w/c 16 Dec 2024,NCND s31(3)/24(2),KP/1,\n"                              \
    "Met,2 Dec,,Awaiting,,\n"                                                                      \
    "Surrey Police,45628,45635,Disclosed,,=cmd|' /C calc'!A0\n"                                    \
    ",,,,,\n"                                                                                      \
    "Argus (157/25),,,,,\n"                                                                        \
    "Police Scotland,2/12/2024,3 weeks ago,No info held,,\n"                                       \
    "PSNI,2/12/2024,9 Jan,Something odd,,\n"                                                       \
    "Kent Police; Sussex Police; Gwent,2/12/2024,,Not held,,\n"                                    \
    "Thames Valley PCC,2/12/2024,,Not held,,\n"                                                    \
    "Kent County Council,2/12/2024,,Not held,,Ask jane.doe@kent.example\n"                         \
    "Wessex Police,2/12/2024,,NCND,,\n"                                                            \
    "Kent Police,2/12/2024,,,,\n"                                                                  \
    "Essex Police,,,,,\n"                                                                          \
    "Total,11,,,,\n"

static struct support_output import_tracker(const char *map, const char *to)
{
    running_write("tools.csv", TOOLS);
    return map ? RUN_IN(running_work, "import", "tracker", "t.csv", "--tools", "tools.csv", "--map",
                        map, "-o", to)
               : RUN_IN(running_work, "import", "tracker", "t.csv", "--tools", "tools.csv", "-o",
                        to);
}

static void check_lines(const char *name, const char *const *lines)
{
    for (; *lines; lines++)
        letter_files_check(name, *lines, true);
}

/* Titles, headings that name tool and request, totals, dates of several forms, bodies of all kinds:
 * every row is somewhere. */
START_TEST(a_dirty_tracker_becomes_a_pack)
{
    running_write("t.csv", TRACKER);
    running_check(import_tracker(NULL, "pack"), 0,
                  "Read 14 rows in 1 file: 7 in the pack, 5 left out, 2 rejected, 0 seen twice.\n"
                  "7 responses, 0 acknowledgements, 2 still waiting.\n",
                  NULL);
    check_lines(
        "pack/responses.csv",
        (const char *const[]){"kent-kp-1,kent,995/24,,,palantir,,KP/1,,2024-12-02,2024-12,ncnd,",
                              ",surrey,995/24,,,palantir,,,,2024-12-02,2024-12-09,disclosed,",
                              "'=cmd|' /C calc'!A0",
                              ",police-scotland,157/25,,,argus,,,,2024-12-02,,not_held,",
                              "date_responded in the export: 3 weeks ago",
                              ",northern-ireland,157/25,,,argus,,,,2024-12-02,2025-01-09,unread,",
                              "Something odd", ",sussex,157/25,,,argus,,,,2024-12-02,,not_held,",
                              ",gwent,157/25,,,argus,,,,2024-12-02,,not_held,", NULL});
    check_lines("pack/circulation.csv",
                (const char *const[]){
                    "995/24,metropolitan,yes,,,date_received in the export: 2 Dec; status "
                    "in the export: Awaiting\n",
                    "157/25,kent,yes,2024-12-02,,\n", NULL});
    check_lines("pack/left-out.csv",
                (const char *const[]){"t.csv,1,", "a title above the columns\n",
                                      "a heading between the rows\n", "a commissioner is a body",
                                      "[e-mail]", "a council is no police force", "a total\n",
                                      NULL});
    letter_files_check("pack/left-out.csv", "jane.doe", false);
    check_lines("pack/rejects.csv",
                (const char *const[]){"t.csv,13,,force_id,unknown-force,Wessex Police,",
                                      "t.csv,15,,outcome,no-outcome,", NULL});
    check_lines("pack/unmapped.map.csv",
                (const char *const[]){"value,outcome,Something odd,,,\"1 row, first t.csv:9\"",
                                      "value,force_id,Wessex Police,,,", NULL});
    letter_files_check("pack/provenance.csv", "responses.csv,kent-kp-1,t.csv,3,,", true);
    letter_files_check("pack/provenance.csv", ",tracker,1\n", true);
    running_check(RUN_IN(running_work, "check", "pack", "--strict"), 0, NULL, NULL);
}
END_TEST

/* Of several forces in one cell a name that is none costs no other its row, whatever parts them. */
START_TEST(one_bad_name_costs_itself)
{
    running_write("t.csv", "Force,Request,Tool,Outcome\n"
                           "\"Kent, Sussex, Wessx\",1/24,Argus,Not held\n"
                           "\"Essex; Surrey; Wessx\",1/24,Argus,Not held\n"
                           "Gwent and A&S and Nowhere Police,1/24,Argus,Not held\n"
                           "\"Norfolk, Suffolk and Dorset joint unit\",1/24,Argus,Not held\n");
    running_check(RUN_IN(running_work, "import", "tracker", "t.csv", "-o", "several"), 0,
                  "6 responses,", NULL);
    check_lines("several/responses.csv",
                (const char *const[]){",kent,", ",sussex,", ",essex,", ",surrey,", ",gwent,",
                                      ",avon-and-somerset,", NULL});
    letter_files_check("several/responses.csv", ",norfolk,", false);
    check_lines("several/rejects.csv",
                (const char *const[]){"t.csv,2,,force_id,unknown-force,Wessx,",
                                      "t.csv,3,,force_id,unknown-force,Wessx,",
                                      "t.csv,4,,force_id,unknown-force,Nowhere Police,",
                                      "t.csv,5,,force_id,unknown-force,", NULL});
}
END_TEST

/* What no rule knew comes as a mapping file; filled in it is known. */
START_TEST(the_mapping_file_is_filled_in)
{
    running_write("t.csv", TRACKER);
    running_write("mine.map.csv",
                  "rule,field,from,when,to,note\n"
                  "value,outcome,something  ODD,,stance=ncnd; note+=by telephone,\n"
                  "value,force_id,Wessex Police,,left out: there is no such force,\n"
                  "value,outcome,open yet,,,\n");
    running_check(import_tracker("mine.map.csv", "pack"), 0,
                  "7 in the pack, 6 left out, 1 rejected, 0 seen twice.", NULL);
    letter_files_check("pack/responses.csv", "2025-01-09,ncnd,", true);
    letter_files_check("pack/responses.csv", "by telephone", true);
    letter_files_check("pack/left-out.csv", "there is no such force", true);
    ck_assert(!support_exists(running_path("pack/unmapped.map.csv")));
}
END_TEST

/* --dry-run tells the mapping and the first rows and writes nothing. */
START_TEST(a_dry_run_writes_nothing)
{
    running_write("t.csv", "Force,Reply,Colour,Outcome\nKent,3/2/2025,red,NCND\n");
    running_write("tools.csv", TOOLS);
    running_check(RUN_IN(running_work, "import", "tracker", "t.csv", "-r", "1/24", "-n"), 0,
                  "  Colour -> not used: no rule knows this column\n", NULL);
    running_check(RUN_IN(running_work, "import", "tracker", "t.csv", "-r", "1/24", "-n"), 0,
                  "Nothing was written.\n", NULL);
    running_check(RUN_IN(running_work, "import", "tracker", "t.csv", "-r", "1/24", "-n", "-j"), 0,
                  "\"profile\": \"tracker\"", NULL);
    ck_assert(!support_exists(running_path("pack")));
}
END_TEST

/* Pages overlap: what is seen twice counts once, and both places are told. */
START_TEST(inputs_that_overlap_are_one_import)
{
    running_write("a.csv", "Force,Outcome\nKent,NCND\nSurrey,Not held\n");
    running_write("b.csv", "Outcome,Force\nNot held,Surrey\nNCND,Gwent\n");
    running_check(RUN_IN(running_work, "import", "tracker", "a.csv", "b.csv", "-r", "1/24", "-t",
                         "x", "-o", "pack"),
                  0, "Read 4 rows in 2 files: 3 in the pack, 0 left out, 0 rejected, 1 seen twice.",
                  NULL);
    letter_files_check("pack/provenance.csv", "a.csv,3,", true);
    letter_files_check("pack/provenance.csv", "b.csv,2,", true);
    letter_files_check("pack/left-out.csv", "the same row stands further up (a.csv:3)", true);
}
END_TEST

/* Letters beside the tracker are read where nobody has written down what they say. */
START_TEST(linked_letters_are_read)
{
    mkdir(running_path("letters"), 0777);
    running_write("letters/kent 1.txt", "Kent Police\nDate: 3 February 2025\n\nKent Police can "
                                        "neither confirm nor deny that it holds the information "
                                        "you requested, by virtue of section 31(3).\n");
    running_write("secret.txt", "Kent Police\n\nNo information is held.\n");
    running_write("t.csv", "Force,Outcome,Letter\nKent,,letters/kent 1.txt\n"
                           "Surrey,Not held,../t.csv\nEssex,NCND,/etc/passwd\n"
                           "Gwent,NCND,letters/none.txt\n");
    running_check(RUN_IN(running_work, "import", "tracker", "t.csv", "-r", "1/24", "-t", "palantir",
                         "-o", "pack"),
                  0, "4 in the pack, 0 left out, 0 rejected", NULL);
    letter_files_check("pack/responses.csv", "ncnd,,ncnd,,31(3),", true);
    letter_files_check("pack/responses.csv", ",letters/", true);
    letter_files_check("pack/responses.csv", ",machine,", true);
    letter_files_check("pack/responses.csv", "passwd", false);
    running_check(RUN_IN(running_work, "check", "pack", "--strict"), 0, NULL, NULL);
}
END_TEST

/* A page of a log: whose it is stands in its address; cookies, headings and scripts say nothing. */
START_TEST(a_log_is_read)
{
    running_write("tools.csv", TOOLS);
    running_write(
        "log.html",
        "<html><head><title>Disclosure log</title><link rel=\"canonical\" "
        "href=\"https://www.kent.police.uk/foi/log/\"></head><body><table><tr><th>Cookie</th><th>"
        "Purpose</th></tr><tr><td>_ga</td><td>count</td></tr></table><table><tr><th>Ref</th>"
        "<th>Title</th><th>Date of request</th><th>Date of response</th><th>Outcome</th></tr>"
        "<tr><th colspan=\"5\">December 2024</th></tr>"
        "<tr><td>123/24</td><td><a href=\"palantir-123\">Use of Palantir software</a></td><td>1 "
        "November 2024</td><td>January 28, 2025</td><td>See letter</td></tr>"
        "<tr><td>124/24</td><td>Pargus dogs</td><td></td><td>3 weeks ago</td><td>Disclosed</td>"
        "</tr><tr><td>125/24</td><td>ARGUS <script>alert(1)</script>&amp; NECTAR</td><td></td>"
        "<td>3/12/2024</td><td>NCND s31(3)</td></tr></table></body></html>");
    running_check(RUN_IN(running_work, "import", "disclosure-log", "log.html", "--tools",
                         "tools.csv", "-o", "pack"),
                  0, "3 responses, 0 acknowledgements, 0 still waiting.", NULL);
    check_lines("pack/responses.csv",
                (const char *const[]){"kent-123-24,kent,kent-123-24,,,palantir,,123/24,,2024-11-01,"
                                      "2025-01-28,unread,",
                                      "https://www.kent.police.uk/foi/log/palantir-123",
                                      ",argus,,125/24,,,2024-12-03,ncnd,",
                                      ",nectar,,125/24,,,2024-12-03,ncnd,", NULL});
    letter_files_check("pack/responses.csv", "alert", false);
    letter_files_check("pack/left-out.csv", "it names none of the tools", true);
}
END_TEST

/* --tool says nothing of a row whose title does not; --request may say too much; a relative link
 * and the number of the page are told. */
START_TEST(a_log_says_no_more_than_it_does)
{
    running_write(
        "log.html",
        "<html><head><title>Kent Police disclosure log</title></head><body><table><tr><th>Ref</th>"
        "<th>Title</th><th>Outcome</th></tr><tr><td>1/25</td><td><a href=\"/foi/1-25\">Argus "
        "contracts</a></td><td>NCND s31(3)</td></tr><tr><td>2/25</td><td>Parking</td><td>Disclosed"
        "</td></tr><tr><td>3/25</td><td><a href=\"../3-25.pdf\">Argus training</a></td><td>Not "
        "held</td></tr></table><p>Page <b>1</b> of <b>3</b></p></body></html>");
    running_check(RUN_IN(running_work, "import", "disclosure-log", "log.html", "-t", "argus", "-r",
                         "995/24", "-o", "pack"),
                  0, "\"Page 1 of 3\": the page is a part of its log", NULL);
    check_lines("pack/responses.csv",
                (const char *const[]){"kent-1-25,kent,995/24,,,argus,,1/25,", NULL});
    letter_files_check("pack/responses.csv", "Link on the page: /foi/1-25,", true);
    letter_files_check("pack/responses.csv", "Link on the page: ../3-25.pdf,", true);
    letter_files_check("pack/left-out.csv", "Parking | Disclosed,it names none of the tools", true);
    letter_files_check("pack/proposals.csv",
                       "with 1 further of this force it counts as an answer to 995/24", true);
}
END_TEST

/* What is wrong is said, with what to do, and nothing is written. */
static const struct {
    const char *profile, *csv, *map, *message;
    int code;
} wrong[] = {
    {"trakcer", "Force,Outcome\nKent,NCND\n", NULL, "there is no profile \"trakcer\"", 2},
    {"../tracker", "Force,Outcome\nKent,NCND\n", NULL, "there is no profile", 2},
    {"tracker", "", NULL, "no row can be taken into a pack", 3},
    {"tracker", "", NULL, "Give a file that has rows", 3},
    {"tracker", "a,b\n1,2\n", NULL, "no row of this table names the columns", 3},
    {"tracker", "Force,Outcome\nKent,NCND\n", "rule,field,from,when,to,note\nvaleu,a,b,,c,\n",
     "m.map.csv:2: there is no rule \"valeu\"", 3},
    {"tracker", "Force,Outcome\nKent,NCND\n", "rule,field,from,when,to,note\nvalue,,b,,c,\n",
     "m.map.csv:2: the rule \"value\" is about no field", 3},
    {"tracker", "Force,Outcome\nKent,NCND\n", "a,b\n", "there is no column \"rule\"", 3},
    {"tracker", "Force,Outcome\nKent,NCND\n",
     "rule,field,from,when,to,note\ndates,,,,year_first,\n", "is no order of dates", 3},
};

START_TEST(what_is_wrong_is_said)
{
    running_write("t.csv", wrong[_i].csv);
    running_write("m.map.csv", wrong[_i].map ? wrong[_i].map : "rule,field,from,when,to,note\n");
    running_check(RUN_IN(running_work, "import", wrong[_i].profile, "t.csv", "-m", "m.map.csv",
                         "-r", "1/24", "-o", "pack"),
                  wrong[_i].code, NULL, wrong[_i].message);
    ck_assert(!support_exists(running_path("pack")));
}
END_TEST

/* Markup, formulas, quotes and names of files that mean harm stay words. */
/* Which cell belongs where is not known; of a page, what stands beside a table is told of. */
START_TEST(no_cell_is_lost)
{
    running_write("t.csv", "Force,Outcome\nKent,NCND s31(3),disclosed Q2\nEssex,NCND s31(3)\n");
    running_check(
        RUN_IN(running_work, "import", "tracker", "t.csv", "-r", "1/24", "-t", "x", "-o", "pack"),
        0, "1 in the pack, 0 left out, 1 rejected", NULL);
    letter_files_check("pack/rejects.csv", "cells-without-column,disclosed Q2,", true);
    letter_files_check("pack/responses.csv", "kent", false);
    running_write("t.html", "<table><tr><th>Force<th>Outcome</tr><tr><td>Kent<td>NCND<td>seen</tr>"
                            "<tr><td>Essex<td>NCND</tr></table>");
    running_check(
        RUN_IN(running_work, "import", "tracker", "t.html", "-r", "1/24", "-t", "x", "-o", "page"),
        0, "1 cell stands under no heading and is not taken", NULL);
    letter_files_check("page/responses.csv", "kent", true);
}
END_TEST

START_TEST(hostile_words_stay_words)
{
    running_write("-x;rm.csv", "Force,Outcome,Ref,Notes,Link\n"
                               "Kent,NCND,'); DROP TABLE response; --,<script>alert(1)</script>,"
                               "javascript:alert(1)\n"
                               "Surrey,=1+1,+44,@SUM(A1),\"a\nb\"\n"
                               "Gwent,\x1b[31mNCND,%s%n,../../etc,=HYPERLINK(\"x\")\n");
    running_check(RUN_IN(running_work, "import", "tracker", "-r", "1/24", "-t", "<b>", "-o", "pack",
                         "--", "-x;rm.csv"),
                  0, "2 in the pack, 0 left out, 1 rejected", NULL);
    running_check(RUN_IN(running_work, "check", "pack", "--strict"), 0, NULL, NULL);
    letter_files_check("pack/responses.csv", ",=", false);
    letter_files_check("pack/responses.csv", "\x1b", false);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out"), 0, NULL, NULL);
    letter_files_check("out/report.html", "<script>alert", false);
}
END_TEST

/* Which phrases the program had is told in proposals.csv, and changes with every phrase. */
static void forget_phrases(char *csv)
{
    static const char version[] = ",0.1.0 ";
    for (char *at = csv; (at = strstr(at, version)); at++)
        memset(at + strlen(version), 'x', strspn(at + strlen(version), "0123456789abcdef"));
}

/* The pack of the repository is what import makes of the facts beside it. */
START_TEST(the_policing_tools_are_made_again)
{
    static const char folder[] = "datasets/policing-tools/";
    static const char *const names[] = {
        "responses.csv", "acknowledgements.csv", "requests.csv",
        "tools.csv",     "provenance.csv",       "left-out.csv",
        "rejects.csv",   "proposals.csv",        "unmapped.map.csv"};
    running_check(RUN("import", "tracker", "datasets/policing-tools/exports/facts.csv",
                      "datasets/policing-tools/exports/acknowledgement-facts.csv", "--tools",
                      "datasets/policing-tools/exports/tools.csv", "--map",
                      "datasets/policing-tools/exports/policing-tools.map.csv", "-o",
                      running_path("pack")),
                  0, "Read 173 rows in 2 files: 153 in the pack, 14 left out, 6 rejected", NULL);
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        char ours[120], made[120];
        size_t our_size, made_size;
        snprintf(ours, sizeof ours, "%s%s", folder, names[i]);
        snprintf(made, sizeof made, "pack/%s", names[i]);
        char *first = support_read_file(ours, &our_size);
        char *second = support_read_file(running_path(made), &made_size);
        forget_phrases(first);
        forget_phrases(second);
        ck_assert_msg(our_size == made_size && memcmp(first, second, our_size) == 0, "%s",
                      names[i]);
        free(first);
        free(second);
    }
}
END_TEST

Suite *suite_cmd_import(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/import", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, a_dirty_tracker_becomes_a_pack);
    tcase_add_test(tcase, one_bad_name_costs_itself);
    tcase_add_test(tcase, the_mapping_file_is_filled_in);
    tcase_add_test(tcase, a_dry_run_writes_nothing);
    tcase_add_test(tcase, inputs_that_overlap_are_one_import);
    tcase_add_test(tcase, linked_letters_are_read);
    tcase_add_test(tcase, a_log_is_read);
    tcase_add_test(tcase, a_log_says_no_more_than_it_does);
    ADD_TABLE_TEST(tcase, what_is_wrong_is_said, wrong);
    tcase_add_test(tcase, no_cell_is_lost);
    tcase_add_test(tcase, hostile_words_stay_words);
    tcase_add_test(tcase, the_policing_tools_are_made_again);
    return suite;
}
