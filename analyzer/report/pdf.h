/* SPDX-License-Identifier: MIT
 * Pages as PDF, by an external program: Debian's chromium.
 */
#ifndef CONCORD_REPORT_PDF_H
#define CONCORD_REPORT_PDF_H

#include "report/picture.h"

/* Are the converter and the program that checks its work there? To be asked before any work
 * is done. Errors: OUTPUT, with what to install. */
MUST_CHECK bool pdf_check_converter(struct error *err);

/* Prints a page of the folder to a PDF beside it, within 15 minutes, and saves that (pdf_save).
 * Errors: OUTPUT. */
MUST_CHECK bool pdf_print(struct outdir *o, const char *page, const char *pdf, const char *day,
                          struct error *err);

/* Writes a PDF into the folder, with the day (20251231) as the date of its making in place of
 * the clock's, so that two runs give the same bytes. Errors: OUTPUT, also where it is not
 * whole. Changes the bytes. */
MUST_CHECK bool pdf_save(struct outdir *o, const char *pdf, struct picture made, const char *day,
                         struct error *err);

#endif
