/* SPDX-License-Identifier: MIT
 * What nearly agrees: identifiers that are two as SEMANTICS 2, 3 and 63 compare them, and that
 * one person hardly meant as two. Nothing is made one here; it is asked about.
 */
#ifndef CONCORD_DOMAIN_LIKENESS_H
#define CONCORD_DOMAIN_LIKENESS_H

#include "domain/name.h"

/* Writes the letters and digits of an identifier, folded: "Op-A", "OP A" and "op a." give one
 * text. Empty where it has none. */
void likeness_of_name(struct slice id, char out[NAME_BYTES]);

/* The same of a request. One that is a circulation number however it is written, "Log 7001 of 24",
 * "2024/7001", "7OO1-24" with the letter O, gives that of the number. */
void likeness_of_request(struct slice id, char out[NAME_BYTES]);

/* The same without a trade mark: "Argus (TM)" gives "argus". "(c)" may be part of a request. */
void likeness_of_tool(struct slice id, char out[NAME_BYTES]);

/* Those of a question's label, without the word for "question" and zeros before a number:
 * "Q.1", "Question 01", "1.0", "Q1.", "one" and "first" give "1", "Q1(a)" and "1a" give "1a". */
void likeness_of_question(struct slice id, char out[NAME_BYTES]);

/* The next circulation number inside an identifier, "7001/24" of "NPCC 7001-2024 (Argus)", from
 * *rest, which it advances and which is a text that name_fold wrote. */
bool likeness_next_number(struct slice *rest, char *out, size_t size);

/* Does the label say "the whole letter", or name several questions, as "Q1, Q2" does, or none, as
 * "Q" and "?" do? */
bool question_says_whole(struct slice id);
bool question_says_several(struct slice id);
bool question_says_nothing(struct slice id);

/* Is the identifier a list of circulation numbers, "7001/24; 7002/24"? */
bool request_says_several(struct slice id);

#endif
