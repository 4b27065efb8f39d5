/* SPDX-License-Identifier: MIT
 * What `concord precheck` and `concord advise` share: their options, and where the answer goes.
 */
#ifndef CONCORD_CMD_PRECHECK_SETTINGS_H
#define CONCORD_CMD_PRECHECK_SETTINGS_H

#include "cmd/options.h"
#include "precheck/precheck.h"

/* Texts are borrowed from argv. */
struct precheck_settings {
    struct precheck_options asked;
    const char *output;
    unsigned gate; /* --fail-on: PRECHECK_GATE_... together */
    bool json;
};

enum {
    GATE_CRITICAL = 1,
    GATE_HIGH = 2,
    GATE_MEDIUM = 4,
    GATE_LOW = 8,
    GATE_INFO = 16,
    GATE_RESIDUE = 32,
    GATE_UNREAD = 64,
};

struct precheck_settings precheck_settings_parse(int argc, char **argv);
struct precheck_settings advise_settings_parse(int argc, char **argv);

#endif
