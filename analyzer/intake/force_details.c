/* SPDX-License-Identifier: MIT */
#include "intake/force_details.h"

#include "base/embedded.h"
#include "intake/contract.h"
#include "reader/csv_reader.h"
#include "store/query.h"

static const int wanted[] = {FORCE_ID, FORCE_AREA_CODE, FORCE_GRID_COL, FORCE_GRID_ROW,
                             FORCE_ABBREVIATION};
enum { WANTED = sizeof wanted / sizeof *wanted };

static void find_fields(const struct csv_reader *reader, int fields[WANTED])
{
    const struct slice *header;
    size_t count = csv_reader_header(reader, &header);
    for (int i = 0; i < WANTED; i++) {
        fields[i] = -1;
        for (size_t j = 0; j < count; j++)
            if (slice_is(header[j], contract_files[FILE_FORCES].columns[wanted[i]].name))
                fields[i] = (int)j;
    }
}

static bool fill_from(sqlite3 *db, struct csv_reader *reader, struct error *err)
{
    SCOPED_QUERY update = query_prepare(db, "analyzer/intake/queries/fill_force.sql");
    int fields[WANTED];
    find_fields(reader, fields);
    for (struct csv_row row;;) {
        csv_reader_next(reader, &row);
        if (row.event == CSV_END)
            return true;
        for (int i = 0; row.event == CSV_ROW && i < WANTED; i++)
            query_text(update, i + 1,
                       fields[i] < 0 ? (struct slice){"", 0} : row.fields[fields[i]]);
        if (row.event == CSV_ROW && !query_run(update, err))
            return false;
    }
}

bool force_details_fill(sqlite3 *db, struct error *err)
{
    const struct embedded_file *file = embedded_find("datasets/reference/forces.csv");
    if (!file)
        return true;
    struct csv_reader *reader = NULL;
    struct slice bytes = {(const char *)file->bytes, file->size};
    if (!csv_reader_open(file->path, bytes, &reader, err))
        return false;
    bool ok = fill_from(db, reader, err);
    csv_reader_free(reader);
    return ok;
}
