/* SPDX-License-Identifier: MIT */
#include "workbook/xlsxout.h"

#include "base/memory.h"
#include "base/text.h"
#include "workbook/xlsxcheck.h"
#include "workbook/xlsxsheet.h"
#include "workbook/xlsxstreams.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

enum { COPY_BYTES = 1 << 16 };

/* The workbook being written, and what its sheets have in common. */
struct writing {
    sqlite3 *db;
    struct xlsxbook *book;
    struct xlsxsheet *cover;
    sqlite3_stmt *meaning; /* workbook_column */
};

static const struct {
    const char *word;
    enum xlsxsheet_kind kind;
} kinds[] = {{"text", XLSXSHEET_TEXT},
             {"date", XLSXSHEET_DATE},
             {"link", XLSXSHEET_LINK},
             {"whole number", XLSXSHEET_WHOLE},
             {"decimal number", XLSXSHEET_DECIMAL},
             {"number", XLSXSHEET_NUMBER}};

static enum xlsxsheet_kind kind_of(struct slice word)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (slice_is(word, kinds[i].word))
            return kinds[i].kind;
    internal_fault("no kind \"%.*s\" of column", (int)word.length, word.bytes);
}

/* What a column holds and means, until the next call. One that nobody has described is
 * text without a meaning, which a test finds. */
static bool find_meaning(struct writing *w, const char *table, const char *column,
                         struct slice *ret_kind, struct slice *ret_meaning, struct error *err)
{
    sqlite3_reset(w->meaning);
    query_bind_text(w->meaning, "sheet", slice_of(table));
    query_bind_text(w->meaning, "column", slice_of(column));
    bool known = query_next(w->meaning);
    *ret_kind = known ? query_get_text(w->meaning, "kind") : slice_of("text");
    *ret_meaning = known ? query_get_text(w->meaning, "meaning") : slice_of("");
    return known || query_done(w->meaning, err);
}

static void list_sheet(struct writing *w, const char *name, struct slice holds, long rows)
{
    char number[32];
    text_fit(number, sizeof number, "%ld", rows);
    xlsxsheet_cell(w->cover, slice_of(name));
    xlsxsheet_cell(w->cover, holds);
    xlsxsheet_cell(w->cover, slice_of(number));
}

static void say_rows(struct xlsxsheet *sheet, int line, const char *table, struct slice holds,
                     long rows)
{
    SCOPED_TEXT text = NULL;
    if (rows > XLSXSHEET_ROWS)
        text = memory_print(
            "%.*s This sheet contains one table: the first %d of %ld rows; %ld %s missing, "
            "and %s.csv has them all. [note 1] [note 7]",
            (int)holds.length, holds.bytes, XLSXSHEET_ROWS, rows, rows - XLSXSHEET_ROWS,
            text_plural(rows - XLSXSHEET_ROWS, "is", "are"), table);
    else
        text = memory_print("%.*s This sheet contains one table of %ld %s. [note 1]",
                            (int)holds.length, holds.bytes, rows, text_plural(rows, "row", "rows"));
    xlsxsheet_fill(sheet, line, slice_of(text));
}

static struct xlsxsheet *begin_sheet(struct writing *w, const char *name, struct slice title,
                                     int *ret_about)
{
    static const struct xlsxsheet_target ways[] = {
        {"cover", "Contents"}, {"notes", "Notes"}, {"columns", "Columns"}, {NULL, NULL}};
    struct xlsxsheet *sheet = xlsxsheet_begin(w->book, name, title);
    *ret_about = xlsxsheet_reserve(sheet);
    xlsxsheet_links(sheet, ways);
    return sheet;
}

static bool add_columns(struct writing *w, struct xlsxsheet *sheet, const char *table,
                        sqlite3_stmt *rows, struct error *err)
{
    for (int i = 0; i < sqlite3_column_count(rows); i++) {
        const char *name = sqlite3_column_name(rows, i);
        struct slice kind, meaning;
        if (!find_meaning(w, table, name, &kind, &meaning, err))
            return false;
        xlsxsheet_column(sheet, slice_of(name), kind_of(kind));
    }
    return true;
}

/* The columns come with the first row, since a marked-up table must have one. Steps to the end
 * even where no more rows fit: the sheet says how many there are. */
static bool write_rows(struct writing *w, struct xlsxsheet *sheet, const char *table,
                       sqlite3_stmt *rows, long *ret_count, struct error *err)
{
    int columns = sqlite3_column_count(rows);
    bool ok = true;
    for (*ret_count = 0; ok && query_next(rows); ++*ret_count) {
        ok = *ret_count > 0 || add_columns(w, sheet, table, rows, err);
        for (int i = 0; ok && i < columns && *ret_count < XLSXSHEET_ROWS; i++)
            xlsxsheet_cell(sheet, query_column(rows, i));
    }
    return query_done(rows, err) && ok;
}

static bool write_table(struct writing *w, const struct xlsxout_table *table, struct error *err)
{
    SCOPED_QUERY rows = query_prepare(w->db, table->statement);
    struct slice holds = slice_of(table->holds);
    int about = 0;
    struct xlsxsheet *sheet = begin_sheet(w, table->name, slice_of(table->title), &about);
    long count = 0;
    if (!write_rows(w, sheet, table->name, rows, &count, err))
        return false;
    if (count > 0)
        say_rows(sheet, about, table->name, holds, count);
    else
        xlsxsheet_fill(sheet, about, slice_of(table->if_empty));
    list_sheet(w, table->name, holds, count);
    return true;
}

