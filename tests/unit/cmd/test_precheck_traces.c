/* SPDX-License-Identifier: MIT
 * A draft leaves no trace: nothing is opened for writing but what -o names, nothing goes to a
 * network, no image of the memory is left, and what ends the run in its middle leaves neither a
 * file nor a process behind. And what the two commands refuse.
 */
#include "letters/reading/letter_support.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char program[PATH_MAX];

#define WORDS                                                                                      \
    "Sussex Police\n\nDecision\n\nSussex Police does not hold the information requested.\n\nIf "   \
    "you are dissatisfied with this response you may ask for an internal review.\n"
#define SENTENCE "Sussex Police does not hold the information requested."

static void write_bytes(const char *name, struct slice bytes)
{
    support_write_file(running_path(name), bytes.bytes, bytes.length);
    free((char *)(uintptr_t)bytes.bytes);
}

static void write_letters(void)
{
    const struct letter_entry docx[] = {
        {"[Content_Types].xml", "<Types/>", 0},
        {"word/document.xml",
         "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
         "<w:body><w:p><w:r><w:t>" SENTENCE "</w:t></w:r></w:p></w:body></w:document>",
         0},
        {NULL, NULL, 0}};
    const struct pdf_line lines[] = {{0, 50, 800, "Decision"}, {0, 50, 780, SENTENCE}, {0}};
    running_write("letter.txt", WORDS);
    running_write("letter.html", "<!DOCTYPE html><html><body><p>" SENTENCE "</p></body></html>");
    running_write("letter.eml", "From: a@example.org\nTo: b@example.org\nSubject: Your request\n"
                                "Date: Mon, 3 Jun 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
                                "Content-Type: text/plain; charset=utf-8\n\n" WORDS);
    write_bytes("letter.docx", make_archive(docx));
    write_bytes("letter.pdf", make_pdf(lines, 1));
}

static void begin(void)
{
    const char *given = getenv("CONCORD");
    char pack[PATH_MAX];
    running_begin();
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
    ck_assert_ptr_nonnull(realpath("tests/precheck/packs/limbs", pack));
    SCOPED_TEXT copy = memory_print("cp -r '%s' pack; mkdir home", pack);
    const char *const argv[] = {"sh", "-c", copy, NULL};
    running_check(support_run(running_work, NULL, argv), 0, NULL, NULL);
    write_letters();
    ck_assert_int_eq(setenv("TMPDIR", running_path("home"), 1), 0);
    ck_assert_int_eq(setenv("HOME", running_path("home"), 1), 0);
}

/* A shell in the folder, to which $concord is the program and $sussex says who would answer. */
static struct support_output shell(const char *script)
{
    SCOPED_TEXT text = memory_print("concord='%s'\nsussex='--force sussex --request 1/24 --date "
                                    "2024-06-01'\n%s",
                                    program, script);
    return support_run(running_work, NULL, (const char *const[]){"sh", "-c", text, NULL});
}

static bool can_trace(void)
{
    struct support_output output = shell("strace -f -qq -o /dev/null true");
    bool can = output.code == 0;
    support_output_done(&output);
    if (!can)
        puts("not tested, since there is no strace or it may not trace: traces of a draft");
    return can;
}

static const char *const letters[] = {"letter.txt", "letter.html", "letter.eml", "letter.docx",
                                      "letter.pdf"};

/* What a converter gets and gives goes through memory, whose files have no other name. */
START_TEST(nothing_is_written_and_nothing_is_sent)
{
    if (!can_trace())
        return;
    SCOPED_TEXT script = memory_print(
        "export ASAN_OPTIONS=detect_leaks=0\n"
        "strace -f -qq -o trace -e trace=file,network,truncate,ftruncate $concord precheck $sussex "
        "%s pack >said || exit 1\n"
        "grep -q 'not_held' said || { cat said; exit 2; }\n"
        "grep -q 'open.*%s' trace || { echo the letter was not opened; exit 3; }\n"
        "grep -E 'O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE' trace |\n"
        "    grep -vE '\"/dev/null\"|\"/proc/self/fd/[0-9]+\"' && exit 4\n"
        "grep -E '(socket|connect|sendto|creat|mkdir|mkdirat|rename[a-z0-9]*|unlink[a-z]*|link|"
        "linkat|symlink[a-z]*|truncate)\\(' trace && exit 5\n"
        "rm trace said; ls -A home",
        letters[_i], letters[_i]);
    struct support_output output = shell(script);
    ck_assert_msg(output.code == 0 && !*output.out, "%d: %s%s", output.code, output.out,
                  output.err);
    support_output_done(&output);
}
END_TEST

static void pretend_pdftotext(const char *script)
{
    SCOPED_TEXT text = memory_print("#!/bin/sh\n%s\n", script);
    running_write("pdftotext", text);
    running_check(shell("chmod +x pdftotext"), 0, NULL, NULL);
}

