/* SPDX-License-Identifier: MIT
 * A file that only its owner can read, whole or not at all. Until it is whole it has no name, where
 * the file system can do that: nothing of it is left behind, however the run ends.
 */
#ifndef CONCORD_CMD_PRIVATE_FILE_H
#define CONCORD_CMD_PRIVATE_FILE_H

#include "base/error.h"

#include <stdio.h>

/* Writes what goes into it; write errors stay in the stream. */
typedef void private_file_writer(const void *context, FILE *out);

/* Makes the file, or puts it in the place of one. Errors: OUTPUT, and the place is as it was. */
MUST_CHECK bool private_file_write(const char *path, private_file_writer *write,
                                   const void *context, struct error *err);

#endif
