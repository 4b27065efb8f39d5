/* SPDX-License-Identifier: MIT */
#include "report/chart_kind.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "base/terminal.h"
#include "store/statements.h"

static const char charts[] = "reports/charts/", words[] = "/words.sql";

char *chart_kind_path(struct slice kind, const char *file)
{
    return memory_print("%s%.*s/%s", charts, (int)kind.length, kind.bytes, file);
}

bool chart_kind_exists(struct slice kind)
{
    SCOPED_TEXT path = memory_print("%s%.*s%s", charts, (int)kind.length, kind.bytes, words);
    return embedded_find(path) != NULL;
}

static bool are_words(const char *path)
{
    return strncmp(path, charts, strlen(charts)) == 0 &&
           slice_ends_with(slice_of(path + strlen(charts)), words);
}

bool chart_kinds_add_charts(sqlite3 *db, struct error *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < embedded_count; i++) {
        const char *path = embedded_files[i].path;
        if (!are_words(path))
            continue;
        struct timespec since = terminal_timing(NULL, NULL);
        ok = database_run_file(db, path, err);
        terminal_timing(path, &since);
    }
    return ok;
}

sqlite3_stmt *chart_kind_prepare(sqlite3 *db, const char *kind, const char *part)
{
    SCOPED_TEXT name = memory_print("chart_%s%s%s", kind, part ? "_" : "", part ? part : "");
    for (char *c = name; *c; c++)
        *c = *c == '-' ? '_' : *c;
    if (part && !statement_find(name))
        return NULL;
    return query_prepare(db, name);
}
