/* SPDX-License-Identifier: MIT
 * --marking TEXT: the protective marking of what is written.
 */
#ifndef CONCORD_CMD_MARKING_OPTION_H
#define CONCORD_CMD_MARKING_OPTION_H

#include "cmd/options.h"

/* Into a text: the value without outer blanks. Ends the program with a message where it is not
 * one printable line of 1 to 60 bytes: a marking must fit at the head of every picture. */
option_setter marking_option_set;

#endif
