/* SPDX-License-Identifier: MIT */
#include "store/text_functions.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "domain/address.h"
#include "domain/date.h"
#include "domain/spreadsheet.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

static struct slice text_argument(sqlite3_value *value)
{
    const char *bytes = (const char *)sqlite3_value_text(value);
    return bytes ? (struct slice){bytes, (size_t)sqlite3_value_bytes(value)}
                 : (struct slice){"", 0};
}

/* The patterns last used on a connection, since a rule may take its pattern from a
 * table and so give it anew for every row. */
enum { KEPT_PATTERNS = 8 };

struct kept_patterns {
    struct pattern_watch watch; /* of a connection for statements that are not ours */
    struct {
        char *text;
        size_t length;
        struct pattern *pattern;
    } slots[KEPT_PATTERNS];
    size_t next;
};

static void forget_patterns(void *kept)
{
    struct kept_patterns *k = kept;
    for (size_t i = 0; i < KEPT_PATTERNS; i++) {
        free(k->slots[i].text);
        pattern_free(k->slots[i].pattern);
    }
    free(k);
}

static struct pattern *keep(struct kept_patterns *k, struct slice text, struct pattern *pattern)
{
    size_t i = k->next++ % KEPT_PATTERNS;
    free(k->slots[i].text);
    pattern_free(k->slots[i].pattern);
    k->slots[i].text = memory_new(text.length + 1, 1);
    memcpy(k->slots[i].text, text.bytes, text.length);
    k->slots[i].length = text.length;
    k->slots[i].pattern = pattern;
    return pattern;
}

/* The compiled pattern of an argument. NULL: the statement fails. */
static struct pattern *pattern_argument(sqlite3_context *context, sqlite3_value *value)
{
    struct kept_patterns *k = sqlite3_user_data(context);
    struct slice text = text_argument(value);
    for (size_t i = 0; i < KEPT_PATTERNS; i++)
        if (k->slots[i].pattern &&
            slice_equals(text, (struct slice){k->slots[i].text, k->slots[i].length}))
            return k->slots[i].pattern;
    char reason[192], said[256];
    const struct pattern_watch *watch = k->watch.may_go_on ? &k->watch : NULL;
    struct pattern *p = pattern_new(text, watch, reason, sizeof reason);
    if (p)
        return keep(k, text, p);
    text_cut(said, sizeof said, "this is no pattern: %s", reason);
    sqlite3_result_error(context, said, -1);
    return NULL;
}

static const char gave_up[] = "the pattern needs too many steps on a text, or that is no UTF-8";

static bool search(sqlite3_context *context, sqlite3_value *text, struct pattern *p,
                   struct pattern_match *ret)
{
    if (!p)
        return false;
    enum pattern_result result = pattern_find(p, text_argument(text), 0, ret);
    if (result == PATTERN_GAVE_UP)
        sqlite3_result_error(context, gave_up, -1);
    return result == PATTERN_FOUND;
}

static bool any_is_null(sqlite3_value **values)
{
    return sqlite3_value_type(values[0]) == SQLITE_NULL ||
           sqlite3_value_type(values[1]) == SQLITE_NULL;
}

/* X REGEXP Y calls regexp(Y, X). */
static void regexp(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    if (any_is_null(values))
        return;
    struct pattern_match match;
    sqlite3_result_int(context, 0);
    if (search(context, values[1], pattern_argument(context, values[0]), &match))
        sqlite3_result_int(context, 1);
}

static void regexp_substr(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    if (any_is_null(values))
        return;
    struct pattern_match match;
    if (search(context, values[0], pattern_argument(context, values[1]), &match))
        sqlite3_result_text(context, text_argument(values[0]).bytes + match.begin,
                            (int)(match.end - match.begin), SQLITE_TRANSIENT);
}

static int append(const char *bytes, size_t length, void *out)
{
    sqlite3_str_append(out, bytes, (int)length);
    return 0;
}

static void append_json(sqlite3_str *out, struct slice text)
{
    json_t *value = json_stringn(text.bytes, text.length);
    json_dump_callback(value, append, out, JSON_ENCODE_ANY);
    json_decref(value);
}

static size_t after_character(struct slice text, size_t at)
{
    do
        at++;
    while (at < text.length && ((unsigned char)text.bytes[at] & 0xc0) == 0x80);
    return at;
}

/* As many characters of what stands before `at`, or all. */
static struct slice before(struct slice text, size_t at, int characters)
{
    size_t begin = at;
    for (; begin > 0 && characters > 0; characters--)
        do
            begin--;
        while (begin > 0 && ((unsigned char)text.bytes[begin] & 0xc0) == 0x80);
    return (struct slice){text.bytes + begin, at - begin};
}