/* core(5): a limit of none is not asked about where dumps go to a program, one byte is. */
START_TEST(no_image_of_the_memory_is_left)
{
    pretend_pdftotext("grep 'Max core' /proc/self/limits >$LIMITS; exit 1");
    running_check(shell("ulimit -c unlimited 2>/dev/null\n"
                        "PATH=$PWD:$PATH LIMITS=$PWD/limits $concord precheck $sussex letter.pdf "
                        "pack; cat limits"),
                  0, "Max core file size        1                    1 ", "pdftotext failed");
}
END_TEST

/* What stands for pdftotext; they write the numbers of all their processes. */
static const char *const hanging[] = {
    "echo $$ >$PIDS; exec sleep 60",
    "trap '' TERM INT HUP; sleep 60 & echo $! $$ >$PIDS; wait; sleep 60",
    "(sleep 60 & echo $! >$PIDS; wait) & wait",
    "for last; do :; done; echo $$ >$PIDS; exec yes Dear Mrs Applicant >\"$last\"",
};
static const char *const ends[] = {"KILL", "TERM", "INT", "HUP"};

START_TEST(what_ends_the_run_leaves_nothing)
{
    pretend_pdftotext(hanging[_i / (int)LENGTH_OF(ends)]);
    SCOPED_TEXT script = memory_print(
        "find . -not -name pids | sort >../before.$$\n"
        "export PATH=$PWD:$PATH PIDS=$PWD/pids\n"
        "$concord precheck $sussex letter.pdf pack -o answer.txt 2>/dev/null & run=$!\n"
        "for i in $(seq 200); do test -s pids && break; sleep 0.05; done\n"
        "kill -%s $run; wait $run\n"
        "for i in $(seq 60); do alive=; for pid in $(cat pids); do\n"
        "  grep -qs '^State:.*[RSDT] ' /proc/$pid/status && alive=$pid; done\n"
        "  test \"$alive\" || break; sleep 0.05; done\n"
        "test -z \"$alive\" || { echo $alive is alive; kill -9 $alive; }\n"
        "find . -not -name pids | sort | diff ../before.$$ - || echo left; rm ../before.$$",
        ends[_i % (int)LENGTH_OF(ends)]);
    struct support_output output = shell(script);
    ck_assert_msg(!*output.out, "%s", output.out);
    support_output_done(&output);
}
END_TEST

static void check_mode(const char *name, int mode)
{
    struct stat status;
    ck_assert_int_eq(stat(running_path(name), &status), 0);
    ck_assert_int_eq((int)(status.st_mode & 07777), mode);
}

START_TEST(the_answer_is_for_its_owner_alone)
{
    running_check(shell("umask 0; $concord precheck $sussex letter.txt pack -o answer.txt &&\n"
                        "$concord precheck $sussex letter.txt pack | cmp - answer.txt &&\n"
                        "$concord advise $sussex pack --json -o advice.json && ls -A"),
                  0, "advice.json\nanswer.txt\nhome\nletter", NULL);
    check_mode("answer.txt", 0600);
    check_mode("advice.json", 0600);
    running_check(shell("echo old >other.txt; ln other.txt kept.txt; chmod 644 other.txt\n"
                        "$concord precheck $sussex letter.txt pack -o other.txt && cat kept.txt"),
                  0, "old\n", NULL);
    check_mode("other.txt", 0600);
}
END_TEST

/* Where it cannot be written the place is as it was. */
static const struct {
    const char *make, *name, *said;
} places[] = {
    {"", "letter.txt", "it is the draft, or stands in the pack"},
    {"ln letter.txt same.txt", "same.txt", "it is the draft"},
    {"ln -s letter.txt same.txt", "same.txt", "it is the draft"},
    {"", "pack/new.txt", "stands in the pack"},
    {"", "pack/responses.csv", "stands in the pack"},
    {"mkdir -p pack/letters/old", "pack/letters/old/new.txt", "stands in the pack"},
    {"ln -s pack/ way", "way/new.txt", "stands in the pack"},
    {"", "home", "it is no file"},
    {"ln -s nowhere link.txt", "link.txt", "it is no file"},
    {"mkfifo pipe", "pipe", "it is no file"},
    {"", "nowhere/new.txt", "No such file or directory"},
    {"", "/dev/full", "it is no file"},
};

START_TEST(a_place_that_is_none_is_refused)
{
    SCOPED_TEXT script = memory_print(
        "%s\nfind . -printf '%%p %%s %%T@ %%l\\n' | sort >../before.$$\n"
        "timeout 20 $concord precheck $sussex letter.txt pack -o %s; code=$?\n"
        "find . -printf '%%p %%s %%T@ %%l\\n' | sort | diff ../before.$$ - || echo changed\n"
        "rm ../before.$$; exit $code",
        places[_i].make, places[_i].name);
    struct support_output output = shell(script);
    ck_assert_int_eq(output.code, 4);
    ck_assert_msg(!*output.out, "%s", output.out);
    ck_assert_msg(strstr(output.err, places[_i].said), "%s", output.err);
    support_output_done(&output);
}
END_TEST

