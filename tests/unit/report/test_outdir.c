/* SPDX-License-Identifier: MIT */
#include "report/outdir.h"

#include "base/memory.h"
#include "fixture.h"
#include "making.h"
#include "report/manifest.h"
#include "suites.h"
#include "support.h"

#include <check.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

START_TEST(test_appears_whole)
{
    struct outdir *o = making_begin("out/");
    making_put(o, "summary.json", "1");
    ck_assert(!support_exists("out"));
    struct error err = {0};
    ck_assert_msg(outdir_commit(o, &err), "%s", err.what);
    making_check("out/summary.json", "1");
    ck_assert_int_eq(making_count("."), 1);
}
END_TEST

START_TEST(test_manifest_verifies)
{
    making_output("out", "{}");
    ck_assert_int_eq(chdir("out"), 0);
    const char *const argv[] = {"sha256sum", "--check", "--strict", "--quiet", MANIFEST_NAME, NULL};
    ck_assert_int_eq(fixture_program(argv), 0);
    size_t size = 0;
    char *text = support_read_file(MANIFEST_NAME, &size);
    const char *first = strstr(text, "  charts/a.svg\n"), *last = strstr(text, "  summary.json\n");
    ck_assert(first && last && first < last);
    ck_assert_ptr_null(strstr(text, "audit.db"));
    ck_assert_ptr_null(strstr(text, MANIFEST_NAME));
    free(text);
    ck_assert_int_eq(chdir(".."), 0);
}
END_TEST

START_TEST(test_replaces_its_own)
{
    making_output("out", "old");
    making_file("out/audit.db-journal", NULL);
    making_output("out", "new");
    making_check("out/summary.json", "new");
    ck_assert_int_eq(making_count("."), 1);
}
END_TEST

START_TEST(test_follows_a_link)
{
    ck_assert_int_eq(mkdir("real", 0777), 0);
    making_output("real/out", "old");
    ck_assert_int_eq(symlink("real/out", "link"), 0);
    making_output("link", "new");
    making_check("real/out/summary.json", "new");
    struct stat status;
    ck_assert(lstat("link", &status) == 0 && S_ISLNK(status.st_mode));
}
END_TEST

START_TEST(test_refuses)
{
    ck_assert_int_eq(mkdir("empty", 0777), 0);
    ck_assert_int_eq(mkdir("foreign", 0777), 0);
    FILE *file = fopen("foreign/" MANIFEST_NAME, "w");
    fputs("not a manifest\n", file);
    ck_assert_int_eq(fclose(file), 0);
    making_file("file", NULL);
    ck_assert_int_eq(symlink("nowhere", "dangling"), 0);
    making_refused("empty", &any_pack, "was not written by an audit");
    making_refused("foreign", &any_pack, "was not written by an audit");
    making_refused("file", &any_pack, "is no folder");
    making_refused("missing/out", &any_pack, "does not exist");
    making_refused("file/out", &any_pack, "is no folder");
    making_refused("dangling", &any_pack, "cannot be used");
    making_refused("", &any_pack, "no name");
    char long_name[258];
    memset(long_name, 'a', sizeof long_name - 1);
    long_name[sizeof long_name - 1] = '\0';
    making_refused(long_name, &any_pack, "cannot have this name: File name too long");
    making_refused("/", &any_pack, "cannot be used");
    ck_assert_int_eq(making_count("."), 4);
}
END_TEST

START_TEST(test_never_loses_a_file)
{
    making_output("out", "old");
    making_file("out/my-notes.txt", NULL);
    making_refused("out", &any_pack, "my-notes.txt");
    making_check("out/summary.json", "old");
    ck_assert_int_eq(making_count("."), 1);
}
END_TEST

START_TEST(test_checks_again_before_replacing)
{
    struct outdir *o = making_begin("out");
    making_put(o, "summary.json", "1");
    ck_assert_int_eq(mkdir("out", 0777), 0);
    making_file("out/somebody-else", NULL);
    struct error err = {0};
    ck_assert(!outdir_commit(o, &err));
    ck_assert(support_exists("out/somebody-else"));
    ck_assert_int_eq(making_count("."), 1);
}
END_TEST

START_TEST(test_takes_its_name_later)
{
    struct outdir *o = making_begin(NULL);
    making_put(o, "summary.json", "1");
    struct error err = {0};
    ck_assert(outdir_rename(o, "pack-2024-12-09", &err));
    ck_assert_str_eq(outdir_final_path(o), "pack-2024-12-09");
    ck_assert_msg(outdir_commit(o, &err), "%s", err.what);
    making_check("pack-2024-12-09/summary.json", "1");
    o = making_begin(NULL);
    making_file("taken", NULL);
    ck_assert(!outdir_rename(o, "taken", &err));
    outdir_abandon(o);
    ck_assert_int_eq(making_count("."), 2);
}
END_TEST

START_TEST(test_abandons)
{
    struct outdir *o = making_begin("out");
    struct error err = {0};
    ck_assert(outdir_make_folder(o, "charts", &err));
    making_put(o, "charts/a.csv", "1");
    making_file(outdir_database_path(o), NULL);
    outdir_abandon(o);
    outdir_abandon(NULL);
    ck_assert_int_eq(making_count("."), 0);
}
END_TEST

