/* SPDX-License-Identifier: MIT */
#include "running.h"

#include <check.h>
#include <dirent.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char running_work[64];

void running_begin(void)
{
    support_make_folder(running_work);
}

void running_end(void)
{
    support_remove_folder(running_work);
}

const char *running_path(const char *name)
{
    static char path[PATH_MAX];
    ck_assert_int_lt(snprintf(path, sizeof path, "%s/%s", running_work, name), PATH_MAX);
    return path;
}

void running_write(const char *name, const char *text)
{
    support_write_file(running_path(name), text, strlen(text));
}

void running_check(struct support_output output, int code, const char *out, const char *err)
{
    ck_assert_msg(output.code == code, "exit code %d, not %d\n%s%s", output.code, code, output.out,
                  output.err);
    ck_assert_msg(!out || strstr(output.out, out), "\"%s\" is not in:\n%s", out, output.out);
    ck_assert_msg(!err || strstr(output.err, err), "\"%s\" is not in:\n%s", err, output.err);
    support_output_done(&output);
}

void running_check_only(const char *name)
{
    struct dirent **entries = NULL;
    int count = scandir(running_work, &entries, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        const char *entry = entries[i]->d_name;
        bool expected = strcmp(entry, ".") == 0 || strcmp(entry, "..") == 0 ||
                        (name && strcmp(entry, name) == 0);
        ck_assert_msg(expected, "%s was left behind", entry);
        free(entries[i]);
    }
    free(entries);
}

char *running_query(const char *database, const char *sql)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *s = NULL;
    ck_assert_int_eq(sqlite3_open_v2(running_path(database), &db, SQLITE_OPEN_READONLY, NULL),
                     SQLITE_OK);
    ck_assert_msg(sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    ck_assert_msg(sqlite3_step(s) == SQLITE_ROW, "no row: %s", sql);
    const char *value = (const char *)sqlite3_column_text(s, 0);
    char *copy = strdup(value ? value : "");
    sqlite3_finalize(s);
    sqlite3_close(db);
    return copy;
}

void running_check_query(const char *out, const char *sql, const char *expected)
{
    char database[128];
    snprintf(database, sizeof database, "%s/audit.db", out);
    char *value = running_query(database, sql);
    ck_assert_msg(strcmp(value, expected) == 0, "%s\n  gives %s\n  not   %s", sql, value, expected);
    free(value);
}
