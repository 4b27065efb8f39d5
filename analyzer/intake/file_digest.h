/* SPDX-License-Identifier: MIT
 * The SHA-256 of an input file, worked out beside the storing of its rows: for a
 * file of some hundred megabytes the sum takes as long as a third of the load.
 */
#ifndef CONCORD_INTAKE_FILE_DIGEST_H
#define CONCORD_INTAKE_FILE_DIGEST_H

#include "base/digest.h"

#include <pthread.h>

struct file_digest {
    struct slice bytes; /* borrowed */
    bool has_thread;    /* else it is worked out in file_digest_end */
    pthread_t thread;
    char text[DIGEST_BYTES];
};

/* The bytes must live, and the struct stay where it is, until file_digest_end, which is called
 * once, also where the load failed, and waits. Without a thread to be had it still gives the
 * digest: there are no errors. */
void file_digest_start(struct file_digest *digest, struct slice bytes);
void file_digest_end(struct file_digest *digest, char out[DIGEST_BYTES]);

#endif
