/* SPDX-License-Identifier: MIT
 * The command lines as tables: what the help looks like, and what an audit keeps of its options.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include "base/memory.h"
#include "base/slice.h"
#include "cmd/audit_settings.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 60 };

static const char *const commands[] = {"audit", "check", "diff",   "explain", "export",
                                       "map",   "rules", "schema", "waive",   "whatif"};

static void check_width(const char *command, struct support_output output)
{
    ck_assert_int_eq(output.code, 0);
    struct slice rest = slice_of(output.out), line;
    while (slice_next_part(&rest, '\n', &line))
        ck_assert_msg(line.length <= COLUMNS, "%s: %.*s", command, (int)line.length, line.bytes);
    support_output_done(&output);
}

START_TEST(help_fits_60_columns)
{
    unsetenv("ARGP_HELP_FMT");
    check_width(commands[_i], RUN(commands[_i], "--help"));
    check_width(commands[_i], RUN(commands[_i], "--usage"));
    check_width("concord", RUN("--help"));
}
END_TEST

/* Only help is narrow: messages stay as scripts may know them. */
START_TEST(errors_keep_their_width)
{
    unsetenv("ARGP_HELP_FMT");
    running_check(RUN("audit", "--users"), 2, "",
                  "Try `concord audit --help' or `concord audit --usage' for more information.");
}
END_TEST

/* As typed on the left, as audit.db tells of it on the right: in an order of its own. */
static const struct {
    const char *arguments[8], *text;
} told[] = {
    {{"p"}, ""},
    {{"p", "-o", "out", "--replace", "-q", "--pdf", "--format=csv"}, ""},
    {{"p", "-j"}, ""},
    {{"--strict", "-r", "mine", "p", "-a", "2024"}, "--as-of 2024 --rules mine --strict"},
    {{"p", "-b", "old.db", "--fail-on", "new:high"}, "--baseline old.db"},
    {{"p", "--marking", "  OFFICIAL SENSITIVE ", "--boundaries=x.geojson"},
     "--boundaries x.geojson --marking 'OFFICIAL SENSITIVE'"},
    {{"p", "--rules", "my rules", "--baseline=it's old.db", "--boundaries", "$HOME/`x`.geojson"},
     "--rules 'my rules' --baseline 'it'\\''s old.db' --boundaries '$HOME/`x`.geojson'"},
    {{"p", "--marking", "\"OFFICIAL\" $1", "--rules", "-x"},
     "--rules -x --marking '\"OFFICIAL\" $1'"},
    {{"p", "--as-of", ""}, "--as-of ''"},
    {{"p", "--rules", "--as", "--as-of", "--"}, "--as-of -- --rules --as"},
    {{"-r", "--rule", "p", "-a2024"}, "--as-of 2024 --rules --rule"},
    {{"--audience=public", "--seed=7", "--users=1-9", "--ratio=collaboration=4", "--prior=t0=2,3",
      "--prior=p=1,5", "p"},
     "--prior p=1,5 --prior t0=2,3 --ratio collaboration=4 --users 1-9 --seed 7 --audience public"},
    {{"p", "--audience=public", "--audience=internal"}, ""},
    {{"p", "--old-after", "05"}, "--old-after 5"},
};

START_TEST(an_audit_tells_the_options_that_shape_it)
{
    char *argv[10] = {memory_copy("concord audit")};
    int argc = 1;
    for (size_t i = 0; i < LENGTH_OF(told[_i].arguments) && told[_i].arguments[i]; i++)
        argv[argc++] = memory_copy(told[_i].arguments[i]);
    struct audit_settings settings = audit_settings_parse(argc, argv);
    ck_assert_str_eq(settings.pack, "p");
    SCOPED_TEXT text = audit_settings_text(&settings);
    ck_assert_str_eq(text, told[_i].text);
    for (int i = 0; i < argc; i++)
        free(argv[i]);
}
END_TEST

/* Options that leave each other nothing to do: which two are named. */
static const struct {
    const char *arguments[6], *both;
} exclusive[] = {
    {{"schema", "-j", "-m"}, "--json and --markdown exclude one another"},
    {{"schema", "--markdown", "responses", "--json"}, "--json and --markdown exclude one another"},
    {{"audit", "x", "-q", "-j"}, "--quiet and --json exclude one another"},
    {{"check", "x", "-j", "-q"}, "--json and --quiet exclude one another"},
    {{"map", "x", "--list", "--chart", "matrix"}, "--list and --chart exclude one another"},
    {{"map", "x", "--list", "--request", "995/24"}, "--list and --request exclude one another"},
    {{"map", "x", "--list", "--tool", "a"}, "--list and --tool exclude one another"},
    {{"map", "x", "--format", "svg", "--list"}, "--list and --format exclude one another"},
    {{"map", "x", "--size", "a4", "--list"}, "--list and --size exclude one another"},
    {{"map", "x", "--list", "-o", "out"}, "--list and --output exclude one another"},
    {{"map", "x", "--list", "--marking", "A"}, "--list and --marking exclude one another"},
    {{"rules", "-j", "test", "x"}, "rules test takes no --json"},
    {{"rules", "test", "x", "--rules", "y"}, "rules test takes no --rules"},
};

START_TEST(options_that_exclude_one_another_are_refused)
{
    running_check(support_concord(NULL, NULL, exclusive[_i].arguments), 2, "", exclusive[_i].both);
}
END_TEST

Suite *suite_cmd_options(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/options", &tcase);
    ADD_TABLE_TEST(tcase, help_fits_60_columns, commands);
    tcase_add_test(tcase, errors_keep_their_width);
    ADD_TABLE_TEST(tcase, options_that_exclude_one_another_are_refused, exclusive);
    ADD_TABLE_TEST(tcase, an_audit_tells_the_options_that_shape_it, told);
    return suite;
}
