/* SPDX-License-Identifier: MIT */
#include "cmd/folder_name.h"

#include <string.h>
#include <strings.h>

const char *folder_name_file_ending(const char *path)
{
    static const char *const endings[] = {
        "tar.gz", "tar.bz2", "tar.xz", "tar.zst", "tar",  "tgz",  "tbz2", "txz",  "gz",     "bz2",
        "xz",     "zst",     "zip",    "zipx",    "7z",   "rar",  "iso",  "html", "htm",    "pdf",
        "csv",    "json",    "txt",    "md",      "xlsx", "docx", "odt",  "db",   "sqlite", NULL};
    size_t length = strlen(path);
    for (const char *const *ending = endings; *ending; ending++) {
        size_t end = strlen(*ending);
        if (length > end + 1 && path[length - end - 1] == '.' &&
            strcasecmp(path + length - end, *ending) == 0)
            return *ending;
    }
    return NULL;
}
