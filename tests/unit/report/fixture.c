/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "rules/matters.h"
#include "support.h"

#include <check.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[64];
static char *start;

void fixture_enter(void)
{
    start = getcwd(NULL, 0);
    ck_assert_ptr_nonnull(start);
    snprintf(folder, sizeof folder, "/tmp/concord-test-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
}

void fixture_leave(void)
{
    ck_assert_int_eq(chdir(start), 0);
    support_remove_folder(folder);
    free(start);
    start = NULL;
}

void fixture_run(sqlite3 *db, const char *sql)
{
    int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
    ck_assert_msg(code == SQLITE_OK, "%s", sqlite3_errmsg(db));
}

sqlite3 *fixture_empty_database(void)
{
    struct error err = {0};
    sqlite3 *db = NULL;
    ck_assert_msg(database_create(":memory:", &db, &err), "%s", err.what);
    return db;
}

sqlite3 *fixture_database(const char *path)
{
    struct error err = {0};
    sqlite3 *db = NULL;
    ck_assert_msg(database_create(path, &db, &err), "%s", err.what);
    char *source = NULL;
    ck_assert(asprintf(&source, "%s/tests/unit/report/fixture.sql", start ? start : ".") > 0);
    size_t size = 0;
    char *sql = support_read_file(source, &size);
    fixture_run(db, sql);
    ck_assert_msg(database_run_file(db, "analyzer/derive/silences.sql", &err) &&
                      matters_settle(db, &err),
                  "%s", err.what);
    free(sql);
    free(source);
    return db;
}

int fixture_program(const char *const argv[])
{
    union {
        const char *const *given;
        char *const *wanted;
    } arguments = {argv};
    pid_t pid = 0;
    int status = 0;
    if (posix_spawnp(&pid, argv[0], NULL, NULL, arguments.wanted, environ) != 0)
        return -1;
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