START_TEST(test_discards_a_file)
{
    struct outdir *o = making_begin("out");
    making_put(o, "a", "1");
    making_put(o, "b", "2");
    outdir_discard(o, "a");
    outdir_discard(o, "never there");
    struct error err = {0};
    ck_assert(outdir_commit(o, &err));
    ck_assert(!support_exists("out/a") && support_exists("out/b"));
}
END_TEST

/* A device that is always full stands for a full disk. */
START_TEST(test_tells_of_a_full_disk)
{
    struct error err = {0};
    FILE *full = fopen("/dev/full", "w");
    ck_assert_ptr_nonnull(full);
    fputs("lost", full);
    ck_assert(!outdir_close(full, "findings.csv", &err));
    ck_assert_int_eq(err.kind, ERROR_OUTPUT);
    ck_assert_str_eq(err.source, "findings.csv");
    ck_assert_ptr_nonnull(strstr(err.what, "No space left"));
}
END_TEST

/* More than any list of fixed length holds. */
START_TEST(test_holds_many_files)
{
    enum { MANY = 3000 };
    struct outdir *o = making_begin("out");
    struct error err = {0};
    for (int i = 0; i < 20; i++) {
        SCOPED_TEXT folder = memory_print("folder-%d", i);
        ck_assert(outdir_make_folder(o, folder, &err));
    }
    for (int i = 0; i < MANY; i++) {
        SCOPED_TEXT name = memory_print("folder-%d/%d", i % 20, i);
        making_put(o, name, "1");
    }
    making_put(o, "summary.json", "{}");
    ck_assert_msg(outdir_commit(o, &err), "%s", err.what);
    ck_assert_int_eq(making_count("out/folder-7"), MANY / 20);
    making_output("out", "new");
    making_check("out/summary.json", "new");
    ck_assert_int_eq(making_count("."), 1);
    ck_assert(!support_exists("out/folder-7"));
}
END_TEST

static int signal_to_raise;

static void be_ended(void)
{
    struct error err = {0};
    struct outdir *o = making_unfinished("out", "{}");
    if (outdir_make_tree(o, "profile", &err)) {
        SCOPED_TEXT inner = memory_print("%s/profile/of-another-program", outdir_path(o));
        making_file(inner, "x");
    }
    for (int i = 0; i < 1500; i++) {
        SCOPED_TEXT name = memory_print("charts/%d", i);
        making_put(o, name, "1");
    }
    outdir_discard(o, "report.html");
    if (signal_to_raise > 0)
        raise(signal_to_raise);
    else if (signal_to_raise == 0)
        internal_fault("as a test wants it");
    else
        memory_exhausted();
}

/* 0 stands for a fault, -1 for exhausted memory. */
static const int ends[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGPIPE, SIGTERM,
                           SIGABRT, SIGXCPU, SIGXFSZ, 0,       -1};

START_TEST(test_cleans_up_when_ended)
{
    making_output("out", "old");
    signal_to_raise = ends[_i];
    int status = making_child(be_ended);
    if (ends[_i] < 0)
        ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == ERROR_OUTPUT);
    else
        ck_assert_int_eq(WTERMSIG(status), ends[_i] ? ends[_i] : SIGABRT);
    making_check("out/summary.json", "old");
    ck_assert_int_eq(making_count("."), 1);
}
END_TEST

static void ignore_and_go_on(void)
{
    signal(SIGHUP, SIG_IGN);
    struct error err = {0};
    struct outdir *o = making_unfinished("out", "{}");
    raise(SIGHUP);
    _exit(outdir_commit(o, &err) ? 0 : 1);
}

START_TEST(test_leaves_an_ignored_signal_ignored)
{
    ck_assert_int_eq(making_child(ignore_and_go_on), 0);
    ck_assert(support_exists("out/summary.json"));
}
END_TEST

/* What stands under the name of the hidden folder is not the folder that was made. */
START_TEST(test_abandons_its_own_folder_only)
{
    struct outdir *o = making_unfinished("out", "{}");
    SCOPED_TEXT path = memory_copy(outdir_path(o));
    ck_assert_int_eq(rename(path, "moved"), 0);
    ck_assert_int_eq(mkdir(path, 0777), 0);
    SCOPED_TEXT mine = memory_print("%s/mine", path);
    making_file(mine, "x");
    outdir_abandon(o);
    ck_assert(support_exists(mine));
}
END_TEST

Suite *suite_report_outdir(void)
{
    Suite *s = suite_create("report/outdir");
    TCase *c = tcase_create("outdir");
    tcase_add_checked_fixture(c, fixture_enter, fixture_leave);
    tcase_add_test(c, test_appears_whole);
    tcase_add_test(c, test_manifest_verifies);
    tcase_add_test(c, test_replaces_its_own);
    tcase_add_test(c, test_follows_a_link);
    tcase_add_test(c, test_refuses);
    tcase_add_test(c, test_never_loses_a_file);
    tcase_add_test(c, test_checks_again_before_replacing);
    tcase_add_test(c, test_takes_its_name_later);
    tcase_add_test(c, test_abandons);
    tcase_add_test(c, test_discards_a_file);
    tcase_add_test(c, test_tells_of_a_full_disk);
    tcase_add_test(c, test_holds_many_files);
    tcase_add_test(c, test_leaves_an_ignored_signal_ignored);
    tcase_add_test(c, test_abandons_its_own_folder_only);
    tcase_add_loop_test(c, test_cleans_up_when_ended, 0, sizeof ends / sizeof *ends);
    suite_add_tcase(s, c);
    return s;
}
