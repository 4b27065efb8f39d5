/* SPDX-License-Identifier: MIT
 * What a rule's header says that it needs: without it the rule finds nothing in any worked pack,
 * and every other rule still finds something somewhere.
 */
#include "base/memory.h"
#include "derive/derive.h"
#include "intake/load.h"
#include "measure/measure.h"
#include "rules/runner.h"
#include "rules/worked_packs.h"
#include "suites.h"
#include "table.h"

#include <stdlib.h>

/* What is done to the advice of every pack, and which rules then may find nothing. */
static const struct {
    const char *sql;
    bool silences[RULE_NEEDS];
} packs[] = {
    {"DELETE FROM guidance_exemption; DELETE FROM guidance",
     {[NEED_GUIDANCE] = true, [NEED_GUIDANCE_IN_FORCE] = true}},
    {"UPDATE guidance SET effective_from_earliest = 3000000, effective_from_latest = 3000000",
     {[NEED_GUIDANCE_IN_FORCE] = true}},
    {"UPDATE guidance SET effective_to_earliest = -1000000, effective_to_latest = -1000000",
     {[NEED_GUIDANCE_IN_FORCE] = true}},
};

static void audit_without(sqlite3 *db, const char *folder, const char *sql,
                          const struct catalogue *catalogue)
{
    struct error err = {0};
    char as_of[WORKED_PACK_DATE_BYTES];
    const struct intake_options options = {.pack = folder,
                                           .as_of = worked_pack_as_of(folder, as_of),
                                           .version = "test",
                                           .options_text = ""};
    const struct measure_options defaults = {0};
    struct intake_result result = {0};
    ck_assert_msg(intake_load(db, &options, &result, &err), "%s: %s", folder, err.what);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    ck_assert_msg(derive_meaning(db, &err) && measure_exposure(db, &defaults, &err) &&
                      rules_run(db, catalogue, &err),
                  "%s: %s", folder, err.what);
}

static int64_t findings_of(sqlite3 *db, const char *rule_id)
{
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(
        sqlite3_prepare_v2(db, "SELECT count(*) FROM finding WHERE rule_id = ?", -1, &s, NULL),
        SQLITE_OK);
    sqlite3_bind_text(s, 1, rule_id, -1, SQLITE_STATIC);
    ck_assert_int_eq(sqlite3_step(s), SQLITE_ROW);
    int64_t count = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return count;
}

static bool is_silenced(const struct rule *rule, const bool silences[RULE_NEEDS])
{
    for (size_t i = 0; i < RULE_NEEDS; i++)
        if (rule->needs[i] && silences[i])
            return true;
    return false;
}

START_TEST(rules_need_what_they_say)
{
    struct catalogue catalogue = catalogue_load();
    int64_t *found = memory_new(catalogue.count, sizeof *found);
    int folders = 0;
    const char *const *folder = worked_packs(&folders);
    for (int i = 0; i < folders; i++) {
        sqlite3 *db = worked_pack_database(NUMBERS_IN_SHORT);
        audit_without(db, folder[i], packs[_i].sql, &catalogue);
        for (size_t r = 0; r < catalogue.count; r++)
            found[r] += findings_of(db, catalogue.rules[r].id);
        sqlite3_close(db);
    }
    for (size_t r = 0; r < catalogue.count; r++) {
        const struct rule *rule = &catalogue.rules[r];
        bool needs_none = !rule->needs[NEED_GUIDANCE] && !rule->needs[NEED_GUIDANCE_IN_FORCE];
        bool is_silent = is_silenced(rule, packs[_i].silences);
        ck_assert_msg(!is_silent || found[r] == 0, "%s finds %lld", rule->id, (long long)found[r]);
        ck_assert_msg(!needs_none || found[r] > 0, "%s needs more than it says", rule->id);
    }
    free(found);
    catalogue_free(&catalogue);
}
END_TEST

Suite *suite_rules_needs(void)
{
    TCase *tcase;
    Suite *suite = suite_with_case("rules/needs", &tcase);
    tcase_set_timeout(tcase, 120);
    ADD_TABLE_TEST(tcase, rules_need_what_they_say, packs);
    return suite;
}
