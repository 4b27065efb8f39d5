/* SPDX-License-Identifier: MIT
 * The same pack written in another way: its rows in another order, its lines with other ends.
 */
#ifndef CONCORD_TESTS_UNIT_ORDER_PACK_VARIANT_H
#define CONCORD_TESTS_UNIT_ORDER_PACK_VARIANT_H

#include <stdbool.h>

enum row_order {
    ORDER_AS_IT_IS,
    ORDER_REVERSED,
    ORDER_SORTED, /* by the bytes of the records */
    ORDER_SHUFFLED,
};

struct pack_variant {
    const char *name; /* for messages */
    enum row_order order;
    unsigned seed;         /* of the shuffle */
    bool files_last_first; /* made in the folder in the opposite order */
    bool crlf, bom;        /* rows that end in CR LF; a byte order mark before UTF-8 */
    bool without_final_newline;
    bool twice; /* each row again, behind all the others */
};

/* Writes the CSV files of the contract that are in `pack`, and its label, into the folder. With
 * `reference` also the files of datasets/reference that the pack lacks, which are what the
 * program has built in. Each record keeps its bytes. */
void pack_variant_write(const char *pack, bool reference, const struct pack_variant *variant,
                        const char *folder);

#endif
