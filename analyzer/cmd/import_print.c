/* SPDX-License-Identifier: MIT
 * An import for people at a terminal, and as JSON.
 */
#include "cmd/import_output.h"
#include "cmd/print_text.h"

#include "base/memory.h"
#include "base/text.h"
#include "store/row_json.h"
#include "store/statements.h"

#include <inttypes.h>
#include <jansson.h>

static void print_counts(const struct import_counts *c)
{
    printf("Read %" PRId64 " %s in %" PRId64 " %s: %" PRId64 " in the pack, %" PRId64
           " left out, %" PRId64 " rejected, %" PRId64 " seen twice.\n",
           c->rows, text_plural(c->rows, "row", "rows"), c->files,
           text_plural(c->files, "file", "files"), c->pack, c->left_out, c->rejected,
           c->duplicates);
    printf("%" PRId64 " %s, %" PRId64 " %s, %" PRId64 " still waiting.\n", c->responses,
           text_plural(c->responses, "response", "responses"), c->acknowledgements,
           text_plural(c->acknowledgements, "acknowledgement", "acknowledgements"), c->circulation);
}

static void print_place(sqlite3_stmt *s)
{
    print_text(query_get_text(s, "file"));
    if (query_get_int(s, "line"))
        printf(":%" PRId64, query_get_int(s, "line"));
}

static bool print_notices(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "import_notices");
    while (query_next(s)) {
        print_place(s);
        fputs(": ", stdout);
        print_text(query_get_text(s, "words"));
        putchar('\n');
    }
    return query_done(s, err);
}

/* "mine.map.csv:3: value outcome "Foo": it held for no row", and what to do. */
static bool print_map_notes(const struct import_output *out, struct error *err)
{
    SCOPED_QUERY s = query_prepare(out->db, "import_map_notes");
    for (bool has_any = false; query_next(s); has_any = true) {
        if (!has_any)
            puts("Lines of the mapping file that did nothing:");
        fputs("  ", stdout);
        print_text(slice_of(out->map));
        printf(":%" PRId64 ": %s ", query_get_int(s, "line"), query_get_text(s, "rule").bytes);
        print_text(query_get_text(s, "field"));
        fputs(query_get_text(s, "field").length ? " \"" : "\"", stdout);
        print_text(query_get_text(s, "value"));
        fputs("\": ", stdout);
        print_text(query_get_text(s, "reason"));
        fputs("\n      ", stdout);
        print_text(query_get_text(s, "advice"));
        putchar('\n');
    }
    return query_done(s, err);
}

static bool print_unreadable(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "import_unreadable");
    while (query_next(s)) {
        fputs("Not read: ", stdout);
        print_text(query_get_text(s, "file"));
        fputs(": ", stdout);
        print_text(query_get_text(s, "reason"));
        putchar('\n');
    }
    return query_done(s, err);
}

static bool print_reasons(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "import_reasons");
    bool has_any = false;
    for (; query_next(s); has_any = true) {
        if (!has_any)
            puts("Not in the pack:");
        printf("  %4" PRId64 "  ", query_get_int(s, "rows"));
        print_text(query_get_text(s, "reason"));
        putchar('\n');
    }
    return query_done(s, err);
}

/* "Force -> force_id", of each column. */
static bool print_columns(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "import_columns_found");
    SCOPED_TEXT last = memory_copy("");
    while (query_next(s)) {
        SCOPED_TEXT place = memory_print("%s%s%s", query_get_text(s, "file").bytes,
                                         query_get_text(s, "table").length ? ", " : "",
                                         query_get_text(s, "table").bytes);
        if (strcmp(place, last) != 0) {
            fputs("\nColumns of ", stdout);
            print_text(slice_of(place));
            puts(":");
            memory_release(&last);
            last = memory_copy(place);
        }
        fputs("  ", stdout);
        print_text(query_get_text(s, "heading"));
        fputs(" -> ", stdout);
        print_text(query_get_text(s, "field").length ? query_get_text(s, "field")
                   : query_get_int(s, "is_known")
                       ? slice_of("not used")
                       : slice_of("not used: no rule knows this column"));
        putchar('\n');
    }
    return query_done(s, err);
}

