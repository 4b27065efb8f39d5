/* SPDX-License-Identifier: MIT */
#include "cmd/waivers_file.h"

#include "base/file.h"
#include "base/memory.h"
#include "intake/heading.h"
#include "reader/csv_reader.h"
#include "report/csvout.h"
#include "report/outdir.h"

#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char name_another[] = "Name a waivers.csv with -o, or a new file.";

/* Where each column of the contract stands in the file; those that the file lacks come last. */
struct layout {
    const struct slice *headings; /* of the file */
    size_t heading_count;
    size_t place[WAIVER_COLUMNS];
    size_t width;
    struct slice *cells; /* of the row being written; owned */
};

static const struct contract_file *contract(void)
{
    return &contract_files[FILE_WAIVERS];
}

static struct layout lay_out(const struct csv_reader *reader)
{
    struct layout l = {0};
    l.heading_count = csv_reader_header(reader, &l.headings);
    l.width = l.heading_count;
    enum heading_match matches[WAIVER_COLUMNS] = {HEADING_UNKNOWN};
    for (size_t i = 0; i < l.heading_count; i++) {
        enum heading_match match;
        int column = heading_column(contract(), l.headings[i], &match);
        if (column < 0 || match <= matches[column])
            continue;
        matches[column] = match;
        l.place[column] = i;
    }
    for (size_t i = 0; i < WAIVER_COLUMNS; i++)
        if (matches[i] == HEADING_UNKNOWN)
            l.place[i] = l.width++;
    l.cells = memory_new(l.width, sizeof *l.cells);
    return l;
}

static void write_row(const struct layout *l, FILE *out)
{
    for (size_t i = 0; i < l->width; i++) {
        csvout_write_field(out, l->cells[i]);
        putc(i + 1 < l->width ? ',' : '\n', out);
    }
}

/* The cells of a row: those of the file first, the others by column of the contract. */
static void place_cells(const struct layout *l, const struct slice *given, size_t count,
                        const char *const columns[WAIVER_COLUMNS])
{
    for (size_t i = 0; i < l->width; i++)
        l->cells[i] = i < count ? given[i] : (struct slice){"", 0};
    for (size_t i = 0; columns && i < WAIVER_COLUMNS; i++)
        if (l->place[i] >= count)
            l->cells[l->place[i]] = slice_of(columns[i]);
}

static bool is_same_row(const struct layout *l, const struct csv_row *row,
                        const char *const cells[WAIVER_COLUMNS])
{
    for (size_t i = 0; i < WAIVER_COLUMNS; i++) {
        struct slice cell =
            l->place[i] < row->count ? slice_trim(row->fields[l->place[i]]) : (struct slice){"", 0};
        if (!slice_is(cell, cells[i]))
            return false;
    }
    return true;
}

static bool copy_rows(struct csv_reader *reader, const struct layout *l, const char *path,
                      const char *const added[WAIVER_COLUMNS], FILE *out, struct error *err)
{
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event != CSV_END; csv_reader_next(reader, &row)) {
        if (row.event == CSV_BAD_ROW)
            return error_set(err, ERROR_INPUT, path, row.line, row.fault.suggestion,
                             "nothing was added: %s", row.fault.message);
        if (is_same_row(l, &row, added))
            return error_set(err, ERROR_INPUT, path, row.line,
                             "To renew it, give another end with --expires.",
                             "this very waiver stands there already");
        place_cells(l, row.fields, row.count, NULL);
        write_row(l, out);
    }
    return true;
}

