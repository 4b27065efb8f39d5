/* SPDX-License-Identifier: MIT
 * Is a workbook whole? libxlsxwriter does not look whether its temporary files could be
 * written: on a full disk it packs what there is of them and reports success.
 */
#ifndef CONCORD_WORKBOOK_XLSXCHECK_H
#define CONCORD_WORKBOOK_XLSXCHECK_H

#include <stdbool.h>

/* Can each part be unpacked, and does it end with the end tag of its root element? A part
 * that was cut short has none. */
bool xlsxcheck_is_whole(const char *path);

#endif
