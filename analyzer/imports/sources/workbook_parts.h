/* SPDX-License-Identifier: MIT
 * How the parts of a workbook (ECMA-376) refer to each other, and the words that they share.
 */
#ifndef CONCORD_IMPORTS_SOURCES_WORKBOOK_PARTS_H
#define CONCORD_IMPORTS_SOURCES_WORKBOOK_PARTS_H

#include "base/arena.h"
#include "letters/reading/archive.h"

struct workbook_relation {
    const char *id;
    const char *type;   /* its last part: "worksheet", "sharedStrings", "hyperlink" */
    const char *target; /* the name of a part, or an address where it is external */
    bool is_external;
};

/* What a part refers to, in the order of the file; "" is the whole package. In the arena. */
struct workbook_relations {
    const struct workbook_relation *list;
    size_t count;
};

struct workbook_relations workbook_relations_of(struct archive *archive, const char *part,
                                                struct arena *arena);

/* The first of that type, or with that id; NULL: there is none. */
const struct workbook_relation *workbook_relation_of_type(const struct workbook_relations *r,
                                                          const char *type);
const struct workbook_relation *workbook_relation_of_id(const struct workbook_relations *r,
                                                        const char *id);

/* All words in an element of text, in its runs, without how they are pronounced; in the arena. */
struct slice workbook_words(const xmlNode *element, struct arena *arena);

/* The n-th child of that local name, from the first on, as in
 *     for (xmlNode *row = workbook_first(sheet, "row"); row; row = workbook_next(row)) */
xmlNode *workbook_first(const xmlNode *parent, const char *name);
xmlNode *workbook_next(const xmlNode *node);

/* An attribute that is true: "1" or "true". */
bool workbook_flag(const xmlNode *node, const char *name);

#endif
