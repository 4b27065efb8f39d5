/* SPDX-License-Identifier: MIT
 * Rows kept as bytes until they can be written: what statements bind of a row, and nothing else.
 * So two rows with the same bytes are the same row to those statements.
 */
#ifndef CONCORD_STORE_ROW_IMAGE_H
#define CONCORD_STORE_ROW_IMAGE_H

#include "store/row_map.h"

/* Of which fields the bytes are, in their order. A zeroed one has none. */
struct row_image {
    size_t count;
    struct row_slot slots[ROW_MAP_FIELDS];
};

/* Adds the fields that the statement binds, each once. They are int32_t, texts as slices, days,
 * or those of int64_t and others that row_image_leave_out takes away again. */
void row_image_add(struct row_image *image, const struct row_map *m);
/* The field at that offset of the row does not belong to it. */
void row_image_leave_out(struct row_image *image, size_t offset);

/* As many bytes as the row may need. */
size_t row_image_room(const struct row_image *image, const void *row);
/* Returns how many it took. */
size_t row_image_pack(const struct row_image *image, const void *row, char *ret_bytes);
/* Fills the fields of the image, and what says whether they are known. Texts stay where they are.
 */
void row_image_unpack(const struct row_image *image, const char *bytes, void *row);

#endif
