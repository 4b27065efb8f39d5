/* SPDX-License-Identifier: MIT
 * --boundaries FILE.geojson, or the file that lies where such files are looked for.
 */
#ifndef CONCORD_CMD_BOUNDARIES_OPTION_H
#define CONCORD_CMD_BOUNDARIES_OPTION_H

#include "base/error.h"

/* The file given, else the first .geojson file of datasets/boundaries/ below the current
 * folder, else NULL in *ret_path; the caller frees. Errors: INPUT, where the one given
 * cannot be read: said before any work is done. */
MUST_CHECK bool boundaries_option_find(const char *given, char **ret_path, struct error *err);

#endif
