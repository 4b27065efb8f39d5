/* SPDX-License-Identifier: MIT */
#include "geography/boundary_labels.h"

#include "base/embedded.h"
#include "reader/csv_reader.h"
#include "store/row_map.h"

static const char reference[] = "datasets/reference/label_points_bng.csv";

struct label_point {
    struct slice code, easting, northing;
};
static const struct field label_fields[] = {
    FIELD(struct label_point, code),
    FIELD(struct label_point, easting),
    FIELD(struct label_point, northing),
};
enum { CODE, EASTING, NORTHING, COLUMNS }; /* as label_fields counts */

static void find_columns(const struct csv_reader *reader, size_t places[COLUMNS])
{
    const struct slice *header;
    size_t count = csv_reader_header(reader, &header);
    for (size_t i = 0; i < COLUMNS; i++) {
        for (places[i] = 0; places[i] < count; places[i]++)
            if (slice_is(header[places[i]], label_fields[i].name))
                break;
        if (places[i] == count)
            fault("%s: there is no column \"%s\"", reference, label_fields[i].name);
    }
}

static bool store_rows(sqlite3 *db, struct csv_reader *reader, struct error *err)
{
    SCOPED_ROW_MAP insert = row_writer(db, "insert_label_of_area_code", label_fields);
    size_t places[COLUMNS];
    find_columns(reader, places);
    for (struct csv_row row;;) {
        csv_reader_next(reader, &row);
        if (row.event == CSV_END)
            return true;
        if (row.event != CSV_ROW)
            continue;
        const struct label_point point = {.code = row.fields[places[CODE]],
                                          .easting = row.fields[places[EASTING]],
                                          .northing = row.fields[places[NORTHING]]};
        if (!row_write(&insert, &point, err))
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
