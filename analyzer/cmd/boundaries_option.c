/* SPDX-License-Identifier: MIT */
#include "cmd/boundaries_option.h"

#include "base/memory.h"

#include <errno.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    return true;
}
