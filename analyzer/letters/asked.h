/* SPDX-License-Identifier: MIT
 * Whether words ask for something, and whether somebody who asks speaks. On folded text.
 */
#ifndef CONCORD_LETTERS_ASKED_H
#define CONCORD_LETTERS_ASKED_H

#include "base/slice.h"

/* A question, or a part of a request: "please provide", "a copy of". */
bool asked_looks(struct slice text);

/* How a request goes on, behind one of its questions. */
bool asked_on(struct slice text);

/* "I", "my", "please": words of an applicant, if not of an officer. */
bool asked_by_applicant(struct slice text);

#endif
