/* SPDX-License-Identifier: MIT */
#include "store/row_json.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"

#include <math.h>

/* Names of folders need not be UTF-8; everything else in the store is. */
static json_t *text_value(struct slice text)
{
    json_t *value = json_stringn(text.bytes, text.length);
    if (value)
        return value;
    SCOPED_TEXT plain = slice_copy(text);
    for (char *p = plain; p < plain + text.length; p++)
        if (*p & 0x80)
            *p = '?';
    return json_stringn(plain, text.length);
}

static json_t *real_value(double real)
{
    return isfinite(real) ? json_real(real) : json_null();
}

static json_t *column_value(sqlite3_stmt *row, int column, bool is_json)
{
    int type = sqlite3_column_type(row, column);
    if (type == SQLITE_NULL)
        return json_null();
    if (type == SQLITE_INTEGER)
        return json_integer(sqlite3_column_int64(row, column));
    if (type == SQLITE_FLOAT)
        return real_value(sqlite3_column_double(row, column));
    struct slice text = query_column(row, column);
    return is_json ? json_loadb(text.bytes, text.length, JSON_DECODE_ANY, NULL) : text_value(text);
}

json_t *row_json(sqlite3_stmt *row)
{
    json_t *object = json_object();
    for (int i = 0; i < sqlite3_column_count(row); i++) {
        const char *name = sqlite3_column_name(row, i);
        struct slice stem = slice_without_end(slice_of(name), "_json");
        char key[64];
        text_fit(key, sizeof key, "%.*s", (int)stem.length, stem.bytes);
        bool is_json = name[stem.length] != '\0';
        if (json_object_set_new(object, key, column_value(row, i, is_json)) != 0)
            internal_fault("column %s holds no JSON", name);
    }
    return object;
}
