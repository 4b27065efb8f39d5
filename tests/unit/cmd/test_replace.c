/* SPDX-License-Identifier: MIT
 * An audit into a folder that is there already, as a user meets it.
 */
#include "running.h"
#include "suites.h"
#include "support.h"

#include "base/memory.h"

#include <check.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* In the folder of the test: kent/ and essex/ are packs, out is the audit of kent. */
static const char beginning[] =
    "set -u; concord=$1; audit() { \"$concord\" audit --format csv,json,charts --quiet \"$@\"; }\n"
    "head='response_id,force_id,request_id,tool_id,date_responded,stance'\n"
    "mkdir kent essex more; for p in kent essex more; do printf '%s\\n%s\\n' \"$head\" "
    "\"R1,$p,1/24,argus,2024-02-01,ncnd\" >$p/responses.csv; done\n"
    "sed -i s/more/kent/ more/responses.csv; audit kent -o out || exit 9\n";

static struct support_output run_script(const char *script)
{
    char program[PATH_MAX];
    const char *given = getenv("CONCORD");
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
    SCOPED_TEXT whole = memory_print("%s%s", beginning, script);
    const char *const argv[] = {"sh", "-c", whole, "sh", program, NULL};
    return support_run(running_work, NULL, argv);
}

static const struct {
    const char *before;    /* what happens to the folder */
    const char *arguments; /* of the second audit */
    int code;
    const char *said; /* on stderr; NULL: nothing is looked for */
    const char *then; /* a condition that holds afterwards */
} runs[] = {
    {"true", "kent -o out", 0, NULL, "test $(ls -A | wc -l) = 4"},
    {"true", "./kent/ -o ./out/", 0, NULL, "test $(ls -A | wc -l) = 4"},
    {"true", "kent/../kent -o out///", 0, NULL, "test $(ls -A | wc -l) = 4"},
    {"echo R2,kent,2/24,argus,2024-05-01,ncnd >>kent/responses.csv", "kent -o out", 0, NULL,
     "grep -q 2024-05 out/summary.json"},
    {"cp -r kent q; rm -r kent; mkdir x; mv q x/kent", "x/kent -o out", 0, NULL, "test -d out"},
    {"true", "essex -o out", 4, "another pack, \"kent\", and this is \"essex\"",
     "grep -q '\"pack\": \"kent\"' out/summary.json"},
    {"true", "essex/responses.csv -o out", 4, "and this is \"responses.csv\"", "test -d out"},
    {"true", "- -o out <essex/responses.csv", 4, "and this is \"standard input\"", "test -d out"},
    {"true", "essex -o out --replace", 0, NULL, "grep -q '\"pack\": \"essex\"' out/summary.json"},
    {"echo damaged >out/audit.db", "kent -o out", 0, NULL, "test -s out/audit.db"},
    {"echo damaged >out/audit.db", "essex -o out", 4, "another pack", "test -d out"},
    {": >out/audit.db", "kent -o out", 0, NULL, "test -s out/audit.db"},
    {"rm out/audit.db", "kent -o out", 0, NULL, "test -s out/audit.db"},
    {"rm out/summary.json", "kent -o out", 4, "does not say of which pack", "test -d out"},
    {"rm out/summary.json", "kent -o out --replace", 0, NULL, "test -e out/summary.json"},
    {"echo scribble >>out/findings.csv", "kent -o out", 4, "\"findings.csv\", which was changed",
     "grep -q scribble out/findings.csv"},
    {"echo scribble >>out/findings.csv", "kent -o out --replace", 0, NULL,
     "! grep -q scribble out/findings.csv"},
    {"echo scribble >>out/findings.csv; mv out/findings.csv .", "kent -o out", 0, NULL,
     "grep -q scribble findings.csv"},
    {"mkdir out/.git", "kent -o out --replace", 4, "\".git\", which no audit wrote",
     "test -d out/.git"},
    {"cp out/audit.db out/audit.db.backup", "kent -o out --replace", 4, "audit.db.backup",
     "test -s out/audit.db.backup"},
    {"echo x >out/charts/mine.svg", "kent -o out --replace", 4, "charts/mine.svg",
     "test -s out/charts/mine.svg"},
    {"echo x >out/.notes", "essex -o out --replace", 4, "\".notes\", which no audit wrote",
     "test -s out/.notes"},
    {"sed -i 's/$/\\r/' out/manifest-sha256.txt", "kent -o out", 0, NULL, "test -d out"},
    {"ln -s out link", "kent -o link", 0, NULL, "test -L link && test -d out"},
    {"ln -s out link", "kent -o link/", 0, NULL, "test -L link && test -d out"},
    {"ln -s out link", "essex -o link", 4, "another pack", "test -L link && test -d out"},
    {"mkdir empty", "kent -o empty", 4, "was not written by an audit", "test -d empty"},
    {"cd out; mv ../kent ../kent2; cp -r ../kent2 ../kent", "../kent -o .", 0, NULL,
     "test -s ../out/audit.db"},
    {"mkdir deep; mv kent out deep; cd deep", "kent -o out", 0, NULL, "test -s out/audit.db"},
};

