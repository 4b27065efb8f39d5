/* SPDX-License-Identifier: MIT
 * concord dossier: two sheets about a force.
 */
#include "running.h"
#include "suites.h"
#include "table.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The pack, audited once for a test; the path of its database. */
static const char *audited(const char *pack)
{
    static char database[PATH_MAX];
    running_check(RUN("audit", pack, "-o", running_path("audit"), "--quiet", "--format", "json",
                      "--marking", "OFFICIAL"),
                  0, NULL, NULL);
    snprintf(database, sizeof database, "%s/audit/audit.db", running_work);
    return database;
}

static char *read_made(const char *name)
{
    size_t size = 0;
    return support_read_file(running_path(name), &size);
}

static void has(const char *page, const char *word)
{
    ck_assert_msg(strstr(page, word), "\"%s\" is not on the page", word);
}

START_TEST(answers_the_five_questions)
{
    const char *database = audited("datasets/palantir");
    running_check(
        RUN("dossier", database, "--force", "North Yorkshire", "-r", "157/25", "-o", running_work),
        0, "/dossier-north-yorkshire-157-25.html\n", NULL);
    char *page = read_made("dossier-north-yorkshire-157-25.html");
    static const char *const words[] = {
        "What did we say?", "What was public?", "What was advised?", "What did the others say?",
        "Where does it not hold?", "OFFICIAL", "It confirms use of", "(10 months old)",
        "Nothing about this force is known to be published", "Applies today: <bdi>CRU 157/25",
        "<strong>2 neither confirm nor deny</strong>: <bdi>South Wales Police (2025)", "X09-",
        "Against it:", "expected by <bdi>CRU 157/25: maintain NCND",
        /* What is left out, and where it is. */
        "These two sheets leave out the words of the letters", "concord evidence"};
    for (size_t i = 0; i < LENGTH_OF(words); i++)
        has(page, words[i]);
    ck_assert_msg(!strstr(page, "The letters, in order of time"), "it is more than two sheets");
    free(page);
}
END_TEST

START_TEST(a_force_of_which_nothing_is_known)
{
    running_check(
        RUN("dossier", audited("datasets/palantir"), "--force", "kent", "-o", running_work), 0,
        "/dossier-kent.html\n", NULL);
    char *page = read_made("dossier-kent.html");
    has(page, "Nothing: no letter of this force about it is known.");
    has(page, "No position is known on");
    has(page, "Nowhere: the rules find nothing open about this force here.");
    has(page, "Applies today:");
    free(page);
}
END_TEST

START_TEST(all_forces_the_same_bytes_twice)
{
    const char *database = audited("datasets/palantir");
    ck_assert_int_eq(mkdir(running_path("b"), 0777), 0);
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", running_path("b"));
    running_check(RUN("dossier", database, "--all", "-o", running_work), 0,
                  "/dossier-bedfordshire.html\n", NULL);
    running_check(RUN("dossier", database, "--all", "-o", folder), 0, "/dossier-south-wales.html\n",
                  NULL);
    running_check(
        support_run(
            running_work, NULL,
            (const char *const[]){
                "sh", "-c", "ls b | wc -l; for f in b/*; do cmp \"$f\" \"${f#b/}\"; done", NULL}),
        0, "9\n", NULL);
}
END_TEST

static const struct {
    const char *arguments[6];
    int code;
    const char *out, *err;
} asked[] = {
    {{NULL}, 2, NULL, "--force FORCE is needed, or --all"},
    {{"--force", ""}, 2, NULL, "--force"},
    {{"--all", "--force", "kent"}, 2, NULL, "--all"},
    {{"--force", "Kennt"}, 2, NULL, "Did you mean"},
    {{"--force", "kent", "-r", "9/99"}, 2, NULL, "no request \"9/99\""},
    {{"--force", "kent", "-t", "palantier"}, 2, NULL, "Did you mean"},
    {{"--force", "nyp", "-t", "Palantir"}, 0, "/dossier-north-yorkshire-palantir.html\n", NULL},
    {{"--all", "-r", "157/25"}, 0, "/dossier-south-wales-157-25.html\n", NULL},
    {{"--force", "kent", "-o", "new-folder"}, 0, "/new-folder/dossier-kent.html\n", NULL},
    {{"--force", "kent", "-o", "kent.html"}, 2, NULL, "takes a folder, and no .html"},
    {{"--force", "kent", "-o", "no/such/folder"}, 4, NULL, "Make the folder above it first"},
    {{"--force", "kent", "-o", "audit"}, 4, NULL, "audit: this is the output of an audit"},
};

