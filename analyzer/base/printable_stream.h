/* SPDX-License-Identifier: MIT
 * A stream for words that people read, wherever they come from, libraries included: what could
 * drive a terminal or reorder a line is shown (base/utf8.h), but for line ends and tabs.
 */
#ifndef CONCORD_BASE_PRINTABLE_STREAM_H
#define CONCORD_BASE_PRINTABLE_STREAM_H

#include <stdio.h>

/* Writes to the file descriptor, which stays open when the stream is closed. A character may
 * come in several pieces. */
FILE *printable_stream(int fd);

#endif
