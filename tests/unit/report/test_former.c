/* SPDX-License-Identifier: MIT
 * What of an output may be replaced, and what is never lost.
 */
#include "report/former.h"

#include "base/memory.h"
#include "fixture.h"
#include "making.h"
#include "report/manifest.h"
#include "suites.h"
#include "support.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct former_terms replace = {.is_audit = true, .may_replace = true};

#define TEN_LETTERS  "abcdefghij"
#define FIFTY        TEN_LETTERS TEN_LETTERS TEN_LETTERS TEN_LETTERS TEN_LETTERS
#define LONGEST_NAME FIFTY FIFTY FIFTY FIFTY FIFTY "abcde"

/* What a user has done to the folder, and the name that the refusal tells. */
static const struct stranger {
    enum { A_FILE, A_FOLDER, A_LINK, A_PIPE } kind;
    const char *name;
    const char *told; /* NULL: the name */
    const char *text; /* of a file; where a link leads */
} strangers[] = {
    {A_FILE, "my-notes.txt", NULL, "mine"},
    {A_FILE, ".notes", NULL, "mine"},
    {A_FILE, ".concord-unfinished", NULL, "mine"},
    {A_FOLDER, ".git", NULL, NULL},
    {A_FILE, ".git/HEAD", ".git", "mine"},
    {A_FILE, "audit.db.backup", NULL, "mine"},
    {A_FILE, "audit.db-notes", NULL, "mine"},
    {A_FILE, "audit.db~", NULL, "mine"},
    {A_FILE, "audit.db-wal", NULL, "notes on the wall"},
    {A_FILE, "audit.db-shm", NULL, "mine"},
    {A_FILE, "audit.db-journal", NULL, "Dear diary,"},
    {A_FILE, "audit.db-journal2", NULL, ""},
    {A_FOLDER, "audit.db-wal", NULL, NULL},
    {A_LINK, "audit.db-shm", NULL, "elsewhere"},
    {A_FILE, "charts/audit.db-wal", NULL, ""},
    {A_FILE, "charts/mine.svg", NULL, "mine"},
    {A_FILE, "charts/.hidden", NULL, "mine"},
    {A_FILE, "charts/a.svg~", NULL, "mine"},
    {A_FILE, "charts/sub/x", "charts/sub", "mine"},
    {A_FILE, "charts/report.html", NULL, "mine"},
    {A_FILE, "Charts/a.svg", "Charts", "mine"},
    {A_FOLDER, "mine", NULL, NULL},
    {A_FOLDER, "charts/mine", NULL, NULL},
    {A_FOLDER, "chart", NULL, NULL},
    {A_FILE, "report.html/mine", "report.html", "mine"},
    {A_FOLDER, "audit.db", NULL, NULL},
    {A_LINK, "mine.csv", NULL, "nowhere"},
    {A_LINK, "report.html", NULL, "elsewhere"},
    {A_LINK, "audit.db", NULL, "elsewhere"},
    {A_LINK, "charts", NULL, "elsewhere"},
    {A_PIPE, "pipe", NULL, NULL},
    {A_PIPE, "report.html", NULL, NULL},
    {A_FILE, "report.html ", NULL, "mine"},
    {A_FILE, "two\nlines", NULL, "mine"},
    {A_FILE, "report.html\nx", NULL, "mine"},
    {A_FILE, "\xff\xfe", NULL, "mine"},
    {A_FILE, "100%s", NULL, "mine"},
    {A_FILE, LONGEST_NAME, NULL, "mine"},
    {A_FILE, "charts/" LONGEST_NAME, NULL, "mine"},
};

static void make_parents(const char *path)
{
    SCOPED_TEXT copy = memory_copy(path);
    for (char *at = strchr(copy, '/'); at; at = strchr(at + 1, '/')) {
        *at = '\0';
        unlink(copy);
        mkdir(copy, 0777);
        *at = '/';
    }
}

static void make_stranger(const struct stranger *s)
{
    SCOPED_TEXT path = memory_print("out/%s", s->name);
    make_parents(path);
    if (s->kind != A_FILE && support_exists(path)) {
        SCOPED_TEXT away = memory_print("moved-%d", (int)s->kind);
        ck_assert_int_eq(rename(path, away), 0);
    }
    switch (s->kind) {
    case A_FOLDER:
        ck_assert_int_eq(mkdir(path, 0777), 0);
        break;
    case A_LINK:
        ck_assert_int_eq(symlink(s->text, path), 0);
        break;
    case A_PIPE:
        ck_assert_int_eq(mkfifo(path, 0666), 0);
        break;
    case A_FILE:
    default:
        making_file(path, s->text);
    }
}

