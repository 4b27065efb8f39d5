/* SPDX-License-Identifier: MIT
 * Runs another program and waits for it, without a shell.
 */
#ifndef CONCORD_BASE_PROCESS_H
#define CONCORD_BASE_PROCESS_H

#include "base/error.h"

#include <stddef.h>

struct process_order {
    const char *const *argv; /* the program, looked up in PATH, and its arguments up to NULL */
    const char *folder;      /* where it runs; NULL: the current folder */
    const char *setting;     /* "NAME=value" for its environment, beside ours; NULL: none */
    int seconds;             /* the time it may take */
    bool says_nothing;       /* a word of it on stderr means that it failed */
    bool is_discreet;        /* what it says may be somebody's own words: no error quotes it */
    size_t memory_bytes;     /* the most address space it may have; 0: any */
    size_t file_bytes;       /* the longest file it may write; 0: any */
};

/* Runs the program to its end, with empty input and its output dropped, with all signals as a
 * fresh program has them, whatever this process inherited (but for 32 and 33, which the C
 * library keeps to itself). When it has ended, or its time is
 * over, what is left of its process group is ended too, and so is all of it when this process
 * dies. What left the group is not waited for. False, kind OUTPUT, where it cannot be started
 * (the error says what to install), does not end in its time or does not end with 0 (the error
 * quotes the end of what it wrote to stderr). */
MUST_CHECK bool process_run(const struct process_order *order, struct error *err);

/* Ends the program that process_run is waiting for, if any. For signal handlers. */
void process_end_running(void);

/* Can that program be found in PATH? The same error as process_run gives where it cannot. */
MUST_CHECK bool process_check_installed(const char *program, struct error *err);

#endif
