/* SPDX-License-Identifier: MIT
 * Letters that mean no good, put into a folder beside a pack, and the program run on them within
 * bounds of time and memory.
 */
#ifndef CONCORD_TESTS_UNIT_CMD_HOSTILE_H
#define CONCORD_TESTS_UNIT_CMD_HOSTILE_H

#include "base/slice.h"
#include "support.h"

#define HEAD     "Kent Police\nDate: 14 January 2025\n\nDecision\n\n"
#define DECISION "Kent Police does not hold the information requested."
#define FOOT     "\n\nYou may ask for an internal review.\n"

/* As a checked fixture: the folder of running.h, with `pack` and an empty `letters`. */
void hostile_begin(void);

/* A shell in the folder with limits of processor time and memory; its $concord is the program. */
struct support_output hostile_shell(const char *script);

/* A file of `letters`. */
void hostile_put(const char *name, struct slice bytes);

/* No escape of a terminal, no mark that turns text round or hides it. */
void hostile_check_clean(const char *what, const char *text);

/* What a script printed, which ends with one of the codes and is clean; the caller frees. */
char *hostile_answer(const char *script, int code, int other);

/* NULL: nothing is asked. */
void hostile_check_says(const char *text, const char *words);

#endif
