/* SPDX-License-Identifier: MIT */
#include "store/clockless.h"

#include <sqlite3.h>
#include <stddef.h>

static const char name[] = "clockless";
static sqlite3_vfs files;
static bool was_asked;

static int refuse_time(sqlite3_vfs *vfs, sqlite3_int64 *ret_time)
{
    (void)vfs;
    *ret_time = 0;
    was_asked = true;
    return SQLITE_ERROR;
}

static int refuse_old_time(sqlite3_vfs *vfs, double *ret_time)
{
    (void)vfs;
    *ret_time = 0;
    was_asked = true;
    return SQLITE_ERROR;
}

const char *clockless_vfs(void)
{
    if (files.zName)
        return name;
    const sqlite3_vfs *usual = sqlite3_vfs_find(NULL);
    if (!usual)
        return NULL;
    files = *usual;
    files.zName = name;
    files.pNext = NULL;
    files.xCurrentTime = refuse_old_time;
    files.xCurrentTimeInt64 = refuse_time;
    /* 'localtime' and 'utc' are an error from here on. */
    sqlite3_test_control(SQLITE_TESTCTRL_LOCALTIME_FAULT, 1);
    return sqlite3_vfs_register(&files, 0) == SQLITE_OK ? name : NULL;
}

bool clockless_was_asked(void)
{
    return was_asked;
}

void clockless_forget(void)
{
    was_asked = false;
}