START_TEST(answers_what_is_asked)
{
    const char *arguments[10] = {"dossier", audited("datasets/palantir")};
    for (int i = 0; i < 6 && asked[_i].arguments[i]; i++)
        arguments[2 + i] = asked[_i].arguments[i];
    running_check(support_concord(running_work, NULL, arguments), asked[_i].code,
                  asked[_i].out ? asked[_i].out + 1 : NULL, asked[_i].err);
    running_check(support_run(running_work, NULL,
                              (const char *const[]){"sh", "-c", "ls -A | grep -c partial", NULL}),
                  1, "0\n", NULL);
}
END_TEST

/* A dossier gives way to a later one; what else has its name stays, and then nothing is written. */
START_TEST(only_a_dossier_is_replaced)
{
    const char *database = audited("datasets/palantir");
    running_write("dossier-south-wales.html", "<!DOCTYPE html><title>My notes</title>");
    running_check(RUN("dossier", database, "--all", "-o", running_work), 4, "",
                  "dossier-south-wales.html: there is something of that name which is no dossier");
    ck_assert(!support_exists(running_path("dossier-bedfordshire.html")));
    running_check(RUN("dossier", database, "--force", "kent", "-o", running_work), 0, NULL, NULL);
    running_check(RUN("dossier", database, "--force", "kent", "-o", running_work), 0, NULL, NULL);
    ck_assert_int_eq(unlink(running_path("dossier-kent.html")), 0);
    ck_assert_int_eq(symlink("audit", running_path("dossier-kent.html")), 0);
    running_check(RUN("dossier", database, "--force", "kent", "-o", running_work), 4, "",
                  "is not replaced");
}
END_TEST

START_TEST(no_audit_no_dossier)
{
    running_write("empty.db", "");
    running_check(RUN("dossier", running_path("empty.db"), "--all"), 3, NULL,
                  "this is no database of an audit");
    running_check(RUN("dossier", running_path("missing.db"), "--all"), 3, NULL, "missing.db");
    running_write("responses.csv", "response_id,force_id,request_id,tool_id,stance\n"
                                   "../../x,kent,\"1/25 <b>\",\"../t\",ncnd\n");
    char pack[PATH_MAX];
    snprintf(pack, sizeof pack, "%s", running_path("responses.csv"));
    const char *database = audited(pack);
    running_check(RUN_IN(running_work, "dossier", database, "--all", "-t", "../t"), 0,
                  "dossier-kent-tool-", NULL);
    running_check(RUN_IN(running_work, "dossier", database, "--all", "-r", "1/25 <b>"), 0,
                  "dossier-kent-1-25--b-.html\n", NULL);
}
END_TEST

Suite *suite_cmd_dossier(void)
{
    Suite *suite = suite_create("cmd/dossier");
    TCase *tcase = tcase_create("dossier");
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_add_test(tcase, answers_the_five_questions);
    tcase_add_test(tcase, a_force_of_which_nothing_is_known);
    tcase_add_test(tcase, all_forces_the_same_bytes_twice);
    tcase_add_loop_test(tcase, answers_what_is_asked, 0, LENGTH_OF(asked));
    tcase_add_test(tcase, only_a_dossier_is_replaced);
    tcase_add_test(tcase, no_audit_no_dossier);
    suite_add_tcase(suite, tcase);
    return suite;
}
