/* SPDX-License-Identifier: MIT */
#include "cmd/letter_file.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "letters/letter_reader.h"
#include "reader/encoding.h"

#include <stdlib.h>

enum { GROWTH = 3 }; /* of Windows-1252 in UTF-8 */

/* The decoded text as UTF-8, or NULL where a byte means nothing. The caller frees. */
static char *as_utf8(const struct decoded *decoded, size_t *ret_length)
{
    struct slice text = decoded->text;
    char *out = memory_new(text.length + 1, GROWTH);
    ptrdiff_t length = (ptrdiff_t)text.length;
    if (decoded->encoding == ENCODING_WINDOWS1252) {
        struct windows1252 table;
        windows1252_init(&table);
        length = windows1252_decode(&table, text, out);
    } else if (utf8_valid_length(text) < text.length)
        length = -1;
    else if (text.length)
        memcpy(out, text.bytes, text.length);
    *ret_length = length < 0 ? 0 : (size_t)length;
    if (length >= 0)
        return out;
    free(out);
    return NULL;
}

/* One kind of line end, and no NUL. */
static size_t clean(char *text, size_t length)
{
    size_t used = 0;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (c == '\r') {
            if (i + 1 < length && text[i + 1] == '\n')
                continue;
            c = '\n';
        }
        text[used++] = (char)(c ? c : ' ');
    }
    text[used] = '\0';
    return used;
}

static bool decode(const char *path, struct slice bytes, struct letter_text *ret_text,
                   struct error *err)
{
    struct decoded decoded;
    if (bytes.length > LETTER_BYTES_MAX)
        return error_set(err, ERROR_INPUT, path, 0, NULL, "it has more than 8 MiB");
    encoding_decode(bytes, &decoded);
    size_t length;
    char *text = as_utf8(&decoded, &length);
    free(decoded.owned);
    if (!text)
        return error_set(err, ERROR_INPUT, path, 0, "Save it as UTF-8.",
                         "its bytes are neither UTF-8 nor Windows-1252");
    *ret_text = (struct letter_text){.text = text, .length = clean(text, length)};
    return true;
}

bool letter_file_read(const char *path, struct letter_text *ret_text, struct error *err)
{
    int fd = -1;
    struct file_reason reason;
    struct file_text file = {0};
    if (file_open_named(path, &fd, &reason) != FILE_OPENED || !file_read(fd, &file, &reason))
        return error_set(err, ERROR_INPUT, path, 0, NULL, "%s", reason.text);
    bool ok = decode(path, (struct slice){file.bytes, file.length}, ret_text, err);
    file_text_done(&file);
    return ok;
}
