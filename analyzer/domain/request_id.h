/* SPDX-License-Identifier: MIT
 * Identifiers of requests: circulation numbers in one spelling (SEMANTICS 2).
 */
#ifndef CONCORD_DOMAIN_REQUEST_ID_H
#define CONCORD_DOMAIN_REQUEST_ID_H

#include "base/slice.h"

/* Writes the canonical form to out: "Log No.995/24", "CRU 0995/24", "00099524"
 * and "99524" give 995/24; anything that is no circulation number is kept as it
 * is, trimmed. False where it does not fit in size bytes. */
bool request_id_normalise(struct slice text, char *out, size_t size);

/* Is it a circulation number, in any of its spellings? */
bool request_id_is_number(struct slice text);

#endif
