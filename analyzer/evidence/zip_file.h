/* SPDX-License-Identifier: MIT
 * A bag as one file: a zip archive with one folder in it, the same bytes each time.
 */
#ifndef CONCORD_EVIDENCE_ZIP_FILE_H
#define CONCORD_EVIDENCE_ZIP_FILE_H

#include "evidence/bag.h"

#include <stdint.h>

/* Puts the finished bag into the file `name` of its folder, below the folder `top`. day: days since
 * 1970-01-01, the date of each member. Errors: OUTPUT. */
MUST_CHECK bool zip_file_write(struct bag *bag, const char *top, int32_t day, const char *name,
                               struct error *err);

#endif