static bool describe_columns(struct writing *w, const struct xlsxout_table *table,
                             struct xlsxsheet *sheet, long *count, struct error *err)
{
    SCOPED_QUERY rows = query_prepare(w->db, table->statement);
    for (int i = 0; i < sqlite3_column_count(rows); i++, ++*count) {
        const char *name = sqlite3_column_name(rows, i);
        struct slice kind, meaning;
        if (!find_meaning(w, table->name, name, &kind, &meaning, err))
            return false;
        xlsxsheet_cell(sheet, slice_of(table->name));
        xlsxsheet_cell(sheet, slice_of(name));
        xlsxsheet_cell(sheet, kind);
        xlsxsheet_cell(sheet, meaning);
    }
    return true;
}

static bool write_meanings(struct writing *w, const struct xlsxout_table *tables, size_t count,
                           struct error *err)
{
    struct slice holds = slice_of("What each column of each table holds and means.");
    int about = 0;
    struct xlsxsheet *sheet = begin_sheet(w, "columns", slice_of("Columns"), &about);
    static const char *const names[] = {"sheet", "column", "holds", "meaning"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        xlsxsheet_column(sheet, slice_of(names[i]), i == 0 ? XLSXSHEET_SHEET : XLSXSHEET_TEXT);
    long described = 0;
    for (size_t i = 0; i < count; i++)
        if (!describe_columns(w, &tables[i], sheet, &described, err))
            return false;
    say_rows(sheet, about, "columns", holds, described);
    list_sheet(w, "columns", holds, described);
    return true;
}

static bool write_notes(struct writing *w, struct error *err)
{
    struct slice holds = slice_of("What to know before the tables are used.");
    int about = 0;
    struct xlsxsheet *sheet = begin_sheet(w, "notes", slice_of("Notes"), &about);
    SCOPED_QUERY rows = query_prepare(w->db, "workbook_notes");
    long count = 0;
    if (!write_rows(w, sheet, "notes", rows, &count, err))
        return false;
    say_rows(sheet, about, "notes", holds, count);
    list_sheet(w, "notes", holds, count);
    return true;
}

static bool begin_cover(struct writing *w, struct slice title, struct error *err)
{
    w->cover = xlsxsheet_begin(w->book, "cover", title);
    SCOPED_QUERY lines = query_prepare(w->db, "workbook_cover");
    while (query_next(lines))
        xlsxsheet_line(w->cover, query_get_text(lines, "line"));
    xlsxsheet_subtitle(w->cover, slice_of("Contents: one table of the other sheets"));
    xlsxsheet_column(w->cover, slice_of("sheet"), XLSXSHEET_SHEET);
    xlsxsheet_column(w->cover, slice_of("holds"), XLSXSHEET_TEXT);
    xlsxsheet_column(w->cover, slice_of("rows"), XLSXSHEET_WHOLE);
    return query_done(lines, err);
}

static bool write_sheets(struct writing *w, struct slice title, const struct xlsxout_table *tables,
                         size_t count, struct error *err)
{
    bool ok =
        begin_cover(w, title, err) && write_notes(w, err) && write_meanings(w, tables, count, err);
    for (size_t i = 0; ok && i < count; i++)
        ok = write_table(w, &tables[i], err);
    return ok;
}

/* After a failure the book is closed as it is, to free it: nobody will read it. */
static bool write_book(sqlite3 *db, const struct xlsxout_table *tables, size_t count,
                       const char *path, const char *temp_folder, struct xlsxrecord *ret_written,
                       struct error *err)
{
    SCOPED_QUERY audit = query_prepare(db, "workbook");
    if (!query_next(audit))
        return query_done(audit, err);
    const struct xlsxbook_properties properties = {
        .title = query_get_text(audit, "title").bytes,
        .marking = query_get_text(audit, "marking").bytes,
        .created = query_get_int(audit, "created"),
        .comments = query_get_text(audit, "comments").bytes,
    };
    SCOPED_QUERY meaning = query_prepare(db, "workbook_column");
    struct writing w = {
        .db = db, .book = xlsxbook_begin(&properties, path, temp_folder), .meaning = meaning};
    bool ok = write_sheets(&w, query_get_text(audit, "title"), tables, count, err);
    return xlsxbook_end(w.book, ret_written, err) && ok;
}

static bool copy_file(int from, FILE *out, struct error *err)
{
    static char bytes[COPY_BYTES];
    off_t at = 0;
    ssize_t read = 0;
    while ((read = pread(from, bytes, sizeof bytes, at)) > 0) {
        fwrite_unlocked(bytes, 1, (size_t)read, out);
        at += read;
    }
    return read == 0 || error_set(err, ERROR_OUTPUT, "workbook.xlsx", 0, NULL,
                                  "could not be copied: %s", strerror(errno));
}

/* The library wants a name and seeks in the file; out may be a pipe. So the packed file,
 * which is small, is made in memory first. */
bool xlsxout_write(sqlite3 *db, const struct xlsxout_table *tables, size_t count,
                   const char *temp_folder, FILE *out, struct error *err)
{
    int fd = memfd_create("workbook.xlsx", MFD_CLOEXEC);
    if (fd < 0)
        internal_fault("no file in memory: %s", strerror(errno));
    SCOPED_TEXT path = memory_print("/proc/self/fd/%d", fd);
    struct xlsxrecord written;
    xlsxstreams_begin();
    bool ok = write_book(db, tables, count, path, temp_folder, &written, err);
    if (ok && xlsxstreams_have_failed())
        ok = error_set(err, ERROR_OUTPUT, "workbook.xlsx", 0, xlsxcheck_again,
                       "its parts could not be written whole: writing to a temporary file failed");
    ok = ok && xlsxcheck(path, &written, err);
    ok = ok && copy_file(fd, out, err);
    close(fd);
    return ok;
}
