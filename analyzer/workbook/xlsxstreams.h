/* SPDX-License-Identifier: MIT
 * Whether a temporary file of libxlsxwriter could not be written. The library does not look,
 * and goes back to the beginning of each to pack it, by rewind, which clears the sign that a
 * write has failed. So this program has a rewind of its own, in the place of the C library's
 * for every library, that remembers what it clears.
 */
#ifndef CONCORD_WORKBOOK_XLSXSTREAMS_H
#define CONCORD_WORKBOOK_XLSXSTREAMS_H

#include <stdbool.h>

/* Forgets what was. */
void xlsxstreams_begin(void);

/* Has a stream been rewound since then that had failed? */
bool xlsxstreams_have_failed(void);

#endif
