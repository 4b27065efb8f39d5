/* SPDX-License-Identifier: MIT
 * Is a picture whole? Each is read as its reader will read it. A PNG and a PDF have checksums; of
 * an SVG that was cut inside, only a second drawing tells for certain (picture_check_alike).
 */
#ifndef CONCORD_REPORT_PICTURE_CHECK_H
#define CONCORD_REPORT_PICTURE_CHECK_H

#include "report/outdir.h"

/* An SVG must be well-formed XML with nothing behind its end. */
bool picture_check_svg(const char *bytes, size_t length);

/* A PNG must decode to its last line, with every checksum right. */
bool picture_check_png(const char *bytes, size_t length);

/* A PDF of the folder, with these bytes: its packed parts must unpack with their checksums,
 * and every page of it is drawn, coarsely, by pdftoppm. Errors: OUTPUT, with what that says of
 * the file, also where it is not installed. */
MUST_CHECK bool picture_check_pdf(const struct outdir *o, const char *name, const char *bytes,
                                  size_t length, struct error *err);

/* Is pdftoppm there? To be asked before any work is done. Errors: OUTPUT. */
MUST_CHECK bool picture_check_has_reader(struct error *err);

#endif
