/* SPDX-License-Identifier: MIT
 * The pictures that gnuplot made: are they whole, and what is taken out of them.
 */
#ifndef CONCORD_REPORT_PICTURE_H
#define CONCORD_REPORT_PICTURE_H

#include "report/outdir.h"

/* What a program has drawn; the bytes have a NUL behind them, which does not count. */
struct picture {
    char *bytes;
    size_t length;
};

/* Did two drawings of one picture come out the same, byte for byte? If not, a part of one was
 * lost. Errors: OUTPUT. */
MUST_CHECK bool picture_check_alike(const char *name, struct picture drawn, struct picture again,
                                    struct error *err);

/* Writes an SVG into the folder under that name, without gnuplot's own texts, with its names
 * made its own (a page holds many pictures), and with `words` as its text alternative. Errors:
 * OUTPUT, also where what was drawn is not whole. */
MUST_CHECK bool picture_save_svg(struct outdir *o, const char *name, struct picture drawn,
                                 const char *words, struct error *err);

/* The same with a PNG, which is written as it is. */
MUST_CHECK bool picture_save_png(struct outdir *o, const char *name, struct picture drawn,
                                 struct error *err);

/* Writes a file of the folder and nothing else. Errors: OUTPUT. */
MUST_CHECK bool picture_save(struct outdir *o, const char *name, struct picture drawn,
                             struct error *err);

/* Copies the SVG of that name to out, as an element for a page. */
MUST_CHECK bool picture_write_inline(const struct outdir *o, const char *name, FILE *out,
                                     struct error *err);

#endif
