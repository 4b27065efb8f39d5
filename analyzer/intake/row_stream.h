/* SPDX-License-Identifier: MIT
 * The rows of a CSV file, parsed in a thread of its own while the caller stores
 * the rows before them. A short file is read without a thread. The order of the
 * rows and what they hold is that of the reader.
 */
#ifndef CONCORD_INTAKE_ROW_STREAM_H
#define CONCORD_INTAKE_ROW_STREAM_H

#include "reader/csv_reader.h"

struct row_stream;

/* The reader is the stream's until row_stream_close, which does not free it. Never fails: without
 * a thread to be had it reads as it goes. */
struct row_stream *row_stream_open(struct csv_reader *reader, size_t file_bytes);

/* The next row, as csv_reader_next gives it; valid until the next call. */
void row_stream_next(struct row_stream *stream, struct csv_row *ret_row);

/* Also before the end of the file. */
void row_stream_close(struct row_stream *stream);

#endif
