/* SPDX-License-Identifier: MIT
 * Commands on pages print what the pages show.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Pages with commands, how many at least, and where these write. */
static const struct {
    const char *page;
    int examples;
    const char *folder;
} pages[] = {
    {"README.md", 2, NULL},
    {"docs/from-letters.md", 9, "reports/out/from-letters"},
    {"docs/from-export-to-review.md", 17, "reports/out/from-export"},
};

#define EXAMPLE "<!-- example: "
#define PROGRAM "build/concord "

/* The command, of ours or of another program, prints what stands below it, and *at moves behind
 * that. */
static void check_example(const char *page, char **at)
{
    const char *program = getenv("CONCORD");
    char *begin = *at + strlen(EXAMPLE);
    bool is_ours = strncmp(begin, PROGRAM, strlen(PROGRAM)) == 0;
    begin += is_ours ? strlen(PROGRAM) : 0;
    char *end = strstr(begin, " -->");
    char *shown = strchr(strstr(end, "```console\n$ ") + strlen("```console\n"), '\n') + 1;
    char *shown_end = strstr(shown, "```\n"), command[1024];
    snprintf(command, sizeof command, "%s%s%.*s",
             !is_ours  ? ""
             : program ? program
                       : "build/concord",
             is_ours ? " " : "", (int)(end - begin), begin);
    const char *const argv[] = {"sh", "-c", command, NULL};
    struct support_output output = support_run(NULL, NULL, argv);
    *shown_end = '\0';
    size_t same = 0;
    while (output.out[same] && output.out[same] == shown[same])
        same++;
    ck_assert_msg(strcmp(output.out, shown) == 0,
                  "%s is behind %s, at \"%.80s\": `make pages` writes it again", page, command,
                  output.out + same);
    support_output_done(&output);
    *at = shown_end + 1;
}

/* Who begins with a fresh copy is told to make the folder, before anything is written into it. */
static void check_folder_is_made(const char *page, const char *folder)
{
    char command[200];
    snprintf(command, sizeof command, "\n    mkdir -p %s\n", folder);
    const char *made = strstr(page, command), *first = strstr(page, "<!-- example: ");
    ck_assert_msg(made && first && made < first, "no%sbefore the first example", command);
}

/* Each "<!-- example: COMMAND -->" of a page prints what stands below it, one after the other. */
START_TEST(pages_show_real_output)
{
    size_t size = 0;
    char *page = support_read_file(pages[_i].page, &size);
    int examples = 0;
    mkdir("reports/out", 0777);
    if (pages[_i].folder) {
        check_folder_is_made(page, pages[_i].folder);
        support_remove_folder(pages[_i].folder);
        mkdir(pages[_i].folder, 0777);
    }
    for (char *at = page; (at = strstr(at, EXAMPLE)) != NULL; examples++)
        check_example(pages[_i].page, &at);
    ck_assert_int_ge(examples, pages[_i].examples);
    free(page);
}
END_TEST

Suite *suite_cmd_pages(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("cmd/pages", &tcase);
    tcase_set_timeout(tcase, 120);
    ADD_TABLE_TEST(tcase, pages_show_real_output, pages);
    return suite;
}
