/* SPDX-License-Identifier: MIT
 * Citations whose subsection stands without its brackets, "31-3", "31.3" or "31,3": which section
 * was probably meant. Nothing is read so; it is asked about.
 */
#ifndef CONCORD_DOMAIN_CITATION_HINT_H
#define CONCORD_DOMAIN_CITATION_HINT_H

#include "domain/citation.h"

/* The first part of a list that is read as two sections, or as one that no Act has, and hardly
 * meant so: "31,3" and "313". Of the Acts of 2000 and 2002 only; a list with ; or "and" between
 * means what it says. */
bool citation_find_split(struct slice list, enum act own, struct slice *ret_part);

/* "31(3)" of "s.31-3 FOIA", "31.3", "31/3", "31 3", "31[3]", "31(3" and of what citation_find_split
 * finds. */
bool citation_hint(struct slice item, enum act own, char out[CITATION_BYTES]);

#endif