static bool print_first_rows(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "import_first_rows");
    puts("\nThe first rows of the pack:");
    while (query_next(s)) {
        fputs("  ", stdout);
        print_text(query_get_text(s, "place"));
        printf(" -> %s.csv\n", query_get_text(s, "file").bytes);
        json_t *columns = json_loads(query_get_text(s, "columns_json").bytes, 0, NULL);
        const char *name;
        json_t *value;
        json_object_foreach(columns, name, value)
        {
            printf("      %-20s ", name);
            print_text(slice_of(json_string_value(value)));
            putchar('\n');
        }
        json_decref(columns);
    }
    putchar('\n');
    return query_done(s, err);
}

/* What an audit of this pack would take for granted. */
static bool print_warnings(const struct import_output *out, struct error *err)
{
    SCOPED_QUERY tools = query_prepare(out->db, "import_without_tool");
    SCOPED_QUERY last = query_prepare(out->db, "import_last_day");
    int64_t rows = query_next(tools) ? query_get_int(tools, "rows") : 0;
    if (rows)
        printf("%" PRId64
               " %s no tool: --tool says which it is, --tools is a tools.csv whose names "
               "are looked for in the titles.\n",
               rows, text_plural(rows, "row names", "rows name"));
    if (query_next(last)) {
        fputs("The last day in the pack is one on which a request was sent (", stdout);
        print_text(query_get_text(last, "day"));
        fputs("): an audit is as of that day, unless --as-of says another.\n", stdout);
    }
    return query_done(tools, err) && query_done(last, err);
}

static void print_next(const struct import_counts *c, const char *folder)
{
    if (c->review)
        printf("%" PRId64 " %s for a person to review%s.\n", c->review,
               text_plural(c->review, "row", "rows"),
               folder ? ": decide in proposals.csv, and give it back to `concord classify --review`"
                      : "");
    if (c->unmapped)
        printf("%" PRId64 " %s that no rule knew%s.\n", c->unmapped,
               text_plural(c->unmapped, "value", "values"),
               folder ? ": fill in unmapped.map.csv, and run again with --map" : "");
    if (!folder) {
        puts("Nothing was written.");
        return;
    }
    fputs("Next: concord check ", stdout);
    terminal_print_argument(stdout, folder);
    putchar('\n');
}

bool import_print(const struct import_output *out, const char *folder, struct error *err)
{
    struct import_counts counts;
    if (!import_count(out->db, &counts, err) ||
        (!folder && (!print_columns(out->db, err) || !print_first_rows(out->db, err))))
        return false;
    print_counts(&counts);
    if (counts.part_rejected)
        printf("%" PRId64 " %s in the pack without a part that was rejected%s.\n",
               counts.part_rejected, text_plural(counts.part_rejected, "row is", "rows are"),
               folder ? ": rejects.csv" : "");
    if (!print_unreadable(out->db, err) || !print_reasons(out->db, err) ||
        !print_notices(out->db, err) || !print_map_notes(out, err) || !print_warnings(out, err))
        return false;
    print_next(&counts, folder);
    return true;
}

static bool add_rows(sqlite3 *db, json_t *all, const char *name, const char *statement,
                     struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, statement);
    json_t *list = json_array();
    while (query_next(s))
        json_array_append_new(list, row_json(s));
    json_object_set_new(all, name, list);
    return query_done(s, err);
}

bool import_print_json(const struct import_output *out, struct error *err)
{
    sqlite3 *db = out->db;
    SCOPED_QUERY counts = query_prepare(db, "count_import");
    json_t *all = json_pack("{s:s, s:s}", "profile", out->profile, "profile_version", out->version);
    if (query_next(counts))
        json_object_set_new(all, "counts", row_json(counts));
    bool ok = query_done(counts, err) &&
              add_rows(db, all, "columns", STATEMENT("import_columns_found"), err) &&
              add_rows(db, all, "first_rows", STATEMENT("import_first_rows"), err) &&
              add_rows(db, all, "rejects", STATEMENT("import_rejects"), err) &&
              add_rows(db, all, "left_out", STATEMENT("import_left_out"), err) &&
              add_rows(db, all, "unmapped", STATEMENT("import_unmapped_rules"), err) &&
              add_rows(db, all, "map_lines", STATEMENT("import_map_notes"), err) &&
              add_rows(db, all, "unreadable", STATEMENT("import_unreadable"), err) &&
              add_rows(db, all, "notices", STATEMENT("import_notices"), err);
    if (ok) {
        json_dumpf(all, stdout, JSON_INDENT(2));
        putchar('\n');
    }
    json_decref(all);
    return ok;
}
