/* SPDX-License-Identifier: MIT
 * The output folder, written whole or not at all: files are made in a hidden
 * folder beside the final one (workdir.h), which then takes its place in one step
 * (replace.h). A run that fails or is ended leaves the final path as it was.
 */
#ifndef CONCORD_REPORT_OUTDIR_H
#define CONCORD_REPORT_OUTDIR_H

#include "base/error.h"
#include "report/former.h"

struct outdir;

/* Checks early that final_path can be written (its parent exists; an existing folder there
 * is an output that may go, see former.h), removes what dead runs left beside it, and makes
 * the hidden folder. NULL: in the current folder, under a name that outdir_rename gives
 * before the commit. Until commit or abandon, what ends the program removes that folder
 * first (doomed.h). terms->pack is borrowed until then. Errors: OUTPUT. */
MUST_CHECK bool outdir_begin(const char *final_path, const struct former_terms *terms,
                             struct outdir **ret_outdir, struct error *err);

/* A hidden folder in `parent` for files that outdir_move_out takes to their places, or that
 * are needed for a while: never committed. The name is that of the folder. advice: what the
 * user can do where it cannot be made. Errors: OUTPUT. */
MUST_CHECK bool outdir_begin_scratch(const char *parent, const char *name, const char *advice,
                                     struct outdir **ret_outdir, struct error *err);

/* The folder for temporary files: TMPDIR or /tmp. Borrowed. */
const char *outdir_temporary(void);

/* Gives the folder another final path, which must have the same parent folder:
 * for a default name that is known only after loading. Checks it like begin; on
 * failure the caller abandons. Errors: OUTPUT. */
MUST_CHECK bool outdir_rename(struct outdir *o, const char *final_path, struct error *err);

/* The hidden folder; audit.db inside it; the final folder. Borrowed. */
const char *outdir_path(const struct outdir *o);
const char *outdir_database_path(const struct outdir *o);
const char *outdir_final_path(const struct outdir *o);

/* Makes the sub-folder of that name. Errors: OUTPUT. */
MUST_CHECK bool outdir_make_folder(struct outdir *o, const char *name, struct error *err);
/* Makes one that another program fills; it is not part of the output. Errors: OUTPUT. */
MUST_CHECK bool outdir_make_tree(struct outdir *o, const char *name, struct error *err);

/* Removes the sub-folder when it is empty again. */
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

/* Takes a finished file out of the folder, to a path on the same file system. Errors: OUTPUT. */
MUST_CHECK bool outdir_move_out(struct outdir *o, const char *name, const char *to,
                                struct error *err);

/* What is made writes a manifest of its own, of another form: the commit writes none. */
void outdir_has_own_manifest(struct outdir *o);

/* Writes manifest-sha256.txt, brings everything to disk and puts the folder into
 * place; frees o in every case. On failure the final path is as before. */
MUST_CHECK bool outdir_commit(struct outdir *o, struct error *err);

/* Removes the hidden folder and frees o. NULL is fine. */
void outdir_abandon(struct outdir *o);

#endif
