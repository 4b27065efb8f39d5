/* SPDX-License-Identifier: MIT
 * Addresses of the web, and which of them are one page however they are written (clause 72). What
 * is shown stays as it was written.
 */
#ifndef CONCORD_DOMAIN_ADDRESS_H
#define CONCORD_DOMAIN_ADDRESS_H

#include "base/slice.h"

/* The comparable form of the first address in a cell: two addresses of one page give one text,
 * "essex.example/foi/1" for "HTTPS://www.Essex.example:443/foi/%31/?utm_source=x#top". NULL where
 * the cell holds no address. The caller frees it. */
char *address_key(struct slice cell);

/* Does the cell hold an address of the web, within wording too? The name of a file is none. */
bool address_is_in(struct slice cell);

#endif
