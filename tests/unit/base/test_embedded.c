/* SPDX-License-Identifier: MIT */
#include "suites.h"
#include "table.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "support.h"

#include <stdlib.h>

START_TEST(table_is_sorted_and_every_file_is_found)
{
    ck_assert_uint_gt(embedded_count, 0);
    for (size_t i = 0; i < embedded_count; i++) {
        const struct embedded_file *file = &embedded_files[i];
        if (i > 0)
            ck_assert_int_lt(strcmp(embedded_files[i - 1].path, file->path), 0);
        ck_assert_ptr_eq(embedded_find(file->path), file);
        ck_assert_uint_eq(file->bytes[file->size], 0);
    }
}
END_TEST

START_TEST(other_paths_are_not_found)
{
    ck_assert_ptr_null(embedded_find(""));
    ck_assert_ptr_null(embedded_find("zzz"));
    ck_assert_ptr_null(embedded_find("datasets/reference/forces.cs"));
}
END_TEST

START_TEST(text_is_that_of_the_file)
{
    const char *forces = embedded_text("datasets/reference/forces.csv");
    ck_assert_int_eq(strncmp(forces, "force_id,", 9), 0);
}
END_TEST

/* Whoever wonders where a table comes from finds it. */
START_TEST(every_reference_file_has_its_provenance)
{
    static const char folder[] = "datasets/reference/";
    size_t size = 0, files = 0;
    char *page = support_read_file("datasets/reference/PROVENANCE.md", &size);
    for (size_t i = 0; i < embedded_count; i++) {
        const char *path = embedded_files[i].path;
        if (strncmp(path, folder, strlen(folder)) != 0)
            continue;
        SCOPED_TEXT row = memory_print("\n| %s | ", path + strlen(folder));
        ck_assert_msg(strstr(page, row) != NULL, "%s has no row in PROVENANCE.md", path);
        files++;
    }
    ck_assert_uint_gt(files, 10);
    free(page);
}
END_TEST

Suite *suite_base_embedded(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("base/embedded", &tcase);
    tcase_add_test(tcase, table_is_sorted_and_every_file_is_found);
    tcase_add_test(tcase, other_paths_are_not_found);
    tcase_add_test(tcase, text_is_that_of_the_file);
    tcase_add_test(tcase, every_reference_file_has_its_provenance);
    return suite;
}
