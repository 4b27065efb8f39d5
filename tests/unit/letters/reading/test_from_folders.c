/* SPDX-License-Identifier: MIT
 * Files where they stand: folders, patterns, and what is no file.
 */
#include "suites.h"
#include "table.h"

#include "letters/reading/letter_support.h"

#include "base/memory.h"
#include "letters/reading/files.h"
#include "support.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static char folder[64];

static void write_letter(const char *name, const char *words)
{
    SCOPED_TEXT path = memory_print("%s/%s", folder, name);
    support_write_file(path, words, strlen(words));
}

static void make_inner(const char *name)
{
    SCOPED_TEXT path = memory_print("%s/%s", folder, name);
    ck_assert_int_eq(mkdir(path, 0700), 0);
}

static void make_letters(void)
{
    support_make_folder(folder);
    make_inner("b");
    make_inner("b/deeper");
    make_inner(".hidden");
    write_letter("B.txt", "We hold it.");
    write_letter("a.txt", "We hold it.");
    write_letter("\xc3\xa9.txt", "We hold it.");
    write_letter(".hidden.txt", "no");
    write_letter(".hidden/x.txt", "no");
    write_letter("b/1.txt", "We hold it.");
    write_letter("b/10.txt", "We hold it.");
    write_letter("b/2.html", "<p>We hold it.");
    write_letter("b/deeper/x.txt", "");
}

static void remove_letters(void)
{
    support_remove_folder(folder);
}

/* What is named, below the folder; names up to NULL. What is found, each below it and with a space
 * behind. */
static const struct {
    const char *named[3], *found;
} lists[] = {
    {{""}, "B.txt a.txt b/1.txt b/10.txt b/2.html b/deeper/x.txt \xc3\xa9.txt "},
    {{"b/"}, "b/1.txt b/10.txt b/2.html b/deeper/x.txt "},
    {{"*.txt"}, "B.txt a.txt \xc3\xa9.txt "},
    {{"b/[12]*"}, "b/1.txt b/10.txt b/2.html "},
    {{"?"}, "b/1.txt b/10.txt b/2.html b/deeper/x.txt "},
    {{"b/2.html", "b"}, "b/2.html b/1.txt b/10.txt b/deeper/x.txt "},
    {{"a.txt", "a.txt"}, "a.txt "},
    {{".hidden.txt"}, ".hidden.txt "},
    {{"no-such.txt"}, "no-such.txt "},
    {{"*.pdf"}, "*.pdf "},
};

START_TEST(files_are_found_in_byte_order)
{
    struct letter_files files = {0};
    for (size_t i = 0; i < LENGTH_OF(lists[0].named) && lists[_i].named[i]; i++) {
        SCOPED_TEXT path = memory_print("%s/%s", folder, lists[_i].named[i]);
        letter_files_add(&files, path);
    }
    char *found = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&found, &length);
    for (size_t i = 0; i < files.count; i++)
        fprintf(out, "%s ", files.paths[i] + strlen(folder) + 1);
    memory_stream_end(out);
    ck_assert_str_eq(found, lists[_i].found);
    free(found);
    letter_files_done(&files);
}
END_TEST

static void assert_path_unreadable(const char *name, const char *reason)
{
    SCOPED_TEXT path = memory_print("%s/%s", folder, name);
    struct letter_document document;
    letter_document_read(path, &letter_limits_usual, &document);
    ck_assert_str_eq(document.name, path);
    ck_assert_ptr_nonnull(document.reason);
    ck_assert_msg(strstr(document.reason, reason) != NULL, "\"%s\" lacks \"%s\"", document.reason,
                  reason);
    letter_document_done(&document);
}

