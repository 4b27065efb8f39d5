/* SPDX-License-Identifier: MIT
 * What killed runs left is removed by the next, and nobody else's.
 */
#include "report/leftovers.h"

#include "base/memory.h"
#include "fixture.h"
#include "making.h"
#include "report/manifest.h"
#include "report/workdir.h"
#include "suites.h"
#include "support.h"

#include <check.h>
#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* At which point a run is killed. */
static void just_begun(void)
{
    making_begin("out");
    raise(SIGKILL);
}

static void in_the_middle(void)
{
    struct error err = {0};
    struct outdir *o = making_unfinished("out", "{}");
    outdir_discard(o, "report.html");
    if (outdir_make_folder(o, "charts/inner", &err) && outdir_make_tree(o, "profile", &err)) {
        making_put(o, "charts/inner/x", "x");
        SCOPED_TEXT folder = memory_print("%s/profile/deep", outdir_path(o));
        SCOPED_TEXT file = memory_print("%s/profile/deep/file", outdir_path(o));
        ck_assert_int_eq(mkdir(folder, 0777), 0);
        making_file(file, "of another program");
        SCOPED_TEXT link = memory_print("%s/profile/link", outdir_path(o));
        ck_assert_int_eq(symlink("../../precious", link), 0);
    }
    raise(SIGKILL);
}

static void with_a_cut_mark(void)
{
    struct outdir *o = making_begin("out");
    SCOPED_TEXT mark = memory_print("%s/" MARK_NAME, outdir_path(o));
    ck_assert_int_eq(truncate(mark, 10), 0);
    raise(SIGKILL);
}

static void (*const deaths[])(void) = {just_begun, in_the_middle, with_a_cut_mark};

START_TEST(a_killed_run_leaves_nothing_for_long)
{
    making_file("precious", "x");
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(making_child(deaths[_i]), SIGKILL);
    ck_assert_int_ge(making_count("."), 2);
    making_output("out", "{}");
    ck_assert_int_eq(making_count("."), 2);
    making_check("precious", "x");
    ck_assert_int_eq(making_child(deaths[_i]), SIGKILL);
    making_output("out", "{}");
    ck_assert_int_eq(making_count("."), 2);
}
END_TEST

static void die_in_scratch(void)
{
    struct outdir *o = NULL;
    struct error err = {0};
    if (outdir_begin_scratch("place", "scratch", "", &o, &err))
        making_put(o, "x", "1");
    raise(SIGKILL);
}

START_TEST(scratch_folders_go_too)
{
    ck_assert_int_eq(mkdir("place", 0777), 0);
    ck_assert_int_eq(making_child(die_in_scratch), SIGKILL);
    ck_assert_int_eq(making_child(die_in_scratch), SIGKILL);
    ck_assert_int_eq(making_count("place"), 1);
    leftovers_remove("place", "scratch", false);
    ck_assert_int_eq(making_count("place"), 0);
}
END_TEST

/* Runs at the same time, into the same output and its neighbours. */
START_TEST(a_living_run_keeps_its_folder)
{
    static const char *const places[] = {"out", "out", "out.partial-aaaaaa", "ou"};
    pid_t pids[4];
    for (int i = 0; i < 4; i++) {
        int ready[2];
        char byte = 0;
        ck_assert_int_eq(pipe(ready), 0);
        pids[i] = fork();
        if (pids[i] == 0) {
            making_unfinished(places[i], "{}");
            if (write(ready[1], &byte, 1) == 1)
                pause();
            _exit(1);
        }
        ck_assert_int_eq(read(ready[0], &byte, 1), 1);
        close(ready[0]);
        close(ready[1]);
    }
    making_output("out", "{}");
    making_output("out", "{}");
    ck_assert_int_eq(making_count("."), 5);
    for (int i = 0; i < 4; i++) {
        kill(pids[i], SIGKILL);
        waitpid(pids[i], NULL, 0);
        leftovers_remove(".", places[i], true);
    }
    ck_assert_int_eq(making_count("."), 1);
}
END_TEST

#define SIGNED                                                                                     \
    "concord is making something here, or was when it was ended.\n"                                \
    "The next run removes this folder: file, folder, tree by name.\n"

