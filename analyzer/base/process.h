/* SPDX-License-Identifier: MIT
 * Runs another program and waits for it, without a shell.
 */
#ifndef CONCORD_BASE_PROCESS_H
#define CONCORD_BASE_PROCESS_H

#include "base/error.h"

/* Runs argv[0], looked up in PATH, with the arguments up to NULL, in the folder
 * given (NULL: the current one), with empty input and its output dropped. False,
 * kind OUTPUT, where it cannot be started (the error says what to install) or
 * does not end with 0 (the error quotes the end of what it wrote to stderr). */
MUST_CHECK bool process_run(const char *const argv[], const char *working_folder,
                            struct error *err);

/* Ends the program that process_run is waiting for, if any. For signal handlers. */
void process_end_running(void);

/* Can that program be found in PATH? The same error as process_run gives where it cannot. */
MUST_CHECK bool process_check_installed(const char *program, struct error *err);

#endif
