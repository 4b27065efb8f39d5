/* SPDX-License-Identifier: MIT
 * What an import has read, as a pack and for people (docs/design/OUTPUTS.md).
 */
#ifndef CONCORD_CMD_IMPORT_OUTPUT_H
#define CONCORD_CMD_IMPORT_OUTPUT_H

#include "imports/import.h"
#include "report/outdir.h"

/* tools, map: the files as they were given, or NULL. */
struct import_output {
    sqlite3 *db;
    const char *profile, *version;
    const char *tools, *map;
};

/* The list of tools, byte for byte, as tools.csv. Errors: INPUT, OUTPUT. */
MUST_CHECK bool import_copy_tools(const struct import_output *out, struct outdir *o,
                                  struct error *err);

/* The rows as a pack, without the lists beside it, into the folder. Says of each row on which line
 * it stands, where it is not said yet. Errors: INPUT (the list of tools), OUTPUT. */
MUST_CHECK bool import_write_rows(const struct import_output *out, struct outdir *o,
                                  struct error *err);

/* The finished pack at that path, whole or not at all. Errors: OUTPUT. */
MUST_CHECK bool import_write(const struct import_output *out, const char *folder,
                             struct error *err);

/* How many rows became what; folder NULL: nothing was written, and the mapping and the first rows
 * are told too. */
MUST_CHECK bool import_print(const struct import_output *out, const char *folder,
                             struct error *err);
MUST_CHECK bool import_print_json(const struct import_output *out, struct error *err);

#endif
