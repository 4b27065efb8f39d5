/* SPDX-License-Identifier: MIT
 * SHA-256 as 64 lower-case hexadecimal digits, for finding ids, input files and
 * the manifest.
 */
#ifndef CONCORD_BASE_DIGEST_H
#define CONCORD_BASE_DIGEST_H

#include "base/error.h"
#include "base/slice.h"

enum { DIGEST_BYTES = 65 }; /* 64 digits and NUL */

void digest_slice(struct slice text, char out[DIGEST_BYTES]);

/* The same digest in base64, as a page's security policy names a script. */
enum { DIGEST_BASE64_BYTES = 45 };
void digest_base64_of(struct slice text, char out[DIGEST_BASE64_BYTES]);

/* False where the file cannot be read, kind INPUT. Needs no more memory for a
 * large file than for a small one. */
MUST_CHECK bool digest_file(const char *path, char out[DIGEST_BYTES], struct error *err);

/* The digest of text that comes in parts: digest_new, digest_add as often as
 * wanted, then digest_free, which writes the digits unless out is NULL. */
struct digest;
struct digest *digest_new(void);
void digest_add(struct digest *digest, struct slice part);
void digest_free(struct digest *digest, char *out);

#endif