START_TEST(a_file_of_the_users_is_never_lost)
{
    const struct stranger *s = &strangers[_i];
    const char *told = s->told ? s->told : s->name;
    ck_assert_int_eq(mkdir("elsewhere", 0777), 0);
    making_file("elsewhere/a.svg", "<svg/>");
    making_output("out", "{}");
    make_stranger(s);
    char *before = making_tree(".");
    SCOPED_TEXT why = memory_print("\"%s\", which no audit wrote", told);
    making_refused("out", &any_pack, why);
    making_refused("out", &replace, why);
    char *after = making_tree(".");
    ck_assert_str_eq(before, after);
    free(before);
    free(after);
}
END_TEST

/* The same while the new audit runs: it is too late for an early word, not for the file. */
START_TEST(a_file_that_comes_later_is_never_lost)
{
    const struct stranger *s = &strangers[_i];
    ck_assert_int_eq(mkdir("elsewhere", 0777), 0);
    making_file("elsewhere/a.svg", "<svg/>");
    making_output("out", "{}");
    struct outdir *o = making_unfinished("out", "new");
    make_stranger(s);
    char *before = making_tree("out");
    struct error err = {0};
    ck_assert(!outdir_commit(o, &err));
    ck_assert_ptr_nonnull(strstr(err.what, "which no audit wrote"));
    char *after = making_tree("out");
    ck_assert_str_eq(before, after);
    ck_assert_int_eq(making_count("elsewhere"), 1);
    free(before);
    free(after);
}
END_TEST

/* What SQLite leaves beside its database, while that is there. */
static const struct {
    const char *name, *bytes;
    size_t size;
} companions[] = {
    {"audit.db-journal", "", 0},
    {"audit.db-journal", "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7 and more", 17},
    {"audit.db-journal", "\0\0\0\0\0\0\0\0\0\0\0\0", 12},
    {"audit.db-wal", "", 0},
    {"audit.db-wal", "\x37\x7f\x06\x82 and more", 13},
    {"audit.db-shm", "\x18\xe2\x2d\0 and more", 13},
    {"audit.db-shm", "", 0},
};

START_TEST(companions_of_the_database_go_with_it)
{
    SCOPED_TEXT path = memory_print("out/%s", companions[_i].name);
    making_output("out", "old");
    support_write_file(path, companions[_i].bytes, companions[_i].size);
    making_output("out", "new");
    ck_assert(!support_exists(path));
    ck_assert_int_eq(making_count("."), 1);
    support_write_file(path, companions[_i].bytes, companions[_i].size);
    ck_assert_int_eq(unlink("out/audit.db"), 0);
    making_refused("out", &replace, companions[_i].name);
}
END_TEST

static const char *const ours[] = {"report.html", "charts/a.svg", "summary.json"};

START_TEST(a_changed_file_is_told_and_kept)
{
    SCOPED_TEXT path = memory_print("out/%s", ours[_i]);
    SCOPED_TEXT why = memory_print("\"%s\", which was changed since the audit wrote it", ours[_i]);
    making_output("out", "{}");
    making_file(path, "with my notes");
    making_refused("out", &any_pack, why);
    making_check(path, "with my notes");

    struct error err = {0};
    struct outdir *o = NULL;
    ck_assert_msg(outdir_begin("out", &replace, &o, &err), "%s", err.what);
    making_put(o, "summary.json", "new");
    ck_assert_msg(outdir_commit(o, &err), "%s", err.what);
    making_check("out/summary.json", "new");
    ck_assert_int_eq(making_count("."), 1);
}
END_TEST

START_TEST(a_stranger_is_told_before_a_change)
{
    making_output("out", "{}");
    making_file("out/charts/a.svg", "changed");
    making_file("out/zzz", "mine");
    making_refused("out", &any_pack, "\"zzz\", which no audit wrote");
    making_file("out/aaa", "mine");
    making_refused("out", &any_pack, "\"aaa\", which no audit wrote");
}
END_TEST

/* Nothing is lost with what is not there, or with a database that nobody can read. */
START_TEST(missing_files_do_not_matter)
{
    making_output("out", "{}");
    ck_assert_int_eq(unlink("out/report.html"), 0);
    ck_assert_int_eq(unlink("out/charts/a.svg"), 0);
    ck_assert_int_eq(unlink("out/audit.db"), 0);
    making_output("out", "new");
    making_file("out/audit.db", "damaged");
    ck_assert_int_eq(unlink("out/charts/a.svg"), 0);
    ck_assert_int_eq(rmdir("out/charts"), 0);
    making_output("out", "newer");
    making_check("out/summary.json", "newer");
    ck_assert_int_eq(making_count("."), 1);
}
END_TEST

