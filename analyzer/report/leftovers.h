/* SPDX-License-Identifier: MIT
 * What a run that was killed left beside its output: removed by the next run where it is
 * certainly ours and nobody's any more.
 */
#ifndef CONCORD_REPORT_LEFTOVERS_H
#define CONCORD_REPORT_LEFTOVERS_H

#include <stdbool.h>

/* Looks in `parent` for folders called as the work folders of that name are (workdir.h), of
 * this user, whose lock nobody holds, and removes those that hold nothing but what their mark
 * names, or are a whole output as an audit left it, or are empty. What holds anything else
 * stays, and is named on stderr.
 *
 * has_output: NAME is an output folder. Where a run ended between the two renames of a file
 * system that knows no exchange, the former output is put back first. */
void leftovers_remove(const char *parent, const char *name, bool has_output);

#endif
