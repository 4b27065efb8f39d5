/* SPDX-License-Identifier: MIT
 * The pictures that gnuplot made: are they whole, and what is taken out of them.
 */
#ifndef CONCORD_REPORT_PICTURE_H
#define CONCORD_REPORT_PICTURE_H

#include "report/outdir.h"

/* A whole file of the folder, with a NUL behind it; the caller frees. NULL with err filled,
 * kind OUTPUT, where it is not there, empty or larger than 256 MB. */
char *picture_read(const struct outdir *o, const char *name, size_t *ret_length, struct error *err);

/* Writes an SVG of the folder again without gnuplot's own texts, with its names made its
 * own (a page holds many pictures), and with `words` as its text alternative. Errors:
 * OUTPUT, where it is not whole: gnuplot ends with success on a full disk too. */
MUST_CHECK bool picture_clean_svg(struct outdir *o, const char *name, const char *words,
                                  struct error *err);

/* Errors: OUTPUT, where the file does not end as such a file must. */
MUST_CHECK bool picture_check_png(const struct outdir *o, const char *name, struct error *err);

/* Copies the SVG of that name to out, as an element for a page. */
MUST_CHECK bool picture_write_inline(const struct outdir *o, const char *name, FILE *out,
                                     struct error *err);

#endif