#define DIGEST "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a" /* of "{}" */
#define UPPER  "44136FA355B3678A1146AD16F7E8649E94FB4FC21FE77E8310C060F61CAAFF8A"

/* The manifest of a folder that holds summary.json ("{}"), audit.db and the manifest. */
static const struct {
    bool is_ours;
    const char *text;
} manifests[] = {
    {true, DIGEST "  summary.json\n"},
    {true, DIGEST "  summary.json"},
    {true, DIGEST "  summary.json\r\n"},
    {true, "\r\n" DIGEST "  summary.json\r\n\r\n"},
    {true, "\xEF\xBB\xBF" DIGEST "  summary.json\n"},
    {true, DIGEST " *summary.json\n"},
    {true, UPPER "  summary.json\n"},
    {true, DIGEST "  missing\n" DIGEST "  summary.json\n" DIGEST "  summary.json\n"},
    {true, DIGEST "  " LONGEST_NAME "/" LONGEST_NAME "/" LONGEST_NAME "/" LONGEST_NAME
                  "/" LONGEST_NAME "\n" DIGEST "  summary.json\n"},
    {false, ""},
    {false, "\n"},
    {false, "not a manifest\n"},
    {false, DIGEST "  report.html\n"},
    {false, DIGEST "  summary.json\n" DIGEST "  ../precious\n"},
    {false, DIGEST "  summary.json\n" DIGEST "  charts/../../precious\n"},
    {false, DIGEST "  summary.json\n" DIGEST "  /etc/passwd\n"},
    {false, DIGEST "  summary.json\n" DIGEST "  charts//x\n"},
    {false, DIGEST "  summary.json\n" DIGEST "  ./x\n"},
    {false, DIGEST "  summary.json\n" DIGEST "  charts/\n"},
    {false, DIGEST "  summary.json\n" DIGEST "  ..\n"},
    {false, DIGEST "  summary.json\n" DIGEST "\n"},
    {false, DIGEST "  summary.json\n" DIGEST "  \n"},
    {false, DIGEST " summary.json\n"},
    {false, "x" DIGEST "  summary.json\n"},
};

START_TEST(manifests_are_read_as_people_leave_them)
{
    making_file("precious", "{}");
    ck_assert_int_eq(mkdir("out", 0777), 0);
    making_file("out/summary.json", "{}");
    making_file("out/audit.db", "database");
    making_file("out/" MANIFEST_NAME, manifests[_i].text);
    if (manifests[_i].is_ours) {
        making_output("out", "new");
        making_check("out/summary.json", "new");
    } else {
        making_refused("out", &replace, "was not written by an audit");
        making_check("out/summary.json", "{}");
    }
    ck_assert(support_exists("precious"));
    ck_assert_int_eq(making_count("."), 2);
}
END_TEST

START_TEST(a_manifest_that_is_no_file_is_none)
{
    making_output("out", "{}");
    ck_assert_int_eq(rename("out/" MANIFEST_NAME, "manifest"), 0);
    ck_assert_int_eq(symlink("../manifest", "out/" MANIFEST_NAME), 0);
    making_refused("out", &replace, "was not written by an audit");
    ck_assert_int_eq(unlink("out/" MANIFEST_NAME), 0);
    ck_assert_int_eq(mkfifo("out/" MANIFEST_NAME, 0666), 0);
    making_refused("out", &replace, "was not written by an audit");
}
END_TEST

static const struct {
    const char *summary, *pack, *why; /* why NULL: it may go */
} packs[] = {
    {"{\"pack\": \"kent\"}", "kent", NULL},
    {"{\"pack\": \"kent\"}", "essex", "another pack, \"kent\", and this is \"essex\""},
    {"{\"pack\": \"kent\"}", "Kent", "another pack"},
    {"{\"pack\": \"kent\"}", "", "another pack"},
    {"{\"pack\": \"caf\\u00e9\"}", "caf\xc3\xa9", NULL},
    {"{\"pack\": \"caf?\"}", "caf\xe9", NULL},
    {"{\"pack\": \"caf?\"}", "caf\xe9s", "another pack"},
    {"{\"pack\": \"caf??\"}", "caf\xc3\xa9", "another pack"},
    {"{}", "kent", "does not say of which pack"},
    {"[]", "kent", "does not say of which pack"},
    {"no JSON", "kent", "does not say of which pack"},
    {"{\"pack\": 7}", "kent", "does not say of which pack"},
};

