/* SPDX-License-Identifier: MIT */
#include "geography/boundary_labels.h"

#include "base/embedded.h"
#include "reader/csv_reader.h"
#include "store/query.h"

static const char reference[] = "datasets/reference/label_points_bng.csv";
static const char *const columns[] = {"code", "easting", "northing"};
enum { COLUMNS = sizeof columns / sizeof *columns };

static void find_fields(const struct csv_reader *reader, size_t fields[COLUMNS])
{
    const struct slice *header;
    size_t count = csv_reader_header(reader, &header);
    for (size_t i = 0; i < COLUMNS; i++) {
        for (fields[i] = 0; fields[i] < count; fields[i]++)
            if (slice_is(header[fields[i]], columns[i]))
                break;
        if (fields[i] == count)
            fault("%s: there is no column \"%s\"", reference, columns[i]);
    }
}

static bool store_rows(sqlite3 *db, struct csv_reader *reader, struct error *err)
{
    SCOPED_QUERY insert =
        query_prepare(db, "analyzer/geography/queries/boundary_insert_label_of_code.sql");
    size_t fields[COLUMNS];
    find_fields(reader, fields);
    for (struct csv_row row;;) {
        csv_reader_next(reader, &row);
        if (row.event == CSV_END)
            return true;
        for (int i = 0; row.event == CSV_ROW && i < COLUMNS; i++)
            query_text(insert, i + 1, row.fields[fields[i]]);
        if (row.event == CSV_ROW && !query_run(insert, err))
            return false;
    }
}

bool boundary_labels_store(sqlite3 *db, struct error *err)
{
    const struct embedded_file *file = embedded_find(reference);
    if (!file)
        return true;
    struct csv_reader *reader = NULL;
    struct slice bytes = {(const char *)file->bytes, file->size};
    if (!csv_reader_open(file->path, bytes, &reader, err))
        return false;
    bool ok = store_rows(db, reader, err);
    csv_reader_free(reader);
    return ok;
}
