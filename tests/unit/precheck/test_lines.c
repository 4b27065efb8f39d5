/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "precheck/lines.h"
#include "suites.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *text, *lines;
    size_t indent, hang;
} paragraphs[] = {
    {"", "\n", 2, 4},
    {"one two", "  one two\n", 2, 4},
    {"a\033[31mb", "a\\x1B[31mb\n", 0, 0},
    {"1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 12345",
     "1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 1234567890\n"
     "  12345\n",
     0, 2},
    {"12345678901234567890123456789012345678901234567890123456789012345678901234567890-longer",
     "12345678901234567890123456789012345678901234567890123456789012345678901234567890\n"
     "  -longer\n",
     0, 2},
    {"é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é",
     "é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é é\n  é\n", 0,
     2},
};

START_TEST(paragraph_is_wrapped)
{
    char *text = NULL;
    size_t length;
    FILE *out = memory_stream(&text, &length);
    lines_print(out, paragraphs[_i].indent, paragraphs[_i].hang, "%s", paragraphs[_i].text);
    memory_stream_end(out);
    ck_assert_str_eq(text, paragraphs[_i].lines);
    free(text);
}
END_TEST

START_TEST(cells_are_wrapped_each_for_itself)
{
    char *text = NULL;
    size_t length;
    FILE *out = memory_stream(&text, &length);
    const struct lines_cell cells[] = {{"a longer cell", 8}, {"b", 4}, {"third one", 7}};
    lines_row(out, 2, cells, 3);
    memory_stream_end(out);
    ck_assert_str_eq(text, "  a       b   third\n  longer      one\n  cell\n");
    free(text);
}
END_TEST

Suite *suite_precheck_lines(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("precheck/lines", &tcase);
    ADD_TABLE_TEST(tcase, paragraph_is_wrapped, paragraphs);
    tcase_add_test(tcase, cells_are_wrapped_each_for_itself);
    return suite;
}