START_TEST(what_is_no_file_is_told)
{
    SCOPED_TEXT pipe = memory_print("%s/pipe", folder);
    SCOPED_TEXT dangling = memory_print("%s/dangling", folder);
    SCOPED_TEXT locked = memory_print("%s/a.txt", folder);
    ck_assert_int_eq(mkfifo(pipe, 0600), 0);
    ck_assert_int_eq(symlink("nowhere", dangling), 0);
    assert_path_unreadable("pipe", "it is no file, but a pipe");
    assert_path_unreadable("b", "it is no file, but a folder");
    assert_path_unreadable("dangling", "it is a link to something that is not there");
    assert_path_unreadable("no-such.txt", "No such file");
    assert_path_unreadable("b/deeper/x.txt", "it is empty");
    chmod(locked, 0);
    if (geteuid() != 0)
        assert_path_unreadable("a.txt", "Permission denied");
}
END_TEST

START_TEST(file_over_the_limit_has_no_digest)
{
    SCOPED_TEXT path = memory_print("%s/large.txt", folder);
    write_letter("large.txt", "");
    ck_assert_int_eq(truncate(path, (off_t)letter_limits_usual.file_bytes + 1), 0);
    struct letter_document document;
    letter_document_read(path, &letter_limits_usual, &document);
    ck_assert_str_eq(document.reason, "it is larger than 64 MiB: save the letter alone");
    ck_assert_str_eq(document.sha256, "");
    letter_document_done(&document);
}
END_TEST

START_TEST(everything_is_counted)
{
    struct letter_files files = {0};
    struct letter_tally tally = {0};
    letter_files_add(&files, folder);
    for (size_t i = 0; i < files.count; i++) {
        struct letter_document document;
        letter_document_read(files.paths[i], &letter_limits_usual, &document);
        letter_tally_add(&tally, &document);
        letter_document_done(&document);
    }
    ck_assert_uint_eq(tally.files, 7);
    ck_assert_uint_eq(tally.read, 6);
    ck_assert_uint_eq(tally.unreadable, 1);
    ck_assert_uint_eq(tally.parts, 6);
    ck_assert_uint_eq(tally.unreadable_parts, 0);
    letter_files_done(&files);
}
END_TEST

/* "the letter" of five million bytes, as text and as a page. */
static char *large_letter(const char *before, const char *paragraph, size_t bytes)
{
    char *all = NULL;
    size_t length = 0;
    FILE *out = memory_stream(&all, &length);
    fputs(before, out);
    for (size_t done = 0; done < bytes; done += strlen(paragraph))
        fputs(paragraph, out);
    memory_stream_end(out);
    return all;
}

static const struct {
    const char *before, *paragraph;
} large[] = {
    {"", "We can neither confirm nor deny that any information of this kind is held by us.\n"},
    {"<html><body>",
     "<p>We can neither confirm nor deny that any information of this kind is held by us.\n"},
    {"<html><body><table>", "<tr><td>We can neither confirm nor deny</td><td>that</td></tr>\n"},
};

START_TEST(large_letter_is_read_in_time)
{
    SCOPED_TEXT all = large_letter(large[_i].before, large[_i].paragraph, (size_t)5 << 20);
    struct letter_document document;
    clock_t begun = clock();
    letter_document_read_bytes("large", slice_of(all), &letter_limits_usual, &document);
    ck_assert_ptr_null(document.reason);
    ck_assert_uint_gt(document.parts[0].text.length, (size_t)2 << 20);
    ck_assert_int_lt((clock() - begun) / CLOCKS_PER_SEC, 10);
    letter_document_done(&document);
}
END_TEST

Suite *suite_letters_from_folders(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/from_folders", &tcase);
    tcase_add_checked_fixture(tcase, make_letters, remove_letters);
    ADD_TABLE_TEST(tcase, files_are_found_in_byte_order, lists);
    tcase_add_test(tcase, what_is_no_file_is_told);
    tcase_add_test(tcase, file_over_the_limit_has_no_digest);
    tcase_add_test(tcase, everything_is_counted);
    ADD_TABLE_TEST(tcase, large_letter_is_read_in_time, large);
    return suite;
}
