/* SPDX-License-Identifier: MIT
 * A folder outside the output that another program fills, to be removed when a signal
 * ends the run.
 */
#ifndef CONCORD_REPORT_DOOMED_TREE_H
#define CONCORD_REPORT_DOOMED_TREE_H

/* From now on that folder, wherever it is; NULL: none any more. Whoever needed it removes
 * it where no signal comes. */
void doomed_tree_set(const char *path);

/* Removes it with all that is in it. For signal handlers. */
void doomed_tree_remove(void);

#endif
