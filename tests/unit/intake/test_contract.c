/* SPDX-License-Identifier: MIT
 * A column of the contract is seen wherever it counts: each column of each file is altered, and
 * the check for duplicates and the comparison of two audits must notice. The rows are made from
 * the contract itself, so that a further column is tested without a word here.
 */
#include "compare/compare.h"
#include "intake/contract.h"
#include "intake/loading.h"
#include "store/database.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NOTHING = -1, TABLE_SECONDS = 60 };

/* A value of each type, and another one. Forces and collaborations are those of write_support;
 * tools, requests and questions need no row of their own. */
static const char *cell_text(const struct column *column, bool is_altered)
{
    static const char *const texts[COLUMN_TYPE_COUNT][2] = {
        [COLUMN_TEXT] = {"one", "two"},
        [COLUMN_ADDRESS] = {"https://one.example", "https://two.example"},
        [COLUMN_PATH] = {"one", "two"},
        [COLUMN_ID] = {"one", "two"},
        [COLUMN_OWN_REQUEST] = {"1/24", "2/24"},
        [COLUMN_REQUEST] = {"1/24", "2/24"},
        [COLUMN_QUESTION] = {"Q1", "Q2"},
        [COLUMN_FORCE] = {"kent", "essex"},
        [COLUMN_FORCE_OR_ANY] = {"kent", "essex"},
        [COLUMN_COLLABORATION] = {"kent", "essex"},
        [COLUMN_TOOL] = {"hammer", "saw"},
        [COLUMN_DATE] = {"2024-01-02", "2024-03-04"},
        [COLUMN_DATE_OR_YES] = {"2024-01-02", "2024-03-04"},
        [COLUMN_YES_NO] = {"yes", "no"},
        [COLUMN_EXEMPTIONS] = {"31(3)", "24(2)"},
        [COLUMN_CITATIONS] = {"31(3)", "24(2)"},
        [COLUMN_CITATION] = {"31(3)", "24(2)"},
        [COLUMN_NUMBER] = {"1", "2"},
    };
    const char *text =
        column->words ? column->words->words[is_altered] : texts[column->type][is_altered];
    ck_assert_msg(text, "the test has no value for a column like %s", column->name);
    return text;
}

static void write_header(FILE *out, const struct contract_file *file)
{
    for (size_t i = 0; i < file->count; i++)
        fprintf(out, "%s%c", file->columns[i].name, i + 1 < file->count ? ',' : '\n');
}

/* A body of forces_extra.csv is none of forces.csv, whose row it would replace. */
static void write_row(FILE *out, const struct contract_file *file, int altered)
{
    bool is_extra = file == &contract_files[FILE_FORCES_EXTRA];
    for (size_t i = 0; i < file->count; i++)
        fprintf(out, "%s%s%c", is_extra && i == FORCE_EXTRA_ID ? "extra-" : "",
                cell_text(&file->columns[i], (int)i == altered), i + 1 < file->count ? ',' : '\n');
}

/* A force or a collaboration for other rows to name. */
static void write_named(FILE *out, const struct contract_file *file, const char *name)
{
    for (size_t i = 0; i < file->count; i++) {
        const struct column *column = &file->columns[i];
        const char *text = column->type == COLUMN_REGIME ? cell_text(column, false)
                           : column->need == NEED_VALUE  ? name
                                                         : "";
        fprintf(out, "%s%c", text, i + 1 < file->count ? ',' : '\n');
    }
}

static int write_support(FILE *out, const struct contract_file *file)
{
    if (file != &contract_files[FILE_FORCES] && file != &contract_files[FILE_COLLABORATIONS])
        return 0;
    write_named(out, file, "kent");
    write_named(out, file, "essex");
    return 2;
}

/* Returns the number of rows of write_support. */
static int write_file(struct loading *l, const struct contract_file *file, const int *altered,
                      size_t rows)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    ck_assert_ptr_nonnull(out);
    write_header(out, file);
    int support = write_support(out, file);
    for (size_t i = 0; i < rows; i++)
        write_row(out, file, altered[i]);
    ck_assert_int_eq(fclose(out), 0);
    loading_write(l, file->name, text, size);
    free(text);
    return support;
}

static void write_pack(struct loading *l)
{
    for (size_t i = 0; i < FILE_COUNT; i++)
        write_file(l, &contract_files[i], &(int){NOTHING}, 1);
}

START_TEST(every_row_is_taken)
{
    struct loading l;
    loading_begin(&l);
    write_pack(&l);
    loading_load(&l, (struct intake_options){0});
    loading_assert(&l, "SELECT column_name, message FROM reject", "");
    loading_assert(&l, "SELECT count(*) FROM input_file WHERE origin = 'pack' AND accepted > 0",
                   "16");
    loading_end(&l);
}
END_TEST

