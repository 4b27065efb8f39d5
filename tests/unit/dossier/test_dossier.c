/* SPDX-License-Identifier: MIT
 * The dossier of a force as a page: the two sheets, and all that stands behind them.
 */
#include "suites.h"
#include "support.h"
#include "table.h"

#include "base/memory.h"
#include "dossier/dossier.h"
#include "store/database.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char work[64];

static void make_work(void)
{
    support_make_folder(work);
}

static void remove_work(void)
{
    support_remove_folder(work);
}

static sqlite3 *audited(const char *pack)
{
    struct error err = {0};
    SCOPED_TEXT folder = memory_print("%s/audit", work);
    SCOPED_TEXT path = memory_print("%s/audit/audit.db", work);
    struct support_output made = support_concord(
        NULL, NULL,
        (const char *const[]){"audit", pack, "-o", folder, "--quiet", "--format", "json", NULL});
    ck_assert_msg(made.code == 0, "%s", made.err);
    support_output_done(&made);
    sqlite3 *db = NULL;
    ck_assert_msg(database_open_existing(path, &db, &err), "%s", err.what);
    return db;
}

/* The page of such a plan; the caller frees. */
static char *page_of(sqlite3 *db, struct dossier_plan plan, const char *force, const char *request,
                     const char *tool)
{
    struct error err = {0};
    struct dossiers *d = NULL;
    struct outdir *o = NULL;
    plan.page = "dossier.html";
    bool ok = dossiers_open(db, &d, &err) &&
              dossiers_find(d, force, request, tool, &plan.subject, &err) &&
              outdir_begin_scratch(work, "dossier", "", &o, &err) &&
              dossiers_write(d, o, &plan, &err);
    ck_assert_msg(ok, "%s: %s %s", err.source, err.what, err.next);
    SCOPED_TEXT path = memory_print("%s/dossier.html", outdir_path(o));
    size_t size;
    char *page = support_read_file(path, &size);
    outdir_abandon(o);
    dossiers_close(d);
    return page;
}

static void has(const char *page, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(strstr(page, words[i]), "\"%s\" is not on the page", words[i]);
}

START_TEST(the_whole_follows_the_sheets)
{
    static const char *const words[] = {
        /* The questions, and their answers. */
        "What did we say?", "What was public?", "What was advised?", "What did the others say?",
        "Where does it not hold?", "What would an answer do today?",
        "on its letter of 2025-07 to nyp-0287 (10 months old)",
        /* Letters, with row, coder and note; record and advice of their day. */
        "2024-12 (17 months old)", "whoever filled in the pack",
        "Says after its searches that the information is held",
        "in force on some readings of the dates", "<td>cited</td><td>cited</td><td>met</td>",
        /* Findings, reasoning and what speaks against them. */
        "L01-", "A letter cannot both confirm or deny and decline to do so",
        "Whoever coded it doubts the row itself",
        "Not known to the day:", "<bdi>FOIA s1(1)(a), s2(1), s17(1)</bdi>",
        /* Comparators, rulings, risk, answers, files. */
        "Answers of others to 995/24 about Palantir (any product)", "IC-392889-C5J2",
        "Of each matter the largest weight", "would create: ", "responses.csv"};
    sqlite3 *db = audited("datasets/palantir");
    char *page =
        page_of(db, (struct dossier_plan){.is_whole = true}, "north yorkshire", NULL, "palantir");
    has(page, words, LENGTH_OF(words));
    static const char *const not_for_readers[] = {"SEMANTICS", "DOMAIN.md", "{{"};
    for (size_t i = 0; i < LENGTH_OF(not_for_readers); i++)
        ck_assert_msg(!strstr(page, not_for_readers[i]), "%s", not_for_readers[i]);
    free(page);
    sqlite3_close_v2(db);
}
END_TEST

/* Held and exempt, and cites what is for an NCND: coded as the one, it can be read as the other. */
static const char two_ways[] =
    "response_id,force_id,request_id,tool_id,date_responded,stance,exemptions,note,text\n"
    "r1,kent,1/25,x,2025-01-01,held_exempt,24(2);31(3),second-hand,\"Freedom of Information Act "
    "2000 decision notice.\n\nI can confirm that the information is held. It is exempt by virtue "
    "of "
    "sections 24(2) and 31(3) of the Freedom of Information Act 2000.\n\"\n"
    "r2,essex,1/25,x,2025-01,ncnd,31(3),,\n";