static void append_piece(sqlite3_str *out, struct slice text, const struct pattern_match *match,
                         int context_characters)
{
    sqlite3_str_appendall(out, sqlite3_str_length(out) > 1 ? ",{\"name\":" : "{\"name\":");
    append_json(out, slice_of(match->mark));
    sqlite3_str_appendall(out, ",\"piece\":");
    append_json(out, (struct slice){text.bytes + match->begin, match->end - match->begin});
    if (context_characters > 0) {
        sqlite3_str_appendall(out, ",\"before\":");
        append_json(out, before(text, match->begin, context_characters));
    }
    sqlite3_str_appendchar(out, 1, '}');
}

/* Piece by piece into memory of SQLite's, whose limits hold for it. False where a search
 * gave up. */
static bool find_all(struct pattern *p, struct slice text, int context_characters, sqlite3_str *out)
{
    struct pattern_match match;
    enum pattern_result result = PATTERN_FOUND;
    for (size_t from = 0; from <= text.length && sqlite3_str_errcode(out) == SQLITE_OK;) {
        result = pattern_find(p, text, from, &match);
        if (result != PATTERN_FOUND)
            break;
        if (match.mark && match.end > match.begin)
            append_piece(out, text, &match, context_characters);
        from = match.end > from ? match.end : after_character(text, from);
    }
    return result != PATTERN_GAVE_UP;
}

static void give_text(sqlite3_context *context, sqlite3_str *out)
{
    int code = sqlite3_str_errcode(out), length = sqlite3_str_length(out);
    char *text = sqlite3_str_finish(out);
    if (code == SQLITE_OK)
        sqlite3_result_text(context, text, length, sqlite3_free);
    else if (code == SQLITE_NOMEM)
        sqlite3_result_error_nomem(context);
    else
        sqlite3_result_error_toobig(context);
}

static void regexp_pieces(sqlite3_context *context, int count, sqlite3_value **values)
{
    if (any_is_null(values))
        return;
    struct pattern *p = pattern_argument(context, values[1]);
    if (!p)
        return;
    sqlite3_str *out = sqlite3_str_new(sqlite3_context_db_handle(context));
    sqlite3_str_appendchar(out, 1, '[');
    bool is_whole =
        find_all(p, text_argument(values[0]), count > 2 ? sqlite3_value_int(values[2]) : 0, out);
    sqlite3_str_appendchar(out, 1, ']');
    if (is_whole) {
        give_text(context, out);
        return;
    }
    sqlite3_free(sqlite3_str_finish(out));
    sqlite3_result_error(context, gave_up, -1);
}

/* printf() of SQLite would make 0 of NULL. */
static void fixed(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    if (any_is_null(values))
        return;
    char text[400]; /* the largest double has 309 digits before the point */
    int digits = sqlite3_value_int(values[1]);
    if (digits < 0 || digits > 15) {
        sqlite3_result_error(context, "fixed() takes 0 to 15 digits", -1);
        return;
    }
    size_t length = text_fit(text, sizeof text, "%.*f", digits, sqlite3_value_double(values[0]));
    bool is_negative_zero = text[0] == '-' && !text[strspn(text, "-0.")];
    sqlite3_result_text(context, text + is_negative_zero, (int)length - is_negative_zero,
                        SQLITE_TRANSIENT);
}

static void short_digest(sqlite3_context *context, int count, sqlite3_value **values)
{
    enum { SHORT_DIGITS = 12 };
    (void)count;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    char digest[DIGEST_BYTES];
    digest_slice(text_argument(values[0]), digest);
    sqlite3_result_text(context, digest, SHORT_DIGITS, SQLITE_TRANSIENT);
}

static void is_placeholder(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    if (sqlite3_value_type(values[0]) != SQLITE_NULL)
        sqlite3_result_int(context, spreadsheet_is_placeholder(text_argument(values[0])) ||
                                        spreadsheet_is_error(text_argument(values[0])));
}

/* plural(n, 'force', 'forces') */
static void plural(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    const char *one = text_argument(values[1]).bytes, *many = text_argument(values[2]).bytes;
    sqlite3_result_text(context, text_plural(sqlite3_value_int64(values[0]), one, many), -1,
                        SQLITE_TRANSIENT);
}

/* Where the character at `from` ends, as SQLite tells characters apart. */
static size_t character_end(struct slice text, size_t from)
{
    size_t at = from + 1;
    if ((unsigned char)text.bytes[from] >= 0xc0)
        while (at < text.length && ((unsigned char)text.bytes[at] & 0xc0) == 0x80)
            at++;
    return at;
}

