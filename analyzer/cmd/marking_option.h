/* SPDX-License-Identifier: MIT
 * --marking TEXT: the protective marking of what is written.
 */
#ifndef CONCORD_CMD_MARKING_OPTION_H
#define CONCORD_CMD_MARKING_OPTION_H

#include <argp.h>

/* The value without outer blanks. Ends the program with a message where it is not one
 * printable line of 1 to 60 bytes: a marking must fit at the head of every picture. */
const char *marking_option(char *value, struct argp_state *state);

#endif
