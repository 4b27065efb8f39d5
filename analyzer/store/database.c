/* SPDX-License-Identifier: MIT */
#include "store/database.h"

#include "base/embedded.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/text.h"
#include "store/clockless.h"
#include "store/heap.h"
#include "store/phrase_set.h"
#include "store/text_functions.h"

#include <unistd.h>

/* Kept in the file's user_version; raised whenever a table or view changes. */
enum { SCHEMA_VERSION = 7 };

static const char *const schema_files[] = {
    "analyzer/store/schema/1-words.sql",   "analyzer/store/schema/2-intake.sql",
    "analyzer/store/schema/3-meaning.sql", "analyzer/store/schema/4-findings.sql",
    "analyzer/store/schema/5-numbers.sql", "analyzer/store/schema/6-views.sql",
};

/* The file of a connection, for messages. */
static const char *file_of(sqlite3 *db)
{
    const char *path = sqlite3_db_filename(db, "main");
    return path && *path ? path : "audit.db";
}

bool database_failed(sqlite3 *db, struct error *err)
{
    int code = sqlite3_errcode(db);
    switch (code) {
    case SQLITE_NOMEM:
        memory_exhausted();
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return error_set(err, ERROR_OUTPUT, file_of(db), 0,
                         "Free some space or choose another folder with -o, then run again.",
                         "the database could not be written: %s", sqlite3_errmsg(db));
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return error_set(err, ERROR_INPUT, file_of(db), 0, "Make it again with `concord audit`.",
                         "the database is damaged: %s", sqlite3_errmsg(db));
    default:
        internal_fault("SQLite error %d: %s", code, sqlite3_errmsg(db));
    }
}

static bool run_script(sqlite3 *db, const char *script, struct error *err)
{
    if (sqlite3_exec(db, script, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    return database_failed(db, err);
}

bool database_run_file(sqlite3 *db, const char *embedded_path, struct error *err)
{
    return run_script(db, embedded_text(embedded_path), err);
}

bool database_run_on_input(sqlite3 *db, const char *embedded_path, const char *input,
                           struct error *err)
{
    if (sqlite3_exec(db, embedded_text(embedded_path), NULL, NULL, NULL) == SQLITE_OK)
        return true;
    int code = sqlite3_errcode(db);
    if (code != SQLITE_ERROR && code != SQLITE_CONSTRAINT && code != SQLITE_MISMATCH &&
        code != SQLITE_TOOBIG)
        return database_failed(db, err);
    return error_set(err, ERROR_INPUT, input, 0, "Make it again with `concord audit`.",
                     "it, or the audit it is compared with, holds what no audit writes: %s",
                     sqlite3_errmsg(db));
}

bool database_begin(sqlite3 *db, struct error *err)
{
    return run_script(db, "BEGIN", err);
}

bool database_commit(sqlite3 *db, struct error *err)
{
    return run_script(db, "COMMIT", err);
}

/* A misspelt "column" must be an error, no statement may touch the schema tables
 * behind SQLite's back, and rules may use patterns. */
static void prepare_connection(sqlite3 *db)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    text_functions_register(db, NULL);
    phrase_set_register(db, NULL);
}

/* One thread uses SQLite: its locks and its count of memory would cost an eighth
 * of a load. Takes effect before the first connection only; later calls do nothing. */
static void configure_once(void)
{
    static bool is_done;
    if (is_done)
        return;
    is_done = true;
    sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    heap_install();
}

static bool create_schema(sqlite3 *db, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof schema_files / sizeof *schema_files; i++)
        ok = database_run_file(db, schema_files[i], err);
    return ok;
}

/* What SQLite calls "unable to open" for a path that it cannot hold is said as what it is. */
static bool cannot_open(sqlite3 *db, enum error_kind kind, const char *path, const char *next,
                        const char *what, struct error *err)
{
    enum { JOURNAL_SUFFIX = 8 }; /* "-journal", for which SQLite wants room */
    int most = sqlite3_vfs_find(NULL)->mxPathname - JOURNAL_SUFFIX;
    SCOPED_TEXT folder = *path == '/' ? memory_copy("") : getcwd(NULL, 0);
    bool is_too_long = strlen(path) + strlen(folder ? folder : "") > (size_t)most;
    if (is_too_long)
        error_set(err, kind, path, 0, "Choose a shorter path.",
                  "%s: the path of a database may have %d bytes at most", what, most);
    else
        error_set(err, kind, path, 0, next, "%s: %s", what, sqlite3_errmsg(db));
    sqlite3_close(db);
    return false;
}