static const struct {
    const char *failure;
    int code;
} failures[] = {
    {"write:error=ENOSPC:when=1+", 4}, {"write:error=EIO:when=1", 4},
    {"fsync:error=EIO:when=1", 4},     {"linkat:error=ENOSPC:when=1", 4},
    {"linkat:error=EPERM:when=2", 4},  {"rename:error=EACCES:when=1", 4},
};

START_TEST(an_answer_that_cannot_be_written_is_not_there)
{
    if (!can_trace())
        return;
    SCOPED_TEXT script = memory_print(
        "export ASAN_OPTIONS=detect_leaks=0; echo old >answer.txt; find . | sort >../before.$$\n"
        "strace -f -qq -o /dev/null -e inject=%s $concord precheck $sussex letter.txt pack -o "
        "answer.txt 2>/dev/null; code=$?\n"
        "find . | sort | diff ../before.$$ - || echo left; rm ../before.$$\n"
        "case $code in 0) test $(wc -c <answer.txt) -gt 1000 || echo not whole ;;\n"
        "*) test \"$(cat answer.txt)\" = old || echo not the old one ;; esac; exit $code",
        failures[_i].failure);
    struct support_output output = shell(script);
    ck_assert_msg(!*output.out && output.code == failures[_i].code, "%d: %s", output.code,
                  output.out);
    support_output_done(&output);
}
END_TEST

/* A file system without files that have no name. */
START_TEST(a_simpler_file_system_will_do)
{
    if (!can_trace())
        return;
    running_check(
        shell("export ASAN_OPTIONS=detect_leaks=0\n"
              "strace -qq -o ../trace.$$ -P $PWD -P . -e inject=openat:error=EOPNOTSUPP $concord "
              "precheck $sussex letter.txt pack -o answer.txt 2>/dev/null || exit 1\n"
              "grep -q INJECTED ../trace.$$ || exit 2; rm ../trace.$$\n"
              "$concord precheck $sussex letter.txt pack | cmp - answer.txt && ls -A"),
        0, "answer.txt\nhome\nletter", NULL);
    check_mode("answer.txt", 0600);
}
END_TEST

#define ASKED "--force", "kent", "--request", "1/24"

