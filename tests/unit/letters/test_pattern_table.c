/* SPDX-License-Identifier: MIT
 * Each row of a table of patterns finds its example, and not its counter-example.
 */
#include "letters/pattern_table.h"
#include "letters/table_file.h"
#include "suites.h"
#include "table.h"

/* What stands before a name may be nothing but a border. */
static bool finds(struct pattern *pattern, struct slice kind, struct slice text)
{
    struct pattern_match match;
    bool may_be_empty = kind.length > 7 && memcmp(kind.bytes, "before-", 7) == 0;
    return pattern_find(pattern, text, 0, &match) == PATTERN_FOUND &&
           (match.end > match.begin || may_be_empty);
}

static const struct {
    const char *path;
    int rows;
} tables[] = {{"datasets/reference/residue.csv", 12},
              {"datasets/reference/masks.csv", 5},
              {"datasets/reference/letter-masks.csv", 30},
              {"datasets/reference/outcome-words.csv", 30}};

START_TEST(rows_find_their_examples_and_nothing_else)
{
    static const char *const columns[] = {"kind",    "needs",           "pattern",
                                          "example", "counter_example", NULL};
    struct error err = {0};
    struct table_file table;
    ck_assert_msg(table_file_open(tables[_i].path, columns, &table, &err), "%s", err.what);
    int rows = 0;
    for (; table_file_next(&table, &err); rows++) {
        char reason[200];
        struct pattern *pattern =
            pattern_new(table_file_cell(&table, 2), NULL, reason, sizeof reason);
        ck_assert_msg(pattern, "line %ld: %s", table.row.line, reason);
        ck_assert_msg(finds(pattern, table_file_cell(&table, 0), table_file_cell(&table, 3)),
                      "line %ld: not in its example", table.row.line);
        ck_assert_msg(!finds(pattern, table_file_cell(&table, 0), table_file_cell(&table, 4)),
                      "line %ld: in its counter-example", table.row.line);
        pattern_free(pattern);
    }
    table_file_close(&table);
    ck_assert_int_ge(rows, tables[_i].rows);
}
END_TEST

static const char *const needed[] = {"Write to foi@northmere.example now",
                                     "+44 1632 961 123",
                                     "01632 960 123",
                                     "Dear Imogen Fairweather",
                                     "Yours faithfully, Orla Penhaligon",
                                     "Yours truly\nOrla Penhaligon",
                                     "Kind regards, Orla Penhaligon",
                                     "Best regards Orla",
                                     "Many thanks Orla",
                                     "we hold nothing",
                                     ""};

/* Where a text has none of the needs of a row, the row is not searched for: it must not match. */
START_TEST(needs_hide_nothing)
{
    for (size_t i = 0; i < LENGTH_OF(tables); i++) {
        struct error err = {0};
        struct pattern_table table;
        ck_assert_msg(pattern_table_load(tables[i].path, &table, &err), "%s", err.what);
        for (size_t row = 0; row < table.count; row++)
            ck_assert_msg(kind_pattern_may_match(&table.list[row], slice_of(needed[_i])) ||
                              !finds(table.list[row].pattern, slice_of(table.list[row].kind),
                                     slice_of(needed[_i])),
                          "%s: row %zu", tables[i].path, row + 1);
        pattern_table_done(&table);
    }
}
END_TEST

/* Else all that is masked were searched for in every text. */
START_TEST(a_text_without_needs_is_not_searched)
{
    struct error err = {0};
    struct pattern_table table;
    ck_assert_msg(pattern_table_load("datasets/reference/masks.csv", &table, &err), "%s", err.what);
    for (size_t row = 0; row < table.count; row++) {
        ck_assert(!kind_pattern_may_match(&table.list[row], slice_of("we hold nothing")));
        ck_assert(!kind_pattern_may_match(&table.list[row], slice_of("")));
    }
    pattern_table_done(&table);
}
END_TEST

Suite *suite_letters_pattern_table(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("letters/pattern_table", &tcase);
    ADD_TABLE_TEST(tcase, rows_find_their_examples_and_nothing_else, tables);
    ADD_TABLE_TEST(tcase, needs_hide_nothing, needed);
    tcase_add_test(tcase, a_text_without_needs_is_not_searched);
    return suite;
}
