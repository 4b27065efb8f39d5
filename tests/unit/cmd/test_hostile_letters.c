/* SPDX-License-Identifier: MIT
 * Letters that want to hold up the program, fill its memory, write beside their place, or be taken
 * for something else where they are shown: each through `classify`, `precheck` and the audit of a
 * folder, in bounded time and memory.
 */
#include "hostile.h"
#include "letters/reading/letter_support.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text of `count` times the piece between two others. */
static struct slice repeated(const char *before, const char *piece, size_t count, const char *after)
{
    char *text = NULL;
    size_t length;
    FILE *out = memory_stream(&text, &length);
    fputs(before, out);
    for (size_t i = 0; i < count; i++)
        fputs(piece, out);
    fputs(after, out);
    memory_stream_end(out);
    return (struct slice){text, length};
}

static void put_repeated(const char *name, const char *before, const char *piece, size_t count,
                         const char *after)
{
    struct slice bytes = repeated(before, piece, count, after);
    hostile_put(name, bytes);
    memory_release(&bytes.bytes);
}

static void put_archive(const char *name, const struct letter_entry *entries)
{
    struct slice bytes = make_archive(entries);
    hostile_put(name, bytes);
    memory_release(&bytes.bytes);
}

#define DOCUMENT(text)                                                                             \
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"  \
    "<w:p><w:r><w:t>" text "</w:t></w:r></w:p></w:body></w:document>"

/* What unpacks to a hundred times what it is. */
static void put_bomb(void)
{
    struct slice zeros = repeated("", "0000000000000000000000000000000000000000", 2500000, "");
    put_archive("kent.docx", (const struct letter_entry[]){{"[Content_Types].xml", "<Types/>", 0},
                                                           {"word/document.xml", zeros.bytes, 0},
                                                           {NULL, NULL, 0}});
    memory_release(&zeros.bytes);
}

static void put_names_upwards(void)
{
    put_archive("kent.docx",
                (const struct letter_entry[]){{"[Content_Types].xml", "<Types/>", 0},
                                              {"word/document.xml", DOCUMENT(DECISION), 0},
                                              {"../../written", "x", 0},
                                              {"/tmp/written", "x", 0},
                                              {"word/../../../written", "x", 0},
                                              {NULL, NULL, 0}});
}

static void put_nuls(void)
{
    static const char text[] = HEAD "Kent\0 Police does not hold \0the information requested." FOOT;
    hostile_put("kent.txt", (struct slice){text, sizeof text - 1});
}

static void put_mails_in_mails(void)
{
    put_repeated("kent.eml", "",
                 "From: a@example.org\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n", 2000,
                 "From: a@example.org\n\n" DECISION "\n");
}

static void put_pdf(void)
{
    static const char text[] = "%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\n"
                               "trailer << /Root 1 0 R /Size 99999999999 >>";
    hostile_put("kent.pdf", slice_of(text));
}

/* A reason: it is told of and not read. A stance: it is read so. */
static const struct {
    const char *name;
    void (*put)(void);
    const char *before, *piece;
    size_t count;
    const char *after, *reason, *stance;
} letters[] = {
    {"kent.html", NULL, "<html><body>", "<div>", 10000, DECISION, "nested more than 256 deep",
     NULL},
    {"kent.html", NULL, "<html><body>", "<table><tr><td>", 10000, DECISION, "nested more than",
     NULL},
    {"kent.html", NULL, "<html><body><p>" DECISION, "<!--", 500000, "", NULL, "not_held"},
    {"kent.html", NULL, "<html><body><p>" DECISION, "&amp", 500000, "", NULL, "not_held"},
    {"kent.docx", put_bomb, NULL, NULL, 0, NULL, "more than 100 times its size", NULL},
    {"kent.docx", put_names_upwards, NULL, NULL, 0, NULL, "leads out of its folder", NULL},
    {"kent.txt", put_nuls, NULL, NULL, 0, NULL, NULL, "not_held"},
    {"kent.eml", put_mails_in_mails, NULL, NULL, 0, NULL, "", NULL},
    {"kent.pdf", put_pdf, NULL, NULL, 0, NULL, "it is damaged or made to do harm", NULL},
    {"kent.txt", NULL, HEAD, "This is told at length. ", 218000, DECISION FOOT, NULL, "not_held"},
    {"kent.txt", NULL, HEAD DECISION FOOT, "x", 9000000, "", "MiB", NULL},
    {"kent.txt", NULL, HEAD, "we can neither confirm nor ", 40000, DECISION FOOT, NULL, NULL},
    {"kent.txt", NULL, HEAD, "neither neither confirm confirm nor nor deny deny ", 20000, FOOT,
     NULL, NULL},
    {"kent.txt", NULL, HEAD, "no information no information ", 40000, FOOT, NULL, NULL},
    {"kent.txt", NULL, HEAD, "section 31(3), 24(2) and ", 40000, DECISION FOOT, NULL, NULL},
    {"kent.txt", NULL, HEAD, "(((((((((([[[[[[[[[[{{{{{{{{{{<<<<<<<<<<", 20000, DECISION FOOT, NULL,
     NULL},
    {"kent.txt", NULL, HEAD, "XX Police ____ ..... [insert force] ", 20000, DECISION FOOT, NULL,
     NULL},
    {"kent.txt", NULL, HEAD, "Our reference: AB/12 Dear Mr A. ", 30000, DECISION FOOT, NULL, NULL},
    {"kent.txt", NULL, HEAD, "Essex Police harm ", 60000, DECISION FOOT, NULL, NULL},
    {"kent.txt", NULL, HEAD, "\xe2\x80\xae\xe2\x80\x8f\xc2\xad", 100000, DECISION FOOT, NULL,
     "not_held"},
    {"kent.txt", NULL, HEAD, "> ", 200000, DECISION FOOT, NULL, NULL},
    {"kent.txt", NULL, HEAD, "| a | b |\n", 40000, DECISION FOOT, NULL, NULL},
    {"kent.txt", NULL, HEAD, "a", 3000000, DECISION FOOT, NULL, NULL},
    {"kent.txt", NULL, HEAD, "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81", 100000, DECISION FOOT, NULL,
     NULL},
};