static const struct {
    const char *arguments[12];
    int code;
    const char *err;
} refused[] = {
    {{"precheck"}, 2, "LETTER and PACK are needed"},
    {{"precheck", "letter.txt"}, 2, "LETTER and PACK are needed"},
    {{"precheck", "letter.txt", "pack", "more", ASKED}, 2, "one LETTER and one PACK"},
    {{"precheck", "letter.txt", "pack"}, 2, "--force is needed: who would answer"},
    {{"precheck", "letter.txt", "pack", "--force", "kent"}, 2, "--request is needed"},
    {{"precheck", "letter.txt", "pack", "--force", "kant", "--request", "1/24"},
     2,
     "knows no force \"kant\"\n  Did you mean Kent Police (kent)?"},
    {{"precheck", "letter.txt", "pack", "--force", "?", "--request", "1/24"},
     2,
     "It knows Avon and Somerset Constabulary (avon-and-somerset), "},
    {{"precheck", "letter.txt", "pack", "--force", "kent", "--request", "1/42"},
     2,
     "knows no request \"1/42\"\n  Did you mean 1/24?"},
    {{"precheck", "letter.txt", "pack", "--force", "kent", "--request", "palantir"},
     2,
     "It knows 1/24, 2/24 and 3/24."},
    {{"precheck", "letter.txt", "pack", ASKED, "--tool", "wigdet"},
     2,
     "knows no tool \"wigdet\"\n  Did you mean Widget (widget)?"},
    {{"precheck", "letter.txt", "pack", ASKED, "--date", "31/02/2024"},
     2,
     "Write it as 2024-12-09"},
    {{"precheck", "letter.txt", "pack", ASKED, "--received", "soon"}, 2, "Write it as 2024-12-09"},
    {{"precheck", "letter.txt", "pack", ASKED, "--stage", "review"}, 2, "There is no stage"},
    {{"precheck", "letter.txt", "pack", ASKED, "--fail-on", "hgih"}, 2, "takes a list of these"},
    {{"precheck", "letter.txt", "pack", ASKED, "--part", "0"}, 2, "from 1, not \"0\""},
    {{"precheck", "letter.txt", "pack", ASKED, "--part", "2"}, 2, "the file has 1 letter"},
    {{"precheck", "letter.txt", "pack", ASKED, "--held"}, 2, "unrecognized option '--held'"},
    {{"precheck", "letter.txt", "pack", ASKED, "--holding", "no"}, 2, "unrecognized option"},
    {{"precheck", "letter.txt", "pack", ASKED, "--uses"}, 2, "unrecognized option '--uses'"},
    {{"precheck", "pack", "letter.txt", ASKED}, 2, "Name the letter first, then the pack"},
    {{"precheck", "", "pack", ASKED}, 2, "the name of the letter is empty"},
    {{"precheck", "-", "-", ASKED}, 2, "cannot both be standard input"},
    {{"precheck", "leter.txt", "pack", ASKED},
     3,
     "leter.txt: there is nothing of that name\n  Look at the name"},
    {{"precheck", "empty.txt", "pack", ASKED},
     3,
     "empty.txt: the letter could not be read: it is empty\n"},
    {{"precheck", "blank.txt", "pack", ASKED}, 3, "there is no text in it"},
    {{"precheck", "table.csv", "pack", ASKED}, 3, "it is a table, no letter"},
    {{"precheck", "letter.txt", "pak", ASKED}, 3, "pak: cannot be read: No such file"},
    {{"precheck", "letter.txt", "home", ASKED}, 3, "the folder holds no responses.csv"},
    {{"precheck", "letter.txt", "empty.txt", ASKED}, 3, "the file is empty or has no header row"},
    {{"precheck", "letter.txt", "letter.html", ASKED}, 3, "this is a web page or an XML file"},
    {{"prechek", "letter.txt", "pack"}, 2, "Did you mean `concord precheck`?"},
    {{"advice", "pack"}, 2, "Did you mean `concord advise`?"},
    {{"advise"}, 2, "PACK is needed"},
    {{"advise", "pack"}, 2, "--force is needed"},
    {{"advise", "pack", "--force", "kent"}, 2, "--tool or --request is needed"},
    {{"advise", "pack", "--force", "kent", "--tool", "gadgte"}, 2, "Did you mean Gadget (gadget)?"},
    {{"advise", "pack", ASKED, "--held", "yes"}, 2, "unrecognized option '--held'"},
    {{"advise", "", ASKED}, 3, "the name of the pack is empty"},
    {{"advise", "letter.txt", ASKED}, 3, "letter.txt:1: the columns"},
    {{"classify", ""}, 2, "the name of a file is empty"},
    {{"classify", "letter.txt", "--force", ""}, 2, "--force needs words"},
    {{"classify", "empty.txt"}, 3, "empty.txt: no letter could be read"},
    {{"classify", "leter.txt"}, 3, "leter.txt: there is nothing of that name"},
    {{"classify", "home"}, 3, "home: the folder is empty"},
};

START_TEST(what_cannot_be_meant_is_refused)
{
    running_write("empty.txt", "");
    running_write("blank.txt", " \n\t\n");
    running_write("table.csv", "a,b\n1,2\n");
    running_check(support_concord(running_work, NULL, refused[_i].arguments), refused[_i].code,
                  NULL, refused[_i].err);
}
END_TEST

/* No option, no help and no field asks what is held or used. */
START_TEST(nobody_is_asked_what_is_held)
{
    static const char *const commands[] = {"precheck", "advise"};
    for (size_t i = 0; i < LENGTH_OF(commands); i++) {
        struct support_output output = RUN(commands[i], "--help");
        static const char *const words[] = {"held", " hold", " has it,", "in use",
                                            "whether it uses"};
        for (size_t w = 0; w < LENGTH_OF(words); w++)
            ck_assert_msg(!strstr(output.out, words[w]), "\"%s\" is in:\n%s", words[w], output.out);
        ck_assert_msg(strstr(output.out, "--force"), "%s", output.out);
        support_output_done(&output);
    }
}
END_TEST

Suite *suite_cmd_precheck_traces(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/precheck_traces", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, begin, running_end);
    ADD_TABLE_TEST(tcase, nothing_is_written_and_nothing_is_sent, letters);
    tcase_add_test(tcase, no_image_of_the_memory_is_left);
    tcase_add_loop_test(tcase, what_ends_the_run_leaves_nothing, 0,
                        (int)(LENGTH_OF(hanging) * LENGTH_OF(ends)));
    tcase_add_test(tcase, the_answer_is_for_its_owner_alone);
    ADD_TABLE_TEST(tcase, a_place_that_is_none_is_refused, places);
    ADD_TABLE_TEST(tcase, an_answer_that_cannot_be_written_is_not_there, failures);
    tcase_add_test(tcase, a_simpler_file_system_will_do);
    ADD_TABLE_TEST(tcase, what_cannot_be_meant_is_refused, refused);
    tcase_add_test(tcase, nobody_is_asked_what_is_held);
    return suite;
}
