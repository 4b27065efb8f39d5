/* SPDX-License-Identifier: MIT
 * What became of matters between two audits adds up, whatever joins, comes apart, is new or gone.
 */
#include "compare/compare.h"

#include "cmd/running.h"
#include "measure/measuring.h"
#include "rules/worked_packs.h"
#include "store/database.h"
#include "suites.h"
#include "table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void execute(sqlite3 *db, const char *sql)
{
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", sql,
                  sqlite3_errmsg(db));
}

/* The audit as a file, to compare with; it is closed. */
static void keep(sqlite3 *db, const char *name)
{
    struct error err = {0};
    ck_assert(database_commit(db, &err));
    unlink(running_path(name));
    char *vacuum = sqlite3_mprintf("VACUUM INTO %Q", running_path(name));
    execute(db, vacuum);
    sqlite3_free(vacuum);
    sqlite3_close(db);
}

/* What each matter of then and of now is about, worked out again: rule, force, tool and request of
 * its open findings, by their identifiers. Matters are linked where they share one. */
#define FACTS(side, schema)                                                                        \
    "CREATE TEMP TABLE " side " AS SELECT m.matter_id, f.finding_id, f.rule_id || ' ' || "         \
    "coalesce(o.force_id, '-') || ' ' || coalesce(t.tool_id, '-') || ' ' || "                      \
    "coalesce(q.request_id, '-') AS fact FROM " schema ".finding f JOIN " schema                   \
    ".matter m USING (matter_no) LEFT JOIN " schema ".force o USING (force_no) LEFT JOIN " schema  \
    ".tool t USING (tool_no) LEFT JOIN " schema ".request q ON q.request_no = f.request_no;"

static const char facts[] = FACTS("then_fact", "then_audit") FACTS("now_fact", "main");

/* Each must give no row. */
static const char *const never[] = {
    /* both sides add up, and every matter stands in one row */
    "SELECT * FROM matter_accounting WHERE now <> (SELECT count(DISTINCT matter_id) FROM now_fact)"
    " OR \"before\" <> (SELECT count(DISTINCT matter_id) FROM then_fact)"
    " OR now <> new + altered + persisting"
    " OR \"before\" <> resolved + joined + altered + persisting - split",
    "SELECT matter_no FROM matter WHERE matter_no NOT IN (SELECT matter_no FROM matter_change)",
    /* new and resolved are those without a link */
    "SELECT m.matter_id FROM matter m JOIN matter_change c USING (matter_no)"
    " WHERE (c.change = 'new') = EXISTS (SELECT 1 FROM now_fact n JOIN then_fact t USING (fact)"
    "                                    WHERE n.matter_id = m.matter_id)",
    "SELECT matter_id FROM former_matter f"
    " WHERE (outcome = 'resolved') = EXISTS (SELECT 1 FROM then_fact t JOIN now_fact n USING (fact)"
    "                                        WHERE t.matter_id = f.matter_id)",
    /* a matter whose finding is open in both goes on or joins, and is none that is new */
    "SELECT t.matter_id FROM then_fact t JOIN now_fact n USING (finding_id)"
    " JOIN former_matter f ON f.matter_id = t.matter_id WHERE f.outcome = 'resolved'",
    /* one goes on in one at most, and in each one; of one name they are the same */
    "SELECT was_matter_id FROM matter_change WHERE was_matter_id IS NOT NULL GROUP BY 1 HAVING "
    "count(*) > 1",
    "SELECT f.matter_id FROM former_matter f WHERE (outcome = 'goes on') <> (SELECT count(*) FROM "
    "matter_change c WHERE c.was_matter_id = f.matter_id)",
    "SELECT m.matter_id FROM matter m JOIN matter_change c USING (matter_no) JOIN former_matter f "
    "USING (matter_id) WHERE f.outcome <> 'resolved' AND c.was_matter_id IS NOT m.matter_id",
    /* where two of then are one now, the older goes on */
    "SELECT m.matter_id FROM former_matter j JOIN matter m USING (matter_no) JOIN matter_change c "
    "USING (matter_no) JOIN then_audit.matter a ON a.matter_id = c.was_matter_id"
    " JOIN then_audit.matter b ON b.matter_id = j.matter_id"
    " WHERE j.outcome = 'joined' AND a.matter_id <> m.matter_id"
    " AND coalesce(b.first_day, 9e9) < coalesce(a.first_day, 9e9)",
    /* what persists is of the same findings */
    "SELECT m.matter_id FROM matter m JOIN matter_change c USING (matter_no) WHERE change = "
    "'persisting' AND (SELECT group_concat(finding_id) FROM (SELECT finding_id FROM now_fact n "
    "WHERE n.matter_id = m.matter_id ORDER BY 1)) IS NOT (SELECT group_concat(finding_id) FROM "
    "(SELECT finding_id FROM then_fact t WHERE t.matter_id = c.was_matter_id ORDER BY 1))",
};

static void check_accounting(sqlite3 *db, const char *old, const char *what)
{
    struct error err = {0};
    ck_assert_msg(compare_with_baseline(db, running_path(old), &err), "%s: %s", what, err.what);
    ck_assert(database_commit(db, &err));
    char *attach = sqlite3_mprintf("ATTACH %Q AS then_audit", running_path(old));
    execute(db, attach);
    sqlite3_free(attach);
    execute(db, facts);
    for (size_t i = 0; i < LENGTH_OF(never); i++) {
        char *rows = measuring_rows(db, never[i]);
        ck_assert_msg(!*rows, "%s: %s\n%s", what, rows, never[i]);
        free(rows);
    }
}

