/* SPDX-License-Identifier: MIT
 * concord evidence: the bag of a force, checked by a validator that knows RFC 8493 alone and by
 * sha256sum, with persons masked in all that is in it.
 */
#include "running.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static char here[PATH_MAX];

/* An invented force whose letters, notes, reasons and addresses are full of persons. */
static const char letter[] =
    "Northmere Police\\n12 March 2025\\n\\nMs Imogen Fairweather\\n14 Orchard Lane\\nKingsmere\\n"
    "KM4 7QT\\n\\nDear Ms Fairweather,\\n\\nKent Police can neither confirm nor deny that it holds "
    "the information: section 31(3).\\n\\nRing 01632 960 118 or write to foi@kent.example.\\n\\n"
    "Yours sincerely\\n\\nOrla Penhaligon\\nDisclosure Officer\\n";

static void write_letter(const char *name)
{
    char text[2048];
    size_t length = 0;
    for (const char *c = letter; *c; c++) {
        bool is_end = c[0] == '\\' && c[1] == 'n';
        text[length++] = is_end ? '\n' : *c;
        c += is_end;
    }
    text[length] = '\0';
    running_write(name, text);
}

static void begin(void)
{
    running_begin();
    ck_assert_ptr_nonnull(realpath(".", here));
    const char *const folders[] = {"mkdir", "pack", "pack/letters", NULL};
    support_output_done((struct support_output[]){support_run(running_work, NULL, folders)});
    running_write(
        "pack/responses.csv",
        "response_id,force_id,request_id,question_id,tool_id,stance,date_responded,exemptions,"
        "text_file,note,source_url,held_statement\n"
        "k1,kent,995/24,Q1,argus,ncnd,2025-03-12,31(3),letters/k1.txt,"
        "\"=cmd|' /C calc'!A0, told by Orla Penhaligon "
        "(orla@kent.example)\",https://kent.example/1,"
        "confirm\n"
        "k1-2,kent,995/24,Q2,argus,ncnd,2025-03-12,31(3),letters/k1.txt,,https://kent.example/1,\n"
        "k2,kent,996/24,,argus,disclosed,2025-04-01,,letters/k2.html,,https://kent.example/2,\n"
        "e1,essex,995/24,Q1,argus,disclosed,2025-03-01,,,\"the coder's own remark on Essex\","
        "https://essex.example/1,\n"
        "s1,surrey,997/24,,argus,not_held,2025-03-01,,,,https://surrey.example/1,\n");
    running_write("pack/tools.csv", "tool_id,name\nargus,Argus\n");
    write_letter("pack/letters/k1.txt");
    running_write("pack/letters/k2.html",
                  "<!DOCTYPE html><html><body><p>Dear Mr Quennell</p><p>We use Argus, and hold the "
                  "contract.</p><p>Yours sincerely</p><p>Piers Lamb</p></body></html>");
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "out", "--quiet"), 0, NULL, NULL);
}

static struct support_output shell(const char *script)
{
    char *text = NULL;
    ck_assert_int_gt(asprintf(&text, "here='%s'; %s", here, script), 0);
    const char *const argv[] = {"sh", "-c", text, NULL};
    struct support_output output = support_run(running_work, NULL, argv);
    free(text);
    return output;
}

#define EVIDENCE(...) RUN_IN(running_work, "evidence", "out/audit.db", __VA_ARGS__)
#define VALID(bag)    "$here/tests/scripts/validate-bag " bag
#define SUMS(bag)     "cd " bag " && sha256sum --quiet -c manifest-sha256.txt tagmanifest-sha256.txt"

