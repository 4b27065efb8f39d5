/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "reader/csv_reader.h"
#include "reader/reading.h"

#include <stdint.h>
#include <stdlib.h>

static const struct {
    struct slice file;
    const char *reading;
} files[] = {
    /* the row is rejected, never the file */
    {BYTES("a,b\n1\n2,3,4\n5,6\n"), "a|b 2!field-count 3!field-count 4:5|6"},
    {BYTES("a,b\n1,x\0y\n\0,2\n3,4\n"), "a|b 2!nul-byte@1 3!nul-byte@0 4:3|4"},
    {BYTES("a,b\n1,x\0\"y\n3,4\n"), "a|b 2!nul-byte 3:3|4"},
    {BYTES("a,b\n1,x\"y\n3,4\n"), "a|b 2!bad-quote 3:3|4"},
    {BYTES("a,b\n1,\"x\"y\n3,4\n"), "a|b 2!bad-quote 3:3|4"},
    {BYTES("a,b\n1,\"x\" \n3,4\n"), "a|b 2!bad-quote 3:3|4"},
    {BYTES("a,b\n1, \"x\"\n3,4\n"), "a|b 2!bad-quote 3:3|4"},
    {BYTES("a,b\r\n1,\"x\"y\r\n3,4\r\n"), "a|b 2!bad-quote 3:3|4"},
    {BYTES("a,b\n1,2\n\"p\nq\"r,3\n4,5\n"), "a|b 2:1|2 3!bad-quote 5:4|5"},
    {BYTES("a,b\nx\"\ny\"\n1,2\n"), "a|b 2!bad-quote 3!bad-quote 4:1|2"},
    /* an unclosed quote runs to the end of the file; rows before it stay */
    {BYTES("a,b\n1,2\n3,\"4\n5,6\n7,8\n"), "a|b 2:1|2 3!unclosed-quote"},
    {BYTES("a,b\n1,\""), "a|b 2!unclosed-quote"},
    {BYTES("a,b\n1,\"x\"\""), "a|b 2!unclosed-quote"},
    {BYTES("a,b\n\n\n1,\"x\r\n\r\n"), "a|b 4!unclosed-quote"},
};

START_TEST(bad_row_is_told_and_passed)
{
    assert_reading(files[_i].file, files[_i].reading);
}
END_TEST

static void first_row(struct slice file, struct csv_reader **ret_reader, struct csv_row *row)
{
    struct error err = {0};
    ck_assert(csv_reader_open("x.csv", file, ret_reader, &err));
    csv_reader_next(*ret_reader, row);
}

static const struct {
    const char *file, *message, *suggestion, *value;
} faults[] = {
    {"a,b,c\n1,2\n", "the row has 2 fields, the header has 3",
     "Add a comma for each missing field, also for empty ones.", "1,2"},
    {"a;b\n1\n", "the row has 1 field, the header has 2",
     "Add a semicolon for each missing field, also for empty ones.", "1"},
    {"a,b\n1,2,3\n", "the row has 3 fields, the header has 2",
     "Put quotes round a field that holds a comma.", "1,2,3"},
    {"a,b\n1,\"2\n",
     "a quote in the row that begins on line 2 is never closed, so the row runs to "
     "the end of the file",
     "Close the quoted field with a quote.", "1,\"2"},
    {"a,b\n\"1\n2\"3,4\n", "a quote on line 3 stands where none can be (lines 2 to 3)",
     "Quote the whole field, write each quote inside it twice, and leave no space between a quote "
     "and the delimiter.",
     "\"1\n2\"3,4"},
    {"\xef\xbb\xbf"
     "a,b\n1,\xff\n",
     "the row has bytes that are not valid UTF-8", "Save the file as UTF-8 and load it again.",
     "\xff"},
};

START_TEST(fault_says_what_and_what_to_do)
{
    struct csv_reader *reader;
    struct csv_row row;
    first_row(slice_of(faults[_i].file), &reader, &row);
    ck_assert_int_eq(row.event, CSV_BAD_ROW);
    ck_assert_str_eq(row.fault.message, faults[_i].message);
    ck_assert_str_eq(row.fault.suggestion, faults[_i].suggestion);
    ck_assert(slice_is(row.fault.value, faults[_i].value));
    csv_reader_free(reader);
}
END_TEST

enum { MIB = 1 << 20 };

/* The prefix, `fill` times x, the suffix; freed by release. */
static struct slice long_file(const char *prefix, size_t fill, const char *suffix)
{
    size_t begun = strlen(prefix);
    struct slice file = {NULL, begun + fill + strlen(suffix)};
    char *bytes = malloc(file.length + 1);
    ck_assert_ptr_nonnull(bytes);
    memcpy(bytes, prefix, begun + 1);
    memset(bytes + begun, 'x', fill);
    memcpy(bytes + begun + fill, suffix, strlen(suffix) + 1);
    file.bytes = bytes;
    return file;
}

static void release(struct slice file)
{
    free((void *)(uintptr_t)file.bytes);
}

static const struct {
    const char *prefix;
    size_t fill;
    const char *suffix, *events;
} sizes[] = {
    {"a,b\n1,", MIB, "\n3,4\n", "good good"},
    {"a,b\n1,", MIB + 1, "\n3,4\n", "too-large good"},
    {"a,b\n1,", 5 * MIB, "\n3,4\n", "too-large good"},
    {"a,b\n1,", 5 * MIB, "", "too-large"},
    {"a,b\n1,\"\n", 5 * MIB, "\n\"\"\n\"\n3,4\r\n5,6", "too-large good good"},
    {"a,b\n1,\"", 5 * MIB, "\n3,4\n", "unclosed-quote"},
    {"a,b\n1,", 5 * MIB, "\"x\n3,4\n", "too-large good"},
};

