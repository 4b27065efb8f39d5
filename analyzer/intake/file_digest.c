/* SPDX-License-Identifier: MIT */
#include "intake/file_digest.h"

/* Below this a thread costs more than it saves. */
enum { SMALL_FILE = 1 << 20 };

static void *work_out(void *context)
{
    struct file_digest *digest = context;
    digest_slice(digest->bytes, digest->text);
    return NULL;
}

void file_digest_start(struct file_digest *digest, struct slice bytes)
{
    *digest = (struct file_digest){.bytes = bytes};
    if (bytes.length >= SMALL_FILE)
        digest->has_thread = pthread_create(&digest->thread, NULL, work_out, digest) == 0;
}

void file_digest_end(struct file_digest *digest, char out[DIGEST_BYTES])
{
    if (!digest->has_thread)
        work_out(digest);
    else if (pthread_join(digest->thread, NULL) != 0)
        internal_fault("the thread of a digest was lost");
    memcpy(out, digest->text, DIGEST_BYTES);
}
