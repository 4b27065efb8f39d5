/* SPDX-License-Identifier: MIT
 * What a run that is ended must remove: by a signal, an internal fault or exhausted memory.
 * A handler may only do what is safe there, so it walks this list and not a folder.
 */
#ifndef CONCORD_REPORT_DOOMED_H
#define CONCORD_REPORT_DOOMED_H

#include <signal.h>
#include <stddef.h>

/* A DOOMED_TREE is a folder that another program fills: it goes with all that is in it. */
enum doomed_kind { DOOMED_FILE, DOOMED_FOLDER, DOOMED_TREE };

/* From now on HUP, INT, QUIT, PIPE, TERM, ABRT, XCPU and XFSZ remove what is listed before
 * they end the program; a signal that was ignored stays ignored. Calls may be nested: the
 * last doomed_end gives the signals back. */
void doomed_begin(void);
void doomed_end(void);

/* Lists a path, before it is made (it is copied). Folders before what is in them. */
void doomed_add(enum doomed_kind kind, const char *path);

/* Takes one path off the list; or that folder and all below it, for whoever has removed or
 * moved it. Needs no memory. */
void doomed_forget(const char *path);
void doomed_forget_below(const char *folder);

/* Keeps those signals away while a list or a folder changes. */
void doomed_hold(sigset_t *ret_before);
void doomed_let_go(const sigset_t *before);

#endif