bool database_create(const char *path, sqlite3 **ret_db, struct error *err)
{
    configure_once();
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
        return cannot_open(db, ERROR_OUTPUT, path, "Choose another folder with -o.",
                           "the database cannot be made", err);
    bool ok = run_script(db,
                         "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                         "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -96000;"
                         "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF;",
                         err);
    prepare_connection(db);
    ok = ok && database_begin(db, err);
    ok = ok && create_schema(db, err);
    if (ok) {
        char pragma[64];
        text_fit(pragma, sizeof pragma, "PRAGMA user_version = %d", SCHEMA_VERSION);
        ok = run_script(db, pragma, err);
    }
    if (!ok) {
        sqlite3_close(db);
        return false;
    }
    *ret_db = db;
    return true;
}

bool database_copy(sqlite3 *from, sqlite3 **ret_db, struct error *err)
{
    configure_once();
    sqlite3 *db = NULL;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK)
        memory_exhausted();
    sqlite3_backup *copy = sqlite3_backup_init(db, "main", from, "main");
    if (copy)
        sqlite3_backup_step(copy, -1);
    bool ok = copy && sqlite3_backup_finish(copy) == SQLITE_OK;
    if (!ok)
        database_failed(sqlite3_errcode(from) == SQLITE_OK ? db : from, err);
    prepare_connection(db);
    ok = ok && run_script(db, "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF;", err) &&
         database_begin(db, err);
    if (!ok) {
        sqlite3_close(db);
        return false;
    }
    *ret_db = db;
    return true;
}

bool database_attach_old(sqlite3 *db, const char *path, struct error *err)
{
    sqlite3 *old = NULL;
    if (!database_open_existing(path, &old, err))
        return false;
    sqlite3_close(old);
    sqlite3_stmt *s = NULL;
    bool ok = sqlite3_prepare_v2(db, "ATTACH ? AS old", -1, &s, NULL) == SQLITE_OK &&
              sqlite3_bind_text(s, 1, path, -1, SQLITE_STATIC) == SQLITE_OK &&
              sqlite3_step(s) == SQLITE_DONE;
    if (!ok)
        error_set(err, ERROR_INPUT, path, 0, NULL, "cannot be read beside the new audit: %s",
                  sqlite3_errmsg(db));
    sqlite3_finalize(s);
    return ok && run_script(db, "PRAGMA old.cache_size = -64000", err);
}

bool database_detach_old(sqlite3 *db, struct error *err)
{
    return run_script(db, "DETACH old", err);
}

bool database_release(sqlite3 *db, struct error *err)
{
    /* The lock goes with the first read after the mode was set. */
    return run_script(db, "COMMIT; PRAGMA locking_mode = NORMAL; SELECT 1 FROM audit", err);
}

bool database_resume(sqlite3 *db, struct error *err)
{
    return run_script(db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN", err);
}

int database_schema_version(void)
{
    return SCHEMA_VERSION;
}

/* Of whichever version: has it the table that every audit has? */
static bool has_audit(sqlite3 *db)
{
    sqlite3_stmt *s = NULL;
    bool found = sqlite3_prepare_v2(
                     db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'audit'", -1,
                     &s, NULL) == SQLITE_OK &&
                 sqlite3_step(s) == SQLITE_ROW;
    sqlite3_finalize(s);
    return found;
}

static bool check_version(sqlite3 *db, const char *path, struct error *err)
{
    sqlite3_stmt *s = NULL;
    int version = -1;
    if (sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &s, NULL) == SQLITE_OK &&
        sqlite3_step(s) == SQLITE_ROW)
        version = sqlite3_column_int(s, 0);
    sqlite3_finalize(s);
    if (version < 0 || (version != SCHEMA_VERSION && !has_audit(db)))
        return error_set(err, ERROR_INPUT, path, 0,
                         "Name the audit.db in the folder that `concord audit` wrote.",
                         "this is no database of an audit");
    if (version != SCHEMA_VERSION)
        return error_set(
            err, ERROR_INPUT, path, 0,
            version < SCHEMA_VERSION
                ? "`concord audit PACK -o FOLDER` with the pack that it was made from gives a new "
                  "one; --baseline takes the pack itself."
                : "Use the concord that wrote it, or audit its pack again with this one.",
            "written with schema version %d, by %s version of concord; this one reads version %d",
            version, version < SCHEMA_VERSION ? "an older" : "a newer", SCHEMA_VERSION);
    return true;
}