static bool write_all(const char *path, struct slice old, const char *const added[WAIVER_COLUMNS],
                      FILE *out, struct error *err)
{
    struct csv_reader *reader = NULL;
    if (!csv_reader_open(path, old, &reader, err))
        return false;
    struct layout l = lay_out(reader);
    if (l.place[WAIVER_FINDING] >= l.heading_count && l.place[WAIVER_RULE] >= l.heading_count &&
        l.place[WAIVER_EXPIRES] >= l.heading_count) {
        free(l.cells);
        csv_reader_free(reader);
        return error_set(err, ERROR_INPUT, path, 1, name_another,
                         "this is no list of waivers: it has none of the columns finding_id, "
                         "rule_id and expires_on");
    }
    const char *headings[WAIVER_COLUMNS];
    for (size_t i = 0; i < WAIVER_COLUMNS; i++)
        headings[i] = contract()->columns[i].name;
    place_cells(&l, l.headings, l.heading_count, headings);
    write_row(&l, out);
    bool ok = copy_rows(reader, &l, path, added, out, err);
    place_cells(&l, l.headings, 0, added); /* none of the file's */
    if (ok)
        write_row(&l, out);
    free(l.cells);
    csv_reader_free(reader);
    return ok;
}

void waivers_file_print(const char *const cells[WAIVER_COLUMNS], FILE *out)
{
    for (int line = 0; line < 2; line++)
        for (size_t i = 0; i < WAIVER_COLUMNS; i++) {
            csvout_write_field(out, slice_of(line ? cells[i] : contract()->columns[i].name));
            putc(i + 1 < WAIVER_COLUMNS ? ',' : '\n', out);
        }
}

/* The bytes of the file; none where there is no such file. */
static bool read_old(const char *path, struct file_text *ret_old, struct error *err)
{
    *ret_old = (struct file_text){0};
    int fd = -1;
    struct file_reason reason;
    enum file_outcome outcome = file_open_found(path, &fd, &reason);
    return outcome == FILE_ABSENT || (outcome == FILE_OPENED && file_read(fd, ret_old, &reason)) ||
           error_set(err, ERROR_INPUT, path, 0, name_another, "%s", reason.text);
}

static bool write_new(const char *path, struct slice old, const char *const cells[WAIVER_COLUMNS],
                      FILE *out, struct error *err)
{
    if (old.length)
        return write_all(path, old, cells, out, err);
    waivers_file_print(cells, out);
    return true;
}

/* In a hidden folder beside it first, as all outputs are; the rights stay those of the file. */
static bool write_beside(const char *path, const struct file_text *old,
                         const char *const cells[WAIVER_COLUMNS], struct outdir *o,
                         struct error *err)
{
    static const char name[] = "waivers";
    FILE *out = NULL;
    if (!outdir_open(o, name, &out, err))
        return false;
    struct stat status;
    bool ok = (stat(path, &status) != 0 || fchmod(fileno(out), status.st_mode & 07777) == 0 ||
               error_set(err, ERROR_OUTPUT, path, 0, NULL, "its rights cannot be kept: %s",
                         strerror(errno))) &&
              write_new(path, (struct slice){old->bytes, old->length}, cells, out, err);
    struct file_reason reason;
    ok = ok && (file_text_check(old, &reason) ||
                error_set(err, ERROR_INPUT, path, 0, "Run it again.", "%s", reason.text));
    return outdir_close(out, path, err) && ok && outdir_move_out(o, name, path, err);
}

bool waivers_file_add(const char *path, const char *const cells[WAIVER_COLUMNS], struct error *err)
{
    static const char advice[] = "Choose another file with -o, or free some space.";
    struct file_text old;
    if (!read_old(path, &old, err))
        return false;
    /* A link stays, and what it leads to is written again. */
    char *resolved = realpath(path, NULL);
    SCOPED_TEXT place = resolved ? resolved : memory_copy(path);
    SCOPED_TEXT whole = memory_copy(place);
    SCOPED_TEXT last = memory_copy(place);
    struct outdir *o = NULL;
    bool ok = outdir_begin_scratch(dirname(whole), basename(last), advice, &o, err);
    if (ok) {
        ok = write_beside(place, &old, cells, o, err);
        outdir_abandon(o);
    }
    file_text_done(&old);
    return ok;
}
