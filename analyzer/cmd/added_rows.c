/* SPDX-License-Identifier: MIT */
#include "cmd/added_rows.h"

#include "base/file.h"
#include "base/memory.h"
#include "cmd/layout.h"
#include "report/csvout.h"
#include "report/outdir.h"

#include <errno.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const *cells_of(const struct added_rows *added, size_t row)
{
    return added->cells + row * added->contract->count;
}

static bool is_same_row(const struct layout *l, const struct csv_row *row, const char *const *cells)
{
    for (size_t i = 0; i < l->contract->count; i++)
        if (!slice_is(layout_cell(l, row, i), cells[i]))
            return false;
    return true;
}

static bool is_there_already(const struct layout *l, const struct csv_row *row,
                             const struct added_rows *added)
{
    for (size_t i = 0; added->repeated && i < added->count; i++)
        if (is_same_row(l, row, cells_of(added, i)))
            return true;
    return false;
}

static bool copy_rows(struct csv_reader *reader, struct layout *l, const char *path,
                      const struct added_rows *added, FILE *out, struct error *err)
{
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event != CSV_END; csv_reader_next(reader, &row)) {
        if (row.event == CSV_BAD_ROW)
            return error_set(err, ERROR_INPUT, path, row.line, row.fault.suggestion,
                             "nothing was added: %s", row.fault.message);
        if (is_there_already(l, &row, added))
            return error_set(err, ERROR_INPUT, path, row.line, added->repeated_advice, "%s",
                             added->repeated);
        layout_take(l, row.fields, row.count);
        layout_write(l, out);
    }
    return true;
}

static void write_added(struct layout *l, const struct added_rows *added, FILE *out)
{
    for (size_t i = 0; i < added->count; i++) {
        layout_take(l, NULL, 0);
        for (size_t column = 0; column < l->contract->count; column++)
            layout_set(l, column, slice_of(cells_of(added, i)[column]));
        layout_write(l, out);
    }
}

/* Is it a list of what shall be added? Then it has one of the columns that identify a row, or of
 * those of which one is needed. */
static bool is_such_list(const struct layout *l)
{
    for (size_t i = 0; i < l->contract->count; i++)
        if (l->contract->columns[i].need != NEED_NOT && l->place[i] < l->heading_count)
            return true;
    return false;
}

static bool write_all(const char *path, struct slice old, const struct added_rows *added, FILE *out,
                      struct error *err)
{
    struct csv_reader *reader = NULL;
    if (!csv_reader_open(path, old, &reader, err))
        return false;
    struct layout l = layout_of(added->contract, reader, (unsigned)ALL_COLUMNS);
    bool ok = is_such_list(&l) ||
              error_set(err, ERROR_INPUT, path, 1, added->advice,
                        "this is no list of %s: it has none of its columns", added->contract->kind);
    if (ok) {
        layout_write_header(&l, out);
        ok = copy_rows(reader, &l, path, added, out, err);
    }
    if (ok)
        write_added(&l, added, out);
    layout_done(&l);
    csv_reader_free(reader);
    return ok;
}

void added_rows_print(const struct added_rows *added, FILE *out)
{
    size_t columns = added->contract->count;
    for (size_t line = 0; line <= added->count; line++)
        for (size_t i = 0; i < columns; i++) {
            const char *cell =
                line ? cells_of(added, line - 1)[i] : added->contract->columns[i].name;
            csvout_write_field(out, slice_of(cell));
            putc(i + 1 < columns ? ',' : '\n', out);
        }
}

/* The bytes of the file; none where there is no such file. */
static bool read_old(const char *path, const char *advice, struct file_text *ret_old,
                     struct error *err)
{
    *ret_old = (struct file_text){0};
    int fd = -1;
    struct file_reason reason;
    enum file_outcome outcome = file_open_found(path, &fd, &reason);
    return outcome == FILE_ABSENT || (outcome == FILE_OPENED && file_read(fd, ret_old, &reason)) ||
           error_set(err, ERROR_INPUT, path, 0, advice, "%s", reason.text);
}

static bool write_new(const char *path, struct slice old, const struct added_rows *added, FILE *out,
                      struct error *err)
{
    if (old.length)
        return write_all(path, old, added, out, err);
    added_rows_print(added, out);
    return true;
}

/* In a hidden folder beside it first, as all outputs are; the rights stay those of the file. */
static bool write_beside(const char *path, const struct file_text *old,
                         const struct added_rows *added, struct outdir *o, struct error *err)
{
    const char *name = added->contract->kind;
    FILE *out = NULL;
    if (!outdir_open(o, name, &out, err))
        return false;
    struct stat status;
    bool ok = (stat(path, &status) != 0 || fchmod(fileno(out), status.st_mode & 07777) == 0 ||
               error_set(err, ERROR_OUTPUT, path, 0, NULL, "its rights cannot be kept: %s",
                         strerror(errno))) &&
              write_new(path, (struct slice){old->bytes, old->length}, added, out, err);
    struct file_reason reason;
    ok = ok && (file_text_check(old, &reason) ||
                error_set(err, ERROR_INPUT, path, 0, "Run it again.", "%s", reason.text));
    return outdir_close(out, path, err) && ok && outdir_move_out(o, name, path, err);
}

bool added_rows_write(const char *path, const struct added_rows *added, struct error *err)
{
    struct file_text old;
    if (!read_old(path, added->advice, &old, err))
        return false;
    /* A link stays, and what it leads to is written again. */
    char *resolved = realpath(path, NULL);
    SCOPED_TEXT place = resolved ? resolved : memory_copy(path);
    SCOPED_TEXT whole = memory_copy(place);
    SCOPED_TEXT last = memory_copy(place);
    struct outdir *o = NULL;
    bool ok = outdir_begin_scratch(dirname(whole), basename(last),
                                   "Choose another file with -o, or free some space.", &o, err);
    if (ok) {
        ok = write_beside(place, &old, added, o, err);
        outdir_abandon(o);
    }
    file_text_done(&old);
    return ok;
}
