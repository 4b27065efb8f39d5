/* SPDX-License-Identifier: MIT
 * What text becomes in a cell of a workbook. The limits are Excel's.
 */
#ifndef CONCORD_WORKBOOK_XLSXTEXT_H
#define CONCORD_WORKBOOK_XLSXTEXT_H

#include "base/slice.h"

enum {
    XLSXTEXT_UNITS = 32767,                 /* UTF-16 units that a cell holds */
    XLSXTEXT_BYTES = 3 * XLSXTEXT_UNITS + 1 /* as many in UTF-8 */
};

/* The text of a cell, NUL-terminated, in out[XLSXTEXT_BYTES]. What XML cannot hold
 * (control characters, bytes that are no UTF-8) becomes U+FFFD; a literal _x0041_, which
 * readers would decode, is escaped; text that is too long ends with "[cut: note 5]". */
void xlsxtext_cell(struct slice text, char *out);

/* Characters of its longest line, and how many lines it takes where a line has room for
 * so many characters: rather too many than too few, since words are not broken. */
size_t xlsxtext_width(const char *text);
size_t xlsxtext_lines(const char *text, size_t room);

/* May it become a link? An http or https address of plain characters, short enough, and
 * nothing that libxlsxwriter would take for a link to a file or into the workbook. */
bool xlsxtext_is_link(struct slice text);

/* A whole date, 2024-12-09, from 1901 on: 1900 is no safe year in a spreadsheet. */
bool xlsxtext_is_date(struct slice text, int *ret_year, int *ret_month, int *ret_day);

/* A decimal number and nothing else. */
bool xlsxtext_is_number(struct slice text, double *ret_number);

/* Text for the head or foot of a page, where & is a command, after "&C": doubled, and kept
 * apart from a G or [ behind it, which libxlsxwriter would take for a picture. What does
 * not fit in size bytes is cut. */
void xlsxtext_page(const char *text, char *out, size_t size);

#endif
