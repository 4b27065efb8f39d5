/* SPDX-License-Identifier: MIT
 * Is a workbook whole? libxlsxwriter does not look whether its temporary files could be
 * written: what a full disk refuses, if only once, is missing from the part that it packs, and
 * it reports success. A lost block may well leave XML that is well-formed.
 */
#ifndef CONCORD_WORKBOOK_XLSXCHECK_H
#define CONCORD_WORKBOOK_XLSXCHECK_H

#include "base/error.h"
#include "workbook/xlsxrecord.h"

/* Reads every part to its end: it must unpack with its checksum, be well-formed XML, and have
 * the elements that it says it has. The sheets must hold the cells and links of `written`
 * (NULL: whatever they hold), and the parts must know of each other. Errors: OUTPUT, with the
 * first thing that is wrong. */
MUST_CHECK bool xlsxcheck(const char *path, const struct xlsxrecord *written, struct error *err);

/* What to do about it. */
extern const char xlsxcheck_again[];

#endif