static void assert_duplicates_see(const struct contract_file *file, size_t column)
{
    struct loading l;
    loading_begin(&l);
    write_pack(&l);
    int support = write_file(&l, file, (const int[]){NOTHING, NOTHING, (int)column}, 3);
    loading_load(&l, (struct intake_options){0});
    bool is_key = file->key & 1u << column;
    char sql[200], expected[200];
    snprintf(sql, sizeof sql,
             "SELECT '%s', accepted, duplicate, rejected FROM input_file WHERE kind = '%s'",
             file->columns[column].name, file->kind);
    snprintf(expected, sizeof expected, "%s|%d|1|%d", file->columns[column].name,
             support + 1 + is_key, !is_key);
    loading_assert(&l, sql, expected);
    loading_end(&l);
}

/* Once more the same is a duplicate; another value is another row, or contradicts the first. */
START_TEST(duplicates_see_every_column)
{
    for (size_t i = 0; i < contract_files[_i].count; i++)
        assert_duplicates_see(&contract_files[_i], i);
}
END_TEST

static void load_finished(struct loading *l, const char *name)
{
    snprintf(l->database, sizeof l->database, "%s/%s", l->folder, name);
    loading_load(l, (struct intake_options){0});
    ck_assert_msg(l->ok && database_finish(l->db, &l->err), "%s", l->err.what);
    l->db = NULL;
}

/* An altered key is another row, which is added, and one that is withdrawn. */
static void assert_compared(struct loading *l, const char *old_path,
                            const struct contract_file *file, size_t column)
{
    char sql[300], expected[100];
    const char *name = file->columns[column].name;
    bool is_key = file->key & 1u << column;
    ck_assert_msg(database_open_existing(l->database, &l->db, &l->err) &&
                      compare_finished(l->db, old_path, &l->err),
                  "%s", l->err.what);
    snprintf(sql, sizeof sql,
             "SELECT DISTINCT '%s %s', iif(%d AND change <> 'changed', '%s', "
             "substr(columns, 1, instr(columns, ':') - 1)) FROM input_change WHERE file_kind = "
             "'%s'",
             file->kind, name, is_key, name, file->kind);
    snprintf(expected, sizeof expected, "%s %s|%s", file->kind, name, name);
    loading_assert(l, sql, expected);
}

static void assert_comparison_sees(const struct contract_file *file, size_t column)
{
    struct loading l;
    loading_begin(&l);
    write_pack(&l);
    load_finished(&l, "old.db");
    char old_path[96];
    memcpy(old_path, l.database, sizeof old_path);
    write_file(&l, file, &(int){(int)column}, 1);
    load_finished(&l, "new.db");
    assert_compared(&l, old_path, file, column);
    loading_end(&l);
}

START_TEST(a_comparison_sees_every_column)
{
    for (size_t i = 0; i < contract_files[_i].count; i++)
        assert_comparison_sees(&contract_files[_i], i);
}
END_TEST

/* A header means one column: its own name, and each of its aliases. */
START_TEST(aliases_are_of_one_column)
{
    const struct contract_file *file = &contract_files[_i];
    for (size_t i = 0; i < file->count; i++) {
        char folded[HEADER_BYTES];
        bool is_exact = false;
        contract_fold_header(slice_of(file->columns[i].name), folded);
        ck_assert_int_eq(contract_column(file, folded, &is_exact), (int)i);
        ck_assert(is_exact);
        struct slice rest = slice_of(file->columns[i].aliases ? file->columns[i].aliases : ""),
                     alias;
        while (slice_next_part(&rest, ';', &alias)) {
            contract_fold_header(alias, folded);
            ck_assert_msg(contract_column(file, folded, &is_exact) == (int)i, "%s: %.*s",
                          file->name, (int)alias.length, alias.bytes);
        }
    }
}
END_TEST

static const struct {
    const char *asked, *found, *nearest;
} names[] = {
    {"responses", "responses.csv", "responses.csv"},
    {"Responses.CSV", "responses.csv", "responses.csv"},
    {"respnses.csv", NULL, "responses.csv"},
    {"waiver", NULL, "waivers.csv"},
    {"something else", NULL, NULL},
};

static void assert_file(const struct contract_file *file, const char *name)
{
    ck_assert_pstr_eq(file ? file->name : NULL, name);
}

START_TEST(a_file_is_found_by_name)
{
    assert_file(contract_find(names[_i].asked), names[_i].found);
    assert_file(contract_nearest(names[_i].asked), names[_i].nearest);
}
END_TEST

Suite *suite_intake_contract(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("intake/contract", &tcase);
    tcase_set_timeout(tcase, TABLE_SECONDS);
    tcase_add_test(tcase, every_row_is_taken);
    tcase_add_loop_test(tcase, duplicates_see_every_column, 0, FILE_COUNT);
    tcase_add_loop_test(tcase, a_comparison_sees_every_column, 0, FILE_COUNT);
    tcase_add_loop_test(tcase, aliases_are_of_one_column, 0, FILE_COUNT);
    ADD_TABLE_TEST(tcase, a_file_is_found_by_name, names);
    return suite;
}
