/* SPDX-License-Identifier: MIT */
#include "workbook/xlsxcheck.h"

#include <minizip/unzip.h>
#include <stdio.h>
#include <string.h>

enum { NAME_BYTES = 64, PIECE_BYTES = 1 << 16 };

/* "</name>" from the text that begins with "<?xml ...?>\n<name"; no text is shorter. */
static bool find_root(const char *text, char *end_tag, size_t size)
{
    const char *root = strstr(text, "?>");
    root = root ? strchr(root, '<') : NULL;
    if (!root)
        return false;
    size_t length = strcspn(root + 1, " />\n");
    return snprintf(end_tag, size, "</%.*s>", (int)length, root + 1) < (int)size;
}

static bool ends_with(const char *text, size_t length, const char *ending)
{
    while (length > 0 && text[length - 1] == '\n')
        length--;
    size_t wanted = strlen(ending);
    return length >= wanted && memcmp(text + length - wanted, ending, wanted) == 0;
}

/* Reads a part piece by piece; each piece is put behind the last bytes of the one before,
 * so that an end tag is found where it straddles two. */
static bool part_is_whole(unzFile zip)
{
    static char text[NAME_BYTES + PIECE_BYTES + 1];
    char end_tag[NAME_BYTES] = "";
    size_t kept = 0;
    int read = 0;
    while ((read = unzReadCurrentFile(zip, text + kept, PIECE_BYTES)) > 0) {
        size_t length = kept + (size_t)read;
        text[length] = '\0';
        if (!*end_tag && !find_root(text, end_tag, sizeof end_tag))
            return false;
        kept = length < NAME_BYTES ? length : NAME_BYTES;
        memmove(text, text + length - kept, kept);
    }
    return read == 0 && *end_tag && ends_with(text, kept, end_tag);
}

bool xlsxcheck_is_whole(const char *path)
{
    unzFile zip = unzOpen64(path);
    if (!zip)
        return false;
    int state = unzGoToFirstFile(zip);
    while (state == UNZ_OK) {
        bool whole = unzOpenCurrentFile(zip) == UNZ_OK && part_is_whole(zip);
        whole = unzCloseCurrentFile(zip) == UNZ_OK && whole;
        state = whole ? unzGoToNextFile(zip) : UNZ_INTERNALERROR;
    }
    unzClose(zip);
    return state == UNZ_END_OF_LIST_OF_FILE;
}
