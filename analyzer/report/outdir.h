/* SPDX-License-Identifier: MIT
 * The output folder, written whole or not at all: files are made in a temporary
 * folder beside the final one, which then takes its place in one rename. A run
 * that fails or is interrupted leaves the final path as it was.
 */
#ifndef CONCORD_REPORT_OUTDIR_H
#define CONCORD_REPORT_OUTDIR_H

#include "base/error.h"

struct outdir;

/* Checks early that final_path can be written (its parent exists; an existing
 * folder there is one of ours and holds nothing else), and makes the temporary
 * folder. NULL: in the current folder, under a name that outdir_rename gives
 * before the commit. Until commit or abandon, SIGINT, SIGTERM and SIGHUP remove that folder before
 * they end the program. One folder at a time. Errors: OUTPUT. */
MUST_CHECK bool outdir_begin(const char *final_path, struct outdir **ret_outdir, struct error *err);

/* Gives the folder another final path, which must have the same parent folder:
 * for a default name that is known only after loading. Checks it like begin; on
 * failure the caller abandons. Errors: OUTPUT. */
MUST_CHECK bool outdir_rename(struct outdir *o, const char *final_path, struct error *err);

/* The temporary folder; audit.db inside it; the final folder. Borrowed. */
const char *outdir_path(const struct outdir *o);
const char *outdir_database_path(const struct outdir *o);
const char *outdir_final_path(const struct outdir *o);

/* Makes the sub-folder of that name. Errors: OUTPUT. */
MUST_CHECK bool outdir_make_folder(struct outdir *o, const char *name, struct error *err);

/* Removes the sub-folder made last, when it is empty again. */
void outdir_remove_folder(struct outdir *o, const char *name);

/* Opens a new file of the folder ("charts/x.csv") for writing. Errors: OUTPUT. */
MUST_CHECK bool outdir_open(struct outdir *o, const char *name, FILE **ret_file, struct error *err);
/* Closes it; reports anything that could not be written since it was opened.
 * Call it even where an earlier step failed: it then only closes. */
bool outdir_close(FILE *file, const char *name, struct error *err);

/* Counts in a file that another program will write. */
void outdir_note(struct outdir *o, const char *name);
/* Deletes a file and leaves it out. */
void outdir_discard(struct outdir *o, const char *name);
/* The same with a sub-folder and all that is in it. */
void outdir_discard_folder(struct outdir *o, const char *name);

/* Takes a finished file out of the folder, to a path on the same file system, for
 * those who want files and no folder: they then abandon. Errors: OUTPUT. */
MUST_CHECK bool outdir_move_out(struct outdir *o, const char *name, const char *to,
                                struct error *err);

/* Writes manifest-sha256.txt, brings everything to disk and renames the folder
 * into place; frees o in every case. On failure the final path is as before. */
MUST_CHECK bool outdir_commit(struct outdir *o, struct error *err);

/* Removes the temporary folder and frees o. NULL is fine. */
void outdir_abandon(struct outdir *o);

#endif
