/* SPDX-License-Identifier: MIT */
#include "derive/spoken_function.h"

#include "base/memory.h"
#include "derive/spoken.h"

#include <stdlib.h>

struct listener {
    struct spoken *spoken; /* NULL until it is needed */
};

static void forget(void *given)
{
    struct listener *listener = given;
    spoken_close(listener->spoken);
    free(listener);
}

static void without_others(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    struct listener *listener = sqlite3_user_data(context);
    struct error err = {0};
    const char *text = (const char *)sqlite3_value_text(values[0]);
    if (!text)
        return;
    if (!listener->spoken &&
        !spoken_open(sqlite3_context_db_handle(context), &listener->spoken, &err)) {
        sqlite3_result_error(context, err.what, -1);
        return;
    }
    const struct slice given = {text, (size_t)sqlite3_value_bytes(values[0])};
    sqlite3_result_text(context, spoken_without_others(listener->spoken, given), -1, free);
}

void spoken_function_register(sqlite3 *db)
{
    enum { TRAITS = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY };
    struct listener *listener = memory_new(1, sizeof *listener);
    if (sqlite3_create_function_v2(db, "without_others", 1, TRAITS, listener, without_others, NULL,
                                   NULL, forget) != SQLITE_OK)
        internal_fault("without_others could not be registered: %s", sqlite3_errmsg(db));
}