START_TEST(another_reading_speaks_against_a_finding)
{
    SCOPED_TEXT file = memory_print("%s/responses.csv", work);
    support_write_file(file, two_ways, strlen(two_ways));
    sqlite3 *db = audited(file);
    char *page = page_of(db, (struct dossier_plan){.is_whole = true}, "kent", NULL, NULL);
    static const char *const words[] = {
        "The letter can be read otherwise: r1 as neither confirmed nor denied (NCND)",
        "The words of <bdi>r1</bdi> can be read otherwise",
        "I can confirm that the information is held."};
    has(page, words, LENGTH_OF(words));
    free(page);
    sqlite3_close_v2(db);
    db = audited(file);
    page = page_of(db, (struct dossier_plan){.is_whole = true}, "essex", NULL, NULL);
    ck_assert(!strstr(page, "can be read otherwise"));
    ck_assert(strstr(page, "Not known to the day: r2 (2025-01)"));
    free(page);
    sqlite3_close_v2(db);
}
END_TEST

static char *mask_all(void *context, struct slice text)
{
    int *count = context;
    (void)text;
    ++*count;
    return memory_copy("[masked]");
}

START_TEST(what_others_wrote_can_be_masked)
{
    int count = 0;
    sqlite3 *db = audited("datasets/palantir");
    char *page = page_of(db,
                         (struct dossier_plan){.is_whole = true,
                                               .mask = mask_all,
                                               .mask_context = &count,
                                               .masking = "Names are masked"},
                         "nyp", NULL, NULL);
    ck_assert_int_gt(count, 20);
    ck_assert(strstr(page, "[masked]") && strstr(page, "Names are masked"));
    static const char *const notes[] = {"Says after its searches", "One decision over three",
                                        "Known only from a link"};
    for (size_t i = 0; i < LENGTH_OF(notes); i++)
        ck_assert_msg(!strstr(page, notes[i]), "not masked: %s", notes[i]);
    free(page);
    sqlite3_close_v2(db);
}
END_TEST

/* A letter with an address for scripts and markup in every field that a dossier shows. */
static const char *const hostile[][2] = {
    {"tools.csv", "tool_id,name\nx,\"<script>alert(1)</script>\"\n"},
    {"requests.csv", "request_id,title,tool_id\n1/25,\"<b>title</b>\",x\n"},
    {"guidance.csv", "guidance_id,title,tool_id,condition,expected_stance,effective_from\n"
                     "g1,\"</style><img src=x onerror=a()>\",x,any,ncnd,2024-01-01\n"},
    {"acknowledgements.csv",
     "acknowledgement_id,force_id,tool_id,kind,publisher,date_published,summary,source_url\n"
     "a1,kent,x,published_dpia,force,2024-02-01,\"<i onclick=b()>\",javascript:alert(2)\n"},
    {"responses.csv", "response_id,force_id,request_id,tool_id,date_responded,stance,exemptions,"
                      "note,text,source_url\n"
                      "\"<u>r1\",kent,1/25,x,2025-01-01,ncnd,31(3),\"<script>n</script>\",\"</"
                      "pre><script>t</script>\","
                      "javascript:alert(3)\n"
                      "r2,essex,1/25,x,2025-01-02,not_held,,,,\n"},
};

START_TEST(hostile_text_is_escaped)
{
    SCOPED_TEXT pack = memory_print("%s/pack", work);
    struct support_output made =
        support_run(NULL, NULL, (const char *const[]){"mkdir", pack, NULL});
    support_output_done(&made);
    for (size_t i = 0; i < LENGTH_OF(hostile); i++) {
        SCOPED_TEXT file = memory_print("%s/%s", pack, hostile[i][0]);
        support_write_file(file, hostile[i][1], strlen(hostile[i][1]));
    }
    sqlite3 *db = audited(pack);
    char *page = page_of(db, (struct dossier_plan){.is_whole = true}, "kent", "1/25", NULL);
    static const char *const shown[] = {"&lt;script&gt;t&lt;", "&lt;script&gt;n&lt;",
                                        "&lt;b&gt;title", "&lt;u&gt;r1", "&lt;i onclick"};
    has(page, shown, LENGTH_OF(shown));
    static const char *const never[] = {
        "<script", "<img", "<i ", "<u>", "javascript:alert(3)\"", "href=\"javascript"};
    for (size_t i = 0; i < LENGTH_OF(never); i++)
        ck_assert_msg(!strstr(page, never[i]), "%s", never[i]);
    free(page);
    sqlite3_close_v2(db);
}
END_TEST

Suite *suite_dossier_dossier(void)
{
    Suite *suite = suite_create("dossier/dossier");
    TCase *tcase = tcase_create("dossier");
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, make_work, remove_work);
    tcase_add_test(tcase, the_whole_follows_the_sheets);
    tcase_add_test(tcase, another_reading_speaks_against_a_finding);
    tcase_add_test(tcase, what_others_wrote_can_be_masked);
    tcase_add_test(tcase, hostile_text_is_escaped);
    suite_add_tcase(suite, tcase);
    return suite;
}