/* What is called as our folders are, or nearly: files of the folder d, by name and content. */
static const struct {
    const char *folder;
    struct {
        const char *name, *text;
    } files[3];
} others[] = {
    {".out.partial-abcdef", {{"mine", "x"}}},
    {".out.partial-abcdef", {{"report.html", "x"}, {"audit.db", "x"}}},
    {".out.partial-abcdef", {{MARK_NAME, "a mark of somebody else's"}, {"mine", "x"}}},
    {".out.partial-abcdef", {{MARK_NAME, SIGNED "file a\n"}, {"a", "x"}, {"mine", "x"}}},
    {".out.partial-abcdef", {{MARK_NAME, SIGNED "file ../precious\n"}, {"mine", "x"}}},
    {".out.partial-abcdef", {{MARK_NAME, SIGNED "file a\nfile mine"}, {"mine", "x"}}},
    {".out.partial-abcdef", {{MARK_NAME, SIGNED "folder mine\n"}, {"mine", "x"}}},
    {".out.partial-abcdef", {{MARK_NAME, SIGNED "tree mine\n"}, {"mine", "x"}}},
    {".out.replaced-abcdef", {{"mine", "x"}}},
    {".out.partial-abcde", {{MARK_NAME, SIGNED}}},
    {".out.partial-abcdefg", {{MARK_NAME, SIGNED}}},
    {".out.partial-abc.ef", {{MARK_NAME, SIGNED}}},
    {".out2.partial-abcdef", {{MARK_NAME, SIGNED}}},
    {"out.partial-abcdef", {{MARK_NAME, SIGNED}}},
    {".out.old-abcdef", {{MARK_NAME, SIGNED}}},
};

START_TEST(what_is_not_ours_stays)
{
    making_output("out", "{}");
    making_file("precious", "x");
    ck_assert_int_eq(mkdir(others[_i].folder, 0777), 0);
    for (int i = 0; i < 3 && others[_i].files[i].name; i++) {
        SCOPED_TEXT path = memory_print("%s/%s", others[_i].folder, others[_i].files[i].name);
        making_file(path, others[_i].files[i].text);
    }
    char *before = making_tree(".");
    leftovers_remove(".", "out", true);
    char *after = making_tree(".");
    ck_assert_str_eq(before, after);
    free(before);
    free(after);
}
END_TEST

START_TEST(what_is_no_folder_stays)
{
    ck_assert_int_eq(mkdir("mine", 0777), 0);
    making_file("mine/" MARK_NAME, SIGNED);
    ck_assert_int_eq(symlink("mine", ".out.partial-abcdef"), 0);
    making_file(".out.partial-abcdeg", SIGNED);
    leftovers_remove(".", "out", true);
    ck_assert_int_eq(making_count("."), 3);
    ck_assert_int_eq(making_count("mine"), 1);
}
END_TEST

/* A former output that a run has left under the hidden name. */
START_TEST(a_former_output_goes_where_it_is_whole)
{
    making_output("out", "new");
    making_output("old", "old");
    ck_assert_int_eq(rename("old", ".out.partial-abcdef"), 0);
    making_output("old", "old");
    ck_assert_int_eq(unlink("old/report.html"), 0); /* its removal had begun */
    ck_assert_int_eq(rename("old", ".out.replaced-abcdef"), 0);
    ck_assert_int_eq(mkdir(".out.partial-empty1", 0777), 0);
    making_output("old", "old");
    making_file("old/report.html", "with my notes");
    ck_assert_int_eq(rename("old", ".out.partial-kept12"), 0);
    leftovers_remove(".", "out", true);
    making_check("out/summary.json", "new");
    making_check(".out.partial-kept12/report.html", "with my notes");
    ck_assert_int_eq(making_count("."), 2);
}
END_TEST

START_TEST(a_former_output_comes_back_where_nothing_took_its_place)
{
    making_output("old", "old");
    making_file("old/mine", "x"); /* whatever is in it by now */
    ck_assert_int_eq(rename("old", ".out.replaced-abcdef"), 0);
    making_output("new", "new");
    ck_assert_int_eq(rename("new", ".out.partial-abcdef"), 0);
    leftovers_remove(".", "out", true);
    making_check("out/summary.json", "old");
    making_check("out/mine", "x");
    ck_assert_int_eq(making_count("."), 1);
}
END_TEST

#define LOOP(c, test, table) tcase_add_loop_test(c, test, 0, sizeof(table) / sizeof *(table))

Suite *suite_report_leftovers(void)
{
    Suite *s = suite_create("report/leftovers");
    TCase *c = tcase_create("leftovers");
    tcase_add_checked_fixture(c, fixture_enter, fixture_leave);
    LOOP(c, a_killed_run_leaves_nothing_for_long, deaths);
    tcase_add_test(c, scratch_folders_go_too);
    tcase_add_test(c, a_living_run_keeps_its_folder);
    LOOP(c, what_is_not_ours_stays, others);
    tcase_add_test(c, what_is_no_folder_stays);
    tcase_add_test(c, a_former_output_goes_where_it_is_whole);
    tcase_add_test(c, a_former_output_comes_back_where_nothing_took_its_place);
    suite_add_tcase(s, c);
    return s;
}
