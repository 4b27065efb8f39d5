/* SPDX-License-Identifier: MIT */
#include "measuring.h"

#include "cmd/running.h"
#include "derive/derive.h"
#include "intake/load.h"
#include "rules/matters.h"
#include "rules/parties.h"
#include "rules/runner.h"
#include "rules/waivers.h"
#include "store/database.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void measuring_write(const char *folder, const struct measuring_file *files, size_t count)
{
    mkdir(running_path(folder), 0777);
    for (size_t i = 0; i < count; i++) {
        char name[128];
        snprintf(name, sizeof name, "%s/%s", folder, files[i].name);
        running_write(name, files[i].text);
    }
}

sqlite3 *measuring_audit(const char *folder, const char *as_of,
                         const struct measure_options *options)
{
    static const struct measure_options defaults;
    struct error err = {0};
    sqlite3 *db = NULL;
    ck_assert(database_create(":memory:", &db, &err));
    const struct intake_options intake = {
        .pack = running_path(folder), .as_of = as_of, .version = "test", .options_text = ""};
    struct intake_result loaded = {0};
    ck_assert_msg(intake_load(db, &intake, &loaded, &err), "%s", err.what);
    ck_assert_msg(loaded.rejects == 0, "rejected rows: %d", (int)loaded.rejects);
    ck_assert_msg(derive_meaning(db, &err) &&
                      measure_exposure(db, options ? options : &defaults, &err),
                  "%s", err.what);
    struct catalogue catalogue = catalogue_load();
    ck_assert_msg(rules_run(db, &catalogue, &err) && parties_settle(db, &err) &&
                      waivers_apply(db, &err) && matters_settle(db, &err) &&
                      measure_findings_and_answers(db, &err),
                  "%s", err.what);
    catalogue_free(&catalogue);
    return db;
}

static sqlite3_stmt *prepared(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *s = NULL;
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s\n%s",
                  sqlite3_errmsg(db), sql);
    return s;
}

char *measuring_rows(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *s = prepared(db, sql);
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (const char *separator = ""; sqlite3_step(s) == SQLITE_ROW; separator = "\n") {
        fputs(separator, out);
        for (int i = 0; i < sqlite3_column_count(s); i++) {
            const char *value = (const char *)sqlite3_column_text(s, i);
            fprintf(out, "%s%s", i ? "|" : "", value ? value : "");
        }
    }
    fclose(out);
    sqlite3_finalize(s);
    return text;
}

double measuring_number(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *s = prepared(db, sql);
    ck_assert_msg(sqlite3_step(s) == SQLITE_ROW, "no row: %s", sql);
    double value =
        sqlite3_column_type(s, 0) == SQLITE_NULL ? (double)NAN : sqlite3_column_double(s, 0);
    ck_assert_msg(sqlite3_step(s) == SQLITE_DONE, "more than one row: %s", sql);
    sqlite3_finalize(s);
    return value;
}

void measuring_check(sqlite3 *db, const char *sql, const char *expected)
{
    char *rows = measuring_rows(db, sql);
    ck_assert_msg(strcmp(rows, expected) == 0, "%s\n  gives\n%s\n  not\n%s", sql, rows, expected);
    free(rows);
}

void measuring_near(double found, double expected, const char *what)
{
    bool is_near = isnan(expected) ? isnan(found) : fabs(found - expected) <= 1e-9;
    ck_assert_msg(is_near, "%s is %.12g, not %.12g", what, found, expected);
}
