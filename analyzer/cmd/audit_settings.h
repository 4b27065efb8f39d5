/* SPDX-License-Identifier: MIT
 * The options of `concord audit`.
 */
#ifndef CONCORD_CMD_AUDIT_SETTINGS_H
#define CONCORD_CMD_AUDIT_SETTINGS_H

#include "measure/settings.h"
#include "rules/rule_words.h"

#include <stdbool.h>

struct audit_gate {
    enum severity rank;   /* SEVERITY_NONE: there is no gate */
    bool counts_new_only; /* against the baseline */
};

/* Texts are borrowed from argv; NULL where an option was not given. */
struct audit_settings {
    const char *pack, *output, *as_of, *rules, *baseline, *marking, *boundaries;
    const char *request, *tool, *forces; /* of a folder of letters */
    struct audit_gate gate;              /* --fail-on */
    unsigned formats;                    /* OUTPUT_AS_CSV, ... together */
    bool strict, quiet, json, pdf, replace;
    struct measure_options numbers;
    int32_t old_after; /* years; 0: the usual */
};

/* Reads the command line; prints help or what is wrong, and ends the program, as argp
 * does (exit codes 0 and 2). */
struct audit_settings audit_settings_parse(int argc, char **argv);

/* The options that shape the result, as typed; the folder they go to does not. The
 * caller frees. */
char *audit_settings_text(const struct audit_settings *settings);

#endif
