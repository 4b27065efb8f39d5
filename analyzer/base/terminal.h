/* SPDX-License-Identifier: MIT
 * What a person at a terminal sees beside the results: a progress line, and text
 * from hostile files in a form that cannot drive the terminal.
 */
#ifndef CONCORD_BASE_TERMINAL_H
#define CONCORD_BASE_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>
#include <time.h>

/* First of all: what goes to stdout and stderr is words for people from here on, made printable
 * whoever prints it (base/printable_stream.h), and a descriptor 0, 1 or 2 that the caller closed
 * is taken, so that no output file gets its number; reading from it or writing to it fails. What
 * of stdout cannot be written turns a good exit code into that of ERROR_OUTPUT, with a message. */
void terminal_begin(void);

/* Before anything is printed: stdout is for other programs, and keeps every byte, unless it is
 * a terminal, where people read it. */
void terminal_begin_data(void);

/* Writes out what is on its way to stdout. False: not all that was printed could be written;
 * *ret_reason says why. Said once: afterwards it is true. */
bool terminal_flush(const char **ret_reason);

/* Is stderr a terminal that can rewrite a line (and TERM not "dumb")? */
bool terminal_is_interactive(void);

/* Shows "what 42 %" on stderr in place of what was there; share is 0 to 1, less
 * than 0 where it is not known. Does nothing off a terminal, in the first half
 * second of a run, or within a tenth of a second of the last line. Cheap enough
 * to call every thousand rows. */
void terminal_progress(const char *what, double share);

/* Turns the progress line off for the rest of the run (--quiet). */
void terminal_progress_disable(void);

/* Wipes the progress line; call before anything else is printed. */
void terminal_progress_end(void);

/* Prints a line of its own on stderr, for diagnostics that somebody asked for. */
void terminal_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Prints "concord: source:line: what" on stderr, made printable, about something that
 * does not end the run; line 0: none. */
void terminal_warn(const char *source, long line, const char *what);

/* With CONCORD_TIMINGS set, notes on stderr how many seconds `what` took since then
 * (NULL: nothing is noted). Returns the time. For make bench. */
struct timespec terminal_timing(const char *what, const struct timespec *since);

/* Prints the value of an option so that it can be pasted into a command line: in quotes where the
 * shell needs them, in $'...' where it holds what cannot be printed. */
void terminal_print_word(FILE *out, const char *word);

/* The same of a file name that stands alone: "./-x", which is no option. */
void terminal_print_argument(FILE *out, const char *argument);

/* Prints NUL-terminated text of any origin, made printable as utf8_show does;
 * nothing for NULL. */
void terminal_print(FILE *out, const char *text);

#endif