/* The day in the middle of those on which somebody answered; "" where there are not two. */
static void middle_day(sqlite3 *db, char out[16])
{
    char *day = measuring_rows(
        db, "SELECT date(responded_latest * 86400, 'unixepoch') FROM (SELECT responded_latest, "
            "row_number() OVER (ORDER BY responded_latest) AS n, count(*) OVER () AS days FROM "
            "(SELECT DISTINCT responded_latest FROM response WHERE responded_latest IS NOT NULL)) "
            "WHERE days > 1 AND n = (days + 1) / 2");
    snprintf(out, 16, "%.10s", day);
    free(day);
}

/* Every other worked pack as it was in the middle of its time, and as it is; some also the other
 * way round. */
START_TEST(matters_of_worked_packs_add_up)
{
    int folders = 0, compared = 0;
    const char *const *folder = worked_packs(&folders);
    for (int i = 0; i < folders; i += 2) {
        char as_of[WORKED_PACK_DATE_BYTES], middle[16];
        const char *day = worked_pack_as_of(folder[i], as_of);
        sqlite3 *late = worked_pack_audit(folder[i], day, NUMBERS_IN_SHORT);
        middle_day(late, middle);
        if (!*middle || (day && strcmp(middle, day) >= 0)) {
            sqlite3_close(late);
            continue;
        }
        keep(worked_pack_audit(folder[i], middle, NUMBERS_IN_SHORT), "early.db");
        check_accounting(late, "early.db", folder[i]);
        sqlite3_close(late);
        compared++;
        if (i % 8)
            continue;
        keep(worked_pack_audit(folder[i], day, NUMBERS_IN_SHORT), "late.db");
        sqlite3 *early = worked_pack_audit(folder[i], middle, NUMBERS_IN_SHORT);
        check_accounting(early, "late.db", folder[i]);
        sqlite3_close(early);
    }
    ck_assert_int_gt(compared, 20);
}
END_TEST

/* A confirmation in words that relies on NCND (L01), and then an NCND though the force has
 * published (G01): the retreat from the one to the other (T01) makes one of both. */
static const char responses[] =
    "response_id,force_id,request_id,tool_id,date_responded,stance,held_statement,exemptions\n"
    "k1,kent,7001/23,argus,2023-03-01,ncnd,confirm,31(3);24(2)\n"
    "k2,kent,7002/24,argus,2024-02-20,ncnd,,31(3);24(2)\n";
static const char record[] =
    "acknowledgement_id,force_id,tool_id,kind,publisher,date_published,source_url\n"
    "a1,kent,argus,press_release,force,2024-01-01,https://example.org/a1\n";
static const char advice[] = "guidance_id,title,tool_id,effective_from,condition,expected_stance\n"
                             "c1,Circular,argus,2022-01-01,acknowledged,held_s21\n";
static const char waived[] = "rule_id,force_id,reason,approved_by_role,expires_on\n"
                             "T01,kent,agreed,head of disclosure,2099-12-31\n";

static sqlite3 *audit(const char *waivers)
{
    const struct measuring_file files[] = {{"responses.csv", responses},
                                           {"acknowledgements.csv", record},
                                           {"guidance.csv", advice},
                                           {"waivers.csv", waivers}};
    measuring_write("pack", files, LENGTH_OF(files));
    return measuring_audit("pack", NULL, NULL);
}

static const struct {
    const char *before, *now; /* waivers */
    const char *accounting;   /* before, now, new, altered, persisting, resolved, joined, split */
    const char *became;       /* of each of now: change, and whether one of then goes on in it */
} turns[] = {
    {"rule_id,force_id,reason,approved_by_role,expires_on\n", waived, "1|2|0|2|0|0|0|1",
     "G01 altered 0\nL01 altered 1"},
    {waived, "rule_id,force_id,reason,approved_by_role,expires_on\n", "2|1|0|1|0|0|1|0",
     "L01 altered 1"},
    {waived, waived, "2|2|0|0|2|0|0|0", "G01 persisting 1\nL01 persisting 1"},
};

START_TEST(matters_that_join_and_come_apart)
{
    keep(audit(turns[_i].before), "old.db");
    sqlite3 *db = audit(turns[_i].now);
    check_accounting(db, "old.db", "turns");
    measuring_check(db,
                    "SELECT \"before\", now, new, altered, persisting, resolved, joined, split "
                    "FROM matter_accounting",
                    turns[_i].accounting);
    measuring_check(db,
                    "SELECT f.rule_id || ' ' || c.change || ' ' || (c.was_matter_id IS NOT NULL) "
                    "FROM matter_change c JOIN matter m USING (matter_no) JOIN finding f ON "
                    "f.finding_no = m.first_no ORDER BY 1",
                    turns[_i].became);
    sqlite3_close(db);
}
END_TEST

Suite *suite_compare_matter_change(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("compare/matter_change", &tcase);
    tcase_add_checked_fixture(tcase, running_begin, running_end);
    tcase_set_timeout(tcase, 240);
    tcase_add_test(tcase, matters_of_worked_packs_add_up);
    ADD_TABLE_TEST(tcase, matters_that_join_and_come_apart, turns);
    return suite;
}