START_TEST(a_bag_is_complete_and_valid)
{
    running_check(EVIDENCE("--force", "Kent Police", "-o", "bag"), 0, "3 rows of answers", "");
    running_check(shell(VALID("bag")), 0, "bag: complete and valid", "");
    running_check(shell(SUMS("bag")), 0, "", "");
    running_check(shell("cat bag/bagit.txt"), 0,
                  "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "");
    /* no date is told that was not so */
    running_check(shell("cat bag/bag-info.txt"), 0, "Audit-As-Of: 2025-04-01\n", "");
    running_check(shell("grep -c Bagging-Date bag/bag-info.txt"), 1, "0\n", "");
    running_check(shell("ls bag/data | tr '\n' ' '"), 0,
                  "about.txt acknowledgements.csv chain-of-custody.csv commitments.csv "
                  "dossier.html evidence.csv findings.csv guidance.csv letters masked.csv "
                  "others.csv requests.csv rows.csv rulings.csv waivers.csv ",
                  "");
}
END_TEST

/* One byte of each file in turn is another. */
START_TEST(a_changed_byte_is_noticed)
{
    running_check(EVIDENCE("--force", "kent", "-o", "bag"), 0, NULL, "");
    running_check(
        shell(
            "for f in $(cd bag && find . -type f ! -name 'tagmanifest*'); do cp -r bag other; "
            "printf X | dd of=other/$f bs=1 seek=3 conv=notrunc status=none; " VALID(
                "other") " >/dev/null && echo \"$f was not noticed\"; (" SUMS("other") ") "
                                                                                       ">/dev/null "
                                                                                       "2>&1 && "
                                                                                       "echo \"$f "
                                                                                       "passed "
                                                                                       "sha256sum\""
                                                                                       "; rm -r "
                                                                                       "other; "
                                                                                       "done; "
                                                                                       "true"),
        0, "", "");
    running_check(shell("touch bag/data/more; " VALID("bag")), 1, "not in the manifest: data/more",
                  "");
    running_check(shell("rm bag/data/more bag/data/rows.csv; " VALID("bag")), 1,
                  "data/rows.csv is missing", "");
}
END_TEST

static const char *const persons[] = {"Imogen",     "Fairweather", "Penhaligon",
                                      "14 Orchard", "KM4 7QT",     "960 118",
                                      "@",          "Quennell",    "Lamb"};

START_TEST(no_person_is_left_in_any_file)
{
    char script[200];
    running_check(EVIDENCE("--force", "kent", "--pack", "pack", "-o", "bag"), 0, "2 letters.", "");
    snprintf(script, sizeof script, "grep -rlF '%s' bag | grep -v dossier.html; true", persons[_i]);
    running_check(shell(script), 0, "", "");
    /* the style of a page has an @ */
    snprintf(script, sizeof script,
             "sed 's/@[a-z][a-z-]* *[^a-z.]//g' bag/data/dossier.html | grep -F '%s' | "
             "grep -v '@page\\|@media\\|@bottom\\|@top\\|@font'; true",
             persons[_i]);
    running_check(shell(script), 0, "", "");
}
END_TEST

START_TEST(the_decision_stays_and_masks_are_listed)
{
    running_check(EVIDENCE("--force", "kent", "-o", "bag"), 0, NULL, "");
    running_check(shell("cat bag/data/letters/k1.txt"), 0,
                  "Kent Police can neither confirm nor deny that it holds the information: "
                  "section 31(3).",
                  "");
    running_check(shell("cat bag/data/letters/k1.txt"), 0,
                  "Northmere Police\n12 March 2025\n\n[masked: address]\n\nDear [masked: person],",
                  "");
    running_check(shell("head -3 bag/data/masked.csv"), 0,
                  "file,line,field,character,kind\nletters/k1.txt,4,,1,address\n"
                  "letters/k1.txt,6,,6,person\n",
                  "");
    running_check(shell("grep -c '^rows.csv,2,note,' bag/data/masked.csv"), 0, "2\n", "");
    running_check(shell("grep -F \"'=cmd\" bag/data/rows.csv"), 0, "'=cmd|' /C calc'!A0, told by",
                  "");
}
END_TEST

/* Before masking as the pack has it, after it as the bag has it. */
START_TEST(the_chain_of_custody_has_both_digests)
{
    running_check(EVIDENCE("--force", "kent", "-o", "bag"), 0, NULL, "");
    running_check(shell("before=$(sha256sum <pack/letters/k1.txt); "
                        "after=$(sha256sum <bag/data/letters/k1.txt); "
                        "grep -q \"^letter,k1,letters/k1.txt,letters/k1.txt,,,${before%% *},"
                        "${after%% *},\" bag/data/chain-of-custody.csv"),
                  0, "", "");
    running_check(shell("pack=$(sha256sum <pack/responses.csv); grep -c "
                        "\"^answer,k[12].*,rows.csv,responses.csv,[0-9],${pack%% *},\" "
                        "bag/data/chain-of-custody.csv"),
                  0, "3\n", "");
    /* of a row without a line end in a cell, its record */
    running_check(shell("row=$(grep '^k1-2,' bag/data/rows.csv | tr -d '\n' | sha256sum); "
                        "grep -q \"^answer,k1-2,.*,${row%% *},${row%% *},0,by hand\" "
                        "bag/data/chain-of-custody.csv"),
                  0, "", "");
}
END_TEST

START_TEST(letters_that_the_audit_has_not_come_from_the_pack)
{
    running_check(EVIDENCE("--force", "kent", "-o", "bag"), 0,
                  "1 letter is not here (--pack PACK may have them)", "");
    running_check(shell("cat bag/data/about.txt"), 0, "k2 (letters/k2.html)", "");
    running_check(EVIDENCE("--force", "kent", "-o", "whole", "--pack", "pack"), 0, "2 letters", "");
    running_check(shell("cat whole/data/letters/k2.txt"), 0,
                  "Dear [masked: person]\n\nWe use Argus, and hold the contract.", "");
    running_check(shell("ls whole/data/letters"), 0, "k1.txt\nk2.txt\n", "");
    running_check(shell("echo >>pack/responses.csv"), 0, "", "");
    running_check(EVIDENCE("--force", "kent", "-o", "not", "--pack", "pack"), 3, "",
                  "this is not the pack of the audit");
    ck_assert(!support_exists(running_path("not")));
}
END_TEST

START_TEST(without_masks_the_files_themselves_are_there)
{
    running_check(EVIDENCE("--force", "kent", "-o", "bag", "--pack", "pack", "--no-mask"), 0,
                  "Nothing is masked", "");
    running_check(shell(VALID("bag")), 0, "complete and valid", "");
    running_check(shell("cmp bag/data/letters/k1.txt pack/letters/k1.txt && cmp "
                        "bag/data/letters/originals/k1.txt pack/letters/k1.txt && cmp "
                        "bag/data/letters/originals/k2.html pack/letters/k2.html"),
                  0, "", "");
    running_check(shell("tr -d '\n' <bag/bag-info.txt"), 0, "Masking: Nothing is masked", "");
    running_check(shell("cat bag/data/about.txt"), 0, "Nothing is masked", "");
    /* at its head, at its end, and in the margin of each page that is printed */
    running_check(shell("grep -o 'persons are named in full' bag/data/dossier.html | wc -l"), 0,
                  "3\n", "");
    running_check(shell("cat bag/data/masked.csv"), 0, "file,line,field,character,kind\n", "");
    running_check(shell("echo more >>pack/letters/k1.txt"), 0, "", "");
    running_check(EVIDENCE("--force", "kent", "-o", "not", "--pack", "pack", "--no-mask"), 3, "",
                  "has other words than those that were audited");
}
END_TEST

START_TEST(of_other_forces_only_what_they_published)
{
    running_check(EVIDENCE("--force", "kent", "-o", "bag"), 0, NULL, "");
    running_check(shell("cut -d, -f1-4 bag/data/others.csv"), 0,
                  "e1,same request,essex,Essex Police\n", "");
    running_check(shell("grep -rl 'own remark on Essex' bag; true"), 0, "", "");
    running_check(shell("cut -d, -f1 bag/data/others.csv"), 0, "response_id\ne1\n", "");
    running_check(shell("ls bag/data/numbers.csv"), 2, "", NULL);
    running_check(EVIDENCE("--force", "kent", "-o", "more", "--audience", "internal"), 0, NULL, "");
    running_check(shell("cat more/data/numbers.csv"), 0, "p_use", "");
}
END_TEST

START_TEST(a_zip_file_holds_the_same_bag)
{
    running_check(EVIDENCE("--force", "kent", "-o", "bag"), 0, NULL, "");
    running_check(EVIDENCE("--force", "kent", "-o", "one.zip"), 0, "Bag:  one.zip", "");
    running_check(EVIDENCE("--force", "kent", "-o", "two.ZIP"), 0, NULL, "");
    running_check(shell("unzip -q one.zip && diff -r bag one && " VALID("one")), 0,
                  "complete and valid", "");
    running_check(shell("unzip -Z1 one.zip | grep -v '^one/'; true"), 0, "", "");
    running_check(shell("cp two.ZIP one/x; unzip -Zl two.ZIP | grep -c '25-Apr-01 00:00'"), 0, NULL,
                  "");
    running_check(EVIDENCE("--force", "kent", "-o", "sub.zip"), 0, NULL, "");
    running_check(shell("mkdir d; mv sub.zip d/one.zip"), 0, "", "");
    running_check(EVIDENCE("--force", "kent", "-o", "sub.zip"), 0, NULL, "");
    running_check(shell("cmp sub.zip d/one.zip"), 0, "", "");
}
END_TEST

START_TEST(the_same_audit_gives_the_same_bytes)
{
    running_check(EVIDENCE("--force", "kent", "-o", "one"), 0, NULL, "");
    running_check(shell("mkdir d; cp out/audit.db d/"), 0, "", "");
    running_check(RUN_IN(running_work, "evidence", "d/audit.db", "--force", "kent", "-o", "d/two"),
                  0, NULL, "");
    running_check(shell("diff -r one d/two && grep -rl \"$PWD\" one; true"), 0, "", "");
    running_check(shell("grep '^Command' one/data/about.txt"), 0,
                  "Command:  concord evidence audit.db --force kent\n", "");
}
END_TEST

/* Neither of this command nor of the audit. */
START_TEST(no_path_of_the_machine_is_told)
{
    running_check(shell("mkdir -p deep/down && cp -r out deep/down/old"), 0, NULL, NULL);
    running_check(RUN_IN(running_work, "audit", "pack", "-o", "again", "--quiet", "--baseline",
                         running_path("deep/down/old/audit.db"), "--users", "5-20"),
                  0, NULL, NULL);
    running_check(RUN_IN(running_work, "evidence", running_path("again/audit.db"), "--force",
                         "kent", "-o", "bag"),
                  0, NULL, "");
    running_check(shell("grep -rl \"$PWD\\|deep\" bag; true"), 0, "", "");
    running_check(shell("cat bag/data/about.txt"), 0, "--baseline audit.db", "");
}
END_TEST

START_TEST(a_request_and_a_tool_narrow_it)
{
    running_check(EVIDENCE("--force", "kent", "--request", "log no. 996/24", "-o", "bag"), 0, NULL,
                  "");
    running_check(shell("cut -d, -f1,2 bag/data/rows.csv | grep 'asked for'"), 0, "k2,asked for\n",
                  "");
    running_check(EVIDENCE("--force", "kent", "--tool", "Argus"), 0, "Bag:  evidence-kent-argus",
                  "");
}
END_TEST

/* Arguments behind the audit, the exit code, and what is said. */
static const struct {
    const char *arguments[6];
    int code;
    const char *err;
} refused[] = {
    {{"-o", "x"}, 2, "--force FORCE is needed"},
    {{"--force", "Narnia Police", "-o", "x"}, 2, "this audit knows no force \"Narnia Police\""},
    {{"--force", "Kentt", "-o", "x"}, 2, "Did you mean"},
    {{"--force", "avon-and-somerset", "-o", "x"}, 2, "nothing in this audit is about Avon"},
    {{"--force", "kent", "--request", "1/99", "-o", "x"}, 2, "this audit knows no request"},
    {{"--force", "kent", "--request", "997/24", "-o", "x"},
     2,
     "nothing in this audit is about Kent"},
    {{"--force", "kent", "--request", "997/24", "-o", "x"}, 2, "995/24, 996/24"},
    {{"--force", "kent", "--tool", "lantern", "-o", "x"}, 2, "this audit knows no tool"},
    {{"--force", "kent", "-o", "out"}, 4, "holds an audit, and this run makes none"},
    {{"--force", "kent", "-o", "pack"}, 4, "the folder exists"},
    {{"--force", "kent", "-o", "none/x"}, 4, "does not exist"},
    {{"--force", "kent", "-o", "none/x.zip"}, 4, "does not exist"},
    {{"--force", "kent", "-o", ".zip"}, 2, "the zip file has no name"},
    {{"--force", "kent", "-o", "x.tar.gz"}, 2, "a folder or a file that ends in .zip"},
    {{"--force", "kent", "-o", "x.TGZ"}, 2, "a folder or a file that ends in .zip"},
    {{"--force", "kent", "-o", "there.zip"}, 4, "evidence replaces nothing"},
    {{"--force", "kent", "-o", "x", "--audience", "all"}, 2, "internal or public"},
    {{"--force", "kent", "-o", "x", "--pack", "none"}, 3, "none"},
};

START_TEST(what_cannot_be_is_refused_and_leaves_nothing)
{
    const char *argv[10] = {"evidence", "out/audit.db"};
    running_write("there.zip", "mine");
    for (int i = 0; i < 6; i++)
        argv[2 + i] = refused[_i].arguments[i];
    running_check(support_concord(running_work, NULL, argv), refused[_i].code, "", refused[_i].err);
    running_check(shell("ls -A; cat there.zip"), 0, "out\npack\nthere.zip\nmine", "");
}
END_TEST

START_TEST(another_file_is_no_audit)
{
    running_write("no.db", "no database");
    running_write("empty.db", "");
    running_check(RUN_IN(running_work, "evidence", "empty.db", "--force", "kent"), 3, "",
                  "this is no database of an audit");
    running_check(shell("sqlite3 foreign.db 'CREATE TABLE t (c); PRAGMA user_version = 3'"), 0, "",
                  "");
    running_check(RUN_IN(running_work, "evidence", "foreign.db", "--force", "kent"), 3, "",
                  "this is no database of an audit");
    running_check(RUN_IN(running_work, "evidence", "no.db", "--force", "kent"), 3, "", "no.db");
    running_check(RUN_IN(running_work, "evidence", "none.db", "--force", "kent"), 3, "", "none.db");
    running_check(shell("cp out/audit.db old.db && sqlite3 old.db 'PRAGMA user_version = 1'"), 0,
                  NULL, NULL);
    running_check(RUN_IN(running_work, "evidence", "old.db", "--force", "kent"), 3, "", "version");
}
END_TEST

Suite *suite_cmd_evidence(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/evidence", &tcase);
    tcase_add_checked_fixture(tcase, begin, running_end);
    tcase_add_test(tcase, a_bag_is_complete_and_valid);
    tcase_add_test(tcase, a_changed_byte_is_noticed);
    ADD_TABLE_TEST(tcase, no_person_is_left_in_any_file, persons);
    tcase_add_test(tcase, the_decision_stays_and_masks_are_listed);
    tcase_add_test(tcase, the_chain_of_custody_has_both_digests);
    tcase_add_test(tcase, letters_that_the_audit_has_not_come_from_the_pack);
    tcase_add_test(tcase, without_masks_the_files_themselves_are_there);
    tcase_add_test(tcase, of_other_forces_only_what_they_published);
    tcase_add_test(tcase, a_zip_file_holds_the_same_bag);
    tcase_add_test(tcase, the_same_audit_gives_the_same_bytes);
    tcase_add_test(tcase, no_path_of_the_machine_is_told);
    tcase_add_test(tcase, a_request_and_a_tool_narrow_it);
    ADD_TABLE_TEST(tcase, what_cannot_be_is_refused_and_leaves_nothing, refused);
    tcase_add_test(tcase, another_file_is_no_audit);
    return suite;
}
