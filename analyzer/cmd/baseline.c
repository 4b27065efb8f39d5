/* SPDX-License-Identifier: MIT */
#include "cmd/baseline.h"

#include "audit/steps.h"
#include "base/memory.h"
#include "base/version.h"
#include "compare/compare.h"
#include "intake/load.h"
#include "intake/pack.h"
#include "store/database.h"

#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD_AUDIT "baseline.db"

/* The pack that PATH names; else its database, in *ret_database: the caller frees. */
static bool is_pack(const char *path, char **ret_database)
{
    struct stat status;
    size_t length = strlen(path);
    bool is_folder = stat(path, &status) == 0 && S_ISDIR(status.st_mode);
    SCOPED_TEXT responses = memory_print("%s/responses.csv", path);
    SCOPED_TEXT database = memory_print("%s/audit.db", path);
    *ret_database = NULL;
    if (is_folder && access(responses, F_OK) != 0)
        *ret_database = memory_copy(access(database, F_OK) == 0 ? database : path);
    else if (!is_folder && (length < 4 || strcasecmp(path + length - 4, ".csv") != 0))
        *ret_database = memory_copy(path);
    return !*ret_database;
}

bool baseline_check(const struct audit_settings *settings, struct error *err)
{
    if (!settings->baseline)
        return true;
    char *named;
    struct pack pack;
    bool is_fine;
    if (is_pack(settings->baseline, &named)) {
        is_fine = pack_open(settings->baseline, &pack, err);
        pack_done(&pack);
        return is_fine;
    }
    SCOPED_TEXT database = named;
    sqlite3 *old = NULL;
    is_fine = database_open_existing(database, &old, err);
    sqlite3_close(old);
    return is_fine;
}

/* As it was then, of its own day, by the rules of today. */
static bool audit_pack(sqlite3 *db, const struct audit_settings *settings, const char *path,
                       struct catalogue *catalogue, struct error *err)
{
    const struct intake_options intake = {.pack = settings->baseline, .version = concord_version()};
    const struct audit_plan plan = {.catalogue = catalogue,
                                    .numbers = &settings->numbers,
                                    .user_path = settings->rules ? path : NULL};
    struct intake_result loaded;
    return (!settings->rules || catalogue_add_folder(catalogue, settings->rules, err)) &&
           intake_load(db, &intake, &loaded, err) &&
           intake_check_any(&loaded, settings->baseline, err) && audit_make(db, &plan, err);
}

static bool make_old_audit(const struct audit_settings *settings, const char *path,
                           struct error *err)
{
    sqlite3 *db = NULL;
    if (!database_create(path, &db, err))
        return false;
    struct catalogue catalogue = catalogue_load();
    bool ok = audit_pack(db, settings, path, &catalogue, err);
    catalogue_free(&catalogue);
    if (ok)
        return database_finish(db, err);
    sqlite3_close_v2(db);
    return false;
}

bool baseline_compare(sqlite3 *db, const struct audit_settings *settings, struct outdir *out,
                      struct error *err)
{
    char *named;
    if (!is_pack(settings->baseline, &named)) {
        SCOPED_TEXT database = named;
        return compare_with_baseline(db, database, err);
    }
    SCOPED_TEXT path = memory_print("%s/" OLD_AUDIT, outdir_path(out));
    bool ok = make_old_audit(settings, path, err) && compare_with_baseline(db, path, err);
    unlink(path);
    return ok;
}
