/* SPDX-License-Identifier: MIT
 * `concord precheck` and `concord advise` on the cases of tests/precheck (see its README), and what
 * holds of each of them: the same bytes whatever stands beside the pack, the pack as it was, lines
 * of 80 columns, words that are never used, and what an audit of the pack with the draft's rows
 * added by hand gives.
 */
#include "base/memory.h"
#include "letters/reading/letter_support.h"
#include "precheck_by_hand.h"
#include "precheck_expect.h"
#include "precheck_schema.h"
#include "precheck_support.h"
#include "running.h"
#include "suites.h"
#include "table.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CASES = 200, MOST_ARGUMENTS = 40 };

static char *names[MOST_CASES];
static int name_count;

static int is_case(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);
    return length > 5 && strcmp(entry->d_name + length - 5, ".json") == 0;
}

static void find_cases(void)
{
    struct dirent **entries = NULL;
    int count = scandir("tests/precheck", &entries, is_case, alphasort);
    for (int i = 0; i < count; i++) {
        if (name_count < MOST_CASES)
            names[name_count++] = strdup(entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
}

static char *joined(const json_t *lines)
{
    char *text = NULL;
    size_t length;
    FILE *out = memory_stream(&text, &length);
    for (size_t i = 0; i < json_array_size(lines); i++)
        fprintf(out, "%s\n", json_string_value(json_array_get(lines, i)));
    memory_stream_end(out);
    return text;
}

/* The pack of the case, with the lines it adds to files of it. */
static void make_pack(json_t *test)
{
    char here[PATH_MAX];
    ck_assert_ptr_nonnull(realpath("tests/precheck/packs", here));
    SCOPED_TEXT copy = memory_print("cp -r '%s/%s' pack", here, expect_text(test, "pack"));
    free(support_shell(copy));
    const char *file;
    json_t *lines;
    json_object_foreach(json_object_get(test, "add"), file, lines)
    {
        SCOPED_TEXT name = memory_print("pack/%s", file);
        SCOPED_TEXT more = joined(lines);
        size_t size = 0;
        SCOPED_TEXT before = support_exists(running_path(name))
                                 ? support_read_file(running_path(name), &size)
                                 : memory_copy("");
        SCOPED_TEXT whole = memory_print("%s%s", before, more);
        running_write(name, whole);
    }
}

static void write_docx(const json_t *docx)
{
    static const char head[] = "<w:document xmlns:w='http://schemas.openxmlformats.org/"
                               "wordprocessingml/2006/main'><w:body>";
    SCOPED_TEXT body = joined(json_object_get(docx, "body"));
    SCOPED_TEXT document = memory_print("%s%s</w:body></w:document>", head, body);
    SCOPED_TEXT comments =
        memory_print("<w:comments xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/"
                     "main'><w:comment w:id='1'><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:comment>"
                     "</w:comments>",
                     expect_text(docx, "comment"));
    const struct letter_entry entries[] = {{"[Content_Types].xml", "<Types/>", 0},
                                           {"word/document.xml", document, 0},
                                           {"word/comments.xml", comments, 0},
                                           {NULL, NULL, 0}};
    struct slice bytes = make_archive(entries);
    support_write_file(running_path("letter.docx"), bytes.bytes, bytes.length);
    free((char *)(uintptr_t)bytes.bytes);
}

/* Returns the letter's name, or NULL where the case has none. */
static const char *make_letter(const json_t *test)
{
    const json_t *lines = json_object_get(test, "letter"), *docx = json_object_get(test, "docx");
    if (docx) {
        write_docx(docx);
        return "letter.docx";
    }
    if (!lines)
        return NULL;
    SCOPED_TEXT text = joined(lines);
    size_t times = (size_t)json_integer_value(json_object_get(test, "repeat"));
    char *name = strdup(*expect_text(test, "name") ? expect_text(test, "name") : "letter.txt");
    char *whole = NULL;
    size_t length;
    FILE *out = memory_stream(&whole, &length);
    for (size_t i = 0; i < (times ? times : 1); i++)
        fputs(i + 1 < times ? "This is told at length. " : text, out);
    memory_stream_end(out);
    running_write(name, whole);
    free(whole);
    return name; /* lives as the test */
}

static struct support_output run(const json_t *test, const char *letter, const char *extra,
                                 const char *further)
{
    const char *arguments[MOST_ARGUMENTS];
    int count = 0;
    arguments[count++] = letter ? "precheck" : "advise";
    const json_t *options = json_object_get(test, "options");
    for (size_t i = 0; i < json_array_size(options); i++)
        arguments[count++] = json_string_value(json_array_get(options, i));
    if (extra)
        arguments[count++] = extra;
    if (further)
        arguments[count++] = further;
    if (letter)
        arguments[count++] = letter;
    arguments[count++] = "pack";
    arguments[count] = NULL;
    return support_concord(running_work, NULL, arguments);
}

static char *printed_as(const json_t *test, const char *letter, const char *extra,
                        const char *further)
{
    return support_printed(run(test, letter, extra, further),
                           (int)json_integer_value(json_object_get(test, "exit")),
                           expect_text(test, "err"));
}

static char *printed(const json_t *test, const char *letter, const char *extra)
{
    return printed_as(test, letter, extra, NULL);
}

static void check_schema(const json_t *document)
{
    char reason[500] = "";
    json_t *schema = support_json_file("datasets/schema/precheck.json");
    ck_assert_msg(schema_accepts(schema, document, reason, sizeof reason), "%s", reason);
    json_decref(schema);
}

/* Columns, words that are never used, and no escape of a terminal. */
static void check_page(const char *page)
{
    static const char *const never[] = {"lawful", " safe ", "will succeed", "should",  "breach",
                                        "ought",  "must ",  "illegal",      "comply ", "\033"};
    size_t columns = 0;
    for (const char *p = page; *p; p++) {
        columns = *p == '\n' ? 0 : columns + (((unsigned char)*p & 0xc0) != 0x80);
        ck_assert_msg(columns <= 80, "a line is longer than 80 columns:\n%s", page);
    }
    for (size_t i = 0; i < LENGTH_OF(never); i++)
        ck_assert_msg(!strstr(page, never[i]), "\"%s\" is in:\n%s", never[i], page);
}

/* Whatever its lines: words apart by one space. */
static char *in_one_line(const char *text)
{
    char *line = memory_new(strlen(text) + 1, 1), *to = line;
    for (; *text; text++) {
        bool is_space = strchr(" \n\t", *text);
        if (!is_space)
            *to++ = *text;
        else if (to > line && to[-1] != ' ')
            *to++ = ' ';
    }
    return line;
}

/* Every run of that many words of the letter, and whether it is in the output. */
static void check_runs(const char *letter, const char *output)
{
    enum { RUN = 7 }; /* rules say five of these words of their own */
    const char *begins[RUN];
    size_t count = 0;
    for (const char *at = letter; *at; at = strchr(at, ' ') ? strchr(at, ' ') + 1 : "") {
        begins[count % RUN] = at;
        if (++count < RUN)
            continue;
        const char *from = begins[count % RUN], *end = strchrnul(at, ' ');
        SCOPED_TEXT run = memory_print("%.*s", (int)(end - from), from);
        const char *found = strstr(output, run);
        ck_assert_msg(!found, "of the letter: %.300s", found);
    }
}

/* Without text nothing of the letter is in the output, whichever form it has. */
static void check_no_text(const json_t *test, const char *letter)
{
    static const char *const forms[][2] = {{"--no-text", NULL}, {"--no-text", "--json"}};
    const json_t *lines = json_object_get(test, "letter");
    for (size_t i = 0; lines && i < LENGTH_OF(forms); i++) {
        SCOPED_TEXT printed_form = printed_as(test, letter, forms[i][0], forms[i][1]);
        SCOPED_TEXT output = in_one_line(printed_form);
        SCOPED_TEXT joined_lines = joined(lines);
        SCOPED_TEXT words = in_one_line(joined_lines);
        check_runs(words, output);
        ck_assert_ptr_null(strstr(output, "“"));
    }
}

/* Whatever a note beside the pack, or in its folder, says of holding: the same bytes twice, which
 * the caller frees. */
static char *printed_twice(const json_t *test, const char *letter)
{
    running_write("holding.txt", "held\n");
    running_write("pack/holding.txt", "held\n");
    char *first = printed(test, letter, "--json");
    running_write("holding.txt", "not held\n");
    running_write("pack/holding.txt", "not held\n");
    SCOPED_TEXT again = printed(test, letter, "--json");
    ck_assert_str_eq(first, again);
    free(support_shell("rm holding.txt pack/holding.txt"));
    return first;
}

static void check_document(const json_t *test, const char *letter)
{
    SCOPED_TEXT text = printed_twice(test, letter);
    json_t *document = support_json(text);
    expect_check(test, document);
    check_schema(document);
    SCOPED_TEXT page = printed(test, letter, NULL);
    check_page(page);
    if (letter)
        check_no_text(test, letter);
    json_decref(document);
}

/* Everything that is in the folder of the test, where temporary files and settings go too. */
static char *all_there_is(void)
{
    return support_shell(
        "find . -printf '%p %y %m %s %T@\\n' | sort; find . -type f -exec sha256sum "
        "{} + | sort");
}

static void redirect_traces(void)
{
    static const char *const settings[] = {"HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"};
    free(support_shell("mkdir home"));
    for (size_t i = 0; i < LENGTH_OF(settings); i++)
        ck_assert_int_eq(setenv(settings[i], running_path("home"), 1), 0);
}

START_TEST(case_is_as_expected)
{
    SCOPED_TEXT path = memory_print("tests/precheck/%s", names[_i]);
    json_t *test = support_json_file(path);
    make_pack(test);
    const char *letter = make_letter(test);
    redirect_traces();
    SCOPED_TEXT before = all_there_is();
    free(printed(test, letter, "--json"));
    SCOPED_TEXT after = all_there_is();
    ck_assert_str_eq(before, after);
    if (json_object_get(test, "expect"))
        check_document(test, letter);
    if (json_is_true(json_object_get(test, "by_hand"))) {
        SCOPED_TEXT text = printed(test, letter, "--json");
        json_t *document = support_json(text);
        by_hand_check(test, document, letter);
        json_decref(document);
    }
    json_decref(test);
}
END_TEST

START_TEST(there_are_enough_cases)
{
    ck_assert_int_ge(name_count, 40);
}
END_TEST

Suite *suite_cmd_precheck(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/precheck", &tcase);
    tcase_set_timeout(tcase, 120);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    if (!name_count)
        find_cases();
    tcase_add_test(tcase, there_are_enough_cases);
    tcase_add_loop_test(tcase, case_is_as_expected, 0, name_count);
    return suite;
}
