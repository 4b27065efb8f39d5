/* SPDX-License-Identifier: MIT */
#include "rules/worked_packs.h"

#include "base/memory.h"
#include "derive/derive.h"
#include "intake/load.h"
#include "measure/measure.h"
#include "measure/measuring.h"
#include "rules/matters.h"
#include "rules/parties.h"
#include "rules/runner.h"
#include "rules/waivers.h"
#include "store/database.h"
#include "support.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char **folders;
static size_t folder_count, folder_room;

static int is_pack(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && !strchr(entry->d_name + 1, '.');
}

static void find_packs(const char *root)
{
    struct dirent **entries = NULL;
    int count = scandir(root, &entries, is_pack, alphasort);
    for (int i = 0; i < count; i++) {
        folders = memory_grow(folders, folder_count, &folder_room, sizeof *folders);
        folders[folder_count++] = memory_print("%s/%s", root, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
}

const char *const *worked_packs(int *ret_count)
{
    if (!folders) {
        find_packs("tests/cases");
        find_packs("tests/semantics");
    }
    *ret_count = (int)folder_count;
    return (const char *const *)folders;
}

const char *worked_pack_as_of(const char *folder, char out[WORKED_PACK_DATE_BYTES])
{
    SCOPED_TEXT path = memory_print("%s/args.txt", folder);
    if (!support_exists(path))
        return NULL;
    size_t length = 0;
    char *text = support_read_file(path, &length);
    int fields = sscanf(text, "--as-of %15s", out);
    free(text);
    ck_assert_int_eq(fields, 1);
    return out;
}

static void run(sqlite3 *db, const char *sql)
{
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
}

/* All in memory, temporary tables too, which is faster. */
sqlite3 *worked_pack_database(enum worked_pack_numbers numbers)
{
    struct error err = {0};
    sqlite3 *db = NULL;
    ck_assert(database_create(":memory:", &db, &err) && database_commit(db, &err));
    run(db, "PRAGMA temp_store = MEMORY");
    ck_assert(database_begin(db, &err));
    if (numbers == NUMBERS_IN_SHORT)
        run(db, "UPDATE measure_setting SET draws = 40, resamples = 40, permutations = 40");
    return db;
}

void worked_pack_audit_into(sqlite3 *db, const char *folder, const char *as_of)
{
    struct error err = {0};
    const struct intake_options options = {
        .pack = folder, .as_of = as_of, .version = "test", .options_text = ""};
    struct intake_result result = {0};
    ck_assert_msg(intake_load(db, &options, &result, &err), "%s: %s", folder, err.what);
    const struct measure_options defaults = {0};
    ck_assert_msg(derive_meaning(db, &err) && measure_exposure(db, &defaults, &err), "%s: %s",
                  folder, err.what);
    struct catalogue catalogue = catalogue_load();
    ck_assert_msg(rules_run(db, &catalogue, &err) && parties_settle(db, &err) &&
                      waivers_apply(db, &err) && matters_settle(db, &err) &&
                      measure_findings_and_answers(db, &err),
                  "%s: %s", folder, err.what);
    catalogue_free(&catalogue);
}

sqlite3 *worked_pack_audit(const char *folder, const char *as_of, enum worked_pack_numbers numbers)
{
    sqlite3 *db = worked_pack_database(numbers);
    worked_pack_audit_into(db, folder, as_of);
    return db;
}

void worked_packs_never(const char *const *queries, size_t count)
{
    int packs = 0;
    const char *const *folder = worked_packs(&packs);
    for (int i = 0; i < packs; i++) {
        char as_of[WORKED_PACK_DATE_BYTES];
        sqlite3 *db =
            worked_pack_audit(folder[i], worked_pack_as_of(folder[i], as_of), NUMBERS_IN_SHORT);
        for (size_t n = 0; n < count; n++) {
            char *rows = measuring_rows(db, queries[n]);
            ck_assert_msg(!*rows, "%s: %s\n%s", folder[i], rows, queries[n]);
            free(rows);
        }
        sqlite3_close(db);
    }
}
