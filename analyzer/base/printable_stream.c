/* SPDX-License-Identifier: MIT */
#include "base/printable_stream.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { CHARACTER_BYTES = 4, SHOWN_BYTES = 16, BLOCK_BYTES = 4096 };

struct printable {
    int fd;
    char begun[CHARACTER_BYTES]; /* of a character whose rest is still to come */
    size_t begun_length;
    char block[BLOCK_BYTES]; /* what is to be written */
    size_t length;
};

static bool write_block(struct printable *p)
{
    size_t done = 0;
    while (done < p->length) {
        ssize_t n = write(p->fd, p->block + done, p->length - done);
        if (n > 0)
            done += (size_t)n;
        else if (n == 0 || errno != EINTR)
            break;
    }
    bool is_whole = done == p->length;
    p->length = 0;
    return is_whole;
}

static bool put(struct printable *p, const char *bytes, size_t length)
{
    if (p->length + length > sizeof p->block && !write_block(p))
        return false;
    memcpy(p->block + p->length, bytes, length);
    p->length += length;
    return true;
}

/* How many bytes a character has that begins so; 1 where none does. */
static size_t wanted_bytes(char first)
{
    unsigned char byte = (unsigned char)first;
    return byte >= 0xf0 && byte < 0xf5   ? 4
           : byte >= 0xe0 && byte < 0xf0 ? 3
           : byte >= 0xc2 && byte < 0xe0 ? 2
                                         : 1;
}

static bool put_character(struct printable *p, struct slice character)
{
    char shown[SHOWN_BYTES * CHARACTER_BYTES];
    if (character.bytes[0] == '\n' || character.bytes[0] == '\t')
        return put(p, character.bytes, 1);
    utf8_show(character, shown, sizeof shown);
    return put(p, shown, strlen(shown));
}

static bool put_begun(struct printable *p)
{
    struct slice begun = {p->begun, p->begun_length};
    p->begun_length = 0;
    return begun.length == 0 || put_character(p, begun);
}

static bool put_byte(struct printable *p, char byte)
{
    bool goes_on = ((unsigned char)byte & 0xc0) == 0x80;
    if (p->begun_length && !goes_on && !put_begun(p))
        return false;
    p->begun[p->begun_length++] = byte;
    return p->begun_length < wanted_bytes(p->begun[0]) || put_begun(p);
}

static ssize_t write_words(void *cookie, const char *bytes, size_t size)
{
    struct printable *p = cookie;
    bool ok = true;
    for (size_t i = 0; ok && i < size; i++)
        ok = put_byte(p, bytes[i]);
    /* 0 is how such a function says that it failed. */
    return write_block(p) && ok ? (ssize_t)size : 0;
}

static int end_words(void *cookie)
{
    struct printable *p = cookie;
    bool ok = put_begun(p) && write_block(p);
    free(p);
    return ok ? 0 : EOF;
}

FILE *printable_stream(int fd)
{
    struct printable *p = memory_new(1, sizeof *p);
    p->fd = fd;
    FILE *out =
        fopencookie(p, "w", (cookie_io_functions_t){.write = write_words, .close = end_words});
    if (!out)
        memory_exhausted();
    return out;
}
