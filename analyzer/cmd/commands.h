/* SPDX-License-Identifier: MIT
 * The commands of OUTPUTS.md, one file each. argv[0] is "concord audit" and so on.
 * Each parses its own options with argp, which prints help and ends the program
 * itself on --help or wrong usage (exit code 2); everything else that goes wrong
 * comes back in err, for main to print. *ret_exit is the exit code of a command
 * that was carried out: 0, or 1 where --fail-on says so.
 */
#ifndef CONCORD_CMD_COMMANDS_H
#define CONCORD_CMD_COMMANDS_H

#include "base/error.h"

typedef bool command_function(int argc, char **argv, int *ret_exit, struct error *err);

command_function cmd_advise;
command_function cmd_audit;
command_function cmd_check;
command_function cmd_classify;
command_function cmd_schema;
command_function cmd_rules;
command_function cmd_explain;
command_function cmd_evidence;
command_function cmd_export;
command_function cmd_import;
command_function cmd_diff;
command_function cmd_dossier;
command_function cmd_map;
command_function cmd_precheck;
command_function cmd_waive;
command_function cmd_whatif;

#endif
