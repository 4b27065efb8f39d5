/* SPDX-License-Identifier: MIT
 * One part of a workbook, read as XML: what it holds.
 */
#ifndef CONCORD_WORKBOOK_XLSXPART_H
#define CONCORD_WORKBOOK_XLSXPART_H

#include "base/error.h"
#include "workbook/xlsxrecord.h"

#include <minizip/unzip.h>

/* The hashes of the shared strings, which the cells of all sheets refer to. */
struct xlsxpart_strings {
    uint64_t *hashes;
    size_t count, room;
    uint64_t uses; /* that the part speaks of */
};

/* What a part was found to hold. */
struct xlsxpart_content {
    struct xlsxrecord_sheet sheet;    /* cells, links */
    uint64_t ids, id_sum;             /* references to other parts; of the hashes of their names */
    uint64_t relations, relation_sum; /* such references explained, in a .rels part */
    uint64_t overrides;               /* parts named, in [Content_Types].xml */
};

/* Reads the part that the package stands at. Texts are added to *strings where the part is the
 * one that holds them, else cells are resolved with it. Errors: OUTPUT. */
MUST_CHECK bool xlsxpart_read(unzFile zip, const char *name, struct xlsxpart_strings *strings,
                              struct xlsxpart_content *ret_content, struct error *err);

#endif
