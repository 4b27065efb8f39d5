/* SPDX-License-Identifier: MIT
 * Starts a program as the head of a process group that does not outlive this process.
 */
#ifndef CONCORD_BASE_CHILD_H
#define CONCORD_BASE_CHILD_H

#include "base/process.h"

#include <sys/types.h>

struct child {
    pid_t pid;     /* also the number of its group */
    pid_t watcher; /* ends the group when this process dies; 0: none could be started */
    int lifeline;  /* the watcher's sign that this process lives */
    int words;     /* to read what the program writes to stderr */
};

/* 0, or the errno of what could not be done: ENOENT where there is no such program. The caller
 * blocks all signals until it has noted the child: no handler of ours may run in it. */
int child_start(const struct process_order *order, struct child *ret_child);

/* Ends what is left of the group. The program itself must not have been waited for: its
 * number could be another's by then. */
void child_end_group(const struct child *child);

/* Dismisses the watcher and closes the pipes. */
void child_done(struct child *child);

#endif
