/* SPDX-License-Identifier: MIT */
#include "cmd/boundaries_option.h"

#include "base/file.h"
#include "base/memory.h"

#include <errno.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Nobody named it: what keeps its reader waiting is not read. */
static bool check_found(const char *path, struct error *err)
{
    int fd = -1;
    struct file_reason reason;
    if (file_open_found(path, &fd, &reason) != FILE_OPENED)
        return error_set(err, ERROR_INPUT, path, 0,
                         "Take it out of datasets/boundaries, or give --boundaries.", "%s",
                         reason.text);
    close(fd);
    return true;
}

bool boundaries_option_find(const char *given, char **ret_path, struct error *err)
{
    *ret_path = NULL;
    if (given && access(given, R_OK) != 0)
        return error_set(err, ERROR_INPUT, given, 0,
                         "Give a GeoJSON file of police force areas, or leave --boundaries out.",
                         "the boundaries cannot be read: %s", strerror(errno));
    glob_t found = {0};
    if (given)
        *ret_path = memory_copy(given);
    else if (glob("datasets/boundaries/*.geojson", 0, NULL, &found) == 0)
        *ret_path = memory_copy(found.gl_pathv[0]);
    globfree(&found);
    if (given || !*ret_path || check_found(*ret_path, err))
        return true;
    free(*ret_path);
    *ret_path = NULL;
    return false;
}
