/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "base/terminal.h"
#include "base/text.h"
#include "base/utf8.h"
#include "base/version.h"
#include "cmd/commands.h"
#include "domain/name.h"

#include <argp.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static const struct command {
    const char *name;
    command_function *run;
    const char *purpose;
} commands[] = {
    {"audit", cmd_audit, "audit a pack and write the report and its data"},
    {"check", cmd_check, "read a pack and say what would be rejected"},
    {"import", cmd_import, "turn what other people have into a pack"},
    {"classify", cmd_classify, "read letters, and propose how to code them"},
    {"precheck", cmd_precheck, "compare a draft with the record and the advice"},
    {"advise", cmd_advise, "tell what each answer would do, without a draft"},
    {"schema", cmd_schema, "print the files and columns a pack may have"},
    {"rules", cmd_rules, "list the rules, or show one with its SQL"},
    {"explain", cmd_explain, "tell the story of one finding, with its evidence"},
    {"whatif", cmd_whatif, "tell what other answers would give away"},
    {"map", cmd_map, "draw maps and charts, for slides and papers"},
    {"dossier", cmd_dossier, "write two sheets about a force, for a meeting"},
    {"evidence", cmd_evidence, "write a bag of evidence about a force"},
    {"waive", cmd_waive, "write the row that accepts a finding for a time"},
    {"diff", cmd_diff, "tell what changed between two audits, and why"},
    {"export", cmd_export, "write tables as CSV, JSON or a workbook"},
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_overview(FILE *out)
{
    fputs("concord finds where the published answers of police forces\n"
          "to the same freedom-of-information requests do not agree.\n\n"
          "Example:  concord audit datasets/palantir -o audit\n\n"
          "Commands:\n",
          out);
    for (int i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  %-9s %s\n", commands[i].name, commands[i].purpose);
    fputs("\nconcord COMMAND --help tells the options of a command.\n", out);
}

static void print_version(FILE *out, struct argp_state *state)
{
    (void)state;
    fprintf(out, "concord %s\n", concord_version());
}

static const struct command *find_command(const char *name)
{
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}

static bool unknown_command(const char *name, struct error *err)
{
    struct nearest_name nearest = {.wanted = name, .limit = 2};
    for (int i = 0; i < COMMAND_COUNT; i++)
        nearest_offer(&nearest, commands[i].name);
    char next[128] = "Run `concord --help` for the list of commands.";
    if (nearest.name)
        text_cut(next, sizeof next, "Did you mean `concord %s`?", nearest.name);
    return error_set(err, ERROR_USAGE, NULL, 0, next, "there is no command \"%s\"",
                     SHOWN(name, 64));
}

/* Also abbreviated, as far as no option of a command begins so. Errors keep argp's width. */
static bool asks_for_help(const char *argument)
{
    size_t length = strlen(argument);
    return strcmp(argument, "-?") == 0 ||
           (length > strlen("--") && strncmp(argument, "--help", length) == 0) ||
           (length > strlen("--us") && strncmp(argument, "--usage", length) == 0);
}

static bool run_command(int argc, char **argv, int *ret_exit, struct error *err)
{
    const struct command *command = find_command(argv[1]);
    if (!command)
        return unknown_command(argv[1], err);
    SCOPED_TEXT title = memory_print("concord %s", command->name);
    argv[1] = title;
    for (int i = 2; i < argc; i++)
        if (asks_for_help(argv[i]))
            setenv("ARGP_HELP_FMT", "rmargin=60,opt-doc-col=24", 0); /* a user's own stays */
    return command->run(argc - 1, argv + 1, ret_exit, err);
}

int main(int argc, char **argv)
{
    terminal_begin();
    setenv("TZ", "UTC0", 1); /* the time zone of the machine is no input */
    setlocale(LC_ALL, "C.UTF-8");
    argp_err_exit_status = ERROR_USAGE;
    argp_program_version_hook = print_version;
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0) {
        print_overview(stdout);
        return 0;
    }
    if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
        print_version(stdout, NULL);
        return 0;
    }
    struct error err = {0};
    int code = 0;
    bool ok = run_command(argc, argv, &code, &err);
    terminal_progress_end();
    const char *reason = NULL;
    if (ok && !terminal_flush(&reason))
        ok = error_set(&err, ERROR_OUTPUT, "standard output", 0, NULL, "could not be written: %s",
                       reason);
    if (ok)
        return code;
    error_print(&err, stderr);
    return error_exit_code(&err);
}
