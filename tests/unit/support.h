/* SPDX-License-Identifier: MIT
 * What several test files need.
 */
#ifndef CONCORD_TESTS_SUPPORT_H
#define CONCORD_TESTS_SUPPORT_H

#include <stdbool.h>
#include <stddef.h>

/* The whole file, with a NUL behind it; a missing one fails the test. Caller frees. */
char *support_read_file(const char *path, size_t *ret_size);

bool support_exists(const char *path);

/* Writes a file that may hold any bytes. */
void support_write_file(const char *path, const void *bytes, size_t size);

/* A new empty folder below /tmp, removed by support_remove_folder. */
void support_make_folder(char out[64]);
void support_remove_folder(const char *path);

/* Does it end its process as a fault of the program does? Runs in a child without messages. */
bool support_aborts(void (*run)(const void *), const void *context);

/* What a program left behind: its exit code (or 128 and the signal) and all that
 * it printed. support_output_done frees the texts. */
struct support_output {
    int code;
    char *out, *err;
};

/* Runs the program under test ($CONCORD, else build/concord), in `folder` or here,
 * with its standard input from `input` or empty. The arguments end with NULL. */
struct support_output support_concord(const char *folder, const char *input,
                                      const char *const arguments[]);

/* The same with any program found in PATH. */
struct support_output support_run(const char *folder, const char *input, const char *const argv[]);
void support_output_done(struct support_output *output);

#endif