START_TEST(limits_of_size)
{
    struct slice file = long_file(sizes[_i].prefix, sizes[_i].fill, sizes[_i].suffix);
    char events[200] = "";
    struct csv_reader *reader;
    struct csv_row row;
    for (first_row(file, &reader, &row); row.event != CSV_END; csv_reader_next(reader, &row)) {
        size_t used = strlen(events);
        snprintf(events + used, sizeof events - used, "%s%s", used ? " " : "",
                 row.event == CSV_ROW ? "good" : row.fault.code);
    }
    csv_reader_free(reader);
    release(file);
    ck_assert_str_eq(events, sizes[_i].events);
}
END_TEST

START_TEST(line_numbers_go_on_after_a_large_row)
{
    struct slice file = long_file("a,b\n1,\"\n\n", 5 * MIB, "\n\"\n3,4\n");
    struct csv_reader *reader;
    struct csv_row row;
    first_row(file, &reader, &row);
    ck_assert_int_eq(row.line, 2);
    csv_reader_next(reader, &row);
    ck_assert_int_eq(row.line, 6);
    csv_reader_free(reader);
    release(file);
}
END_TEST

static const struct {
    struct slice file;
    const char *what;
} refusals[] = {
    {BYTES(""), "empty"},
    {BYTES("\xef\xbb\xbf"), "empty"},
    {BYTES("\xff\xfe"), "empty"},
    {BYTES(" \n\t\r\n \n"), "empty"},
    {BYTES(",,\n , \n"), "no header row"},
    {BYTES("a,b\0\n1,2\n"), "not a text file"},
    {BYTES("a\0,\0b\0\n\0"), "not a text file"},
    {BYTES("\x01\x02,\x03\n"), "not a text file"},
    {BYTES("\xff\xfe\0\0a\0\0\0"), "not a text file"},
    {BYTES("PK\003\004 and so on"), "ZIP"},
    {BYTES("%PDF-1.7\n"), "PDF"},
    {BYTES("SQLite format 3\0"), "SQLite"},
    {BYTES("a,b\x81\n1,2\n"), "Windows-1252"},
    {BYTES("\xef\xbb\xbf"
           "a,\xff\n1,2\n"),
     "UTF-8"},
    {BYTES("a,\"b\n1,2\n"), "never closed"},
    {BYTES("a,b\"c\n1,2\n"), "a quote on line 1"},
};

static void assert_refused(struct slice file, const char *what)
{
    struct csv_reader *reader = NULL;
    struct error err = {0};
    ck_assert(!csv_reader_open("x.csv", file, &reader, &err));
    ck_assert_ptr_null(reader);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.source, "x.csv");
    ck_assert_int_ne(err.next[0], '\0');
    ck_assert_msg(strstr(err.what, what) != NULL, "\"%s\" lacks \"%s\"", err.what, what);
}

START_TEST(file_is_refused)
{
    assert_refused(refusals[_i].file, refusals[_i].what);
}
END_TEST

START_TEST(file_of_one_long_line_is_refused)
{
    struct slice file = long_file("", 5 * MIB, "");
    assert_refused(file, "larger than 4 MiB");
    release(file);
}
END_TEST

START_TEST(header_of_too_many_columns_is_refused)
{
    char file[2 * 513];
    for (size_t i = 0; i < sizeof file; i++)
        file[i] = i % 2 ? ',' : 'a';
    assert_refused((struct slice){file, sizeof file - 1}, "has 513 columns");
}
END_TEST

/* Every row is good or bad, lines never go back, and the sanitizer sees no
 * wrong read, whatever the bytes. */
static void read_random_file(unsigned seed)
{
    static const char alphabet[] = "ab1,,,;\t\"\"\"\n\n\r\0\x81\xe9\xc3\xa9\xff ";
    char file[600];
    uint64_t state = seed * 0x9e3779b97f4a7c15U + 1;
    for (size_t i = 0; i < sizeof file; i++) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        file[i] = alphabet[(state >> 33) % (sizeof alphabet - 1)];
    }
    memcpy(file,
           seed % 2 ? "\xef\xbb\xbf"
                      "a,b\n"
                    : "aaa,bbb\n",
           seed % 2 ? 7 : 8);
    size_t length = 8 + (state >> 40) % (sizeof file - 8);
    char *copy = malloc(length);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, file, length);
    struct csv_reader *reader;
    struct csv_row row;
    long line = 1;
    for (first_row((struct slice){copy, length}, &reader, &row); row.event != CSV_END;
         csv_reader_next(reader, &row)) {
        ck_assert_int_ge(row.line, line);
        line = row.line;
        if (row.event == CSV_ROW)
            ck_assert_uint_eq(row.count, 2);
    }
    csv_reader_free(reader);
    free(copy);
}

START_TEST(random_bytes_do_no_harm)
{
    for (unsigned seed = 0; seed < 20000; seed++)
        read_random_file(seed);
}
END_TEST

Suite *suite_reader_damage(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("reader/damage", &tcase);
    ADD_TABLE_TEST(tcase, bad_row_is_told_and_passed, files);
    ADD_TABLE_TEST(tcase, fault_says_what_and_what_to_do, faults);
    ADD_TABLE_TEST(tcase, limits_of_size, sizes);
    tcase_add_test(tcase, line_numbers_go_on_after_a_large_row);
    ADD_TABLE_TEST(tcase, file_is_refused, refusals);
    tcase_add_test(tcase, file_of_one_long_line_is_refused);
    tcase_add_test(tcase, header_of_too_many_columns_is_refused);
    tcase_add_test(tcase, random_bytes_do_no_harm);
    return suite;
}
