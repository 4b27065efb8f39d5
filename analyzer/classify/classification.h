/* SPDX-License-Identifier: MIT
 * Letters read into proposals (docs/design/LETTERS.md 4): what a command fills from files or from
 * a pack that is loaded in the same database, and reads from the tables of tables.sql. Letters are
 * read by letters/letter_reader.h; here it is said whose they are, and what is kept of them.
 */
#ifndef CONCORD_CLASSIFY_CLASSIFICATION_H
#define CONCORD_CLASSIFY_CLASSIFICATION_H

#include "base/error.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

struct classification;

/* What the user says of all files at once; NULL: nothing. Borrowed. The force, request and tool are
 * as the tables of the database have them. */
struct classify_given {
    const char *force_id, *request_id, *tool_id, *stage, *date_received, *date_responded;
};

/* Makes the tables. The database holds a pack, or the reference data alone (intake/load.h). Ended
 * by classification_close, whatever comes of it. Errors: INPUT (a table of the reference data). */
MUST_CHECK bool classification_open(sqlite3 *db, struct classification **ret, struct error *err);
void classification_close(struct classification *c);

/* Reads the letters of a file, a folder or a pattern of names. A file that cannot be read is a row
 * of letter_file with the reason, and no error. Errors: of the database. */
MUST_CHECK bool classification_add_files(struct classification *c, const char *name,
                                         const struct classify_given *given, struct error *err);

/* Is it a table by its name (.csv)? Somebody's log beside letters is read as none of them. */
bool classification_is_table(const char *path);

/* Says whose letters are in the file of that name or path, before it is read. */
MUST_CHECK bool classification_name_force(struct classification *c, const char *file,
                                          const char *force_id, struct error *err);

/* Reads every row of the pack that has a text, or a text_file, which stands behind `prefix`
 * ("PACK/"; NULL: the pack has no files). Errors: of the database. */
MUST_CHECK bool classification_add_pack(struct classification *c, const char *prefix,
                                        struct error *err);

/* Of these the rows that somebody has decided about (the table coding). */
MUST_CHECK bool classification_add_decided(struct classification *c, const char *prefix,
                                           struct error *err);

/* Reads one part, which has a text, of a document that is here already and stays the caller's: its
 * letter is the next letter_no. Errors: of the database. */
struct letter_document;
MUST_CHECK bool classification_add_part(struct classification *c,
                                        const struct letter_document *document, size_t part,
                                        const struct classify_given *given, struct error *err);

/* The name of the force whose letterhead the part bears, or from whose address it came, where that
 * is neither this one nor one of two that send it together; NULL: it is not said. */
const char *classification_other_force(struct classification *c,
                                       const struct letter_document *document, size_t part,
                                       const char *force_id);

/* Version of the program and digest of the tables that letters are read with. */
const char *classification_version(const struct classification *c);

#endif