START_TEST(another_packs_audit_stays)
{
    making_output("out", packs[_i].summary);
    struct former_terms terms = {.is_audit = true, .pack = packs[_i].pack};
    struct tree_seen seen;
    struct error err = {0};
    bool ok = former_check("out", &terms, &seen, &err);
    tree_seen_done(&seen);
    if (packs[_i].why) {
        ck_assert(!ok);
        ck_assert_msg(strstr(err.what, packs[_i].why), "%s", err.what);
        ck_assert_ptr_nonnull(strstr(err.next, "--replace"));
    } else {
        ck_assert_msg(ok, "%s", err.what);
    }
    terms.may_replace = true;
    err = (struct error){0};
    ck_assert_msg(former_check("out", &terms, &seen, &err), "%s", err.what);
    tree_seen_done(&seen);
}
END_TEST

/* What shall take the place of what: the latter is as its row says, and of the name "kent". */
static const struct {
    bool was_of_letters;
    struct former_terms terms;
    const char *why; /* NULL: it may go */
} places[] = {
    {false, {.is_audit = true, .pack = "kent"}, NULL},
    {true, {.is_audit = true, .pack = "kent", .is_of_letters = true}, NULL},
    {true, {.is_audit = true, .pack = "kent"}, "audit of a folder of letters of that name"},
    {false,
     {.is_audit = true, .pack = "kent", .is_of_letters = true},
     "the audit of a pack of that"},
    {true, {.is_audit = true, .pack = "kent", .may_replace = true}, NULL},
    {false, {0}, "holds an audit, and this run makes none"},
    {true, {.pack = "kent", .is_of_letters = true}, "holds an audit, and this run makes none"},
    {false, {.may_replace = true}, "holds an audit, and this run makes none"},
};

START_TEST(only_an_audit_takes_the_place_of_an_audit)
{
    struct outdir *o = making_unfinished("out", "{\"pack\": \"kent\"}");
    struct error err = {0};
    if (places[_i].was_of_letters) {
        ck_assert(outdir_make_folder(o, "pack", &err));
        making_put(o, "pack/responses.csv", "response_id\n");
    }
    ck_assert_msg(outdir_commit(o, &err), "%s", err.what);
    if (places[_i].why) {
        making_refused("out", &places[_i].terms, places[_i].why);
        return;
    }
    ck_assert_msg(outdir_begin("out", &places[_i].terms, &o, &err), "%s", err.what);
    outdir_abandon(o);
}
END_TEST

/* The check and the removal are not one step. */
START_TEST(only_what_was_seen_is_removed)
{
    making_output("out", "{}");
    struct tree_seen seen;
    struct error err = {0};
    ck_assert(former_check("out", &any_pack, &seen, &err));
    making_file("out/charts/late.svg", "mine");
    making_file("out/report.html", "changed");
    ck_assert(!tree_remove("out", &seen));
    tree_seen_done(&seen);
    making_check("out/charts/late.svg", "mine");
    making_check("out/report.html", "changed");
    ck_assert(support_exists("out/" MANIFEST_NAME)); /* it still says what is ours */
    ck_assert(!support_exists("out/summary.json"));
}
END_TEST

#define LOOP(c, test, table) tcase_add_loop_test(c, test, 0, sizeof(table) / sizeof *(table))

Suite *suite_report_former(void)
{
    Suite *s = suite_create("report/former");
    TCase *c = tcase_create("former");
    tcase_add_checked_fixture(c, fixture_enter, fixture_leave);
    LOOP(c, a_file_of_the_users_is_never_lost, strangers);
    LOOP(c, a_file_that_comes_later_is_never_lost, strangers);
    LOOP(c, companions_of_the_database_go_with_it, companions);
    LOOP(c, a_changed_file_is_told_and_kept, ours);
    tcase_add_test(c, a_stranger_is_told_before_a_change);
    tcase_add_test(c, missing_files_do_not_matter);
    LOOP(c, manifests_are_read_as_people_leave_them, manifests);
    tcase_add_test(c, a_manifest_that_is_no_file_is_none);
    LOOP(c, another_packs_audit_stays, packs);
    LOOP(c, only_an_audit_takes_the_place_of_an_audit, places);
    tcase_add_test(c, only_what_was_seen_is_removed);
    suite_add_tcase(s, c);
    return s;
}
