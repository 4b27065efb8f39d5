/* SPDX-License-Identifier: MIT
 * GMime as we use it: made ready once, and the same whatever the machine's language is.
 */
#ifndef CONCORD_LETTERS_READING_MAIL_LIBRARY_H
#define CONCORD_LETTERS_READING_MAIL_LIBRARY_H

#include "base/slice.h"

/* Its headers, and those of GLib, are not written for our warnings. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#include <gmime/gmime.h>
#pragma GCC diagnostic pop

/* How messages are parsed; lives as the process. */
GMimeParserOptions *mail_library_options(void);

/* A copy of the bytes to read from; the caller unrefs it. */
GMimeStream *mail_library_stream(struct slice bytes);

#endif