START_TEST(a_second_audit)
{
    SCOPED_TEXT script = memory_print("%s\naudit %s; code=$?\n%s || { echo not so; ls -lA . out; "
                                      "exit 99; }\n! ls -A | grep partial || exit 98; exit $code",
                                      runs[_i].before, runs[_i].arguments, runs[_i].then);
    running_check(run_script(script), runs[_i].code, NULL, runs[_i].said);
}
END_TEST

/* It is said before minutes are spent on the pack. */
START_TEST(a_refusal_comes_before_the_pack_is_read)
{
    running_check(run_script("echo nonsense >essex/responses.csv; audit essex -o out"), 4, NULL,
                  "another pack");
}
END_TEST

START_TEST(a_default_folder_is_checked_too)
{
    running_check(run_script("audit kent && mkdir x && cp -r essex x/kent && audit x/kent &&"
                             " echo note >>kent-2024-02-01/report.csv; audit kent"),
                  4, NULL, "\"report.csv\", which no audit wrote");
}
END_TEST

/* A mount point stays where it is: said clearly, and nothing is lost. */
START_TEST(a_mount_point_cannot_be_replaced)
{
    char program[PATH_MAX];
    const char *given = getenv("CONCORD");
    ck_assert_ptr_nonnull(realpath(given ? given : "build/concord", program));
    running_check(run_script("true"), 0, NULL, NULL);
    static const char script[] =
        "mkdir m && mount --bind out m || exit 77; "
        "\"$0\" audit --quiet --format csv,json kent -o m; code=$?; "
        "test -s m/audit.db && ! ls -A | grep partial || exit 99; exit $code";
    const char *const user[] = {"unshare", "-rm", "sh", "-c", script, program, NULL};
    const char *const root[] = {"unshare", "-m", "sh", "-c", script, program, NULL};
    struct support_output output = support_run(running_work, NULL, geteuid() == 0 ? root : user);
    if (output.code == 77 || output.code == 1) {
        puts("not tested, since this machine lets nobody mount: an output that is a mount point");
        support_output_done(&output);
        return;
    }
    running_check(output, 4, NULL, "choose a folder below it with -o");
}
END_TEST

Suite *suite_cmd_replace(void)
{
    Suite *s = suite_create("cmd/replace");
    TCase *c = tcase_create("replace");
    tcase_add_checked_fixture(c, running_begin, running_end);
    tcase_add_loop_test(c, a_second_audit, 0, sizeof runs / sizeof *runs);
    tcase_add_test(c, a_refusal_comes_before_the_pack_is_read);
    tcase_add_test(c, a_default_folder_is_checked_too);
    tcase_add_test(c, a_mount_point_cannot_be_replaced);
    suite_add_tcase(s, c);
    return s;
}
