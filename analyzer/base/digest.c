/* SPDX-License-Identifier: MIT */
#include "base/digest.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <stdlib.h>
#include <unistd.h>

struct digest {
    EVP_MD_CTX *context;
};

struct digest *digest_new(void)
{
    struct digest *digest = memory_new(1, sizeof *digest);
    digest->context = EVP_MD_CTX_new();
    if (!digest->context || !EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL))
        internal_fault("SHA-256 cannot be started");
    return digest;
}

void digest_add(struct digest *digest, struct slice part)
{
    if (!EVP_DigestUpdate(digest->context, part.bytes, part.length))
        internal_fault("SHA-256 failed");
}

void digest_free(struct digest *digest, char *out)
{
    static const char digits[] = "0123456789abcdef";
    if (!digest)
        return;
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned count = 0;
    if (!EVP_DigestFinal_ex(digest->context, bytes, &count) || count * 2 + 1 != DIGEST_BYTES)
        internal_fault("SHA-256 failed");
    EVP_MD_CTX_free(digest->context);
    free(digest);
    if (!out)
        return;
    for (size_t i = 0; i < count; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[DIGEST_BYTES - 1] = '\0';
}

void digest_slice(struct slice text, char out[DIGEST_BYTES])
{
    struct digest *digest = digest_new();
    digest_add(digest, text);
    digest_free(digest, out);
}

void digest_base64_of(struct slice text, char out[DIGEST_BASE64_BYTES])
{
    unsigned char bytes[EVP_MAX_MD_SIZE], encoded[DIGEST_BASE64_BYTES];
    unsigned count = 0;
    if (!EVP_Digest(text.bytes, text.length, bytes, &count, EVP_sha256(), NULL))
        internal_fault("SHA-256 failed");
    EVP_EncodeBlock(encoded, bytes, (int)count);
    memcpy(out, encoded, DIGEST_BASE64_BYTES);
}

static bool add_file(struct digest *digest, int from)
{
    for (;;) {
        char piece[8192];
        ssize_t n = read(from, piece, sizeof piece);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n == 0;
        digest_add(digest, (struct slice){piece, (size_t)n});
    }
}

bool digest_file(const char *path, char out[DIGEST_BYTES], struct error *err)
{
    int from = open(path, O_RDONLY | O_CLOEXEC);
    if (from < 0)
        return error_set(err, ERROR_INPUT, path, 0, NULL, "the file cannot be opened: %s",
                         strerror(errno));
    struct digest *digest = digest_new();
    bool is_read = add_file(digest, from);
    int code = errno;
    close(from);
    digest_free(digest, is_read ? out : NULL);
    if (!is_read)
        return error_set(err, ERROR_INPUT, path, 0, NULL, "the file cannot be read: %s",
                         strerror(code));
    return true;
}
