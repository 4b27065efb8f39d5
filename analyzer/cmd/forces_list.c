/* SPDX-License-Identifier: MIT */
#include "cmd/forces_list.h"

#include "audit/known_names.h"
#include "base/file.h"
#include "base/memory.h"
#include "intake/contract.h"
#include "reader/csv_reader.h"
#include "store/query.h"
#include "store/statements.h"

static const char advice[] = "Give a list with the columns file and force_id: whose.csv of the "
                             "output, filled in.";

/* The identifier of the force, or tool, of that number; the caller frees. */
static char *id_of(sqlite3 *db, int32_t number)
{
    SCOPED_QUERY s = query_prepare(db, "force_id_of");
    query_bind_int(s, "number", number);
    return query_next(s) ? slice_copy(query_get_text(s, "force_id")) : NULL;
}

static bool find(sqlite3 *db, struct known_names *forces, struct slice name, char **ret_id,
                 struct error *err)
{
    int32_t number = 0;
    if (!known_names_find(forces, "force", slice_trim(name), &number, err))
        return false;
    *ret_id = id_of(db, number);
    return true;
}

bool forces_list_find(sqlite3 *db, const char *name, char **ret_id, struct error *err)
{
    *ret_id = NULL;
    if (!name)
        return true;
    struct known_names forces;
    bool ok = known_names_load(db, STATEMENT("known_forces"), &forces, err) &&
              find(db, &forces, slice_of(name), ret_id, err);
    known_names_done(&forces);
    return ok;
}

struct list {
    sqlite3 *db;
    const char *path;
    struct classification *c;
    struct known_names forces;
    size_t file, force; /* its columns */
};

static bool find_column(const struct slice *headings, size_t count, const char *name, size_t *ret)
{
    for (*ret = 0; *ret < count; ++*ret)
        if (contract_same_header(headings[*ret], slice_of(name)))
            return true;
    return false;
}

static bool take_row(struct list *l, const struct csv_row *row, struct error *err)
{
    if (row->event == CSV_BAD_ROW)
        return error_set(err, ERROR_INPUT, l->path, row->line, row->fault.suggestion, "%s",
                         row->fault.message);
    struct slice file = slice_trim(row->fields[l->file]), force = slice_trim(row->fields[l->force]);
    if (!file.length || means_unknown(force))
        return true;
    if (file.bytes[0] == '\'') /* what a list shows of a name that would be a formula */
        file = (struct slice){file.bytes + 1, file.length - 1};
    SCOPED_TEXT id = NULL;
    SCOPED_TEXT name = slice_copy(file);
    struct error unknown = {0};
    if (find(l->db, &l->forces, force, &id, &unknown))
        return classification_name_force(l->c, name, id, err);
    return error_set(err, ERROR_INPUT, l->path, row->line, unknown.next, "%s", unknown.what);
}

static bool take_rows(struct list *l, struct csv_reader *reader, struct error *err)
{
    const struct slice *headings;
    size_t count = csv_reader_header(reader, &headings);
    if (!find_column(headings, count, "file", &l->file) ||
        !find_column(headings, count, "force_id", &l->force))
        return error_set(err, ERROR_INPUT, l->path, 1, advice,
                         "it has no columns file and force_id");
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event != CSV_END; csv_reader_next(reader, &row))
        if (!take_row(l, &row, err))
            return false;
    return true;
}

static bool take_file(struct list *l, struct slice bytes, struct error *err)
{
    struct csv_reader *reader = NULL;
    bool ok = csv_reader_open(l->path, bytes, &reader, err) && take_rows(l, reader, err);
    csv_reader_free(reader);
    return ok;
}

bool forces_list_read(sqlite3 *db, const char *path, struct classification *c, struct error *err)
{
    if (!path)
        return true;
    int fd = -1;
    struct file_reason reason;
    struct file_text text = {0};
    if (file_open_named(path, &fd, &reason) != FILE_OPENED || !file_read(fd, &text, &reason))
        return error_set(err, ERROR_INPUT, path, 0, advice, "%s", reason.text);
    struct list l = {.db = db, .path = path, .c = c};
    bool ok = known_names_load(db, STATEMENT("known_forces"), &l.forces, err) &&
              take_file(&l, (struct slice){text.bytes, text.length}, err);
    known_names_done(&l.forces);
    file_text_done(&text);
    return ok;
}
