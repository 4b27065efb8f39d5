/* SPDX-License-Identifier: MIT
 * Letters from files and folders, for the commands that read them: what is given about all of them,
 * and a folder of letters as a pack that can be audited.
 */
#ifndef CONCORD_CMD_LETTERS_FOLDER_H
#define CONCORD_CMD_LETTERS_FOLDER_H

#include "classify/classification.h"
#include "cmd/classify_output.h"
#include "report/outdir.h"

/* As typed; NULL where it was not. */
struct letters_given {
    const char *force, *forces, *request, *tool, *stage;
};

extern const char letters_folder_advice[]; /* how to say what letters answer */

/* Is it a folder without responses.csv in which something may be a letter? */
bool letters_folder_is(const char *path);

/* Says what the path is instead, about which that option says nothing: always false. Errors: INPUT
 * where nothing can be read there; else USAGE. */
bool letters_folder_is_none(const char *path, const char *option, struct error *err);

/* The next run would read what this one writes as letters: an output (NULL: here) that would lie in
 * the folder is refused. Errors: USAGE. */
MUST_CHECK bool letters_folder_check_output(const char *folder, const char *output,
                                            struct error *err);

/* For a command that reads packs only: a folder of letters is told what reads it. Errors: INPUT. */
MUST_CHECK bool letters_folder_refuse(const char *path, struct error *err);

/* What stands before a text_file of the pack: "PACK/"; NULL of a pipe. The caller frees. */
char *letters_folder_prefix(const char *pack);

/* Reads the files. The database holds the reference data. A tool that none of the letters names is
 * told of on standard error. Errors: USAGE, INPUT (the list of
 * forces); of the database. */
MUST_CHECK bool letters_folder_read(sqlite3 *db, struct classification *c, const char *const *names,
                                    size_t count, const struct letters_given *given,
                                    struct error *err);

/* Says that there is no letter among them, and why: always false, INPUT. */
bool letters_folder_none(sqlite3 *db, const char *name, const struct classify_counts *counts,
                         struct error *err);

/* The folder as a pack below "pack/" of the output, with proposals.csv and what else is left for a
 * person beside it. Errors: INPUT, where no letter is in it or nobody knows whose any of them is;
 * OUTPUT. */
MUST_CHECK bool letters_folder_make_pack(const char *folder, const struct letters_given *given,
                                         struct outdir *o, struct classify_counts *ret,
                                         struct error *err);

/* What became of the letters, into the database of the audit. */
MUST_CHECK bool letters_folder_tell(sqlite3 *db, const struct classify_counts *counts,
                                    struct error *err);

#endif
