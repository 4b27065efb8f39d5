/* SPDX-License-Identifier: MIT
 * Files in memory for another program to write to. gnuplot does not look whether a picture
 * could be written, and no disk is too full for one of these. What is drawn is looked at, since
 * a write can fail even here, and is then written by us, who look.
 */
#ifndef CONCORD_REPORT_CANVAS_H
#define CONCORD_REPORT_CANVAS_H

#include "base/error.h"

/* A new one, which programs that are started from now on have too. Errors: OUTPUT. */
MUST_CHECK bool canvas_open(int *ret_canvas, struct error *err);

/* Its path, the same for us and for them; the caller frees. */
char *canvas_path(int canvas);

/* All that was written to it, with a NUL behind it; the caller frees. */
char *canvas_read(int canvas, size_t *ret_length);

/* Negative: there is none. */
void canvas_close(int canvas);

#endif