static void put_letter(int i)
{
    if (letters[i].put)
        letters[i].put();
    else
        put_repeated(letters[i].name, letters[i].before, letters[i].piece, letters[i].count,
                     letters[i].after);
}

#define PRECHECK "$concord precheck --force kent --request 1/24 --date 2024-06-01 "

START_TEST(a_hostile_letter_is_read_or_told_of)
{
    put_letter(_i);
    const char *reason = letters[_i].reason, *stance = letters[_i].stance;
    /* Where it is alone there is nothing to classify, and nothing to hold against a pack. */
    int code = reason ? 3 : 0;
    SCOPED_TEXT look = memory_print(PRECHECK "letters/%s pack", letters[_i].name);
    SCOPED_TEXT classified = hostile_answer("$concord classify letters", code, code);
    SCOPED_TEXT checked = hostile_answer(look, code, code);
    hostile_check_says(checked, reason);
    hostile_check_says(checked, stance);
    hostile_check_says(classified, stance);
    hostile_put("essex.txt", slice_of("Essex Police\n\nDecision\n\nNo information is held." FOOT));
    SCOPED_TEXT audited = hostile_answer(
        "$concord audit letters --request 9/24 --tool t -o out --format csv,json,html && rm -r out "
        "pack letters; find . -type f",
        0, 0);
    hostile_check_says(audited, " sure, ");
    running_check_only(NULL);
}
END_TEST

/* Words that would be something where they are shown. */
#define INSTRUCTIONS                                                                               \
    "=HYPERLINK(\"http://evil.example\",\"click\") '); DROP TABLE response; -- <script>window.ran" \
    "=1</script> \"><img src=x onerror=run()> {{name}} `touch drawn` @left $(touch drawn) %s%n "   \
    "\x1b]0;title\x07 \xe2\x80\xae"                                                                \
    "false\xe2\x80\xac "
#define NAME "=cmd|'-c'!A0 \x1b[31m \xe2\x80\xae<img src=x>\n.txt"

static char *file_of(const char *name)
{
    size_t size = 0;
    return support_read_file(running_path(name), &size);
}

/* No cell of a file that is made for a spreadsheet begins as a formula does. */
static void check_cells(const char *name)
{
    SCOPED_TEXT csv = file_of(name);
    /* Names of files are as they are, so that they are found again; words of letters are clean. */
    ck_assert_ptr_null(strstr(csv, "\x1b]0;"));
    ck_assert_ptr_null(strstr(csv, "\xe2\x80\xae"
                                   "false"));
    bool begins = true, quoted = false;
    for (const char *p = csv; *p; p++) {
        const char *first = begins && *p == '"' ? p + 1 : p;
        ck_assert_msg(!begins || !strchr("=+@\t", *first) || !*first, "%s: a cell begins: %.60s",
                      name, p);
        quoted ^= *p == '"';
        begins = !quoted && (*p == ',' || *p == '\n');
    }
}

