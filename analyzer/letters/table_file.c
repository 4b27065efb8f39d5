/* SPDX-License-Identifier: MIT */
#include "letters/table_file.h"

#include "base/embedded.h"

static bool find_columns(struct table_file *table, const char *const *columns, struct error *err)
{
    const struct slice *header;
    size_t count = csv_reader_header(table->reader, &header);
    for (size_t i = 0; columns[i]; i++) {
        while (table->fields[i] < count && !slice_is(header[table->fields[i]], columns[i]))
            table->fields[i]++;
        if (table->fields[i] == count)
            return error_set(err, ERROR_INPUT, table->path, 1, NULL, "there is no column \"%s\"",
                             columns[i]);
    }
    return true;
}

bool table_file_open(const char *path, const char *const *columns, struct table_file *ret,
                     struct error *err)
{
    *ret = (struct table_file){.path = path};
    const struct embedded_file *file = embedded_find(path);
    if (!file)
        return error_set(err, ERROR_INPUT, path, 0, NULL, "this program was built without it");
    struct slice bytes = {(const char *)file->bytes, file->size};
    return csv_reader_open(path, bytes, &ret->reader, err) && find_columns(ret, columns, err);
}

bool table_file_next(struct table_file *table, struct error *err)
{
    csv_reader_next(table->reader, &table->row);
    if (table->row.event == CSV_BAD_ROW)
        error_set(err, ERROR_INPUT, table->path, table->row.line, NULL, "%s",
                  table->row.fault.message);
    return table->row.event == CSV_ROW;
}

struct slice table_file_cell(const struct table_file *table, size_t column)
{
    return slice_trim(table->row.fields[table->fields[column]]);
}

void table_file_close(struct table_file *table)
{
    csv_reader_free(table->reader);
    table->reader = NULL;
}
