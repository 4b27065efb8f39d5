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

#endif
