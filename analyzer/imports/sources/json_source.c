/* SPDX-License-Identifier: MIT
 * JSON as rows of cells. How records are cut into rows is in json_source.sql; which of its ways is
 * taken is told by what the records are.
 */
#include "imports/sources/readers.h"

#include "base/memory.h"
#include "letters/reading/unreadable.h"

#include <jansson.h>
#include <stdlib.h>

#define JSON_BYTES_MAX ((size_t)128 << 20)

/* One value, or several, one behind the other as some programs write them: then a list of them. The
 * caller frees *ret_owned. */
static bool take_values(struct slice text, struct slice *ret_list, char **ret_owned,
                        char **ret_reason)
{
    size_t at = 0, length = 0, count = 0;
    json_error_t why;
    FILE *out = memory_stream(ret_owned, &length);
    bool ok = true;
    while (ok && slice_trim((struct slice){text.bytes + at, text.length - at}).length) {
        json_t *value = json_loadb(text.bytes + at, text.length - at,
                                   JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, &why);
        ok = value != NULL;
        json_decref(value);
        if (!ok)
            break;
        fputc(count++ ? ',' : '[', out);
        fwrite(text.bytes + at, 1, (size_t)why.position, out);
        at += (size_t)why.position;
    }
    fputc(']', out);
    memory_stream_end(out);
    *ret_list = count == 1 ? (struct slice){*ret_owned + 1, length - 2}
                           : (struct slice){*ret_owned, length};
    if (!ok && count == 0)
        return unreadable(ret_reason,
                          "it is no JSON: line %d, column %d: %s; get the file again, it may have "
                          "been cut off",
                          why.line, why.column, why.text);
    return (ok && count) || unreadable(ret_reason,
                                       "it is no JSON: behind its value number %zu, %s; get the "
                                       "file again, it may have been cut off",
                                       count, count ? why.text : "there is nothing");
}

static bool is_record_column(sqlite3_stmt *s, int column)
{
    return strcmp(sqlite3_column_name(s, column), "record") == 0;
}

/* The names of the columns are the first row. */
static void write_names(struct source_writer *w, sqlite3_stmt *s)
{
    int number = 0;
    source_begin_row(w, &(struct source_place){0});
    for (int i = 0; i < sqlite3_column_count(s); i++)
        if (!is_record_column(s, i))
            source_add_words(w, ++number, slice_of(sqlite3_column_name(s, i)));
}

static void write_row(struct source_writer *w, sqlite3_stmt *s)
{
    int number = 0;
    SCOPED_TEXT record = slice_copy(query_get_text(s, "record"));
    source_begin_row(w, &(struct source_place){.record = record});
    for (int i = 0; i < sqlite3_column_count(s); i++)
        if (!is_record_column(s, i))
            source_add_words(w, ++number, query_column(s, i));
}

/* Takes the statement over. */
static bool write_records(struct source_writer *w, sqlite3_stmt *statement, const char *name)
{
    SCOPED_QUERY s = statement;
    bool has_rows = false;
    while (w->is_ok && query_next(s)) {
        if (!has_rows) {
            source_begin_table(w, &(struct source_table){.name = name, .has_headings = true});
            write_names(w, s);
        }
        has_rows = true;
        write_row(w, s);
    }
    w->is_ok = w->is_ok && query_done(s, w->err);
    return has_rows;
}

enum { NAMES_MAX = 500 };

static int write_plain_names(struct source_writer *w, char *names[NAMES_MAX])
{
    SCOPED_QUERY s = query_prepare(w->db, "plain_json_names");
    int count = 0;
    while (count < NAMES_MAX && query_next(s))
        names[count++] = slice_copy(query_get_text(s, "name"));
    w->is_ok = w->is_ok && query_done(s, w->err);
    if (!count)
        return 0;
    source_begin_table(w, &(struct source_table){.name = "records", .has_headings = true});
    source_begin_row(w, &(struct source_place){0});
    for (int i = 0; i < count; i++)
        source_add_words(w, i + 1, slice_of(*names[i] ? names[i] : "(no name)"));
    return count;
}

static int column_of(struct slice name, char *const names[], int count)
{
    for (int i = 0; i < count; i++)
        if (slice_is(name, names[i]))
            return i + 1;
    return 0;
}

/* Objects that nobody here knows: a row each. */
static bool write_plain(struct source_writer *w)
{
    char **names = memory_new(NAMES_MAX, sizeof *names);
    int count = write_plain_names(w, names);
    SCOPED_QUERY s = query_prepare(w->db, "plain_json_cells");
    SCOPED_TEXT record = NULL;
    int64_t record_no = 0;
    while (w->is_ok && count && query_next(s)) {
        if (query_get_int(s, "record_no") != record_no) {
            record_no = query_get_int(s, "record_no");
            memory_release(&record);
            record = slice_copy(query_get_text(s, "record"));
            source_begin_row(w, &(struct source_place){.record = *record ? record : "/"});
        }
        int column = column_of(query_get_text(s, "name"), names, count);
        SCOPED_TEXT kind = slice_copy(query_get_text(s, "kind"));
        if (column)
            source_add_cell(
                w, column,
                &(struct source_cell){.words = query_get_text(s, "words"), .kind = kind});
    }
    w->is_ok = w->is_ok && query_done(s, w->err);
    for (int i = 0; i < count; i++)
        free(names[i]);
    free(names);
    return count > 0;
}

static bool is_sound(struct source_writer *w, struct slice text)
{
    SCOPED_QUERY s = query_prepare(w->db, "json_is_sound");
    query_bind_text(s, "text", text);
    return query_next(s) && query_get_int(s, "is_sound");
}

static bool write_text(struct source_writer *w, struct slice text, char **ret_reason)
{
    if (!is_sound(w, text))
        return unreadable(ret_reason, "it is nested too deep to be read as JSON: %s",
                          source_limits.instead);
    SCOPED_QUERY forget = query_prepare(w->db, "forget_json_records");
    SCOPED_QUERY insert = query_prepare(w->db, "fill_json_records");
    query_bind_text(insert, "text", text);
    w->is_ok = w->is_ok && query_run(forget, w->err) && query_run(insert, w->err);
    bool has_events = write_records(w, query_prepare(w->db, "alaveteli_event_rows"), "events");
    bool has_releases = write_records(w, query_prepare(w->db, "ocds_release_rows"), "releases");
    bool is_plain = write_plain(w);
    w->is_ok = w->is_ok && query_run(forget, w->err);
    return has_events || has_releases || is_plain || !w->is_ok ||
           unreadable(ret_reason, "there is no record in it: look whether the search that it comes "
                                  "from found anything");
}

bool source_read_json(struct source_writer *w, struct slice text, char **ret_reason)
{
    if (text.length > JSON_BYTES_MAX)
        return unreadable(ret_reason, "it is larger than %zu MiB: ask for fewer records at a time",
                          JSON_BYTES_MAX >> 20);
    struct slice list;
    SCOPED_TEXT owned = NULL;
    return take_values(text, &list, &owned, ret_reason) && write_text(w, list, ret_reason);
}
