/* SPDX-License-Identifier: MIT
 * Two audits against each other: which rows, rules and findings are not the same. What is given
 * as the reason stands in cmd/test_reasons.c.
 */
#include "compare/compare.h"

#include "cmd/running.h"
#include "measure/measuring.h"
#include "store/database.h"
#include "suites.h"
#include "table.h"

#include <stdlib.h>
#include <string.h>

#define FORCES                                                                                     \
    "force_id,name,nation,kind,regime\nessex,Essex Police,England,territorial,FOIA\n"              \
    "kent,Kent Police,England,territorial,FOIA\n"
#define RESPONSES "response_id,force_id,request_id,tool_id,date_responded,stance,exemptions\n"
#define KENT      "k1,kent,7001/24,argus,2024-02-20,disclosed,\n"
#define ESSEX     "e1,essex,7001/24,argus,2024-02-20,ncnd,31(3);24(2)\n"
#define RECORD                                                                                     \
    "acknowledgement_id,force_id,tool_id,kind,publisher,date_published,date_withdrawn,source_"     \
    "url\n"

enum { FILES = 3 };

/* The pack of the old audit: one force confirms, the other does not. */
static const struct measuring_file base[] = {{"forces.csv", FORCES},
                                             {"responses.csv", RESPONSES KENT ESSEX}};

static sqlite3 *audit_of(const char *folder, const struct measuring_file *changed)
{
    measuring_write(folder, base, LENGTH_OF(base));
    size_t count = 0;
    while (changed && count < FILES && changed[count].name)
        count++;
    measuring_write(folder, changed, count);
    return measuring_audit(folder, "2024-06-30", NULL);
}

static void execute(sqlite3 *db, const char *sql)
{
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(db));
}

/* Puts the old audit, changed by a statement, into old.db. */
static void keep_old(const struct measuring_file *files, const char *sql)
{
    struct error err = {0};
    sqlite3 *db = audit_of("old", files);
    execute(db, sql);
    ck_assert(database_commit(db, &err));
    char *vacuum = sqlite3_mprintf("VACUUM INTO %Q", running_path("old.db"));
    execute(db, vacuum);
    sqlite3_free(vacuum);
    sqlite3_close(db);
}

static void compare(sqlite3 *db)
{
    struct error err = {0};
    ck_assert_msg(compare_with_baseline(db, running_path("old.db"), &err), "%s", err.what);
}

#define INPUTS                                                                                     \
    "SELECT file_kind, row_id, change, coalesce(force_id, ''), columns FROM input_change "         \
    "ORDER BY file_kind, row_id"
#define FINDINGS                                                                                   \
    "SELECT substr(finding_id, 1, 3), change FROM finding_change "                                 \
    "WHERE finding_id LIKE 'X01-%' OR finding_id LIKE 'T01-%' ORDER BY finding_id"
#define RESOLVED "SELECT rule_id, reasons, because FROM resolved_finding WHERE rule_id = 'X01'"

/* What is other in the new pack, and what is then said of the rows, of the findings of two rules
 * and of those of one that are gone. */
static const struct {
    struct measuring_file files[FILES];
    const char *inputs, *findings, *resolved;
} later[] = {
    {{{NULL, NULL}}, "", "X01|persisting", ""},
    {{{"responses.csv", RESPONSES ESSEX KENT}}, "", "X01|persisting", ""},
    {{{"responses.csv", RESPONSES KENT}},
     "responses|e1|withdrawn|essex|",
     "",
     "X01|withdrawn from the pack|responses e1"},
    {{{"responses.csv", RESPONSES KENT "e1,essex,7001/24,argus,2024-02-21,not_held,\n"}},
     "responses|e1|changed|essex|date_responded: 2024-02-20 -> 2024-02-21; stance: ncnd -> "
     "not_held; exemptions: 24(2);31(3) -> -",
     "",
     "X01|row changed|responses e1 (date_responded: 2024-02-20 -> 2024-02-21; stance: ncnd -> "
     "not_held; exemptions: 24(2);31(3) -> -)"},
    {{{"responses.csv",
       RESPONSES KENT ESSEX "k2,kent,7002/24,argus,2024-05-20,ncnd,31(3);24(2)\n"}},
     "responses|k2|added|kent|",
     "T01|new\nX01|persisting",
     ""},
    {{{"acknowledgements.csv", RECORD "a1,kent,argus,press_release,force,2020-01-01,,\n"}},
     "acknowledgements|a1|added|kent|",
     "X01|altered",
     ""},
    {{{"forces.csv", FORCES "surrey,Surrey Police,England,territorial,FOIA\n"}},
     "collaborations|serocu surrey|added|surrey|\n"
     "collaborations|sysx surrey|added|surrey|\nforces|surrey|added|surrey|",
     "X01|persisting",
     ""},
};

START_TEST(changes_of_the_pack)
{
    keep_old(NULL, "");
    sqlite3 *db = audit_of("new", later[_i].files);
    compare(db);
    measuring_check(db, INPUTS, later[_i].inputs);
    measuring_check(db, FINDINGS, later[_i].findings);
    measuring_check(db, RESOLVED, later[_i].resolved);
    measuring_check(db, "SELECT pack, as_of FROM baseline", "old|2024-06-30");
    measuring_check(db, "SELECT * FROM rule_change", "");
    sqlite3_close(db);
}
END_TEST