/* NULL where the file cannot be read as a database. */
static sqlite3_stmt *list_schema(sqlite3 *db)
{
    sqlite3_stmt *s = NULL;
    sqlite3_prepare_v2(db,
                       "SELECT type || ' ' || name || ' ' || sql FROM sqlite_schema"
                       " WHERE type IN ('table', 'view', 'trigger') AND sql IS NOT NULL ORDER BY 1",
                       -1, &s, NULL);
    return s;
}

static bool next_is_same(sqlite3_stmt *a, sqlite3_stmt *b, bool *ret_ended)
{
    bool has_a = a && sqlite3_step(a) == SQLITE_ROW, has_b = b && sqlite3_step(b) == SQLITE_ROW;
    *ret_ended = !has_a && !has_b;
    return *ret_ended || (has_a && has_b &&
                          strcmp((const char *)sqlite3_column_text(a, 0),
                                 (const char *)sqlite3_column_text(b, 0)) == 0);
}

/* Tables and views must be those that database_create makes, to the letter: a file from
 * elsewhere may hold a view where a table should be, or lack one. */
static bool check_schema(sqlite3 *db, const char *path, struct error *err)
{
    sqlite3 *model = NULL;
    if (sqlite3_open(":memory:", &model) != SQLITE_OK || !create_schema(model, err))
        internal_fault("the schema cannot be made in memory");
    sqlite3_stmt *is = list_schema(db), *should_be = list_schema(model);
    bool has_ended = false, is_same = true;
    while (is_same && !has_ended)
        is_same = next_is_same(is, should_be, &has_ended);
    sqlite3_finalize(is);
    sqlite3_finalize(should_be);
    sqlite3_close(model);
    return is_same ||
           error_set(err, ERROR_INPUT, path, 0,
                     "Audit its pack again with this version of concord; --baseline takes the "
                     "pack itself.",
                     "its tables are not those of an audit");
}

static bool open_existing(const char *path, bool is_clockless, sqlite3 **ret_db, struct error *err)
{
    int fd = -1;
    struct file_reason reason;
    enum file_outcome outcome = file_open_found(path, &fd, &reason);
    if (outcome != FILE_OPENED)
        return error_set(err, ERROR_INPUT, path, 0,
                         "Name the audit.db in the folder that `concord audit` wrote.", "%s",
                         outcome == FILE_ABSENT ? "there is no such file" : reason.text);
    close(fd);
    configure_once();
    sqlite3 *db = NULL;
    const char *vfs = is_clockless ? clockless_vfs() : NULL;
    if (is_clockless && !vfs)
        internal_fault("the files without a clock could not be registered");
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, vfs) != SQLITE_OK)
        return cannot_open(db, ERROR_INPUT, path, NULL, "cannot be opened", err);
    prepare_connection(db);
    sqlite3_exec(db, "PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
    if (!check_version(db, path, err) || !check_schema(db, path, err)) {
        sqlite3_close(db);
        return false;
    }
    *ret_db = db;
    return true;
}

bool database_open_existing(const char *path, sqlite3 **ret_db, struct error *err)
{
    return open_existing(path, false, ret_db, err);
}

bool database_open_clockless(const char *path, sqlite3 **ret_db, struct error *err)
{
    return open_existing(path, true, ret_db, err);
}

bool database_finish(sqlite3 *db, struct error *err)
{
    if (!sqlite3_get_autocommit(db) && !database_commit(db, err)) {
        sqlite3_close_v2(db);
        return false;
    }
    if (sqlite3_close(db) != SQLITE_OK)
        internal_fault("the database still has open statements: %s", sqlite3_errmsg(db));
    return true;
}
