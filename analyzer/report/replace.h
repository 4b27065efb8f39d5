/* SPDX-License-Identifier: MIT
 * Puts a finished folder into its place, so that the place holds the former folder or the
 * new one at every moment.
 */
#ifndef CONCORD_REPORT_REPLACE_H
#define CONCORD_REPORT_REPLACE_H

#include "report/former.h"

/* Renames `work` to final_path, both in `parent`. A former output there changes places with it
 * in one step; where the file system cannot do that, it steps aside first, and comes back if
 * the new one cannot take its place (only there a run that is killed leaves it aside, for the
 * next to put back). When the new folder is on disk the former one is looked at again and
 * removed; what is not as the terms want it stays, and is named on stderr. Errors: OUTPUT;
 * then final_path is as before. */
MUST_CHECK bool replace_folder(const char *work, const char *final_path, const char *parent,
                               const struct former_terms *terms, struct error *err);

/* Brings a file or a folder to disk. Errors: OUTPUT. */
MUST_CHECK bool replace_sync(const char *path, struct error *err);

#endif
