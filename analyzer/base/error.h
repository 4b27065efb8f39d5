/* SPDX-License-Identifier: MIT
 * Why a command cannot go on: filled once, at the place that knows, and printed
 * once, by main. A rejected row or a notice is data, never an error.
 *
 * A function that can fail returns bool and takes a struct error * last. The
 * first error wins: filling a filled error changes nothing.
 */
#ifndef CONCORD_BASE_ERROR_H
#define CONCORD_BASE_ERROR_H

#include <stdbool.h>
#include <stdio.h>

/* The kind decides the exit code (OUTPUTS.md). */
enum error_kind {
    ERROR_NONE = 0,
    ERROR_USAGE = 2,
    ERROR_INPUT = 3,
    ERROR_OUTPUT = 4,
};

struct error {
    enum error_kind kind;
    const char *source; /* the file concerned, whole however long, or ""; NULL while unfilled;
                           lives as long as the process */
    long line;          /* its line, counted from 1; 0 where none */
    char what[1024];    /* what happened, with the value, in one sentence; cut with "..." */
    char next[1024];    /* what to do about it, or empty; cut with "..." */
};

#define MUST_CHECK __attribute__((warn_unused_result))

/* Each fills err (unless filled) and returns false, so that a caller can write
 * `return error_set(...)`. `next` may be NULL. */
bool error_set(struct error *err, enum error_kind kind, const char *source, long line,
               const char *next, const char *what_format, ...)
    __attribute__((format(printf, 6, 7)));

/* Prints "concord: FILE:LINE: what" and, on a line of its own, what to do.
 * Hostile bytes are made printable (terminal_print). */
void error_print(const struct error *err, FILE *out);

/* The process exit code of a finished command. */
int error_exit_code(const struct error *err);

/* For faults of the program or the machine (a broken invariant): prints the message and
 * aborts, so that a bug never looks like a result. */
_Noreturn void internal_fault(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* For memory that could not be had: says so and ends the program with the exit code of
 * ERROR_OUTPUT. Needs no memory itself. */
_Noreturn void memory_exhausted(void);

/* Called before a fault or exhausted memory ends the program, to remove what is half made.
 * It may only do what a signal handler may. NULL: nothing (any more). */
void internal_fault_set_cleanup(void (*cleanup)(void));

#endif
