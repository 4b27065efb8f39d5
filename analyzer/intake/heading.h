/* SPDX-License-Identifier: MIT
 * Which column of the contract a heading is, and which it may have been meant to be.
 */
#ifndef CONCORD_INTAKE_HEADING_H
#define CONCORD_INTAKE_HEADING_H

#include "intake/contract.h"

enum heading_match {
    HEADING_UNKNOWN,
    HEADING_ALIKE, /* it has the words of a name or alias, in another order or number, with
                      brackets behind them ... */
    HEADING_ALIAS,
    HEADING_NAME,
};

/* The index of the column, or -1. What is like several columns is none. */
int heading_column(const struct contract_file *file, struct slice heading,
                   enum heading_match *ret_match);

/* Has the heading a word in common with the name of a column or one of its aliases, or is it
 * nearly spelt like one? Words that many headings have (date, number) do not count. */
bool heading_resembles(struct slice heading, const struct column *column);

#endif
