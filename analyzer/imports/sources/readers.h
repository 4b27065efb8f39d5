/* SPDX-License-Identifier: MIT
 * The readers of the kinds. Each writes the tables of one file, or returns false with the reason
 * why nothing of it can be read: a sentence without a full stop, with what to do.
 */
#ifndef CONCORD_IMPORTS_SOURCES_READERS_H
#define CONCORD_IMPORTS_SOURCES_READERS_H

#include "imports/sources/source_writer.h"
#include "letters/reading/archive.h"

/* Of workbooks and pages: as of letters, with what else can be done with a table. */
extern const struct letter_limits source_limits;

bool source_read_csv(struct source_writer *w, const char *name, struct slice bytes,
                     char **ret_reason);

/* Of an archive with a part that the workbook is. */
bool source_read_workbook(struct source_writer *w, struct slice bytes, char **ret_reason);

/* Text in UTF-8 of a page. */
bool source_read_page(struct source_writer *w, struct slice text, char **ret_reason);

/* Text in UTF-8. */
bool source_read_json(struct source_writer *w, struct slice text, char **ret_reason);
bool source_read_feed(struct source_writer *w, struct slice text, char **ret_reason);

#endif
