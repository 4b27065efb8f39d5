/* SPDX-License-Identifier: MIT
 * The cell of an address of the web: what says that there is none is empty, and what is none is
 * kept, with a note of either.
 */
#ifndef CONCORD_INTAKE_VALUE_ADDRESS_H
#define CONCORD_INTAKE_VALUE_ADDRESS_H

#include "intake/value.h"

void value_address_read(const struct word_book *book, struct slice text, struct value *value);

#endif
