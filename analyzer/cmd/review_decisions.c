/* SPDX-License-Identifier: MIT */
#include "cmd/review_decisions.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/text.h"
#include "cmd/added_rows.h"
#include "cmd/print_text.h"
#include "store/row_map.h"

#include <inttypes.h>

static const struct field count_fields[] = {
    FIELD(struct review_counts, lines),   FIELD(struct review_counts, decided),
    FIELD(struct review_counts, known),   FIELD(struct review_counts, undecided),
    FIELD(struct review_counts, refused), FIELD(struct review_counts, rows),
};

static bool count(sqlite3 *db, struct review_counts *ret, struct error *err)
{
    SCOPED_ROW_MAP rows = row_reader(db, "review_counts", count_fields);
    row_next(&rows, ret);
    return row_done(&rows, err);
}

/* The cells of codings.csv, row by row, in the arena. */
static const char **read_cells(sqlite3 *db, struct arena *arena, size_t *ret_rows, bool *ret_ok,
                               struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "review_new_codings");
    const char **cells = NULL;
    size_t count = 0, room = 0;
    for (*ret_rows = 0; query_next(s); ++*ret_rows)
        for (size_t i = 0; i < CODING_COLUMNS; i++) {
            cells = arena_grow(arena, cells, count, &room, sizeof *cells);
            const char *name = contract_files[FILE_CODINGS].columns[i].name;
            cells[count++] = arena_copy(arena, query_get_text(s, name));
        }
    *ret_ok = query_done(s, err);
    return cells;
}

static bool add(sqlite3 *db, const char *pack, struct error *err)
{
    struct arena arena = {0};
    struct added_rows added = {.contract = &contract_files[FILE_CODINGS],
                               .advice = "Mend it or take it away: it is only added to."};
    bool ok = true;
    added.cells = read_cells(db, &arena, &added.count, &ok, err);
    SCOPED_TEXT path = memory_print("%s/%s", pack, added.contract->name);
    ok = ok && (added.count == 0 || added_rows_write(path, &added, err));
    arena_done(&arena);
    return ok;
}

static bool print_refused(sqlite3 *db, struct error *err)
{
    SCOPED_QUERY s = query_prepare(db, "review_refused");
    while (query_next(s)) {
        print_text(query_get_text(s, "file"));
        printf(":%" PRId64 ": ", query_get_int(s, "line"));
        print_text(query_get_text(s, "column_name"));
        fputs(": ", stdout);
        print_text(query_get_text(s, "message"));
        fputs("\n    ", stdout);
        print_text(query_get_text(s, "suggestion"));
        putchar('\n');
    }
    return query_done(s, err);
}

bool review_decisions_take(sqlite3 *db, const char *pack, struct review_counts *ret,
                           struct error *err)
{
    if (!database_run_file(db, "analyzer/cmd/review_table.sql", err) || !count(db, ret, err) ||
        !print_refused(db, err) || !add(db, pack, err))
        return false;
    printf("%" PRId64 " %s: %" PRId64 " decided, %" PRId64 " decided so before, %" PRId64
           " undecided, %" PRId64 " refused. codings.csv has %" PRId64 " %s more.\n",
           ret->lines, text_plural(ret->lines, "line", "lines"), ret->decided, ret->known,
           ret->undecided, ret->refused, ret->rows, text_plural(ret->rows, "row", "rows"));
    return true;
}