/* A statement on the old audit, and what is then said of rules and of the finding of X01. */
static const struct {
    const char *sql, *query, *expected;
} formerly[] = {
    {"UPDATE rule SET sha256 = 'other' WHERE rule_id = 'X01'",
     "SELECT rule_id, change FROM rule_change", "X01|changed"},
    {"DELETE FROM rule WHERE rule_id = 'T08'", "SELECT rule_id, change FROM rule_change",
     "T08|added"},
    {"INSERT INTO rule SELECT 'U01', 'mine', 'Mine', 'U', severity, basis, rationale, source, "
     "remedy, sql, sha256, 'U01.sql', NULL, NULL, NULL FROM rule WHERE rule_id = 'X01'",
     "SELECT rule_id, change, title FROM rule_change", "U01|withdrawn|Mine"},
    {"UPDATE finding SET severity = 'info' WHERE rule_id = 'X01'",
     "SELECT change, was_severity, was_certainty FROM finding_change WHERE finding_id LIKE 'X01%'",
     "altered|info|"},
    {"UPDATE finding SET certainty = 'possible' WHERE rule_id = 'X01'",
     "SELECT change, was_severity, was_certainty FROM finding_change WHERE finding_id LIKE 'X01%'",
     "altered||possible"},
    {"UPDATE finding SET parties_digest = 'other' WHERE rule_id = 'X01'; DELETE FROM "
     "finding_party WHERE finding_no = (SELECT finding_no FROM finding WHERE rule_id = 'X01')",
     "SELECT change, parties_joined, parties_left FROM finding_change WHERE finding_id LIKE 'X01%'",
     "altered|kent|"},
    {"UPDATE finding SET message = 'other' WHERE rule_id = 'X01'",
     "SELECT change, is_reworded FROM finding_change WHERE finding_id LIKE 'X01%'", "persisting|1"},
    {"DELETE FROM finding_evidence WHERE response_no = (SELECT response_no FROM response_wording "
     "WHERE response_id = 'e1')",
     "SELECT change, evidence_gained, evidence_lost FROM finding_change WHERE finding_id LIKE "
     "'X01%'",
     "persisting|responses e1|"},
    {"UPDATE finding SET status = 'waived' WHERE rule_id = 'X01'",
     "SELECT change FROM finding_change WHERE finding_id LIKE 'X01%'", "new"},
};

START_TEST(changes_of_the_old_audit)
{
    keep_old(NULL, formerly[_i].sql);
    sqlite3 *db = audit_of("new", NULL);
    compare(db);
    measuring_check(db, formerly[_i].query, formerly[_i].expected);
    measuring_check(db, INPUTS, "");
    sqlite3_close(db);
}
END_TEST

/* Into tables of the connection: neither audit is written to. */
START_TEST(finished_audits_are_left_alone)
{
    struct error err = {0};
    keep_old(NULL, "");
    sqlite3 *db = audit_of("new", later[2].files);
    ck_assert(database_commit(db, &err));
    ck_assert_msg(compare_finished(db, running_path("old.db"), &err), "%s", err.what);
    measuring_check(db, INPUTS, later[2].inputs);
    measuring_check(db, FINDINGS, later[2].findings);
    measuring_check(db, RESOLVED, later[2].resolved);
    measuring_check(db,
                    "SELECT (SELECT count(*) FROM main.input_change), "
                    "(SELECT count(*) FROM main.finding_change), "
                    "(SELECT count(*) FROM main.resolved_finding), "
                    "(SELECT count(*) FROM main.baseline)",
                    "0|0|0|0");
    measuring_check(db, "SELECT name FROM pragma_database_list WHERE name = 'old'", "");
    sqlite3_close(db);
}
END_TEST

/* What helped is gone, and the database goes on in a transaction. */
START_TEST(nothing_is_left_behind)
{
    keep_old(NULL, "");
    sqlite3 *db = audit_of("new", later[2].files);
    compare(db);
    /* What answers are about, for who asks of it, loading leaves. */
    measuring_check(db, "SELECT name FROM temp.sqlite_schema WHERE type = 'table'", "asked");
    ck_assert_int_eq(sqlite3_get_autocommit(db), 0);
    sqlite3_close(db);
}
END_TEST

START_TEST(a_baseline_that_is_none_is_an_error)
{
    struct error err = {0};
    sqlite3 *db = audit_of("new", NULL);
    ck_assert(!compare_with_baseline(db, running_path("none.db"), &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    sqlite3_close(db);
    running_write("text.db", "no database, but a text that is long enough to be looked at");
    err = (struct error){0};
    db = audit_of("new", NULL);
    ck_assert(!compare_with_baseline(db, running_path("text.db"), &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    sqlite3_close(db);
}
END_TEST

Suite *suite_compare_compare(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("compare/compare", &tcase);
    tcase_set_timeout(tcase, 60);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    ADD_TABLE_TEST(tcase, changes_of_the_pack, later);
    ADD_TABLE_TEST(tcase, changes_of_the_old_audit, formerly);
    tcase_add_test(tcase, finished_audits_are_left_alone);
    tcase_add_test(tcase, nothing_is_left_behind);
    tcase_add_test(tcase, a_baseline_that_is_none_is_an_error);
    return suite;
}
