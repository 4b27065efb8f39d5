/* SPDX-License-Identifier: MIT
 * Each row of a table of patterns finds its example, and not its counter-example.
 */
#include "base/pattern.h"
#include "letters/table_file.h"
#include "suites.h"
#include "table.h"

static bool finds(struct pattern *pattern, struct slice text)
{
    struct pattern_match match;
    return pattern_find(pattern, text, 0, &match) == PATTERN_FOUND && match.end > match.begin;
}

static const struct {
    const char *path;
    int rows;
} tables[] = {{"datasets/reference/residue.csv", 12}, {"datasets/reference/masks.csv", 4}};

START_TEST(rows_find_their_examples_and_nothing_else)
{
    static const char *const columns[] = {"kind", "pattern", "example", "counter_example", NULL};
    struct error err = {0};
    struct table_file table;
    ck_assert_msg(table_file_open(tables[_i].path, columns, &table, &err), "%s", err.what);
    int rows = 0;
    for (; table_file_next(&table, &err); rows++) {
        char reason[200];
        struct pattern *pattern =
            pattern_new(table_file_cell(&table, 1), NULL, reason, sizeof reason);
        ck_assert_msg(pattern, "line %ld: %s", table.row.line, reason);
        ck_assert_msg(finds(pattern, table_file_cell(&table, 2)), "line %ld: not in its example",
                      table.row.line);
        ck_assert_msg(!finds(pattern, table_file_cell(&table, 3)),
                      "line %ld: in its counter-example", table.row.line);
        pattern_free(pattern);
    }
    table_file_close(&table);
    ck_assert_int_ge(rows, tables[_i].rows);
}
END_TEST

Suite *suite_letters_pattern_table(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/pattern_table", &tcase);
    ADD_TABLE_TEST(tcase, rows_find_their_examples_and_nothing_else, tables);
    return suite;
}