static void check_page(const char *name)
{
    static const char *const made[] = {"<script>window.ran", "<img", "{{name}}</",
                                       "onerror=run()>"};
    SCOPED_TEXT page = file_of(name);
    hostile_check_clean(name, page);
    for (size_t i = 0; i < LENGTH_OF(made); i++)
        ck_assert_msg(!strstr(page, made[i]), "%s has %s", name, made[i]);
    ck_assert_msg(strstr(page, "&lt;script&gt;window.ran"), "%s does not show the words", name);
}

static void put_instructions(void)
{
    hostile_put("kent.txt", slice_of(HEAD INSTRUCTIONS DECISION FOOT));
    hostile_put(
        "essex.txt",
        slice_of("Essex Police\nOur reference: =1+2/3\nDate: 15 January 2025\n\nDecision\n\n"
                 "+1 " INSTRUCTIONS "Essex Police can neither confirm nor deny that it "
                 "holds the information by virtue of section 31(3)." FOOT));
    hostile_put(
        NAME, slice_of("Surrey Police\nDate: 16 January 2025\n\nDecision\n\n@SUM(A1) " INSTRUCTIONS
                       "No information is held." FOOT));
    hostile_put("odd.txt", slice_of("@SUM(A1) " INSTRUCTIONS "No information is held." FOOT));
    hostile_put("-rf.pdf", slice_of("=no PDF"));
}

START_TEST(words_are_words_wherever_they_are_shown)
{
    put_instructions();
    free(hostile_answer("$concord classify letters", 0, 0));
    free(hostile_answer("$concord classify --explain letters/kent.txt", 0, 0));
    SCOPED_TEXT looked = hostile_answer(PRECHECK "letters/kent.txt pack", 0, 0);
    free(hostile_answer(PRECHECK "letters/kent.txt pack --json", 0, 0));
    hostile_check_says(looked, "<script>window.ran");
    free(hostile_answer("$concord classify letters -o lists", 0, 0));
    check_cells("lists/proposals.csv");
    check_cells("lists/whose.csv");
    free(hostile_answer("$concord audit letters --request 9/24 --tool t -o out", 0, 0));
    check_cells("out/proposals.csv");
    check_cells("out/whose.csv");
    check_page("out/report.html");
    SCOPED_TEXT left =
        hostile_answer("find . -name drawn; $concord explain out/audit.db X02", 0, 0);
    hostile_check_says(left, "read by machine");
    ck_assert_ptr_null(strstr(left, "./drawn"));
    running_check_query("out", "SELECT count(*) FROM response", "3");
}
END_TEST

/* What a file may be called and a row may not. */
static const char *const names[] = {
    "=kent.txt",
    "+44.txt",
    "-.txt",
    "-rf.txt",
    "@x.txt",
    "'kent.txt",
    " kent .txt",
    "NULL.txt",
    "TRUE.txt",
    "n.a..txt",
    "TBC.txt",
    "#NAME?.txt",
    "#REF!.txt",
    "####.txt",
    "1E5.txt",
    "12.0.txt",
    "a,b.txt",
    "a;b.txt",
    "a\nb.txt",
    "a\x1b[31mb.txt",
    "q\"q.txt",
    "kent.txt",
    "Kent.txt",
    "KENT.eml",
    "\xc2\xa0.txt",
    ("\xe2\x80\xae"
     "k.txt"),
    "24-Jan.txt",

};

/* No letter is lost for the name of its file. */
START_TEST(every_name_of_a_file_becomes_an_identifier)
{
    for (size_t i = 0; i < LENGTH_OF(names); i++) {
        SCOPED_TEXT text = memory_print("Kent Police\nDate: 14 January 2025\n\nDecision\n\nIn the "
                                        "matter of number %zu: %s%s",
                                        i, DECISION, FOOT);
        hostile_put(names[i], slice_of(text));
    }
    SCOPED_TEXT audited = hostile_answer(
        "$concord audit letters --request 9/24 --tool t -o out --format csv --strict", 0, 0);
    SCOPED_TEXT all = memory_print("%zu rows sure", LENGTH_OF(names));
    hostile_check_says(audited, all);
    SCOPED_TEXT count = memory_print("%zu", LENGTH_OF(names));
    running_check_query("out", "SELECT count(*) FROM response", count);
}
END_TEST

Suite *suite_cmd_hostile_letters(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/hostile_letters", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, hostile_begin, running_end);
    ADD_TABLE_TEST(tcase, a_hostile_letter_is_read_or_told_of, letters);
    tcase_add_test(tcase, words_are_words_wherever_they_are_shown);
    tcase_add_test(tcase, every_name_of_a_file_becomes_an_identifier);
    return suite;
}
