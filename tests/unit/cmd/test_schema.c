/* SPDX-License-Identifier: MIT
 * What is made from the contract and kept in the repository is what the program prints, and the
 * page written by hand leaves no column out.
 */
#include "base/slice.h"
#include "intake/contract.h"
#include "suites.h"
#include "support.h"
#include "table.h"

#include <ctype.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *path, *option, *advice;
} kept[] = {
    {"datasets/datapackage.json", "--json",
     "build/concord schema --json >datasets/datapackage.json"},
    {"docs/contract.md", "--markdown", "build/concord schema --markdown >docs/contract.md"},
};

START_TEST(what_is_kept_is_what_is_printed)
{
    size_t size = 0;
    char *file = support_read_file(kept[_i].path, &size);
    const char *const arguments[] = {"schema", kept[_i].option, NULL};
    struct support_output output = support_concord(NULL, NULL, arguments);
    ck_assert_int_eq(output.code, 0);
    ck_assert_msg(strcmp(file, output.out) == 0, "%s is not up to date: %s", kept[_i].path,
                  kept[_i].advice);
    support_output_done(&output);
    free(file);
}
END_TEST

static bool is_part_of_name(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static bool has_name(const char *text, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = strstr(text, name); at; at = strstr(at + 1, name))
        if ((at == text || !is_part_of_name(at[-1])) && !is_part_of_name(at[length]))
            return true;
    return false;
}

START_TEST(the_design_names_every_column)
{
    size_t size = 0;
    char *text = support_read_file("docs/design/DATA.md", &size);
    const struct contract_file *file = &contract_files[_i];
    ck_assert_msg(has_name(text, file->name), "DATA.md leaves out %s", file->name);
    for (size_t i = 0; i < file->count; i++)
        ck_assert_msg(has_name(text, file->columns[i].name), "DATA.md leaves out %s of %s",
                      file->columns[i].name, file->name);
    free(text);
}
END_TEST

/* Words of a column: each with what it means, those of others, and those that say too little. */
static const struct {
    const char *name;
    int code;
    const char *says[5];
} words[] = {
    {"stance",
     0,
     {"\n  not_held\n      no information is held: denies. With partial_ncnd yes a qualified "
      "denial",
      "also read so: neither confirm nor deny;", "\n  refused; rejected; ",
      "\n  partially successful; ", "say too little"}},
    {"Use-Statement",
     0,
     {"use_statement in responses.csv", "  confirm\n      it says that the tool"}},
    {"topic", 0, {"topic in responses.csv", "  meetings\n      meetings and letters"}},
    {"kind", 0, {"kind in acknowledgements.csv", "kind in forces.csv", "kind in exemptions.csv"}},
    {"responses", 0, {"that makes a qualified denial", "use_statement\n"}},
    {"stanze", 2, {"no column with a list of words, \"stanze\""}},
    {"note", 2, {"no column with a list of words, \"note\""}},
};

START_TEST(words_of_a_column_are_explained)
{
    const char *const arguments[] = {"schema", words[_i].name, NULL};
    struct support_output output = support_concord(NULL, NULL, arguments);
    ck_assert_int_eq(output.code, words[_i].code);
    for (size_t i = 0; i < 5 && words[_i].says[i]; i++)
        ck_assert_msg(strstr(output.code ? output.err : output.out, words[_i].says[i]) != NULL,
                      "%s: %s", words[_i].name, words[_i].says[i]);
    support_output_done(&output);
}
END_TEST

START_TEST(every_stance_has_its_meaning)
{
    const char *const arguments[] = {"schema", "stance", NULL};
    struct support_output output = support_concord(NULL, NULL, arguments);
    for (size_t i = 0; stances.words[i]; i++) {
        char *at = sqlite3_mprintf("\n  %s\n      ", stances.words[i]);
        const char *found = strstr(output.out, at);
        ck_assert_msg(found && strncmp(found + strlen(at), "also", 4) != 0, "%s", stances.words[i]);
        sqlite3_free(at);
    }
    support_output_done(&output);
}
END_TEST

Suite *suite_cmd_schema(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/schema", &tcase);
    ADD_TABLE_TEST(tcase, what_is_kept_is_what_is_printed, kept);
    tcase_add_loop_test(tcase, the_design_names_every_column, 0, FILE_COUNT);
    ADD_TABLE_TEST(tcase, words_of_a_column_are_explained, words);
    tcase_add_test(tcase, every_stance_has_its_meaning);
    return suite;
}
