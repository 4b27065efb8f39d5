/* SPDX-License-Identifier: MIT */
#include "store/reference_rows.h"

#include "base/embedded.h"
#include "base/memory.h"
#include "reader/csv_reader.h"

/* Which field of a row each parameter is, counted from 0. Caller frees. */
static size_t *find_fields(sqlite3_stmt *s, const struct csv_reader *reader, const char *path)
{
    const struct slice *header;
    size_t count = csv_reader_header(reader, &header);
    int parameters = sqlite3_bind_parameter_count(s);
    size_t *fields = memory_new((size_t)parameters, sizeof *fields);
    for (int i = 0; i < parameters; i++) {
        const char *column = sqlite3_bind_parameter_name(s, i + 1) + 1;
        while (fields[i] < count && !slice_is(header[fields[i]], column))
            fields[i]++;
        if (fields[i] == count)
            internal_fault("%s: there is no column \"%s\"", path, column);
    }
    return fields;
}

static bool run_for_rows(sqlite3_stmt *s, struct csv_reader *reader, const size_t *fields,
                         struct error *err)
{
    struct csv_row row;
    for (csv_reader_next(reader, &row); row.event != CSV_END; csv_reader_next(reader, &row)) {
        if (row.event != CSV_ROW)
            continue;
        for (int i = 0; i < sqlite3_bind_parameter_count(s); i++)
            query_text(s, i + 1, row.fields[fields[i]]);
        if (!query_run(s, err))
            return false;
    }
    return true;
}

bool reference_rows_run(sqlite3 *db, const char *statement, const char *path, struct error *err)
{
    const struct embedded_file *file = embedded_find(path);
    if (!file)
        return true;
    struct csv_reader *reader = NULL;
    if (!csv_reader_open(path, (struct slice){(const char *)file->bytes, file->size}, &reader, err))
        return false;
    SCOPED_QUERY s = query_prepare(db, statement);
    __attribute__((cleanup(memory_release))) size_t *fields = find_fields(s, reader, path);
    bool ok = run_for_rows(s, reader, fields, err);
    csv_reader_free(reader);
    return ok;
}
