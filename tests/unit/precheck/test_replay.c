/* SPDX-License-Identifier: MIT
 * An audit that is done, audited anew from its database alone: it finds what it found, and says of
 * each answer that could be given what `advise` says with the pack.
 */
#include "suites.h"
#include "support.h"
#include "table.h"

#include "audit/steps.h"
#include "base/memory.h"
#include "base/version.h"
#include "intake/load.h"
#include "precheck/precheck.h"
#include "store/database.h"
#include "store/row_json.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { STEP = 32 }; /* of the packs; what they hold is spread over the alphabet */

static const char *const folders[] = {"tests/cases", "tests/semantics"};

static void no_error(bool ok, const struct error *err, const char *pack)
{
    ck_assert_msg(ok, "%s: %s: %s", pack, err->source, err->what);
}

/* NULL where there is nothing to audit. */
static sqlite3 *audit(const char *pack)
{
    struct error err = {0};
    struct intake_result loaded;
    const struct intake_options intake = {.pack = pack, .version = concord_version()};
    struct catalogue catalogue = catalogue_load();
    const struct audit_plan plan = {.catalogue = &catalogue, .without_numbers = true};
    sqlite3 *db = NULL;
    no_error(database_create(":memory:", &db, &err), &err, pack);
    no_error(intake_load(db, &intake, &loaded, &err), &err, pack);
    no_error(audit_make(db, &plan, &err) && database_commit(db, &err), &err, pack);
    catalogue_free(&catalogue);
    return db;
}

/* Every row of the query as one text; the caller frees. */
static char *all_rows(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
    json_t *list = json_array();
    while (sqlite3_step(s) == SQLITE_ROW)
        json_array_append_new(list, row_json(s));
    sqlite3_finalize(s);
    char *text = json_dumps(list, JSON_INDENT(1) | JSON_SORT_KEYS);
    json_decref(list);
    return text;
}

static void same_rows(sqlite3 *a, sqlite3 *b, const char *sql, const char *pack)
{
    char *first = all_rows(a, sql), *second = all_rows(b, sql);
    ck_assert_msg(strcmp(first, second) == 0, "%s: %s\n%s\nanew:\n%s", pack, sql, first, second);
    free(first);
    free(second);
}

/* What the audit says; numbers of rows may differ. */
static void check_found_again(sqlite3 *db, sqlite3 *base, const char *pack)
{
    static const char *const said[] = {
        "SELECT finding_id, severity, certainty, status, date, message, parties_digest, matter_id "
        "FROM v_findings ORDER BY finding_id, message",
        "SELECT force_id, tool_id, position, qualified FROM v_public_positions ORDER BY 1, 2",
        "SELECT kind, step, day_earliest, confirming, denying, ncnd FROM chain_step ORDER BY "
        "tool_no, step",
        "SELECT tool_id, confirming, denying, ncnd, p_use, leaked_bits FROM v_exposure ORDER BY 1",
    };
    for (size_t i = 0; i < LENGTH_OF(said); i++)
        same_rows(db, base, said[i], pack);
}

/* What both documents must say alike. */
static void check_same_answers(const json_t *with_pack, const json_t *without, const char *pack)
{
    static const char *const parts[] = {"as_of",    "date",   "force",   "request",
                                        "record",   "advice", "beside",  "options",
                                        "expected", "stage",  "notices", "tool"};
    for (size_t i = 0; i < LENGTH_OF(parts); i++) {
        const json_t *a = json_object_get(with_pack, parts[i]),
                     *b = json_object_get(without, parts[i]);
        char *first = json_dumps(a, JSON_INDENT(1) | JSON_ENCODE_ANY),
             *second = json_dumps(b, JSON_INDENT(1) | JSON_ENCODE_ANY);
        ck_assert_msg(json_equal(a, b), "%s: %s\n%s\nwithout the pack:\n%s", pack, parts[i], first,
                      second);
        free(first);
        free(second);
    }
}

static void check_answers(sqlite3 *base, const char *pack, const json_t *asked)
{
    struct error err = {0};
    const struct precheck_options options = {
        .pack = pack,
        .force = json_string_value(json_object_get(asked, "force_id")),
        .tool = json_string_value(json_object_get(asked, "tool_id")),
        .request = json_string_value(json_object_get(asked, "request_id"))};
    json_t *with_pack, *without = NULL;
    no_error(precheck_options_of_force(&options, &with_pack, &err), &err, pack);
    no_error(precheck_options_of_audit(base, &options, &without, &err), &err, pack);
    check_same_answers(with_pack, without, pack);
    json_decref(with_pack);
    json_decref(without);
}

/* Letters of few forces, with their request and without. */
static int check_pack(const char *pack, int most)
{
    struct error err = {0};
    sqlite3 *db = audit(pack), *base = NULL;
    no_error(precheck_replay(db, &base, &err), &err, pack);
    check_found_again(db, base, pack);
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(
        sqlite3_prepare_v2(
            db,
            "SELECT force_id, tool_id, iif(letter_no % 2, request_id, NULL) AS request_id "
            "FROM v_letters GROUP BY force_id, tool_id ORDER BY max(letter_no) DESC",
            -1, &s, NULL),
        SQLITE_OK);
    int count = 0;
    for (; count < most && sqlite3_step(s) == SQLITE_ROW; count++) {
        json_t *asked = row_json(s);
        check_answers(base, pack, asked);
        json_decref(asked);
    }
    sqlite3_finalize(s);
    sqlite3_close_v2(base);
    sqlite3_close_v2(db);
    return count;
}

START_TEST(an_audit_says_what_its_pack_says)
{
    int packs = 0, answers = 0;
    struct dirent **names;
    int count = scandir(folders[_i], &names, NULL, alphasort);
    ck_assert_int_gt(count, 10);
    for (int i = 0; i < count; i++) {
        SCOPED_TEXT pack = memory_print("%s/%s", folders[_i], names[i]->d_name);
        SCOPED_TEXT file = memory_print("%s/responses.csv", pack);
        if (support_exists(file) && ++packs % STEP == 0)
            answers += check_pack(pack, 1);
        free(names[i]);
    }
    free(names);
    ck_assert_int_gt(packs, 20);
    ck_assert_int_gt(answers, 1);
}
END_TEST

START_TEST(the_real_packs_too)
{
    ck_assert_int_ge(check_pack("datasets/palantir", 4), 4);
    ck_assert_int_ge(check_pack("datasets/national-example", 1), 1);
}
END_TEST

Suite *suite_precheck_replay(void)
{
    Suite *suite = suite_create("precheck/replay");
    TCase *tcase = tcase_create("replay");
    tcase_set_timeout(tcase, 120);
    tcase_add_loop_test(tcase, an_audit_says_what_its_pack_says, 0, LENGTH_OF(folders));
    tcase_add_test(tcase, the_real_packs_too);
    suite_add_tcase(suite, tcase);
    return suite;
}
