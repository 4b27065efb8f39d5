/* SPDX-License-Identifier: MIT
 * Pages as PDF, by an external program: Debian's chromium.
 */
#ifndef CONCORD_REPORT_PDF_H
#define CONCORD_REPORT_PDF_H

#include "report/outdir.h"

/* Is the converter there? To be asked before any work is done. Errors: OUTPUT, with what
 * to install. */
MUST_CHECK bool pdf_check_converter(struct error *err);

/* Prints a page of the folder to a PDF beside it, within 15 minutes. Errors: OUTPUT. */
MUST_CHECK bool pdf_print(struct outdir *o, const char *page, const char *pdf, struct error *err);

/* Checks that a PDF of the folder is whole, and gives it the day (20251231) as the date of
 * its making in place of the clock's, so that two runs give the same bytes. Errors: OUTPUT. */
MUST_CHECK bool pdf_settle(const struct outdir *o, const char *pdf, const char *day,
                           struct error *err);

#endif
