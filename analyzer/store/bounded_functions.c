/* SPDX-License-Identifier: MIT */
#include "store/bounded_functions.h"

#include "base/error.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { TRIMMED_BYTES = 100 };
enum { AT_BEGIN = 1, AT_END = 2 };

static struct slice text_of(sqlite3_value *value)
{
    const char *bytes = (const char *)sqlite3_value_text(value);
    return bytes ? (struct slice){bytes, (size_t)sqlite3_value_bytes(value)}
                 : (struct slice){"", 0};
}

static struct slice blob_of(sqlite3_value *value)
{
    const char *bytes = sqlite3_value_blob(value);
    return bytes ? (struct slice){bytes, (size_t)sqlite3_value_bytes(value)}
                 : (struct slice){"", 0};
}

static bool any_is_null(sqlite3_value **values, int count)
{
    for (int i = 0; i < count; i++)
        if (sqlite3_value_type(values[i]) == SQLITE_NULL)
            return true;
    return false;
}

static bool is_inside_character(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

static const char *find(struct slice in, struct slice what)
{
    return memmem(in.bytes, in.length, what.bytes, what.length);
}

/* The place counts characters, of two blobs bytes. */
static void instr(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (any_is_null(values, count))
        return;
    bool is_blob = sqlite3_value_type(values[0]) == SQLITE_BLOB &&
                   sqlite3_value_type(values[1]) == SQLITE_BLOB;
    struct slice in = is_blob ? blob_of(values[0]) : text_of(values[0]);
    struct slice what = is_blob ? blob_of(values[1]) : text_of(values[1]);
    const char *at = find(in, what);
    /* What begins within a character is found at the beginning alone. */
    if (at && !is_blob && what.length && is_inside_character(what.bytes[0]) && at != in.bytes)
        at = NULL;
    sqlite3_int64 place = at ? 1 : 0;
    for (const char *p = in.bytes; at && p < at; p++)
        place += is_blob || !is_inside_character(p[1]);
    sqlite3_result_int64(context, place);
}

static void give(sqlite3_context *context, sqlite3_str *out)
{
    int code = sqlite3_str_errcode(out), length = sqlite3_str_length(out);
    char *text = sqlite3_str_finish(out);
    if (code == SQLITE_NOMEM)
        sqlite3_result_error_nomem(context);
    else if (code != SQLITE_OK)
        sqlite3_result_error_toobig(context);
    else if (text)
        sqlite3_result_text(context, text, length, sqlite3_free);
    else
        sqlite3_result_text(context, "", 0, SQLITE_STATIC);
}

static void replace(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (any_is_null(values, count))
        return;
    struct slice in = text_of(values[0]), what = text_of(values[1]), by = text_of(values[2]);
    if (what.length == 0) {
        sqlite3_result_value(context, values[0]);
        return;
    }
    sqlite3_str *out = sqlite3_str_new(sqlite3_context_db_handle(context));
    const char *at;
    while (sqlite3_str_errcode(out) == SQLITE_OK && (at = find(in, what))) {
        sqlite3_str_append(out, in.bytes, (int)(at - in.bytes));
        sqlite3_str_append(out, by.bytes, (int)by.length);
        in.length -= (size_t)(at - in.bytes) + what.length;
        in.bytes = at + what.length;
    }
    sqlite3_str_append(out, in.bytes, (int)in.length);
    give(context, out);
}

/* The length of the first of these characters with which the text begins, or ends; 0: of none. */
static size_t length_at(struct slice text, struct slice characters, bool at_end)
{
    while (characters.length) {
        size_t n = 1;
        while (n < characters.length && is_inside_character(characters.bytes[n]))
            n++;
        if (n <= text.length &&
            memcmp(text.bytes + (at_end ? text.length - n : 0), characters.bytes, n) == 0)
            return n;
        characters.bytes += n;
        characters.length -= n;
    }
    return 0;
}

static void trim(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (any_is_null(values, count))
        return;
    intptr_t ends = (intptr_t)sqlite3_user_data(context);
    struct slice text = text_of(values[0]),
                 characters = count > 1 ? text_of(values[1]) : slice_of(" ");
    if (characters.length > TRIMMED_BYTES) {
        sqlite3_result_error(context, "trim() takes away at most 100 bytes of characters", -1);
        return;
    }
    for (size_t n; ends & AT_BEGIN && (n = length_at(text, characters, false)) > 0;) {
        text.bytes += n;
        text.length -= n;
    }
    for (size_t n; ends & AT_END && (n = length_at(text, characters, true)) > 0;)
        text.length -= n;
    sqlite3_result_text(context, text.bytes, (int)text.length, SQLITE_TRANSIENT);
}

void bounded_functions_register(sqlite3 *db)
{
    enum { TRAITS = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS };
    static const struct {
        const char *name;
        void (*function)(sqlite3_context *, int, sqlite3_value **);
        int arguments;
        intptr_t ends;
    } functions[] = {
        {"instr", instr, 2, 0},
        {"replace", replace, 3, 0},
        {"trim", trim, 1, AT_BEGIN | AT_END},
        {"trim", trim, 2, AT_BEGIN | AT_END},
        {"ltrim", trim, 1, AT_BEGIN},
        {"ltrim", trim, 2, AT_BEGIN},
        {"rtrim", trim, 1, AT_END},
        {"rtrim", trim, 2, AT_END},
    };
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (sqlite3_create_function_v2(db, functions[i].name, functions[i].arguments, TRAITS,
                                       (void *)functions[i].ends, functions[i].function, NULL, NULL,
                                       NULL) != SQLITE_OK)
            internal_fault("the functions could not be registered: %s", sqlite3_errmsg(db));
}