/* shorten(text, most): the text; of more than so many characters all but the last is kept, and
 * an ellipsis stands for the rest. */
static void shorten(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    if (any_is_null(values))
        return;
    struct slice text = text_argument(values[0]);
    int most = sqlite3_value_int(values[1]);
    size_t kept = 0, end = 0;
    for (int i = 0; i < most && end < text.length; i++) {
        kept = end;
        end = character_end(text, end);
    }
    if (end == text.length) {
        sqlite3_result_value(context, values[0]);
        return;
    }
    sqlite3_str *out = sqlite3_str_new(sqlite3_context_db_handle(context));
    sqlite3_str_append(out, text.bytes, (int)kept);
    sqlite3_str_appendall(out, "…");
    give_text(context, out);
}

/* as_cell(text): the intake takes such an apostrophe away again. */
static void as_cell(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    struct slice text = text_argument(values[0]);
    if (!spreadsheet_takes_for_formula(text)) {
        sqlite3_result_value(context, values[0]);
        return;
    }
    sqlite3_str *out = sqlite3_str_new(sqlite3_context_db_handle(context));
    sqlite3_str_appendchar(out, 1, '\'');
    sqlite3_str_append(out, text.bytes, (int)text.length);
    give_text(context, out);
}

/* address_key(text): the same for all spellings of one address; NULL where there is none. */
static void address(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    char *key = address_key(text_argument(values[0]));
    if (key)
        sqlite3_result_text(context, key, -1, SQLITE_TRANSIENT);
    free(key);
}

static struct date_interval interval_argument(sqlite3_value **ends)
{
    struct date_interval d = {DAY_MIN, DAY_MAX};
    if (sqlite3_value_type(ends[0]) != SQLITE_NULL)
        d.earliest = sqlite3_value_int(ends[0]);
    if (sqlite3_value_type(ends[1]) != SQLITE_NULL)
        d.latest = sqlite3_value_int(ends[1]);
    return d;
}

/* date_bounds(received_earliest, received_latest, read_earliest, read_latest): what is known of
 * a letter's day that is not, "received 3 March 2025, read 5 May 2025"; NULL where nothing is. */
static void date_bounds(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    char text[DATE_BOUNDS_BYTES];
    date_format_bounds(interval_argument(values), interval_argument(values + 2), text);
    if (*text)
        sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
}

/* The same for a page or a line: "not dated; received 3 March 2025", or "undated". */
static void not_dated(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    char text[DATE_BOUNDS_BYTES];
    date_format_bounds(interval_argument(values), interval_argument(values + 2), text);
    sqlite3_str *out = sqlite3_str_new(sqlite3_context_db_handle(context));
    sqlite3_str_appendf(out, *text ? "not dated; %s" : "undated", text);
    give_text(context, out);
}

/* shown_words(text): what a reader is shown of it. Who masks registers another for a while. */
static void shown_words(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    sqlite3_result_value(context, values[0]);
}

static void *new_patterns(const struct pattern_watch *watch)
{
    struct kept_patterns *k = memory_new(1, sizeof *k);
    if (watch)
        k->watch = *watch;
    return k;
}

void text_functions_register(sqlite3 *db, const struct pattern_watch *watch)
{
    enum { TRAITS = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS };
    static const struct {
        const char *name;
        int arguments;
        void (*function)(sqlite3_context *, int, sqlite3_value **);
    } functions[] = {{"regexp", 2, regexp},
                     {"regexp_substr", 2, regexp_substr},
                     {"regexp_pieces", 2, regexp_pieces},
                     {"regexp_pieces", 3, regexp_pieces}},
      words[] = {{"fixed", 2, fixed},
                 {"short_digest", 1, short_digest},
                 {"is_placeholder", 1, is_placeholder},
                 {"address_key", 1, address},
                 {"plural", 3, plural},
                 {"date_bounds", 4, date_bounds},
                 {"not_dated", 4, not_dated},
                 {"shorten", 2, shorten},
                 {"shown_words", 1, shown_words},
                 {"as_cell", 1, as_cell}};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (sqlite3_create_function_v2(db, functions[i].name, functions[i].arguments, TRAITS,
                                       new_patterns(watch), functions[i].function, NULL, NULL,
                                       forget_patterns) != SQLITE_OK)
            internal_fault("the text functions could not be registered: %s", sqlite3_errmsg(db));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (sqlite3_create_function_v2(db, words[i].name, words[i].arguments, TRAITS, NULL,
                                       words[i].function, NULL, NULL, NULL) != SQLITE_OK)
            internal_fault("the text functions could not be registered: %s", sqlite3_errmsg(db));
}
