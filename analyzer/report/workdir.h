/* SPDX-License-Identifier: MIT
 * A hidden folder in which something is made before it is moved to its place:
 * ".NAME.partial-XXXXXX". Its owner holds a lock on it, which the kernel takes back when the
 * owner ends, however that happens. A file in it, the mark, names all that is made there. A
 * later run removes what has the mark, has no owner, and holds nothing else (leftovers.h);
 * a run that is ended by what a handler can catch removes it itself (doomed.h).
 */
#ifndef CONCORD_REPORT_WORKDIR_H
#define CONCORD_REPORT_WORKDIR_H

#include "report/tree.h"

#define MARK_NAME ".concord-unfinished"

/* How such a folder is called: one that is being filled, and a former output that steps
 * aside where two folders cannot change places. */
#define PURPOSE_PARTIAL  "partial"
#define PURPOSE_REPLACED "replaced"

struct workdir;

/* Makes it in the folder `parent`; the name is cut where it is very long. advice: what the
 * user can do where that fails. Errors: OUTPUT. */
MUST_CHECK bool workdir_make(const char *parent, const char *name, const char *advice,
                             struct workdir **ret_work, struct error *err);

const char *workdir_path(const struct workdir *w);

/* Says what will be made there, before it is: by its path in the folder; folders before what
 * is in them. A TREE_WHOLE is filled by another program. */
void workdir_note(struct workdir *w, enum tree_kind kind, const char *name);

/* What was noted is gone from there: moved or deleted. */
void workdir_forget(struct workdir *w, const char *name);

/* The folder is whole: takes the mark away. From then on a run that is ended leaves it. */
MUST_CHECK bool workdir_finish(struct workdir *w, struct error *err);

/* Frees w, and gives the lock back; the folder stays as it is, under whichever name. */
void workdir_release(struct workdir *w);

/* Removes the folder with all that is in it, and frees w. NULL is fine. */
void workdir_remove(struct workdir *w);

/* An empty folder of such a name, for this user alone; the caller frees the path, NULL on
 * failure. */
char *workdir_make_sibling(const char *parent, const char *name, const char *purpose,
                           const char *advice, struct error *err);

/* The beginning of such names, up to the six letters; the caller frees it. */
char *workdir_prefix(const char *name, const char *purpose);
/* Is the name cut in the names of such folders? */
bool workdir_cuts(const char *name);

/* Tries to lock an open folder: 1 done, 0 somebody has it, -1 it cannot be locked. */
int workdir_lock(int folder);

/* What the mark in the folder names, sorted; false where there is no mark. The caller ends
 * the list in both cases. */
MUST_CHECK bool workdir_read_mark(const char *folder, struct tree_list *ret_list);

#endif
