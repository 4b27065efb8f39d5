/* SPDX-License-Identifier: MIT */
#include "reader/embedded_table.h"

#include "base/embedded.h"
#include "reader/csv_reader.h"

bool embedded_table_read(const char *path, size_t cells, embedded_table_row *row, void *context,
                         struct error *err)
{
    const struct embedded_file *file = embedded_find(path);
    struct csv_reader *reader = NULL;
    if (!file)
        return true;
    if (!csv_reader_open(path, (struct slice){(const char *)file->bytes, file->size}, &reader, err))
        return false;
    struct csv_row read;
    for (csv_reader_next(reader, &read); read.event != CSV_END; csv_reader_next(reader, &read)) {
        if (read.event != CSV_ROW || read.count != cells)
            internal_fault("%s: a row of it cannot be read", path);
        row(context, read.fields);
    }
    csv_reader_free(reader);
    return true;
}
